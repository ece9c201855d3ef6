"""Which share of China's large deals in the region was in technology, and which in other sectors?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

FILES = {
    "investment": "aei-cgit/cgit_investments_lac_2005_2025h1.csv",
    "construction": "aei-cgit/cgit_construction_lac_2005_2020.csv",
}
DEALS = {"investment": 230, "construction": 133}
PERIODS = {
    "investment": [(2005, 2009), (2010, 2014), (2015, 2019), (2020, 2025), (2005, 2025)],
    "construction": [(2005, 2009), (2010, 2014), (2015, 2020), (2005, 2020)],
}
NAMED = {
    "Technology": "technology", "Energy": "energy", "Metals": "metals", "Transport": "transport", "Agriculture": "agriculture",
    "Utilities": "utilities", "Real estate": "real_estate",
}
GROUPS = [*NAMED.values(), "other"]


def shares(deals: pd.DataFrame) -> pd.DataFrame:
    """How many deals fell in each group of sectors, and what percent of number and of value is that?"""
    grouped = deals.groupby(deals["Sector"].map(NAMED).fillna("other"))["musd"].agg(["size", "sum"]).reindex(GROUPS, fill_value=0)
    total = grouped.sum()
    return pd.DataFrame(
        {
            "deals": grouped["size"],
            "deals_in_period": int(total["size"]),
            "share_of_deals_pct": (100 * grouped["size"] / total["size"]).round(1),
            "share_of_value_pct": (100 * grouped["sum"] / total["sum"]).round(1),
        }
    )


def build(raw: Path) -> pd.DataFrame:
    parts = []
    for kind, file in FILES.items():
        rows = common.only_states(common.read(raw / file))
        common.require(len(rows) == DEALS[kind], f"technology_deals: {len(rows)} rows of the 33 states in {file}, not {DEALS[kind]}. Check the edition.")
        for first, last in PERIODS[kind]:
            part = shares(rows[rows["Year"].between(first, last)]).rename_axis("sector_group").reset_index()
            parts.append(part.assign(kind=kind, period=f"{first}-{last}"))
    return pd.concat(parts, ignore_index=True)


if __name__ == "__main__":
    common.command(__file__, build)
