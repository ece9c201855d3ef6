"""Lanes: what happened when, and who acted? One lane per case, a mark per step; shape is the step, color the actor."""

from __future__ import annotations

import pandas as pd

from ..theme import color
from .base import KEY_LINE, axis, figure, hover, inert, key_below, key_entry, layout, wrapped
from .caption import Caption, Figure


def _lanes(name: str, frame: pd.DataFrame, caption: Caption, actors: dict[str, tuple[str, str]], steps: dict[str, tuple[str, str]], rows: pd.DataFrame, marks_at: dict[str, str] | None = None) -> Figure:
    """Steps on lanes. frame: lane, date (ISO, full), actor (key of actors), step (key of steps), hover, weak.

    actors: {key: (words, meaning)}; steps: {key: (words, symbol)}; marks_at: {date: words}. What has no words has no
    entry in the key: the lane says it.
    """
    lanes = list(dict.fromkeys(frame["lane"]))
    traces = [{
        "type": "scatter", "mode": "markers", "x": frame["date"].tolist(), "y": [wrapped(lane) for lane in frame["lane"]],
        "hovertext": frame["hover"].tolist(), "hoverinfo": "text",
        "marker": {"size": 13, "color": [color(actors[actor][1]) for actor in frame["actor"]],
                   "symbol": [steps[step][1] + ("-open" if weak else "") for step, weak in zip(frame["step"], frame["weak"])],
                   "line": {"width": 1.5, "color": color("ground")}},  # parts marks that touch; an open symbol draws in its own color
    }]
    traces += [key_entry(words, "circle", meaning) for key, (words, meaning) in actors.items() if words and key in set(frame["actor"])]
    traces += [key_entry(words, symbol, "muted") for key, (words, symbol) in steps.items() if words and key in set(frame["step"])]
    shapes = [{"type": "line", "x0": x, "x1": x, "yref": "paper", "y0": 0, "y1": 1, "line": {"color": color("muted"), "width": 1, "dash": "dot"}} for x in (marks_at or {})]
    notes = [{"x": x, "yref": "paper", "y": 0, "yanchor": "bottom", "xanchor": "right", "xshift": -4, "text": inert(words), "showarrow": False, "font": {"size": 11, "color": color("muted")}} for x, words in (marks_at or {}).items()]
    entries = len(traces) - 1
    height = 62 + 44 * len(lanes) + KEY_LINE * entries
    return figure(name, caption, rows, traces, layout(
        axis(type="date", nticks=6), axis(autorange="reversed", categoryorder="array", categoryarray=[wrapped(lane) for lane in lanes], tickfont={"size": 12, "color": color("ink")}),
        height, shapes=shapes, annotations=notes, showlegend=True, legend=key_below(entries, height), margin={"l": 8, "r": 16, "t": 12, "b": 40 + KEY_LINE * entries}))


def _placed(dates: pd.Series) -> pd.Series:
    """Where on the time axis does a date of any precision stand? A year at its middle, a month at its fifteenth."""
    days = dates.where(dates.str.len() > 4, dates + "-07")
    return days.where(days.str.len() > 7, days + "-15")


def lanes_cases_by_step(frame: pd.DataFrame, launch: str, caption: Caption) -> Figure:
    """How do dated cases stand to a launch? frame: lane, date (any precision), step, event, what; launch: the month, as YYYY-MM."""
    steps = {
        "label": ("", "diamond"), "gift": ("", "circle"), "talks": ("Talks", "triangle-down"), "agreed": ("Signed or sold", "pentagon"),
        "delivered": ("Opened, handed over", "square"), "used": ("Used on protesters", "cross"), "withdrawn": ("Withdrawn by host", "x"),
    }
    drawn = pd.DataFrame({
        "lane": frame["lane"], "date": _placed(frame["date"]), "actor": frame["step"].map({"withdrawn": "host"}).fillna("china"), "step": frame["step"],
        "hover": hover(frame, "what", "date", "event"), "weak": frame["date"].str.len() == 4,
    })
    return _lanes("lanes_cases_by_step", drawn, caption, {"china": ("", "china"), "host": ("", "local")}, steps, frame, {f"{launch}-15": "launch"})
