"""The measures of chapter one on hand-made frames with known answers."""

from __future__ import annotations

import pandas as pd
import pytest

from quietpush import inference
from quietpush.measures import events as ev
from quietpush.measures import initiative, money, policing, stations, surveillance

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


def test_money_by_place_keeps_regional_lines_apart():
    money_of = obligations(("COL", "incle", 1), ("PER", "fmf", 2), ("BOL", "imet", 3), ("AAA", "nadr", 4), (None, "incle", 5))
    by_place = money.security_by_place(money_of).set_index(["place", "police_share"])["obligations_usd2020"]
    assert by_place["Peru and Bolivia", "military"] == 5 and by_place["All other states", "mixed"] == 4
    assert by_place["Regional lines", "police"] == 5 and by_place["Mexico", "police"] == 0 and by_place.sum() == 15
    assert money.place_share_pct(money_of, "COL") == 10


def test_gifts_by_state_tell_givers_and_recognition():
    events = rows({"iso3": "AAA"}, {"iso3": "AAA", "about": "US"}, {"iso3": "BBB", "about": "other"}, {"iso3": "CCC", "counted": False}, {"iso3": "CCC", "kind": "police_training"})
    by_state = policing.gifts_by_state(events, RECOGNITION, STATES)
    assert by_state["givers"].tolist() == ["both", "others", "none", "none"]
    assert by_state["recognizes"].tolist() == ["Beijing", "Taipei", "Beijing", "Beijing"]
    assert policing.states_given_by(by_state, "none") == 2
    assert policing.gift_count(events, "CN") == policing.gift_states(events, "CN") == 1
    promised = events.assign(status=["announced", "announced", "announced", "announced", "announced"])
    assert policing.gifts_promised(promised, "CN") == policing.gifts_promised(promised, "US") == 1 and policing.gifts_promised(events, "CN") == 0


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


def test_the_board_has_one_answer_per_post_and_question():
    post = {"kind": "overseas_station", "act": "operation", "status": "contested"}
    react = {"kind": "overseas_station", "act": "reaction"}
    events = rows(
        {"event_id": "le-142", "iso3": "AAA", "site_place": "Town", "date": "2022-09", "provider_actor": "Fuzhou Bureau"} | post,
        {"event_id": "le-900", "iso3": "AAA", "site_place": "Town", "date": "2022-12-05", "provider_actor": "Chinese local bureau"} | post,
        {"event_id": "le-901", "iso3": "BBB", "date": "2022-12-05", "provider_actor": "Fuzhou or Qingtian bureau"} | post,
        {"event_id": "le-902", "iso3": "AAA", "site_place": "Town"} | react, {"event_id": "le-903", "iso3": "AAA", "provider": "other"} | react,
        {"event_id": "le-904", "iso3": "AAA", "site_place": "Town", "provider": "other", "level": "subnational"} | react,
    )
    board = stations.board(events, STATES)
    assert len(board) == 3 * len(stations.QUESTIONS)
    answers = {post: piece["answer"].tolist() for post, piece in board.groupby("post")}
    assert answers["Town (1), AAA"] == ["first", "yes", "beijing", "government", "beijing"]
    assert answers["Town (2), AAA"] == ["second", "none", "beijing", "government", "none"]
    assert answers["B, no city"] == ["second", "none", "denial", "none", "none"]
    assert (stations.states_listed(events), stations.states_without_city(events), stations.states_with_inquiry(events)) == (2, 1, 1)


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
