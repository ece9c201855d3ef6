"""What did scans of the internet find of Hikvision and Dahua equipment, and where?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "camera-exposure/camera_exposure.csv"
UNITS = {
    "networks of Hikvision, Dahua and OEM brands": "networks",
    "cameras of any make reachable on public networks": "cameras",
    "Hikvision cameras exposed to the internet (nearly)": "cameras",
    "Hikvision and Dahua networks (nearly)": "networks",
    "Hikvision and Dahua networks (over)": "networks",
    "Hikvision cameras open to CVE-2021-36260": "cameras",
    "company claim: percent of the Brazilian market": "percent",
}


def build(raw: Path) -> pd.DataFrame:
    rows = common.read(raw / ROWS).rename(columns={"url": "source_url"})
    rows["unit"] = rows["measure"].map(UNITS)
    common.require(
        len(rows) == 11 and rows["unit"].notna().all(),
        f"camera_exposure: {len(rows)} rows in {ROWS}, not 11, or a measure that is not in UNITS. Say what it counts.",
    )
    # Places outside the table of states are named in `place` alone.
    known = set(common.read(common.DATA / "states.csv")["iso3"])
    return rows.assign(iso3=rows["iso3"].where(rows["iso3"].isin(known)))


if __name__ == "__main__":
    common.command(__file__, build)
