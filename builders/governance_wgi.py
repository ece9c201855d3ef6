"""How did the World Bank's six governance indicators stand in each state, and how sure is each estimate?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "wgi/wgi_six_dimensions_lac_1996_2019.csv"
LATER = "wgi/wgi_voice_accountability_lac_1996_2023.csv"
FIRST_YEAR = 2000
COLUMNS = {
    "VoiceandAccountability": "voice_accountability",
    "PoliticalStability": "political_stability",
    "GovernmentEffectiveness": "government_effectiveness",
    "RegulatoryQuality": "regulatory_quality",
    "RuleofLaw": "rule_of_law",
    "ControlofCorruption": "control_of_corruption",
}


def check_voice(table: pd.DataFrame, later: pd.DataFrame) -> None:
    """Does the later release say nearly the same about voice and accountability?"""
    both = table.merge(later, on=["iso3", "year"])
    gap = (both["voice_accountability"] - both["Estimate"]).abs().max()
    common.require(len(both) == len(table) and gap < 0.1, f"governance_wgi: voice_accountability is up to {gap:.2f} off {LATER}. Check both files.")


def build(raw: Path) -> pd.DataFrame:
    rows = common.only_states(common.read(raw / ROWS))
    rows = rows[rows["year"] >= FIRST_YEAR].assign(indicator=lambda r: r["indicator"].map(COLUMNS))
    common.require(rows["indicator"].notna().all(), f"governance_wgi: {ROWS} holds an indicator that is not in COLUMNS. Name it.")
    wide = rows.pivot(index=["iso3", "year"], columns="indicator", values=["estimate", "std_err"])
    common.require(len(wide) == 33 * 19, f"governance_wgi: {len(wide)} rows, not 33 states times 19 years. Check {ROWS}.")
    wide.columns = [name if kind == "estimate" else f"{name}_se" for kind, name in wide.columns]
    table = wide.reset_index()
    check_voice(table, common.read(raw / LATER))
    return table


if __name__ == "__main__":
    common.command(__file__, build)
