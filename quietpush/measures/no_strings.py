"""Does contact or money follow freedom, in China and the United States alike? The registered tests on one scale.

Each test has its own unit (T01 a rate ratio, T03 a rank correlation, T04 a slope). Here all are correlations, -1 to 1,
so that they can stand side by side: between states the rank correlation of what each had a head with its mean freedom,
within states the partial correlation that belongs to the registered slope.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ..inference import intervals, permutation
from . import panels
from .money import SECURITY_ACCOUNTS
from .policing import police_events, taipei
from .registered import FIRST, LAST, Result, mean_freedom, people, per_state, with_people

BETWEEN, WITHIN = "Between states", "Within a state, over time"
CHINA, US, GAP = "china", "us", "gap"
# What the figure calls each reading; a registered test keeps its number.
POLICE, POLICE_HELD = "Police events a head (T01)", "The same, population held"
POLICE_BEIJING = "Police events, states with Beijing (T02)"
MONEY, MONEY_HELD = "Finance records (T03), US money, a head", "The same, population held"
AFTER_YEAR, AFTER_BLOCK = "Money a year after freedom moved (T04)", "Money by blocks of years (T05)"
AFTER_LESS, AFTER_GAP = "The same less VEN, BOL and NIC", "US slope less Chinese slope (T06)"
AFTER_RIGHTS = "Money after rights moved (T07)"


def _ranked(amount: np.ndarray, free: np.ndarray, million: np.ndarray, held: bool) -> dict[str, float]:
    """The rank correlation of an amount a head with freedom, plain or with population held."""
    rate, n = amount / million, len(free)
    if held:
        found, p = permutation.partial_rank(rate, free, million), permutation.partial_rank_p(rate, free, million)
    else:
        found, p = intervals.rank_correlation(rate, free), permutation.rank_p(rate, free)
    low, high = intervals.rank_interval(found, n - held)
    return {"estimate": found, "low": low, "high": high, "p": p, "smallest": intervals.smallest_correlation(n - held), "n_states": n}


def _slope(result: panels.Result) -> dict[str, float]:
    """A registered slope as a partial correlation."""
    scale = result.smallest_standardized / result.smallest
    return {"estimate": result.standardized, "low": result.low * scale, "high": result.high * scale, "p": result.p,
            "smallest": abs(result.smallest_standardized), "n_states": result.n_states}


def between(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Do freer states have more a head? One row per reading and provider; tables as in ``estimates``."""
    free = with_people(mean_freedom(tables["freedom"]), tables["basics"])
    million, iso3 = people(tables["basics"], free.index), free.index
    recognizes = ~iso3.isin(taipei(tables["recognition"]))
    records, us = tables["china_finance_records"], tables["us_obligations"]
    records = records[records["year"].between(FIRST, LAST)].groupby("iso3")["records"].sum()
    dollars = us[us["account"].isin(SECURITY_ACCOUNTS)].groupby("iso3")["obligations_usd2020"].sum()
    police = {CHINA: per_state(police_events(tables["events"], "CN"), iso3), US: per_state(police_events(tables["events"], "US"), iso3)}
    money = {CHINA: records.reindex(iso3, fill_value=0).to_numpy(float), US: dollars.reindex(iso3, fill_value=0.0).to_numpy(float)}
    every = np.full(len(iso3), True)
    rows = []
    for test, words, amounts, kept, held in (
        ("T01", POLICE, police, every, False), ("T01", POLICE_HELD, police, every, True), ("T02", POLICE_BEIJING, police, recognizes, False), ("T02", POLICE_HELD, police, recognizes, True),
        ("T03", MONEY, money, every, False), ("T03", MONEY_HELD, money, every, True),
    ):
        rows += [{"group": BETWEEN, "test": test, "reading": words, "provider": provider} | _ranked(amount[kept], free.to_numpy()[kept], million[kept], held)
                 for provider, amount in amounts.items()]
    return pd.DataFrame(rows)


def within(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Does money follow a state's own change? One row per reading and provider, from the registered tests T04 to T07."""
    money, rated, us = tables["china_commitments"], tables["freedom"], tables["us_obligations"]
    year, block, gap, rights = panels.t04(money, rated, us), panels.t05(rated, us, money), panels.t06(money, rated, us), panels.t07(us, tables["rights_protection"], money)
    found = [
        ("T04", AFTER_YEAR, CHINA, year), ("T04", AFTER_YEAR, US, also(year, "T04-US")),
        ("T05", AFTER_BLOCK, CHINA, also(block, "T05-CN")), ("T05", AFTER_BLOCK, US, block), ("T05", AFTER_LESS, US, also(block, "T05-less")),
        ("T06", AFTER_GAP, GAP, gap),
        ("T07", AFTER_RIGHTS, CHINA, also(rights, "T07-CN")), ("T07", AFTER_RIGHTS, US, rights),
    ]
    return pd.DataFrame([{"group": WITHIN, "test": test, "reading": words, "provider": provider} | _slope(result) for test, words, provider, result in found])


def estimates(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """What did every reading of the no-strings tests find, on one scale?

    tables by name: basics, china_commitments, china_finance_records, events, freedom, recognition, rights_protection,
    us_obligations. Returns group, test, reading, provider (china | us | gap), estimate, low, high (95%, two-sided), p
    (permutation between states, wild bootstrap within, on the registered side), smallest (found with 80% power), n_states.
    """
    return pd.concat([between(tables), within(tables)], ignore_index=True)


def also(result: panels.Result, name: str) -> panels.Result:
    """Which variant of a registered test has this id (T04-US, T05-CN, T05-less)?"""
    found = [other for other in result.also if other.id == name]
    if not found:
        raise ValueError(f"{result.id} has no variant {name}; it has {', '.join(other.id for other in result.also)}")
    return found[0]


def estimate(rows: pd.DataFrame, reading: str, provider: str, column: str = "estimate") -> float:
    """What did one reading find for one provider (or its low, high, p, smallest)? rows: from ``estimates``.

    The words of a held reading stand twice, so a test's number goes before them: "T01 The same, population held".
    """
    named = rows["test"] + " " + rows["reading"]
    found = rows[((rows["reading"] == reading) | (named == reading)) & (rows["provider"] == provider)]
    if len(found) != 1:
        raise ValueError(f"{len(found)} rows for {reading!r} and {provider!r}; name one of {', '.join(sorted(set(named)))}")
    return float(found[column].iloc[0])


def clear_of_zero(rows: pd.DataFrame, provider: str, group: str) -> int:
    """In how many readings of one provider (between or within states) does the interval leave out zero?"""
    kept = rows[(rows["provider"] == provider) & (rows["group"] == group)]
    return int(((kept["low"] > 0) | (kept["high"] < 0)).sum())


def median_step(china_commitments: pd.DataFrame) -> float:
    """How far is it from no commitment to the middle one that is above zero, on the asinh scale of T04 and T15?"""
    some = china_commitments["commitments_usd2021"]
    return float(np.arcsinh(some[some > 0].median()))


def without(result: panels.Result | Result, iso3: str) -> float:
    """What is an estimate without one state? Itself, where a reader's tables lack that state."""
    return dict(result.without).get(iso3, result.estimate)


def both_states(events: pd.DataFrame, party: str, other: str) -> set[str]:
    """In which states were police events of both parties found? Reactions, restrictions and findings are no offers and stay out."""
    return _found(events, party) & _found(events, other)


def both_count(events: pd.DataFrame, party: str, other: str) -> int:
    """In how many states were police events of both parties found?"""
    return len(both_states(events, party, other))


def only_count(events: pd.DataFrame, party: str, other: str) -> int:
    """In how many states were police events of one party found and none of the other?"""
    return len(_found(events, party) - _found(events, other))


def _found(events: pd.DataFrame, party: str) -> set[str]:
    return set(police_events(events, party)["iso3"].dropna())
