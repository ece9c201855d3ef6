"""Are the figures of the AI infrastructure chapter pure, complete and drawable?"""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects
import pytest

from quietpush.figures import bars, dots, matrix, tiles
from quietpush.figures.base import marks
from quietpush.figures.caption import Caption
from quietpush.theme import MODES, resolve

CAPTION = Caption(title="Something was found", subtitle="Measure, unit, place, period", alt="What was found", sources=("events",))

CELLS = pd.DataFrame({
    "iso3": ["ARG", "ARG", "VCT"], "state": ["Argentina", "Argentina", "Saint Vincent and the Grenadines"], "supplier": ["Hikvision", "Local or other", "Other or unnamed Chinese"],
    "grade": ["lost", "installed", "announced"], "function": ["face", "video", "face and plate"], "confidence": ["high", "medium", "low"],
    "disputed": [False, True, False], "events": ["sc-001", "sc-002;sc-003", "sc-004"],
})
CLOUDS = pd.DataFrame({
    "origin": ["US", "US", "CN"], "provider": ["Oracle", "AWS", "Huawei Cloud"], "iso3": ["BRA", "CHL", "COL"], "state": ["Brazil", "Chile", "Colombia"],
    "operating_regions": [2, 0, 1], "other_regions": [1, 1, 0], "statuses": ["listed;operating", "announced", "operating"],
})
ORIGINS = pd.DataFrame({"origin": ["Local firm", "Chinese firm", "No supplier named"], "systems": [3, 1, 2]})
AUDITS = pd.DataFrame({
    "event": ["sc-020", "sn-061", "sc-096"], "system": ["El Alto", "Guayaquil", "Paraguay"], "supplier": ["China", "Not named", "Other"],
    "counts": ["working", "broken_pct", "working"], "working": [30, None, 811], "cameras": [710, None, 1641], "working_pct": [4.2, 27.0, 49.4],
})
TILES = pd.DataFrame({
    "iso3": ["ARG", "CUB"], "state": ["Argentina", "Cuba"], "tile_row": [9, 2], "tile_col": [3, 5], "chinese_vendor_status": ["present", "no_page"],
    "vendors_named": ["Huawei", None], "restriction_detail": [None, None], "confidence": ["high", None],
})
USE = pd.DataFrame({
    "iso3": ["CUB"] * 3, "state": ["Cuba"] * 3, "deepseek_band": [">25"] * 3, "deepseek": ["49%"] * 3, "shared_estimate": [False] * 3,
    "period": ["H1 2025", "H2 2025", "Q1 2026"], "users_pct": [5.7, 6.1, 6.7],
})
MADE = [
    (matrix.matrix_suppliers_by_state, CELLS), (matrix.matrix_cloud_regions_by_state, CLOUDS), (bars.bars_face_systems_by_origin, ORIGINS),
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
    assert sorted(cell_texts(matrix.matrix_suppliers_by_state(CELLS, CAPTION))) == ["F", "FP?", "V*"]


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
