"""The no-strings tests on one scale, on hand-made frames with known answers."""

import math

import numpy as np
import pandas as pd
import pytest

from quietpush.measures import money, no_strings, panels, regimes, registered_counts, registered_shares, specifications

STATES = [f"S{number:02d}" for number in range(12)]
COUNTS = {"CN": [1, 0, 9, 0, 2, 20, 1, 16, 5, 31, 2, 40], "US": [40, 2, 31, 5, 16, 1, 20, 2, 0, 9, 0, 1]}  # up and down with freedom, unevenly


def tables(seed: int = 1) -> dict[str, pd.DataFrame]:
    """Twelve states, 2000-2021: freedom rises with the state's number, and so do Chinese events and records; money is noise."""
    random = np.random.default_rng(seed)
    years = pd.DataFrame([(state, year, number) for number, state in enumerate(STATES) for year in range(2000, 2022)], columns=["iso3", "year", "number"])
    steps = (years["year"] > 2010) & (years["number"] % 2 == 0)
    freedom = pd.DataFrame({"iso3": years["iso3"], "year": years["year"], "political_rights": 7 - years["number"] // 2 + steps, "civil_liberties": 7 - years["number"] // 2})
    events = pd.DataFrame([
        {"event_id": f"e-{number}-{one}", "counted": True, "lists": "law_enforcement", "kind": "police_equipment", "act": "delivery", "instrument": "gift", "about": about, "iso3": state, "date": "2018"}
        for about in ("CN", "US") for number, state in enumerate(STATES) for one in range(COUNTS[about][number])
    ])
    accounts = pd.DataFrame({"iso3": years["iso3"], "fiscal_year": years["year"], "account": "fmf", "obligations_usd2020": random.lognormal(12, 1, len(years))})
    return {
        "basics": pd.DataFrame({"iso3": years["iso3"], "year": years["year"], "population": 1_000_000 + 10_000 * (years["number"] * 7 % 12)}), "freedom": freedom, "events": events,
        "recognition": pd.DataFrame({"iso3": ["S00"], "event": ["recognizes Taiwan"], "date": ["2023"]}),
        "china_finance_records": pd.DataFrame({"iso3": STATES, "year": 2010, "records": [2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11]}),
        "china_commitments": pd.DataFrame({"iso3": years["iso3"], "year": years["year"], "commitments_usd2021": random.lognormal(12, 1, len(years))}),
        "us_obligations": accounts, "rights_protection": pd.DataFrame({"iso3": years["iso3"], "year": years["year"], "protection": random.normal(0, 1, len(years))}),
    }


@pytest.fixture(scope="module")
def found() -> pd.DataFrame:
    return no_strings.estimates(tables())


def test_levels_have_both_powers_and_their_signs(found):
    assert no_strings.estimate(found, no_strings.POLICE, "china") > 0.5
    assert no_strings.estimate(found, no_strings.POLICE, "us") < -0.5
    assert no_strings.estimate(found, no_strings.POLICE_BEIJING, "china", "n_states") == len(STATES) - 1


def test_each_reading_stands_once_for_each_power(found):
    assert not found.duplicated(["test", "reading", "provider"]).any()
    assert set(found["test"]) == {"T01", "T02", "T03", "T04", "T05", "T06", "T07"}
    assert (found["low"] <= found["estimate"]).all() and (found["estimate"] <= found["high"]).all()
    assert (found["smallest"] > 0).all()


def test_a_registered_test_is_the_same_number_on_the_common_scale(found):
    given = tables()
    t03 = registered_shares.t03(given["china_finance_records"], given["freedom"], given["basics"])
    assert no_strings.estimate(found, no_strings.MONEY, "china") == pytest.approx(t03.estimate)
    t04 = panels.t04(given["china_commitments"], given["freedom"], given["us_obligations"])
    assert no_strings.estimate(found, no_strings.AFTER_YEAR, "china") == pytest.approx(t04.standardized)
    low = no_strings.estimate(found, no_strings.AFTER_YEAR, "china", "low")
    assert low / t04.standardized == pytest.approx(t04.low / t04.estimate)


def test_words_that_stand_twice_need_the_number_of_the_test(found):
    with pytest.raises(ValueError, match="name one of"):
        no_strings.estimate(found, no_strings.POLICE_HELD, "china")
    assert -1 <= no_strings.estimate(found, f"T03 {no_strings.MONEY_HELD}", "china") <= 1


def test_a_variant_that_is_not_there_is_refused():
    given = tables()
    with pytest.raises(ValueError, match="has no variant"):
        no_strings.also(panels.t04(given["china_commitments"], given["freedom"], given["us_obligations"]), "T04-EU")


def test_leaving_out_a_state_that_is_not_there_changes_nothing():
    given = tables()
    t04 = panels.t04(given["china_commitments"], given["freedom"], given["us_obligations"])
    assert no_strings.without(t04, "VEN") == t04.estimate


def test_intervals_clear_of_zero_are_counted_by_power_and_group():
    rows = pd.DataFrame({"provider": ["china", "china", "us"], "group": [no_strings.WITHIN] * 3, "low": [-1.0, 0.1, -0.3], "high": [1.0, 0.5, -0.1]})
    assert no_strings.clear_of_zero(rows, "china", no_strings.WITHIN) == 1
    assert no_strings.clear_of_zero(rows, "us", no_strings.WITHIN) == 1
    assert no_strings.clear_of_zero(rows, "us", no_strings.BETWEEN) == 0


def test_the_step_to_the_middle_commitment_leaves_zeros_out():
    assert no_strings.median_step(pd.DataFrame({"commitments_usd2021": [0, 0, 10, 20, 30]})) == pytest.approx(math.asinh(20))


def test_states_with_both_and_with_one():
    row = {"counted": True, "lists": "law_enforcement", "kind": "police_equipment", "act": "delivery", "instrument": "gift"}
    events = pd.DataFrame([row | {"about": about, "iso3": state, "act": act} for about, state, act in (("CN", "A", "delivery"), ("US", "A", "visit"), ("CN", "B", "delivery"), ("US", "B", "restriction"), ("US", "C", "visit"))])
    assert no_strings.both_states(events, "CN", "US") == {"A"}
    assert (no_strings.both_count(events, "CN", "US"), no_strings.only_count(events, "CN", "US"), no_strings.only_count(events, "US", "CN")) == (1, 1, 1)


def test_the_american_reading_of_t01_takes_american_events():
    given = tables()
    t01_us = registered_counts.t01_us(given["events"], given["freedom"], given["basics"])
    assert t01_us.estimate < 1 < registered_counts.t01(given["events"], given["freedom"], given["basics"]).estimate


COMMITMENTS = pd.DataFrame({"iso3": ["VEN", "BRA", "BRA", "BRA"], "year": [2010, 2010, 2013, 2019], "commitments_usd2021": [9e9, 1e9, 4e9, 1e9]})
WORLD = pd.DataFrame({"year": [2010, 2010], "group": ["lac", "rest"], "commitments_usd2021": [10e9, 30e9]})
EDITIONS = pd.DataFrame({
    "metric": ["annual_total", "annual_total", "annual_total", "cumulative_total"], "period": ["2018", "2018", "2019", "2005-2021"], "edition": ["late", "early", "late", "late"], "loans_billion_usd": [2.0, 8.0, 1.0, 134.0],
})


def test_finance_by_year_keeps_measures_and_editions_apart():
    rows = money.finance_by_year(COMMITMENTS, WORLD, EDITIONS)
    assert rows[rows["panel"] == "commitments"]["value"].sum() == pytest.approx(15)
    assert list(rows.loc[rows["panel"] == "share", "value"]) == [25.0]
    assert list(rows.loc[rows["panel"] == "loans", "value"]) == [2.0, 8.0, 1.0]
    assert (money.widest_edition_gap(EDITIONS), money.widest_edition_year(EDITIONS)) == (4.0, 2018)


def test_peak_and_fall_with_and_without_one_state():
    assert (money.peak_year(COMMITMENTS), money.peak_year(COMMITMENTS, "VEN")) == (2010, 2013)
    assert money.fall_without_pct(COMMITMENTS, "VEN", 2013, 2019) == 75


CURVE = pd.DataFrame({
    "provider": "china", "measure": ["Low corruption", "Low corruption", "Rights protection"], "design": "Between states", "population": "Log population", "estimate": [0.2, 0.4, 0.9], "p": [0.01, 0.2, 0.01],
})


def test_one_measure_of_the_curve_alone():
    choice = ("china", "Low corruption", "Between states", "Log population")
    assert specifications.measure_median(CURVE, *choice) == pytest.approx(0.3)
    assert (specifications.measure_hits(CURVE, *choice), specifications.measure_runs(CURVE, *choice)) == (1, 2)


def test_the_curve_against_chance_names_its_row():
    joint = pd.DataFrame({"provider": ["china", "us"], "design": "Both", "population": "Both", "hits": [33, 3]})
    assert specifications.against_chance(joint, "us", "Both", "hits") == 3


def test_leaders_are_the_five_with_most_events_a_head():
    rows = pd.DataFrame({"events_per_million": [6, 5, 4, 3, 2, 1], "population_million": [1, 1, 1, 1, 1, 13]})
    assert (regimes.leaders_mean(rows, "population_million"), regimes.states_mean(rows, "population_million")) == (1, 3)
