"""Through which local channels do China and the United States work? Searched with the same words; what was found by state."""

from __future__ import annotations

import pandas as pd

from . import searching
from .events import counted, select
from .searching import ANSWERS

THEME = "local_channels"
LANGUAGES = {"en": "English", "es": "Spanish", "pt": "Portuguese", "fr": "French", "nl": "Dutch"}
DOCUMENTED = ANSWERS[0]
LOCAL, CENTER = ("subnational_government", "police_unit"), ("government", "diplomatic", "legislature")  # types of bodies in the table actors


def by_state(events: pd.DataFrame, searches: pd.DataFrame, states: pd.DataFrame) -> pd.DataFrame:
    """Are local channels of China and of the United States on record in each state?

    Returns iso3, state, tile_row, tile_col, language (of the queries), events_cn, events_us, pages_cn, pages_us (pages of
    the equal queries that tell an act) and found: both, china, us, none (searched, none found) or unsearched. A state
    counts for a party if a coded event of the subnational list is about it, or a page of the query tells an act.
    """
    known = searching.found(events, searches, states)
    known = known[known["theme"] == searching.NAMES[THEME]].pivot(index="iso3", columns="party", values="events")
    log = searches[searches["theme"] == THEME]
    pages = log.groupby(["iso3", "provider"])["kept"].sum().unstack(fill_value=0)
    made = states[["iso3", "name", "tile_row", "tile_col"]].rename(columns={"name": "state"}).reset_index(drop=True)
    made["language"] = made["iso3"].map(log.drop_duplicates("iso3").set_index("iso3")["language"].map(LANGUAGES))
    for short, party in (("cn", "CN"), ("us", "US")):
        made[f"events_{short}"] = made["iso3"].map(known[searching.PARTIES[party]]).fillna(0).astype(int)
        made[f"pages_{short}"] = made["iso3"].map(pages[party]).fillna(0).astype(int)
    china, us = ((made[f"events_{short}"] > 0) | (made[f"pages_{short}"] > 0) for short in ("cn", "us"))
    made["found"] = ["both" if a and b else "china" if a else "us" if b else "unsearched" if pd.isna(language) else "none" for a, b, language in zip(china, us, made["language"])]
    return made


def states_found(table: pd.DataFrame, *found: str) -> int:
    """In how many states is this what was found? table: from ``by_state``."""
    return int(table["found"].isin(found).sum())


def states_of(searches: pd.DataFrame, *languages: str) -> int:
    """In how many states were the queries on local channels put in these languages?"""
    return int(_log(searches, None, languages)["iso3"].nunique())


def states_with_page(searches: pd.DataFrame, party: str, *languages: str) -> int:
    """In how many of them did the query for this party meet a page that tells an act? No language named: in any."""
    log = _log(searches, party, languages)
    return int(log.loc[log["kept"] > 0, "iso3"].nunique())


def pages_kept(searches: pd.DataFrame, party: str, *languages: str) -> int:
    """How many pages that tell an act did these queries meet?"""
    return int(_log(searches, party, languages)["kept"].sum())


def _log(searches: pd.DataFrame, party: str | None, languages: tuple[str, ...]) -> pd.DataFrame:
    log = searches[searches["theme"] == THEME]
    log = log[log["provider"] == party] if party else log
    return log[log["language"].isin(languages)] if languages else log


def hits(events: pd.DataFrame, searches: pd.DataFrame, party: str, *languages: str) -> pd.DataFrame:
    """Which counted events about this party did these queries meet? At most two new ones were taken from a query."""
    met = {event for cell in _log(searches, party, languages)["hit_events"].dropna() for event in cell.split(";")}
    rows = counted(events)
    return rows[rows["event_id"].isin(met) & (rows["about"] == party)]


def met(events: pd.DataFrame, searches: pd.DataFrame, party: str, *languages: str) -> int:
    """How many counted events about this party did the queries meet?"""
    return len(hits(events, searches, party, *languages))


def host_bodies(events: pd.DataFrame, actors: pd.DataFrame, types: tuple[str, ...]) -> pd.Series:
    """Which rows name a body of the host state of these types, on either side? A mask; actors: table of bodies."""
    known = actors[actors["type"].isin(types)].set_index("actor")["home"]
    named = (events["actors"].fillna("") + ";" + events["partners"].fillna("")).str.split(";")
    return pd.Series([any(known.get(body) == iso3 for body in bodies if body) for iso3, bodies in zip(events["iso3"], named)], index=events.index, dtype=bool)


def met_local(events: pd.DataFrame, searches: pd.DataFrame, actors: pd.DataFrame, party: str, also: tuple[str, ...] = ()) -> int:
    """How many of them name a local body of the host state (a province, a city, a police unit)? also: types of host bodies that must be named too."""
    rows = hits(events, searches, party)
    keep = host_bodies(rows, actors, LOCAL)
    return int((keep & host_bodies(rows, actors, also)).sum() if also else keep.sum())


def guard_states(events: pd.DataFrame) -> int:
    """With how many states did a National Guard of the United States agree on a partnership, by the counted rows of the subnational list?"""
    rows = select(events, listed="subnational", acts=("agreement",), about="US")
    return int(rows.loc[rows["provider_actor"].str.contains("National Guard"), "iso3"].nunique())


def american_local(events: pd.DataFrame, actors: pd.DataFrame) -> int:
    """How many counted rows of the subnational list are about the United States and name a local body of the host state?"""
    return int(host_bodies(select(events, listed="subnational", about="US"), actors, LOCAL).sum())
