"""How many AI policy initiatives does OECD.AI list for each state, by year, type and bindingness?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "oecd-ai-policies/oecd_ai_policies_lac.csv"
COMPARATORS = ("CHN", "ESP", "USA")
KEY = ["iso3", "year", "policy_type", "binding_nature"]


def build(raw: Path) -> pd.DataFrame:
    rows = common.only_states(common.read(raw / ROWS), also=COMPARATORS)
    common.require(
        len(rows) == 307 and rows["entry_id"].is_unique,
        f"oecd_ai_policies: {len(rows)} entries in {ROWS}, not 307 different ones. Check the commit.",
    )
    return rows.groupby(KEY).size().rename("policies").reset_index()


if __name__ == "__main__":
    common.command(__file__, build)
