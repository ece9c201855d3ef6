"""Which face recognition systems did Al Sur find in 2021, and where do their suppliers come from?"""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from builders import common

ROWS = "alsur-facial-recognition/systems.csv"
SUPPLIERS = "alsur-facial-recognition/suppliers.csv"

EU = {"France", "Germany", "Spain"}
US = {"USA", "United States of America"}
OTHER = {"Canada", "Cuba", "England", "Japan", "South Korea"}
PHRASES = {"France with a factory in Costa Rica": "France"}
# The publisher's file gives this consortium of three countries one origin only and so misses its French partner.
MENDED = {"Brazil / France / United States of America"}


def countries(text: object) -> set[str]:
    """Which supplier countries does a cell such as "Argentina / Japan; Cuba" name?"""
    if not isinstance(text, str):
        return set()
    return {PHRASES.get(part, part) for part in re.split(r"\s*[;/]\s*", text)}


def origins(row: pd.Series) -> pd.Series:
    """From which groups of countries do the suppliers of one system come?"""
    named = countries(row["supplier_countries"])
    known = EU | US | OTHER | {"China", row["country"]}
    common.require(named <= known, f"face_recognition_systems: system {row['id']} names {sorted(named - known)}. Add it to EU, US or OTHER.")
    foreign = named - {row["country"]}
    return pd.Series(
        {
            "has_cn": "China" in foreign,
            "has_us": bool(foreign & US),
            "has_eu": bool(foreign & EU),
            "has_local": row["country"] in named,
            "has_other_foreign": bool(foreign & OTHER),
        }
    )


def build(raw: Path) -> pd.DataFrame:
    rows = common.only_states(common.read(raw / ROWS))
    common.require(len(rows) == 38, f"face_recognition_systems: {len(rows)} rows in {ROWS}, not the 38 of the report.")
    flags = rows.apply(origins, axis=1)
    shared = ["has_cn", "has_us", "has_eu", "has_other_foreign"]
    differ = rows[(flags[shared] != rows[shared].astype(bool)).any(axis=1)]
    common.require(
        set(differ["supplier_countries"]) == MENDED,
        f"face_recognition_systems: origins differ from the file in systems {differ['id'].tolist()}. Check them and MENDED.",
    )
    cells = rows["suppliers"].dropna()
    lost = [name for name in common.read(raw / SUPPLIERS)["supplier"] if not any(name in cell for cell in cells)]
    common.require(not lost, f"face_recognition_systems: suppliers of no system: {lost}. Check {SUPPLIERS}.")

    table = rows[["iso3", "system", "status", "area", "suppliers", "incidents", "oversight"]].assign(system_id=rows["id"])
    table["supplier_named"] = rows["supplier_named"].astype(bool)
    table["incidents"] = rows["incidents"] == "Yes"
    return table.join(flags)


if __name__ == "__main__":
    common.command(__file__, build)
