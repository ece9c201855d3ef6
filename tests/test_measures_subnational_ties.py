"""Do the measures of subnational ties give the known answers on hand-made frames?"""

import pandas as pd
import pytest

from quietpush.measures import cases, channels, pilots, places, ties

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
CASES = pd.DataFrame([
    ("port", "Port", "subnational", "unknown", None, "yes", "sn-002", "ended", "sn-002"),
    ("dam", "Dam", "subnational", "china", "sn-004", "no", "sn-004", "running", "sn-004"),
    ("net", "Network", "national", "china", None, "yes", None, None, None),
], columns=["case_id", "name", "level", "initiator", "initiator_event", "national_signer", "national_event", "outcome", "outcome_event"])
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
    twinned = EVENTS.head(1).assign(instrument="twinning", iso3="PRY")
    assert ties.states_missed(pd.concat([twinned, twinned.assign(iso3="BRA")]), table) == 1
    assert (ties.pairs_in_states(table, "Taipei"), ties.states_recognizing(table, "Taipei")) == (0, 1)


def test_each_case_answers_every_question():
    table = cases.answers(STEPS, EVENTS, CASES)
    said = {(row.case_id, row.question): row.answer for row in table.itertuples()}
    assert list(dict.fromkeys(table["case_id"])) == ["dam", "port"] and len(table) == 2 * len(cases.QUESTIONS)
    assert said[("port", "proposed")] == "unknown" and said[("port", "center_against")] == "found" and said[("port", "outcome")] == "ended"
    assert said[("dam", "us_against")] == "not found" and said[("dam", "outcome")] == "goes on"
    assert table["events"].notna().all()
    assert cases.cases_answering(table, us_against="found", outcome="ended") == 1 and cases.cases_answering(table, us_against="found", outcome="goes on") == 0
    roles = cases.roles(STEPS, EVENTS, CASES)
    assert (cases.signed_among_local(table, roles, "yes"), cases.signed_among_local(table, roles, "no")) == (1, 0)  # no local body carried the dam


def test_a_share_of_few_cases_has_a_wide_interval():
    assert (round(cases.share_low(3, 5), 1), round(cases.share_high(3, 5), 1)) == (14.7, 94.7)  # Clopper and Pearson, as in R's binom.test


LOG = pd.DataFrame([
    ("AAA", "CN", "local_ties", "en", 3, "sn-001"), ("AAA", "US", "local_gifts", "en", 2, "sn-002;sn-003"), ("BBB", "CN", "local_ties", "es", 1, None), ("BBB", "CN", "local_ties", "en", 2, None),
    ("BBB", "US", "local_ties", "es", 0, None), ("CCC", "CN", "local_ties", "en", 0, None), ("CCC", "US", "local_training", "en", 0, None), ("DDD", "CN", "ai", "en", 5, None),
    ("EEE", "CN", "local_ties", "en", 0, None), ("EEE", "CN", "local_channels", "en", 7, "sn-005"),
], columns=["iso3", "provider", "theme", "language", "kept", "hit_events"]).assign(query="words", addresses=8)
MET = pd.DataFrame([
    ("sn-001", "AAA", "CN", "hunan", "aaa-town;aaa-ministry", "agreement", "Hunan", True), ("sn-002", "AAA", "US", "guard", "aaa-army", "agreement", "Ohio National Guard", True),
    ("sn-003", "AAA", "US", "usa-town", "aaa-town", "visit", "Dayton", False), ("sn-004", "BBB", "US", "bbb-town", None, "visit", "Mayor", True), ("sn-005", "BBB", "CN", "aaa-town", "bbb-army", "visit", "Xi", True),
], columns=["event_id", "iso3", "about", "actors", "partners", "act", "provider_actor", "counted"]).assign(lists="subnational")
BODIES = pd.DataFrame([
    ("aaa-town", "subnational_government", "AAA"), ("bbb-town", "subnational_government", "BBB"), ("aaa-ministry", "government", "AAA"), ("usa-town", "subnational_government", "USA"),
    ("aaa-army", "military", "AAA"), ("bbb-army", "military", "BBB"),
], columns=["actor", "type", "home"]).assign(reach=None)
FORCES = pd.DataFrame([("aaa-station", "police_unit", "AAA", "local"), ("aaa-narcotics", "police_unit", "AAA", "national")], columns=["actor", "type", "home", "reach"])


def test_channels_are_found_by_the_pages_of_queries_of_the_same_words():
    states = pd.DataFrame({"iso3": ["AAA", "BBB", "CCC", "DDD", "EEE"], "name": list("ABCDE"), "tile_row": range(5), "tile_col": 0})
    seen = pd.concat([MET, pd.DataFrame([{"event_id": "sn-006", "iso3": "EEE", "about": "CN", "counted": True, "lists": "subnational"}])])
    table = channels.by_state(seen, LOG, states)
    assert table["found"].tolist() == ["both", "china", "none", "unsearched", "rows"]
    assert table["pages_cn"].tolist() == [3, 3, 0, 0, 0] and table["events_us"].tolist() == [1, 1, 0, 0, 0] and table["queries"].tolist() == [1, 2, 1, 0, 1]
    assert channels.states_found(table, "both", "china") == 2
    assert (channels.pages_kept(LOG, "CN", english=True), channels.pages_kept(LOG, "CN", english=False)) == (2, 1)  # where both were asked
    kinds = channels.by_theme(LOG, states).set_index(["theme", "party"])["share_pct"]
    assert kinds.to_dict() == {("Query on local ties", "CN"): 40, ("Query on local ties", "US"): 0, ("Query on gifts to local police", "CN"): 0, ("Query on gifts to local police", "US"): 20,
                               ("Query on training", "CN"): 0, ("Query on training", "US"): 0}


def test_only_bodies_of_the_host_state_are_local():
    assert (channels.met(MET, LOG, "CN"), channels.met(MET, LOG, "US")) == (1, 1)  # sn-003 is not counted
    assert (channels.met_local(MET, LOG, BODIES, "CN"), channels.met_local(MET, LOG, BODIES, "US")) == (1, 0)
    assert channels.met_both(MET, LOG, BODIES, "CN") == 1
    assert channels.host_bodies(MET, BODIES[BODIES["type"] == "subnational_government"]).tolist() == [True, False, True, True, False]
    assert (channels.guard_states(MET), channels.american_local(MET, BODIES)) == (1, 1)


def test_police_are_local_by_their_place_and_not_by_their_type():
    met = MET.assign(partners=["aaa-station;aaa-narcotics", "aaa-narcotics", None, None, None])
    bodies = pd.concat([BODIES, FORCES])
    assert (channels.met_local(met, LOG, bodies, "CN"), channels.met_local(met, LOG, bodies, "US")) == (1, 0)
    assert (channels.met_both(met, LOG, bodies, "CN"), channels.met_both(met, LOG, bodies, "CN", forces=True)) == (0, 1)


def test_a_federal_body_that_deals_with_a_local_one_is_told_from_a_town():
    log = pd.DataFrame([("AAA", "US", "local_ties", "en", 2, "sn-011;sn-012;sn-013")], columns=["iso3", "provider", "theme", "language", "kept", "hit_events"])
    met = pd.DataFrame([("sn-011", "usa-embassy", "aaa-town"), ("sn-012", "usa-town", "aaa-town"), ("sn-013", "usa-embassy", "aaa-town;aaa-ministry")], columns=["event_id", "actors", "partners"]).assign(iso3="AAA", about="US", counted=True)
    bodies = pd.concat([BODIES, pd.DataFrame([("usa-embassy", "diplomatic", "USA", None)], columns=["actor", "type", "home", "reach"])])
    assert (channels.met_alone(met, log, bodies, "US"), channels.met_alone(met, log, bodies, "US", "USA")) == (2, 1)


def test_gifts_and_courses_are_told_by_the_body_that_gets_them():
    met = MET.assign(partners=["aaa-station", "aaa-narcotics", None, None, None], instrument=["gift", "gift", None, None, None], act=["training", "training", "visit", "visit", "visit"])
    bodies = pd.concat([BODIES, FORCES])
    assert (channels.states_given(met, LOG, bodies, "CN"), channels.states_given(met, LOG, bodies, "US")) == (1, 0)
    assert (channels.states_taught(met, LOG, bodies, "CN"), channels.states_taught(met, LOG, bodies, "US")) == (1, 0)
    assert channels.new(met.assign(event_id=["sn-242", "sn-243", "sn-300", "le-400", "ai-300"]))["event_id"].tolist() == ["sn-243", "sn-300"]


def test_states_are_told_by_the_capital_they_recognize():
    recognition = pd.DataFrame({"iso3": ["AAA", "BBB"], "event": ["recognizes Taiwan", "switched to PRC"]})
    table = pd.DataFrame({"iso3": ["AAA", "BBB", "CCC"], "found": ["us", "us", "china"]})
    assert channels.recognizing(table, recognition, "Taipei")["iso3"].tolist() == ["AAA"]
    assert channels.states_found(channels.recognizing(table, recognition, "Beijing"), "us") == 1


def test_what_followed_a_trial():
    table = pd.DataFrame([
        ("Town", "AAA", "sn-001", "trial", "china", None), ("Town", "AAA", "sn-002", "contract", "other", None), ("Port", "AAA", "sn-003", "gift", "china", None),
        ("City", "BBB", "sn-004", "contract", "china", None), ("City", "BBB", "sn-005", "gift", "china", None),
    ], columns=["place", "iso3", "event", "step", "vendor", "notes"])
    events = pd.DataFrame({"event_id": [f"sn-00{n}" for n in range(1, 6)], "date": ["2018", "2020-02", "2017-05", "2019-01", "2019-03"], "date_basis": ["event"] * 5, "what": list("abcde")})
    rows = pilots.steps(table, events)
    assert list(zip(rows["place"], rows["step"])) == [("Port", "gift"), ("Port", "none found"), ("Town", "trial"), ("Town", "contract"), ("City", "contract"), ("City", "gift")]
    assert (pilots.places(rows, "trial or gift"), pilots.places(rows, "contract")) == (2, 1)
    assert (pilots.followed(rows, "other"), pilots.followed(rows, "china")) == (1, 0)
    undated = pilots.steps(table, events.assign(date_basis=["event", "inferred", "event", "event", "event"]))
    assert pilots.followed(undated, "other") == 0


def test_only_sites_in_the_region_stand_on_the_map():
    events = pd.DataFrame([
        ("sn-001", "AAA", None, "Town", 1.0, 2.0, False), ("sn-002", "AAA", "Town", "Town", 1.0, 2.0, False), ("sn-003", "AAA", "Capital", "Town", 9.0, 9.0, False),
        ("sn-004", "AAA", None, "Town", 1.0, 2.0, True), ("sn-005", "BBB", None, None, 1.0, 2.0, False), ("sn-006", "BBB", None, "Bay", None, None, False), ("sn-007", "BBB", None, "Bay", 3.0, 4.0, False),
    ], columns=["event_id", "iso3", "act_place", "site_place", "lat", "lon", "abroad"]).assign(lists="subnational", about="CN", counted=True)
    found = places.sites(events)
    assert list(zip(found["place"], found["count"], found["events"])) == [("Town", 2, "sn-001;sn-002"), ("Bay", 1, "sn-007")]
    projects = pd.DataFrame({"iso3": ["AAA", "CCC"], "unit": ["North", "South"], "records": [3, 1], "first_year": [2001, 2002], "last_year": [2003, 2002], "lon": [0.0, 1.0], "lat": [0.0, 1.0]})
    marks = places.on_map(projects, events)
    assert marks["layer"].tolist() == ["finance records"] * 2 + ["coded events"] * 2 and places.states_on(marks, "coded events") == 2
    assert round(places.share_in(events, "AAA"), 1) == 66.7
    finance = pd.DataFrame({"iso3": ["AAA", "CCC"], "year": [2001, 2002], "records": [6, 2], "placed": [3, 1]})
    assert (places.records(finance), places.placed(finance), places.share_of_records_in(finance, "AAA")) == (8, 4, 75.0)
