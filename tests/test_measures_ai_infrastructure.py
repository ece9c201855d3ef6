"""Do the measures of the AI infrastructure chapter give known answers on hand-made frames?"""

from __future__ import annotations

import pandas as pd
import pytest

from quietpush.measures import compute, suppliers

STATES = pd.DataFrame({"iso3": ["ARG", "BRA", "CHL"], "name": ["Argentina", "Brazil", "Chile"], "tile_row": [3, 2, 3], "tile_col": [2, 3, 1]})
COLUMNS = ["id", "origin", "iso3", "kind", "provider", "provider_actor", "what", "status", "counted", "quantity", "quantity_unit", "confidence", "notes"]


def events(*rows: dict) -> pd.DataFrame:
    """Rows of events with the cells that matter here; the rest is a counted, well-sourced safe-city row."""
    usual = {
        "origin": "safe_city", "iso3": "ARG", "kind": "city_surveillance", "provider": "CN", "provider_actor": "ZTE", "what": "City bought cameras",
        "status": "signed", "counted": True, "confidence": "high",
    }
    return pd.DataFrame([usual | {"id": f"sc-{place:03d}"} | row for place, row in enumerate(rows)], columns=COLUMNS)


def cell(table: pd.DataFrame, supplier: str) -> dict:
    return suppliers.supplier_cells(table, STATES).set_index("supplier").loc[supplier].to_dict()


def test_the_best_grade_holds_and_names_its_own_function():
    table = events({"status": "operating"}, {"status": "announced", "what": "Firm offers face recognition cameras"})
    assert cell(table, "ZTE")["grade"] == "operating"
    assert cell(table, "ZTE")["function"] == "video"  # the face recognition was only offered


def test_a_contested_system_that_never_ran_is_lost():
    table = events({"status": "completed"}, {"status": "contested", "kind": "facial_recognition"})
    assert cell(table, "ZTE")["grade"] == "lost"
    assert cell(table, "ZTE")["function"] == "face"


def test_a_dispute_marks_a_cell_and_grades_nothing():
    table = events({"status": "completed"}, {"kind": "replacement", "provider": "US", "provider_actor": "Embassy", "what": "US replaces ZTE gear", "status": "announced"})
    made = cell(table, "ZTE")
    assert (made["grade"], made["disputed"], made["events"]) == ("installed", True, "sc-000;sc-001")
    alone = events({}, {"iso3": "BRA", "kind": "audit_or_failure"})
    assert set(suppliers.supplier_cells(alone, STATES)["iso3"]) == {"ARG"}


def test_rows_of_several_makers_stand_in_each_column_and_unnamed_ones_apart():
    table = events({"provider_actor": "Hikvision; Dahua"}, {"provider_actor": "Embassy of China"}, {"provider": "other", "provider_actor": "Telmex"}, {"provider": None, "provider_actor": None})
    assert list(suppliers.supplier_cells(table, STATES)["supplier"]) == ["Hikvision", "Dahua", suppliers.UNNAMED, suppliers.OTHERS]


@pytest.mark.parametrize("row", [
    {"counted": False}, {"iso3": None}, {"kind": "telecom_network"}, {"provider_actor": "Chinese business community"},
    {"kind": "equipment_donation", "what": "Thermal imaging sets"}, {"origin": "ai", "kind": "surveillance_ai"},
])
def test_rows_that_report_no_camera_system_are_left_out(row):
    assert suppliers.system_rows(events(row)).empty


def test_states_are_counted_by_maker_grade_and_function():
    table = events(
        {"provider_actor": "Hikvision", "status": "operating", "kind": "facial_recognition"}, {"iso3": "BRA", "provider_actor": "Dahua", "what": "Cameras that read plates"},
        {"iso3": "CHL", "provider": "other", "provider_actor": "Firm", "status": "operating"},
    )
    cells = suppliers.supplier_cells(table, STATES)
    assert suppliers.vendor_states(cells, ("Hikvision", "Dahua")) == 2
    assert suppliers.vendor_states(cells, suppliers.CHINESE, "operating") == 1
    assert (suppliers.function_states(table, "face"), suppliers.function_states(table, "plate")) == (1, 1)
    assert suppliers.states_naming(table, ("Hikvision", "Dahua"), ("ARG", "CHL")) == 1


def test_reports_are_counted_once_and_disputes_not_at_all():
    table = events({"provider_actor": "Hikvision; Dahua"}, {"provider": None, "provider_actor": None}, {"kind": "audit_or_failure"})
    assert suppliers.system_events(table) == 1


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
        "sc-096": (5, "cameras of 10", "other"), "sc-056": (6, "cameras working of 8", "other"), "sc-059": (40, "cameras of 100", "other"), "sc-032": (9, "cameras of 10", "CN"),
    }
    table = events(*({"id": id, "quantity": quantity, "quantity_unit": unit, "provider": provider} for id, (quantity, unit, provider) in made.items()))
    audits = suppliers.camera_audits(table).set_index("event")
    assert audits["working_pct"].to_dict() == {"sc-010": 0, "sc-020": 25, "sn-061": 27, "sc-096": 50, "sc-059": 60, "sc-056": 75, "sc-032": 90}
    assert audits["supplier"].to_dict()["sn-061"] == "Not named"
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
    })
    cells = compute.cloud_cells(regions, STATES)
    assert cells[["provider", "state", "operating_regions", "other_regions"]].values.tolist() == [["AWS", "Brazil", 1, 1], ["Huawei Cloud", "Chile", 1, 0]]
    assert (compute.regions_operating(regions), compute.regions_operating(regions, "US"), compute.regions_operating(regions, provider="Huawei Cloud")) == (2, 1, 1)
    assert compute.states_with_regions(regions, "US") == 1


def test_states_without_a_5g_page_are_kept_as_such():
    five_g = pd.DataFrame({"iso3": ["ARG"], "chinese_vendor_status": ["present"], "vendors_named": ["Huawei"], "restriction_detail": [None], "confidence": ["high"]})
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
