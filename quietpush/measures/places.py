"""Where do coded local events and records of Chinese finance stand on the map? Counts of what was placed, never of money."""

from __future__ import annotations

import pandas as pd

from .events import select

FINANCE, CODED = "finance records", "coded events"


def sites(events: pd.DataFrame) -> pd.DataFrame:
    """At which places in the region are counted subnational events about China?

    Takes rows whose coordinates are those of the site: not abroad, and no other place of the act. One row per place:
    iso3, place, count (events), lon, lat, events (ids).
    """
    rows = select(events, listed="subnational", about="CN")
    at_site = rows["act_place"].isna() | (rows["act_place"] == rows["site_place"])
    rows = rows[rows["site_place"].notna() & rows["lat"].notna() & at_site & ~rows["abroad"].fillna(False).astype(bool)]
    found = rows.groupby(["iso3", "site_place"], as_index=False).agg(count=("event_id", "size"), lon=("lon", "first"), lat=("lat", "first"), events=("event_id", lambda ids: ";".join(sorted(ids))))
    return found.rename(columns={"site_place": "place"})


def on_map(projects: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Which marks belong on the map? One row per unit with finance records, then one per place with coded events.

    Returns layer (finance records | coded events), iso3, place, count, lon, lat, first_year, last_year and events (ids).
    """
    units = projects.rename(columns={"unit": "place", "records": "count"}).assign(layer=FINANCE, events="")
    both = pd.concat([units, sites(events).assign(layer=CODED)], ignore_index=True)
    return both[["layer", "iso3", "place", "count", "lon", "lat", "first_year", "last_year", "events"]]


def states_on(marks: pd.DataFrame, layer: str) -> int:
    """In how many states does this layer have a mark? marks: from ``on_map``."""
    return int(marks.loc[marks["layer"] == layer, "iso3"].nunique())


def records(finance: pd.DataFrame) -> int:
    """How many records of Chinese official finance are there for the 33 states?"""
    return int(finance["records"].sum())


def placed(finance: pd.DataFrame) -> int:
    """How many of them are placed in a province of the state?"""
    return int(finance["placed"].sum())


def share_in(events: pd.DataFrame, *states: str) -> float:
    """What percentage of the events placed on the map (about China) lies in these states?"""
    found = sites(events)
    return 100 * float(found.loc[found["iso3"].isin(states), "count"].sum() / found["count"].sum())


def share_of_records_in(finance: pd.DataFrame, *states: str) -> float:
    """What percentage of the placed records lies in these states?"""
    return 100 * placed(finance[finance["iso3"].isin(states)]) / placed(finance)
