"""Do the measures of the AI infrastructure chapter give known answers on hand-made frames?"""

from __future__ import annotations

import pandas as pd
import pytest

from quietpush.measures import compute, engagement, limits, suppliers

STATES = pd.DataFrame({"iso3": ["ARG", "BRA", "CHL"], "name": ["Argentina", "Brazil", "Chile"], "tile_row": [3, 2, 3], "tile_col": [2, 3, 1]})
COLUMNS = ["event_id", "lists", "iso3", "kind", "act", "provider", "about", "provider_actor", "partner", "what", "status", "counted", "quantity", "quantity_unit", "confidence", "notes", "agreement", "source", "date", "date_basis"]


def events(*rows: dict) -> pd.DataFrame:
    """Rows of events with the cells that matter here; the rest is a counted, well-sourced safe-city row."""
    usual = {
        "lists": "safe_city", "iso3": "ARG", "kind": "camera_system", "act": "agreement", "provider": "CN", "about": "CN", "provider_actor": "ZTE", "what": "City bought cameras",
        "status": "signed", "counted": True, "confidence": "high", "agreement": "single", "source": "a-page", "date": "2019-05", "date_basis": "event",
    }
    return pd.DataFrame([usual | {"event_id": f"sc-{place:03d}"} | row for place, row in enumerate(rows)], columns=COLUMNS)


def cell(table: pd.DataFrame, supplier: str) -> dict:
    return suppliers.supplier_cells(table, STATES).set_index("supplier").loc[supplier].to_dict()


def test_the_best_grade_holds_and_names_its_own_function():
    table = events({"status": "operating"}, {"status": "announced", "what": "Firm offers face recognition cameras"})
    assert cell(table, "ZTE")["grade"] == "operating"
    assert cell(table, "ZTE")["function"] == "video"  # the face recognition was only offered


def test_a_contested_system_that_never_ran_is_lost():
    table = events({"status": "completed"}, {"status": "contested", "kind": "face_recognition"})
    assert cell(table, "ZTE")["grade"] == "lost"
    assert cell(table, "ZTE")["function"] == "face"


def test_a_dispute_marks_a_cell_and_grades_nothing():
    table = events({"status": "completed"}, {"act": "reaction", "provider": "US", "provider_actor": "Embassy", "what": "US warns of ZTE gear", "status": "announced"})
    made = cell(table, "ZTE")
    assert (made["grade"], made["disputed"], made["events"]) == ("installed", True, "sc-000;sc-001")
    alone = events({}, {"iso3": "BRA", "act": "finding"})
    assert set(suppliers.supplier_cells(alone, STATES)["iso3"]) == {"ARG"}


def test_a_cell_says_whether_more_than_one_source_stands_behind_its_grade():
    assert not cell(events({}, {"status": "announced", "source": "b-page"}), "ZTE")["several"]
    assert cell(events({}, {"source": "b-page"}), "ZTE")["several"]
    assert cell(events({"agreement": "rival"}), "ZTE")["several"]


def test_rows_of_several_makers_stand_in_each_column_and_unnamed_ones_apart():
    table = events({"provider_actor": "Hikvision; Dahua"}, {"provider_actor": "Embassy of China"}, {"provider": "other", "about": "other", "provider_actor": "Telmex"}, {"provider": None, "about": None, "provider_actor": None})
    assert list(suppliers.supplier_cells(table, STATES)["supplier"]) == ["Hikvision", "Dahua", suppliers.UNNAMED, suppliers.OTHERS]


@pytest.mark.parametrize("row", [
    {"counted": False}, {"iso3": None}, {"kind": "telecom_network"}, {"provider_actor": "Chinese business community"},
    {"kind": "police_equipment", "what": "Thermal imaging sets"}, {"act": "visit"},
])
def test_rows_that_report_no_camera_system_are_left_out(row):
    assert suppliers.system_rows(events(row)).empty


def test_states_are_counted_by_maker_grade_and_function():
    table = events(
        {"provider_actor": "Hikvision", "status": "operating", "kind": "face_recognition"}, {"iso3": "BRA", "provider_actor": "Dahua", "what": "Cameras that read plates"},
        {"iso3": "CHL", "provider": "other", "about": None, "provider_actor": "Firm", "status": "operating"},
    )
    cells = suppliers.supplier_cells(table, STATES)
    assert suppliers.vendor_states(cells, ("Hikvision", "Dahua")) == 2
    assert suppliers.vendor_state_names(cells, ("Hikvision", "Dahua")) == "Argentina, Brazil"
    assert suppliers.vendor_states(cells, suppliers.CHINESE, "operating") == 1
    assert (suppliers.function_states(table, "face"), suppliers.function_states(table, "plate")) == (1, 1)
    assert suppliers.states_naming(table, ("Hikvision", "Dahua"), ("ARG", "CHL")) == 1


def test_reports_are_counted_once_and_disputes_not_at_all():
    table = events({"provider_actor": "Hikvision; Dahua"}, {"provider": None, "about": None, "provider_actor": None}, {"act": "finding"})
    assert suppliers.system_events(table) == 1
    assert (suppliers.chinese_reports(table), suppliers.chinese_reports(table, several=True)) == (1, 0)


def test_the_whole_and_a_percentage_are_read_from_words():
    table = events({"quantity_unit": "cameras of 1,796", "notes": "Firm claims up to 70% of 4G; 12% later"}, {"quantity_unit": "cameras", "notes": "none"})
    assert suppliers.whole_of(table, "sc-000") == 1796
    assert suppliers.percent_in_notes(table, "sc-000") == 70
    with pytest.raises(ValueError, match="names no whole"):
        suppliers.whole_of(table, "sc-001")
    with pytest.raises(ValueError, match="no percentage"):
        suppliers.percent_in_notes(table, "sc-001")


def test_audits_turn_every_way_of_counting_into_a_share_that_worked():
    made = {
        "sc-010": (119, "cameras", "CN"), "sc-020": (30, "cameras working of 120", "CN"), "sn-061": (73, "percent of audited cameras", None),
        "sc-096": (5, "cameras of 10", None), "sc-056": (6, "cameras working of 8", "other"), "sc-059": (40, "cameras of 100", "other"), "sc-032": (9, "cameras of 10", "CN"),
    }
    notes = {"sc-020": "A paper counts 30 of 80 working.", "sn-061": "A director says 6 to 7 percent inoperative."}
    table = events(*({"event_id": id, "quantity": quantity, "quantity_unit": unit, "about": provider, "notes": notes.get(id), "partner": "Police; TSV (local firm)" if id == "sc-096" else None} for id, (quantity, unit, provider) in made.items()))
    every = suppliers.camera_audits(table)
    rivals = every[every["counts"] == "rival"].set_index("event")["working_pct"]
    assert rivals.to_dict() == {"sc-020": 37.5, "sn-061": 93}
    assert (suppliers.rival_part(table, "sc-020"), suppliers.rival_part(table, "sc-020", "whole"), suppliers.systems_counted(every)) == (30, 80, 7)
    audits = every[every["counts"] != "rival"].set_index("event")
    assert audits["working_pct"].to_dict() == {"sc-010": 0, "sc-020": 25, "sn-061": 27, "sc-096": 50, "sc-059": 60, "sc-056": 75, "sc-032": 90}
    assert audits["supplier"].to_dict()["sn-061"] == "Not named"
    assert audits["supplier"].to_dict()["sc-096"] == "Other"
    with pytest.raises(ValueError, match="no longer names"):
        suppliers.camera_audits(table.assign(partner="Police"))
    assert audits.loc["sc-059", "working"] == 60
    assert suppliers.highest_share(audits.reset_index(), "Other") == 75


def test_face_recognition_suppliers_are_counted_by_origin():
    systems = pd.DataFrame({
        "supplier_named": [True, True, False], "has_local": [True, True, False], "has_cn": [False, True, False], "has_us": False, "has_eu": False,
        "has_other_foreign": False, "oversight": ["None", "External audit", "None"],
    })
    origins = compute.suppliers_by_origin(systems).set_index("origin")["systems"]
    assert (origins["Local firm"], origins["Chinese firm"], origins[compute.NO_SUPPLIER_NAMED]) == (2, 1, 1)
    assert compute.leading_origin(origins.reset_index()) == "Local firm"
    assert origins.index[-1] == compute.NO_SUPPLIER_NAMED
    assert (compute.systems_local_only(systems), compute.systems_without_supplier(systems), compute.systems_without_oversight(systems)) == (1, 1, 2)
    assert compute.systems_with(systems, "has_cn") == 1


def test_cloud_regions_in_operation_stand_apart_from_others():
    regions = pd.DataFrame({
        "provider": ["AWS", "AWS", "Huawei Cloud"], "origin": ["US", "US", "CN"], "iso3": ["BRA", "BRA", "CHL"], "status": ["operating", "announced", "operating"],
        "launch_year": pd.array([None, 2014, 2019], dtype="Int64"),
    })
    cells = compute.cloud_cells(regions, STATES)
    assert cells[["provider", "state", "operating_regions", "other_regions"]].values.tolist() == [["AWS", "Brazil", 1, 1], ["Huawei Cloud", "Chile", 1, 0]]
    assert (compute.regions_operating(regions), compute.regions_operating(regions, "US"), compute.regions_operating(regions, provider="Huawei Cloud")) == (2, 1, 1)
    assert compute.states_with_regions(regions, "US") == 1
    assert (compute.first_region_year(regions, "US"), compute.first_region_year(regions, "CN")) == (2014, 2019)
    assert (compute.regions_without_year(regions), compute.regions_without_year(regions, "CN")) == (1, 0)
    assert cells["first_year"].tolist() == [2014, 2019]


def test_states_without_a_5g_page_are_kept_as_such():
    five_g = pd.DataFrame({"iso3": ["ARG"], "first_5g_year": [2021], "chinese_vendor_status": ["present"], "vendors_named": ["Huawei"], "restriction_detail": [None], "confidence": ["high"]})
    tiles = compute.five_g_tiles(five_g, STATES).set_index("iso3")["chinese_vendor_status"]
    assert tiles.to_dict() == {"ARG": "present", "BRA": compute.NOT_IN_TABLE, "CHL": compute.NOT_IN_TABLE}
    assert (compute.five_g_states(five_g, "present", "open"), compute.states_in(five_g), compute.states_missing(five_g, STATES)) == (1, 1, 2)


def test_a_shared_estimate_is_marked_and_use_is_read_by_period():
    use = pd.DataFrame({
        "iso3": ["ARG", "BRA", "CHL"], "h1_2025_pct": [8.0, 8.0, 20.0], "h2_2025_pct": [9.0, 9.0, 21.0], "q1_2026_pct": [10.0, 10.0, 19.0],
        "deepseek_band": ["<=5", "6-10", ">25"], "deepseek_pct": [None, None, 49.0],
    })
    long = compute.use_by_period(use, STATES)
    assert len(long) == 9
    assert long.drop_duplicates("state").set_index("state")["shared_estimate"].to_dict() == {"Chile": False, "Argentina": True, "Brazil": True}
    assert long.drop_duplicates("state").set_index("state")["deepseek"].to_dict() == {"Chile": "49%", "Argentina": "<=5%", "Brazil": "6-10%"}
    assert (compute.use_rises(use), compute.use_median(use, "h1_2025_pct"), compute.use_of(use, "CHL", "deepseek_pct")) == (2, 8, 49)
    assert (compute.use_leader(use, STATES), compute.deepseek_states(use, ">25"), compute.deepseek_names(use, STATES, ">25")) == ("Chile", 1, "Chile")


def test_models_are_counted_and_named_by_group():
    models = pd.DataFrame({"model": ["b", "a", "c"], "lac": [True, True, False]})
    assert (compute.models_of(models), compute.models_of(models, "lac"), compute.model_names(models, "lac")) == (3, 2, "a, b")


def test_5g_services_and_what_is_said_of_suppliers_are_counted():
    five_g = pd.DataFrame({"first_5g_year": pd.array([2019, 2026, None], dtype="Int64"), "vendors_named": ["Huawei (5G core)", "Nokia", None]})
    assert (compute.launched(five_g), compute.vendors_say(five_g, "core")) == (1, 1)


def test_cables_are_stacked_by_group_and_counted_once_in_all():
    cables = pd.DataFrame({"supplier": ["SubCom", "NEC", "Xtera", "HMN Tech"], "decade": ["1990s", "2010s", "2010s", "2010s"], "cables": [3, 1, 2, 0], "cables_in_decade": [3, 2, 2, 2]})
    assert compute.cable_stacks(cables).values.tolist() == [["1990s", "SubCom (US)", 3], ["2010s", "Others", 3]]
    assert (compute.cables_of(cables, "NEC"), compute.cables_of(cables, "SubCom", "2010s"), compute.cables_in_all(cables)) == (1, 0, 5)


def test_deals_and_compute_are_read_from_their_rows():
    deals = pd.DataFrame({"kind": ["investment"], "period": ["2005-2025"], "sector_group": ["technology"], "deals": [6], "share_of_deals_pct": [2.6]})
    assert (compute.deals_of(deals, "investment", "2005-2025"), compute.deals_of(deals, "investment", "2005-2025", "share_of_deals_pct")) == (6, 2.6)
    readiness = pd.DataFrame({"scope": ["state", "state", "state", "lac_mean"], "iso3": ["ARG", "BRA", "USA", None], "compute_capacity": [0.0, 38.6, 90.9, 0.0]})
    assert (compute.compute_of(readiness, "USA"), compute.without_compute(readiness), compute.compute_leader(readiness, STATES), compute.best_compute(readiness, STATES)) == (90.9, 1, "Brazil", 38.6)


def test_limits_on_suppliers_stand_apart_from_sanctions_on_states():
    states = pd.concat([STATES, pd.DataFrame({"iso3": ["VEN"], "name": ["Venezuela"]})], ignore_index=True)
    table = events(
        {"kind": "vendor_restriction", "act": "restriction", "provider": "other"}, {"kind": "vendor_restriction", "act": "reaction", "provider": "US", "iso3": "BRA", "date": "2018"},
        {"kind": "condition_or_sanction", "act": "restriction", "provider": "US", "about": "US", "iso3": "VEN"}, {"kind": "condition_or_sanction", "act": "restriction", "provider": "US", "about": "CN", "iso3": "CHL"},
        {"kind": "condition_or_sanction", "act": "restriction", "provider": "US", "about": "US", "iso3": "BRA"}, {"kind": "vendor_restriction", "act": "restriction", "iso3": "CHN"},
        {"kind": "vendor_restriction", "act": "measure", "date_basis": "inferred", "iso3": "CHL", "provider": "other"}, {"kind": "submarine_cable", "act": "restriction", "provider": "other", "iso3": "CHL"},
    )
    every = limits.limits(table, states)
    assert every["date"].isna().sum() == 1
    made = limits.dated_limits(every)
    assert made[["iso3", "group", "actor", "step"]].values.tolist() == [
        ["BRA", "suppliers", "us", "said"], ["ARG", "suppliers", "host", "barred"], ["CHL", "suppliers", "us", "barred"], ["CHL", "suppliers", "host", "barred"], ["VEN", "sanctions", "us", "barred"]]
    assert (limits.limit_rows(every, "suppliers"), limits.limit_rows(made, "suppliers", "us"), limits.limit_states(made, "sanctions"), limits.barred_states(made)) == (5, 2, 1, 2)


SEARCHES = pd.DataFrame({
    "iso3": ["ARG", "ARG", "ARG", "BRA", "BRA", "BRA", "CHL", "CHL", "CHL"], "provider": ["CN", "US", "EU"] * 3, "theme": "ai", "query": "words", "kept": [2, 1, 0, 3, 0, 0, 0, 0, 0],
})


def test_the_equal_search_tells_found_known_otherwise_and_none():
    table = engagement.found_by_state(events({"iso3": "CHL"}, {"iso3": "BRA", "act": "reaction"}), SEARCHES, STATES)
    answers = table.pivot(index="iso3", columns="party", values="answer")
    assert answers.loc["CHL"].to_dict() == {"CN": "rows only", "EU": "none", "US": "none"}
    assert answers.loc["ARG"].to_dict() == {"CN": "search", "EU": "none", "US": "search"}
    assert (engagement.states_found(table, "CN"), engagement.states_by_found(table, "CN"), engagement.states_by_found(table), engagement.states_by_found(table, "CN", "US")) == (2, 1, 1, 1)
    assert (engagement.pages_found(table, "CN"), engagement.queries_run(table, "US")) == (5, 3)
    tiles = engagement.tiles_found(table, STATES).set_index("iso3")["kind"]
    assert tiles.to_dict() == {"ARG": "both", "BRA": "china", "CHL": "none"}


def test_ranks_of_pages_and_readiness_carry_interval_and_power():
    names = [f"S{place:02d}" for place in range(12)]
    states = pd.DataFrame({"iso3": names, "name": names})
    searches = pd.DataFrame([{"iso3": name, "provider": party, "theme": "ai", "query": "q", "kept": (place ^ 1) if party == "CN" else -(place ^ 1)} for place, name in enumerate(names) for party in ("CN", "US", "EU")])
    readiness = pd.DataFrame({"scope": "state", "iso3": names, "total": range(12)})
    ilia = pd.DataFrame({"edition": [2025] * 6 + [2024], "iso3": [*names[:6], names[6]], "score": range(7)})
    table = engagement.found_by_state(events({"iso3": "ARG"}), searches, states)
    ranks = engagement.ranks(table, readiness, ilia)
    assert (engagement.rank_of(ranks, "readiness", "CN"), engagement.rank_of(ranks, "readiness", "US")) == (pytest.approx(1 - 6 * 12 / (12 * 143)), pytest.approx(6 * 12 / (12 * 143) - 1))
    assert engagement.rank_of(ranks, "ilia", "CN", "n") == 6
    assert engagement.rank_of(ranks, "readiness", "CN", "low") < 0.95 < engagement.rank_of(ranks, "readiness", "CN", "high") < 1
    people = pd.DataFrame({"iso3": names * 2, "year": [2019] * 12 + [2020] * 12, "population": [1.0] * 12 + [5, 3, 8, 1, 9, 2, 7, 4, 6, 12, 10, 11]})
    assert engagement.rank_given_people(table, readiness, people, "CN") > 0.9


def test_acts_are_counted_by_kind_of_publisher():
    sources = pd.DataFrame({"key": ["a-page", "b-page"], "publisher": ["paper", "state"]})
    publishers = pd.DataFrame({"key": ["paper", "state"], "kind": ["press", "official"]})
    table = events({}, {"source": "b-page"}, {"act": "finding"})
    assert (engagement.rows_by_publisher(table, sources, publishers, "CN"), engagement.rows_by_publisher(table, sources, publishers, "CN", "press")) == (2, 1)
