"""What did Chinese official lenders and donors commit to each state, by year and kind of flow?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "aiddata-gcdf-v3/gcdf_v3_lac_country_year.csv"
WORLD = "aiddata-gcdf-v3/gcdf_v3_world_year_lac_vs_rest.csv"
FLOWS = {"oda_adj": "oda_usd2021", "oof_adj": "oof_usd2021", "vof_adj": "vague_usd2021"}


def whole_dollars(frame: pd.DataFrame, key: list[str]) -> pd.DataFrame:
    """What are the adjusted amounts in whole dollars? The total is the sum of the rounded flows, so rows add up."""
    table = frame[key + list(FLOWS)].rename(columns=FLOWS)
    flows = list(FLOWS.values())
    table[flows] = table[flows].round().astype("int64")
    return table.assign(commitments_usd2021=table[flows].sum(axis=1))


def build(raw: Path) -> pd.DataFrame:
    rows = common.only_states(common.read(raw / ROWS))
    common.require(
        len(rows) == 432 and rows["iso3"].nunique() == 29,
        f"china_commitments: {len(rows)} rows of {rows['iso3'].nunique()} states in {ROWS}, not 432 of 29. Check the edition (3.0).",
    )
    world = common.read(raw / WORLD)
    lac = world[world["group"].str.startswith("LAC")].set_index("year")["total_adj"]
    gap = rows.groupby("year")["total_adj"].sum().sub(lac, fill_value=0).abs().max()
    common.require(gap < 1, f"china_commitments: a year differs by {gap:.0f} dollars from {WORLD}. Use the _adj columns of both files.")
    return whole_dollars(rows, ["iso3", "year"])


if __name__ == "__main__":
    common.command(__file__, build)
