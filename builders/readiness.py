"""How ready for AI was each state in 2025 by Oxford Insights, and how ready were the region and the world?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ROWS = "oxford-gairi-2025/gairi_2025_lac.csv"
MEANS = "oxford-gairi-2025/gairi_2025_group_means.csv"
COMPARATORS = ("CHN", "ESP", "USA")
SCORES = [
    "total", "policy_capacity", "ai_infrastructure", "governance", "public_sector_adoption", "development_diffusion", "resilience",
    "compute_capacity",
]
SCOPES = {"LAC 33 (this project)": "lac_mean", "World (all in file)": "world_mean"}


def build(raw: Path) -> pd.DataFrame:
    rows = common.only_states(common.read(raw / ROWS), also=COMPARATORS)
    means = common.read(raw / MEANS).set_index("region").loc[list(SCOPES)]
    region = common.only_states(rows)[SCORES].mean()
    gap = (region - means.loc["LAC 33 (this project)", SCORES].astype(float)).abs().max()
    common.require(
        len(rows) == 36 and means["n"].tolist() == [33, 195] and gap < 0.01,
        f"readiness: {len(rows)} states and a regional mean {gap:.3f} off {MEANS}. Check the edition (2025).",
    )
    states = rows[["iso3", "rank_in_file", *SCORES]].rename(columns={"rank_in_file": "rank"}).assign(scope="state", places=1)
    groups = means[["n", *SCORES]].rename(columns={"n": "places"}).assign(scope=list(SCOPES.values()))
    return pd.concat([states.astype({"rank": "Int64"}), groups], ignore_index=True)


if __name__ == "__main__":
    common.command(__file__, build)
