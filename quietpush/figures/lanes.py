"""Lanes: what happened when, and who acted? One lane per case, a mark per step; shape is the step, color the actor."""

from __future__ import annotations

import pandas as pd

from ..theme import color
from .base import LEGEND, axis, figure, hover, key_entry, layout, wrapped
from .caption import Caption, Figure


def _lanes(name: str, frame: pd.DataFrame, caption: Caption, actors: dict[str, tuple[str, str]], steps: dict[str, tuple[str, str]], rows: pd.DataFrame, marks_at: dict[str, str] | None = None) -> Figure:
    """Steps on lanes. frame: lane, date (ISO, full), actor (key of actors), step (key of steps), hover, weak.

    actors: {key: (words, meaning)}; steps: {key: (words, symbol)}; marks_at: {date: words}.
    """
    lanes = list(dict.fromkeys(frame["lane"]))
    traces = [{
        "type": "scatter", "mode": "markers", "x": frame["date"].tolist(), "y": [wrapped(lane) for lane in frame["lane"]],
        "hovertext": frame["hover"].tolist(), "hoverinfo": "text",
        "marker": {"size": 13, "color": [color(actors[actor][1]) for actor in frame["actor"]],
                   "symbol": [steps[step][1] + ("-open" if weak else "") for step, weak in zip(frame["step"], frame["weak"])],
                   "line": {"width": 1.5, "color": [color(actors[actor][1]) for actor in frame["actor"]]}},
    }]
    traces += [key_entry(words, "circle", meaning) for key, (words, meaning) in actors.items() if key in set(frame["actor"])]
    traces += [key_entry(words, symbol, "muted") for key, (words, symbol) in steps.items() if key in set(frame["step"])]
    shapes = [{"type": "line", "x0": x, "x1": x, "yref": "paper", "y0": 0, "y1": 1, "line": {"color": color("muted"), "width": 1, "dash": "dot"}} for x in (marks_at or {})]
    notes = [{"x": x, "yref": "paper", "y": 0, "yanchor": "bottom", "xanchor": "right", "xshift": -4, "text": words, "showarrow": False, "font": {"size": 11, "color": color("muted")}} for x, words in (marks_at or {}).items()]
    return figure(name, caption, rows, traces, layout(
        axis(type="date", nticks=6), axis(autorange="reversed", categoryorder="array", categoryarray=[wrapped(lane) for lane in lanes], tickfont={"size": 12, "color": color("ink")}),
        150 + 48 * len(lanes), shapes=shapes, annotations=notes, showlegend=True, legend=LEGEND | {"y": -0.12, "yanchor": "top"}, margin={"l": 8, "r": 16, "t": 12, "b": 90}))


def placed(date: str) -> str:
    """Where on the axis does a date of any precision stand? A year in its middle, a month in its middle."""
    return f"{date}-07-01" if len(date) == 4 else f"{date}-15" if len(date) == 7 else date


def lanes_cases_by_step(frame: pd.DataFrame, launch: str, caption: Caption) -> Figure:
    """How do dated cases stand to a launch? frame: lane, date (any precision), step, event, what; launch: an ISO date."""
    steps = {
        "paper": ("Policy paper", "diamond"), "forum": ("Police forum", "hexagon2"), "offer": ("Offer", "triangle-up"), "gift": ("Gift to police", "circle"),
        "talks": ("Talks", "triangle-down"), "agreed": ("Signed or sold", "pentagon"), "delivered": ("Opened or handed over", "square"),
        "used": ("In use against protests", "cross"), "withdrawn": ("Withdrawn", "x"),
    }
    drawn = frame.assign(actor=["china" if step != "withdrawn" else "host" for step in frame["step"]], weak=frame["date"].str.len() == 4)
    drawn = drawn.assign(hover=hover(drawn, "what", "date", "event"), date=drawn["date"].map(placed))
    return _lanes("lanes_cases_by_step", drawn, caption, {"china": ("Chinese side", "china"), "host": ("Host government", "local")}, steps, frame, {placed(launch): "launch"})
