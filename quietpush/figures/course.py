"""Course: how did several measures of one thing move? Panels of their own scale over one row of years."""

from __future__ import annotations

import pandas as pd

from ..theme import color
from .base import KEY_LINE, axis, context, figure, inert, key_below, key_entry, layout
from .caption import Caption, Figure

PANEL, HEAD, BETWEEN = 150, 30, 14  # pixels: a panel, its name above it, the space under it


def _course(name: str, frame: pd.DataFrame, caption: Caption, panels: dict[str, tuple[str, str]], parts: dict[str, tuple[str, str, str]], rows: pd.DataFrame) -> Figure:
    """Panels over shared years. frame: panel (key of panels), year, part (key of parts), value, hover.

    panels: {key: (words, "bars" | "dots" | "line")}; bars are stacked part on part, dots of one year are joined to a range.
    parts: {key: (words, meaning, symbol)}.
    """
    used = [key for key in panels if key in set(frame["panel"])]
    key = KEY_LINE * (len(parts) + 1) + 12
    inner = len(used) * (PANEL + HEAD) + (len(used) - 1) * BETWEEN
    height, traces, notes, axes = inner + key + 48, [], [], {}
    for place, panel in enumerate(used):
        words, form = panels[panel]
        suffix, top = "" if place == 0 else str(place + 1), 1 - place * (PANEL + HEAD + BETWEEN) / inner
        piece = frame[frame["panel"] == panel]
        axes[f"yaxis{suffix}"] = axis("", domain=[max(0.0, top - (HEAD + PANEL) / inner), top - HEAD / inner], nticks=4, rangemode="tozero", anchor="x")
        notes.append({"xref": "paper", "x": 0, "xanchor": "left", "yref": "paper", "y": top, "yanchor": "top", "showarrow": False, "text": f"<b>{inert(words)}</b>", "font": {"size": 12, "color": color("ink")}})
        if form == "dots":
            spans = piece.groupby("year")["value"].agg(["min", "max"])
            spans = spans[spans["max"] > spans["min"]]
            traces += [context({"type": "scatter", "mode": "lines", "x": [year, year], "y": [span["min"], span["max"]], "yaxis": f"y{suffix}", "line": {"color": color("china_soft"), "width": 4}}) for year, span in spans.iterrows()]
        for part, some in piece.groupby("part", sort=False):
            _, meaning, symbol = parts[part]
            shared = {"x": some["year"].tolist(), "y": some["value"].tolist(), "yaxis": f"y{suffix}", "hovertext": some["hover"].tolist(), "hoverinfo": "text", "showlegend": False}
            if form == "bars":
                traces.append(shared | {"type": "bar", "marker": {"color": color(meaning)}})
            else:
                traces.append(shared | {"type": "scatter", "mode": "markers" if form == "dots" else "lines+markers", "line": {"color": color(meaning), "width": 2.5}, "cliponaxis": False,
                                        "marker": {"size": 9 if form == "dots" else 5, "symbol": symbol, "color": color(meaning), "line": {"width": 1.5, "color": color(meaning)}}})
    traces += [key_entry(words, symbol, meaning) for words, meaning, symbol in parts.values()]
    first = axes.pop("yaxis")
    return figure(name, caption, rows, traces, layout(
        axis(showgrid=False, nticks=6, range=[float(frame["year"].min()) - 0.7, float(frame["year"].max()) + 0.7], anchor=f"y{len(used)}" if len(used) > 1 else "y"),
        first, height, barmode="stack", annotations=notes, showlegend=True, legend=key_below(len(parts) + 1, height) | {"traceorder": "normal"}, margin={"l": 8, "r": 14, "t": 6, "b": 42 + key}, **axes))


FINANCE = {
    "commitments": ("Commitments, billion 2021 dollars", "bars"), "share": ("Region's share of the world, percent", "line"),
    "loans": ("Policy bank loans by edition, billion dollars", "dots"),
}
FINANCE_PARTS = {
    "others": ("Other states", "china", "square"), "venezuela": ("Venezuela", "china_soft", "square"),
    "loans": ("One edition's figure for a year", "china", "circle-open"), "share": ("Share of the world", "other", "circle"),
}


def course_finance_by_measure(frame: pd.DataFrame, caption: Caption) -> Figure:
    """How did Chinese finance for the region move, by three measures? frame: panel, year, part, value, unit, edition."""
    edition = frame["edition"].where(frame["edition"] == "", ", " + frame["edition"])
    said = [f"<b>{row.year}</b><br>{inert(FINANCE_PARTS[row.part][0])}: {row.value:,.1f} {inert(row.unit)}{inert(end)}" for row, end in zip(frame.itertuples(), edition)]
    return _course("course_finance_by_measure", frame.assign(hover=said), caption, FINANCE, FINANCE_PARTS, frame)
