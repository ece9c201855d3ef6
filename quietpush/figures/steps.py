"""Steps: how did a count grow in each of several places? One small panel each, on one scale, with what else happened there."""

from __future__ import annotations

import math

import pandas as pd

from ..theme import color
from .base import KEY_LINE, axis, context, figure, hover, inert, key_below, key_entry, layout
from .caption import Caption, Figure

PANEL, HEAD, UNDER = 92, 50, 26  # px of a panel, of the words over it, of the years under it
GUTTER = 0.1  # share of the width between the two columns


def _steps(name: str, frame: pd.DataFrame, caption: Caption, legend: dict[str, tuple[str, str]], rows: pd.DataFrame, mark: tuple[str, str] | None = None) -> Figure:
    """Step curves in two columns of panels. frame: panel, x, y, series (key of legend), hover, words (lines under the panel's name), at (x of a mark, or nan).

    legend: {series: (words, meaning)}; mark: words and meaning of the vertical line.
    """
    panels = list(dict.fromkeys(frame["panel"]))
    deep = math.ceil(len(panels) / 2)
    entries = len(legend) + bool(mark)
    plot = deep * (HEAD + PANEL + UNDER)
    height = plot + KEY_LINE * entries + 20
    top, low, high = 1.12 * float(frame["y"].max()), float(frame["x"].min()), float(frame["x"].max())
    traces, notes, axes = [], [], {}
    for place, panel in enumerate(panels):
        key, row, side = "" if place == 0 else str(place + 1), place // 2, place % 2
        piece = frame[frame["panel"] == panel]
        ceiling = 1 - row * (HEAD + PANEL + UNDER) / plot
        across = [0.0, 0.5 - GUTTER / 2] if side == 0 else [0.5 + GUTTER / 2, 1.0]
        for series, (_, meaning) in legend.items():
            line = piece[piece["series"] == series]
            traces.append({
                "type": "scatter", "mode": "lines+markers", "x": line["x"].tolist(), "y": line["y"].tolist(), "xaxis": f"x{key}", "yaxis": f"y{key}", "cliponaxis": False,
                "line": {"color": color(meaning), "width": 2, "shape": "hv"}, "marker": {"size": 3, "color": color(meaning)}, "hovertext": line["hover"].tolist(), "hoverinfo": "text",
            })
        if mark and pd.notna(piece["at"].iloc[0]):
            at = float(piece["at"].iloc[0])
            traces.append(context({"type": "scatter", "mode": "lines", "x": [at, at], "y": [0, top], "xaxis": f"x{key}", "yaxis": f"y{key}", "line": {"color": color(mark[1]), "width": 1.5, "dash": "dot"}}))
        axes[f"xaxis{key}"] = axis(domain=across, anchor=f"y{key}", range=[low - 0.3, high + 0.3], showgrid=False, tickvals=[2013, 2017, 2021, 2025], tickfont={"size": 11, "color": color("muted")})
        axes[f"yaxis{key}"] = axis(domain=[ceiling - (HEAD + PANEL) / plot, ceiling - HEAD / plot], anchor=f"x{key}", range=[0, top], nticks=3, tickfont={"size": 11, "color": color("muted")})
        words = "<br>".join([f"<b>{inert(panel)}</b>", *(inert(line) for line in piece["words"].iloc[0].split("\n"))])
        notes.append({"xref": "paper", "x": across[0], "xanchor": "left", "yref": "paper", "y": ceiling, "yanchor": "top", "text": words, "showarrow": False, "align": "left", "font": {"size": 11, "color": color("ink")}})
    traces += [key_entry(words, "square", meaning) for words, meaning in legend.values()]
    traces += [key_entry(mark[0], "line-ns-open", mark[1])] if mark else []
    first = axes.pop("xaxis"), axes.pop("yaxis")
    return figure(name, caption, rows, traces, layout(
        *first, height, annotations=notes, showlegend=True, legend=key_below(entries, height) | {"y": (KEY_LINE * entries + 14) / height}, margin={"l": 26, "r": 10, "t": 8, "b": KEY_LINE * entries + 12}, **axes))


def steps_policies_by_state(frame: pd.DataFrame, caption: Caption) -> Figure:
    """How did the number of AI policies grow in each state? frame: iso3, state, year, series (listed | binding), policies_to_date, joined, data_laws."""
    joined = [f"Belt and Road {year}" if pd.notna(year) else "not in Belt and Road" for year in frame["joined"]]
    laws = [f"data law {years}" if pd.notna(years) else "data law undated" for years in frame["data_laws"]]
    drawn = pd.DataFrame({
        "panel": frame["state"], "x": frame["year"], "y": frame["policies_to_date"], "series": frame["series"],
        "words": [f"{road}\n{law}" for road, law in zip(joined, laws)], "at": frame["joined"].astype(float),
        "hover": hover(frame.assign(said=[f"{count} {series} by {year}" for count, series, year in zip(frame["policies_to_date"], frame["series"], frame["year"])]), "state", "said"),
    })
    legend = {"listed": ("AI policies listed, to date", "local"), "binding": ("Binding ones among them", "nation")}
    return _steps("steps_policies_by_state", drawn, caption, legend, frame, ("Joined Belt and Road", "china"))
