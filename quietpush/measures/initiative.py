"""How do dated cases stand to the launch of the Global Security Initiative? Steps of each, as the rows date them."""

from __future__ import annotations

import re

import pandas as pd

from .policing import LAUNCH, gifts

PAPERS, GIFTS = "Policy papers, forum, offers", "Gifts to police found"
# The cases that the article dates, each with the rows of its steps; the step marked first is the one that dates the case:
# the signature, the sale or the handover.
CASES = {
    "ECU 911, Ecuador": (("sc-004", "agreed"), ("sc-005", "delivered")),
    "Neuquén station, Argentina": (("sn-091", "agreed"), ("sn-096", "agreed"), ("sn-100", "delivered")),
    "Riot vehicles, Venezuela": (("bl-034", "agreed"), ("bl-069", "used")),
    "Fatherland card, Venezuela": (("bl-065", "agreed"),),
    "Port, Tierra del Fuego": (("sn-145", "agreed"), ("sn-155", "withdrawn")),
    "Helmets and vests, Panama": (("le-171", "delivered"),),
}
TALKS = {"Helmets and vests, Panama": "le-171"}  # rows whose notes say since which year the parties had talked
LABEL = ("gv-002", "le-050", "gv-007", "le-069", "le-151", "bl-166", "gv-088")


def _lane(events: pd.DataFrame, lane: str, steps: tuple[tuple[str, str], ...]) -> pd.DataFrame:
    rows = events.set_index("event_id").loc[[event for event, _ in steps]].reset_index()
    return pd.DataFrame({"lane": lane, "date": rows["date"], "step": [step for _, step in steps], "event": rows["event_id"], "what": rows["what"]})


def talks_since(events: pd.DataFrame, event: str) -> int:
    """Since which year had the parties talked, by the notes of this row?"""
    notes = str(events.loc[events["event_id"] == event, "notes"].iloc[0])
    found = re.search(r"[Nn]egotiated since (\d{4})", notes)
    if not found:
        raise ValueError(f"data/events.csv, {event}: the notes no longer say 'negotiated since' a year; correct measures/initiative.py")
    return int(found[1])


def steps(events: pd.DataFrame) -> pd.DataFrame:
    """What happened when: China's papers and forum, every dated gift to police found, and the article's dated cases?

    Returns lane, date (in the precision of the source), step, event (row id), what. Lanes in the order drawn.
    """
    given = gifts(events, "CN").dropna(subset=["date"]).sort_values(["date", "event_id"])
    lanes = [_lane(events, PAPERS, tuple((event, "label") for event in LABEL)), pd.DataFrame({"lane": GIFTS, "date": given["date"], "step": "gift", "event": given["event_id"], "what": given["what"]})]
    for case, parts in CASES.items():
        if case in TALKS:
            year = str(talks_since(events, TALKS[case]))
            lanes.append(pd.DataFrame({"lane": [case], "date": [year], "step": ["talks"], "event": [TALKS[case]], "what": ["Talks under way, by the notes of the row"]}))
        lanes.append(_lane(events, case, parts))
    return pd.concat(lanes, ignore_index=True)


def cases(events: pd.DataFrame) -> int:
    """How many of the cases in the article carry a date?"""
    return int(events.loc[events["event_id"].isin([parts[0][0] for parts in CASES.values()]), "date"].notna().sum())


def cases_after(events: pd.DataFrame) -> int:
    """How many of them were signed, sold or handed over in April 2022 or later?"""
    dates = events.set_index("event_id")["date"]
    return sum(dates[parts[0][0]] >= LAUNCH for parts in CASES.values())
