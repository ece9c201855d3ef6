"""Who supplied the region's major arms, by share of delivered volume?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "sipri-arms-transfers/sipri_register_lac_1995_2024.csv"
TABLES = "sipri-arms-transfers/sipri_tiv_1950_2021_china_us_russia_to_lac.csv"
PERIODS = [(2000, 2004), (2005, 2009), (2010, 2014), (2015, 2019), (2020, 2024), (2000, 2024)]
# EU members of 2024 that occur in the register, with the United Kingdom, Norway and Switzerland.
EUROPE = (
    "Austria Belgium Bulgaria Cyprus Czechia Denmark Finland France Germany Hungary Ireland Italy Netherlands Norway Poland "
    "Portugal Slovakia Spain Sweden Switzerland"
).split() + ["United Kingdom"]
ALONE = ["China", "United States", "Russia"]


def supplier_group(supplier: str) -> str:
    """To which of five groups does a supplier belong?"""
    return supplier if supplier in ALONE else "Europe" if supplier in EUROPE else "other"


def deliveries(raw: Path) -> pd.DataFrame:
    """What was delivered to the 33 states from 2000: iso3, year, supplier, venezuela, volume? Never published."""
    rows = common.read(raw / ROWS)
    common.require(len(rows) == 2128, f"{ROWS} has {len(rows)} rows, not 2128. Check the edition (February 12, 2026).")
    found = pd.DataFrame(
        {
            "iso3": rows["recipient_iso3"],
            "year": rows["Delivery year"],
            "supplier": rows["Supplier"],
            "venezuela": rows["recipient_iso3"] == "VEN",
            "volume": rows["TIV delivery values"],
        }
    )
    region = common.only_states(found)
    common.require(len(region) == len(found), f"{ROWS} names a recipient outside the 33 states. Check recipient_iso3.")
    check_tables(region, common.read(raw / TABLES))
    return region[region["year"] >= PERIODS[0][0]]


def check_tables(register: pd.DataFrame, tables: pd.DataFrame) -> None:
    """Do the register's sums for 1995-2021 agree with the publisher's own tables within 2 percent?"""
    years = tables[tables["year"].between(1995, 2021) & tables["recipient_iso3"].isin(common.states())]
    for supplier in ALONE:
        mine = register.loc[(register["supplier"] == supplier) & (register["year"] <= 2021), "volume"].sum()
        theirs = years.loc[years["supplier"].str.startswith(supplier), "tiv_m"].sum()
        common.require(abs(mine / theirs - 1) < 0.02, f"{ROWS}: {supplier} 1995-2021 is {mine:.0f}, {TABLES} has {theirs:.0f}. Check both files.")


def shares(rows: pd.DataFrame) -> pd.Series:
    """What percent of the volume came from each group?"""
    return (100 * rows.groupby(rows["supplier"].map(supplier_group))["volume"].sum() / rows["volume"].sum()).round(1)


def build(raw: Path) -> pd.DataFrame:
    rows = deliveries(raw)
    parts = []
    for first, last in PERIODS:
        within = rows[rows["year"].between(first, last)]
        part = pd.DataFrame({"share_pct": shares(within), "share_without_venezuela_pct": shares(within[~within["venezuela"]])})
        part = part.reindex([*ALONE, "Europe", "other"]).fillna(0.0)
        parts.append(part.rename_axis("supplier_group").reset_index().assign(period=f"{first}-{last}"))
    table = pd.concat(parts)
    off = (table.groupby("period")["share_pct"].sum() - 100).abs().max()
    common.require(off < 0.3, f"arms_shares: shares of a period miss 100 by {off:.1f}. A supplier is in no group.")
    return table


if __name__ == "__main__":
    common.command(__file__, build)
