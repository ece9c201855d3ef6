"""Are the figures of subnational ties pure and complete, and does Plotly take them?"""

import pandas as pd
import plotly.graph_objects as go
import pytest

from quietpush.figures.base import marks
from quietpush.figures.caption import Caption
from quietpush.figures.ladder import ladder_neuquen_by_date, ladder_tierra_del_fuego_by_date
from quietpush.figures.lanes import lanes_steps_by_case
from quietpush.figures.matrix import matrix_acts_by_partner, matrix_roles_by_case
from quietpush.figures.tiles import tiles_ties_by_state
from quietpush.theme import resolve

CAPTION = Caption(title="A title", subtitle="A subtitle", alt="What it shows", sources=["events"])
STEPS = pd.DataFrame({
    "case": ["Port", "Port", "Dam"], "order": [1, 1, 1], "event": ["sn-001", "sn-001", "sn-002"], "date": ["2020-01-10", "2020-01-10", "2021"],
    "date_precision": ["day", "day", "year"], "drawn_at": ["2020-01-10", "2020-01-10", "2021-07-01"], "party": ["china", "local", "national"],
    "step": ["signed", "signed", "paused"], "short": ["Memorandum <signed>", "Memorandum <signed>", "Works stop"], "what": ["A", "A", "B"], "certain": [True, True, False],
})
LADDER = pd.concat([STEPS.assign(case="Port", order=[1, 1, 2]), STEPS.head(1).assign(date="2020-06", drawn_at="2020-06-15", party="article", certain=False)], ignore_index=True)
ROLES = pd.DataFrame({"case_id": ["p"] * 5, "case": ["Port"] * 5, "role": ["local_for", "local_against", "national_for", "national_against", "us_against"], "rows": [2, 0, 1, 0, 3], "events": ["sn-001;sn-002", "", "sn-003", "", "sn-004;sn-005;sn-006"]})
ACTS = pd.DataFrame({"act": ["Accord", "Loan"], "partner": ["Police", "Police"], "rows": [3, 0]})
TIES = pd.DataFrame({"iso3": ["BRA", "CHL", "PRY", "VEN"], "state": ["Brazil", "Chile", "Paraguay", "Venezuela"], "tile_row": [0, 1, 2, 3], "tile_col": [0, 0, 0, 0], "pairs": [60, 2, 0, 0], "recognizes": ["Beijing", "Beijing", "Taipei", "Beijing"]})
FIGURES = [
    (lanes_steps_by_case, STEPS), (ladder_neuquen_by_date, LADDER), (ladder_tierra_del_fuego_by_date, LADDER),
    (matrix_roles_by_case, ROLES), (matrix_acts_by_partner, ACTS), (tiles_ties_by_state, TIES),
]


@pytest.mark.parametrize(("draw", "frame"), FIGURES, ids=lambda value: getattr(value, "__name__", ""))
def test_a_figure_is_pure_complete_and_drawable(draw, frame):
    before = frame.copy(deep=True)
    made = draw(frame, CAPTION)
    pd.testing.assert_frame_equal(frame, before)
    assert made.name == draw.__name__.replace("_", "-") and made.caption is CAPTION
    assert marks(made) == len(made.rows) == len(frame)
    for mode in ("light", "dark", "print"):
        go.Figure(resolve(made.spec, mode))


@pytest.mark.parametrize(("draw", "frame"), FIGURES, ids=lambda value: getattr(value, "__name__", ""))
def test_a_legend_lists_only_what_has_a_name(draw, frame):
    for trace in draw(frame, CAPTION).spec["data"]:
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
