"""What do the registered tests find that need no model of counts? T03, T10, T11, T12, T13, T17, T18.

The definitions are those of data/tests.csv with the dated lines of its sidecar; one function is one test.
"""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from scipy import stats

from ..inference import exact, intervals, permutation
from .registered import FIRST, LAST, LEFT_OUT, Result, Variant, beijing, by_publisher, contacts, gifts, in_window, mean_freedom, people, per_state, system_states, years

SWITCHERS = ("CRI", "PAN", "DOM", "SLV")
AROUND = 4  # years before and after a switch


def t03(records: pd.DataFrame, freedom: pd.DataFrame, basics: pd.DataFrame) -> Result:
    """Are Chinese finance records per head unrelated to freedom?"""
    free = mean_freedom(freedom)
    million = people(basics, free.index)
    rows = records[records["year"].between(FIRST, LAST)]
    rate = rows.groupby("iso3")["records"].sum().reindex(free.index, fill_value=0).to_numpy() / million
    score, n = free.to_numpy(), len(free)
    rho = intervals.rank_correlation(rate, score)
    low, high = intervals.rank_interval(rho, n)
    kept = ~free.index.isin(["VEN", "CUB"])
    less = intervals.rank_correlation(rate[kept], score[kept])
    held = permutation.partial_rank(rate, score, million)
    return Result(
        "T03", n, "rank correlation of finance records per head with freedom", "Spearman's rho", rho, low, high, permutation.rank_p(rate, score), "permutation", "two-sided",
        intervals.smallest_correlation(n), "Fisher's z", model_p=float(stats.spearmanr(rate, score).pvalue),
        without=permutation.leave_one_out(free.index, lambda k: intervals.rank_correlation(rate[k], score[k])),
        variants=(
            Variant("without Venezuela and Cuba", int(kept.sum()), less, permutation.rank_p(rate[kept], score[kept]), *intervals.rank_interval(less, int(kept.sum()))),
            Variant("with log population held", n, held, permutation.partial_rank_p(rate, score, million), *intervals.rank_interval(held, n - 1)),
        ),
    )


def t10(events: pd.DataFrame) -> Result:
    """Did the rate of Chinese police gifts rise after April 2022?"""
    before, after = (in_window(gifts(events), period) for period in ("before", "after"))
    spans = years("after"), years("before")

    def found(late: int, early: int) -> exact.Ratio:
        return exact.rate_ratio(late, spans[0], early, spans[1], "positive")

    every, n = found(len(after), len(before)), len(after) + len(before)
    bare = gifts(events).dropna(subset=["date"])
    bare = bare.loc[bare["date"].str.len() == 4, "date"].astype(int)
    wide = found(len(after) + int(bare.between(2023, 2025).sum()), len(before) + int(bare.between(2009, 2021).sum()))
    givers = sorted({*LEFT_OUT, *after["iso3"].dropna(), *before["iso3"].dropna()})
    return Result(
        "T10", n, "gifts a year after April 2022 over gifts a year before", "rate ratio", every.estimate, every.low, every.high, every.p, "exact", "positive",
        exact.smallest_rate_ratio(n, *spans), "exact binomial power at this number of gifts", n_of="gifts",
        without={s: found(int((after["iso3"] != s).sum()), int((before["iso3"] != s).sum())).estimate for s in givers},
        variants=(Variant("with gifts dated to a year other than 2022", n + int(bare.between(2009, 2021).sum() + bare.between(2023, 2025).sum()), wide.estimate, wide.p, wide.low, wide.high),),
        note=f"{len(after)} gifts in {spans[0]:.2f} years against {len(before)} in {spans[1]:.2f}; newer pages are found more easily.",
    )


def t11(events: pd.DataFrame) -> Result:
    """Did the share of training, visits and forums among Chinese police events rise after April 2022?"""

    def table(kept: pd.DataFrame) -> list[list[int]]:
        return [[len(in_window(group(kept), period)) for group in (contacts, gifts)] for period in ("after", "before")]

    cells = table(events)
    found, (a, b), (c, d) = exact.fisher(cells, "positive"), *cells
    single = table(events[events["iso3"].notna()])
    alone = exact.fisher(single, "positive")
    named = sorted({*LEFT_OUT, *pd.concat([in_window(g(events), p)["iso3"] for g in (contacts, gifts) for p in ("after", "before")]).dropna()})
    return Result(
        "T11", a + b + c + d, "odds of a contact rather than a gift, after April 2022 over before", "odds ratio", found.estimate, found.low, found.high, found.p, "exact", "positive",
        exact.smallest_odds_ratio(cells), "exact power with these margins", n_of="events",
        without={s: exact.odds(table(events[events["iso3"] != s])) for s in named},
        variants=(Variant("rows with a single partner state", int(np.sum(single)), alone.estimate, alone.p, alone.low, alone.high),),
        note=f"{a} of {a + b} after and {c} of {c + d} before were training, visits or forums.",
    )


def t12(events: pd.DataFrame, recognition: pd.DataFrame, states: pd.DataFrame) -> Result:
    """Do Chinese police gifts go only where Beijing is recognized?"""
    iso3 = pd.Index(states["iso3"])
    has, with_beijing = per_state(gifts(events), iso3) > 0, beijing(recognition, iso3)

    def table(k: np.ndarray) -> list[list[int]]:
        return [[int((has[k] & side[k]).sum()), int((~has[k] & side[k]).sum())] for side in (with_beijing, ~with_beijing)]

    cells = table(np.arange(len(iso3)))
    found, (a, b), (c, d) = exact.fisher(cells, "positive"), *cells
    return Result(
        "T12", len(iso3), "odds of any gift, states that recognize Beijing over those that recognize Taipei", "odds ratio", found.estimate, found.low, found.high, found.p, "exact", "positive",
        exact.smallest_odds_ratio(cells), "exact power with these margins",
        without=permutation.leave_one_out(iso3, lambda k: exact.odds(table(k))),
        note=f"{a} of {a + b} states that recognize Beijing and {c} of {c + d} that recognize Taipei have a gift; an empty cell leaves the ratio without an upper end.",
    )


def neighbors(basics: pd.DataFrame, recognition: pd.DataFrame, iso3: str, year: int) -> list[str]:
    """Which two states that never switched are nearest in population in this year?"""
    size = basics[basics["year"] == year].set_index("iso3")["population"]
    away = (size - size[iso3]).abs().drop(set(recognition.loc[recognition["event"] == "switched to PRC", "iso3"]) | {iso3}, errors="ignore")
    return list(away.sort_values(kind="stable").index[:2])


def switches(records: pd.DataFrame, recognition: pd.DataFrame, basics: pd.DataFrame) -> pd.DataFrame:
    """How many finance records came before and after each switch? Returns iso3, before, after, years_before, years_after, near (change a year of the neighbors)."""
    date = recognition[recognition["event"] == "switched to PRC"].set_index("iso3")["date"]
    out = []
    for iso3 in SWITCHERS:
        year = int(date[iso3][:4])
        spans = {"before": (max(year - AROUND, FIRST), year - 1), "after": (year + 1, min(year + AROUND, LAST))}
        sums = {name: records[records["year"].between(*span)].groupby("iso3")["records"].sum() for name, span in spans.items()}
        length = {name: stop - start + 1 for name, (start, stop) in spans.items()}
        near = [sums["after"].get(s, 0) / length["after"] - sums["before"].get(s, 0) / length["before"] for s in neighbors(basics, recognition, iso3, year)]
        out.append({"iso3": iso3, "before": int(sums["before"].get(iso3, 0)), "after": int(sums["after"].get(iso3, 0)), "years_before": length["before"], "years_after": length["after"], "near": float(np.mean(near))})
    return pd.DataFrame(out)


def t13(records: pd.DataFrame, recognition: pd.DataFrame, basics: pd.DataFrame) -> Result:
    """Do finance records rise after a switch of recognition? Descriptive: four states."""
    rows = switches(records, recognition, basics)
    change = rows["after"] / rows["years_after"] - rows["before"] / rows["years_before"]
    rises = int((change > rows["near"]).sum())

    def found(kept: pd.DataFrame) -> exact.Ratio:
        return exact.rate_ratio(int(kept["after"].sum()), float(kept["years_after"].sum()), int(kept["before"].sum()), float(kept["years_before"].sum()), "positive")

    every = found(rows)
    return Result(
        "T13", len(rows), "finance records a year after the switch over records a year before, four states together", "rate ratio", every.estimate, every.low, every.high,
        exact.sign_p(rises, len(rows)), "exact", "positive", math.nan, "none: four signs of four have a p of one in sixteen", model_p=every.p,
        without={s: found(rows[rows["iso3"] != s]).estimate for s in rows["iso3"]},
        note=f"Headline p of the signs; the other p takes records as independent. {rises} of {len(rows)} rose by more than their two neighbors; changes a year {', '.join(f'{s} {c:+.1f} against {m:+.1f}' for s, c, m in zip(rows['iso3'], change, rows['near']))}.",
    )


def t17(events: pd.DataFrame, regime_scores: pd.DataFrame, sources: pd.DataFrame, publishers: pd.DataFrame) -> Result:
    """Do events known from the press alone rank with freedom of expression more than events from official pages do?"""
    free = regime_scores[regime_scores["year"] == 2023].set_index("iso3")["expression"].sort_index()
    rows = by_publisher(events, sources, publishers)

    def count(*kinds: str) -> np.ndarray:
        return per_state(rows[rows["publisher_kind"].isin(kinds)], free.index)

    x, press, official = free.to_numpy(), count("press"), count("official", "state media")
    found = permutation.rank_difference(x, press, official)
    wide = permutation.rank_difference(x, count("press", "not assessed"), official)
    rho = intervals.rank_correlation
    return Result(
        "T17", len(free), "rank correlation with freedom of expression: press-only events less events from official pages", "difference of Spearman's rho", found.estimate, found.low, found.high, found.p_positive,
        "bootstrap", "positive", exact.reach(found.error, "positive"), "normal approximation from the bootstrap error",
        without=permutation.leave_one_out(free.index, lambda k: rho(x[k], press[k]) - rho(x[k], official[k])),
        variants=(Variant("publishers not assessed taken as press", len(free), wide.estimate, wide.p_positive, wide.low, wide.high),),
        note=f"{press.sum()} events from the press (rho {rho(x, press):.2f}) and {official.sum()} from official pages or state media (rho {rho(x, official):.2f}).",
    )


def t18(safe_cities: pd.DataFrame, wjp: pd.DataFrame) -> Result:
    """Is privacy protected less where a Chinese safe-city system got past announcement?"""
    scores = wjp[wjp["edition"] == 2020].dropna(subset=["privacy"]).set_index("iso3")["privacy"].sort_index()
    x, has = scores.to_numpy(), scores.index.isin(system_states(safe_cities))
    low, high = permutation.rank_biserial_interval(x, has)
    null_error = math.sqrt((len(x) + 1) / (3 * has.sum() * (~has).sum()))
    return Result(
        "T18", len(x), "privacy score of states with a system against those without", "rank-biserial correlation", permutation.rank_biserial(x, has), low, high, permutation.rank_biserial_p(x, has, "negative"),
        "permutation", "negative", -exact.reach(null_error, "negative"), "normal approximation of Mann and Whitney's U", model_p=float(stats.mannwhitneyu(x[has], x[~has], alternative="less").pvalue),
        without=permutation.leave_one_out(scores.index, lambda k: permutation.rank_biserial(x[k], has[k])),
        note=f"{has.sum()} of {len(x)} states have one.",
    )
