"""Do the governance chapter's measures give the known answers on hand-made frames?"""

import pandas as pd
import pytest

from quietpush.measures import forum, norms, votes

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


def _event(id, kind, provider="CN", lists="governance", act="agreement", about=None, iso3=None, date="2024-05-01", precision="day", counted=True, what="", quantity=None, status="signed"):
    return dict(event_id=id, kind=kind, act=act, provider=provider, about=about or provider, lists=lists, iso3=iso3, date=date, date_precision=precision, counted=counted, what=what, quantity=quantity, status=status)


EVENTS = pd.DataFrame([
    _event("gv-029", "policy_text", act="reaction", provider="other", about="CN", iso3="BRA"), _event("gv-003", "civil_training", quantity=6000), _event("gv-023", "civil_training", quantity=3000),
    _event("gv-066", "civil_training", quantity=10000), _event("gv-069", "celac_forum", act="offer", what="Plan lists AI uses and 5G"),
    _event("ai-1", "ai_agreement", lists="ai", iso3="BRA"), _event("ai-2", "ai_agreement", lists="ai", iso3="ARG", status="announced"),
    _event("ai-3", "ai_agreement", lists="ai", iso3="CUB", counted=False), _event("ai-4", "ai_agreement", provider="other", lists="ai", iso3="ARG"),
    _event("gv-1", "rights_dispute", provider="other", iso3="BRA"), _event("ai-5", "rights_dispute", lists="ai", provider="other", iso3="ARG"),
    _event("gv-2", "ai_law", provider="other"), _event("sn-1", "rights_dispute", lists="subnational", iso3="CUB"),
    _event("gv-3", "partner_program", provider="EU", date="2025-07-01"), _event("gv-4", "partner_program", provider="EU", date="2024", precision="year"),
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


def test_debate_is_read_from_governance_and_ai_rows():
    assert norms.debating_total(EVENTS, STATES) == 2 and norms.debating_names(EVENTS, STATES) == "Argentina and Brazil"


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
    assert found["event_id"].tolist() == ["Clean Network", "bl-160", "gv-3"]
    assert found["camp"].tolist() == ["United States", "United States", "European Union"]
    assert found.set_index("event_id").loc["bl-160", "step"] == "stop"
    assert forum.camp_steps(found, "European Union", ("program",), "2025-01-24") == 1
