"""Do the measures of subnational ties give the known answers on hand-made frames?"""

import pandas as pd
import pytest

from quietpush.measures import cases, ties

EVENTS = pd.DataFrame([
    # event, date, precision, case, what, counted, lists, provider, about, actor type, act, instrument, partner type, status, iso3, quantity, unit
    ("sn-001", "2020-01-10", "day", "port", "signed", True, "subnational", "CN", "CN", "state_company", "agreement", "accord", "subnational_government", "signed", "ARG", 10.0, "BRL"),
    ("sn-002", "2020-03-02", "day", "port", "refused", True, "subnational", "other", "CN", "government", "reaction", None, "government", "contested", "ARG", 25.0, "BRL"),
    ("sn-003", "2020", "year", "port", "visit", True, "subnational", "US", "CN", "military", "reaction", None, "government", "contested", "ARG", None, None),
    ("sn-004", "2021-05", "month", "dam", "lent", True, "subnational", "CN", "CN", "policy_bank", "agreement", "loan", "government", "signed", "CHL", 3.0, "cameras"),
    ("sn-005", "2021-06-01", "day", "dam", "given", False, "subnational", "CN", "CN", "diplomatic", "delivery", "gift", "police_unit", "completed", "CHL", None, None),
    ("sn-006", "2021-07-01", "day", "dam", "pledged", True, "subnational", "CN", "CN", "diplomatic", "offer", "gift", "police_unit", "announced", "CHL", None, None),
], columns=["event_id", "date", "date_precision", "case_id", "what", "counted", "lists", "provider", "about", "provider_actor_type", "act", "instrument", "partner_type", "status", "iso3", "quantity", "quantity_unit"])
STEPS = pd.DataFrame([
    ("sn-001", "signed", "local", True, True, False, False, "Signed", "event", None),
    ("sn-002", "contested", "national", False, False, True, False, "Refused", "page", None),
    ("sn-003", "contested", "us", False, False, False, True, "Visit", "event", "2020-02"),
    ("sn-004", "signed", "national", True, False, True, False, "Loan", "event", None),
], columns=["event", "step", "actor", "china", "local", "national", "us", "short", "date_basis", "placed_at"])
CASES = pd.DataFrame([("port", "Port", "subnational", "unknown", "yes"), ("dam", "Dam", "subnational", "china", "no"), ("net", "Network", "national", "china", "yes")], columns=["case_id", "name", "level", "initiator", "national_signer"])
CLAIMED = pd.DataFrame([("A1", "signed", "2020-06", "month", "sn-001"), ("A1", "built", "2012", "year", "sn-099")], columns=["claim_id", "step", "date", "date_precision", "event"])


@pytest.fixture()
def rows():
    """What is the timeline of the port?"""
    return cases.timeline(STEPS, EVENTS, CASES, ("port",))


def test_a_date_is_drawn_at_the_middle_of_what_is_known():
    assert [cases.drawn(date) for date in ("2020", "2020-03", "2020-03-02")] == ["2020-07-01", "2020-03-15", "2020-03-02"]
    assert cases.drawn("2020", "2020-11") == "2020-11-15"


def test_a_timeline_has_a_row_for_each_party_in_order(rows):
    assert list(zip(rows["event"], rows["party"], rows["order"])) == [("sn-001", "china", 1), ("sn-001", "local", 1), ("sn-003", "us", 2), ("sn-002", "national", 3)]
    assert list(rows["certain"]) == [True, True, False, False]


def test_a_timeline_ends_where_it_is_told():
    assert set(cases.timeline(STEPS, EVENTS, CASES, ("port", "dam"), until="2020-12-31")["case"]) == {"Port"}


def test_claimed_dates_join_the_step_they_are_about(rows):
    both = cases.with_claimed(rows, CLAIMED)
    article = both[both["party"] == "article"]
    assert list(zip(article["event"], article["order"], article["drawn_at"])) == [("sn-001", 1, "2020-06-15")]
    assert len(both) == len(rows) + 1


def test_roles_tell_found_from_not_found():
    table = cases.roles(STEPS, EVENTS, CASES)
    found = {(row.case_id, row.role): row.rows for row in table.itertuples()}
    assert found[("port", "local_for")] == 1 and found[("port", "national_against")] == 1 and found[("port", "us_against")] == 1
    assert found[("dam", "national_for")] == 1 and found[("dam", "local_for")] == 0
    assert table["case_id"].iloc[0] == "port" and len(table) == 2 * len(cases.ROLES)


def test_cases_are_counted_by_the_roles_they_have():
    table = cases.roles(STEPS, EVENTS, CASES)
    assert cases.cases_with(table, "local_for") == 1
    assert cases.cases_with(table, "local_for", "national_for") == 0
    assert cases.cases_with(table, "local_for", any_of=("national_for", "national_against")) == 1
    assert cases.cases_without(table, "national_for", "us_against") == 1


def test_small_counts(rows):
    assert cases.steps_by(rows, "us", "contested") == 1
    assert (cases.number(CASES), cases.initiator_known(CASES), cases.nationally_signed(CASES, "yes")) == (2, 1, 1)
    assert (cases.subnational_rows(EVENTS), cases.subnational_rows(EVENTS, "CHL")) == (5, 2)


def test_durations_need_the_precision_they_count_in():
    assert cases.days_between(EVENTS, "sn-001", "sn-002") == 52
    assert cases.months_between(EVENTS, "sn-002", "sn-004") == 14
    with pytest.raises(ValueError, match="not both dated to the day"):
        cases.days_between(EVENTS, "sn-001", "sn-004")
    with pytest.raises(ValueError, match="year only"):
        cases.months_between(EVENTS, "sn-003", "sn-004")
    with pytest.raises(ValueError, match="has no 'sn-999'"):
        cases.days_between(EVENTS, "sn-001", "sn-999")


def test_days_before_a_claimed_month():
    assert cases.days_before_claimed(EVENTS, CLAIMED, "sn-001", "A1", "signed") == 143
    with pytest.raises(ValueError, match="no month of claim"):
        cases.days_before_claimed(EVENTS, CLAIMED, "sn-001", "A1", "built")


def test_military_objections_are_counted_by_date():
    assert cases.military_objections_before(EVENTS, "port", "sn-002") == 1
    assert cases.military_objections_before(EVENTS, "port", "sn-001") == 1  # a year alone sorts before its days
    assert cases.military_objections_before(EVENTS, "dam", "sn-004") == 0


def test_quantities_are_divided_only_in_one_unit():
    assert cases.ratio_of_quantities(EVENTS, "sn-002", "sn-001") == 2.5
    with pytest.raises(ValueError, match="different things"):
        cases.ratio_of_quantities(EVENTS, "sn-004", "sn-001")


def test_deals_are_counted_and_more_than_announced():
    assert list(ties.deals(EVENTS)["event_id"]) == ["sn-001", "sn-004"]
    assert (ties.number_of_deals(EVENTS), ties.deals_with(EVENTS, "government")) == (2, 1)
    table = ties.acts_by_partner(EVENTS)
    assert {(row.act, row.partner): row.rows for row in table.itertuples() if row.rows} == {("Accord", "Province or city"): 1, ("Loan", "National government"): 1}
    assert len(table) == 2 * len(set(ties.PARTNERS.values()))


def test_ties_stand_by_state():
    pairs = pd.DataFrame({"iso3": ["BRA", "BRA", "CHL"], "year": [1999, None, None], "level": ["city", "city", "province"], "confidence": ["high", "low", "medium"]})
    states = pd.DataFrame({"iso3": ["BRA", "CHL", "PRY"], "name": ["Brazil", "Chile", "Paraguay"], "tile_row": [0, 1, 2], "tile_col": [0, 1, 2]})
    recognition = pd.DataFrame({"iso3": ["PRY", "CHL"], "event": ["recognizes Taiwan", "recognized PRC"]})
    table = ties.ties_by_state(pairs, states, recognition)
    assert table["pairs"].tolist() == [2, 1, 0] and table["recognizes"].tolist() == ["Beijing", "Beijing", "Taipei"]
    assert (ties.pairs(pairs), ties.pairs_dated(pairs), ties.pairs_official(pairs), ties.pairs_between_cities(pairs)) == (3, 1, 1, 2)
    assert ties.largest_names(table) == "Brazil, Chile and Paraguay"
    assert ties.largest_states(table)[:2] == ["Brazil", "Chile"] and ties.pairs_in_largest(table) == 3 and ties.states_with_pairs(table) == 2
    assert (ties.pairs_in_states(table, "Taipei"), ties.states_recognizing(table, "Taipei")) == (0, 1)
