"""Lanes: what happened when, and who acted? One lane per case, a mark per step; shape is the step, color the actor."""

from __future__ import annotations

import pandas as pd

from ..theme import color
from .base import KEY_LINE, PARTIES, axis, context, figure, hover, inert, key_below, key_entry, layout, wrapped
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


STEP_SYMBOLS = {
    "announced": ("Announced", "circle"), "signed": ("Signed", "square"), "approved": ("Approved", "star"), "built": ("Built, running", "diamond"),
    "disclosed": ("Disclosed", "triangle-up"), "contested": ("Contested", "triangle-down"), "stopped": ("Stopped", "x"), "other": ("Other step", "line-ns"),
}
STOPS = ("paused", "withdrawn", "cancelled")
TRACK = {party: place for place, party in enumerate(("china", "local", "national", "us"))} | {"press": 1}
LANE = 5.2  # tracks from lane to lane: four, and a gap
TRACK_PX = 14


def _key(entries: list[tuple[str, str, str]], columns: tuple[float, float], top: float) -> tuple[list[dict], float]:
    """A key in two columns inside the plot, so that it is as wide as the plot on every screen. entries: (words, symbol, meaning).

    Returns its traces and the height it takes, in tracks.
    """
    traces = [context({
        "type": "scatter", "mode": "markers+text", "x": [columns[place % 2]], "y": [top + 1.3 * (place // 2)], "text": [f" {inert(words)}"], "textposition": "middle right",
        "textfont": {"size": 12, "color": color("ink")}, "marker": {"symbol": symbol, "size": 10, "color": color(meaning), "line": {"width": 2, "color": color(meaning)}},
    }) for place, (words, symbol, meaning) in enumerate(entries)]
    return traces, 1.3 * ((len(entries) + 1) // 2)


def _tracks(name: str, frame: pd.DataFrame, caption: Caption, rows: pd.DataFrame) -> Figure:
    """Steps in order on lanes of four tracks. frame: lane, span (words under its name), order, party, symbol (key of STEP_SYMBOLS), weak, hover.

    Order is no time: every step of a lane has its own column, so that steps days apart stay apart on a small screen.
    """
    lanes, last = frame.drop_duplicates("lane")[["lane", "span"]], int(frame["order"].max())
    columns = (1.0, 1 + last / 2)
    who, high = _key([(words, "circle", meaning) for party, (words, meaning) in PARTIES.items() if party in set(frame["party"])], columns, 0)
    what, more = _key([(words, symbol, "muted") for key, (words, symbol) in STEP_SYMBOLS.items() if key in set(frame["symbol"])], columns, high + 0.6)
    base = {lane: high + more + 1.6 + place * LANE for place, lane in enumerate(lanes["lane"])}
    tints = [color(PARTIES[party][1]) for party in frame["party"]]
    steps = {
        "type": "scatter", "mode": "markers", "x": frame["order"].tolist(), "y": [base[lane] + TRACK[party] for lane, party in zip(frame["lane"], frame["party"])],
        "hovertext": frame["hover"].tolist(), "hoverinfo": "text", "cliponaxis": False,
        "marker": {"size": 9, "color": tints, "line": {"width": 1.5, "color": tints},
                   "symbol": [STEP_SYMBOLS[symbol][1] + ("-open" if weak else "") for symbol, weak in zip(frame["symbol"], frame["weak"])]},
    }
    bands = [{"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": y - 0.8, "y1": y + 3.8, "fillcolor": color("grid"), "opacity": 0.35, "line": {"width": 0}, "layer": "below"} for y in base.values()]
    ticks = [f"{wrapped(lane, 15)}<br>{inert(span)}" for lane, span in zip(lanes["lane"], lanes["span"])]
    bottom = max(base.values()) + 4.2
    return figure(name, caption, rows, [steps, *who, *what], layout(
        axis("steps in order of date, not to scale", range=[0.2, last + 0.8], showgrid=False, showticklabels=False),
        axis(range=[bottom, -0.8], showgrid=False, tickmode="array", tickvals=[y + 1.5 for y in base.values()], ticktext=ticks, tickfont={"size": 12, "color": color("ink")}),
        60 + round(TRACK_PX * (bottom + 0.8)), shapes=bands, margin={"l": 8, "r": 12, "t": 8, "b": 36}))


def lanes_steps_by_case(frame: pd.DataFrame, caption: Caption) -> Figure:
    """How did each case move, and who acted? frame: rows of ``measures.cases.timeline``: case, order, date, drawn_at, party, step, short, what, certain."""
    years = frame.groupby("case")["date"].agg(lambda dates: f"{dates.min()[:4]}–{dates.max()[:4]}")
    spans = {case: span if span[:4] != span[5:] else span[:4] for case, span in years.items()}
    symbols = ["stopped" if step in STOPS else step if step in STEP_SYMBOLS else "other" for step in frame["step"]]
    texts = hover(frame.assign(party=frame["party"].map(lambda party: PARTIES[party][0])), "short", "date", "party", "what")
    drawn = pd.DataFrame({"lane": frame["case"], "span": frame["case"].map(spans), "order": frame["order"], "party": frame["party"], "symbol": symbols, "weak": ~frame["certain"], "hover": texts})
    return _tracks("lanes_steps_by_case", drawn, caption, frame.drop(columns=["drawn_at"]))


PROGRAM_STEPS = {
    "text": ("texts, initiatives", "circle"), "meeting": ("meetings", "square"), "program": ("programs, dialogues", "diamond"),
    "trade": ("trade, lending terms", "triangle-up"), "stop": ("aid stopped", "x"),
}
PROGRAM_CAMPS = {"China": "china", "United States": "us", "European Union": "eu", "UN, OECD, region": "other"}


def lanes_programs_by_camp(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Which offers did each camp make, and when? frame: id, camp, step, date (month or day), date_precision, what."""
    place = frame["camp"].map(list(PROGRAM_CAMPS).index) * len(PROGRAM_STEPS) + frame["step"].map(list(PROGRAM_STEPS).index)
    order = frame.loc[place.sort_values(kind="stable").index]
    drawn = pd.DataFrame({
        "lane": order["camp"] + ": " + order["step"].map(lambda step: PROGRAM_STEPS[step][0]), "actor": order["camp"], "step": order["step"],
        "date": _placed(order["date"]), "hover": hover(order, "what", "date", "event_id"), "weak": False,
    })
    # The lanes' names say camp and step, so the key says neither.
    actors, steps = {camp: ("", meaning) for camp, meaning in PROGRAM_CAMPS.items()}, {step: ("", symbol) for step, (_, symbol) in PROGRAM_STEPS.items()}
    return _lanes("lanes_programs_by_camp", drawn, caption, actors, steps, order)
