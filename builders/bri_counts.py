"""How many states of each world region joined the Belt and Road in each year?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

COUNTS = "bri-mou-dates/bri_mou_counts_by_region_year.csv"
ROWS = "bri-mou-dates/bri_mou_lac.csv"
REGION = "Latin America & Caribbean"
NAMES = {"year_0_is_unknown": "year", "n_joined": "joined"}


def build(raw: Path) -> pd.DataFrame:
    counts = common.read(raw / COUNTS).rename(columns=NAMES)
    joined = common.only_states(common.read(raw / ROWS))["likely_date_of_joining"].dropna()
    own = counts[counts["region"] == REGION].set_index("year")["joined"]
    found = joined.str[:4].astype(int).value_counts()
    common.require(
        counts["joined"].sum() == 151 and found.sort_index().to_dict() == own.sort_index().to_dict(),
        f"bri_counts: {COUNTS} does not add to 151 states, or differs from {ROWS} for {REGION}. Check the list (December 2023).",
    )
    return counts.assign(year=counts["year"].astype("Int64").mask(counts["year"] == 0))


if __name__ == "__main__":
    common.command(__file__, build)
