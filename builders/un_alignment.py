"""Where did each state stand in UN voting, and how far from the United States and from China?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "unga-ideal-points/unga_ideal_points_jul2025_lac_1990_2024.csv"
COMPARATORS = ("CHN", "ESP", "RUS", "USA")
COLUMNS = {"idealpointfp": "ideal_point", "idealpointfp_dist_usa": "distance_usa", "idealpointfp_dist_chn": "distance_chn"}


def build(raw: Path) -> pd.DataFrame:
    rows = common.only_states(common.read(raw / ROWS), also=COMPARATORS)
    table = rows[["iso3", "year", *COLUMNS]].rename(columns=COLUMNS)
    common.require(
        len(table) == 1290 and table["iso3"].nunique() == 37,
        f"un_alignment: {len(table)} rows of {table['iso3'].nunique()} countries in {ROWS}, not 1290 of 37. Check the release (July 2025).",
    )
    for code, column in (("USA", "distance_usa"), ("CHN", "distance_chn")):
        anchor = table[table["iso3"] == code].set_index("year")["ideal_point"]
        gap = ((table["ideal_point"] - table["year"].map(anchor)).abs() - table[column]).abs().max()
        common.require(gap < 1e-3, f"un_alignment: {column} differs by {gap:.4f} from the ideal points. Use idealpointfp for all three columns.")
    return table


if __name__ == "__main__":
    common.command(__file__, build)
