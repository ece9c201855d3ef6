"""Ranges: how far do rival figures lie apart? Every figure is drawn with its source, none is averaged."""

from __future__ import annotations

import pandas as pd

from ..theme import color
from .base import axis, context, figure, inert, layout, wrapped
from .caption import Caption, Figure


def _ranges(name: str, frame: pd.DataFrame, caption: Caption, unit: str, rows: pd.DataFrame) -> Figure:
    """Rival figures. frame: label (what is measured), value, shown, meaning, hover, weak; one bar spans each label."""
    traces = []
    for label, piece in frame.groupby("label", sort=False):
        y = wrapped(label)
        traces.append(context({"type": "scatter", "mode": "lines", "x": [float(piece["value"].min()), float(piece["value"].max())], "y": [y, y], "line": {"color": color("grid"), "width": 10}}))
    traces.append({
        "type": "scatter", "mode": "markers+text", "x": frame["value"].tolist(), "y": [wrapped(label) for label in frame["label"]],
        "text": [inert(text) for text in frame["shown"]], "textposition": "top center", "textfont": {"size": 11}, "cliponaxis": False,
        "hovertext": frame["hover"].tolist(), "hoverinfo": "text",
        "marker": {"size": 12, "color": [color(meaning) for meaning in frame["meaning"]], "symbol": ["circle-open" if weak else "circle" for weak in frame["weak"]], "line": {"width": 2}},
    })
    labels = list(dict.fromkeys(wrapped(label) for label in frame["label"]))
    return figure(name, caption, rows, traces, layout(
        axis(unit, nticks=5, rangemode="tozero"), axis(range=[len(labels) - 0.5, -0.7], categoryorder="array", categoryarray=labels, tickfont={"size": 12, "color": color("ink")}, showgrid=False),
        80 + 62 * len(labels)))
