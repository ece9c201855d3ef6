"""How free was each state in each year, by Freedom House's ratings?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "freedom-house-fiw/fiw_ratings_lac_1972_2024.csv"
SCORES = "freedom-house-fiw/fiw_lac_2012_2024.csv"
FIRST_YEAR, LAST_YEAR = 2000, 2024


def build(raw: Path) -> pd.DataFrame:
    rows = common.only_states(common.read(raw / ROWS))
    rows = rows[rows["year"].between(FIRST_YEAR, LAST_YEAR)]
    common.require(len(rows) == 33 * 25, f"freedom: {len(rows)} rows, not 33 states times 25 years. Check {ROWS}.")
    both = rows.merge(common.read(raw / SCORES), on=["iso3", "year"], suffixes=("", "_scores"))
    differ = both[(both["pr"] != both["pr_scores"]) | (both["cl"] != both["cl_scores"]) | (both["status"] != both["status_scores"])]
    common.require(
        len(both) == 33 * 13 and differ.empty,
        f"freedom: {len(differ)} of {len(both)} rows differ from {SCORES}. Check that both are of the 2025 edition.",
    )
    names = {"pr": "political_rights", "cl": "civil_liberties"}
    return rows[["iso3", "year", "pr", "cl", "status"]].rename(columns=names)


if __name__ == "__main__":
    common.command(__file__, build)
