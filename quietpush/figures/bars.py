"""Bars: how much of each? Lengths from zero, value written at the end, longest first unless order carries meaning."""

from __future__ import annotations

import pandas as pd

from ..theme import color
from .base import LEGEND, axis, figure, hover, inert, layout, wrapped
from .caption import Caption, Figure


def _bars(name: str, frame: pd.DataFrame, caption: Caption, unit: str, rows: pd.DataFrame) -> Figure:
    """Horizontal bars. frame: label, value, shown (text at the end of the bar), meaning (color)."""
    height = 60 + 38 * len(frame)
    trace = {
        "type": "bar", "orientation": "h", "x": frame["value"].tolist(), "y": [wrapped(label) for label in frame["label"]],
        "text": [inert(text) for text in frame["shown"]], "textposition": "outside", "cliponaxis": False, "textangle": 0,
        "marker": {"color": [color(meaning) for meaning in frame["meaning"]]}, "hovertext": hover(frame, "label", "shown"),
        "hoverinfo": "text", "width": 0.62,
    }
    room = float(frame["value"].max()) * 1.28 or 1
    return figure(name, caption, rows, [trace], layout(
        axis(unit, range=[min(0.0, float(frame["value"].min()) * 1.28), room], rangemode="tozero", nticks=5),
        axis(autorange="reversed", showgrid=False, tickfont={"size": 12, "color": color("ink")}), height))


def _stacks(name: str, frame: pd.DataFrame, caption: Caption, unit: str, rows: pd.DataFrame) -> Figure:
    """Stacked horizontal bars. frame: label, part, value, meaning; parts keep the order in which they first occur."""
    labels = list(dict.fromkeys(frame["label"]))
    traces = [
        {
            "type": "bar", "orientation": "h", "name": inert(part), "showlegend": True,
            "x": piece["value"].tolist(), "y": [wrapped(label) for label in piece["label"]],
            "marker": {"color": color(piece["meaning"].iloc[0]), "line": {"color": color("ground"), "width": 1}},
            "hovertext": [f"<b>{inert(row.label)}</b><br>{inert(row.part)}: {row.value:,.4g}" for row in piece.itertuples()], "hoverinfo": "text",
        }
        for part, piece in frame.groupby("part", sort=False)
    ]
    return figure(name, caption, rows, traces, layout(
        axis(unit, nticks=6, rangemode="tozero"), axis(autorange="reversed", showgrid=False, categoryorder="array", categoryarray=[wrapped(x) for x in labels], tickfont={"size": 12, "color": color("ink")}),
        110 + 34 * len(labels), barmode="stack", bargap=0.35, showlegend=True, legend=LEGEND | {"traceorder": "normal"}, margin={"l": 8, "r": 20, "t": 56, "b": 40}))


def stacks_obligations_by_place(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Where did US security money go, and for what? frame: place, police_share (police | mixed | military), obligations_usd2020."""
    words = {"police": ("Law enforcement (INCLE)", "us"), "mixed": ("Mixed accounts", "us_soft"), "military": ("Military accounts", "context")}
    drawn = pd.DataFrame({
        "label": frame["place"], "part": [words[kind][0] for kind in frame["police_share"]],
        "value": frame["obligations_usd2020"] / 1e9, "meaning": [words[kind][1] for kind in frame["police_share"]],
    })
    return _stacks("stacks_obligations_by_place", drawn, caption, "billion constant 2020 US dollars", frame)
