"""The measures of blurred lines on hand-made frames with known answers."""

import pandas as pd
import pytest

from quietpush import inference
from quietpush.measures import arms, borrowing, dealings, money, regimes, strings

ROW = {"counted": True, "lists": "law_enforcement", "kind": "police_equipment", "act": "delivery", "instrument": "gift", "provider": "CN", "about": "CN", "provider_actor_type": "diplomatic",
       "partner_type": "police", "iso3": "PAN", "date": "2023-02-10", "status": "completed", "confidence": "high"}


def made(*changes: dict) -> pd.DataFrame:
    """Events like the one above, each with its own changes and id."""
    return pd.DataFrame([ROW | {"event_id": f"e-{number}"} | change for number, change in enumerate(changes)])


DEALS = made(
    {},  # an embassy to police: a government on one side
    {"provider_actor_type": "government", "date": "2022"},  # the same class after the merger: embassies and governments are one
    {"provider_actor_type": "military", "date": "2020-01"},  # crossed
    {"provider_actor_type": "police", "date": "2021-01"},  # same class
    {"provider": "US", "provider_actor_type": "military", "kind": "cross_actor_transfer", "lists": "law_enforcement;blurred_lines", "date": "2026-01-22"},
    {"instrument": "contract", "date": "2026-01-22"},  # bought, not given
    {"counted": False},
    {"lists": "ai"},
    {"kind": "overseas_station", "partner_type": "ngo", "date": "2019"},
    {"provider_actor_type": None},
)


def test_dealings_keep_counted_pairs_of_the_two_lists():
    assert list(dealings.dealings(DEALS)["event_id"]) == ["e-0", "e-1", "e-2", "e-3", "e-4"]
    assert "e-8" in set(dealings.dealings(DEALS, all_kinds=True)["event_id"])


def test_meetings_are_told_apart():
    dealt = dealings.dealings(DEALS)
    assert list(dealt["meeting"]) == ["government on one side", "government on one side", "crossed", "same class", "crossed"]
    assert dealings.crossed_count(dealt, "CN") == 1
    assert dealings.crossed_share_pct(dealt, "CN") == 25
    assert dealings.unlike_share_pct(dealt, "CN") == 75
    assert dealings.pair_count(dealt, "US", "military", "police") == 1
    assert dealings.dealing_count(dealt, "US", sought=False) == 0


def test_crossed_bounds_are_clopper_and_pearson():
    dealt = dealings.dealings(DEALS)
    assert dealings.crossed_low_pct(dealt, "CN") == pytest.approx(0.63, abs=0.01)
    assert dealings.crossed_high_pct(dealt, "CN") == pytest.approx(80.59, abs=0.01)


def test_pairs_hold_every_row_once():
    found = dealings.pairs(dealings.dealings(DEALS))
    assert found["rows"].sum() == 5
    assert list(found["ids"])[0] == "e-0; e-1"


def test_the_input_stays_as_it_was():
    before = DEALS.copy()
    dealings.dealings(DEALS)
    pd.testing.assert_frame_equal(DEALS, before)


STRINGS = pd.DataFrame({
    "event": ["e-0", "e-0", "e-1"], "outcome": ["held", "released", "waived"], "ground": ["rights", "rights", "general"], "tied": ["aid"] * 3, "why": ["a", "b", "c"],
})


def test_outcomes_take_date_and_provider_from_the_event():
    told = strings.outcomes(STRINGS, made({"provider": "US"}, {"provider": "CN", "date": "2001"}))
    assert list(told["event"]) == ["e-1", "e-0", "e-0"]
    assert list(told["ground_group"]) == [strings.OTHER_GROUND, "rights", "rights"]
    assert strings.string_count(told, "US") == 2
    assert strings.string_count(told, "US", strings.BIT, "rights") == 1
    assert strings.string_count(told, "CN", strings.GAVE_WAY) == 1


def test_steps_count_and_date():
    steps = strings.steps(pd.DataFrame({
        "item": ["carriers"] * 3, "date": ["2012", "2014", "2019-04-30"], "step": ["bought", "used", "used"], "actor": ["venezuela"] * 3, "event": ["e-0"] * 3, "what": ["x"] * 3,
    }), made({}))
    assert strings.step_year(steps, "carriers", "used") == 2014
    assert strings.step_year(steps, "carriers", "used", last=True) == 2019
    assert strings.step_count(steps, "carriers", "used") == 2
    assert set(steps["confidence"]) == {"high"}


RECIPIENTS = pd.DataFrame([
    {"supplier": supplier, "period": "2000-2024", "venezuela": reading, "share_not_free_then_pct": 10.0, "share_not_free_2024_pct": 80.0}
    for supplier in arms.SUPPLIERS for reading in ("with", "without")
])


def test_both_labels_of_every_supplier_stand_in_order():
    found = arms.labels_compared(RECIPIENTS)
    assert len(found) == 12
    assert list(found["share_not_free_pct"][:2]) == [10, 80]
    assert arms.recipient_value(RECIPIENTS, "Russia", "without", "share_not_free_then_pct") == 10


def test_delivery_share_is_that_of_its_period():
    shares = pd.DataFrame({"supplier_group": ["China", "China"], "period": ["2000-2024", "2015-2019"], "share_pct": [2.8, 5.5]})
    assert arms.peak_period(shares, "China") == "2015-2019"
    assert arms.delivery_share_pct(shares, "China") == 2.8
    assert arms.delivery_share_pct(shares, "China", "2015-2019") == 5.5


REGIMES = pd.DataFrame({"iso3": ["AAA", "BBB", "CCC", "DDD", "EEE"], "year": [2010] * 5, "libdem": [0.1, 0.4, 0.6, 0.8, float("nan")]})
PEOPLE = pd.DataFrame({"iso3": ["AAA", "BBB", "CCC", "DDD", "EEE"], "year": [2010] * 5, "population": [1e6, 2e6, 1e6, 1e6, 1e6]})
STATES = pd.DataFrame({"iso3": ["AAA", "BBB", "CCC", "DDD", "EEE"], "name": ["A", "B", "C", "D", "E"]})
TAIWAN = pd.DataFrame({"iso3": ["AAA"], "event": ["recognizes Taiwan"]})


def by_state() -> pd.DataFrame:
    """One event in B, two in C, three in D; a station in A that is no engagement with the state."""
    rows = made({"iso3": "BBB"}, *[{"iso3": "CCC"}] * 2, *[{"iso3": "DDD"}] * 3, {"iso3": "AAA", "kind": "overseas_station"}, {"iso3": "AAA", "act": "reaction"})
    return regimes.police_events_by_state(rows, "CN", REGIMES, PEOPLE, STATES, TAIWAN)


def test_police_events_stand_per_million_people_in_coded_states():
    found = by_state()
    assert list(found["state"]) == ["A", "B", "C", "D"]
    assert list(found["events_per_million"]) == [0, 0.5, 2, 3]
    assert list(found["recognizes_taiwan"]) == [True, False, False, False]


def test_rank_correlation_and_its_interval():
    assert regimes.rank_with_democracy(by_state()) == pytest.approx(1)
    assert inference.rank_interval(0.0, 28)[1] == pytest.approx(0.3733, abs=0.001)
    low, high = inference.rank_interval(0.5, 103)
    assert (low, high) == (pytest.approx(0.328, abs=0.005), pytest.approx(0.640, abs=0.005))


def test_states_with_a_system_are_compared_with_the_others():
    rows = made({"iso3": "DDD", "lists": "safe_city"}, {"iso3": "AAA", "lists": "safe_city", "status": "announced"})
    assert regimes.safe_city_states(rows, "CN") == {"DDD"}
    assert regimes.libdem_gap(REGIMES, {"DDD"}) == pytest.approx(0.8 - 1.1 / 3)


US = pd.DataFrame({"iso3": ["MEX"] * 4, "fiscal_year": [2000, 2001, 2016, 2019], "obligations_usd_current": [1.0, 2.0, 3.0, 4.0], "obligations_usd2021": [100.0, 10.0, 5.0, 8.0]})
CHINA = pd.DataFrame({"iso3": ["VEN", "VEN", "BRA"], "year": [2013, 2019, 2015], "commitments_usd2021": [60.0, 20.0, 20.0]})


def test_purses_stand_in_whole_blocks_of_three_years():
    blocks = money.purses_by_block(US, CHINA)
    assert len(blocks) == 14
    assert money.purse_usd2021(blocks, "US obligations", 2001) == 10
    assert money.purse_usd2021(blocks, "Chinese commitments", 2013) == 80
    assert money.purse_fall_pct(blocks, "Chinese commitments", 2013, 2019) == 75
    assert money.largest_block_usd2021(blocks, "Chinese commitments") == 80


def test_shares_of_money():
    assert money.state_obligations_usd(US, "MEX", 2001, 2016) == 5
    assert money.recipient_share_pct(CHINA, "VEN") == 80
    world = pd.DataFrame({"year": [2013, 2013], "group": ["lac", "rest"], "commitments_usd2021": [1.0, 3.0]})
    assert money.region_share_pct(world, 2013, 2015) == 25


COST = pd.DataFrame({
    "borrower": ["ARG", "CUB", "SLV", "BRA", "URY", "AGO", "RUS"], "iso3": ["ARG", "CUB", "SLV", "BRA", "URY", None, None],
    "group": ["lac"] * 5 + ["rest"] * 2, "unadjusted_usd2021": [100, 50, 10, 40, 5, 60, 70], "interest_pct": [7.0, 2.0, None, 4.0, 3.0, 4.5, 3.5],
})
FREE = pd.DataFrame({"iso3": ["ARG", "ARG", "CUB", "BRA", "URY", "SLV", "ARG"], "year": [2000, 2021, 2010, 2010, 2010, 2010, 2022], "libdem": [0.6, 0.6, 0.1, 0.5, 0.7, 0.4, 0.0]})


def test_rates_are_those_of_the_states_that_have_one_dearest_first():
    names = pd.DataFrame({"iso3": ["ARG", "CUB", "SLV", "BRA", "URY"], "name": ["Argentina", "Cuba", "El Salvador", "Brazil", "Uruguay"]})
    drawn = borrowing.rates(COST, names)
    assert list(drawn["state"]) == ["Argentina", "Brazil", "Uruguay", "Cuba"] and list(drawn["rescued"]) == [True, False, False, False]
    assert borrowing.with_rate(COST, "lac") == 4 and borrowing.median_pct(COST, "lac") == 3.5 and borrowing.median_pct(COST, "rest") == 4.0
    with pytest.raises(KeyError):
        borrowing.rate_pct(COST, "SLV")


def test_the_rate_is_ranked_with_democracy_up_to_the_last_year_of_the_loans():
    assert borrowing.states_paired(COST, FREE) == 4
    assert borrowing.rank_with_democracy(COST, FREE) == pytest.approx(0.4)  # ranks 4,1,3,2 and 3,1,2,4: 1 - 6*6/60
    assert borrowing.states_paired(COST, FREE, borrowing.RESCUED) == 3
    assert borrowing.own_share_pct(COST, pd.DataFrame({"iso3": ["ARG", "ARG"], "commitments_usd2021": [20.0, 7.0]}), "ARG") == 27.0
