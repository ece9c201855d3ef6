"""Do the figures of the methods page draw each row once, leave their input alone and carry words that plotly accepts?"""

import pandas as pd
import plotly.graph_objects as go
import pytest

from quietpush.figures import base, dots, grid, probabilities
from quietpush.figures.caption import Caption
from quietpush.theme import resolve

CAPTION = Caption(title="A finding", subtitle="Measure, place, period", alt="What it shows", sources=["tests"])
TESTS = pd.DataFrame({
    "test": ["T01", "T12"], "about": ["Police events and freedom", "Gifts and recognition"], "seen": ["before", "not before"], "n": [33, 33], "n_of": "states", "estimate": [1.3, float("nan")],
    "low": [1.1, 1.8], "high": [2.5, float("nan")], "unit": ["rate ratio", "odds ratio"], "p": [0.07, 0.00002], "q": [0.2, 0.04], "side": "positive", "smallest": [1.7, 44.0],
    "without_low": [1.2, 1.0], "without_high": [1.6, 2.0], "note": ["", "<b>no end</b>"],
})
KAPPAS = pd.DataFrame({"column": ["Who acted", "How it stood"], "events": [240, 200], "same_pct": [90.0, 60.0], "kappa": [0.83, 0.57], "low": [0.77, 0.5], "high": [0.89, 0.64]})
FOUND = pd.DataFrame({
    "iso3": ["AAA", "AAA", "BBB"], "state": ["A", "A", "Saint Vincent and the Grenadines"], "theme": "Police", "party": ["China", "United States", "China"], "queries": [2, 2, 0], "events": [3, 0, 0],
    "answer": ["documented", "searched, none found", "not searched"],
})
MADE = [(probabilities.probabilities_tests_by_id, TESTS), (dots.dots_agreement_by_column, KAPPAS), (grid.grid_found_by_state, FOUND)]


@pytest.mark.parametrize(("draw", "frame"), MADE)
def test_a_figure_is_pure_complete_and_accepted_by_plotly(draw, frame):
    before = frame.copy(deep=True)
    made = draw(frame, CAPTION)
    pd.testing.assert_frame_equal(frame, before)
    assert base.marks(made) == len(frame) == len(made.rows)
    assert len(go.Figure(resolve(made.spec, "light")).data) == len(made.spec["data"])


def test_a_tiny_probability_stays_on_the_scale():
    low, high = probabilities.probabilities_tests_by_id(TESTS, CAPTION).spec["layout"]["xaxis"]["range"]
    assert low < -4.5 and high > 0


def test_three_answers_look_unlike():
    kinds = {(trace["marker"]["symbol"], trace["marker"]["color"]) for trace in grid.grid_found_by_state(FOUND, CAPTION).spec["data"] if trace["x"] != [None]}
    assert len(kinds) == 3
