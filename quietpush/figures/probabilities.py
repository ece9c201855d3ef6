"""Probabilities: how surprising is each of many tests, alone and among all? On a logarithmic scale, with the usual line."""

from __future__ import annotations

import math

import pandas as pd

from ..theme import color
from .base import LEGEND, axis, context, figure, hover, key_entry, layout, wrapped
from .caption import Caption, Figure

LINE = 0.05
TICKS = (0.0001, 0.001, 0.01, 0.05, 0.2, 1)
ROW = 30  # px


def _probabilities(name: str, frame: pd.DataFrame, caption: Caption, rows: pd.DataFrame) -> Figure:
    """One row per test, p filled and q open. frame: label, p, q, meaning, hover."""
    ys = [wrapped(label, 26) for label in frame["label"]]
    spans = [(value, y) for row, y in zip(frame.itertuples(), ys) for value, y in ((row.p, y), (row.q, y), (None, None))]
    traces = [context({"type": "scatter", "mode": "lines", "x": [x for x, _ in spans], "y": [y for _, y in spans], "line": {"color": color("grid"), "width": 4}})]
    for column, symbol in (("q", "circle-open"), ("p", "circle")):
        tints = [color(meaning) for meaning in frame["meaning"]]
        drawn = {"type": "scatter", "mode": "markers", "x": frame[column].tolist(), "y": ys, "cliponaxis": False, "marker": {"size": 11, "symbol": symbol, "color": tints, "line": {"width": 2, "color": tints}}}
        traces.append(drawn | {"hovertext": frame["hover"].tolist(), "hoverinfo": "text", "showlegend": False} if column == "p" else context(drawn))
    traces += [key_entry("p", "circle", "ink"), key_entry("q, among all tests", "circle-open", "ink"), key_entry("Looked at before", "circle", "context")]
    line = {"type": "line", "x0": LINE, "x1": LINE, "yref": "paper", "y0": 0, "y1": 1, "line": {"color": color("muted"), "width": 1, "dash": "dot"}}
    low = math.log10(min(TICKS[0], float(frame["p"].min())))
    return figure(name, caption, rows, traces, layout(
        axis("probability by chance", type="log", range=[low, 0.08], tickvals=list(TICKS), ticktext=[f"{tick:g}" for tick in TICKS]),
        axis(autorange="reversed", categoryorder="array", categoryarray=ys, tickfont={"size": 11, "color": color("ink")}),
        110 + ROW * len(ys), shapes=[line], showlegend=True, legend=LEGEND, margin={"l": 8, "r": 24, "t": 44, "b": 40}))


def probabilities_tests_by_id(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Which of the registered tests are hits, alone and among all? frame: results of measures/register.py."""
    said = frame.assign(said=[f"p {row.p:.3g}, q {row.q:.3g}; n {row.n}; {row.unit} {'without an upper end' if pd.isna(row.estimate) else format(row.estimate, '.3g')}" for row in frame.itertuples()])
    drawn = pd.DataFrame({
        "label": frame["test"] + " " + frame["about"], "p": frame["p"], "q": frame["q"], "meaning": frame["seen"].map({"before": "context", "not before": "ink"}),
        "hover": hover(said, "test", "about", "said", "note"),
    })
    return _probabilities("probabilities_tests_by_id", drawn, caption, frame)
