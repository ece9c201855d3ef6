"""The figures of chapter one: pure, complete, one mark per row, drawn by Plotly."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects
import pytest

from quietpush.figures import dots, lanes, matrix, mix, pips, ranges, shaded, years
from quietpush.figures.base import marks
from quietpush.figures.caption import Caption, Figure
from quietpush.theme import resolve

CAPTION = Caption(title="A finding", subtitle="Measure, unit, place, period", alt="What the chart shows", sources=["events"])

def rows(columns: str, *given: tuple) -> pd.DataFrame:
    """A frame from its column names and its rows."""
    return pd.DataFrame(given, columns=columns.split())


FIGURES: dict[str, tuple[Callable[[pd.DataFrame], Figure], pd.DataFrame]] = {
    "pips": (lambda frame: pips.pips_police_acts_by_state(frame, CAPTION), rows(
        "iso3 state tile_row tile_col recognizes party queries gifts events answer",
        ("AAA", "A", 0, 0, "Beijing", "China", 2, 1, 3, "gift"), ("AAA", "A", 0, 0, "Beijing", "United States", 2, 0, 1, "other act"), ("AAA", "A", 0, 0, "Beijing", "European Union", 2, 0, 0, "searched, none found"),
        ("BBB", "B", 1, 1, "Taipei", "China", 0, 0, 0, "not searched"), ("BBB", "B", 1, 1, "Taipei", "United States", 2, 1, 1, "gift"), ("BBB", "B", 1, 1, "Taipei", "European Union", 2, 0, 0, "searched, none found"))),
    "years": (lambda frame: years.years_gifts_by_state(frame, CAPTION), rows(
        "iso3 state date giver goods promised event what",
        ("AAA", "A", "2012", "China", "vehicles", False, "le-1", "Cars"), ("AAA", "A", "2012-06-15", "United States", "protection", True, "le-2", "Vests"),
        ("BBB", "B", "2018-05", "switch", "", False, "", "Recognition moved"), ("BBB", "B", "2020-01", "another state", "other", False, "le-3", "A check"))),
    "panama": (lambda frame: ranges.ranges_panama_gifts_by_report(frame, CAPTION), rows(
        "giver kind date goods low_usd high_usd promised event what",
        ("United States", "gift", "2020-02-21", "boats", 6e6, 6e6, False, "le-1", "Boats"), ("China", "gift", "2023-02-10", "vests", 4e6, 4.1e6, False, "le-2", "Vests"), ("United States", "program", "2024", "training", 9e6, 9e6, False, "le-3", "Courses"))),
    "bounds": (lambda frame: ranges.ranges_police_share_by_place(frame, CAPTION), rows(
        "place iso3 low_pct high_pct obligations_usd2020 larger", ("Region in all", None, 30.0, 80.0, 3e9, "depends"), ("A", "AAA", 60.0, 70.0, 1e9, "police"), ("B", "BBB", 0.0, 0.0, 2e9, "military"))),
    "lanes": (lambda frame: lanes.lanes_cases_by_step(frame, "2022-04", CAPTION), pd.DataFrame({
        "lane": ["Gifts", "Case", "Case"], "date": ["2012", "2020-03", "2023-02-10"], "step": ["gift", "agreed", "withdrawn"], "event": ["le-1", "le-2", "le-3"], "what": ["One", "Two <b>", "Three"]})),
    "mix": (lambda frame: mix.mix_police_events_by_period(frame, CAPTION), rows(
        "panel group period events value low high", ("rate", "gifts", "before", 18, 1.4, 0.8, 2.1), ("rate", "gifts", "after", 4, 1.0, 0.3, 2.6), ("rate", "contacts", "before", 5, 0.4, 0.1, 0.9), ("rate", "contacts", "after", 10, 2.5, 1.2, 4.6),
        ("mix", "contacts", "before", 5, 20.0, float("nan"), float("nan")), ("mix", "gifts", "before", 20, 80.0, float("nan"), float("nan")), ("mix", "contacts", "after", 6, 60.0, float("nan"), float("nan")), ("mix", "gifts", "after", 4, 40.0, float("nan"), float("nan")))),
    "cameras": (lambda frame: dots.dots_cameras_by_step(frame, CAPTION), rows(
        "system supplier step cameras event", ("Town", "China", "announced", 600.0, "sc-1"), ("Town", "China", "installed", 480.0, "sc-1"), ("City", "Other", "installed", 90.0, "sc-2"), ("City", "Other", "working", 30.0, "sc-2"))),
    "showcase": (lambda frame: shaded.shaded_ecu911_cameras_by_year(frame, "2012-12-26", CAPTION), rows(
        "panel date value event what weak", ("cameras", "2012", 259.0, "ai-1", "Series", False), ("cameras", "2019-05", 4598.0, "ai-1", "Report", True), ("homicide", "2010", 17.0, "", "Rate", False), ("homicide", "2011", 15.0, "", "Rate", False), ("homicide", "2013", 11.0, "", "Rate", False))),
    "stations": (lambda frame: matrix.matrix_stations_by_question(frame, CAPTION), rows(
        "post question answer number event", ("Quito, ECU", "Sept. list", "listed", float("nan"), "le-143"), ("Quito, ECU", "Article", "state", float("nan"), "le-217"), ("Quito, ECU", "Left", "none", float("nan"), ""),
        ("Lists as a whole", "Sept. list", "total", 6.0, "le-149"), ("Lists as a whole", "Article", "total", 8.0, "le-217"))),
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


def trace_of(key: str, place: int) -> dict:
    """The traces of a figure that draw marks, by place."""
    draw, frame = FIGURES[key]
    return [trace for trace in draw(frame).spec["data"] if not trace.get("meta", {}).get("context")][place]


def test_answers_differ_in_shape_and_a_taipei_state_has_an_edge_of_its_own():
    draw, frame = FIGURES["pips"]
    figure = draw(frame)
    shapes = [trace["marker"]["symbol"] for trace in figure.spec["data"] if not trace.get("meta", {}).get("context")]
    assert len(set(shapes)) == 4
    assert [box["line"]["dash"] for box in figure.spec["layout"]["shapes"]] == ["solid", "dot"]


def test_marks_of_one_state_close_in_time_stand_apart_and_a_promise_is_open():
    marks_ = trace_of("years", 0)
    assert marks_["y"][0] != marks_["y"][1] and marks_["marker"]["symbol"] == ["circle", "diamond-open", "line-ns-open", "triangle-up"]


def test_rival_figures_are_a_range_and_never_a_mean():
    shown = trace_of("panama", 0)
    assert shown["text"] == ["6.0", "4.0–4.1", "9.0"] and shown["x"][1] == pytest.approx(4.1)


def test_a_year_without_a_rate_breaks_the_line():
    draw, frame = FIGURES["showcase"]
    path = draw(frame).spec["data"][-1]
    assert path["mode"] == "lines" and path["y"] == [None, 17.0, 15.0, None, 11.0]
