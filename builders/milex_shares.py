"""Which share of its output did each state spend on its military, and which part of the region's spending was that?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "sipri-milex/sipri_milex_lac_1949_2025.csv"
COMPARATORS = ("CHN", "RUS", "USA")
PERIODS = [(2000, 2004), (2005, 2009), (2010, 2014), (2015, 2019), (2020, 2024)]


def summary(rows: pd.DataFrame) -> pd.DataFrame:
    """What are each state's mean share of output and its part of the region's constant-dollar total?"""
    grouped = rows.groupby("iso3")
    region = grouped["usd2024_m"].sum(min_count=1).where(lambda spent: spent.index.isin(common.states()))
    return pd.DataFrame(
        {
            "years": grouped["share_gdp"].count(),
            "mean_share_gdp_pct": (100 * grouped["share_gdp"].mean()).round(2),
            "share_of_region_pct": (100 * region / region.sum()).round(1),
        }
    )


def build(raw: Path) -> pd.DataFrame:
    rows = common.only_states(common.read(raw / ROWS), also=COMPARATORS)
    common.require(len(rows) == 1587, f"milex_shares: {len(rows)} rows in {ROWS}, not 1587. Check the version (1.2).")
    parts = []
    for first, last in PERIODS:
        within = rows[rows["year"].between(first, last)]
        parts.append(summary(within).reset_index().assign(period=f"{first}-{last}"))
    table = pd.concat(parts, ignore_index=True)
    table = table[table["years"] > 0]
    off = (table.groupby("period")["share_of_region_pct"].sum() - 100).abs().max()
    common.require(off < 0.6, f"milex_shares: parts of the region miss 100 by {off:.1f}. Is a comparator counted in?")
    return table


if __name__ == "__main__":
    common.command(__file__, build)
