"""How many records of Chinese official finance does AidData hold for each state and year, and how many have a place?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import adm1_projects, common

ROWS = "aiddata-gcdf-v3/gcdf_v3_lac_record_index.csv"
COUNTS = "aiddata-gcdf-v3/gcdf_v3_world_record_counts.csv"


def build(raw: Path) -> pd.DataFrame:
    index = common.only_states(common.read(raw / ROWS))
    common.require(
        len(index) == 2812 and index["record_id"].is_unique,
        f"china_finance_records: {len(index)} records of the 33 states in {ROWS}, not 2812 different ones. Check the edition (3.0).",
    )
    found = index.groupby(["iso3", "commitment_year"]).size()
    listed = common.only_states(common.read(raw / COUNTS)).set_index(["iso3", "commitment_year"])["records"]
    gap = found.sub(listed, fill_value=0)
    common.require((gap == 0).all(), f"china_finance_records: counts differ from {COUNTS} for {gap[gap != 0].index.tolist()}.")
    has_place = index["record_id"].isin(adm1_projects.own_places(raw / adm1_projects.ADM1)["id"])
    placed = index[has_place].groupby(["iso3", "commitment_year"]).size().reindex(found.index, fill_value=0)
    return pd.DataFrame({"records": found, "placed": placed}).rename_axis(["iso3", "year"]).reset_index()


if __name__ == "__main__":
    common.command(__file__, build)
