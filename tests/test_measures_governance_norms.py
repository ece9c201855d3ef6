"""Do the governance chapter's measures give the known answers on hand-made frames?"""

import pandas as pd
import pytest

from quietpush.measures import forum, norms, rules, votes

STATES = pd.DataFrame({"iso3": ["ARG", "BRA", "CUB", "PRY"], "name": ["Argentina", "Brazil", "Cuba", "Paraguay"]})
BRI = pd.DataFrame({
    "iso3": ["ARG", "BRA", "CUB", "PRY"], "joined_date": ["2022-02-06", None, "2018", None], "left_date": [None, None, "2025-02", None],
    "in_list_2023": [True, False, True, False],
})
RECOGNITION = pd.DataFrame({"iso3": ["PRY", "CUB"], "event": ["recognizes Taiwan", "switched to PRC"], "date": ["2023-03-26", "2017-06"]})
ADHERENCE = pd.DataFrame({
    "iso3": ["ARG", "BRA", "ARG", "BRA"], "instrument": ["EU-LAC Digital Alliance"] * 2 + ["Clean Network", "Cartagena Declaration on AI"],
    "date": ["2023-07", "2024-02", "2020-11", "2024-08-09"], "date_precision": ["month", "month", "month", "day"],
})
INITIATIVES = pd.DataFrame({"iso3": ["CUB", None], "initiative": ["Global Security Initiative", "World AI Cooperation Organization (WAICO)"],
                            "position": ["backed publicly", "proposed by China; no LAC member seen"], "date": ["2022-05-19", "2025-07-26"]})
TREATIES = pd.DataFrame({"iso3": ["ARG", "BRA", "CUB", "CUB", "ARG"], "treaty": ["Budapest Convention"] * 3 + ["UN Convention against Cybercrime"] * 2,
                         "status": ["party", "observer", "not a party", "signed", "signed"], "date": ["2022", "2022", None, "2025-10-25", "2025-10-25"]})
ADEQUACY = pd.DataFrame({"iso3": ["ARG"], "status": ["adequate"], "date": [None]})
CYBER = pd.DataFrame({
    "iso3": ["ARG", "ARG", "CUB", "CUB", "BRA", "BRA"], "resolution": ["A/RES/74/28", "A/RES/74/247"] * 3, "date": ["2019-12-12", "2019-12-27"] * 3,
    "vote": ["yes", "yes", "no", "yes", "yes", "no"],
    "side": ["with United States", "with China", "with China", "with China", "with United States", "with United States"],
})


def _event(id, kind, provider="CN", lists="governance", act="agreement", about=None, iso3=None, date="2024-05-01", precision="day", counted=True, what="", quantity=None, status="signed", basis="event"):
    return dict(event_id=id, kind=kind, act=act, provider=provider, about=about or provider, lists=lists, iso3=iso3, date=date, date_precision=precision, counted=counted, what=what, quantity=quantity, status=status, date_basis=basis)


EVENTS = pd.DataFrame([
    _event("gv-029", "policy_text", act="reaction", provider="other", about="CN", iso3="BRA"), _event("gv-003", "civil_training", quantity=6000), _event("gv-023", "civil_training", quantity=3000),
    _event("gv-066", "civil_training", quantity=10000), _event("gv-069", "celac_forum", act="offer", what="Plan lists AI uses and 5G"),
    _event("ai-1", "ai_agreement", lists="ai", iso3="BRA"), _event("ai-2", "ai_agreement", lists="ai", iso3="ARG", status="announced"),
    _event("ai-3", "ai_agreement", lists="ai", iso3="CUB", counted=False), _event("ai-4", "ai_agreement", provider="other", lists="ai", iso3="ARG"),
    _event("gv-1", "rights_dispute", provider="other", iso3="BRA"), _event("ai-5", "rights_dispute", lists="ai", provider="other", iso3="ARG"),
    _event("gv-2", "ai_law", provider="other"), _event("sn-1", "rights_dispute", lists="subnational", iso3="CUB"),
    _event("gv-3", "partner_program", provider="EU", date="2025-07-01"), _event("gv-4", "partner_program", provider="EU", date="2024", precision="year"),
    _event("ai-6", "partner_program", provider="EU", lists="ai", date="2025-06-01"), _event("ai-7", "partner_program", provider="EU", lists="ai", date="2025-06-02", basis="inferred"),
    _event("gv-5", "celac_forum", act="visit", date="2015-01-09"), _event("bl-160", "condition_or_sanction", provider="US", lists="blurred_lines", date="2025-01-24"),
]).astype({"quantity": "float64"})


@pytest.fixture
def clubs():
    """Where do the four states stand in the clubs?"""
    return norms.clubs(STATES, BRI, ADHERENCE, INITIATIVES, TREATIES, ADEQUACY, EVENTS)


def test_each_state_has_one_row_per_club_and_absence_is_a_no_only_in_complete_lists(clubs):
    status = clubs.set_index(["iso3", "club"])["status"]
    assert len(clubs) == 4 * len(norms.CLUBS) and status.index.is_unique
    assert [status[code, "Belt and Road"] for code in STATES["iso3"]] == ["member", "no", "left", "no"]
    assert [status[code, "EU–LAC alliance"] for code in STATES["iso3"]] == ["member", "member", "no", "no"]
    assert [status[code, "Security Initiative"] for code in STATES["iso3"]] == ["not found", "words of support", "words of support", "not found"]
    assert [status[code, "Budapest Convention"] for code in STATES["iso3"]] == ["member", "observer", "no", "not found"]
    assert [status[code, "Clean Network"] for code in STATES["iso3"]] == ["member", "not found", "not found", "not found"]


def test_overlap_of_two_clubs(clubs):
    road, alliance = "Belt and Road", "EU–LAC alliance"
    assert (norms.members(clubs, road), norms.members(clubs, alliance)) == (1, 2)
    assert norms.in_each(clubs, road, alliance) == 1
    assert (norms.only_in(clubs, road, alliance), norms.only_in(clubs, alliance, road), norms.in_neither(clubs, road, alliance)) == (0, 1, 2)
    assert norms.expected_in_each(clubs, road, alliance) == 1 * 2 / 4
    assert norms.in_three_camps(clubs) == 1


def test_joiners_leavers_and_those_outside():
    assert (norms.joined_total(BRI), norms.joined_in(BRI, 2018), norms.left_total(BRI)) == (2, 1, 1)
    assert (norms.outside(BRI, RECOGNITION, beijing=True), norms.outside(BRI, RECOGNITION, beijing=False)) == (1, 1)
    assert norms.outside_names(BRI, RECOGNITION, STATES) == "Brazil"


def test_members_at_the_end_of_each_year():
    found = norms.members_by_year(BRI, ADHERENCE, RECOGNITION, STATES, 2016, 2025).pivot(index="year", columns="series", values="states")
    assert found["Recognize Beijing"].loc[[2016, 2017, 2025]].tolist() == [2, 3, 3]
    assert found["Belt and Road"].loc[[2017, 2018, 2022, 2024, 2025]].tolist() == [0, 1, 2, 2, 1]
    assert found["EU–LAC alliance"].loc[[2022, 2023, 2024]].tolist() == [0, 1, 2]


def test_signers_in_hanoi_by_their_earlier_vote():
    assert norms.hanoi_signers(TREATIES) == 2
    assert [norms.hanoi_signers_by_vote(TREATIES, CYBER, vote) for vote in ("yes", "no")] == [2, 0]
    assert norms.hanoi_signers_in_budapest(TREATIES) == 1


def test_laws_are_searched_by_word_in_any_case():
    ai = pd.DataFrame({"name": ["Strategy", "Bill"], "notes": [None, "follows the gdpr"]})
    data = pd.DataFrame({"iso3": ["CHL", "CHL", "BOL"], "law": ["Law", "Law", "none"], "notes": ["Modelled on the GDPR", None, "China"], "status": ["published", "in force", "absent"]})
    assert norms.law_rows(ai, data) == 5
    assert norms.law_rows_naming(ai, data, "GDPR") == 2 and norms.law_rows_naming(ai, data, "Chin") == 1
    assert norms.data_law_states(data) == 1


def test_only_counted_signed_chinese_memoranda_count():
    assert norms.memoranda_total(EVENTS) == 1 and norms.memoranda_with(EVENTS, "BRA") == 1 and norms.memoranda_with(EVENTS, "ARG") == 0


POLICIES = pd.DataFrame({"iso3": ["ARG", "ARG", "BRA"], "year": [2001, 2018, 2018], "binding_nature": ["Non-binding", "Hard law", "Soft law"], "policies": [1, 2, 3]})
DATA_LAWS = pd.DataFrame({
    "iso3": ["ARG", "BRA", "BRA", "CUB", "PRY"], "law": ["Law A", "Law B", "Law C", "none", "Law D"], "status": ["in force", "published", "in force", "absent", "not in force"],
    "date": ["2000", "2024-12", "2018-08", "2025", "2011"],
})
AI_LAWS = pd.DataFrame({"iso3": ["PRY", "CUB"], "type": ["bill", "strategy"], "name": ["Bill 1", "Strategy"]})
FIVE_G = pd.DataFrame({"iso3": ["ARG", "BRA", "CUB"], "chinese_vendor_status": ["excluded", "open", "present"], "restriction_detail": ["Decree", None, None]})


@pytest.fixture
def board():
    """Who set or disputed limits in the four states?"""
    types = {"gv-1": "court", "ai-5": "ngo"}
    return rules.debate(EVENTS.assign(provider_actor_type=EVENTS["event_id"].map(types)), AI_LAWS, DATA_LAWS, FIVE_G, STATES)


def test_no_searched_and_not_found_stay_apart(board):
    answer = board.set_index(["iso3", "question"])["answer"]
    assert len(board) == len(STATES) * len(rules.QUESTIONS) and set(answer) <= set(rules.ANSWERS)
    assert [answer[code, rules.VENDORS] for code in STATES["iso3"]] == ["documented", "no", "searched, none found", "searched, none found"]
    assert [answer[code, rules.DATA_LAW] for code in STATES["iso3"]] == ["documented", "documented", "no", "in part or disputed"]
    assert [answer[code, rules.COURT] for code in STATES["iso3"]] == ["not found", "documented", "not found", "not found"]
    assert answer["ARG", rules.CIVIL] == answer["PRY", rules.AI_TEXT] == "documented" and answer["CUB", rules.AI_TEXT] == "not found"


def test_debate_is_counted_from_the_board(board):
    assert (rules.spoke_total(board), rules.spoke_names(board)) == (3, "Argentina, Brazil and Paraguay")
    assert (rules.disputed_total(board), rules.disputed_names(board)) == (2, "Argentina and Brazil")
    assert rules.silent_total(board) == 1 and rules.answered(board, rules.DATA_LAW, "no") == 1
    assert board["state"].iloc[0] == "Argentina"


def test_policies_to_date_keep_the_earliest():
    found = rules.policies_by_state(POLICIES, BRI, DATA_LAWS, STATES)
    line = found.set_index(["iso3", "series", "year"])["policies_to_date"]
    assert len(found) == 2 * 2 * (rules.LAST - rules.FIRST + 1)
    assert [line["ARG", "listed", year] for year in (2012, 2018, 2025)] == [1, 3, 3] and line["ARG", "binding", 2018] == 2 and line["BRA", "binding", 2025] == 0
    argentina, brazil = (found[found["iso3"] == code].iloc[0] for code in ("ARG", "BRA"))
    assert argentina["joined"] == "2022" and pd.isna(brazil["joined"]) and brazil["data_laws"] == "2018, 2024"


def test_policies_are_counted():
    assert (rules.policies_listed(POLICIES), rules.policies_binding(POLICIES), rules.policies_from(POLICIES, 2018)) == (6, 2, 5)
    assert (rules.policy_states(POLICIES), rules.policy_states_with(POLICIES, 2001)) == (2, 1)
    assert rules.policies_a_state(POLICIES, BRI, joined=True) == 3 and rules.policies_a_state(POLICIES, BRI, joined=False) == 3


def test_the_first_dated_data_law_of_a_state_counts():
    assert (rules.data_laws_dated(DATA_LAWS), rules.data_laws_before(DATA_LAWS, 2017), rules.data_laws_before(DATA_LAWS, 2019)) == (2, 1, 2)


def test_memoranda_are_those_that_the_searches_of_the_party_met():
    searches = pd.DataFrame({"theme": ["ai", "law_enforcement"], "provider": ["CN", "CN"], "hit_events": ["ai-1;ai-2;ai-9", "ai-3"]})
    assert [norms.memoranda_met(EVENTS, searches, party) for party in ("CN", "US")] == [1, 0]
    assert not rules.searched_everywhere(searches.assign(iso3="ARG"), STATES, "ai", "CN")


def test_the_region_joined_after_others():
    counts = pd.DataFrame({"region": ["Latin America & Caribbean", "South Asia", "South Asia", "South Asia"], "year": [2018, 2013, 2019, None], "joined": [13, 1, 2, 4]})
    assert [norms.world_joined(counts, True, 2017), norms.world_joined(counts, False, 2017), norms.world_joined(counts, False), norms.world_joined(counts, True)] == [0, 1, 3, 13]


def test_a_rise_counts_where_it_exceeds_that_of_the_neighbors(monkeypatch):
    around = pd.DataFrame({"before": [4, 4], "after": [8, 5], "years_before": [4, 4], "years_after": [4, 4], "near": [0.5, 0.5]})
    monkeypatch.setattr(norms, "switches", lambda *_: around)
    assert norms.switch_rises(None, None, None) == 1


ALIGNMENT = pd.DataFrame(
    [("USA", year, 3.0 if year < 2000 else 2.0, 0.0, 3.5) for year in (1990, 1994, 2020, 2024)]
    + [("CHN", year, -1.0, 3.5, 0.0) for year in (1990, 1994, 2020, 2024)]
    + [("ARG", 1990, 0.0, 3.0, 1.0), ("ARG", 1994, 0.0, 3.0, 1.0), ("ARG", 2020, 0.0, 2.0, 1.0), ("ARG", 2024, 1.5, 0.5, 2.5)]
    + [("CUB", year, -1.0, 3.0, 0.0) for year in (1990, 1994, 2020, 2024)],
    columns=["iso3", "year", "ideal_point", "distance_usa", "distance_chn"],
)


def test_positions_shift_and_spread():
    lines = votes.positions(ALIGNMENT, STATES)
    assert list(dict.fromkeys(lines["who"])) == ["United States", "Argentina", votes.REGION, "China"] and len(lines) == 16
    assert votes.shift(lines, "United States") == -1.0
    assert lines[(lines["who"] == votes.REGION) & (lines["year"] == 2024)]["ideal_point"].item() == 0.25
    assert votes.spread(lines, votes.REGION) == 0.75


def test_who_moved_and_who_stood_nearer_to_washington():
    region = ALIGNMENT[ALIGNMENT["iso3"].isin(STATES["iso3"])]
    assert votes.moved(region, "ARG", 2020, 2024) == 1.5 and votes.largest_mover(region, 2020, 2024) == "ARG"
    assert votes.state_years(region) == 8 and votes.nearer_us_count(region) == 1
    assert votes.nearer_us(region).values.tolist() == [["ARG", 2024]]


def test_slopes_tell_who_moved_further_than_washington():
    slopes = votes.slopes(ALIGNMENT, STATES)
    assert slopes.groupby("iso3").size().to_dict() == {"USA": 2, "CHN": 2, "ARG": 2, "CUB": 2}
    assert votes.change_of(slopes, "USA") == -1 and votes.change_of(slopes, "ARG") == 0.75
    assert votes.further_than_us(slopes) == 0 and not votes.further_all_away(slopes) and votes.moved_up(slopes) == 1
    assert votes.apart(slopes, "1990–1994") == pytest.approx(0.5**0.5)
    down = votes.slopes(ALIGNMENT.assign(ideal_point=ALIGNMENT["ideal_point"].where(~(ALIGNMENT["iso3"].eq("CUB") & ALIGNMENT["year"].ge(2020)), -3.0)), STATES)
    assert (votes.further_than_us(down), votes.further_names(down), votes.further_all_away(down)) == (1, "Cuba", True)
    assert down.set_index("iso3").loc["CUB", "role"].tolist() == ["moved further"] * 2


def test_coincidence_is_compared_within_a_year():
    frame = pd.DataFrame({"iso3": ["ARG", "CUB", "CUB"], "year": [2023, 2023, 2022], "coincidence": [0.4, 0.2, 0.9]})
    assert votes.coincidence_range(frame, STATES, 2023) == {"low": pytest.approx(20), "high": pytest.approx(40), "lowest": "Cuba", "highest": "Argentina"}


def test_agreement_in_percent_and_points():
    agreement = pd.DataFrame({"iso3": ["ARG", "CUB"] * 2, "year": [2018, 2018, 2023, 2023], "agree_usa": [0.1, 0.3, 0.4, 0.4]})
    assert votes.mean_agreement(agreement, "agree_usa", 2018) == pytest.approx(20)
    assert votes.agreement_change(agreement, "agree_usa", 2018, 2023) == pytest.approx(20)


def test_joiners_against_others():
    rows = [(code, year, value) for code, old, new in (("ARG", 0.2, 0.5), ("CUB", 0.0, 0.1), ("BRA", 0.4, 1.0)) for year, value in ((2013, old), (2016, old), (2020, new), (2023, new))]
    frame = pd.DataFrame(rows, columns=["iso3", "year", "distance_chn"])
    assert votes.joiners_change(frame, BRI, "distance_chn", True) == pytest.approx(0.2)
    assert votes.joiners_change(frame, BRI, "distance_chn", False) == pytest.approx(0.6)


def test_cyber_texts_stand_alone():
    sides = votes.cyber_sides(CYBER)
    assert len(sides) == 2 * len(votes.RECORDED) and sides["states"].sum() == len(CYBER)
    assert votes.cyber_count(CYBER, "A/RES/74/28", "with China") == 1
    assert votes.sided_with_each(CYBER) == 1 and votes.yes_to_each(CYBER, "A/RES/74/28", "A/RES/74/247") == 1
    assert votes.never_apart_from_china(CYBER, STATES) == "Cuba"


FORUM = pd.DataFrame({
    "event": ["4th ministerial", "PRC policy paper 1", "2nd ministerial"], "date": ["2025-05-13", "2008-11-05", "2018-01"],
    "security_or_digital_items": ["cybersecurity; Global Security Initiative", "judicial and police cooperation", "Belt and Road"],
})


def test_forum_items_are_named_only_where_a_word_stands_in_what_was_read():
    items = forum.named_items(FORUM, EVENTS)
    found = items.set_index(["text", "topic"])["found"]
    assert items["text"].drop_duplicates().tolist() == ["Policy paper, 2008", "Plan of 2018", "Plan of 2025"]
    assert found["Plan of 2025", "AI"] == "named" and found["Plan of 2025", "Smart cities"] == "not found"
    assert found["Policy paper, 2008", "Policing, courts, crime"] == "named" and ("Policy paper, 2008", forum.PLACES) not in found
    assert found["Plan of 2018", forum.PLACES] == "not found" and found["Plan of 2025", forum.PLACES] == "pledged"
    assert forum.first_named(items, "AI") == 2025 and forum.first_named(items, "Cyber") == 2025


def test_pledges_are_spread_over_their_years():
    assert [forum.places_per_year(EVENTS, row) for row in ("gv-003", "gv-023")] == [1200, 1000]
    assert forum.pledge_ratio(EVENTS) == pytest.approx((10000 / 3) / 1200)


def test_programs_keep_rows_dated_to_the_month_and_the_instruments():
    found = forum.programs(EVENTS, ADHERENCE)
    assert found["event_id"].tolist() == ["Clean Network", "bl-160", "ai-6", "gv-3"]
    assert found["camp"].tolist() == ["United States", "United States", "European Union", "European Union"]
    assert found.set_index("event_id").loc["bl-160", "step"] == "stop"
    assert forum.camp_steps(found, "European Union", ("program",), "2025-01-24") == 2


def test_police_courses_are_those_that_the_searches_of_the_party_met():
    events = pd.DataFrame([_event("le-1", "police_training", act="training"), _event("le-2", "police_training", act="training", provider="US"), _event("le-3", "police_training", act="training"),
                           _event("le-4", "police_training", act="offer")])
    searches = pd.DataFrame({"theme": ["law_enforcement", "law_enforcement", "ai"], "provider": ["CN", "US", "CN"], "hit_events": ["le-1;le-2;le-4", None, "le-3"]})
    assert [forum.taught(events, searches, party) for party in ("CN", "US")] == [1, 0]
