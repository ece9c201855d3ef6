"""What do the registered tests on change within states find? T04-T07 on freedom and rights, T14 and T15 on the Belt and Road.

Each function follows its row of the table tests, with the dated corrections of its sidecar. Money enters as asinh of
dollars. Beside China stands the same for the United States, and the other way round, under ``also``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ..inference import joiners, panels
from .money import SECURITY_ACCOUNTS

NAMED = ("ARG", "BRA", "ECU", "VEN")  # the states that the method statement asks to leave out one by one
MILITARY_ACCOUNTS = ("fmf", "imet")
FIRST_YEAR, LAST_YEAR = 2001, 2021
US_LAST_YEAR = 2020
BLOCKS = tuple(range(2001, 2017, 3))  # first years of FY2001-2003 ... FY2016-2018
SPAN = 3
JOIN_YEARS = (2017, 2019)
EARLY, LATE = (2013, 2016), (2020, 2023)
ASINH = "asinh of dollars per rating point"


@dataclass(frozen=True)
class Result:
    """What one registered test found.

    n_states, n_rows: states and observations; estimate in the unit named; low, high: its 95% interval, two-sided; p: of
    the wild bootstrap or the permutation, on the side registered; model_p: of the textbook formula, same side; smallest:
    effect that the test finds with 80% power; standardized, smallest_standardized: both without units (a slope as partial
    correlation, a difference in standard deviations of the changes); loo_low, loo_high: estimates when any one state is
    left out; without: the estimate without each state of NAMED; also: the same for the other power, and the variants that
    the registration and its corrections name.
    """

    id: str
    what: str
    unit: str
    side: str
    n_states: int
    n_rows: int
    estimate: float
    low: float
    high: float
    p: float
    model_p: float
    smallest: float
    standardized: float
    smallest_standardized: float
    loo_low: float
    loo_high: float
    without: tuple[tuple[str, float], ...]
    note: str = ""
    also: tuple[Result, ...] = ()


def _result(name: str, what: str, unit: str, side: str, found: panels.Effect, left_out: dict[str, float], note: str = "") -> Result:
    """One result from an effect and its estimates without each state."""
    smallest = panels.smallest_effect(found.error, found.states, side)
    return Result(name, what, unit, side, found.states, found.rows, found.estimate, found.low, found.high, found.p, found.model_p,
                  smallest, found.estimate * found.scale, smallest * found.scale, min(left_out.values()), max(left_out.values()),
                  tuple((state, left_out[state]) for state in NAMED if state in left_out), note)


def free(freedom: pd.DataFrame) -> pd.Series:
    """How free was each state in each year? Freedom House, 14 less both ratings: 0 (least) to 12. Index iso3, year."""
    return 14 - freedom.set_index(["iso3", "year"])[["political_rights", "civil_liberties"]].sum(axis=1)


def us_sums(obligations: pd.DataFrame, accounts: tuple[str, ...] = SECURITY_ACCOUNTS) -> pd.Series:
    """How much was obligated to each state in each fiscal year on these accounts, constant 2020 dollars? Regional lines left out."""
    rows = obligations[obligations["account"].isin(accounts) & obligations["iso3"].notna()]
    return rows.rename(columns={"fiscal_year": "year"}).groupby(["iso3", "year"])["obligations_usd2020"].sum()


def china_sums(commitments: pd.DataFrame) -> pd.Series:
    """How much did China commit to each state in each year, constant 2021 dollars?"""
    return commitments.set_index(["iso3", "year"])["commitments_usd2021"]


def grid(values: pd.Series, states: Iterable[str], years: Iterable[int], absent: float = np.nan) -> pd.DataFrame:
    """The values as states by years; what has no row is ``absent``."""
    return values.unstack("year").reindex(index=sorted(states), columns=list(years)).fillna(absent)


def block_sums(values: pd.Series, states: Iterable[str], blocks: Iterable[int] = BLOCKS) -> pd.DataFrame:
    """Sums over blocks of three years; an absent row is 0. Columns are first years."""
    return pd.DataFrame({first: grid(values, states, range(first, first + SPAN), absent=0.0).sum(axis=1) for first in blocks})


def block_means(values: pd.Series, states: Iterable[str], blocks: Iterable[int]) -> pd.DataFrame:
    """Means over blocks of three years, of the years that have a value. Columns are first years."""
    return pd.DataFrame({first: grid(values, states, range(first, first + SPAN)).mean(axis=1) for first in blocks})


def prior_means(values: pd.Series, states: Iterable[str], blocks: Iterable[int] = BLOCKS) -> pd.DataFrame:
    """Mean of the block before each block, under the first year of the later one."""
    return block_means(values, states, [first - SPAN for first in blocks]).rename(columns=lambda first: first + SPAN)


def long(frame: pd.DataFrame) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A frame of states by periods as values, states and periods of its rows."""
    stacked = frame.stack()
    return stacked.to_numpy(float), stacked.index.get_level_values(0).to_numpy(str), stacked.index.get_level_values(1).to_numpy(int)


def _within(name: str, what: str, unit: str, side: str, outcome: pd.DataFrame, predictor: pd.DataFrame, note: str = "") -> Result:
    """A slope within states, net of state and period effects, with wild cluster bootstrap; both frames are states by periods."""
    y, state, period = long(outcome)
    x, _, _ = long(predictor.loc[outcome.index, outcome.columns])
    return _result(name, what, unit, side, panels.wild_slope(y, x, state, period, side=side), panels.slope_without_each(y, x, state, period), note)


def _said(result: Result) -> str:
    """One result as a part of a note."""
    return f"{result.what}: {result.estimate:.3f} ({result.low:.3f} to {result.high:.3f}; p {result.p:.3f}; {result.n_states} states, {result.n_rows} observations)"


def t04(china_commitments: pd.DataFrame, freedom: pd.DataFrame, us_obligations: pd.DataFrame) -> Result:
    """Do Chinese commitments follow a state's change in freedom a year later? asinh dollars on Freedom House of the year before."""
    rated = free(freedom)
    states = rated.index.unique("iso3")

    def lagged(years: range) -> pd.DataFrame:
        return grid(rated, states, [year - 1 for year in years]).rename(columns=lambda year: year + 1)

    years, us_years = range(FIRST_YEAR, LAST_YEAR + 1), range(FIRST_YEAR, US_LAST_YEAR + 1)
    china = _within("T04", "Chinese commitments, by year", ASINH, "two-sided", np.arcsinh(grid(china_sums(china_commitments), states, years, 0.0)), lagged(years))
    us = _within("T04-US", "US security obligations, by fiscal year to 2020", ASINH, "two-sided", np.arcsinh(grid(us_sums(us_obligations), states, us_years, 0.0)), lagged(us_years))
    some = np.arcsinh(china_commitments.loc[china_commitments["commitments_usd2021"] > 0, "commitments_usd2021"].median())
    return replace(china, also=(us,), note=f"A year without a row counts as zero; a step from none to the median commitment is {some:.0f} on this scale.")


WITHOUT_T05 = ("VEN", "BOL", "NIC")


def t05(freedom: pd.DataFrame, us_obligations: pd.DataFrame, china_commitments: pd.DataFrame) -> Result:
    """Do US security obligations follow a state's change in freedom in the next three years? asinh block sums on the prior block."""
    rated = free(freedom)
    states = rated.index.unique("iso3")
    sums, before = np.arcsinh(block_sums(us_sums(us_obligations), states)), prior_means(rated, states)
    fewer = [state for state in sums.index if state not in WITHOUT_T05]
    us = _within("T05", "US security obligations, by block", ASINH, "positive", sums, before)
    again = _within("T05-less", "without VEN, BOL and NIC", ASINH, "positive", sums.loc[fewer], before)
    later = _within("T05-late", "without the first block", ASINH, "positive", sums.drop(columns=BLOCKS[0]), before)
    china = _within("T05-CN", "Chinese commitments, by block", ASINH, "positive", np.arcsinh(block_sums(china_sums(china_commitments), states)), before)
    return replace(us, also=(again, later, china), note=f"Again {_said(again)}. The block before the first rests on the years the table has; {_said(later)}.")


def t06(china_commitments: pd.DataFrame, freedom: pd.DataFrame, us_obligations: pd.DataFrame) -> Result:
    """Is the US slope on freedom larger than the Chinese one? Difference on common blocks; interval from resampled states."""
    rated = free(freedom)
    states = rated.index.unique("iso3")
    us, state, period = long(np.arcsinh(block_sums(us_sums(us_obligations), states)))
    china, _, _ = long(np.arcsinh(block_sums(china_sums(china_commitments), states)))
    x, _, _ = long(prior_means(rated, states))

    def gap(keep: np.ndarray) -> Result:
        parts = [part[keep] for part in (us, china, x, state, period)]
        found = panels.slope_difference(*parts, side="positive")
        left_out = panels.slope_without_each(parts[0] - parts[1], *parts[2:])
        return _result("T06", "US slope less Chinese slope, by block", ASINH, "positive", found, left_out)

    whole = gap(np.full(len(us), True))
    late = replace(gap(period != BLOCKS[0]), id="T06-late", what="without the first block")
    return replace(whole, also=(late,), note=f"Interval from states drawn anew; p from the wild bootstrap of the difference; {_said(late)}.")


def t07(us_obligations: pd.DataFrame, rights_protection: pd.DataFrame, china_commitments: pd.DataFrame) -> Result:
    """Do US military accounts fall after protection of rights has fallen? asinh of FMF and IMET by block on the prior block's change."""
    protection = rights_protection.set_index(["iso3", "year"])["protection"]
    states, blocks, unit = protection.index.unique("iso3"), BLOCKS[1:], "asinh of dollars per unit of the score"
    means = block_means(protection, states, [first - SPAN for first in BLOCKS] + [BLOCKS[-1]])
    change = pd.DataFrame({first: means[first - SPAN] - means[first - 2 * SPAN] for first in blocks})
    inside = pd.DataFrame({first: protection.unstack("year")[first - 1] - protection.unstack("year")[first - SPAN] for first in blocks})
    sums = np.arcsinh(block_sums(us_sums(us_obligations, MILITARY_ACCOUNTS), states, blocks))
    us = _within("T07", "US military accounts (FMF and IMET), by block", unit, "positive", sums, change)
    first_to_last = _within("T07-inside", "change from first to last year of the prior block", unit, "positive", sums, inside)
    china = _within("T07-CN", "Chinese commitments, by block", unit, "positive", np.arcsinh(block_sums(china_sums(china_commitments), states, blocks)), change)
    return replace(us, also=(first_to_last, china), note=f"{_said(first_to_last)}.")


def t14(bri_membership: pd.DataFrame, un_alignment: pd.DataFrame) -> Result:
    """Did the states that joined the Belt and Road move nearer to China in UN votes? Change in mean distance, permuted labels.

    For the distance to the United States no side is registered, so that one is two-sided. A state without a vote in
    un_alignment, as in a reader's cut, has no change and stays out.
    """
    listed = bri_membership.set_index("iso3")["in_list_2023"].sort_index()
    listed = listed[listed.index.isin(un_alignment["iso3"])]

    def moved(name: str, what: str, column: str, side: str) -> Result:
        distance = un_alignment.set_index(["iso3", "year"])[column]
        change = (grid(distance, listed.index, range(LATE[0], LATE[1] + 1)).mean(axis=1) - grid(distance, listed.index, range(EARLY[0], EARLY[1] + 1)).mean(axis=1)).to_numpy()
        joined, state = listed.to_numpy(bool), listed.index.to_numpy(str)
        return _result(name, what, "change in distance, joiners less others", side, joiners.label_difference(change, joined, side), joiners.label_difference_without_each(change, joined, state))

    china = moved("T14", "distance to China, 2013-2016 to 2020-2023", "distance_chn", "negative")
    return replace(china, also=(moved("T14-US", "distance to the United States, 2013-2016 to 2020-2023", "distance_usa", "two-sided"),),
                   note="Venezuela has votes of 2020 and 2021 alone in the later window.")


def join_years(bri_membership: pd.DataFrame, never: tuple[str, ...] = (), drop: tuple[str, ...] = ("VEN",)) -> pd.Series:
    """In which year did each state compared in T15 join? Joiners of 2017-2019 and never-joiners (NaN); never: late ones taken as such."""
    year = bri_membership.set_index("iso3")["joined_date"].str[:4].astype(float).sort_index()
    year[list(never)] = np.nan
    return year[(year.isna() | year.between(*JOIN_YEARS)) & ~year.index.isin(drop)]


def t15(bri_membership: pd.DataFrame, china_commitments: pd.DataFrame, us_obligations_total: pd.DataFrame) -> Result:
    """Did joining the Belt and Road raise Chinese finance? Stacked by year of joining, four years before to two after, labels permuted."""
    unit, years = "asinh of dollars, joiners less never-joiners", range(FIRST_YEAR, LAST_YEAR + 1)
    us_money = us_obligations_total.rename(columns={"fiscal_year": "year"}).set_index(["iso3", "year"])["obligations_usd2021"]

    def raised(name: str, what: str, money: pd.Series, joined: pd.Series) -> Result:
        outcome, state = np.arcsinh(grid(money, joined.index, years, 0.0)).to_numpy(), joined.index.to_numpy(str)
        found = joiners.stacked_effect(outcome, np.array(years), joined.to_numpy(), side="positive")
        return _result(name, what, unit, "positive", found, joiners.stacked_effect_without_each(outcome, np.array(years), joined.to_numpy(), state))

    money, joined = china_sums(china_commitments), join_years(bri_membership)
    china = raised("T15", "Chinese commitments around joining", money, joined)
    with_ven = raised("T15-VEN", "with Venezuela", money, join_years(bri_membership, drop=()))
    with_col = raised("T15-COL", "with Colombia as never-joiner", money, join_years(bri_membership, never=("COL",)))
    us = raised("T15-US", "US obligations, all accounts, around joining", us_money, joined)
    return replace(china, also=(with_ven, with_col, us), note=f"{_said(with_ven)}; {_said(with_col)}.")


def t15_path(bri_membership: pd.DataFrame, china_commitments: pd.DataFrame) -> pd.DataFrame:
    """How far apart were joiners and never-joiners in each year around joining? event_time, estimate, low, high; base is -1."""
    joined, years = join_years(bri_membership), range(FIRST_YEAR, LAST_YEAR + 1)
    outcome = np.arcsinh(grid(china_sums(china_commitments), joined.index, years, 0.0)).to_numpy()
    path = joiners.event_path(outcome, np.array(years), joined.to_numpy())
    return pd.DataFrame([{"event_time": time, "estimate": found.estimate, "low": found.low, "high": found.high} for time, found in path])


def all_results(read: Callable[[str], pd.DataFrame]) -> list[Result]:
    """What did the six tests find, in order? read: the table of a name."""
    money, rated, us = read("china_commitments"), read("freedom"), read("us_obligations")
    bri = read("bri_membership")
    return [t04(money, rated, us), t05(rated, us, money), t06(money, rated, us), t07(us, read("rights_protection"), money),
            t14(bri, read("un_alignment")), t15(bri, money, read("us_obligations_total"))]
