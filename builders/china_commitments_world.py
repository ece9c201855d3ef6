"""How much of China's recorded official finance went to the region, and how much to the rest of the world?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import china_commitments, common

GROUPS = {"LAC (33 states, those present)": "lac", "All other COW states": "rest"}


def build(raw: Path) -> pd.DataFrame:
    rows = common.read(raw / china_commitments.WORLD)
    rows["group"] = rows["group"].map(GROUPS)
    common.require(
        rows["group"].notna().all() and len(rows) == 44,
        f"china_commitments_world: {china_commitments.WORLD} does not hold two known groups for 22 years. Check GROUPS.",
    )
    table = china_commitments.whole_dollars(rows, ["year", "group"])
    total = table["commitments_usd2021"].sum() / 1e9
    common.require(abs(total - 1325.35) < 0.1, f"china_commitments_world: total is {total:.2f} billion, not 1,325.35. Check the edition (3.0).")
    return table


if __name__ == "__main__":
    common.command(__file__, build)
