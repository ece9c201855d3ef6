"""What did the US obligate in each state, by fiscal year and account?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "us-greenbook/greenbook_lac_1946_2020.csv"
BUCKETS = "us-greenbook/greenbook_lac_security_buckets_2000_2020.csv"
FIRST_YEAR, LAST_YEAR = 2000, 2020

REGION_LINES = {
    "Caribbean (not specified)": "caribbean",
    "Central America (not specified)": "central_america",
    "Latin America & Caribbean (not specified)": "latin_america_caribbean",
}
# The publication row decides, not the agency: it is how USAID itself groups the lines.
ACCOUNT_OF_ROW = {
    "Drug Interdiction and Counter-Drug": "dod_counterdrug",
    "Foreign Military Financing": "fmf",
    "International Military Education and Training": "imet",
    "Nonproliferation, Anti-Terrorism, Demining & Related": "nadr",
}
NARCOTICS = {
    "International Narcotics Control and Law Enforcement": "incle",
    "Andean Counterdrug Initiative, Department of State": "andean",
}
BUCKET_OF_ACCOUNT = {
    "incle": "State police and counter-narcotics",
    "andean": "State police and counter-narcotics",
    "dod_counterdrug": "DoD counter-drug",
    "fmf": "Foreign Military Financing",
    "imet": "Military education and training",
    "nadr": "Nonproliferation, anti-terrorism",
    "other_military": "Other military",
    "economic_other": "Economic and other",
}
AMOUNTS = ["usd_current", "usd_const2020"]


def account(row: pd.Series) -> str:
    """To which of the eight accounts does a Greenbook line belong?"""
    if row["publication_row"] == "Narcotics Control":
        return NARCOTICS[row["account"]]
    other = "other_military" if row["category"] == "Military" else "economic_other"
    return ACCOUNT_OF_ROW.get(row["publication_row"], other)


def check_buckets(lines: pd.DataFrame, buckets: pd.DataFrame) -> None:
    """Do the accounts sum to the separate buckets file, country by country and year by year?"""
    names = {name: next(b for b in buckets["bucket"].unique() if b.startswith(name)) for name in BUCKET_OF_ACCOUNT.values()}
    mine = lines.assign(bucket=lines["account"].map(BUCKET_OF_ACCOUNT).map(names))
    key = ["country", "fiscal_year", "bucket"]
    gap = mine.groupby(key)[AMOUNTS].sum().sub(buckets.set_index(key)[AMOUNTS], fill_value=0)
    wrong = gap[(gap != 0).any(axis=1)]
    common.require(
        wrong.empty,
        f"us_obligations: {len(wrong)} sums differ from {BUCKETS}, first {wrong.head(1).to_dict('index')}. Check ACCOUNT_OF_ROW.",
    )


def build(raw: Path) -> pd.DataFrame:
    lines = common.read(raw / ROWS)
    lines = lines[lines["fiscal_year"].between(FIRST_YEAR, LAST_YEAR)]
    lines = lines.assign(account=lines.apply(account, axis=1), fiscal_year=lines["fiscal_year"].astype(int))
    check_buckets(lines, common.read(raw / BUCKETS))

    named = common.only_states(lines).assign(region_line="")
    regional = lines[lines["iso3"].isna()].assign(iso3="", region_line=lambda f: f["country"].map(REGION_LINES))
    common.require(
        len(named) + len(regional) == len(lines) and regional["region_line"].notna().all(),
        f"us_obligations: a line of {ROWS} is neither one of the 33 states nor a known regional line. Add it to REGION_LINES.",
    )
    common.require(named["iso3"].nunique() == 33, "us_obligations: not all 33 states have a line. Check the iso3 column of the file.")
    key = ["iso3", "region_line", "fiscal_year", "account"]
    table = pd.concat([named, regional]).groupby(key, as_index=False)[AMOUNTS].sum()
    return table.rename(columns={"usd_current": "obligations_usd_current", "usd_const2020": "obligations_usd2020"})


if __name__ == "__main__":
    common.command(__file__, build)
