"""Are the figures of subnational ties pure and complete, and does Plotly take them?"""

import pandas as pd
import plotly.graph_objects as go
import pytest

from quietpush.figures.base import marks
from quietpush.figures.caption import Caption
from quietpush.figures.ladder import ladder_neuquen_by_date, ladder_tierra_del_fuego_by_date
from quietpush.figures.lanes import lanes_steps_by_case
from quietpush.figures.map import map_projects_by_unit
from quietpush.figures.matrix import matrix_acts_by_partner, matrix_answers_by_case
from quietpush.figures.dots import dots_channels_by_theme
from quietpush.figures.tiles import tiles_channels_by_state, tiles_ties_by_state
from quietpush.figures.timelines import timelines_pilots_by_place
from quietpush.theme import resolve

CAPTION = Caption(title="A title", subtitle="A subtitle", alt="What it shows", sources=["events"])
STEPS = pd.DataFrame({
    "case": ["Port", "Port", "Dam"], "order": [1, 1, 1], "event": ["sn-001", "sn-001", "sn-002"], "date": ["2020-01-10", "2020-01-10", "2021"],
    "date_precision": ["day", "day", "year"], "drawn_at": ["2020-01-10", "2020-01-10", "2021-07-01"], "party": ["china", "local", "national"],
    "step": ["signed", "signed", "paused"], "short": ["Memorandum <signed>", "Memorandum <signed>", "Works stop"], "what": ["A", "A", "B"], "certain": [True, True, False],
})
LADDER = pd.concat([STEPS.assign(case="Port", order=[1, 1, 2]), STEPS.head(1).assign(date="2020-06", drawn_at="2020-06-15", party="article", certain=False)], ignore_index=True)
ANSWERS = pd.DataFrame({
    "case_id": ["p"] * 5, "case": ["Port"] * 5, "question": ["proposed", "center_signed", "center_against", "us_against", "outcome"], "answer": ["unknown", "no", "found", "not found", "ended"],
    "detail": ["unknown", "no", "2 steps", "0 steps", "ended"], "events": ["", "sn-003", "sn-004;sn-005", "", "sn-006"],
})
CHANNELS = pd.DataFrame({
    "iso3": ["BRA", "BHS", "HTI"], "state": ["Brazil", "Bahamas", "Haiti"], "tile_row": [0, 1, 2], "tile_col": [0, 0, 0], "language": ["Portuguese", "English", "French"],
    "events_cn": [2, 1, 0], "events_us": [0, 3, 0], "pages_cn": [1, 6, 0], "pages_us": [0, 5, 0], "found": ["china", "both", "none"], "queries": 6,
})
PILOTS = pd.DataFrame({
    "place": ["Town", "Town", "Bay", "Bay"], "iso3": ["BRA"] * 4, "date": ["2018", "2021-07-27", "2019-03", None], "step": ["trial", "contract", "gift", "none found"],
    "vendor": ["china", "other", "china", None], "event": ["sn-001", "sn-002", "sn-003", None], "what": ["A", "B", "C", None], "began": ["trial or gift"] * 4,
})
MARKS = pd.DataFrame({
    "layer": ["finance records", "finance records", "coded events"], "iso3": ["BRB", "BRA", "ARG"], "place": ["Saint Michael", "Goias", "Cauchari"], "count": [37, 2, 5],
    "lon": [-59.6, -49.6, -66.7], "lat": [13.1, -16.1, -24.1], "first_year": [2003, 2012, None], "last_year": [2021, 2016, None], "events": ["", "", "sn-064"],
})
OUTLINES = pd.DataFrame({"iso3": ["BRB"] * 4 + ["BRA"] * 4, "ring": [0] * 8, "lon": [-59.6, -59.5, -59.4, -59.6, -50, -45, -40, -50], "lat": [13.0, 13.2, 13.1, 13.0, -10, -5, -10, -10]})
ACTS = pd.DataFrame({"act": ["Accord", "Loan"], "partner": ["Police", "Police"], "rows": [3, 0]})
TIES = pd.DataFrame({"iso3": ["BRA", "CHL", "PRY", "VEN"], "state": ["Brazil", "Chile", "Paraguay", "Venezuela"], "tile_row": [0, 1, 2, 3], "tile_col": [0, 0, 0, 0], "pairs": [60, 2, 0, 0], "recognizes": ["Beijing", "Beijing", "Taipei", "Beijing"]})
KINDS = pd.DataFrame({"theme": ["Gifts", "Gifts", "Ties", "Ties"], "party": ["CN", "US"] * 2, "states": [3, 9, 20, 20], "share_pct": [9.1, 27.3, 60.6, 60.6]})
FIGURES = [
    (dots_channels_by_theme, KINDS),
    (lanes_steps_by_case, STEPS), (ladder_neuquen_by_date, LADDER), (ladder_tierra_del_fuego_by_date, LADDER),
    (matrix_answers_by_case, ANSWERS), (matrix_acts_by_partner, ACTS), (tiles_ties_by_state, TIES),
    (tiles_channels_by_state, CHANNELS), (timelines_pilots_by_place, PILOTS), (map_projects_by_unit, MARKS),
]


def drawn(draw, frame):
    """Which figure is made of this frame? A map also takes outlines."""
    return draw(frame, OUTLINES, CAPTION) if draw is map_projects_by_unit else draw(frame, CAPTION)


@pytest.mark.parametrize(("draw", "frame"), FIGURES, ids=lambda value: getattr(value, "__name__", ""))
def test_a_figure_is_pure_complete_and_drawable(draw, frame):
    before = frame.copy(deep=True)
    made = drawn(draw, frame)
    pd.testing.assert_frame_equal(frame, before)
    assert made.name == draw.__name__.replace("_", "-") and made.caption is CAPTION
    assert marks(made) == len(made.rows) == len(frame)
    for mode in ("light", "dark", "print"):
        go.Figure(resolve(made.spec, mode))


@pytest.mark.parametrize(("draw", "frame"), FIGURES, ids=lambda value: getattr(value, "__name__", ""))
def test_a_legend_lists_only_what_has_a_name(draw, frame):
    for trace in drawn(draw, frame).spec["data"]:
        assert trace.get("name") or trace.get("showlegend") is False


def test_words_from_a_table_are_no_markup():
    spec = ladder_neuquen_by_date(LADDER, CAPTION).spec
    assert "Memorandum &lt;signed&gt;" in spec["layout"]["yaxis"]["ticktext"]


def test_a_year_alone_is_drawn_open():
    steps = lanes_steps_by_case(STEPS, CAPTION).spec["data"][0]
    assert steps["marker"]["symbol"] == ["square", "square", "x-open"]


def test_none_found_looks_unlike_a_state_that_recognizes_taipei():
    symbols = {trace["text"][0]: trace["marker"]["symbol"] for trace in tiles_ties_by_state(TIES, CAPTION).spec["data"] if trace.get("text")}
    assert symbols["VEN"] == "square-open" and symbols["PRY"] == "square" and "BRA<br>60" in symbols


def test_small_islands_stand_enlarged_and_only_there():
    marks = [trace for trace in map_projects_by_unit(MARKS, OUTLINES, CAPTION).spec["data"] if not trace.get("meta", {}).get("context")]
    boxed = [trace for trace in marks if trace["xaxis"] == "x2"]
    assert [len(trace["x"]) for trace in boxed] == [1] and "Saint Michael" in boxed[0]["hovertext"][0]
    assert min(size for trace in marks for size in trace["marker"]["size"]) >= 5


def test_a_no_looks_unlike_a_blank():
    symbols = {trace["x"][0]: (trace["marker"]["symbol"], trace["marker"]["color"]) for trace in matrix_answers_by_case(ANSWERS, CAPTION).spec["data"] if trace.get("hovertext")}
    assert symbols["Center<br>signed"] != symbols["Pro-<br>posed"]


def test_a_place_without_a_later_row_says_so():
    trace = timelines_pilots_by_place(PILOTS, CAPTION).spec["data"][0]
    assert trace["marker"]["symbol"] == ["circle-open", "square", "diamond", "x-thin-open"] and trace["x"][3].startswith("2022")
