"""Matrix: who with whom? One cell per pair; color and shape say what kind; an empty cell and a "no" differ."""

from __future__ import annotations

import pandas as pd

from ..theme import color, text_on
from .base import LEGEND, axis, figure, inert, key_entry, layout, wrapped
from .caption import Caption, Figure


def _matrix(name: str, frame: pd.DataFrame, caption: Caption, legend: dict[str, tuple[str, str, str]], rows: pd.DataFrame) -> Figure:
    """Cells. frame: row, column, kind (key of legend), shown (text in the cell), hover. legend: {kind: (words, meaning, symbol)}."""
    traces = []
    for kind, (words, meaning, symbol) in legend.items():
        piece = frame[frame["kind"] == kind]
        traces.append({
            "type": "scatter", "mode": "markers+text", "x": [wrapped(x, 11) for x in piece["column"]], "y": [wrapped(y) for y in piece["row"]],
            "text": [inert(words) for words in piece["shown"]], "textfont": {"size": 11, "color": color("ink") if "open" in symbol else text_on(meaning)},
            "hovertext": piece["hover"].tolist(), "hoverinfo": "text",
            "marker": {"symbol": symbol, "size": 22, "color": color(meaning), "line": {"width": 2, "color": color(meaning)}},
        })
        traces.append(key_entry(words, symbol, meaning))
    columns, labels = list(dict.fromkeys(frame["column"])), list(dict.fromkeys(frame["row"]))
    return figure(name, caption, rows, [t for t in traces if t["x"]], layout(
        axis(side="top", showgrid=False, categoryorder="array", categoryarray=[wrapped(c, 11) for c in columns], range=[-0.6, len(columns) - 0.4], tickfont={"size": 11, "color": color("ink")}),
        axis(autorange=False, range=[len(labels) - 0.4, -0.6], categoryorder="array", categoryarray=[wrapped(r) for r in labels], tickfont={"size": 12, "color": color("ink")}),
        150 + 30 * len(labels), showlegend=True, legend=LEGEND | {"y": -0.02, "yanchor": "top"}, margin={"l": 8, "r": 8, "t": 8, "b": 60}))
