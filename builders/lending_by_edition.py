"""What did each edition of one loan database say about Chinese policy-bank lending to the region?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "iad-bu-loans-reported/iad_bu_loans_reported_figures.csv"
BOUNDS = {"over": r"^stated as (?:just )?(?:over|upwards of)", "about": "^approximately"}


def slug(words: pd.Series) -> pd.Series:
    """How does a text read as part of a key?"""
    return words.str.lower().str.replace(r"[^a-z0-9]+", "-", regex=True).str.strip("-")


def bound(notes: pd.Series) -> pd.Series:
    """Is the figure given as it stands, as a floor or as a rounded one?"""
    said = pd.Series("as stated", index=notes.index)
    for word, pattern in BOUNDS.items():
        said = said.mask(notes.str.contains(pattern, regex=True, na=False), word)
    return said


def build(raw: Path) -> pd.DataFrame:
    rows = common.read(raw / ROWS, dtype={"period": str}).rename(
        columns={"unit_of_observation": "subject", "usd_bn": "loans_billion_usd", "kind_of_source": "read_from", "url": "source_url"}
    )
    common.require(len(rows) == 33, f"lending_by_edition: {len(rows)} figures in {ROWS}, not 33. Check the file.")
    rows["fact_id"] = slug(rows["metric"]) + "-" + slug(rows["subject"]) + "-" + rows["period"]
    rival = rows.groupby("fact_id").size()
    conflicts = sorted(rival[rival > 1].index)
    expected = [f"annual-total-lac-{year}" for year in (2010, 2015, 2018, 2022)]
    common.require(conflicts == expected, f"lending_by_edition: rival figures for {conflicts}, expected {expected}. Name the new ones in the sidecar.")
    names = common.read(common.DATA / "states.csv").set_index("name")["iso3"]
    return rows.assign(iso3=rows["subject"].map(names), bound=bound(rows["note"]), rival=rows["fact_id"].map(rival) > 1)


if __name__ == "__main__":
    common.command(__file__, build)
