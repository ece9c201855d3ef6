"""The curve of specifications: input unchanged, one mark per row, choices under their estimate, accepted by Plotly."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from quietpush.figures.base import marks
from quietpush.figures.caption import Caption
from quietpush.figures.curve import curve_freedom_by_specification
from quietpush.theme import resolve

CAPTION = Caption(title="A title", subtitle="A subtitle", alt="An alt", sources=["freedom"])
ROWS = pd.DataFrame({
    "provider": ["us", "china", "china"], "outcome": ["US obligations", "Commitments", "Police events"], "measure": ["Freedom House", "Low corruption", "Freedom House"],
    "design": ["Between states", "Within states", "Between states"], "sample": ["All states", "All states", "Without Cuba"], "population": ["No population", "Log population", "No population"],
    "estimate": [0.4, 0.2, -0.1], "low": [-0.2, 0.1, -0.5], "high": [1.1, 0.3, 0.2], "p": [0.2, 0.01, 0.6], "model_p": [0.2, 0.02, 0.6], "n_states": [33, 25, 32], "n_rows": [33, 150, 32],
})


def drawn(rows: pd.DataFrame = ROWS):
    return curve_freedom_by_specification(rows, CAPTION)


def test_each_row_is_one_mark_and_the_input_stays():
    before = ROWS.copy()
    figure = drawn()
    pd.testing.assert_frame_equal(ROWS, before)
    assert marks(figure) == len(ROWS) == len(figure.rows)
    assert figure.name == "curve-freedom-by-specification"
    assert figure.caption is CAPTION


@pytest.mark.parametrize("mode", ["light", "dark", "print"])
def test_plotly_accepts_the_chart(mode):
    spec = resolve(drawn().spec, mode)
    assert len(go.Figure(spec).data) == len(spec["data"])


def estimates(figure) -> list[dict]:
    return [trace for trace in figure.spec["data"] if not trace.get("meta", {}).get("context")]


def choices(figure) -> list[dict]:
    return [trace for trace in figure.spec["data"] if trace.get("yaxis") == "y2"]


def test_estimates_are_sorted_by_provider_and_hits_are_filled():
    china, us = estimates(drawn())
    assert china["y"] == [-0.1, 0.2] and us["y"] == [0.4]
    assert china["x"][0] < china["x"][1] < us["x"][0]
    assert china["marker"]["symbol"] == ["circle-open", "circle"] and us["marker"]["symbol"] == ["circle-open"]


def test_intervals_stand_at_their_estimates():
    china = drawn().spec["data"][0]
    assert china["x"][:2] == [0, 0] and china["y"][:2] == [-0.5, 0.2]
    assert china["y"][3:5] == [0.1, 0.3]


def test_choices_stand_under_their_estimate():
    figure = drawn()
    axis = figure.spec["layout"]["yaxis2"]
    height = dict(zip(axis["ticktext"], axis["tickvals"]))
    china, us = choices(figure)
    assert {(x, y) for x, y in zip(china["x"], china["y"])} == {
        *((0.0, height[word]) for word in ("Police events", "Freedom House", "Between states", "Without Cuba", "No population")),
        *((1.0, height[word]) for word in ("Commitments", "Low corruption", "Within states", "All states", "Log population", "p below 0.05")),
    }
    assert len(us["x"]) == 5  # no hit, so no tick in the first row


def test_one_provider_alone_can_be_drawn():
    assert marks(drawn(ROWS[ROWS["provider"] == "china"])) == 2


def test_names_of_choices_need_no_second_line():
    assert not [text for text in drawn().spec["layout"]["yaxis2"]["ticktext"] if "<br>" in text]
