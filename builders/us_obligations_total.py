"""What did the US obligate in each state in all, by fiscal year, up to 2022?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "us-foreignassistance-country/fa_lac_country_year.csv"
GREENBOOK = "us-greenbook/greenbook_lac_1946_2020.csv"
FIRST_YEAR, LAST_YEAR = 2000, 2022  # FY2023 is partial and FY2024 holds requests only


def build(raw: Path) -> pd.DataFrame:
    rows = common.read(raw / ROWS)
    rows = rows[rows["Transaction Type Name"] == "Obligations"]
    rows = rows[pd.to_numeric(rows["Fiscal Year"], errors="coerce").between(FIRST_YEAR, LAST_YEAR)]
    rows = common.only_states(rows, column="Country Code")
    names = {
        "Country Code": "iso3",
        "Fiscal Year": "fiscal_year",
        "current_amount": "obligations_usd_current",
        "constant_amount": "obligations_usd2021",
    }
    table = rows[list(names)].rename(columns=names).astype({"fiscal_year": int})

    older = common.only_states(common.read(raw / GREENBOOK))
    older = older.loc[older["fiscal_year"].between(2005, 2020), "usd_current"].sum()
    mine = table.loc[table["fiscal_year"].between(2005, 2020), "obligations_usd_current"].sum()
    common.require(
        abs(mine / older - 1) < 0.01,
        f"us_obligations_total: FY2005-2020 is {mine / 1e9:.2f} billion, the Greenbook has {older / 1e9:.2f}. Check the filters.",
    )
    return table


if __name__ == "__main__":
    common.command(__file__, build)
