"""The figures of chapter one: pure, complete, one mark per row, drawn by Plotly."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects
import pytest

from quietpush.figures import bars, dots, lanes, matrix, tiles
from quietpush.figures.base import marks
from quietpush.figures.caption import Caption, Figure
from quietpush.theme import resolve

CAPTION = Caption(title="A finding", subtitle="Measure, unit, place, period", alt="What the chart shows", sources=["events"])
TILES = {"iso3": ["AAA", "BBB", "CCC"], "name": ["A", "B", "C"], "tile_row": [0, 0, 1], "tile_col": [0, 1, 1]}

FIGURES: dict[str, tuple[Callable[[pd.DataFrame], Figure], pd.DataFrame]] = {
    "stacks": (lambda frame: bars.stacks_obligations_by_place(frame, CAPTION), pd.DataFrame({
        "place": ["Colombia"] * 3 + ["Mexico"] * 3, "police_share": ["police", "mixed", "military"] * 2, "obligations_usd2020": [3e9, 2e9, 1e9, 1e9, 0.0, 2e9]})),
    "accounts": (lambda frame: tiles.tiles_larger_account_by_state(frame, CAPTION), pd.DataFrame(
        TILES | {"police_usd2020": [1e6, 0, 0], "mixed_usd2020": [0, 0, 2e6], "military_usd2020": [0, 0, 1e6], "larger": ["police", "none", "depends"]})),
    "gifts": (lambda frame: tiles.tiles_gifts_by_state(frame, CAPTION), pd.DataFrame(
        TILES | {"gifts_china": [1, 0, 2], "gifts_us": [1, 0, 0], "gifts_others": [0, 0, 1], "recognizes": ["Beijing", "Taipei", "Beijing"], "givers": ["both", "none", "china"]})),
    "lanes": (lambda frame: lanes.lanes_cases_by_step(frame, "2022-04", CAPTION), pd.DataFrame({
        "lane": ["Gifts", "Case", "Case"], "date": ["2012", "2020-03", "2023-02-10"], "step": ["gift", "agreed", "withdrawn"], "event": ["le-1", "le-2", "le-3"], "what": ["One", "Two <b>", "Three"]})),
    "dots": (lambda frame: dots.dots_rates_by_period(frame, CAPTION), pd.DataFrame({
        "group": ["gifts", "gifts"], "period": ["before", "after"], "events": [18, 4], "years": [13.25, 4.0], "rate_per_year": [1.4, 1.0], "low_per_year": [0.8, 0.3], "high_per_year": [2.1, 2.6]})),
    "matrix": (lambda frame: matrix.matrix_stations_by_question(frame, CAPTION), pd.DataFrame({
        "post": ["Quito, ECU"] * 3, "question": ["List", "China says", "Left"], "answer": ["first", "denial", "none"], "event": ["le-143", "le-179", ""]})),
}


@pytest.fixture(params=FIGURES)
def drawn(request: pytest.FixtureRequest) -> tuple[Figure, pd.DataFrame, pd.DataFrame]:
    """A figure, the frame it was drawn from, and that frame as it was before."""
    draw, frame = FIGURES[request.param]
    before = frame.copy(deep=True)
    return draw(frame), frame, before


def test_the_input_stays_as_it_was(drawn):
    _, frame, before = drawn
    pd.testing.assert_frame_equal(frame, before)


def test_each_row_is_one_mark_and_the_rows_are_the_ones_given(drawn):
    figure, frame, _ = drawn
    assert marks(figure) == len(figure.rows) == len(frame)
    pd.testing.assert_frame_equal(figure.rows, frame)


def test_the_words_and_the_name_are_there(drawn):
    figure, _, _ = drawn
    payload = figure.payload()
    assert all(payload[part] for part in ("title", "subtitle", "alt", "sources", "columns", "rows"))
    assert "-by-" in figure.name and "_" not in figure.name


@pytest.mark.parametrize("mode", ["light", "dark", "print"])
def test_plotly_draws_it(drawn, mode):
    figure, _, _ = drawn
    spec = resolve(figure.spec, mode)
    made = plotly.graph_objects.Figure(spec)
    assert "qp:" not in str(spec) and not made.layout.dragmode


def test_no_key_entry_is_without_words(drawn):
    figure, _, _ = drawn
    assert all(trace["name"] for trace in figure.spec["data"] if trace.get("showlegend"))


def test_words_of_a_table_stay_words():
    draw, frame = FIGURES["lanes"]
    assert "&lt;b&gt;" in draw(frame).spec["data"][0]["hovertext"][1]


def test_a_state_of_both_givers_has_an_edge_and_taipei_is_round():
    draw, frame = FIGURES["gifts"]
    both = next(trace for trace in draw(frame).spec["data"] if "AAA" in trace.get("text", []))
    none = next(trace for trace in draw(frame).spec["data"] if "BBB" in trace.get("text", []))
    assert both["marker"]["line"]["color"] != both["marker"]["color"] and none["marker"]["symbol"] == ["circle-open"]
