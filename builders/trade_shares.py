"""Of what each state reported to trade with China and the United States together, which share was with China?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "un-comtrade-lac-china-us/comtrade_lac_trade_with_china_us.csv"
FIRST_YEAR, LAST_YEAR = 2014, 2023  # the years for which reports on both partners were read
FLOWS = {"total": ["exports_to", "imports_from"], "exports": ["exports_to"], "imports": ["imports_from"]}


def flows(raw: Path) -> pd.DataFrame:
    """What did each state report by year, partner and direction, where both partners stand in both directions? Never published."""
    rows = common.only_states(common.read(raw / ROWS))
    rows = rows[rows["year"].between(FIRST_YEAR, LAST_YEAR)]
    wide = rows.pivot(index=["iso3", "year"], columns=["flow", "partner"], values="usd").dropna()
    common.require(len(wide) == 283, f"trade_shares: {len(wide)} state-years with all four flows in {ROWS}, not 283. Check the file.")
    return wide


def shares(wide: pd.DataFrame) -> pd.DataFrame:
    """What percent of each sum was with China?"""
    parts = {}
    for name, directions in FLOWS.items():
        china, both = (sum(wide[way, partner] for way in directions) for partner in ("China", "United States"))
        parts[f"china_share_{name}_pct"] = (100 * china / (china + both)).round(2)
    return pd.DataFrame(parts)


def build(raw: Path) -> pd.DataFrame:
    wide = flows(raw)
    years = wide.groupby("year").size()
    always = wide.groupby("iso3").size().loc[lambda n: n == LAST_YEAR - FIRST_YEAR + 1].index
    steady = wide[wide.index.get_level_values("iso3").isin(always)]
    states = shares(wide).reset_index().assign(scope="state")
    region = shares(wide.groupby("year").sum()).reset_index().assign(scope="all_reporters")
    same = shares(steady.groupby("year").sum()).reset_index().assign(scope="constant_reporters")
    table = pd.concat([states, region, same], ignore_index=True)
    table["reporters"] = table["year"].map(years).mask(table["scope"] == "constant_reporters", len(always))
    return table


if __name__ == "__main__":
    common.command(__file__, build)
