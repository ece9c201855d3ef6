"""The measures of chapter one on hand-made frames with known answers."""

from __future__ import annotations

import pandas as pd
import pytest

from quietpush import inference
from quietpush.measures import events as ev
from quietpush.measures import handovers, initiative, money, policing, stations, surveillance

COLUMNS = {
    "event_id": "", "lists": "law_enforcement", "date": None, "date_basis": "event", "iso3": None, "site_place": None, "level": "national", "kind": "police_equipment", "act": "delivery", "instrument": "gift", "provider": "CN", "about": "CN",
    "provider_actor": "Embassy", "provider_actor_type": "diplomatic", "what": "A gift", "amount_usd": float("nan"), "quantity": float("nan"),
    "quantity_unit": None, "status": "completed", "counted": True, "notes": None,
}


def rows(*given: dict) -> pd.DataFrame:
    """Events with what matters said and the rest filled in."""
    return pd.DataFrame([COLUMNS | {"event_id": f"le-{number:03d}"} | row for number, row in enumerate(given)])


def obligations(*given: tuple[str | None, str, float]) -> pd.DataFrame:
    return pd.DataFrame(given, columns=["iso3", "account", "obligations_usd2020"])


STATES = pd.DataFrame({"iso3": ["AAA", "BBB", "CCC", "DDD"], "name": ["A", "B", "C", "D"], "tile_row": [0, 0, 1, 1], "tile_col": [0, 1, 0, 1]})
RECOGNITION = pd.DataFrame({"iso3": ["BBB", "CCC"], "event": ["recognizes Taiwan", "switched to PRC"], "date": ["2023-03-26", "2018-05"]})


def test_military_is_larger_only_where_mixed_money_cannot_turn_it():
    money_of = obligations(("AAA", "fmf", 10), ("AAA", "andean", 4), ("AAA", "incle", 5), ("BBB", "incle", 9), ("BBB", "nadr", 3), ("BBB", "imet", 5), ("CCC", "fmf", 6), ("CCC", "dod_counterdrug", 7), (None, "incle", 100))
    by_state = money.larger_account(money_of, STATES)
    assert by_state.set_index("iso3")["larger"].to_dict() == {"AAA": "military", "BBB": "police", "CCC": "depends", "DDD": "none"}
    assert by_state.set_index("iso3").loc["CCC", "mixed_usd2020"] == 7
    assert [money.states_with_larger(by_state, kind) for kind in ("military", "police", "depends", "none")] == [1, 1, 1, 1]
    assert money.names_with_larger(by_state, "police") == "B" and money.names_with_larger(by_state[:0], "police") == "none"
    assert money.names_with_larger(by_state.assign(larger="police"), "police") == "A, B, C and D"


def test_the_coded_reading_leaves_regional_lines_and_other_accounts_out():
    money_of = obligations(("AAA", "fmf", 5), ("AAA", "incle", 4), ("BBB", "other_military", 9), ("BBB", "incle", 1), ("CCC", "dod_counterdrug", 2), (None, "fmf", 99))
    assert money.states_military_larger_as_coded(money_of) == 2


def test_police_share_is_bounded_by_the_mixed_accounts():
    money_of = obligations(("AAA", "incle", 20), (None, "andean", 30), ("AAA", "fmf", 50), ("AAA", "economic_other", 900))
    assert money.police_share_pct(money_of, mixed_is_police=False) == 20
    assert money.police_share_pct(money_of, mixed_is_police=True) == 50
    assert money.police_to_military(money_of, ("incle", "andean"), ("fmf",)) == 1
    assert money.police_account_usd2020(money_of) == money.account_usd2020(money_of, "incle") == 20


def test_the_bounds_of_the_region_hold_regional_lines_and_those_of_a_state_do_not():
    money_of = obligations(("AAA", "incle", 20), ("AAA", "fmf", 60), ("AAA", "andean", 20), ("BBB", "incle", 10), (None, "andean", 90))
    bounds = money.police_bounds(money_of, money.larger_account(money_of, STATES)).set_index("place")
    assert bounds.index.tolist() == [money.REGION, "B", "A"]
    assert bounds.loc["A", ["low_pct", "high_pct", "larger"]].tolist() == [20, 40, "military"] and bounds.loc["B", "larger"] == "police"
    assert bounds.loc[money.REGION, ["low_pct", "high_pct", "larger"]].tolist() == [15, 70, "depends"]
    assert money.place_share_pct(money_of, "BBB") == pytest.approx(100 * 10 / 140)

SEARCHES = pd.DataFrame({"theme": "law_enforcement", "provider": ["CN", "US", "EU", "CN"], "iso3": ["AAA", "AAA", "AAA", "BBB"], "language": "en"})


def test_a_state_is_documented_searched_or_neither():
    events = rows({"iso3": "AAA"}, {"iso3": "AAA", "kind": "police_training", "act": "training", "instrument": None, "about": "US"}, {"iso3": "BBB", "about": "US"}, {"iso3": "CCC", "counted": False})
    table = handovers.answers(events, SEARCHES, STATES, RECOGNITION)
    told = table.set_index(["iso3", "party"])
    assert len(table) == 12 and told.loc[("BBB", "China"), "recognizes"] == "Taipei"
    assert told.loc["AAA", "answer"].tolist() == ["gift", "other act", "searched, none found"]
    assert told.loc["BBB", "answer"].tolist() == ["searched, none found", "gift", "not searched"] and told.loc[("CCC", "China"), "answer"] == "not searched"
    assert (handovers.states_with(table, "US", "gift"), handovers.states_with(table, "US", "gift", "other act")) == (1, 2)
    assert handovers.states_shared(table, ("CN", "US"), ("gift",)) == 0 and handovers.states_shared(table, ("CN", "US"), ("gift", "other act")) == 1


def test_gifts_stand_by_year_beside_the_switch_of_recognition():
    events = rows({"iso3": "CCC", "date": "2019", "what": "20 motorcycles and vests"}, {"iso3": "AAA", "date": "2015-02", "about": "US", "what": "Radios", "status": "announced"}, {"iso3": "AAA", "date": "2012", "date_basis": "inferred"}, {"iso3": None, "date": "2012"}, {"iso3": "BBB", "date": "2010", "about": "other"})
    table = handovers.by_year(events, RECOGNITION, STATES)
    assert table["iso3"].tolist() == ["CCC", "CCC", "AAA", "BBB"]
    assert table["giver"].tolist() == ["switch", "China", "United States", "another state"] and table["goods"].tolist() == ["", "vehicles", "electronics", "other"]
    assert table["promised"].tolist() == [False, False, True, False] and handovers.median_year(table, "United States") == 2015


def test_goods_are_the_first_that_the_text_names():
    assert [handovers.goods(text) for text in ("Two vehicle scanners and a bus", "6,000 vests", "Mobile barracks", "200 police vehicles")] == ["electronics", "protection", "other", "vehicles"]


ALIASES = pd.DataFrame({"alias": ["sn-114", "x"], "what": ["Gear worth about USD 4.1 million: sets", "silent"]})


def test_panama_keeps_rival_figures_and_programs_apart():
    events = rows(
        {"event_id": "le-171", "iso3": "PAN", "date": "2023-02", "amount_usd": 4e6}, {"iso3": "PAN", "date": "2020", "about": "US", "amount_usd": 6e6, "what": "Three boats"},
        {"iso3": "PAN", "date": "2024", "about": "US", "amount_usd": 12e6, "kind": "security_aid", "instrument": None}, {"iso3": "PAN", "date": "2024", "about": "US"}, {"iso3": "AAA", "amount_usd": 1.0},
    )
    table = handovers.panama(events, ALIASES)
    assert table["kind"].tolist() == ["gift", "gift", "program"] and table["goods"].tolist()[:2] == ["vehicles", "vests, helmets"]
    assert table["high_usd"].tolist() == [6e6, 4.1e6, 12e6] and table["low_usd"].tolist()[1] == 4e6
    with pytest.raises(ValueError, match="no 'USD"):
        handovers.reported_usd(ALIASES, "x")


def test_the_mix_counts_rows_of_several_states_too():
    contact = {"kind": "police_contact", "act": "visit", "instrument": None}
    events = rows({"iso3": "AAA", "date": "2015-01"}, {"date": "2016-01"} | contact, {"iso3": "AAA", "date": "2023-01"} | contact, {"iso3": "AAA", "date": "2023"} | contact)
    table = policing.rates_and_mix(events)
    assert policing.mix_share_pct(table, "contacts", "before") == 50 and policing.mix_share_pct(table, "contacts", "after") == 100
    assert (table["panel"] == "rate").sum() == 6 and (table["panel"] == "mix").sum() == 4


def test_a_gift_before_a_switch_is_told_as_far_as_both_dates_go():
    dates = ["2017", "2018", "2018-04", "2018-05-30", "2019-01-01", None]
    events = rows(*({"iso3": "CCC", "date": date} for date in dates), {"iso3": "AAA", "date": "2001"})
    assert policing.gifts_to_switchers(events, RECOGNITION, "CN") == 5
    assert policing.gifts_before_switch(events, RECOGNITION, "CN") == 2


def test_recognition_givers_and_prices_are_counted():
    events = rows({"iso3": "BBB", "about": "US", "amount_usd": 1.0}, {"iso3": "AAA", "about": "US", "provider_actor_type": "ngo", "amount_usd": 3.0}, {"iso3": "BBB", "about": "other", "provider_actor": "Embassy of Taiwan"}, {"iso3": "AAA", "about": "US", "amount_usd": 9.0})
    assert policing.taipei_states(RECOGNITION) == 1 and policing.taiwan_gift_count(events) == 1
    assert policing.gifts_to_taipei_states(events, RECOGNITION, "US") == 1 and policing.gifts_by_officials(events, "US") == 2
    assert (policing.priced_gifts(events, "US"), policing.median_gift_usd(events, "US"), policing.largest_gift_usd(events, "US")) == (3, 3.0, 9.0)


def test_rates_count_months_inside_the_windows_only():
    inside = [{"iso3": "AAA", "date": date} for date in ("2009-01", "2022-03-31", "2022-04-01", "2026-03")]
    outside = [{"iso3": "AAA", "date": date} for date in ("2008-12", "2026-04", "2015", "2022")] + [{"date": "2015-01"}]
    events = rows(*inside, *outside)
    table = policing.rates(events).set_index(["group", "period"])
    assert table.loc[("gifts", "before"), ["events", "years"]].tolist() == [2, 13.25] and table.loc[("gifts", "after"), ["events", "years"]].tolist() == [2, 4.0]
    assert policing.window_rate(events, "gifts", "after") == 0.5
    assert policing.rate_bound(events, "gifts", "after", "high") == pytest.approx(inference.rate_interval(2, 4)[1])
    assert policing.rate_bound(events, "contacts", "after", "low") == 0


def test_cooperation_leaves_out_posts_the_bare_launch_year_and_rows_without_a_state():
    events = rows({"iso3": "AAA", "date": "2022-03"}, {"iso3": "AAA", "date": "2022-04"}, {"iso3": "AAA", "date": "2022"}, {"date": "2010"}, {"iso3": "AAA", "date": "2010", "kind": "overseas_station"}, {"iso3": "AAA", "date": "2010", "act": "restriction"}, {"iso3": "AAA", "date": "2010", "about": "US"})
    assert (policing.cooperation_count(events), policing.cooperation_before(events)) == (2, 1)


def test_endorsers_are_counted_once():
    events = rows({"iso3": "AAA", "kind": "policy_text", "act": "reaction", "provider": "other"}, {"iso3": "BBB", "kind": "policy_text", "act": "reaction", "counted": False})
    said = pd.DataFrame({"iso3": ["AAA", "CCC", "DDD"], "initiative": ["Global Security Initiative", "Global Security Initiative", "Global Development Initiative"]})
    assert policing.endorsing_states(events, said) == 2


def test_homicide_rates_are_compared_and_a_gap_is_refused():
    homicide = pd.DataFrame({"iso3": ["AAA", "AAA"], "year": [2010, 2020], "homicides_per_100k": [10.0, 5.0]})
    assert policing.homicide_change_pct(homicide, "AAA", 2010, 2020) == 50 and policing.homicide_times(homicide, "AAA", 2010, 2020) == 0.5
    with pytest.raises(ValueError, match="no rate for AAA in 2015"):
        policing.homicide_rate(homicide, "AAA", 2015)


def case_rows() -> pd.DataFrame:
    named = {event for parts in initiative.CASES.values() for event, _ in parts} | set(initiative.LABEL)
    later = {"sn-145": "2022-08-16", "le-171": "2023-02-10"}
    return rows(*({"event_id": event, "date": later.get(event, "2012"), "kind": "x", "notes": "Negotiated since 2020, it says"} for event in sorted(named)), {"date": "2015-01"}, {"date": None})


def test_cases_stand_before_and_after_the_launch():
    events = case_rows()
    assert (initiative.cases(events), initiative.cases_after(events)) == (6, 2)
    steps = initiative.steps(events)
    assert (steps["lane"] == initiative.GIFTS).sum() == 1 and steps["date"].notna().all()
    assert steps.loc[steps["step"] == "talks", "date"].tolist() == ["2020"]
    with pytest.raises(ValueError, match="negotiated since"):
        initiative.talks_since(rows({"event_id": "le-171", "notes": "silent"}), "le-171")


def test_the_board_has_one_answer_per_post_and_question_and_a_row_for_the_lists():
    post = {"kind": "overseas_station", "act": "operation", "status": "contested"}
    react = {"kind": "overseas_station", "act": "reaction"}
    events = rows(
        {"event_id": "le-142", "iso3": "ARG", "site_place": "Town", "date": "2022-09"} | post, {"event_id": "le-900", "iso3": "ARG", "site_place": "Town", "date": "2022-12-05"} | post,
        {"event_id": "le-901", "iso3": "BBB", "date": "2022-12-05"} | post,
        {"event_id": "le-902", "iso3": "ARG", "site_place": "Town"} | react, {"event_id": "le-903", "iso3": "ARG", "provider": "other"} | react,
        {"event_id": "le-904", "iso3": "ARG", "site_place": "Town", "provider": "other", "level": "subnational"} | react,
        {"event_id": "le-179", "provider": "EU", "kind": "overseas_station", "act": "finding"},
        *({"event_id": event, "quantity": number, "counted": False} for event, number in (("le-149", 6.0), ("le-152", 14.0), ("le-217", 8.0))),
    )
    states = pd.concat([STATES, pd.DataFrame({"iso3": ["ARG"], "name": ["Argentina"]})])
    board = stations.board(events, states)
    assert len(board) == 4 * len(stations.QUESTIONS)
    answers = {post: piece["answer"].tolist() for post, piece in board.groupby("post")}
    assert answers["Town (1), ARG"] == ["listed", "no", "unknown", "state", "beijing", "government", "beijing"]
    assert answers["Town (2), ARG"] == ["no", "listed", "unknown", "state", "beijing", "government", "none"]
    assert answers["B, no city"] == ["no", "listed", "unknown", "no", "none", "none", "none"]
    assert answers[stations.WHOLE] == ["total", "unknown", "total", "total", "denial", "outside", "denial"]
    assert board["number"].dropna().tolist() == [6, 14, 8] and stations.doubts(events) == 1
    assert (stations.states_listed(events), stations.states_without_city(events), stations.states_with_inquiry(events)) == (2, 1, 1)


def test_cameras_of_the_case_are_reports_and_a_series_in_the_notes():
    case = {"case_id": "ecu911", "kind": "camera_system", "instrument": None, "quantity_unit": "cameras", "counted_why": None}
    events = rows(
        {"event_id": "a", "act": "operation", "date": "2018-08", "quantity": 4300.0} | case, {"event_id": "b", "act": "finding", "date": "2019-05", "quantity": 4598.0, "notes": "Series of the same paper: 259 (2012), 2,965 (2015), plus 477 in 2017."} | case | {"counted": False, "counted_why": "list_or_total"},
        {"event_id": "c", "act": "delivery", "date": "2015", "quantity": 450.0} | case, {"event_id": "d", "act": "finding", "quantity": 7000.0} | case, {"event_id": "e", "act": "finding", "date": "2012", "quantity": 1.0} | case | {"counted": False, "counted_why": "article_statement"},
    )
    reports = surveillance.camera_reports(events)
    assert reports["cameras"].tolist() == [259, 2965, 4300, 4598] and surveillance.cameras_in(reports, "2015") == 2965
    homicide = pd.DataFrame({"iso3": ["ECU", "ECU", "AAA"], "year": [2011, 2010, 2010], "homicides_per_100k": [15.0, float("nan"), 1.0]})
    assert surveillance.showcase(events, homicide, "ECU")["panel"].tolist() == ["cameras"] * 4 + ["homicide"]


def test_camera_steps_need_more_than_one_number():
    cities = pd.DataFrame({
        "iso3": ["AAA", "BBB", "CCC"], "place": ["Town", "national", "Port"], "stage": ["installed", "working", "announced"], "announced_cameras": [600.0, None, 10.0], "installed_cameras": [480.0, 710.0, None],
        "working_cameras": [None, 800.0, None], "events": ["sc-1;sc-2", "sc-3", "sc-4"],
    })
    audits = rows({"event_id": "sc-096", "quantity": 5.0, "quantity_unit": "cameras of 10"}, {"event_id": "sc-059", "quantity": 4.0, "quantity_unit": "cameras of 10"}, {"event_id": "sc-056", "quantity": 7.0, "quantity_unit": "cameras of 10"})
    steps = surveillance.camera_steps(cities, audits, STATES)
    assert steps[steps["system"] == "Trinidad and Tobago"]["cameras"].tolist() == [10, 6] and steps["system"].tolist()[:4] == ["Town", "Town", "B", "B"]
    assert (surveillance.systems_counted_twice(steps), surveillance.systems_short(steps), surveillance.places_with_working(cities)) == (5, 4, 1)


def test_privacy_and_crime_are_ranked_over_one_edition():
    scores = pd.DataFrame({"iso3": ["AAA", "BBB", "CCC", "DDD", "EEE"], "edition": [2020] * 4 + [2019], "privacy": [0.1, 0.2, 0.3, 0.4, 0.0], "crime_controlled": [0.4, 0.3, 0.2, 0.1, 0.9]})
    cities = pd.DataFrame({"iso3": ["AAA", "BBB"], "place": ["Town", "City"], "stage": ["working", "announced"]})
    assert surveillance.privacy_crime_states(scores) == 4 and surveillance.privacy_crime_rank(scores) == pytest.approx(-1)
    assert surveillance.group_median(scores, cities, "crime_controlled", True) == 0.4 and surveillance.group_median(scores, cities, "privacy", False) == 0.3
    wider = pd.DataFrame({"iso3": list("ABCDEF"), "edition": 2020, "privacy": [0.1, 0.2, 0.3, 0.4, 0.5, 0.6], "crime_controlled": [0.2, 0.1, 0.4, 0.3, 0.6, 0.5]})
    assert surveillance.privacy_crime_bound(wider, "low") < surveillance.privacy_crime_rank(wider) < surveillance.privacy_crime_bound(wider, "high")


def test_oversight_is_what_the_census_writes():
    assert surveillance.unchecked(pd.DataFrame({"oversight": ["None", "External audit", "None"]})) == 2

def test_places_beyond_announcement_are_counted_once():
    places = pd.DataFrame({"iso3": ["AAA", "AAA", "BBB", "CCC"], "place": ["Town", "national", "City", "Port"], "stage": ["working", "installed", "announced", "failed"]})
    assert (surveillance.place_count(places), surveillance.place_states(places), surveillance.places_in(places, "AAA"), surveillance.most_places(places)) == (3, 2, 2, 2)


def test_supply_is_dated_where_it_was_agreed_delivered_or_at_work():
    system = {"lists": "law_enforcement;safe_city", "kind": "camera_system", "iso3": "AAA"}
    events = rows(
        {"date": "2015"} | system, {"date": "2022-05"} | system, {"date": "2022"} | system, {"date": "2010", "act": "offer"} | system, {"date": "2010", "date_basis": "inferred"} | system,
        {"date": "2010", "act": "finding"} | system, {"date": "2010", "counted": False} | system, {"date": "2010", "about": "other"} | system,
    )
    assert (surveillance.systems_dated(events), surveillance.systems_before(events)) == (2, 1)


def test_working_shares_read_the_whole_from_the_unit():
    events = rows({"event_id": "sc-1", "quantity": 30.0, "quantity_unit": "cameras working of 1,200"}, {"event_id": "sc-2", "quantity": 5.0, "quantity_unit": "cameras"})
    assert surveillance.camera_share_pct(events, "sc-1") == 2.5 and surveillance.camera_share_pct(events, "sc-1", counts_failed=True) == 97.5
    with pytest.raises(ValueError, match="no longer says"):
        surveillance.all_cameras(events, "sc-2")


def test_face_systems_are_counted_by_origin():
    faces = pd.DataFrame({
        "iso3": ["AAA", "AAA", "BBB"], "supplier_named": [True, True, False], "has_cn": [True, False, False], "has_us": [False] * 3, "has_eu": [False] * 3,
        "has_local": [True, True, False], "has_other_foreign": [False] * 3,
    })
    counts = (surveillance.systems(faces), surveillance.systems_states(faces), surveillance.systems_named(faces), surveillance.systems_from(faces, "cn"), surveillance.systems_local_only(faces))
    assert counts == (3, 2, 2, 1, 1)


def test_a_number_is_read_before_its_words():
    events = rows({"event_id": "le-1", "what": "The unit found 1,250 items, 51 rescued"})
    assert ev.stated_number(events, "le-1", "items") == 1250 and ev.stated_number(events, "le-1", "rescued") == 51
    shares = rows({"event_id": "le-2", "what": "60% were lost; 519.2m military"})
    assert ev.stated_number(shares, "le-2", "were lost") == 60 and ev.stated_number(shares, "le-2", "military") == 519.2
    with pytest.raises(ValueError, match="no number before 'arrests'"):
        ev.stated_number(events, "le-1", "arrests")
