"""The measures of the methods page on hand-made frames: second reading, search effort, the register of tests."""

import math

import pandas as pd
import pytest

from quietpush.measures import reading, register, searching

READINGS = pd.DataFrame({
    "outcome": ["same", "detail", "wrong", "not found again", "same"],
    "first_provider": ["CN", "CN", "US", None, None], "second_provider": ["CN", "other", "US", None, None],
    "first_act": ["offer", "visit", "visit", None, None], "second_act": ["offer", "visit", "offer", None, None],
    "first_status": ["signed", "signed", "completed", None, None], "second_status": ["signed", "signed", "completed", None, None],
    "first_date": ["2020-01-02", "2020-01", "2020", None, "2019"], "second_date": ["2020-01", "2020-02-03", "2020-05", None, None],
})


def test_outcomes_and_shares_are_counted():
    assert [reading.outcome_count(READINGS, outcome) for outcome in ("same", "detail", "wrong", "not found again")] == [2, 1, 1, 1]
    assert reading.coded_twice(READINGS, "provider") == 3
    assert reading.same_pct(READINGS, "provider") == pytest.approx(200 / 3)


def test_dates_agree_as_far_as_both_go():
    assert reading.same_pct(READINGS, "date") == pytest.approx(200 / 3)


def test_agreement_has_a_row_per_coded_column():
    table = reading.agreement_by_column(READINGS)
    assert table["column"].tolist() == list(reading.CODED.values()) and table["events"].tolist() == [3, 3, 3]
    assert table["kappa"].iloc[2] == 1 and reading.kappa(READINGS, "act") == pytest.approx(0.4)


def test_the_share_read_again_is_that_of_a_list():
    events = pd.DataFrame({"lists": ["ai", "ai;governance", "ai", "governance"], "counted": [True, True, False, True], "second_reading": [True, False, True, False]})
    assert reading.read_share_pct(events, "ai") == 50 and reading.read_share_pct(events, "governance") == 0


STATES = pd.DataFrame({"iso3": ["AAA", "BBB", "CCC"], "name": ["A", "B", "C"]})
SEARCHES = pd.DataFrame({
    "iso3": ["AAA", "AAA", "BBB", "BBB", "AAA", "BBB"], "provider": ["CN", "CN", "CN", "CN", "US", "US"], "theme": "law_enforcement", "language": ["en", "es", "en", "es", "en", "en"],
    "query": "q", "addresses": 8, "kept": [1, 2, 0, 0, 3, 0], "hit_events": ["le-251;le-001", "le-251", None, None, "le-252;le-253", None],
})
EVENTS = pd.DataFrame({
    "event_id": ["le-001", "le-251", "le-252", "le-253"], "lists": "law_enforcement", "about": ["CN", "CN", "US", "US"], "iso3": ["AAA", "AAA", "AAA", "CCC"], "counted": [True, True, True, False],
})


def test_a_blank_is_told_from_a_search_that_found_nothing():
    table = searching.found(EVENTS, SEARCHES, STATES).set_index(["party", "iso3"])
    assert table["answer"].to_dict() == {
        ("China", "AAA"): "documented", ("China", "BBB"): "searched, none found", ("China", "CCC"): "not searched",
        ("United States", "AAA"): "documented", ("United States", "BBB"): "searched, none found", ("United States", "CCC"): "not searched",
    }
    assert table.loc[("China", "AAA"), ["queries", "languages", "events"]].tolist() == [2, "1 en, 1 es", 2]
    assert searching.unsearched(table.reset_index()) == 1


def test_effort_is_counted_and_compared():
    assert (searching.queries(SEARCHES), searching.queries(SEARCHES, party="CN"), searching.queries(SEARCHES, language="es")) == (6, 4, 2)
    assert searching.kept(SEARCHES, "law_enforcement", "CN") == 3
    assert not searching.is_equal(SEARCHES, "law_enforcement", "CN", "US")
    assert searching.is_equal(SEARCHES[SEARCHES["language"] == "en"], "law_enforcement", "CN", "US")


def test_new_events_are_counted_once_and_only_if_they_count():
    assert searching.newly_found(EVENTS, SEARCHES, "law_enforcement", "CN") == 1
    assert searching.newly_found(EVENTS, SEARCHES, "law_enforcement", "US") == 1


def test_hits_are_told_by_p_and_by_q():
    found = pd.DataFrame({"test": ["T01", "T02", "T03"], "p": [0.01, 0.04, 0.9], "q": [0.03, 0.06, math.nan]})
    assert (register.hits(found, "p"), register.hits(found), register.hit_names(found)) == (2, 1, "T01")
    assert register.hit_names(found.assign(q=0.5)) == "none" and register.hit_names(found.assign(q=0.01)) == "T01, T02 and T03"
