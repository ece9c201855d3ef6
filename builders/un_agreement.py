"""In what share of UN votes did each state vote as the United States did, and as China did?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "unga-ideal-points/unga_agreement_jun2024_lac_1990_2023.csv"


def build(raw: Path) -> pd.DataFrame:
    rows = common.only_states(common.read(raw / ROWS))
    common.require(
        rows["iso3"].nunique() == 33 and (rows["year"] == rows["session"] + 1945).all(),
        f"un_agreement: {ROWS} lacks a state or its year is not the session's first. Check the release (June 2024).",
    )
    table = rows[["iso3", "year", "USAgree", "ChinaAgree"]].rename(columns={"USAgree": "agree_usa", "ChinaAgree": "agree_chn"})
    common.require(table[["agree_usa", "agree_chn"]].stack().between(0, 1).all(), f"un_agreement: a share in {ROWS} is not between 0 and 1.")
    return table


if __name__ == "__main__":
    common.command(__file__, build)
