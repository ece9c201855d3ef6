"""How democratic, free and lawful was each state in each year, by V-Dem's codings?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "vdem-v14/vdem_v14_lac_2000_2023.csv"
MEANS = "vdem-v14/vdem_v14_group_means_2000_2023.csv"
COMPARATORS = ("CHN", "ESP", "USA")
COLUMNS = {
    "v2x_regime": "regime",
    "v2x_libdem": "libdem",
    "v2x_polyarchy": "polyarchy",
    "v2x_civlib": "civlib",
    "v2x_freexp_altinf": "expression",
    "v2x_rule": "rule_of_law",
    "v2x_corr": "corruption",
}


def build(raw: Path) -> pd.DataFrame:
    rows = common.only_states(common.read(raw / ROWS), also=COMPARATORS)
    region = common.only_states(rows)
    common.require(
        len(rows) == 672 and region["iso3"].nunique() == 25,
        f"regimes: {len(rows)} rows and {region['iso3'].nunique()} states in {ROWS}, not 672 and 25. Check the version (14).",
    )
    means = common.read(raw / MEANS)
    published = means[means["group"].str.startswith("LAC")].set_index("year")["v2x_libdem"]
    gap = (region.groupby("year")["v2x_libdem"].mean() - published).abs().max()
    common.require(gap < 1e-3, f"regimes: the mean of the region differs by {gap:.4f} from {MEANS}. Is a comparator counted in?")
    return rows[["iso3", "year", *COLUMNS]].rename(columns=COLUMNS)


if __name__ == "__main__":
    common.command(__file__, build)
