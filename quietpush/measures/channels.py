"""Through which local channels do China and the United States work? Searched with the same words; what was found by state."""

from __future__ import annotations

import pandas as pd

from . import searching
from .events import select
from .searching import ANSWERS

THEME = "local_channels"
LANGUAGES = {"en": "English", "es": "Spanish", "pt": "Portuguese", "fr": "French", "nl": "Dutch"}
DOCUMENTED = ANSWERS[0]
LOCAL = ("subnational", "regional", "police_unit")


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


def acts(events: pd.DataFrame, about: str, kinds: tuple[str, ...] = (), instruments: tuple[str, ...] = (), levels: tuple[str, ...] = ()) -> int:
    """How many counted rows of the subnational list are about this party, of these kinds, instruments and levels?"""
    rows = select(events, listed="subnational", kinds=kinds, instruments=instruments, about=about)
    return int(rows["level"].isin(levels).sum()) if levels else len(rows)
