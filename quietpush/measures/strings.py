"""What became of conditions that a provider set? Outcomes that rows tell: a floor, and never a sum of money."""

from __future__ import annotations

import pandas as pd

CLAIMED_SUPPLY_YEAR = 2017  # the year of supply that claim A62 names
BIT = ("held", "lost")
GAVE_WAY = ("released", "waived")
GROUNDS = {
    "rights": "rights", "drugs": "drugs or migration", "migration": "drugs or migration", "rival": "dealings with the rival power",
}
OTHER_GROUND = "another ground, or none named"


def outcomes(strings: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Which condition had which outcome, when and of whom? strings: the table aid_strings; events: all coded events.

    Returns event, iso3, date, provider, outcome, ground, ground_group, why and confidence, by date.
    """
    told = strings.merge(events[["event_id", "date", "iso3", "provider", "confidence"]], left_on="event", right_on="event_id", validate="many_to_one")
    told["ground_group"] = told["ground"].map(GROUNDS).fillna(OTHER_GROUND)
    columns = ["event", "iso3", "date", "provider", "outcome", "ground", "ground_group", "why", "confidence"]
    return told.sort_values(["date", "event"])[columns].reset_index(drop=True)


def string_count(told: pd.DataFrame, provider: str, outcomes: tuple[str, ...] = (), ground: str = "") -> int:
    """How many outcomes of this provider, of these kinds and on this ground? Empty means any."""
    keep = told["provider"] == provider
    if outcomes:
        keep &= told["outcome"].isin(outcomes)
    if ground:
        keep &= told["ground"] == ground
    return int(keep.sum())


def steps(venezuela: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Which step came when? venezuela: the table venezuela_steps; adds the confidence of the event's source."""
    told = venezuela.merge(events[["event_id", "confidence"]], left_on="event", right_on="event_id", validate="many_to_one")
    return told.drop(columns="event_id").sort_values(["item", "date"]).reset_index(drop=True)


def step_year(venezuela: pd.DataFrame, item: str, step: str, last: bool = False) -> int:
    """In which year was an item first (or last) bought, supplied or used?"""
    years = venezuela.loc[(venezuela["item"] == item) & (venezuela["step"] == step), "date"].str[:4].astype(int)
    return int(years.max() if last else years.min())


def step_count(venezuela: pd.DataFrame, item: str, step: str) -> int:
    """How many dated steps of one kind does an item have?"""
    return int(((venezuela["item"] == item) & (venezuela["step"] == step)).sum())
