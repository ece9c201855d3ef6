"""In which provinces did AidData place how many records of Chinese official finance?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from builders import common

ADM1 = "aiddata-gcdf-v3/gcdf_v3_adm1_lac.csv"
ADM2 = "aiddata-gcdf-v3/gcdf_v3_adm2_lac.csv"
INDEX = "aiddata-gcdf-v3/gcdf_v3_lac_record_index.csv"
# Records of the 33 states in all, with a place in a province of the state itself, and with a place in its districts only.
ALL, PLACED, DISTRICT_ONLY = 2812, 1173, 6
MISSPELT = {"Rio de Jeneiro": "Rio de Janeiro", "Rio Granda do Norte": "Rio Grande do Norte"}


def mended(name: str) -> str:
    """How is a unit's name written, without broken letters, capitals throughout or a known slip?"""
    try:
        name = name.encode("latin-1").decode("utf-8")
    except UnicodeError:
        pass  # no broken letters in this name
    return MISSPELT.get(name, name.title() if name.isupper() else name)


def own_places(path: Path) -> pd.DataFrame:
    """Which pairs of record and unit lie in the state that the record names as recipient?"""
    rows = common.only_states(common.read(path), column="shapeGroup")
    return rows[rows["recipient_iso3"] == rows["shapeGroup"]]


def check_totals(places: pd.DataFrame, districts: pd.DataFrame, index: pd.DataFrame) -> None:
    """Are the records placed and not placed those that the sidecar states?"""
    everything, placed = set(index["record_id"]), set(places["id"])
    found = (len(everything), len(placed & everything), len(set(districts["id"]) - placed))
    common.require(
        found == (ALL, PLACED, DISTRICT_ONLY),
        f"adm1_projects: records in all, placed, in districts only are {found}, not {(ALL, PLACED, DISTRICT_ONLY)}. Check the edition (3.0).",
    )


def build(raw: Path) -> pd.DataFrame:
    places = own_places(raw / ADM1)
    check_totals(places, own_places(raw / ADM2), common.only_states(common.read(raw / INDEX)))
    units = places.groupby(["shapeGroup", "shapeName"]).agg(
        records=("id", "nunique"),
        first_year=("commitment_year", "min"),
        last_year=("commitment_year", "max"),
        lon=("centroid_longitude", "first"),
        lat=("centroid_latitude", "first"),
    )
    table = units.reset_index().rename(columns={"shapeGroup": "iso3", "shapeName": "unit"})
    table["unit"] = table["unit"].map(mended)
    return table.round({"lon": 3, "lat": 3})


if __name__ == "__main__":
    common.command(__file__, build)
