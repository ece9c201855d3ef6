"""What do all charts share? Ground, type, axes, hover and labels; no mode bar, no drag, nothing rotated."""

from __future__ import annotations

import textwrap

import pandas as pd

from ..theme import color
from .caption import Caption, Figure

FONT = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Liberation Sans', sans-serif"
LABEL_WIDTH = 21  # characters of a category label on one line: what a 390 px screen has room for
# Who acts in a case: words and color of each party; the host state has two, its provinces and its center.
PARTIES = {
    "china": ("China", "china"), "local": ("Province or city", "local"), "national": ("National body", "nation"),
    "us": ("United States", "us"), "press": ("Press", "context"),
}


def inert(text: object) -> str:
    """Words from a table as Plotly text in which no tag is live."""
    return str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def wrapped(text: object, width: int = LABEL_WIDTH) -> str:
    """A label broken into lines, also where it breaks itself, so that it needs no rotation and is not cut."""
    return "<br>".join(inert(line) for part in str(text).split("\n") for line in textwrap.wrap(part, width)) or " "


def axis(title: str = "", **more) -> dict:
    """An axis in house form: quiet grid, no zoom, title in plain words."""
    base = {
        "title": {"text": title, "font": {"size": 12, "color": color("muted")}, "standoff": 8},
        "gridcolor": color("grid"), "zeroline": False, "fixedrange": True, "automargin": True,
        "tickfont": {"size": 12, "color": color("muted")}, "tickangle": 0, "ticks": "",
    }
    return base | more


def bare_axis(**more) -> dict:
    """An axis that only places marks: no ticks, no grid, no title."""
    return axis(visible=False, showgrid=False, showticklabels=False, **more)


def layout(xaxis: dict, yaxis: dict, height: int, **more) -> dict:
    """The layout of every chart."""
    base = {
        "height": height, "margin": {"l": 8, "r": 20, "t": 12, "b": 40}, "showlegend": False, "dragmode": False,
        "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)", "hovermode": "closest",
        "font": {"family": FONT, "size": 13, "color": color("ink")},
        "hoverlabel": {"bgcolor": color("ground"), "bordercolor": color("muted"), "font": {"color": color("ink")}, "align": "left"},
        "xaxis": {"ticklabelstandoff": 4} | xaxis, "yaxis": yaxis,  # so that the first labels of the two axes do not meet in the corner
    }
    return base | more


LEGEND = {"orientation": "h", "x": 0, "xanchor": "left", "y": 1.0, "yanchor": "bottom", "font": {"size": 12}, "itemclick": False, "itemdoubleclick": False}


KEY_LINE = 20  # pixels of one line of the key
KEY_WIDTH = 114  # pixels of an entry's words where two entries stand side by side at 390 px: about 18 characters


def key_below(entries: int, height: int) -> dict:
    """A key that starts at the figure's left edge, right under a plot that leaves it room: one entry a line, which is what a 390 px screen shows."""
    return LEGEND | {"xref": "container", "x": 0.02, "yref": "container", "y": (KEY_LINE * entries + 6) / height, "yanchor": "top"}


def key_in_two(entries: int, height: int) -> dict:
    """A key below whose entries stand two in a line at 390 px and more where there is room; no entry longer than KEY_WIDTH."""
    return key_below(-(-entries // 2), height) | {"entrywidth": KEY_WIDTH, "entrywidthmode": "pixels"}


def key_entry(name: str, symbol: str, tint: str, size: int = 11) -> dict:
    """A legend entry without a mark of its own."""
    return {
        "type": "scatter", "mode": "markers", "x": [None], "y": [None], "name": inert(name), "showlegend": True, "hoverinfo": "skip",
        "marker": {"symbol": symbol, "color": color(tint), "size": size, "line": {"color": color(tint), "width": 2}},
        "meta": {"context": True},
    }


def context(trace: dict) -> dict:
    """A trace that orients but is no mark: its points are not counted as rows."""
    return trace | {"meta": {"context": True}, "hoverinfo": "skip", "showlegend": False}


def marks(figure: Figure) -> int:
    """How many marks does a figure draw? One per row of its numbers, or it is unfinished."""
    return sum(len(trace["x"]) for trace in figure.spec["data"] if not trace.get("meta", {}).get("context"))


def plain(value: object) -> object:
    """A spec in JSON's own values: numbers of numpy become Python's, a missing number becomes null (NaN is not JSON)."""
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    return None if pd.isna(value) else value


def figure(name: str, caption: Caption, rows: pd.DataFrame, traces: list[dict], layout: dict) -> Figure:
    """A Figure whose marks equal its rows; what has no name of its own stands in no legend."""
    traces = [trace if "name" in trace else trace | {"showlegend": False} for trace in traces]
    made = Figure(name.replace("_", "-"), caption, plain({"data": traces, "layout": layout}), rows.reset_index(drop=True), layout["height"])
    if marks(made) != len(rows):
        raise ValueError(f"figure {made.name} draws {marks(made)} marks for {len(rows)} rows: each row is one mark")
    return made


def hover(frame: pd.DataFrame, *columns: str) -> list[str]:
    """One hover text per row from these columns, first in bold."""
    return ["<br>".join(
        (f"<b>{inert(value)}</b>" if place == 0 else "<br>".join(inert(line) for line in textwrap.wrap(str(value), 60)))
        for place, value in enumerate(row) if pd.notna(value) and value != ""
    ) for row in frame[list(columns)].itertuples(index=False)]
