"""How well was each population protected from violence by its state?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "human-rights-protection/hrp_fariss_lac_1990_2019.csv"
FIRST_YEAR, LAST_YEAR = 2000, 2019


def build(raw: Path) -> pd.DataFrame:
    rows = common.only_states(common.read(raw / ROWS))
    rows = rows[rows["year"].between(FIRST_YEAR, LAST_YEAR)]
    common.require(len(rows) == 33 * 20, f"rights_protection: {len(rows)} rows, not 33 states times 20 years. Check {ROWS}.")
    return rows[["iso3", "year", "human_rights_protection"]].rename(columns={"human_rights_protection": "protection"})


if __name__ == "__main__":
    common.command(__file__, build)
