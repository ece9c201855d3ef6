"""What interest did Chinese official loans carry, and for whom? Means over 2000-2021 of the table china_borrowing_cost."""

from __future__ import annotations

import pandas as pd

from ..inference import intervals

RESCUED = ("ARG", "SUR")  # unadjusted commitments, which weigh the rate, hold emergency credit that was rolled over
FIRST, LAST = 2000, 2021


def rates(cost: pd.DataFrame, states: pd.DataFrame) -> pd.DataFrame:
    """Which rate did each of the 33 states pay? One row per state with a rate, dearest first: iso3, state, interest_pct, rescued."""
    rows = cost[(cost["group"] == "lac") & cost["interest_pct"].notna()].sort_values(["interest_pct", "iso3"], ascending=[False, True])
    names = states.set_index("iso3")["name"]
    return pd.DataFrame({"iso3": rows["iso3"], "state": rows["iso3"].map(names), "interest_pct": rows["interest_pct"], "rescued": rows["iso3"].isin(RESCUED)}).reset_index(drop=True)


def with_rate(cost: pd.DataFrame, group: str) -> int:
    """For how many borrowers of a group (lac | rest) is a rate recorded?"""
    return int(cost.loc[cost["group"] == group, "interest_pct"].notna().sum())


def median_pct(cost: pd.DataFrame, group: str) -> float:
    """Which rate lies in the middle of a group's borrowers, each counted once? Percent a year."""
    return float(cost.loc[cost["group"] == group, "interest_pct"].median())


def rate_pct(cost: pd.DataFrame, iso3: str) -> float:
    """Which mean rate did one state pay? Percent a year; raises KeyError if none is recorded."""
    return float(cost.dropna(subset=["iso3", "interest_pct"]).set_index("iso3")["interest_pct"].loc[iso3])


def own_share_pct(cost: pd.DataFrame, china: pd.DataFrame, iso3: str) -> float:
    """What share of the commitments that weigh a state's rate is left once rolled-over credit is taken out? china: china_commitments."""
    weight = cost.set_index("borrower")["unadjusted_usd2021"].loc[iso3]
    return 100 * float(china.loc[china["iso3"] == iso3, "commitments_usd2021"].sum() / weight)


def _pairs(cost: pd.DataFrame, regimes: pd.DataFrame, without: tuple[str, ...]) -> pd.DataFrame:
    """Rate and mean liberal democracy of the states that have both."""
    freedom = regimes[regimes["year"].between(FIRST, LAST)].groupby("iso3")["libdem"].mean().dropna()
    paid = cost[(cost["group"] == "lac") & ~cost["iso3"].isin(without)].set_index("iso3")["interest_pct"].dropna()
    return pd.concat([paid, freedom], axis=1, join="inner")


def states_paired(cost: pd.DataFrame, regimes: pd.DataFrame, without: tuple[str, ...] = ()) -> int:
    """How many states have both a rate and a democracy score?"""
    return len(_pairs(cost, regimes, without))


def rank_with_democracy(cost: pd.DataFrame, regimes: pd.DataFrame, without: tuple[str, ...] = ()) -> float:
    """Did more democratic states pay more? Spearman's rho of the rate with mean libdem 2000-2021, over states with both."""
    pairs = _pairs(cost, regimes, without)
    return intervals.rank_correlation(pairs["interest_pct"].to_list(), pairs["libdem"].to_list())


def rank_low(cost: pd.DataFrame, regimes: pd.DataFrame) -> float:
    """Lower end of the 95% interval of ``rank_with_democracy`` (``intervals.rank_interval``)."""
    return intervals.rank_interval(rank_with_democracy(cost, regimes), states_paired(cost, regimes))[0]


def rank_high(cost: pd.DataFrame, regimes: pd.DataFrame) -> float:
    """Upper end of the same interval."""
    return intervals.rank_interval(rank_with_democracy(cost, regimes), states_paired(cost, regimes))[1]
