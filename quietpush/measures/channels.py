"""Through which local channels do China and the United States work? Searched with the same words; what was found by state."""

from __future__ import annotations

import pandas as pd

from .events import counted, in_list, select
from .searching import LOCAL

CENTER = ("government", "diplomatic", "legislature")  # types of bodies in the table actors
POLICE = ("police", "police_unit")
FIRST_SAME = "sn-243"  # the first event that the queries of the same words gave


def _local(actors: pd.DataFrame) -> pd.Series:
    """Which bodies are local: provinces, cities, and police of a place?"""
    return (actors["type"] == "subnational_government") | (actors["reach"] == "local")


def _central(actors: pd.DataFrame, forces: bool = False) -> pd.Series:
    """Which bodies are of the center: ministries, missions, presidency, parliament? With forces: national police and the military too."""
    center = actors["type"].isin(CENTER)
    return center | actors["type"].eq("military") | (actors["type"].isin(POLICE) & (actors["reach"] != "local")) if forces else center


def by_state(events: pd.DataFrame, searches: pd.DataFrame, states: pd.DataFrame) -> pd.DataFrame:
    """In which states did queries of the same words meet local channels of China and of the United States?

    Returns iso3, state, tile_row, tile_col, queries (for each party), pages_cn, pages_us (pages that tell an act), events_cn,
    events_us (counted events of the subnational list, of any search) and found: both, china, us (a page of the queries tells
    an act), rows (none did, an event from elsewhere does), none or unsearched.
    """
    log, known = _log(searches), counted(events)
    known = known[in_list(known, "subnational")]
    made = states[["iso3", "name", "tile_row", "tile_col"]].rename(columns={"name": "state"}).reset_index(drop=True)
    made["queries"] = made["iso3"].map(log[log["provider"] == "CN"].groupby("iso3").size()).fillna(0).astype(int)
    for short, party in (("cn", "CN"), ("us", "US")):
        made[f"pages_{short}"] = made["iso3"].map(log[log["provider"] == party].groupby("iso3")["kept"].sum()).fillna(0).astype(int)
        made[f"events_{short}"] = made["iso3"].map(known[known["about"] == party].groupby("iso3").size()).fillna(0).astype(int)
    made["found"] = [
        "both" if row.pages_cn and row.pages_us else "china" if row.pages_cn else "us" if row.pages_us
        else "rows" if row.events_cn or row.events_us else "none" if row.queries else "unsearched" for row in made.itertuples()]
    return made


def states_found(table: pd.DataFrame, *found: str) -> int:
    """In how many states is this what was found? table: from ``by_state``."""
    return int(table["found"].isin(found).sum())


def recognizing(table: pd.DataFrame, recognition: pd.DataFrame, capital: str) -> pd.DataFrame:
    """Which rows of ``by_state`` are states that recognize this capital (Beijing | Taipei)?"""
    taipei = table["iso3"].isin(recognition.loc[recognition["event"] == "recognizes Taiwan", "iso3"])
    return table[taipei if capital == "Taipei" else ~taipei]


def _log(searches: pd.DataFrame, party: str | None = None, theme: str | None = None) -> pd.DataFrame:
    """The queries whose words were the same for both parties."""
    log = searches[searches["theme"] == theme] if theme else searches[searches["theme"].isin(LOCAL)]
    return log[log["provider"] == party] if party else log


def queries(searches: pd.DataFrame, party: str) -> int:
    """How many queries of the same words were run for this party?"""
    return len(_log(searches, party))


def states_with_page(searches: pd.DataFrame, party: str, theme: str) -> int:
    """In how many states did the queries of this theme meet a page that tells an act of this party?"""
    log = _log(searches, party, theme)
    return int(log.loc[log["kept"] > 0, "iso3"].nunique())


def pages_kept(searches: pd.DataFrame, party: str, english: bool) -> int:
    """How many pages that tell an act did the queries in English (or in the state's own language) meet, where both were asked?"""
    log = _log(searches, party)
    log = log[log["iso3"].isin(log.loc[log["language"] != "en", "iso3"])]
    return int(log.loc[(log["language"] == "en") == english, "kept"].sum())


def by_theme(searches: pd.DataFrame, states: pd.DataFrame) -> pd.DataFrame:
    """In what share of the states did each kind of query meet each party? One row per theme and party: theme, party, states, share_pct."""
    rows = [{"theme": words, "party": party, "states": states_with_page(searches, party, theme)} for theme, words in LOCAL.items() for party in ("CN", "US")]
    table = pd.DataFrame(rows)
    return table.assign(share_pct=100 * table["states"] / len(states))


def hits(events: pd.DataFrame, searches: pd.DataFrame, party: str) -> pd.DataFrame:
    """Which counted events about this party did these queries meet? At most two new ones were taken from a query."""
    met = {event for cell in _log(searches, party)["hit_events"].dropna() for event in cell.split(";")}
    rows = counted(events)
    return rows[rows["event_id"].isin(met) & (rows["about"] == party)]


def met(events: pd.DataFrame, searches: pd.DataFrame, party: str) -> int:
    """How many counted events about this party did the queries meet?"""
    return len(hits(events, searches, party))


def host_bodies(events: pd.DataFrame, bodies: pd.DataFrame) -> pd.Series:
    """Which rows name one of these bodies (rows of the table actors) of the host state, on either side? A mask."""
    home = bodies.set_index("actor")["home"]
    named = (events["actors"].fillna("") + ";" + events["partners"].fillna("")).str.split(";")
    return pd.Series([any(home.get(body) == iso3 for body in row if body) for iso3, row in zip(events["iso3"], named)], index=events.index, dtype=bool)


def met_local(events: pd.DataFrame, searches: pd.DataFrame, actors: pd.DataFrame, party: str) -> int:
    """How many of them name a local body of the host state?"""
    return int(host_bodies(hits(events, searches, party), actors[_local(actors)]).sum())


def met_both(events: pd.DataFrame, searches: pd.DataFrame, actors: pd.DataFrame, party: str, forces: bool = False) -> int:
    """How many name a local body of the host state and a body of its center? With forces: national police and military count as center."""
    rows = hits(events, searches, party)
    return int((host_bodies(rows, actors[_local(actors)]) & host_bodies(rows, actors[_central(actors, forces)])).sum())


def new(events: pd.DataFrame) -> pd.DataFrame:
    """Which events did the queries of the same words bring? Those met that stood in the table before were not capped at two a query."""
    return events[events["event_id"].str.startswith("sn-") & (events["event_id"] >= FIRST_SAME)]


def met_alone(events: pd.DataFrame, searches: pd.DataFrame, actors: pd.DataFrame, party: str, home: str | None = None) -> int:
    """How many name a local body of the host state and none of its center? With home (the party's iso3): and a central body of the party."""
    rows = hits(events, searches, party)
    rows = rows[host_bodies(rows, actors[_local(actors)]) & ~host_bodies(rows, actors[_central(actors)])]
    return int(host_bodies(rows.assign(iso3=home), actors[_central(actors)]).sum()) if home else len(rows)


def states_given(events: pd.DataFrame, searches: pd.DataFrame, actors: pd.DataFrame, party: str) -> int:
    """In how many states did the queries meet a gift of this party that names local police of the host state?"""
    rows = hits(events, searches, party)
    rows = rows[rows["instrument"] == "gift"]
    return int(rows.loc[host_bodies(rows, actors[actors["reach"] == "local"]), "iso3"].nunique())


def states_taught(events: pd.DataFrame, searches: pd.DataFrame, actors: pd.DataFrame, party: str) -> int:
    """In how many states did the queries meet training by this party that names a local body of the host state?"""
    rows = hits(events, searches, party)
    rows = rows[rows["act"] == "training"]
    return int(rows.loc[host_bodies(rows, actors[_local(actors)]), "iso3"].nunique())


def guard_states(events: pd.DataFrame) -> int:
    """With how many states did a National Guard of the United States agree on a partnership, by the counted rows of the subnational list?"""
    rows = select(events, listed="subnational", acts=("agreement",), about="US")
    return int(rows.loc[rows["provider_actor"].str.contains("National Guard"), "iso3"].nunique())


def american_local(events: pd.DataFrame, actors: pd.DataFrame) -> int:
    """How many counted rows are about the United States and name a local body of the host state?"""
    return int(host_bodies(select(events, about="US"), actors[_local(actors)]).sum())
