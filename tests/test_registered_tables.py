"""The registered tests once more on the published tables, by another route: plain rows, written-out likelihoods, other seeds.

Written from data/tests.csv and the dated lines of its sidecar. A recoding of the words of events changes the selections
at the top here and those of quietpush/measures/registered.py, and nothing else.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import cache
from statistics import mean

import numpy as np
import pytest
from scipy import optimize, special, stats
from second_time import rows

from quietpush import tables
from quietpush.measures import registered_counts as models
from quietpush.measures import registered_shares as shares

DEALS = 3_000
NEAR = 0.025  # three errors of two Monte Carlo p's near one half; smaller p's agree more closely
TAIPEI = {"BLZ", "GTM", "HTI", "KNA", "LCA", "VCT", "PRY"}
NO_POLICE_KINDS = {"overseas_station", "private_security", "statement", "policy_text"}
NO_POLICE_ACTS = {"reaction", "restriction", "finding"}


STATES = sorted(row["iso3"] for row in rows("states") if row["group"] == "lac")
LAW = [row for row in rows("events") if "law_enforcement" in row["lists"].split(";") and row["about"] == "CN" and row["counted"] == "true" and row["iso3"] in {*STATES, ""}]
POLICE = [row for row in LAW if row["kind"] not in NO_POLICE_KINDS and row["act"] not in NO_POLICE_ACTS and row["iso3"]]
GIFTS = [row for row in LAW if row["kind"] == "police_equipment" and row["instrument"] == "gift"]
CONTACTS = [row for row in LAW if row["kind"] in ("police_training", "police_contact") and row["act"] in ("training", "visit")]
SITES = {row["iso3"] for row in rows("safe_city_places") if row["stage"] != "announced"}
SWITCHED = {row["iso3"]: int(row["date"][:4]) for row in rows("recognition") if row["event"] == "switched to PRC"}


@cache
def found(test: str):
    needs = {
        "t01": "events freedom basics", "t02": "events freedom basics recognition", "t03": "china_finance_records freedom basics", "t08": "events homicide basics recognition",
        "t09": "events homicide recognition", "t10": "events", "t11": "events", "t12": "events recognition states", "t13": "china_finance_records recognition basics",
        "t16": "events us_obligations basics", "t17": "events regimes sources publishers", "t18": "safe_city_places wjp",
    }[test]
    result = getattr(models if hasattr(models, test) else shares, test)(*(frame(name) for name in needs.split()))
    assert result.id == test.upper()
    return result


frame = cache(tables.read)


def mean_of(name: str, column: str, first: int, last: int) -> dict[str, float]:
    sums = defaultdict(list)
    for row in rows(name):
        if first <= int(row["year"]) <= last and row["iso3"] in STATES and row[column]:
            sums[row["iso3"]].append(float(row[column]))
    return {iso3: mean(values) for iso3, values in sums.items()}


def freedom() -> dict[str, float]:
    sums = defaultdict(list)
    for row in rows("freedom"):
        if int(row["year"]) <= 2021:
            sums[row["iso3"]].append(14 - float(row["political_rights"]) - float(row["civil_liberties"]))
    return {iso3: mean(values) for iso3, values in sums.items()}


def vectors(x: dict[str, float], given: list[dict[str, str]], first: int = 2000, last: int = 2021) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    size, count = mean_of("basics", "population", first, last), Counter(row["iso3"] for row in given)
    order = sorted(x)
    return np.array([count[s] for s in order]), np.array([x[s] for s in order]), np.array([size[s] for s in order])


def nb2(y: np.ndarray, x: np.ndarray | None, people: np.ndarray) -> np.ndarray:
    """Intercept, slope (none without x) and log dispersion at the maximum of the written-out likelihood, and that likelihood."""
    def minus(b: np.ndarray) -> float:
        mu, k = people / people.mean() * np.exp(np.clip(b[0] + (0 if x is None else b[1] * (x - x.mean())), -50, 50)), np.exp(-b[-1])
        return -float((special.gammaln(y + k) - special.gammaln(k) - special.gammaln(y + 1) + k * np.log(k / (k + mu)) + special.xlogy(y, mu / (k + mu))).sum())

    best = optimize.minimize(minus, np.zeros(2 if x is None else 3), method="Nelder-Mead", options={"xatol": 1e-6, "fatol": 1e-9, "maxiter": 3000})
    return np.array([*best.x, -best.fun])


def dealt_p(y: np.ndarray, x: np.ndarray, mu: np.ndarray, alpha: float, tail: str) -> float:
    """Score over its error, deal by deal."""
    weight, random = mu / (1 + alpha * mu), np.random.default_rng(99)

    def z(values: np.ndarray) -> float:
        away = values - np.average(values, weights=weight)
        return (away * (y - mu) / (1 + alpha * mu)).sum() / math.sqrt((weight * away**2).sum())

    seen, deals = z(x), np.array([z(random.permutation(x)) for _ in range(DEALS)])
    return float(np.mean({"both": abs(deals) >= abs(seen), "up": deals >= seen, "down": deals <= seen}[tail]))


def agrees_nb2(result, y: np.ndarray, x: np.ndarray, people: np.ndarray, tail: str) -> None:
    full, null = nb2(y, x, people), nb2(y, None, people)
    assert (result.n, result.estimate) == (len(y), pytest.approx(math.exp(full[1]), rel=1e-4))
    alpha = math.exp(null[1])
    assert result.p == pytest.approx(dealt_p(y, x, people / people.mean() * math.exp(null[0]), alpha, tail), abs=NEAR)
    ratio = stats.chi2.sf(max(0, 2 * (full[-1] - null[-1])), 1)
    assert result.model_p == pytest.approx(ratio if tail == "both" else ratio / 2 if full[1] > 0 else 1 - ratio / 2, abs=2e-3)


@pytest.mark.parametrize(("test", "states"), [("t01", set(STATES)), ("t02", set(STATES) - TAIPEI)])
def test_police_events_on_freedom(test: str, states: set[str]) -> None:
    y, x, people = vectors({s: v for s, v in freedom().items() if s in states}, POLICE)
    agrees_nb2(found(test), y, x, people, "both")


def test_police_events_on_homicide() -> None:
    rates = {s: v / 10 for s, v in mean_of("homicide", "homicides_per_100k", 2015, 2021).items()}
    agrees_nb2(found("t08"), *vectors(rates, POLICE), "up")
    y, x, people = vectors({s: v for s, v in rates.items() if s not in TAIPEI}, POLICE)
    assert found("t08").variants[0].estimate == pytest.approx(math.exp(nb2(y, x, people)[1]), rel=1e-4)


def test_finance_records_on_freedom() -> None:
    records = Counter()
    for row in rows("china_finance_records"):
        records[row["iso3"]] += int(row["records"])
    size, free = mean_of("basics", "population", 2000, 2021), freedom()
    rate, score = [records[s] / size[s] for s in STATES], [free[s] for s in STATES]
    rho = np.corrcoef(stats.rankdata(rate), stats.rankdata(score))[0, 1]
    assert (found("t03").n, found("t03").estimate) == (33, pytest.approx(rho))
    other = stats.permutation_test((rate,), lambda x: stats.spearmanr(x, score).statistic, permutation_type="pairings", n_resamples=800, rng=np.random.default_rng(5))
    assert found("t03").p == pytest.approx(other.pvalue, abs=NEAR)
    kept = [i for i, s in enumerate(STATES) if s not in ("VEN", "CUB")]
    assert found("t03").variants[0].estimate == pytest.approx(stats.spearmanr(np.take(rate, kept), np.take(score, kept)).statistic)


def at_risk() -> list[tuple[str, int, int, float]]:
    rate = {(row["iso3"], int(row["year"])): float(row["homicides_per_100k"]) / 10 for row in rows("homicide")}
    out = []
    for iso3 in set(STATES) - TAIPEI:
        first = min((int(row["date"][:4]) for row in GIFTS if row["iso3"] == iso3 and row["date"]), default=9999)
        for year in range(max(2009, SWITCHED.get(iso3, 0)), 2024):
            before = [rate[iso3, t] for t in (year - 3, year - 2, year - 1) if (iso3, t) in rate]
            if year <= first and before:
                out.append((iso3, year, int(year == first), mean(before)))
    return out


def test_first_gifts_on_homicide() -> None:
    iso3, year, happened, x = map(np.array, zip(*at_risk()))

    def minus(b: np.ndarray, uses_x: bool = True) -> float:
        hazard = np.exp(b[0] + b[1] * (year - 2016) + (b[2] * x if uses_x else 0))
        return -float(np.where(happened == 1, np.log(-np.expm1(-hazard)), -hazard).sum())

    best = optimize.minimize(minus, [-2, 0, 0], method="Nelder-Mead", options={"xatol": 1e-7, "fatol": 1e-10, "maxiter": 4000}).x
    assert (found("t09").n, found("t09").estimate) == (len(x), pytest.approx(math.exp(best[2]), rel=1e-3))
    null = optimize.minimize(minus, [-2, 0], args=(False,), method="Nelder-Mead", options={"xatol": 1e-7, "fatol": 1e-10, "maxiter": 4000}).x
    assert found("t09").p == pytest.approx(series_p(iso3, year, happened, np.exp(null[0] + null[1] * (year - 2016))), abs=NEAR)


def series_p(iso3: np.ndarray, year: np.ndarray, happened: np.ndarray, hazard: np.ndarray) -> float:
    """Whole series are dealt; the score is taken over its error after the year trend, by weighted least squares."""
    units, random, known = sorted(set(iso3)), np.random.default_rng(98), defaultdict(list)
    for row in rows("homicide"):
        for later in (1, 2, 3):
            known[row["iso3"], int(row["year"]) + later].append(float(row["homicides_per_100k"]) / 10)
    rate = {when: mean(values) for when, values in known.items()}
    p = -np.expm1(-hazard)
    pull, weight = (happened - p) * hazard * (1 - p) / (p * (1 - p)), hazard**2 * (1 - p) / p
    root = np.sqrt(weight)
    held = np.column_stack([np.ones(len(year)), year - 2016.0]) * root[:, None]
    project = held @ np.linalg.pinv(held)

    def z(deal: dict[str, str]) -> float:
        values = np.array([rate.get((deal[s], t), math.nan) for s, t in zip(iso3, year)])
        values = np.where(np.isnan(values), np.nanmean(values), values) * root
        away = values - project @ values
        return (away / root) @ pull / math.sqrt(away @ away)

    seen = z({s: s for s in units})
    return float(np.mean([z(dict(zip(units, random.permutation(units)))) >= seen - 1e-9 for _ in range(600)]))


def side(row: dict[str, str]) -> str | None:
    if len(row["date"]) < 7 or row["date_basis"] == "inferred":
        return None
    return "before" if "2009-01" <= row["date"][:7] <= "2022-03" else "after" if "2022-04" <= row["date"][:7] <= "2026-03" else None


def test_the_rate_of_gifts() -> None:
    count, share = Counter(map(side, GIFTS)), 48 / (48 + 159)
    late, both = count["after"], count["after"] + count["before"]
    assert (found("t10").n, found("t10").estimate) == (both, pytest.approx(late / 48 / (count["before"] / 159)))
    assert found("t10").p == pytest.approx(sum(math.comb(both, k) * share**k * (1 - share) ** (both - k) for k in range(late, both + 1)))
    ends = stats.beta.ppf(0.025, late, both - late + 1), stats.beta.ppf(0.975, late + 1, both - late)
    assert (found("t10").low, found("t10").high) == pytest.approx(tuple(end / (1 - end) * 159 / 48 for end in ends))


def hypergeometric(a: int, b: int, c: int, d: int) -> tuple[float, float]:
    """Upper tail of a table of four, and the odds at which its first cell is what is expected."""
    cells = range(max(0, a - d), min(a + b, a + c) + 1)
    ways = [math.comb(a + b, k) * math.comb(c + d, a + c - k) for k in cells]
    tail = sum(way for way, k in zip(ways, cells) if k >= a) / sum(ways)
    if a == cells[-1]:
        return tail, math.inf

    def gap(log: float) -> float:
        weights = [way * math.exp(log * (k - a)) for way, k in zip(ways, cells)]
        return sum(weight * k for weight, k in zip(weights, cells)) / sum(weights) - a

    return tail, math.exp(optimize.brentq(gap, -8, 8))


def exact_ends(a: int, b: int, c: int, d: int) -> tuple[float, float]:
    """The odds at which a table of four becomes as rare as one in forty at either end; no upper end where the first cell is full."""
    sizes = (a + b + c + d, a + b, a + c)
    low = math.exp(optimize.brentq(lambda log: stats.nchypergeom_fisher(*sizes, math.exp(log)).sf(a - 1) - 0.025, -8, 8))
    full = a == min(a + b, a + c)
    return low, math.inf if full else math.exp(optimize.brentq(lambda log: stats.nchypergeom_fisher(*sizes, math.exp(log)).cdf(a) - 0.025, -8, 8))


def test_the_share_of_contacts() -> None:
    contacts, gifts = Counter(map(side, CONTACTS)), Counter(map(side, GIFTS))
    p, odds = hypergeometric(contacts["after"], gifts["after"], contacts["before"], gifts["before"])
    assert (found("t11").p, found("t11").estimate) == (pytest.approx(p), pytest.approx(odds, rel=1e-5))
    assert found("t11").n == sum(contacts[when] + gifts[when] for when in ("before", "after"))
    assert (found("t11").low, found("t11").high) == pytest.approx(exact_ends(contacts["after"], gifts["after"], contacts["before"], gifts["before"]), rel=1e-4)


def test_gifts_and_recognition() -> None:
    given = {row["iso3"] for row in GIFTS} - {""}
    p, odds = hypergeometric(len(given - TAIPEI), 26 - len(given - TAIPEI), len(given & TAIPEI), 7 - len(given & TAIPEI))
    assert (found("t12").n, found("t12").p, found("t12").estimate) == (33, pytest.approx(p), pytest.approx(odds, rel=1e-5))
    assert found("t12").low == pytest.approx(exact_ends(len(given - TAIPEI), 26 - len(given - TAIPEI), len(given & TAIPEI), 7 - len(given & TAIPEI))[0], rel=1e-4)


def test_records_around_switches() -> None:
    records = {(row["iso3"], int(row["year"])): int(row["records"]) for row in rows("china_finance_records")}
    size = {(row["iso3"], int(row["year"])): int(row["population"]) for row in rows("basics") if row["iso3"] in STATES}
    rises, total = 0, Counter()
    for iso3 in ("CRI", "PAN", "DOM", "SLV"):
        year = SWITCHED[iso3]
        spans = {"before": range(year - 4, year), "after": range(year + 1, min(year + 4, 2021) + 1)}
        near = sorted(set(STATES) - set(SWITCHED), key=lambda s: abs(size[s, year] - size[iso3, year]))[:2]
        rate = {(s, when): sum(records.get((s, t), 0) for t in span) / len(span) for s in (iso3, *near) for when, span in spans.items()}
        rises += rate[iso3, "after"] - rate[iso3, "before"] > mean(rate[s, "after"] - rate[s, "before"] for s in near)
        for when, span in spans.items():
            total[when] += sum(records.get((iso3, t), 0) for t in span)
            total[f"years {when}"] += len(span)
    assert found("t13").p == pytest.approx(sum(math.comb(4, k) for k in range(rises, 5)) / 16)
    assert found("t13").estimate == pytest.approx(total["after"] / total["years after"] / (total["before"] / total["years before"]))


def test_police_events_after_us_money() -> None:
    accounts = {"incle", "andean", "dod_counterdrug", "fmf", "imet", "nadr", "other_military"}
    change = dict.fromkeys(STATES, 0.0)
    for row in rows("us_obligations"):
        if row["iso3"] in change and row["account"] in accounts and 2015 <= int(row["fiscal_year"]) <= 2020:
            change[row["iso3"]] += float(row["obligations_usd2020"]) * (1 if int(row["fiscal_year"]) >= 2018 else -1) / 10e6
    y, x, people = vectors(change, [row for row in POLICE if row["date"][:4] in ("2021", "2022", "2023", "2024")], 2021, 2024)
    best = optimize.minimize(lambda b: float((people / 1e6 * np.exp(b[0] + b[1] * x) - y * (b[0] + b[1] * x)).sum()), [-3, 0], method="Nelder-Mead", options={"xatol": 1e-8, "fatol": 1e-10}).x
    mu = people / 1e6 * np.exp(best[0] + best[1] * x)
    assert (found("t16").n, found("t16").estimate) == (33, pytest.approx(math.exp(best[1]), rel=1e-4))
    assert found("t16").dispersion == pytest.approx(((y - mu) ** 2 / mu).sum() / 31, rel=1e-3)
    assert found("t16").p == pytest.approx(dealt_p(y, x, people * y.sum() / people.sum(), 0.0, "down"), abs=NEAR)


def test_press_and_official_pages() -> None:
    kind = {row["key"]: row["kind"] for row in rows("publishers")}
    publisher = {row["key"]: kind[row["publisher"]] for row in rows("sources")}
    free = {row["iso3"]: float(row["expression"]) for row in rows("regimes") if row["year"] == "2023" and row["iso3"] in STATES}
    counts = {group: Counter(row["iso3"] for row in POLICE if publisher[row["source"]] in kinds) for group, kinds in {"press": {"press"}, "official": {"official", "state media"}}.items()}
    order = sorted(free)
    x, press, official = (np.array([of[s] for s in order], float) for of in (free, counts["press"], counts["official"]))

    def gap(k: np.ndarray) -> float:
        a, b, c = (stats.rankdata(v[k]) for v in (x, press, official))
        return np.corrcoef(a, b)[0, 1] - np.corrcoef(a, c)[0, 1]

    random = np.random.default_rng(97)
    drawn = np.array([gap(random.integers(0, len(x), len(x))) for _ in range(1_000)])
    assert (found("t17").n, found("t17").estimate) == (25, pytest.approx(gap(np.arange(len(x)))))
    assert found("t17").p == pytest.approx(np.mean(drawn <= 0), abs=0.06)
    assert (found("t17").low, found("t17").high) == pytest.approx(tuple(np.quantile(drawn, [0.025, 0.975])), abs=0.12)


def test_systems_and_privacy() -> None:
    score = {row["iso3"]: float(row["privacy"]) for row in rows("wjp") if row["edition"] == "2020"}
    inside, outside = ([v for s, v in score.items() if (s in SITES) == wanted] for wanted in (True, False))
    pairs = [np.sign(a - b) for a in inside for b in outside]
    assert (found("t18").n, found("t18").estimate) == (30, pytest.approx(np.mean(pairs)))
    assert found("t18").p == pytest.approx(stats.mannwhitneyu(inside, outside, alternative="less", method="exact").pvalue, abs=NEAR)


def test_every_result_names_what_each_large_case_does_to_it() -> None:
    for test in ("t01", "t02", "t03", "t08", "t09", "t10", "t11", "t12", "t16", "t17", "t18"):
        assert {"ARG", "BRA", "ECU", "VEN"} <= set(found(test).without), test
    assert set(found("t13").without) == {"CRI", "PAN", "DOM", "SLV"}
    for test in ("t01", "t02", "t03", "t08", "t09", "t10", "t11", "t16", "t17", "t18"):
        assert found(test).low < found(test).estimate < found(test).high and 0 < found(test).p <= 1, test
    directions = {row["id"].lower(): row["direction"] for row in rows("tests")}
    assert all(found(test).side == directions[test] for test in ("t01", "t02", "t03", "t08", "t09", "t10", "t11", "t12", "t13", "t16", "t17", "t18"))
