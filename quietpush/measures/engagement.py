"""Whose AI acts does a search of equal effort find, and do they go with a state's readiness? The log of searches, theme ai."""

from __future__ import annotations

import pandas as pd

from ..inference import intervals, permutation
from .events import counted, in_list

PARTIES = {"CN": "China", "US": "United States", "EU": "European Union"}
THEME = "ai"
# Lists and acts of an event that shows the party at work in the field; a warning against it, a court's ruling and a study do not.
LISTS = ("ai", "safe_city")
AT_WORK = ("agreement", "delivery", "offer", "operation", "training", "visit")
ILIA_EDITION = 2025


def acts(events: pd.DataFrame, party: str) -> pd.DataFrame:
    """Which counted events show this party at work in AI, cameras, networks or clouds in one of the states?"""
    rows = counted(events).dropna(subset=["iso3"])
    listed = in_list(rows, LISTS[0]) | in_list(rows, LISTS[1])
    return rows[listed & (rows["about"] == party) & rows["act"].isin(AT_WORK)]


def found_by_state(events: pd.DataFrame, searches: pd.DataFrame, states: pd.DataFrame) -> pd.DataFrame:
    """What did the equal search find in each state for each party? One row per state and party.

    Returns iso3, state, party (CN | US | EU), queries, pages (kept: they tell a datable act), pages_per_query, events (of
    the table, however found), answer: search (the log kept a page), rows only (it kept none, another row is known), none.
    """
    log = searches[searches["theme"] == THEME]
    made = []
    for party in PARTIES:
        own = log[log["provider"] == party].groupby("iso3").agg(queries=("query", "size"), pages=("kept", "sum"))
        known = acts(events, party)["iso3"].value_counts()
        table = states[["iso3", "name"]].rename(columns={"name": "state"}).merge(own, left_on="iso3", right_index=True, how="left")
        made.append(table.assign(party=party, events=table["iso3"].map(known).fillna(0).astype(int)))
    table = pd.concat(made, ignore_index=True)
    table[["queries", "pages"]] = table[["queries", "pages"]].fillna(0).astype(int)
    answer = ["search" if pages else "rows only" if events_known else "none" for pages, events_known in zip(table["pages"], table["events"])]
    return table.assign(pages_per_query=table["pages"] / table["queries"].where(table["queries"] > 0), answer=answer)


def states_found(table: pd.DataFrame, party: str) -> int:
    """In how many states did the equal search keep a page that tells an act of this party? table: from ``found_by_state``."""
    return int(((table["party"] == party) & (table["answer"] == "search")).sum())


def states_by_found(table: pd.DataFrame, *parties: str) -> int:
    """In how many states did the equal search find acts of exactly these parties?"""
    hit = table[table["answer"] == "search"].groupby("iso3")["party"].agg(frozenset).reindex(table["iso3"].unique())
    return int(hit.map(lambda found: (found if isinstance(found, frozenset) else frozenset()) == frozenset(parties)).sum())


def pages_found(table: pd.DataFrame, party: str) -> int:
    """How many pages that tell an act of this party did the equal search keep?"""
    return int(table.loc[table["party"] == party, "pages"].sum())


def queries_run(table: pd.DataFrame, party: str) -> int:
    """How many queries were run for this party?"""
    return int(table.loc[table["party"] == party, "queries"].sum())


def tiles_found(table: pd.DataFrame, states: pd.DataFrame) -> pd.DataFrame:
    """Whose acts are known in each state? One row per state: iso3, state, tile_row, tile_col, china, us, eu (answers), kind.

    kind, from the equal search alone: china (China only), west (the US or the EU, not China), both, none.
    """
    wide = table.pivot(index="iso3", columns="party", values="answer").rename(columns={"CN": "china", "US": "us", "EU": "eu"})[["china", "us", "eu"]]
    tiles = states[["iso3", "name", "tile_row", "tile_col"]].rename(columns={"name": "state"}).merge(wide, left_on="iso3", right_index=True)
    china, west = tiles["china"] == "search", (tiles["us"] == "search") | (tiles["eu"] == "search")
    kind = ["both" if c and w else "china" if c else "west" if w else "none" for c, w in zip(china, west)]
    return tiles.assign(kind=kind).reset_index(drop=True)


def _scores(readiness: pd.DataFrame, ilia: pd.DataFrame) -> dict[str, pd.Series]:
    """The two indexes, by state: Oxford's of 2025 for 33 states, the regional one of 2025 for 19."""
    own = ilia[(ilia["edition"] == ILIA_EDITION) & ilia["iso3"].notna()]
    return {"readiness": readiness[readiness["scope"] == "state"].set_index("iso3")["total"], "ilia": own.set_index("iso3")["score"]}


def ranks(table: pd.DataFrame, readiness: pd.DataFrame, ilia: pd.DataFrame) -> pd.DataFrame:
    """Do pages found for a party go with how ready for AI a state is held to be? One row per index and party.

    Spearman's rho of pages_per_query (``found_by_state``) with the index; 95% interval from Fisher's z; p by permutation,
    two-sided. Returns index (readiness | ilia), party, n, rho, low, high, p, smallest (found with 80% power at this n).
    """
    made = []
    for index, score in _scores(readiness, ilia).items():
        for party in PARTIES:
            pages = table[table["party"] == party].set_index("iso3")["pages_per_query"].dropna()
            both = pd.concat([score, pages], axis=1, join="inner").sort_index()
            x, y = both.iloc[:, 0].to_numpy(float), both.iloc[:, 1].to_numpy(float)
            rho = intervals.rank_correlation(x, y)
            low, high = intervals.rank_interval(rho, len(x))
            made.append({"index": index, "party": party, "n": len(x), "rho": rho, "low": low, "high": high, "p": permutation.rank_p(x, y), "smallest": intervals.smallest_correlation(len(x))})
    return pd.DataFrame(made)


def rank_of(table: pd.DataFrame, index: str, party: str, column: str = "rho") -> float:
    """Which value has one row of ``ranks``?"""
    return float(table.loc[(table["index"] == index) & (table["party"] == party), column].iloc[0])


def lowest(table: pd.DataFrame, index: str) -> float:
    """Which is the lowest end of an interval among the rows of one index?"""
    return float(table.loc[table["index"] == index, "low"].min())


def rank_given_people(table: pd.DataFrame, readiness: pd.DataFrame, basics: pd.DataFrame, party: str) -> float:
    """The same rho with readiness once population is held: partial Spearman, latest population of the table basics."""
    people = basics.dropna(subset=["population"]).sort_values("year").groupby("iso3")["population"].last()
    pages = table[table["party"] == party].set_index("iso3")["pages_per_query"].dropna()
    both = pd.concat([_scores(readiness, pd.DataFrame({"edition": [], "iso3": [], "score": []}))["readiness"], pages, people], axis=1, join="inner").sort_index()
    x, y, held = (both.iloc[:, place].to_numpy(float) for place in range(3))
    return permutation.partial_rank(x, y, held)


def correlations(table: pd.DataFrame, test) -> pd.DataFrame:
    """Which rank correlations does the chapter set side by side? ``ranks`` with the registered T18 (rank-biserial) below."""
    last = pd.DataFrame([{"index": "privacy", "party": "CN", "n": test.n, "rho": test.estimate, "low": test.low, "high": test.high, "p": test.p, "smallest": abs(test.smallest)}])
    return pd.concat([table, last], ignore_index=True)


def rows_by_publisher(events: pd.DataFrame, sources: pd.DataFrame, publishers: pd.DataFrame, party: str, kind: str | None = None) -> int:
    """How many of the party's acts (``acts``) rest on a page of this kind of publisher (press, official ...)? None: any."""
    made_by = sources.set_index("key")["publisher"].map(publishers.set_index("key")["kind"])
    kinds = acts(events, party)["source"].map(made_by)
    return len(kinds) if kind is None else int((kinds == kind).sum())
