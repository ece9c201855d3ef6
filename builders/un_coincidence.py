"""How often did each state vote with the United States at the UN, by the State Department's own count?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "us-state-un-voting-coincidence/un_coincidence_with_us_lac_2018_2023.csv"
COLUMNS = ["votes_same", "votes_opposite", "votes_partial_or_abstain", "votes_absent", "coincidence"]


def build(raw: Path) -> pd.DataFrame:
    rows = common.only_states(common.read(raw / ROWS), also=("CHN",))
    common.require(len(rows) == 34 * 6, f"un_coincidence: {len(rows)} rows, not 33 states and China times 6 years. Check {ROWS}.")
    off = (rows["coincidence"] - rows["coincidence_recomputed"]).abs() > 0.02
    common.require(off.sum() == 15, f"un_coincidence: {off.sum()} rows differ from the votes by more than 0.02, not 15. Check {ROWS}.")
    # The report prints 0.5 for a state that cast no vote; that is no coincidence.
    voted = rows[COLUMNS[:3]].sum(axis="columns") > 0
    return rows.assign(coincidence=rows["coincidence"].where(voted))[["iso3", "year", *COLUMNS]]


if __name__ == "__main__":
    common.command(__file__, build)
