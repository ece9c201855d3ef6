"""How many submarine cables that land in the region did each supplier build, by decade?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "telegeography-submarine-cables/lac_cables.csv"
SUPPLIERS = {"ASN", "SubCom", "HMN Tech", "Xtera", "NEC", "Padtec", "Prysmian", "not stated"}


def landing(raw: Path) -> pd.DataFrame:
    """Which cables land in at least one of the 33 states: suppliers and decade, planned ones apart? Never published."""
    rows = common.read(raw / ROWS)
    common.require(len(rows) == 76, f"submarine_cables: {len(rows)} cables in {ROWS}, not 76. Check the version (November 11, 2022).")
    codes = rows["lac_iso3"].str.split(";").map(set)
    rows = rows[[not common.states().isdisjoint(found) for found in codes]]
    decade = (rows["rfs_year"] // 10 * 10).astype(str) + "s"
    return pd.DataFrame(
        {
            "supplier": rows["suppliers"].fillna("not stated").str.split("; "),
            "decade": decade.mask(rows["is_planned"] == 1, "planned"),
        }
    )


def build(raw: Path) -> pd.DataFrame:
    cables = landing(raw)
    in_decade = cables["decade"].value_counts()
    pairs = cables.explode("supplier")
    strange = set(pairs["supplier"]) - SUPPLIERS
    common.require(not strange, f"submarine_cables: unknown supplier {sorted(strange)} in {ROWS}. Add it to SUPPLIERS and the sidecar.")
    grid = pd.MultiIndex.from_product([sorted(SUPPLIERS), sorted(in_decade.index)], names=["supplier", "decade"])
    table = pairs.groupby(["supplier", "decade"]).size().reindex(grid, fill_value=0).rename("cables").reset_index()
    return table.assign(cables_in_decade=table["decade"].map(in_decade))


if __name__ == "__main__":
    common.command(__file__, build)
