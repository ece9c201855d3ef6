"""Map: where? Outlines on plain axes (no map service), markers over them; boundaries are de facto."""

from __future__ import annotations

import math

import pandas as pd

from ..theme import color
from .base import LEGEND, bare_axis, context, figure, key_entry, layout
from .caption import Caption, Figure

SQUEEZE = math.cos(math.radians(12))  # equirectangular at 12 degrees: the region from Mexico to Cape Horn without odd shapes


def _land(outlines: pd.DataFrame) -> dict:
    """All outlines as one filled trace; rings parted by gaps."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for _, ring in outlines.groupby(["iso3", "ring"], sort=False):
        xs += [round(x * SQUEEZE, 3) for x in ring["lon"]] + [None]
        ys += [round(y, 3) for y in ring["lat"]] + [None]
    return context({"type": "scatter", "mode": "lines", "x": xs, "y": ys, "fill": "toself", "fillcolor": color("land"), "line": {"color": color("ground"), "width": 0.8}})


def _points(name: str, frame: pd.DataFrame, outlines: pd.DataFrame, caption: Caption, legend: dict[str, tuple[str, str, str]], rows: pd.DataFrame) -> Figure:
    """Markers on outlines. frame: lon, lat, size (px), kind (key of legend), hover. legend: {kind: (words, meaning, symbol)}."""
    traces = [_land(outlines)]
    for kind, (words, meaning, symbol) in legend.items():
        piece = frame[frame["kind"] == kind]
        traces.append({
            "type": "scatter", "mode": "markers", "x": [round(x * SQUEEZE, 3) for x in piece["lon"]], "y": piece["lat"].tolist(),
            "hovertext": piece["hover"].tolist(), "hoverinfo": "text",
            "marker": {"symbol": symbol, "size": piece["size"].tolist(), "color": color(meaning), "opacity": 0.85, "line": {"width": 1.5, "color": color("ground")}},
        })
        traces.append(key_entry(words, symbol, meaning))
    return figure(name, caption, rows, [t for t in traces if t["x"]], layout(
        bare_axis(range=[-118 * SQUEEZE, -33 * SQUEEZE], constrain="domain"), bare_axis(range=[-56, 34], scaleanchor="x", scaleratio=1, constrain="domain"),
        620, showlegend=True, legend=LEGEND, margin={"l": 4, "r": 4, "t": 44, "b": 4}))
