"""Map: where? Outlines on plain axes (no map service) with markers over them; small islands stand enlarged in a box of their own."""

from __future__ import annotations

import math

import pandas as pd

from ..theme import color
from .base import KEY_LINE, bare_axis, context, figure, hover, key_below, key_entry, layout
from .caption import Caption, Figure

SQUEEZE = math.cos(math.radians(12))  # equirectangular at 12 degrees: the region from Mexico to Cape Horn without odd shapes
WEST, EAST, SOUTH, NORTH = -118.0, -33.5, -56.0, 33.5
# The Lesser Antilles and Trinidad, whose provinces would lie on top of each other: the box on the map, and where it stands
# enlarged, as shares of the plot: over the empty Pacific.
ISLANDS = {"west": -63.4, "east": -59.2, "south": 9.9, "north": 17.9}
BOX = {"x": (0.02, 0.30), "y": (0.05, 0.55)}
SMALLEST, PER_ROOT = 5.0, 2.3  # px: the least marker, and what a root of the count adds, so that area goes with the count
MAP_HEIGHT = 440


def _land(outlines: pd.DataFrame, key: str = "") -> dict:
    """All outlines as one filled trace; rings parted by gaps."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for _, ring in outlines.groupby(["iso3", "ring"], sort=False):
        xs += [round(x * SQUEEZE, 2) for x in ring["lon"]] + [None]
        ys += [round(y, 2) for y in ring["lat"]] + [None]
    return context({"type": "scatter", "mode": "lines", "x": xs, "y": ys, "xaxis": f"x{key}", "yaxis": f"y{key}", "fill": "toself", "fillcolor": color("land"), "line": {"color": color("muted"), "width": 0.5}})


def _inside(frame: pd.DataFrame) -> pd.Series:
    """Which points lie in the enlarged box?"""
    return frame["lon"].between(ISLANDS["west"], ISLANDS["east"]) & frame["lat"].between(ISLANDS["south"], ISLANDS["north"])


def _marks(piece: pd.DataFrame, symbol: str, meaning: str, key: str) -> dict:
    filled = not symbol.endswith("-open")
    return {
        "type": "scatter", "mode": "markers", "x": [round(x * SQUEEZE, 3) for x in piece["lon"]], "y": piece["lat"].tolist(), "xaxis": f"x{key}", "yaxis": f"y{key}",
        "hovertext": piece["hover"].tolist(), "hoverinfo": "text",
        "marker": {"symbol": symbol, "size": [round(SMALLEST + PER_ROOT * math.sqrt(count - 1), 1) for count in piece["count"]], "sizemode": "diameter",
                   "color": color(meaning), "opacity": 0.75 if filled else 1, "line": {"width": 0.8 if filled else 2, "color": color("ground" if filled else meaning)}},
    }


def _points(name: str, frame: pd.DataFrame, outlines: pd.DataFrame, caption: Caption, legend: dict[str, tuple[str, str, str]], rows: pd.DataFrame) -> Figure:
    """Sized markers on outlines. frame: lon, lat, count, kind (key of legend), hover. legend: {kind: (words, meaning, symbol)}.

    Points among the small islands are drawn in the enlarged box only, so that each row is one mark.
    """
    traces = [_land(outlines), _land(outlines[outlines["iso3"].isin(outlines.loc[_inside(outlines), "iso3"])], "2")]
    for kind, (words, meaning, symbol) in legend.items():
        large_first = frame[frame["kind"] == kind].sort_values("count", ascending=False)
        near = _inside(large_first)
        traces += [_marks(large_first[~near], symbol, meaning, ""), _marks(large_first[near], symbol, meaning, "2"), key_entry(words, symbol, meaning)]
    x0, x1 = ISLANDS["west"] * SQUEEZE, ISLANDS["east"] * SQUEEZE
    edge = {"type": "rect", "line": {"color": color("muted"), "width": 1}, "fillcolor": "rgba(0,0,0,0)"}
    shapes = [edge | {"x0": x0, "x1": x1, "y0": ISLANDS["south"], "y1": ISLANDS["north"]},
              edge | {"xref": "x2 domain", "yref": "y2 domain", "x0": 0, "x1": 1, "y0": 0, "y1": 1}]
    height = MAP_HEIGHT + KEY_LINE * len(legend) + 12
    return figure(name, caption, rows, [t for t in traces if t["x"]], layout(
        bare_axis(range=[WEST * SQUEEZE, EAST * SQUEEZE], constrain="domain"),
        bare_axis(range=[SOUTH, NORTH], scaleanchor="x", scaleratio=1, constrain="domain"),
        height, shapes=shapes, showlegend=True, legend=key_below(len(legend), height), margin={"l": 0, "r": 0, "t": 4, "b": KEY_LINE * len(legend) + 16},
        xaxis2=bare_axis(domain=list(BOX["x"]), anchor="y2", range=[x0, x1], constrain="domain"),
        yaxis2=bare_axis(domain=list(BOX["y"]), anchor="x2", range=[ISLANDS["south"], ISLANDS["north"]], scaleanchor="x2", scaleratio=1, constrain="domain")))


MAP_LAYERS = {"finance records": ("Finance records, by province", "china_soft", "circle"), "coded events": ("Coded local events", "nation", "diamond-open")}


def map_projects_by_unit(frame: pd.DataFrame, outlines: pd.DataFrame, caption: Caption) -> Figure:
    """Where were Chinese-financed projects placed, and where do coded local events stand? frame: on_map of measures/places.py; outlines: points of state outlines."""
    years = ["" if pd.isna(first) else f"{first:.0f}–{last:.0f}" for first, last in zip(frame["first_year"], frame["last_year"])]
    said = [f"{count} {'records' if layer == 'finance records' else 'events'}, {span}".strip(", ") for count, layer, span in zip(frame["count"], frame["layer"], years)]
    head = frame["place"] + " (" + frame["iso3"] + ")"
    drawn = frame.assign(kind=frame["layer"], hover=hover(frame.assign(head=head, said=said), "head", "said", "events"))
    return _points("map_projects_by_unit", drawn, outlines, caption, MAP_LAYERS, frame)
