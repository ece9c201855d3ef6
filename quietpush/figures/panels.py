"""Panels: how did two things move that share no scale? One panel each, one above the other, never one axis."""

from __future__ import annotations

import pandas as pd

from ..theme import color
from .base import axis, figure, hover, inert, layout, wrapped
from .caption import Caption, Figure

PANEL_HEIGHT = 180
HEAD, GAP = 0.09, 0.07  # shares of the height for a panel's name and for the space under it


def _broken(label: object) -> str:
    """A span of years on lines of its own, so that seven stand side by side at 390 px."""
    return wrapped(str(label).replace("–", "– "), 5)


def _panels(name: str, frame: pd.DataFrame, caption: Caption, unit: str, rows: pd.DataFrame) -> Figure:
    """Upright bars in panels. frame: panel, label (shared by the panels, in order), value, shown, meaning."""
    panels, labels = list(dict.fromkeys(frame["panel"])), [_broken(label) for label in dict.fromkeys(frame["label"])]
    high = (1 - len(panels) * HEAD - (len(panels) - 1) * GAP) / len(panels)
    traces, notes, axes = [], [], {}
    for place, panel in enumerate(panels):
        piece, key = frame[frame["panel"] == panel], "" if place == 0 else str(place + 1)
        top = 1 - place * (HEAD + high + GAP)
        traces.append({
            "type": "bar", "showlegend": False, "x": [_broken(label) for label in piece["label"]], "y": piece["value"].tolist(), "yaxis": f"y{key}", "width": 0.66,
            "text": [inert(text) for text in piece["shown"]], "textposition": "outside", "cliponaxis": False, "textangle": 0,
            "marker": {"color": color(piece["meaning"].iloc[0])}, "hovertext": hover(piece, "panel", "label", "shown"), "hoverinfo": "text",
        })
        axes[f"yaxis{key}"] = axis("", domain=[max(0.0, top - HEAD - high), top - HEAD], range=[0, float(piece["value"].max()) * 1.22], nticks=4, anchor="x")
        notes.append({"xref": "paper", "x": 0, "xanchor": "left", "yref": "paper", "y": top, "yanchor": "top", "showarrow": False, "align": "left",
                      "text": f"<b>{inert(panel)}</b>, {inert(unit)}", "font": {"size": 13, "color": color(piece["meaning"].iloc[0])}})
    first = axes.pop("yaxis")
    return figure(name, caption, rows, traces, layout(
        axis(showgrid=False, categoryorder="array", categoryarray=labels, tickfont={"size": 11, "color": color("ink")}, anchor=f"y{len(panels)}" if len(panels) > 1 else "y"),
        first, 40 + PANEL_HEIGHT * len(panels), annotations=notes, margin={"l": 8, "r": 12, "t": 8, "b": 48}, **axes))


PURSES = {"US obligations": "us", "Chinese commitments": "china"}


def panels_purses_by_block(frame: pd.DataFrame, caption: Caption) -> Figure:
    """How did each purse move? frame: purse, first_year, last_year, usd2021."""
    drawn = pd.DataFrame({
        "panel": frame["purse"], "label": [f"{first}–{last}" for first, last in zip(frame["first_year"], frame["last_year"])],
        "value": frame["usd2021"] / 1e9, "shown": [f"{value / 1e9:.1f}" for value in frame["usd2021"]], "meaning": frame["purse"].map(PURSES),
    })
    return _panels("panels_purses_by_block", drawn, caption, "billion 2021 dollars", frame)
