"""Which camera and recognition systems are documented, who supplied them, and do they work? Places and shares, as found."""

from __future__ import annotations

import re

import pandas as pd

from .events import dated, select
from .policing import LAUNCH

# Acts in which a system was sold, given, put up or at work, and perhaps stopped later; not offers, audits or disputes.
DEPLOYED = ("agreement", "delivery", "operation", "restriction")


def _chinese(events: pd.DataFrame) -> pd.DataFrame:
    """Rows of Chinese-supplied or Chinese-given systems in the list of safe cities."""
    return select(events, listed="safe_city", acts=DEPLOYED, about="CN")


def places(safe_cities: pd.DataFrame) -> pd.DataFrame:
    """In which places did a Chinese supply get beyond the announcement? One row per state and place; a national system is one."""
    return safe_cities.loc[safe_cities["stage"] != "announced", ["iso3", "place"]].reset_index(drop=True)


def place_count(safe_cities: pd.DataFrame) -> int:
    """How many such places are there?"""
    return len(places(safe_cities))


def place_states(safe_cities: pd.DataFrame) -> int:
    """In how many states do they lie?"""
    return int(places(safe_cities)["iso3"].nunique())


def places_in(safe_cities: pd.DataFrame, iso3: str) -> int:
    """How many of them lie in this state?"""
    return int((places(safe_cities)["iso3"] == iso3).sum())


def most_places(safe_cities: pd.DataFrame) -> int:
    """How many lie in the state that has most of them?"""
    return int(places(safe_cities)["iso3"].value_counts().iloc[0])


def systems_dated(events: pd.DataFrame) -> int:
    """How many counted rows of Chinese supply carry a date that is not the bare year 2022?"""
    return len(_dated(events))


def systems_before(events: pd.DataFrame) -> int:
    """How many of these are dated before April 2022?"""
    return int((_dated(events)["date"] < LAUNCH).sum())


def _dated(events: pd.DataFrame) -> pd.DataFrame:
    rows = dated(_chinese(events))
    return rows[rows["date"] != LAUNCH[:4]]


def all_cameras(events: pd.DataFrame, event: str) -> float:
    """Of how many cameras in all does one coded row speak? The number behind "of" in its quantity_unit."""
    unit = str(events.loc[events["event_id"] == event, "quantity_unit"].iloc[0])
    found = re.search(r"of ([\d,]+)", unit)
    if not found:
        raise ValueError(f"data/events.csv, {event}: quantity_unit {unit!r} no longer says 'of' how many; correct the id")
    return float(found[1].replace(",", ""))


def camera_share_pct(events: pd.DataFrame, event: str, counts_failed: bool = False) -> float:
    """Which share of a network's cameras worked, in percent? counts_failed: the row counts those that did not."""
    share = 100 * float(events.loc[events["event_id"] == event, "quantity"].iloc[0]) / all_cameras(events, event)
    return 100 - share if counts_failed else share


def systems(faces: pd.DataFrame) -> int:
    """How many face recognition systems did the census of 2021 find?"""
    return len(faces)


def systems_states(faces: pd.DataFrame) -> int:
    """In how many states do they stand?"""
    return int(faces["iso3"].nunique())


def systems_named(faces: pd.DataFrame) -> int:
    """How many of them name a supplier?"""
    return int(faces["supplier_named"].sum())


def systems_from(faces: pd.DataFrame, origin: str) -> int:
    """How many name a supplier of this origin (cn | us | eu | local | other_foreign)?"""
    return int(faces[f"has_{origin}"].sum())


def systems_local_only(faces: pd.DataFrame) -> int:
    """How many name local suppliers and no foreign one?"""
    foreign = faces[["has_cn", "has_us", "has_eu", "has_other_foreign"]].any(axis=1)
    return int((faces["has_local"] & ~foreign).sum())
