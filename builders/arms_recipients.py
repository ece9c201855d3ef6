"""How free were the states that bought from each supplier, weighted by volume, with Venezuela and without?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import arms_shares, common, freedom, regimes

LABEL_YEAR = 2024  # the label a reader of today's ratings would use for every earlier delivery
LAST_LIBDEM_YEAR = 2023  # V-Dem version 14 ends here


def described(raw: Path) -> pd.DataFrame:
    """How was each recipient rated in the year of delivery, and how is it rated now?"""
    rows = arms_shares.deliveries(raw)
    ratings = freedom.build(raw).set_index(["iso3", "year"])["status"]
    libdem = regimes.build(raw).set_index(["iso3", "year"])["libdem"]
    then = pd.MultiIndex.from_frame(rows[["iso3", "year"]])
    now = pd.MultiIndex.from_arrays([rows["iso3"], [LABEL_YEAR] * len(rows)])
    coded = pd.MultiIndex.from_arrays([rows["iso3"], rows["year"].clip(upper=LAST_LIBDEM_YEAR)])
    rows = rows.assign(
        then=ratings.reindex(then).to_numpy(),
        now=ratings.reindex(now).to_numpy(),
        libdem=libdem.reindex(coded).to_numpy(),
    )
    common.require(
        rows[["then", "now"]].notna().all(axis=None),
        "arms_recipients: a delivery has no Freedom House rating. Check that the ratings cover 2000-2024 for the 33 states.",
    )
    return rows


def percent(rows: pd.DataFrame, chosen: pd.Series) -> float | None:
    """What percent of the volume went to the chosen rows? None if nothing was delivered."""
    total = rows["volume"].sum()
    return round(100 * rows.loc[chosen, "volume"].sum() / total, 1) if total else None


def summary(rows: pd.DataFrame) -> dict:
    """What describes the recipients of one supplier in one period?"""
    coded = rows[rows["libdem"].notna() & (rows["volume"] > 0)]
    weighted = (coded["libdem"] * coded["volume"]).sum() / coded["volume"].sum() if len(coded) else None
    return {
        "share_not_free_then_pct": percent(rows, rows["then"] == "NF"),
        "share_not_free_2024_pct": percent(rows, rows["now"] == "NF"),
        "mean_libdem": None if weighted is None else round(weighted, 3),
        "share_venezuela_pct": percent(rows, rows["venezuela"]),
    }


def build(raw: Path) -> pd.DataFrame:
    rows = described(raw)
    records = []
    for supplier in arms_shares.ALONE:
        for first, last in arms_shares.PERIODS:
            within = rows[(rows["supplier"] == supplier) & rows["year"].between(first, last)]
            for venezuela, part in (("with", within), ("without", within[~within["venezuela"]])):
                records.append({"supplier": supplier, "period": f"{first}-{last}", "venezuela": venezuela, **summary(part)})
    table = pd.DataFrame(records)
    chinese = table.query("supplier == 'China' and period == '2000-2024' and venezuela == 'with'")["share_venezuela_pct"].iloc[0]
    common.require(84 < chinese < 88, f"arms_recipients: Venezuela's share of Chinese deliveries is {chinese}, not about 86. Check the register.")
    return table


if __name__ == "__main__":
    common.command(__file__, build)
