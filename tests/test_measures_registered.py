"""The registered tests on small made frames with known answers."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from quietpush.measures import registered
from quietpush.measures import registered_counts as models
from quietpush.measures import registered_shares as shares

STATES = [f"S{number:02d}" for number in range(20)]
GIFT = {"lists": "law_enforcement", "kind": "police_equipment", "act": "delivery", "instrument": "gift", "about": "CN", "counted": True, "status": "completed", "date_basis": "event", "source": "page"}


def events(*given: dict) -> pd.DataFrame:
    """Rows of events, gifts unless said otherwise; date and iso3 are empty unless said."""
    rows = [{"event_id": f"le-{number:03d}", "date": None, "iso3": None} | GIFT | row for number, row in enumerate(given)]
    return pd.DataFrame(rows).astype({"date": "str", "iso3": "str"}).replace({"None": None, "nan": None})


def gifts_of(counts: dict[str, int], date: str = "2022-05", **more: str) -> pd.DataFrame:
    return events(*({"iso3": iso3, "date": date} | more for iso3, number in counts.items() for _ in range(number)))


def by_year(column: str, values: dict[str, float], years: range) -> pd.DataFrame:
    return pd.DataFrame([{"iso3": iso3, "year": year, column: value} for iso3, value in values.items() for year in years])


def freedom_of(score: dict[str, float]) -> pd.DataFrame:
    """Ratings whose score 14 - pr - cl is the one given; 2022 would spoil the mean if it were taken in."""
    rows = by_year("civil_liberties", {iso3: 7 for iso3 in score}, range(2000, 2023))
    return rows.assign(political_rights=[7 - score[row.iso3] if row.year <= 2021 else 99 for row in rows.itertuples()])


# All but equal, so that two-group models have the ratio of means as their maximum, to less than one percent.
MILLION = by_year("population", {iso3: 1_000_000 + 10_000 * (number % 3 == 0) for number, iso3 in enumerate(STATES)}, range(2000, 2026))
NO_SWITCH = pd.DataFrame({"iso3": ["S18", "S19"], "event": "recognizes Taiwan", "date": "2023-03-26"})
# Ten states with few events and ten with four times as many.
FEW_MANY = dict(zip(STATES, [0, 1, 2, 3, 0, 1, 2, 3, 1, 2, 4, 6, 10, 12, 0, 2, 6, 8, 5, 7]))
LOW_HIGH = {iso3: 0 if number < 10 else 5 for number, iso3 in enumerate(STATES)}


def test_t01_of_two_groups_is_the_ratio_of_their_means_for_each_point():
    rows = pd.concat([gifts_of(FEW_MANY), gifts_of({"S00": 9}, kind="overseas_station"), gifts_of({"S00": 9}, about="US"), gifts_of({"S01": 5}, lists="ai")])
    found = models.t01(rows, freedom_of(LOW_HIGH), MILLION)
    assert (found.n, found.side, found.p_kind) == (20, "two-sided", "permutation")
    assert found.estimate == pytest.approx(4 ** (1 / 5), rel=0.01)
    assert found.low < found.estimate < found.high and found.p < 0.02
    assert found.without["S14"] == pytest.approx((60 / 9 / 1.5) ** (1 / 5), rel=0.01)
    assert found.without_low <= found.estimate <= found.without_high
    spread = sum((count - mean) ** 2 / mean for count, mean in zip(FEW_MANY.values(), [1.5] * 10 + [6] * 10)) / 18
    assert found.dispersion == pytest.approx(spread, rel=0.01) and found.smallest > 1


def test_t02_leaves_out_those_that_recognize_taipei():
    found = models.t02(gifts_of(FEW_MANY), freedom_of(LOW_HIGH), MILLION, NO_SWITCH)
    assert found.n == 18 and "S19" not in found.without
    assert found.estimate == pytest.approx((48 / 8 / 1.5) ** (1 / 5), rel=0.01)


def test_t08_takes_the_mean_of_the_years_with_a_rate_and_one_side():
    homicide = pd.concat([by_year("homicides_per_100k", {s: 10.0 * v / 5 for s, v in LOW_HIGH.items()}, range(2015, 2018)), by_year("homicides_per_100k", dict.fromkeys(STATES, 99.0), range(2022, 2024))])
    found = models.t08(gifts_of(FEW_MANY), homicide, MILLION, NO_SWITCH)
    assert found.estimate == pytest.approx(4, rel=0.01) and found.side == "positive" and found.p < 0.01
    assert found.variants[0].n == 18 and found.variants[0].estimate == pytest.approx(4, rel=0.01)


def test_t09_takes_recognizing_years_until_the_first_gift():
    series = by_year("homicides_per_100k", {"S00": 10.0, "S01": 20.0, "S02": 5.0, "S18": 9.0, "S03": 7.0}, range(2000, 2024))
    series = series[~((series["iso3"] == "S03") & series["year"].between(2006, 2010))]
    switch = pd.concat([NO_SWITCH, pd.DataFrame({"iso3": ["S01"], "event": ["switched to PRC"], "date": ["2017-06"]})])
    given = events({"iso3": "S00", "date": "2012"}, {"iso3": "S00", "date": "2010-03-01"}, {"iso3": "S02", "date": "2008"}, {"iso3": "S01", "date": "2019-02"}, {"iso3": "S03"})
    recent = models.recent_homicide(series)
    rows = models.at_risk(given, recent, switch)
    at = rows.groupby("iso3")["year"].agg(["min", "max", "size"])
    assert at.loc["S00"].tolist() == [2009, 2010, 2] and at.loc["S01"].tolist() == [2017, 2019, 3]
    assert {"S02", "S18"}.isdisjoint(rows["iso3"])  # a gift before 2009; Taipei
    assert at.loc["S03"].tolist() == [2012, 2023, 12]  # the years before look back on gaps alone
    assert rows.loc[rows["gift"] == 1, ["iso3", "year"]].values.tolist() == [["S00", 2010], ["S01", 2019]]


def test_t09_finds_gifts_that_follow_homicide():
    rates = {iso3: 40.0 if number < 8 else 5.0 for number, iso3 in enumerate(STATES)}
    given = events(*({"iso3": iso3, "date": str(2010 + number)} for number, iso3 in enumerate(STATES[:7])), {"iso3": "S12", "date": "2015"}, {"iso3": "S13", "date": "2020"})
    found = models.t09(given, by_year("homicides_per_100k", rates, range(2000, 2024)), NO_SWITCH)
    assert found.estimate > 1 and found.p < 0.01 and found.model_p < 0.01 and found.n_of == "state-years"
    # Seven gifts in 2010 to 2016, two in 2015 and 2020, and nine states of eighteen that never had one.
    assert found.n == sum(range(2, 9)) + 7 + 12 + 9 * 15


def test_t10_counts_months_and_divides_by_years():
    rows = pd.concat([gifts_of({"S00": 3}, "2022-04"), gifts_of({"S01": 2}, "2022-03-31"), gifts_of({"S02": 4}, "2022"), gifts_of({"S02": 1}, "2023"), gifts_of({"S03": 2}, "2026-04"), gifts_of({"S03": 1}, "2008-12"), gifts_of({"S03": 1}, "2024-05", about="US")])
    found = shares.t10(rows)
    assert (found.n, found.n_of) == (5, "gifts") and found.estimate == pytest.approx(3 / 4 / (2 / 13.25))
    share = 4 / 17.25
    assert found.p == pytest.approx(sum(math.comb(5, k) * share**k * (1 - share) ** (5 - k) for k in (3, 4, 5)))
    assert found.without["S00"] == 0 and found.without["BRA"] == found.estimate
    assert found.variants[0].n == 6


def test_t11_sets_contacts_against_gifts():
    rows = pd.concat([
        gifts_of({"S00": 1}, "2023-01"), gifts_of({"S00": 4}, "2015-01"), gifts_of({"S00": 3}, "2024-01", kind="police_training", act="training"),
        gifts_of({"S01": 1}, "2016-01-02", kind="police_contact", act="visit"), events({"date": "2023-09", "kind": "police_contact", "act": "visit"}),
    ])
    found = shares.t11(rows)
    assert found.n == 10 and "4 of 5 after and 1 of 5 before" in found.note
    assert found.p == pytest.approx(26 / 252)  # (5C4 5C1 + 5C5 5C0) of 10C5
    assert found.variants[0].n == 9 and found.variants[0].estimate < found.estimate


def test_t12_compares_states_by_whom_they_recognize():
    states = pd.DataFrame({"iso3": STATES})
    found = shares.t12(gifts_of({"S00": 3, "S01": 1, "S02": 1, "S18": 1}), NO_SWITCH, states)
    assert found.n == 20 and "3 of 18" in found.note and "1 of 2" in found.note
    assert found.estimate < 1 and found.p > 0.9
    none = shares.t12(gifts_of({s: 1 for s in STATES[:9]}), NO_SWITCH, states)
    assert none.estimate == none.high == math.inf and none.p == pytest.approx(math.comb(18, 9) / math.comb(20, 9))


def test_t13_leaves_the_year_of_the_switch_out_and_looks_at_two_neighbors():
    size = {"CRI": 5, "PAN": 5, "DOM": 5, "SLV": 5, "S00": 6, "S01": 4, "S02": 90}
    people = by_year("population", {iso3: million * 1_000_000 for iso3, million in size.items()}, range(2000, 2026))
    switch = pd.DataFrame({"iso3": ["CRI", "PAN", "DOM", "SLV", "S03"], "event": "switched to PRC", "date": ["2007", "2017-06", "2018-05-01", "2018-08", "2019"]})
    records = pd.concat([by_year("records", {"CRI": 1, "PAN": 1, "DOM": 1, "SLV": 4, "S02": 50}, range(2000, 2018)), by_year("records", {"CRI": 3, "PAN": 4, "DOM": 2, "SLV": 2, "S00": 2}, range(2018, 2022))])
    records = pd.concat([records[~((records["iso3"] == "CRI") & (records["year"] >= 2008))], by_year("records", {"CRI": 5}, range(2008, 2012))])
    rows = shares.switches(records, switch, people).set_index("iso3")
    assert rows.loc["CRI"].tolist() == [4, 20, 4, 4, 0.0]
    assert rows.loc["SLV"].tolist() == [16, 6, 4, 3, 1.0] and rows.loc["PAN", "after"] == 16
    assert shares.neighbors(people, switch, "PAN", 2017) == ["S00", "S01"]
    found = shares.t13(records, switch, people)
    assert found.p == pytest.approx(11 / 16 if "2 of 4" in found.note else math.nan)  # DOM rises by one, as its neighbors do
    assert found.estimate == pytest.approx((20 + 16 + 6 + 6) / 14 / ((4 + 4 + 4 + 16) / 16))


def test_t16_of_two_groups_is_the_ratio_of_their_rates_for_each_step():
    money = pd.DataFrame([{"iso3": s, "fiscal_year": 2016, "account": "fmf", "obligations_usd2020": 30e6} for s in STATES[:10]] + [{"iso3": s, "fiscal_year": year, "account": account, "obligations_usd2020": 20e6} for s in STATES[:10] for year, account in ((2019, "incle"), (2019, "economic_other"), (2014, "fmf"))])
    rows = pd.concat([gifts_of(FEW_MANY, "2022"), gifts_of({"S00": 30}, "2020-12"), gifts_of({"S00": 30}, "2025-01")])
    found = models.t16(rows, money, MILLION)
    assert found.n == 20 and found.estimate == pytest.approx(4, rel=0.01)  # ten million less in the states with few
    assert found.p > 0.98 and found.side == "negative" and found.smallest < 1


def test_t17_is_two_where_press_follows_freedom_and_official_pages_its_reverse():
    free = by_year("expression", {s: number / 20 for number, s in enumerate(STATES[:8])}, range(2023, 2024))
    rows = pd.concat([gifts_of({s: number + 1 for number, s in enumerate(STATES[:8])}, source="a"), gifts_of({s: 8 - number for number, s in enumerate(STATES[:8])}, source="b"), gifts_of({"S00": 40}, source="c")])
    sources = pd.DataFrame({"key": ["a", "b", "c"], "publisher": ["paper", "embassy", "institute"]})
    publishers = pd.DataFrame({"key": ["paper", "embassy", "institute"], "kind": ["press", "state media", "think tank"]})
    found = shares.t17(rows, free, sources, publishers)
    assert found.estimate == pytest.approx(2) and found.p < 0.01 and found.n == 8
    swapped = shares.t17(rows, free, sources, publishers.assign(kind=["official", "press", "press"]))
    assert swapped.estimate < 0 and swapped.p > 0.9


def test_t18_is_minus_one_where_every_state_with_a_system_protects_less():
    wjp = pd.concat([pd.DataFrame({"iso3": STATES[:8], "edition": 2020, "privacy": np.arange(8) / 10}), pd.DataFrame({"iso3": STATES[:8], "edition": 2019, "privacy": 0.5})])
    places = pd.DataFrame({"iso3": ["S00", "S01", "S01", "S02", "S07"], "place": list("ABCDE"), "stage": ["working", "working", "failed", "installed", "announced"]})
    found = shares.t18(places, wjp)
    assert found.estimate == -1 and found.n == 8 and "3 of 8" in found.note
    assert found.p == pytest.approx(1 / math.comb(8, 3), abs=0.006)
    assert found.model_p < 0.05 and found.smallest < 0


def test_t03_ranks_records_per_head_within_the_years():
    given = {s: number + 1 for number, s in enumerate(STATES) if number != 12}
    records = pd.concat([by_year("records", given, range(2019, 2022)), by_year("records", {"S19": 9_999, "S12": 1}, range(2022, 2023))])
    big = MILLION.assign(population=MILLION["population"] * MILLION["iso3"].map({s: 1 + number for number, s in enumerate(STATES)}) ** 2)
    found = shares.t03(records, freedom_of({s: number / 2 for number, s in enumerate(STATES)}), big)
    # Records grow with the number of a state and people with its square, so the rate falls; S12 has none until 2021.
    ranks = np.argsort(np.argsort([-1.0 if number == 12 else 20.0 - number for number in range(20)]))
    assert found.estimate == pytest.approx(np.corrcoef(ranks, np.arange(20))[0, 1])
    assert found.p < 0.001 and found.low < found.estimate < found.high and found.n == 20
    assert found.variants[0].n == 20  # neither Venezuela nor Cuba is among these


def test_a_result_says_how_far_one_state_moves_it():
    result = registered.Result("T00", 2, "m", "u", 1.0, 0.5, 2.0, 0.3, "exact", "positive", 3.0, "how", without={"A": 0.8, "B": 1.4})
    assert (result.without_low, result.without_high) == (0.8, 1.4) and math.isnan(result.model_p)
