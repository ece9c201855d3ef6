"""What do the registered tests find that model counts by state? T01, T02, T08, T09, T16; loads statsmodels.

The definitions are those of data/tests.csv with the dated lines of its sidecar. Rates are events per head: population is
the offset. The headline p is a permutation of the predictor among the states; the model's own p stands second.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pandas as pd
from scipy import stats

from ..inference import ALPHA, counts, exact, permutation
from ..inference.permutation import Side
from .money import SECURITY_ACCOUNTS
from .policing import police_events, taipei
from .registered import Result, Variant, beijing, cooperation, gifts, mean_freedom, people, per_state, with_people

HOMICIDE_YEARS = (2015, 2021)
AT_RISK = (2009, 2023)
LAG = 3
US_BLOCKS = ((2015, 2017), (2018, 2020))
AFTER_US = (2021, 2024)
OVERDISPERSED = 1.5  # above this Pearson dispersion a Poisson model's errors are too small
STEP_USD = 10e6


def t01(events: pd.DataFrame, freedom: pd.DataFrame, basics: pd.DataFrame) -> Result:
    """Are Chinese police events per head unrelated to freedom?"""
    free = with_people(mean_freedom(freedom), basics)
    return _rate("T01", per_state(cooperation(events), free.index), free, people(basics, free.index), "two-sided", _PER_POINT)


def t01_us(events: pd.DataFrame, freedom: pd.DataFrame, basics: pd.DataFrame) -> Result:
    """Are American police events per head unrelated to freedom? T01 with the other power, which is not registered."""
    free = with_people(mean_freedom(freedom), basics)
    return _rate("T01-US", per_state(police_events(events, "US"), free.index), free, people(basics, free.index), "two-sided", _PER_POINT)


def t02(events: pd.DataFrame, freedom: pd.DataFrame, basics: pd.DataFrame, recognition: pd.DataFrame) -> Result:
    """The same among the states that recognize Beijing."""
    free = with_people(mean_freedom(freedom), basics)
    free = free[beijing(recognition, free.index)]
    return _rate("T02", per_state(cooperation(events), free.index), free, people(basics, free.index), "two-sided", _PER_POINT)


def t08(events: pd.DataFrame, homicide: pd.DataFrame, basics: pd.DataFrame, recognition: pd.DataFrame) -> Result:
    """Are Chinese police events more frequent per head where homicide is higher?"""
    rates = homicide[homicide["year"].between(*HOMICIDE_YEARS)].groupby("iso3")["homicides_per_100k"].mean().sort_index() / 10
    rates = with_people(rates, basics)
    found, million = per_state(cooperation(events), rates.index), people(basics, rates.index)
    every = _rate("T08", found, rates, million, "positive", _PER_TEN)
    with_beijing = beijing(recognition, rates.index)
    less = found[with_beijing], rates.to_numpy()[with_beijing], million[with_beijing]
    model = counts.negative_binomial(*less)
    subset = Variant("states that recognize Beijing (as T02)", len(less[0]), counts.ratio(model)[0], _permuted(less[0], less[1], None, less[2], "positive"), *_interval(*less, model))
    return replace(every, variants=(subset, *every.variants))


_PER_POINT = "events per head, for each point of freedom more (0 to 12)"
_PER_TEN = "events per head, for each ten homicides per 100,000 more"


def _rate(test: str, found: np.ndarray, x: pd.Series, million: np.ndarray, side: Side, measure: str) -> Result:
    """One negative binomial test of counts by state, with its permutation and what each state does to it."""
    values, size, each = x.to_numpy(dtype=float), np.log(million), np.ones(len(found))
    both = np.column_stack([values, size])
    model, null, free = counts.negative_binomial(found, values, million), counts.negative_binomial(found, None, million), counts.negative_binomial(found, both)
    low, high = _interval(found, values, million, model)
    return Result(
        test, len(found), measure, "rate ratio", counts.ratio(model)[0], low, high, _permuted(found, values, None, million, side), "permutation", side,
        _smallest(low, high, side), _HOW, model_p=counts.likelihood_p(model, null, side), dispersion=model.dispersion,
        without=permutation.leave_one_out(x.index, lambda k: counts.ratio(counts.negative_binomial(found[k], values[k], million[k]))[0]),
        variants=(Variant("log population as a predictor in place of the offset", len(found), counts.ratio(free)[0], _permuted(found, values, size, each, side), *_interval(found, both, each, free)),),
        note=f"{found.sum()} events; NB2 dispersion {model.alpha:.2f}; left to the data, events rise with population to the power {free.slopes[1]:.2f}, not 1. States are resampled for the interval.",
    )


_HOW = "normal approximation from the width of the interval"


def _permuted(found: np.ndarray, values: np.ndarray, held: np.ndarray | None, exposure: np.ndarray, side: Side) -> float:
    """The permutation p of a predictor beside what is held."""
    null = counts.negative_binomial(found, held, exposure)
    columns = None if held is None else np.column_stack([np.ones(len(held)), held])
    return permutation.count_score_p(found, values, counts.fitted(null, held, exposure), null.alpha, columns, side)


def _interval(found: np.ndarray, predictors: np.ndarray, exposure: np.ndarray, model: counts.Model) -> tuple[float, float]:
    """The rate ratio's 95% interval from resampled states."""
    low, high = permutation.slope_interval(found, predictors, exposure, [model.intercept, *model.slopes], model.alpha)
    return math.exp(low), math.exp(high)


def _smallest(low: float, high: float, side: Side) -> float:
    """The smallest rate ratio found with 80% power, the error taken from an interval."""
    away = exact.reach((math.log(high) - math.log(low)) / (2 * stats.norm.ppf(1 - ALPHA / 2)), side)
    return math.exp(-away if side == "negative" else away)


def first_gifts(events: pd.DataFrame) -> pd.Series:
    """In which year was the first Chinese gift to the police of each state found? Dates of any precision."""
    rows = gifts(events).dropna(subset=["date", "iso3"])
    return rows["date"].str[:4].astype(int).groupby(rows["iso3"]).min()


def recent_homicide(homicide: pd.DataFrame) -> pd.DataFrame:
    """What was the mean homicide rate of the three years before each year? States x years; gaps where none has a rate."""
    rates = homicide.pivot(index="iso3", columns="year", values="homicides_per_100k")
    span = range(AT_RISK[0], AT_RISK[1] + 1)
    return pd.DataFrame({year: rates.reindex(columns=range(year - LAG, year)).mean(axis=1) for year in span})


def at_risk(events: pd.DataFrame, recent: pd.DataFrame, recognition: pd.DataFrame) -> pd.DataFrame:
    """Which state-years could have seen a first gift? Returns iso3, year, gift (0 or 1), homicide; recognizing years only."""
    first = first_gifts(events)
    switch = recognition[recognition["event"] == "switched to PRC"].set_index("iso3")["date"].str[:4].astype(int)
    rows = []
    for iso3 in recent.index.difference(sorted(taipei(recognition))):
        start, stop = max(AT_RISK[0], switch.get(iso3, AT_RISK[0])), min(AT_RISK[1], first.get(iso3, AT_RISK[1]))
        rows += [(iso3, year, int(first.get(iso3) == year), recent.at[iso3, year]) for year in range(start, stop + 1)]
    return pd.DataFrame(rows, columns=["iso3", "year", "gift", "homicide"]).dropna(subset=["homicide"])


def t09(events: pd.DataFrame, homicide: pd.DataFrame, recognition: pd.DataFrame) -> Result:
    """Does homicide in the three years before predict the first Chinese police gift?"""
    recent = recent_homicide(homicide) / 10
    rows = at_risk(events, recent, recognition)
    since = (rows["year"] - AT_RISK[0]).to_numpy(dtype=float)

    def fit(kept: np.ndarray) -> counts.Model:
        part = rows.iloc[kept]
        return counts.hazard(part["gift"], np.column_stack([part["homicide"], since[kept]]))

    model, null = fit(np.arange(len(rows))), counts.hazard(rows["gift"], since)
    estimate, low, high = counts.ratio(model)
    series = recent.loc[sorted(rows["iso3"].unique())]
    residual, weight = permutation.hazard_parts(rows["gift"], null.intercept + null.slopes[0] * since)
    p = permutation.series_score_p(
        series, series.index.get_indexer(rows["iso3"]), series.columns.get_indexer(rows["year"]), residual, weight, np.column_stack([np.ones(len(rows)), since]), "positive",
    )
    return Result(
        "T09", len(rows), "hazard of a first gift, for each ten homicides per 100,000 more", "hazard ratio", estimate, low, high, p, "permutation", "positive",
        math.exp(exact.reach(model.errors[0], "positive")), "normal approximation from the model's error", n_of="state-years", model_p=counts.likelihood_p(model, null, "positive"),
        without={s: counts.ratio(fit(np.flatnonzero(rows["iso3"] != s)))[0] for s in series.index},
        note=f"{len(rows)} state-years of {len(series)} states with {rows['gift'].sum()} first gifts; whole series are dealt to the states.",
    )


def us_sums(obligations: pd.DataFrame, iso3: pd.Index) -> np.ndarray:
    """How much US security money did each state get in FY2015-17 and in FY2018-20? States x 2, constant 2020 dollars."""
    rows = obligations[obligations["account"].isin(SECURITY_ACCOUNTS)]
    blocks = [rows[rows["fiscal_year"].between(*block)].groupby("iso3")["obligations_usd2020"].sum() for block in US_BLOCKS]
    return np.column_stack([block.reindex(iso3, fill_value=0.0) for block in blocks])


def t16(events: pd.DataFrame, obligations: pd.DataFrame, basics: pd.DataFrame) -> Result:
    """Do lower US security obligations precede Chinese police events?"""
    iso3 = pd.Index(sorted(basics["iso3"].unique()))
    rows = cooperation(events)
    year = pd.to_numeric(rows["date"].str[:4])
    found, million, sums = per_state(rows[year.between(*AFTER_US)], iso3), people(basics, iso3, *AFTER_US), us_sums(obligations, iso3)
    change, relative = (sums[:, 1] - sums[:, 0]) / STEP_USD, np.diff(np.arcsinh(sums), axis=1)[:, 0]
    quasi = counts.poisson(found, change, million).dispersion > OVERDISPERSED

    def fit(x: np.ndarray, kept: np.ndarray) -> counts.Model:
        return counts.poisson(found[kept], x[kept], million[kept], quasi=quasi)

    def chance(x: np.ndarray) -> float:
        return permutation.count_score_p(found, x, counts.fitted(counts.poisson(found, None, million), None, million), side="negative")

    every = np.arange(len(iso3))
    model, other = fit(change, every), fit(relative, every)
    (low, high), bounds = (_interval(found, x, million, m) for x, m in ((change, model), (relative, other)))
    return Result(
        "T16", len(iso3), "events per head 2021-2024, for each 10 million dollars that the US sum rose", "rate ratio", counts.ratio(model)[0], low, high,
        chance(change), "permutation", "negative", _smallest(low, high, "negative"), _HOW,
        model_p=counts.wald_p(model, "negative"), dispersion=model.dispersion, without=permutation.leave_one_out(iso3, lambda k: counts.ratio(fit(change, k))[0]),
        variants=(Variant("change in asinh of the sums, a step of one", len(iso3), counts.ratio(other)[0], chance(relative), *bounds),),
        note=f"{found.sum()} events; " + ("errors of a quasi-Poisson model." if quasi else "errors of a Poisson model."),
    )
