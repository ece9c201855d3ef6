"""Which security-related records did a search of AidData's pages turn up, and which may be added up?"""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from builders import common

ROWS = "aiddata-security-records/aiddata_security_records_lac_seen.csv"
# Money counted under another record, or a pledge: these amounts are never added.
NOT_ADDED = {39281: "counted_elsewhere", 88166: "counted_elsewhere", 91194: "counted_elsewhere", 52427: "pledge"}
NOT_SEEN = ["not seen", "not stated", "see v1.0.1 file"]
VERSION_1 = (
    "https://github.com/frankstevens1/china_devprojects_poverty/tree/988ea97c85bf850a7c11c31f62f323d75a6781a4/GeoCoded_China_Data"
)
FEATURE = "https://github.com/aiddata/gcdf-geospatial-data/blob/{}/latest/geojsons/{}.geojson"
COMMITS = {"59662": "0ed90518dddfef9a39acfe45716148b5700d478b", "70442": "31c4d9fdeb743cc7e66b078175c85124d3eab5d8"}
AMERICAN = {"centre": "center", "defence": "defense", "motorised": "motorized", "Defence": "Defense"}
NAMES = {
    "amount_const2021_usd": "amount_usd2021", "amount_nominal_as_stated": "amount_as_stated", "conflict_or_note": "note",
    "in_v3_index": "in_gcdf_v3", "sector_as_coded": "sector", "url": "source_url",
}
COLUMNS = [
    "record_id", "iso3", "commitment_year", "commitment_date", "category", "what", "sector", "flow_type", "flow_class", "funder", "status",
    "amount_usd2021", "amount_as_stated", "addable", "not_added_why", "in_gcdf_v3", "seen_in", "source_url", "note",
]


def address(cell: str) -> str:
    """At which page was the record read?"""
    feature = re.search(r"geojsons/(\d+)\.geojson", cell)
    return FEATURE.format(COMMITS[feature[1]], feature[1]) if feature else VERSION_1 if "folder" in cell else cell


def american(text: object) -> object:
    """How are our own words spelled?"""
    if isinstance(text, str):
        for british, word in AMERICAN.items():
            text = text.replace(british, word)
    return text


def build(raw: Path) -> pd.DataFrame:
    rows = common.only_states(common.read(raw / ROWS)).rename(columns=NAMES).replace(NOT_SEEN, None)
    common.require(
        len(rows) == 25 and set(NOT_ADDED) <= set(rows["record_id"]),
        f"security_records: {len(rows)} records in {ROWS}, not 25, or one of {sorted(NOT_ADDED)} is missing. Check the file.",
    )
    # AidData writes January 1 where it knows the year only.
    rows["commitment_date"] = rows["commitment_date"].str.replace(r"-01-01$", "", regex=True)
    rows["source_url"] = rows["source_url"].map(address)
    rows["not_added_why"] = rows["record_id"].map(NOT_ADDED)
    rows["addable"] = rows["not_added_why"].isna() & rows["amount_usd2021"].notna()
    for column in ("what", "note", "category"):
        rows[column] = rows[column].map(american)
    return rows[COLUMNS]


if __name__ == "__main__":
    common.command(__file__, build)
