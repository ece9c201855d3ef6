"""Slope: who moved between two periods, and who did not? One line per party, two marks on it; only those the text names are named."""

from __future__ import annotations

import pandas as pd

from ..theme import color
from .base import axis, context, figure, hover, inert, layout
from .caption import Caption, Figure

NAME_ROOM = 142  # px on the right for a name and its change
LINE_PX = 15  # px that a name needs for itself


def _slopes(name: str, frame: pd.DataFrame, caption: Caption, unit: str, meanings: dict[str, str], rows: pd.DataFrame, height: int = 520) -> Figure:
    """Two marks and a line per party. frame: who, period (two values, in order), value, role (key of meanings), shown (name at the right end, or empty), hover.

    Roles are drawn in the order of meanings, so that the last lies on top.
    """
    periods = list(dict.fromkeys(frame["period"]))
    traces = []
    for role, meaning in meanings.items():
        piece = frame[frame["role"] == role]
        quiet = meaning == "context"
        for _, party in piece.groupby("who", sort=False):
            traces.append(context({
                "type": "scatter", "mode": "lines", "x": [periods.index(period) for period in party["period"]], "y": party["value"].tolist(),
                "line": {"color": color(meaning), "width": 1 if quiet else 2.5}, "opacity": 0.55 if quiet else 1,
            }))
        traces.append({
            "type": "scatter", "mode": "markers", "x": [periods.index(period) for period in piece["period"]], "y": piece["value"].tolist(), "cliponaxis": False,
            "hovertext": piece["hover"].tolist(), "hoverinfo": "text", "marker": {"size": 5 if quiet else 9, "color": color(meaning)},
        })
    notes = [{"x": place, "yref": "paper", "y": 1, "yanchor": "bottom", "text": f"<b>{inert(period)}</b>", "showarrow": False, "xanchor": "left" if place == 0 else "right",
              "font": {"size": 12, "color": color("ink")}} for place, period in enumerate(periods)]
    named = frame[(frame["period"] == periods[-1]) & (frame["shown"] != "")].sort_values("value")
    step, at = (frame["value"].max() - frame["value"].min()) * LINE_PX / (height - 90), None
    for row in named.itertuples():
        at = row.value if at is None else max(row.value, at + step)
        notes.append({"x": 1, "y": at, "xanchor": "left", "xshift": 9, "text": inert(row.shown), "showarrow": False, "align": "left", "font": {"size": 12, "color": color(meanings[row.role])}})
    notes.append({"xref": "paper", "x": 0, "yref": "paper", "y": 1, "yshift": 20, "yanchor": "bottom", "xanchor": "left", "text": inert(unit), "showarrow": False, "font": {"size": 12, "color": color("muted")}})
    return figure(name, caption, rows, [trace for trace in traces if trace["x"]], layout(
        axis(range=[-0.02, 1.02], showgrid=False, showticklabels=False), axis(nticks=6), height, annotations=notes, margin={"l": 8, "r": NAME_ROOM, "t": 46, "b": 12}))


MOVERS = {"other states": "context", "moved further": "local", "Argentina": "other", "China": "china", "United States": "us"}


def slopes_un_positions_by_state(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Who moved in UN votes between two periods? frame: iso3, who, period, ideal_point, change, role (key of MOVERS)."""
    moved = [f"{change:+.2f}".replace("-", "−") for change in frame["change"]]
    named = [f"{who} {change}" for who, change in zip(frame["who"], moved)]
    drawn = pd.DataFrame({
        "who": frame["who"], "period": frame["period"], "value": frame["ideal_point"], "role": frame["role"],
        "shown": pd.Series(named, index=frame.index).where(frame["role"] != "other states", ""),
        "hover": hover(frame.assign(moved=[f"moved by {change}" for change in moved], at=frame["ideal_point"].round(2)), "who", "period", "at", "moved"),
    })
    return _slopes("slopes_un_positions_by_state", drawn, caption, "position in UN votes", MOVERS, frame)
