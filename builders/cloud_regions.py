"""Where in the region does each cloud provider list a region, and in what state is it?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "cloud-regions/lac_cloud_regions.csv"
STATUS = {
    "operating": "operating",
    "announced": "announced",
    "listed in SDK, not in the Jan 2026 list": "listed",
}
COLUMNS = ["provider", "origin", "region_code", "city", "iso3", "lon", "lat", "zones", "launch_year", "status", "note", "read_from", "source_url"]

# No page read says that this region was serving customers: an announcement of September 2025 and a later report of plans to expand it.
UNCONFIRMED = ("Alibaba Cloud", "São Paulo")
UNCONFIRMED_NOTE = (
    "Announced on September 24, 2025 (Reuters); a 2026 page speaks of expanding it and of a possible second site. "
    "No opening date and no region code were found, so it is not counted as operating."
)


def build(raw: Path) -> pd.DataFrame:
    rows = common.only_states(common.read(raw / ROWS)).rename(columns={"source": "read_from"})
    common.require(len(rows) == 27, f"cloud_regions: {len(rows)} rows in {ROWS}, not 27. Check the file.")
    rows["status"] = rows["status"].map(STATUS)
    common.require(rows["status"].notna().all(), f"cloud_regions: a status in {ROWS} is not in STATUS. Add the word and say what it means.")

    doubtful = (rows["provider"] == UNCONFIRMED[0]) & (rows["city"] == UNCONFIRMED[1])
    common.require(doubtful.sum() == 1, f"cloud_regions: {doubtful.sum()} rows match {UNCONFIRMED}, not 1. See the correction in the sidecar.")
    rows.loc[doubtful, ["status", "note"]] = ["unconfirmed", UNCONFIRMED_NOTE]
    rows.loc[doubtful, "launch_year"] = float("nan")

    undisclosed = rows["city"].str.contains("not disclosed")
    rows.loc[undisclosed, "city"] = float("nan")
    return rows[COLUMNS]


if __name__ == "__main__":
    common.command(__file__, build)
