"""How many people were killed intentionally per 100,000 inhabitants, by state and year?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "wdi-homicide/homicide_unodc_wdi_lac_1990_2023.csv"


def build(raw: Path) -> pd.DataFrame:
    rows = common.only_states(common.read(raw / ROWS))
    rows = rows[rows["year"].between(2000, 2023)]
    common.require(rows["iso3"].nunique() == 33, f"homicide: {rows['iso3'].nunique()} states in {ROWS}, not 33. Check the file.")
    ecuador = rows.loc[(rows["iso3"] == "ECU") & (rows["year"] == 2023), "rate_per_100k"]
    common.require(
        len(ecuador) == 1 and abs(ecuador.iloc[0] - 45.7) < 0.5,
        f"homicide: Ecuador 2023 is {ecuador.tolist()}, not about 45.7. This must be the UNODC series, not a modeled one.",
    )
    return rows[["iso3", "year", "rate_per_100k"]].rename(columns={"rate_per_100k": "homicides_per_100k"})


if __name__ == "__main__":
    common.command(__file__, build)
