"""Tiles: how do the 33 states differ? One square per state, small islands as large as Brazil; letters beside color."""

from __future__ import annotations

import pandas as pd

from ..theme import color, text_on
from .base import LEGEND, bare_axis, figure, inert, key_entry, layout
from .caption import Caption, Figure

SYMBOLS = ("square", "square-open", "square-cross-open", "square-x-open")


def _tiles(name: str, frame: pd.DataFrame, caption: Caption, legend: dict[str, tuple[str, str, str]], rows: pd.DataFrame) -> Figure:
    """A tile map. frame: iso3, tile_row, tile_col, kind (key of legend), hover. legend: {kind: (words, meaning, symbol)}."""
    traces = []
    for kind, (words, meaning, symbol) in legend.items():
        piece = frame[frame["kind"] == kind]
        filled = symbol == "square"
        traces.append({
            "type": "scatter", "mode": "markers+text", "x": piece["tile_col"].tolist(), "y": piece["tile_row"].tolist(),
            "text": [inert(code) for code in piece["iso3"]], "textposition": "middle center", "hovertext": piece["hover"].tolist(), "hoverinfo": "text",
            "textfont": {"size": 10, "color": text_on(meaning) if filled else color("ink")},
            "marker": {"symbol": symbol, "size": 29, "color": color(meaning), "line": {"width": 2, "color": color(meaning)}},
        })
        traces.append(key_entry(words, symbol, meaning))
    rows_high = int(frame["tile_row"].max() - frame["tile_row"].min()) + 1
    return figure(name, caption, rows, [t for t in traces if t["x"]], layout(
        bare_axis(range=[frame["tile_col"].min() - 0.7, frame["tile_col"].max() + 0.7]),
        bare_axis(range=[frame["tile_row"].max() + 0.6, frame["tile_row"].min() - 0.6]),
        70 + 34 * rows_high, showlegend=True, legend=LEGEND, margin={"l": 4, "r": 4, "t": 64, "b": 4}))
