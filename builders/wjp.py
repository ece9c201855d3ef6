"""How did people and experts rate the rule of law, privacy, order and the police in each state?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "wjp-rule-of-law/wjp_rol_lac_2013_2020.csv"
MEANS = "wjp-rule-of-law/wjp_rol_group_means_2013_2020.csv"
COLUMNS = {
    "rol_overall": "overall",
    "f4_fundamental_rights": "fundamental_rights",
    "f5_order_and_security": "order_and_security",
    "f8_criminal_justice": "criminal_justice",
    "s23_no_corruption_police_military": "clean_police_military",
    "s46_privacy": "privacy",
    "s51_crime_controlled": "crime_controlled",
    "s81_investigation_effective": "investigation_effective",
}


def build(raw: Path) -> pd.DataFrame:
    rows = common.only_states(common.read(raw / ROWS))
    means = common.read(raw / MEANS)
    published = means[means["group"] == "LAC in edition"].set_index("edition")
    found = rows.groupby("edition")[list(COLUMNS)].mean()
    gap = (found - published[list(COLUMNS)]).abs().max(axis=None)
    common.require(
        len(rows) == 171 and gap < 1e-3,
        f"wjp: {len(rows)} rows, not 171, or means {gap:.4f} off {MEANS}. Is a comparator counted in?",
    )
    return rows[["iso3", "edition", *COLUMNS]].rename(columns=COLUMNS)


if __name__ == "__main__":
    common.command(__file__, build)
