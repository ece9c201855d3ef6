"""Does money follow freedom, however one asks? One row per way of asking: outcome, measure, design, sample, population.

For the claims that China sets no conditions (A57, A8, A58-A61). No single specification is the right one; what they have
in common, and what the answer hangs on, is the finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd

from ..inference import panels as inference
from .panels import BLOCKS, block_means, block_sums, china_sums, free, long, prior_means, us_sums
from .policing import police_events, taipei

JOINT_DRAWS = 500  # the true order and 499 others
BOTH = "Both"
DRAWS = 1_999  # a p near 0.05 is known to about 0.005, which is enough for a curve
MEASURES = {"freedom": "Freedom House", "libdem": "Liberal democracy", "protection": "Rights protection", "clean": "Low corruption"}
DESIGNS = {"levels": "Between states", "within": "Within states"}
SAMPLES = {"all": "All states", "beijing": "Recognize Beijing", "no_ven": "Without Venezuela", "no_cub": "Without Cuba"}
POPULATION = {False: "No population", True: "Log population"}
LEVEL_YEARS = (2000, 2021)
EVENT_BLOCKS = tuple(range(2010, 2023, 3))  # police events before 2010 are too few to have a change; the last block is 2022-2024


@dataclass(frozen=True)
class Outcome:
    """One thing that may follow freedom: asinh of what each state had in all (levels) and in each block (within)."""

    provider: str
    words: str
    levels: pd.Series
    blocks: pd.DataFrame


def _money(provider: str, words: str, sums: pd.Series, states: pd.Index) -> Outcome:
    """An outcome in dollars, by state and year."""
    return Outcome(provider, words, np.arcsinh(sums.groupby("iso3").sum().reindex(states).fillna(0.0)), np.arcsinh(block_sums(sums, states)))


def _rates(provider: str, words: str, counts: pd.Series, whole: pd.Series, people: pd.Series, states: pd.Index, blocks: tuple[int, ...]) -> Outcome:
    """An outcome in counts per million people. counts: by state and year; whole: by state, undated ones included."""
    level_people = people[people.index.get_level_values("year").isin(range(LEVEL_YEARS[0], LEVEL_YEARS[1] + 1))].groupby("iso3").mean()
    level = 1e6 * whole.reindex(states).fillna(0.0) / level_people.reindex(states)
    return Outcome(provider, words, np.arcsinh(level), np.arcsinh(1e6 * block_sums(counts, states, blocks) / block_means(people, states, blocks)))


def outcomes(tables: Mapping[str, pd.DataFrame]) -> list[Outcome]:
    """Which outcomes are set against freedom? Chinese commitments, finance records and police events; US security obligations."""
    people = tables["basics"].set_index(["iso3", "year"])["population"].astype(float)
    states = people.index.unique("iso3")
    records = tables["china_finance_records"].set_index(["iso3", "year"])["records"].astype(float)
    found = police_events(tables["events"], "CN")
    dated = found.dropna(subset=["date"])
    by_year = dated.groupby([dated["iso3"], dated["date"].str[:4].astype(int).rename("year")]).size().astype(float)
    return [
        _money("china", "Commitments", china_sums(tables["china_commitments"]), states),
        _rates("china", "Finance records", records, records.groupby("iso3").sum(), people, states, BLOCKS),
        _rates("china", "Police events", by_year, found["iso3"].value_counts().astype(float), people, states, EVENT_BLOCKS),
        _money("us", "US obligations", us_sums(tables["us_obligations"]), states),
    ]


def measures(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.Series]:
    """How is freedom measured? Four series by state and year, each higher where things are better."""
    regimes = tables["regimes"].set_index(["iso3", "year"])
    return {
        "freedom": free(tables["freedom"]).astype(float), "libdem": regimes["libdem"],
        "protection": tables["rights_protection"].set_index(["iso3", "year"])["protection"], "clean": -regimes["corruption"],
    }


def samples(recognition: pd.DataFrame, states: pd.Index) -> dict[str, list[str]]:
    """Which states does each sample hold?"""
    out = {"beijing": taipei(recognition), "no_ven": {"VEN"}, "no_cub": {"CUB"}}
    return {"all": list(states)} | {name: [state for state in states if state not in left] for name, left in out.items()}


def _cells(tables: Mapping[str, pd.DataFrame]) -> Iterator[tuple[dict[str, str], tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame | None], list[str]]]:
    """Every combination of choices: its words, then outcome, measure and log population (None: left out) as states by periods, and its states."""
    people = tables["basics"].set_index(["iso3", "year"])["population"].astype(float)
    chosen = samples(tables["recognition"], people.index.unique("iso3"))
    for outcome, (measure, series) in product(outcomes(tables), measures(tables).items()):
        for design, (y, x, size) in _designs(outcome, series, people).items():
            for (sample, states), population in product(chosen.items(), POPULATION):
                words = {"provider": outcome.provider, "outcome": outcome.words, "measure": MEASURES[measure], "design": DESIGNS[design], "sample": SAMPLES[sample], "population": POPULATION[population]}
                yield words, (y, x, size if population else None), [state for state in y.index if state in set(states)]


def specifications(tables: Mapping[str, pd.DataFrame], draws: int = DRAWS) -> pd.DataFrame:
    """What comes out of every combination of choices? One row each.

    tables: basics, china_commitments, china_finance_records, events, freedom, recognition, regimes, rights_protection,
    us_obligations by name. Between states: asinh of the sum (or of the rate per million) over all years, on the mean of the
    measure 2000-2021 (as far as it goes), one row a state. Within states: by blocks of three years, on the measure's mean
    in the block before, with state and block effects. Returns provider (china | us), outcome, measure, design, sample,
    population (log population in or not), estimate (standardized slope: the partial correlation), low, high (95%), p (wild
    bootstrap by state, two-sided), n_states, n_rows.
    """
    rows = []
    for words, (y, x, size), keep in _cells(tables):
        values, state, period = long(y.loc[keep])
        within = words["design"] == DESIGNS["within"]
        controls = () if size is None else (long(size.loc[keep])[0],)
        found = inference.wild_slope(values, long(x.loc[keep])[0], state, period if within else None, controls, draws=draws, within=within)
        rows.append(words | {"estimate": found.scale * found.estimate, "low": found.scale * found.low, "high": found.scale * found.high,
                             "p": found.p, "model_p": found.model_p, "n_states": found.states, "n_rows": found.rows})
    return pd.DataFrame(rows)


def joint(tables: Mapping[str, pd.DataFrame], draws: int = JOINT_DRAWS, seed: int = inference.SEED) -> pd.DataFrame:
    """Would a curve like this come by chance? Histories of each measure are dealt anew over the states, and the whole curve is run again.

    One row per provider, design and population, and over both of each: specifications, median (standardized slope), median_p
    (share of draws with a median as far from zero), hits (model p below 0.05), hits_expected (mean over draws) and hits_p
    (share of draws with as many). tables as in ``specifications``.
    Source: Simonsohn, Simmons and Nelson (2020), Nature Human Behaviour 4.
    """
    states = sorted(tables["basics"]["iso3"].unique())
    keys = pd.DataFrame(np.random.default_rng(seed).random((draws, len(states))), columns=states)
    keys.loc[0] = np.arange(len(states))  # the first is the true order
    labels, slopes, hits = [], [], []
    for words, (y, x, size), keep in _cells(tables):
        controls = () if size is None else (size.to_numpy(float),)
        within = words["design"] == DESIGNS["within"]
        found, p = inference.shuffled_slopes(y.to_numpy(float), x.to_numpy(float), np.argsort(keys[y.index].to_numpy(), axis=1), y.index.get_indexer(keep), controls, within)
        labels.append(words)
        slopes.append(found)
        hits.append(p < inference.ALPHA)
    of, slopes, hits = pd.DataFrame(labels), np.array(slopes), np.array(hits)
    groups = product(of["provider"].unique(), (BOTH, *DESIGNS.values()), (BOTH, *POPULATION.values()))
    return pd.DataFrame([
        {"provider": provider, "design": design, "population": population}
        | _chance(*(part[((of["provider"] == provider) & of["design"].isin(_either(design, DESIGNS)) & of["population"].isin(_either(population, POPULATION))).to_numpy()] for part in (slopes, hits)))
        for provider, design, population in groups
    ])


def _either(word: str, choices: Mapping[object, str]) -> list[str]:
    return list(choices.values()) if word == BOTH else [word]


def _chance(slopes: np.ndarray, hits: np.ndarray) -> dict[str, float]:
    """One row of ``joint``: the first column is what was found, the others what chance gives."""
    middle, number = np.median(slopes, axis=0), hits.sum(axis=0)
    return {"specifications": len(slopes), "median": float(middle[0]), "median_p": float((np.abs(middle) >= abs(middle[0]) - 1e-12).mean()),
            "hits": int(number[0]), "hits_expected": float(number[1:].mean()), "hits_p": float((number >= number[0]).mean())}


def _designs(outcome: Outcome, measure: pd.Series, people: pd.Series) -> dict[str, tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]]:
    """Outcome, measure and log population as states by periods, for each design; states without the measure leave."""
    whole = [series[series.index.get_level_values("year").isin(range(LEVEL_YEARS[0], LEVEL_YEARS[1] + 1))].groupby("iso3").mean() for series in (measure, people)]
    states, blocks = whole[0].index.intersection(outcome.levels.index), tuple(outcome.blocks.columns)
    before = prior_means(measure, states, blocks).dropna(axis=1, how="all")
    return {
        "levels": tuple(part.reindex(states).to_frame(0) for part in (outcome.levels, whole[0], np.log(whole[1]))),
        "within": (outcome.blocks.loc[states, before.columns], before, np.log(block_means(people, states, tuple(before.columns)))),
    }


def choose(rows: pd.DataFrame, column: str, *words: str) -> pd.DataFrame:
    """The specifications in which one choice (outcome | measure | design | sample | population) is one of these."""
    if unknown := set(words) - set(rows[column]):
        raise ValueError(f"no specification has {column} {', '.join(sorted(unknown))}; it is one of {', '.join(sorted(set(rows[column])))}")
    return rows[rows[column].isin(words)]


def _of(rows: pd.DataFrame, provider: str) -> pd.DataFrame:
    return rows[rows["provider"] == provider]


def count(rows: pd.DataFrame, provider: str) -> int:
    """How many specifications were run for one provider (china | us)?"""
    return len(_of(rows, provider))


def median(rows: pd.DataFrame, provider: str) -> float:
    """What is the middle estimate of one provider's specifications, as a partial correlation?"""
    return float(_of(rows, provider)["estimate"].median())


def below_5(rows: pd.DataFrame, provider: str, sign: int = 0) -> int:
    """In how many of them is p below 0.05? sign: 1 for positive estimates only, -1 for negative ones, 0 for both."""
    hits = _of(rows, provider)[lambda found: found["p"] < 0.05]
    return int((hits["estimate"] * sign > 0).sum()) if sign else len(hits)


def positive_share_pct(rows: pd.DataFrame, provider: str) -> float:
    """Which share of one provider's estimates is above zero, in percent?"""
    return float(100 * (_of(rows, provider)["estimate"] > 0).mean())


def one_measure(rows: pd.DataFrame, provider: str, measure: str, design: str, population: str) -> pd.DataFrame:
    """Which specifications of one provider take this measure of freedom, this design and this treatment of population?"""
    for column, word in (("measure", measure), ("design", design), ("population", population)):
        rows = choose(rows, column, word)
    return _of(rows, provider)


def measure_median(rows: pd.DataFrame, provider: str, measure: str, design: str, population: str) -> float:
    """What is the middle estimate with one measure of freedom, one design and one treatment of population?"""
    return median(one_measure(rows, provider, measure, design, population), provider)


def measure_runs(rows: pd.DataFrame, provider: str, measure: str, design: str, population: str) -> int:
    """How many specifications are they?"""
    return len(one_measure(rows, provider, measure, design, population))


def measure_hits(rows: pd.DataFrame, provider: str, measure: str, design: str, population: str) -> int:
    """In how many of them is p below 0.05, whatever the sign?"""
    return below_5(one_measure(rows, provider, measure, design, population), provider)


def against_chance(curve: pd.DataFrame, provider: str, design: str, column: str, population: str = BOTH) -> float:
    """What does the curve as a whole say beside chance (median, median_p, hits, hits_expected, hits_p, specifications)? curve: from ``joint``."""
    found = curve[(curve["provider"] == provider) & (curve["design"] == design) & (curve["population"] == population)]
    return float(found[column].iloc[0])
