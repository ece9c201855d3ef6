"""With which local places and bodies does China deal? Twinned places, and the partners of signed or given things."""

from __future__ import annotations

import pandas as pd

from .events import select

# Something was signed, bought, lent or given, by its instrument. Talks, visits and works are left out.
INSTRUMENTS = {"accord": "Accord", "contract": "Contract", "loan": "Loan", "gift": "Gift", "twinning": "Twinning"}
PARTNERS = {
    "subnational_government": "Province or city", "university": "University", "police_unit": "Police", "police": "Police",
    "government": "National government",
}
TOP = 4  # states named as the largest; the fifth has a fraction of the pairs of the fourth


def deals(events: pd.DataFrame) -> pd.DataFrame:
    """Which counted subnational rows say that a Chinese party signed, sold, lent or gave something, beyond announcing it?"""
    rows = select(events, listed="subnational", acts=("agreement", "delivery"), instruments=tuple(INSTRUMENTS), about="CN")
    return rows[rows["status"] != "announced"]


def acts_by_partner(events: pd.DataFrame) -> pd.DataFrame:
    """With whom were these things signed? One row per act and partner: act, partner, rows (0 where none was found)."""
    rows = deals(events)
    counts = pd.crosstab(rows["instrument"].map(INSTRUMENTS), rows["partner_type"].map(PARTNERS))
    order = list(dict.fromkeys(INSTRUMENTS.values()))
    counts = counts.reindex(index=order, columns=list(dict.fromkeys(PARTNERS.values())), fill_value=0)
    counts = counts[counts.sum(axis=1) > 0]
    return counts.rename_axis(index="act", columns="partner").stack().rename("rows").reset_index()


def number_of_deals(events: pd.DataFrame) -> int:
    """How many such rows are there?"""
    return len(deals(events))


def deals_with(events: pd.DataFrame, *partner_types: str) -> int:
    """How many of these rows have a partner of these types?"""
    return int(deals(events)["partner_type"].isin(partner_types).sum())


def ties_by_state(ties: pd.DataFrame, states: pd.DataFrame, recognition: pd.DataFrame) -> pd.DataFrame:
    """How many twinned pairs were found in each of the 33 states?

    Returns iso3, state, tile_row, tile_col, pairs, and recognizes (Beijing | Taipei); 0 pairs means searched in the lists
    and none found there.
    """
    counts = ties["iso3"].value_counts()
    taipei = set(recognition.loc[recognition["event"] == "recognizes Taiwan", "iso3"])
    return pd.DataFrame({
        "iso3": states["iso3"], "state": states["name"], "tile_row": states["tile_row"], "tile_col": states["tile_col"],
        "pairs": states["iso3"].map(counts).fillna(0).astype(int),
        "recognizes": ["Taipei" if iso3 in taipei else "Beijing" for iso3 in states["iso3"]],
    })


def pairs(ties: pd.DataFrame) -> int:
    """How many twinned pairs are in the list?"""
    return len(ties)


def pairs_dated(ties: pd.DataFrame) -> int:
    """How many of them carry a year?"""
    return int(ties["year"].notna().sum())


def pairs_official(ties: pd.DataFrame) -> int:
    """How many of them rest on an official source?"""
    return int((ties["confidence"] == "high").sum())


def pairs_between_cities(ties: pd.DataFrame) -> int:
    """How many of them join two cities?"""
    return int((ties["level"] == "city").sum())


def largest_states(table: pd.DataFrame) -> list[str]:
    """Which states have the most pairs, largest first, as many as ``TOP``? table: from ``ties_by_state``."""
    return table.sort_values(["pairs", "state"], ascending=[False, True])["state"].head(TOP).tolist()


def largest_names(table: pd.DataFrame) -> str:
    """What are those states called, as a sentence lists them?"""
    *names, last = largest_states(table)
    return f"{', '.join(names)} and {last}"


def pairs_in_largest(table: pd.DataFrame) -> int:
    """How many pairs lie in those states?"""
    return int(table.loc[table["state"].isin(largest_states(table)), "pairs"].sum())


def states_with_pairs(table: pd.DataFrame) -> int:
    """In how many states was at least one pair found?"""
    return int((table["pairs"] > 0).sum())


def pairs_in_states(table: pd.DataFrame, recognizes: str) -> int:
    """How many pairs were found in states that recognize this government? table: from ``ties_by_state``."""
    return int(table.loc[table["recognizes"] == recognizes, "pairs"].sum())


def states_recognizing(table: pd.DataFrame, government: str) -> int:
    """How many states of the table recognize this government?"""
    return int((table["recognizes"] == government).sum())


def states_missed(events: pd.DataFrame, table: pd.DataFrame) -> int:
    """In how many states do the events tell a twinning though the list has no pair? table: from ``ties_by_state``."""
    told = deals(events).query("instrument == 'twinning'")["iso3"]
    return int(table.loc[(table["pairs"] == 0) & table["iso3"].isin(told), "iso3"].nunique())
