"""Are the figures of the AI infrastructure chapter pure, complete and drawable?"""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects
import pytest

from quietpush.figures import bars, dots, matrix, tiles, timelines
from quietpush.figures.base import marks
from quietpush.figures.caption import Caption
from quietpush.theme import MODES, resolve

CAPTION = Caption(title="Something was found", subtitle="Measure, unit, place, period", alt="What was found", sources=("events",))

CELLS = pd.DataFrame({
    "iso3": ["ARG", "ARG", "VCT"], "state": ["Argentina", "Argentina", "Saint Vincent and the Grenadines"], "supplier": ["Hikvision", "Local or other", "Other or unnamed Chinese"],
    "grade": ["lost", "installed", "announced"], "function": ["face", "video", "face and plate"], "confidence": ["high", "medium", "low"],
    "several": [True, False, False], "disputed": [False, True, False], "events": ["sc-001", "sc-002;sc-003", "sc-004"],
})
CLOUDS = pd.DataFrame({
    "origin": ["US", "US", "CN"], "provider": ["Oracle", "AWS", "Huawei Cloud"], "iso3": ["BRA", "CHL", "COL"], "state": ["Brazil", "Chile", "Colombia"],
    "operating_regions": [2, 0, 1], "other_regions": [1, 1, 0], "statuses": ["listed;operating", "announced", "operating"], "first_year": [None, 2011, 2019],
})
AUDITS = pd.DataFrame({
    "event": ["sc-020", "sn-061", "sc-096"], "system": ["El Alto", "Guayaquil", "Paraguay"], "supplier": ["China", "Not named", "Other"],
    "counts": ["working", "broken_pct", "working"], "working": [30, None, 811], "cameras": [710, None, 1641], "working_pct": [4.2, 27.0, 49.4],
})
TILES = pd.DataFrame({
    "iso3": ["ARG", "CUB"], "state": ["Argentina", "Cuba"], "tile_row": [9, 2], "tile_col": [3, 5], "first_5g_year": [2021, None], "chinese_vendor_status": ["present", "no_page"],
    "vendors_named": ["Huawei", None], "restriction_detail": [None, None], "confidence": ["high", None],
})
USE = pd.DataFrame({
    "iso3": ["CUB"] * 3, "state": ["Cuba"] * 3, "deepseek_band": [">25"] * 3, "deepseek": ["49%"] * 3, "shared_estimate": [False] * 3,
    "period": ["H1 2025", "H2 2025", "Q1 2026"], "users_pct": [5.7, 6.1, 6.7],
})
CABLES = pd.DataFrame({"decade": ["2010s", "1990s", "planned"], "supplier": ["HMN Tech (China)", "SubCom (US)", "Not stated"], "cables": [3, 4, 1]})
FOUND = pd.DataFrame({
    "iso3": ["ARG", "PAN", "HTI", "CUB"], "state": ["Argentina", "Panama", "Haiti", "Cuba"], "tile_row": [9, 4, 2, 2], "tile_col": [3, 3, 6, 5],
    "china": ["search", "rows only", "none", "search"], "us": ["search", "search", "none", "none"], "eu": ["none", "none", "none", "none"], "kind": ["both", "west", "none", "china"],
})
LIMITS = pd.DataFrame({
    "event": ["ai-046", "ai-020", "bl-104"], "iso3": ["CRI", "JAM", "VEN"], "state": ["Costa Rica", "Jamaica", "Venezuela"], "group": ["suppliers", "suppliers", "sanctions"],
    "date": ["2023-08-25", "2020-10", "2021"], "actor": ["host", "us", "us"], "step": ["barred", "said", "barred"], "what": ["A decree", "A warning", "A list"], "confidence": ["high", "low", "high"],
})
RANKS = pd.DataFrame({
    "index": ["readiness", "readiness", "ilia", "privacy"], "party": ["CN", "US", "EU", "CN"], "n": [33, 33, 19, 30], "rho": [0.5, 0.6, 0.4, -0.1],
    "low": [0.1, 0.3, -0.1, -0.5], "high": [0.7, 0.8, 0.7, 0.3], "p": [0.01, 0.001, 0.1, 0.3], "smallest": [0.47, 0.47, 0.6, 0.5],
})
MADE = [
    (bars.stacks_cables_by_decade, CABLES), (tiles.tiles_ai_acts_by_party, FOUND), (timelines.timelines_limits_by_state, LIMITS), (dots.dots_rank_correlations_by_party, RANKS),
    (matrix.matrix_suppliers_by_state, CELLS), (matrix.matrix_cloud_regions_by_state, CLOUDS),
    (bars.bars_cameras_working_by_system, AUDITS), (tiles.tiles_five_g_by_status, TILES), (dots.dots_ai_use_by_state, USE),
]


@pytest.mark.parametrize(("form", "frame"), MADE, ids=[form.__name__ for form, _ in MADE])
def test_a_figure_is_pure_complete_and_drawable(form, frame):
    before = frame.copy(deep=True)
    made = form(frame, CAPTION)
    pd.testing.assert_frame_equal(frame, before)
    assert made.name == form.__name__.replace("_", "-")
    assert marks(made) == len(made.rows) == len(frame)
    for mode in MODES:
        plotly.graph_objects.Figure(resolve(made.spec, mode))


def cell_texts(made) -> list[str]:
    return [text for trace in made.spec["data"] for text in trace.get("text", [])]


def test_cells_tell_function_dispute_and_weak_sources():
    assert sorted(cell_texts(matrix.matrix_suppliers_by_state(CELLS, CAPTION))) == ["F+", "FP?", "V*"]


def test_all_supplier_columns_stand_even_where_empty():
    axis = matrix.matrix_suppliers_by_state(CELLS, CAPTION).spec["layout"]["xaxis"]
    assert len(axis["categoryarray"]) == 7


def test_regions_in_operation_and_others_are_told_apart():
    assert sorted(cell_texts(matrix.matrix_cloud_regions_by_state(CLOUDS, CAPTION))) == ["+1", "1", "2+1"]


def test_marks_without_a_name_have_no_entry_in_the_key():
    made = matrix.matrix_suppliers_by_state(CELLS, CAPTION)
    assert all("name" in trace for trace in made.spec["data"] if trace["showlegend"])


def test_bars_write_the_counts_under_the_system():
    labels = [label for trace in bars.bars_cameras_working_by_system(AUDITS, CAPTION).spec["data"] if trace["type"] == "bar" for label in trace["y"]]
    assert labels == ["El Alto<br>(30 of 710)", "Guayaquil", "Paraguay<br>(811 of 1,641)"]


def test_a_provider_s_first_known_year_stands_beside_it():
    axis = matrix.matrix_cloud_regions_by_state(CLOUDS, CAPTION).spec["layout"]["yaxis"]
    assert axis["categoryarray"] == ["Oracle", "AWS,<br>2011", "Huawei Cloud,<br>2019"]


def test_tiles_tell_the_year_of_service_and_the_parties_found():
    assert set(cell_texts(tiles.tiles_five_g_by_status(TILES, CAPTION))) == {"ARG<br>’21", "CUB"}
    assert sorted(cell_texts(tiles.tiles_ai_acts_by_party(FOUND, CAPTION))) == ["ARG<br>CU", "CUB<br>C", "HTI", "PAN<br>cU"]


def test_decades_of_cables_stand_in_order_whatever_the_rows_say():
    assert bars.stacks_cables_by_decade(CABLES, CAPTION).spec["layout"]["yaxis"]["categoryarray"] == ["1990s", "2010s", "Planned"]


def test_sanctions_stand_in_rows_of_their_own_and_weak_rows_are_open():
    spec = timelines.timelines_limits_by_state(LIMITS, CAPTION).spec
    assert [note["text"] for note in spec["layout"]["annotations"]] == ["Costa Rica", "Jamaica", "Venezuela: US sanctions"]
    assert spec["data"][0]["marker"]["symbol"] == ["x", "circle-open", "x"]


def test_intervals_below_zero_have_room_on_the_axis():
    low, high = dots.dots_rank_correlations_by_party(RANKS, CAPTION).spec["layout"]["xaxis"]["range"]
    assert low < -0.5 and high > 0.8


def test_marks_of_near_dates_stand_on_levels_and_push_the_next_row_down():
    frame = pd.concat([LIMITS, LIMITS.iloc[[0]].assign(date="2023-09-10", actor="china")], ignore_index=True).sort_values("state", kind="stable").reset_index(drop=True)
    y = timelines.timelines_limits_by_state(frame, CAPTION).spec["data"][0]["y"]
    assert y[:2] == [0, pytest.approx(timelines.LEVEL)]
    assert y[2:] == [pytest.approx(1 + timelines.LEVEL), pytest.approx(2 + timelines.LEVEL)]
