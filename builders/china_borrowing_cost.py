"""What interest does China's recorded official lending carry, state by state?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "aiddata-gcdf-v3/gcdf_country_commitments.csv"
DEPENDENT = {"CUW", "SXM"}  # listed under the region, not among the 33 states


def build(raw: Path) -> pd.DataFrame:
    rows = common.read(raw / ROWS)
    common.require(
        len(rows) == 145 and rows["iso3c"].is_unique,
        f"china_borrowing_cost: {len(rows)} borrowers in {ROWS}, not 145 different ones. Check the edition (3.0).",
    )
    region = rows["iso3c"].isin(common.states())
    listed = rows["region_name"].eq("Latin America & Caribbean")
    common.require(
        set(rows.loc[region != listed, "iso3c"]) == DEPENDENT,
        f"china_borrowing_cost: {ROWS} and data/states.csv differ on the region by {sorted(rows.loc[region != listed, 'iso3c'])}. Check DEPENDENT.",
    )
    return pd.DataFrame({
        "borrower": rows["iso3c"],
        "name": rows["country_name"],
        "iso3": rows["iso3c"].where(region),
        "group": region.map({True: "lac", False: "rest"}),
        "unadjusted_usd2021": (rows["total_commitments_bn"] * 1e9).round().astype("int64"),
        "interest_pct": rows["weighted_interest_rate"].round(4),
    })


if __name__ == "__main__":
    common.command(__file__, build)
