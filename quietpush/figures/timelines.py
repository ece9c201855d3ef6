"""Timelines: what happened when, in rows that need the whole width? A row's name stands above it; shape is the step, color the actor."""

from __future__ import annotations

import pandas as pd

from ..theme import color
from .base import LEGEND, axis, figure, hover, inert, key_entry, layout
from .caption import Caption, Figure

ROW, KEY_ROW, KEY_WIDTH = 46, 20, 114  # pixels; two entries of the key stand side by side at 390 px
LEVEL = 0.34  # of a row: how far a mark stands below the one before it
NEAR = 0.06  # of the time axis: what a mark takes at 390 px


def _placed(dates: pd.Series) -> pd.Series:
    """Where on the time axis does a date of any precision stand? A year at its middle, a month at its fifteenth."""
    days = dates.where(dates.str.len() > 4, dates + "-07")
    return days.where(days.str.len() > 7, days + "-15")


def _levels(frame: pd.DataFrame) -> list[int]:
    """How far down must each mark of a row stand so that it covers none before it? frame: row, date; levels from 0."""
    days = pd.to_datetime(_placed(frame["date"]))
    reach = NEAR * (days.max() - days.min())
    taken: dict[str, list[pd.Timestamp]] = {}
    levels = dict.fromkeys(frame.index, 0)
    for place in days.sort_values(kind="stable").index:
        last = taken.setdefault(frame.at[place, "row"], [])
        level = next((number for number, day in enumerate(last) if days[place] - day >= reach), len(last))
        last[level:level + 1] = [days[place]]
        levels[place] = level
    return list(levels.values())


def _timelines(name: str, frame: pd.DataFrame, caption: Caption, actors: dict[str, tuple[str, str]], steps: dict[str, tuple[str, str]], rows: pd.DataFrame) -> Figure:
    """Dated marks in rows. frame: row, date (ISO, any precision), actor (key of actors), step (key of steps), weak, hover.

    actors: {key: (words, meaning)}, in the key where they have words; steps: {key: (words, symbol)}; weak marks are open. Where
    the frame has level (0, 1 ...), marks of one row stand that many steps lower, so that near dates do not cover each other.
    """
    names = list(dict.fromkeys(frame["row"]))
    level = frame["level"] if "level" in frame else pd.Series(0, index=frame.index)
    depth = LEVEL * level.groupby(frame["row"]).max().reindex(names)
    places = (pd.Series(range(len(names)), index=names) + depth.cumsum().shift(fill_value=0.0)).to_dict()
    high = len(names) + float(depth.sum())
    shown_actors = [pair for key, pair in actors.items() if pair[0] and key in set(frame["actor"])]
    shown_steps = [pair for key, pair in steps.items() if key in set(frame["step"])]
    tints = [color(actors[actor][1]) for actor in frame["actor"]]
    traces = [{
        "type": "scatter", "mode": "markers", "showlegend": False, "cliponaxis": False,
        "x": _placed(frame["date"]).tolist(), "y": [places[row] + LEVEL * lower for row, lower in zip(frame["row"], level)], "hovertext": frame["hover"].tolist(), "hoverinfo": "text",
        "marker": {"size": 13, "color": tints, "opacity": 1, "symbol": [steps[step][1] + ("-open" if weak else "") for step, weak in zip(frame["step"], frame["weak"])],
                   "line": {"width": [2 if weak else 1 for weak in frame["weak"]], "color": [tint if weak else color("ground") for tint, weak in zip(tints, frame["weak"])]}},
    }]
    traces += [key_entry(words, "circle", meaning) for words, meaning in shown_actors]
    traces += [key_entry(words, symbol, "muted") for words, symbol in shown_steps]
    notes = [{"xref": "paper", "x": 0, "xanchor": "left", "y": place, "yanchor": "bottom", "yshift": 9, "text": inert(row), "showarrow": False,
              "font": {"size": 12, "color": color("ink")}} for row, place in places.items()]
    key = KEY_ROW * -(-(len(shown_actors) + len(shown_steps)) // 2)
    height = round(ROW * high) + 60 + key
    return figure(name, caption, rows, traces, layout(
        axis(type="date", nticks=6), axis(range=[high - 0.5, -0.8], tickmode="array", tickvals=list(places.values()), showticklabels=False),
        height, annotations=notes, showlegend=True,
        legend=LEGEND | {"yref": "container", "y": (key + 10) / height, "yanchor": "top", "entrywidth": KEY_WIDTH, "entrywidthmode": "pixels"}, margin={"l": 10, "r": 16, "t": 8, "b": 40 + key}))


OUTCOMES = {
    "attached": "Written or demanded", "proposed": "Proposed in a bill", "held": "Held back", "lost": "Lost or barred",
    "released": "Released", "waived": "Waived",
}
GROUND_SYMBOLS = {
    "rights": ("Rights", "circle"), "drugs or migration": ("Drugs, migration", "diamond"),
    "dealings with the rival power": ("Ties to the rival", "square"), "another ground, or none named": ("Other or unnamed", "triangle-up"),
}
SETTERS = {"US": ("United States", "us"), "CN": ("China", "china"), "EU": ("European state", "eu"), "other": ("State of the region", "local")}


def timelines_strings_by_outcome(frame: pd.DataFrame, caption: Caption) -> Figure:
    """What became of conditions, and what did they ask for? frame: event, iso3, date, provider, outcome, ground_group, why, confidence."""
    order = frame.sort_values("outcome", key=lambda column: column.map(list(OUTCOMES).index), kind="stable")
    drawn = pd.DataFrame({
        "row": order["outcome"].map(OUTCOMES), "date": order["date"], "actor": order["provider"], "step": order["ground_group"],
        "hover": hover(order.assign(head=order["date"] + " " + order["iso3"].fillna("several states")), "head", "why", "event"), "weak": order["confidence"] == "low",
    })
    return _timelines("timelines_strings_by_outcome", drawn, caption, SETTERS, GROUND_SYMBOLS, order)


ITEMS = {
    "carriers": "Armored carriers", "police_gear": "Tear gas, riot gear", "jets_radars": "Jets and radars", "cameras": "Camera network",
    "card": "Fatherland card", "internet_control": "Internet control", "other_suppliers": "Other suppliers",
}
STEPS = {
    "bought": ("Bought or agreed", "square"), "supplied": ("Supplied", "triangle-up"), "used": ("Used", "circle"),
    "stopped": ("Stopped, barred", "x"), "failed": ("Said to have failed", "cross"),
}
PARTIES = {
    "venezuela": ("Venezuela", "local"), "china": ("China", "china"), "us": ("United States", "us"), "eu": ("Spain", "eu"), "other": ("Cuba, Russia", "other"),
}


def timelines_venezuela_by_item(frame: pd.DataFrame, caption: Caption) -> Figure:
    """When was what bought, supplied and used in Venezuela? frame: item, date, step, actor, event, what, confidence."""
    order = frame.sort_values("item", key=lambda column: column.map(list(ITEMS).index), kind="stable")
    drawn = pd.DataFrame({
        "row": order["item"].map(ITEMS), "date": order["date"], "actor": order["actor"], "step": order["step"],
        "hover": hover(order, "date", "what", "event"), "weak": order["confidence"] == "low",
    })
    return _timelines("timelines_venezuela_by_item", drawn, caption, PARTIES, STEPS, order)


VENDORS = {"china": ("China", "china"), "other": ("Other vendor", "other"), "unnamed": ("Not named", "context"), "none": ("", "missing")}
PILOT_STEPS = {
    "trial": ("Trial", "circle"), "gift": ("Gift", "diamond"), "contract": ("Contract, credit", "square"),
    "accord": ("Memorandum", "pentagon"), "supplied": ("Supplied", "triangle-down"), "failed": ("Found not to work", "x"), "none found": ("No later row", "x-thin-open"),
}


def timelines_pilots_by_place(frame: pd.DataFrame, caption: Caption) -> Figure:
    """What followed a trial or gift in each place? frame: rows of ``measures.pilots.steps``: place, iso3, date, step, vendor, event, what, began.

    A place without a later row gets a cross at the right end, after the last date of the frame.
    """
    blank = frame["step"] == "none found"
    dates = frame["date"].where(~blank, str(int(frame["date"].dropna().str[:4].max()) + 1))
    drawn = pd.DataFrame({
        "row": frame["place"], "date": dates, "actor": frame["vendor"].where(~blank, "none"), "step": frame["step"],
        "hover": hover(frame.assign(what=frame["what"].where(~blank, "No later row was found"), place=frame["place"] + frame["date"].map(lambda date: "" if pd.isna(date) else f", {date}")), "place", "what", "event"),
        "weak": (dates.str.len() == 4) & ~blank,
    })
    return _timelines("timelines_pilots_by_place", drawn, caption, VENDORS, PILOT_STEPS, frame)


LIMIT_STEPS = {
    "barred": ("Barred or stopped", "x"), "ruled": ("Rule or ruling", "square"), "replaced": ("Replacement paid", "diamond"), "said": ("Words, objection", "circle"),
}
LIMIT_ACTORS = {"us": ("United States", "us"), "host": ("Host state", "local"), "china": ("Chinese firm", "china"), "eu": ("European firm", "eu")}


def timelines_limits_by_state(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Who limited Chinese suppliers, and whom did the US sanction? frame: limits of measures/limits.py."""
    drawn = pd.DataFrame({
        "row": frame["state"] + frame["group"].map({"suppliers": "", "sanctions": ": US sanctions"}), "date": frame["date"], "actor": frame["actor"], "step": frame["step"],
        "hover": hover(frame.assign(head=frame["date"] + " " + frame["state"]), "head", "what", "event"), "weak": frame["confidence"] == "low",
    })
    return _timelines("timelines_limits_by_state", drawn.assign(level=_levels(drawn)), caption, LIMIT_ACTORS, LIMIT_STEPS, frame)
