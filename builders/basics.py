"""How many people, how large an economy and how many internet users did each state have?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "gapminder-basics/basics_lac_2000_2025.csv"


def build(raw: Path) -> pd.DataFrame:
    rows = common.only_states(common.read(raw / ROWS))
    common.require(len(rows) == 33 * 26, f"basics: {len(rows)} rows in {ROWS}, not 33 states times 26 years. Check the file.")
    per_head = (rows["gdp_const_usd"] / rows["population"] / rows["gdp_pc_const_usd"] - 1).abs().median()
    common.require(per_head < 0.05, f"basics: GDP over population is {per_head:.0%} off the file's own GDP per head. Check the units.")
    return pd.DataFrame(
        {
            "iso3": rows["iso3"],
            "year": rows["year"],
            "population": rows["population"],
            "gdp_usd2015": rows["gdp_const_usd"].round(),
            "internet_users_pct": rows["internet_users_pct"],
        }
    )


if __name__ == "__main__":
    common.command(__file__, build)
