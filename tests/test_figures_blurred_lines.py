"""The figures of blurred lines: input unchanged, one mark per row, captions whole, accepted by Plotly."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from quietpush.figures.base import marks
from quietpush.figures.caption import Caption
from quietpush.figures.dots import dots_interest_by_state, dots_not_free_share_by_label
from quietpush.figures.forest import forest_freedom_by_test
from quietpush.figures.timelines import timelines_strings_by_outcome, timelines_venezuela_by_item
from quietpush.figures.matrix import matrix_dealings_by_actor_and_partner
from quietpush.figures.panels import panels_purses_by_block
from quietpush.figures.scatter import scatter_police_events_by_democracy
from quietpush.figures.course import course_finance_by_measure
from quietpush.theme import resolve

CAPTION = Caption(title="A title", subtitle="A subtitle", alt="An alt", sources=["events"])
PAIRS = pd.DataFrame({
    "provider": ["CN", "CN", "US"], "actor": ["government", "military", "other"], "partner": ["government", "police", "police"],
    "meeting": ["same class", "crossed", "crossed"], "rows": [3, 1, 1], "ids": ["bl-001; le-002; bl-003", "bl-004", "bl-005"],
})
LABELS = pd.DataFrame({
    "supplier": ["China", "China", "Russia", "Russia"], "venezuela": ["with", "with", "without", "without"],
    "label_of": ["delivery year", "2024", "delivery year", "2024"], "share_not_free_pct": [14.0, 86.0, 0.0, 0.0],
})
STRINGS = pd.DataFrame({
    "event": ["le-002", "bl-036"], "iso3": [None, "BOL"], "date": ["2000-07", "2012"], "provider": ["US", "CN"], "outcome": ["waived", "attached"],
    "ground": ["rights", "rival"], "ground_group": ["rights", "dealings with the rival power"], "why": ["a", "b"], "confidence": ["high", "low"],
})
STEPS = pd.DataFrame({
    "item": ["card", "carriers"], "date": ["2016-12-18", "2012"], "step": ["used", "bought"], "actor": ["venezuela", "venezuela"],
    "event": ["bl-061", "bl-034"], "what": ["a", "b"], "confidence": ["high", "medium"],
})
STATES = pd.DataFrame({
    "iso3": ["SUR", "GTM"], "state": ["Suriname", "Guatemala"], "events": [4, 0], "events_per_million": [7.2, 0.0], "population_million": [0.6, 16.0], "libdem": [0.64, 0.4], "recognizes_taiwan": [False, True],
})
PURSES = pd.DataFrame({
    "purse": ["US obligations", "US obligations", "Chinese commitments", "Chinese commitments"], "first_year": [2001, 2004] * 2, "last_year": [2003, 2006] * 2, "usd2021": [7e9, 9e9, 2e9, 5e9],
})
ESTIMATES = pd.DataFrame({
    "group": ["Between states", "Between states", "Within a state, over time"], "test": ["T01", "T01", "T06"], "reading": ["Police events a head (T01)", "The same, population held", "US slope less Chinese slope (T06)"],
    "provider": ["china", "us", "gap"], "estimate": [0.4, -0.1, 0.0], "low": [0.1, -0.4, -0.2], "high": [0.7, 0.2, 0.2], "p": [0.02, 0.6, 0.5], "smallest": [0.47, 0.48, 0.24], "n_states": [33, 33, 33],
})
FINANCE = pd.DataFrame({
    "panel": ["commitments", "commitments", "share", "loans", "loans"], "year": [2010, 2010, 2010, 2010, 2010], "part": ["others", "venezuela", "share", "loans", "loans"],
    "value": [20.0, 25.0, 43.0, 35.7, 37.0], "unit": ["billion 2021 dollars"] * 2 + ["percent"] + ["billion dollars of the day"] * 2, "edition": ["", "", "", "2022", "2013"],
})
RATES = pd.DataFrame({"iso3": ["ARG", "CUB"], "state": ["Argentina", "Cuba"], "interest_pct": [7.2, 1.9], "rescued": [True, False]})
FIGURES = [
    (dots_interest_by_state, RATES),
    (forest_freedom_by_test, ESTIMATES), (course_finance_by_measure, FINANCE),
    (matrix_dealings_by_actor_and_partner, PAIRS), (dots_not_free_share_by_label, LABELS), (timelines_strings_by_outcome, STRINGS),
    (timelines_venezuela_by_item, STEPS), (scatter_police_events_by_democracy, STATES), (panels_purses_by_block, PURSES),
]


def drawn(draw, frame):
    """Which figure is made of this frame? One also takes the place of its reference line."""
    return draw(frame, 2.9, CAPTION) if draw is dots_interest_by_state else draw(frame, CAPTION)


@pytest.mark.parametrize(("draw", "frame"), FIGURES, ids=lambda value: getattr(value, "__name__", ""))
def test_a_figure_draws_each_row_once_and_leaves_its_input(draw, frame):
    before = frame.copy()
    figure = drawn(draw, frame)
    pd.testing.assert_frame_equal(frame, before)
    assert marks(figure) == len(frame) == len(figure.rows)
    assert figure.name == draw.__name__.replace("_", "-")
    assert figure.caption is CAPTION


@pytest.mark.parametrize("mode", ["light", "dark", "print"])
@pytest.mark.parametrize(("draw", "frame"), FIGURES, ids=lambda value: getattr(value, "__name__", ""))
def test_plotly_accepts_the_chart(draw, frame, mode):
    spec = resolve(drawn(draw, frame).spec, mode)
    assert len(go.Figure(spec).data) == len(spec["data"])


def test_the_purses_share_no_axis():
    bars = panels_purses_by_block(PURSES, CAPTION).spec["data"]
    assert [bar["yaxis"] for bar in bars] == ["y", "y2"]


def test_a_date_is_drawn_no_finer_than_it_is_known():
    drawn = timelines_strings_by_outcome(STRINGS, CAPTION).spec["data"][0]
    assert sorted(drawn["x"]) == ["2000-07-15", "2012-07-15"]
    assert list(timelines_strings_by_outcome(STRINGS, CAPTION).rows["date"]) == ["2012", "2000-07"]


def test_a_name_stands_only_where_no_mark_is_near():
    near = pd.concat([STATES, STATES.assign(state="Twin", libdem=[0.65, 0.9])], ignore_index=True)
    names = [name for trace in scatter_police_events_by_democracy(near, CAPTION).spec["data"] for name in trace.get("text", [])]
    assert "Suriname" not in names
    assert "Guatemala" in names


def test_a_test_shows_what_it_could_have_missed():
    bands = forest_freedom_by_test(ESTIMATES, CAPTION).spec["data"][0]
    assert [(low, high) for low, high in zip(bands["x"][::3], bands["x"][1::3])] == [(-0.47, 0.47), (-0.48, 0.48), (-0.24, 0.24)]


def test_readings_of_one_test_stand_apart_and_groups_in_order():
    notes = [note["text"] for note in forest_freedom_by_test(ESTIMATES, CAPTION).spec["layout"]["annotations"]]
    assert notes[:2] == ["<b>Between states</b>", "<b>Within a state, over time</b>"]
    assert "The same, population held (T01)" in notes


def test_rival_editions_of_one_year_are_joined_and_no_line_runs_through_years():
    drawn = course_finance_by_measure(FINANCE, CAPTION).spec["data"]
    joins = [trace for trace in drawn if trace.get("mode") == "lines"]
    assert [(trace["x"], trace["y"]) for trace in joins] == [([2010, 2010], [35.7, 37.0])]
    assert len({trace["yaxis"] for trace in drawn if "yaxis" in trace}) == 3


def test_more_people_make_a_larger_mark():
    sizes = [size for trace in scatter_police_events_by_democracy(STATES, CAPTION).spec["data"] if isinstance(trace["marker"]["size"], list) for size in trace["marker"]["size"]]
    assert sizes == [7, 18]


def test_a_rate_weighed_by_rolled_over_credit_is_open_beside_the_line_of_the_others():
    spec = dots_interest_by_state(RATES, 2.9, CAPTION).spec
    assert spec["data"][0]["marker"]["symbol"] == ["circle-open", "circle"]
    assert [shape["x0"] for shape in spec["layout"]["shapes"]] == [2.9]
