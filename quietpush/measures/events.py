"""How many documented events of a kind, by whom, where, when? Counts of what was found, never of all there is."""

from __future__ import annotations

import re

import pandas as pd


def counted(events: pd.DataFrame) -> pd.DataFrame:
    """Which rows count as events? Those that restate no article, repeat no row and list no total."""
    return events[events["counted"]]


def in_list(events: pd.DataFrame, name: str) -> pd.Series:
    """Which rows stand in this list (law_enforcement, blurred_lines, ai, subnational, governance, safe_city)? A mask."""
    return events["lists"].str.split(";").map(lambda lists: name in lists)


def select(
    events: pd.DataFrame, *, listed: str | None = None, kinds: tuple[str, ...] = (), acts: tuple[str, ...] = (),
    instruments: tuple[str, ...] = (), about: str | None = None,
) -> pd.DataFrame:
    """Which counted events stand in this list and are of these kinds, acts and instruments, about this outside party's engagement?

    None or empty means any. about, not provider: a host minister who hands over a Chinese gift acts, the gift is Chinese.
    """
    rows = counted(events)
    keep = in_list(rows, listed) if listed else pd.Series(True, index=rows.index)
    for column, words in (("kind", kinds), ("act", acts), ("instrument", instruments)):
        if words:
            keep &= rows[column].isin(words)
    if about:
        keep &= rows["about"] == about
    return rows[keep]


def event_quantity(events: pd.DataFrame, event: str) -> float:
    """Which quantity does one coded row report, in its own unit?"""
    return float(_cell(events, event, "quantity"))


def event_amount_usd(events: pd.DataFrame, event: str) -> float:
    """Which amount in US dollars of its day does one coded row report?"""
    return float(_cell(events, event, "amount_usd"))


def stated_number(events: pd.DataFrame, event: str, words: str, column: str = "what") -> float:
    """Which number stands directly before these words in one coded row's text? A "%" or an "m" for million may follow it."""
    text = str(_cell(events, event, column))
    found = re.search(r"(\d[\d,]*(?:\.\d+)?)[%m]? " + re.escape(words), text)
    if not found:
        raise ValueError(f"data/events.csv, {event}, column {column}: no number before {words!r} in {text!r}; correct the words")
    return float(found[1].replace(",", ""))


def _cell(events: pd.DataFrame, event: str, column: str):
    found = events.loc[events["event_id"] == event, column]
    if found.empty or pd.isna(found.iloc[0]):
        raise ValueError(f"data/events.csv has no {column} for {event!r}; correct the id or name another row")
    return found.iloc[0]


def dated(events: pd.DataFrame) -> pd.DataFrame:
    """Which rows carry a date that their page gives? A date reasoned from something else stays out of timelines and rates."""
    return events[events["date"].notna() & (events["date_basis"] != "inferred")]


def rows(frame: pd.DataFrame) -> int:
    """How many rows does a table hold?"""
    return len(frame)


def about_party(events: pd.DataFrame, party: str) -> int:
    """How many counted events are about this party's engagement (CN | US | EU | other)?"""
    return len(select(events, about=party))


def outcome_count(readings: pd.DataFrame, outcome: str) -> int:
    """In how many second readings was this the outcome?"""
    return int((readings["outcome"] == outcome).sum())


def verdict_count(claims: pd.DataFrame, verdict: str) -> int:
    """How many claims carry this verdict?"""
    return int((claims["verdict"] == verdict).sum())
