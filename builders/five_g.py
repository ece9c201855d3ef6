"""When did 5G start in each state, who supplied it, and was a Chinese supplier kept out?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "5g-lac/lac_5g.csv"
VOCABULARY = {"excluded", "partly_excluded", "contested", "open", "present", "not_stated"}
NAMES = {"award_usd_million": "award_million_usd", "notes": "note"}

# A page read later answers what the first reading left open for Peru; the sidecar lists it as a correction.
PERU = {
    "chinese_vendor_status": "present",
    "vendors_named": "ZTE (Bitel, 1,000 antennas); Huawei (Claro and Entel)",
    "source_urls": ";http://www.szdaily.com/content/2025-03/11/content_31484881.htm",
}


def build(raw: Path) -> pd.DataFrame:
    rows = common.only_states(common.read(raw / ROWS)).drop(columns="country").rename(columns=NAMES)
    common.require(len(rows) == 22, f"five_g: {len(rows)} states in {ROWS}, not 22. Check the file.")
    rows["chinese_vendor_status"] = rows["chinese_vendor_status"].str.replace(" ", "_")
    rows["source_urls"] = rows["source_urls"].str.replace(" ; ", ";", regex=False)
    rows["vendors_named"] = rows["vendors_named"].mask(rows["vendors_named"] == "not stated")
    strange = set(rows["chinese_vendor_status"]) - VOCABULARY
    common.require(not strange, f"five_g: unknown chinese_vendor_status {sorted(strange)} in {ROWS}. Decide what it means and extend the vocabulary.")

    peru = rows["iso3"] == "PER"
    common.require(
        rows.loc[peru, "chinese_vendor_status"].tolist() == ["not_stated"],
        f"five_g: {ROWS} now states a status for Peru. Compare it with PERU and drop the correction if it agrees.",
    )
    rows.loc[peru, ["chinese_vendor_status", "vendors_named"]] = [PERU["chinese_vendor_status"], PERU["vendors_named"]]
    rows.loc[peru, "source_urls"] += PERU["source_urls"]
    return rows


if __name__ == "__main__":
    common.command(__file__, build)
