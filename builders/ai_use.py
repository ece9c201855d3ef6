"""What share of working-age people used generative AI, and how large was DeepSeek's share?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "microsoft-ai-diffusion/lac_ai_user_share.csv"
COMPARATORS = ("CHN", "USA")
COLUMNS = {
    "h1_2025": "h1_2025_pct",
    "h2_2025": "h2_2025_pct",
    "q1_2026": "q1_2026_pct",
    "deepseek_share_band_h2_2025": "deepseek_band",
    "deepseek_share_pct_h2_2025": "deepseek_pct",
}


def build(raw: Path) -> pd.DataFrame:
    rows = common.only_states(common.read(raw / ROWS), also=COMPARATORS)
    common.require(
        len(rows) == 25 and (rows["is_lac"] == 0).sum() == len(COMPARATORS),
        f"ai_use: {len(rows)} rows in {ROWS}, not 23 states and 2 comparators. Check the version (Q1 2026).",
    )
    return rows[["iso3", *COLUMNS]].rename(columns=COLUMNS)


if __name__ == "__main__":
    common.command(__file__, build)
