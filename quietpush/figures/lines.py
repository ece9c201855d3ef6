"""Lines: how did it change? A point for every row, series named at their ends, bands where there is an interval."""

from __future__ import annotations

import pandas as pd

from ..theme import color
from .base import axis, context, figure, inert, layout
from .caption import Caption, Figure


def _lines(name: str, frame: pd.DataFrame, caption: Caption, unit: str, rows: pd.DataFrame, step: bool = False, zero: bool = True, marks_at: dict[str, str] | None = None, spans: list[tuple] = (), height: int = 380) -> Figure:
    """Lines over time. frame: x (year or ISO date), y, series, meaning; missing y leaves a gap.

    marks_at: {x: words} vertical reference lines; spans: (x0, x1, words) shaded periods, which are no arrows of cause.
    """
    traces, notes = [], []
    for series, piece in frame.groupby("series", sort=False):
        tint = color(piece["meaning"].iloc[0])
        traces.append({
            "type": "scatter", "mode": "lines+markers", "name": inert(series), "x": piece["x"].tolist(), "y": piece["y"].tolist(),
            "line": {"color": tint, "width": 2.5, "shape": "hv" if step else "linear"}, "marker": {"size": 5, "color": tint}, "connectgaps": False,
            "hovertext": [f"<b>{inert(series)}</b><br>{x}: {f'{y:,.4g}' if pd.notna(y) else 'not known'}" for x, y in zip(piece["x"], piece["y"])], "hoverinfo": "text",
        })
        known = piece.dropna(subset=["y"])
        notes.append({"x": known["x"].iloc[-1], "y": known["y"].iloc[-1], "text": inert(series), "showarrow": False, "xanchor": "left", "xshift": 8, "font": {"color": tint, "size": 12}})
    notes = _apart(notes, frame["y"].max() - min(0 if zero else frame["y"].min(), frame["y"].min()), height)
    shapes = [{"type": "line", "x0": x, "x1": x, "yref": "paper", "y0": 0, "y1": 1, "line": {"color": color("muted"), "width": 1, "dash": "dot"}} for x in (marks_at or {})]
    shapes += [{"type": "rect", "x0": x0, "x1": x1, "yref": "paper", "y0": 0, "y1": 1, "fillcolor": color("grid"), "opacity": 0.6, "line": {"width": 0}, "layer": "below"} for x0, x1, _ in spans]
    notes += [{"x": x, "yref": "paper", "y": 1.0, "yanchor": "bottom", "text": inert(words), "showarrow": False, "font": {"size": 11, "color": color("muted")}} for x, words in (marks_at or {}).items()]
    notes += [{"x": x0, "yref": "paper", "y": 1.0, "yanchor": "bottom", "xanchor": "left", "text": inert(words), "showarrow": False, "font": {"size": 11, "color": color("muted")}} for x0, _, words in spans]
    # The unit stands over the axis, where it needs no rotation.
    notes.append({"xref": "paper", "x": 0, "yref": "paper", "y": 1.0, "yanchor": "bottom", "xanchor": "left", "yshift": 16 if marks_at or spans else 0, "text": inert(unit), "showarrow": False, "font": {"size": 12, "color": color("muted")}})
    # Names at the line ends stand in the margin; left to itself the axis would run on into years without data.
    ends = {"range": [float(frame["x"].min()) - 0.4, float(frame["x"].max()) + 0.2]} if pd.api.types.is_numeric_dtype(frame["x"]) else {}
    room = max(len(str(series)) for series in frame["series"]) * 7 + 16
    return figure(name, caption, rows, traces, layout(
        axis(showgrid=False, nticks=6, **ends), axis(rangemode="tozero" if zero else "normal", nticks=6), height,
        shapes=shapes, annotations=notes, margin={"l": 8, "r": min(room, 130), "t": 46 if marks_at or spans else 30, "b": 34}))


def _apart(notes: list[dict], span: float, height: int) -> list[dict]:
    """Series names moved up or down until none covers another (about 16 px each)."""
    step = float(span) * 16 / max(height - 70, 1)
    placed: list[dict] = []
    for note in sorted(notes, key=lambda note: note["y"]):
        low = placed[-1]["y"] + step if placed and placed[-1]["x"] == note["x"] else note["y"]
        placed.append(note | {"y": max(note["y"], low)})
    return placed


def lines_un_positions_by_year(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Who moved in UN votes? frame: year, who, ideal_point."""
    meaning = {"United States": "us", "China": "china", "Argentina": "other"}
    drawn = pd.DataFrame({"x": frame["year"], "y": frame["ideal_point"], "series": frame["who"], "meaning": frame["who"].map(meaning).fillna("local")})
    return _lines("lines_un_positions_by_year", drawn, caption, "position in UN votes", frame, zero=False, height=420)


def lines_club_members_by_year(frame: pd.DataFrame, caption: Caption) -> Figure:
    """How many states stood in each club at the end of each year? frame: year, series, states."""
    meaning = {"Belt and Road": "china", "EU–LAC alliance": "eu"}
    drawn = pd.DataFrame({"x": frame["year"], "y": frame["states"], "series": frame["series"], "meaning": frame["series"].map(meaning).fillna("context")})
    return _lines("lines_club_members_by_year", drawn, caption, "states", frame, step=True)
