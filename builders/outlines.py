"""Where do the outlines of the region's states and territories run?"""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd

from builders import common

ROWS = "natural-earth-lac/lac_countries.geojson"


def points(feature: dict) -> list[dict]:
    """Which points make up the rings of one state or territory, in drawing order?"""
    geometry, about = feature["geometry"], feature["properties"]
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    common.require(
        all(len(polygon) == 1 for polygon in polygons),
        f"outlines: {about['iso3']} has a hole. The table has no column for holes; add one.",
    )
    return [
        {"iso3": about["iso3"], "is_state": bool(about["is_state"]), "ring": ring, "seq": seq, "lon": lon, "lat": lat}
        for ring, (outer,) in enumerate(polygons)
        for seq, (lon, lat) in enumerate(outer)
    ]


def build(raw: Path) -> pd.DataFrame:
    features = json.loads((raw / ROWS).read_text(encoding="utf-8"))["features"]
    table = pd.DataFrame([point for feature in features for point in points(feature)])
    drawn = frozenset(table.loc[table["is_state"], "iso3"])
    common.require(drawn == common.states(), f"outlines: {sorted(common.states() ^ drawn)} differ from the 33 states. Check {ROWS}.")
    common.require(table["iso3"].nunique() == 50, f"outlines: {table['iso3'].nunique()} outlines in {ROWS}, not 33 states and 17 territories.")
    return table


if __name__ == "__main__":
    common.command(__file__, build)
