"""Which notable AI models were published since 2010, by organizations of which countries?"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from pathlib import Path

import pandas as pd

from builders import common

ROWS = "epoch-notable-models/notable_models_2010_2025.csv"
COUNTS = "epoch-notable-models/notable_models_by_year_group.csv"
GROUPS = {"US": "us", "CN": "cn", "EUR": "europe", "LAC": "lac"}


def slug(name: str) -> str:
    """What key does a model's name make?"""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_name.lower()).strip("-")


def plain_flop(text: object) -> object:
    """How does training compute such as 5.396e+16 read without an exponent?"""
    return format(Decimal(text).quantize(Decimal(1)), "f") if isinstance(text, str) else None


def build(raw: Path) -> pd.DataFrame:
    rows = common.read(raw / ROWS, dtype=str)
    common.require(len(rows) == 850, f"notable_models: {len(rows)} rows in {ROWS}, not 850. Check the copy (January 26, 2026).")
    groups = rows["groups"].fillna("").str.split(";")
    table = pd.DataFrame(
        {
            "model_id": rows["model"].map(slug),
            "model": rows["model"].str.strip(),  # four names end in a line break
            "organization": rows["organization"],
            "countries": rows["country"],
            **{column: groups.map(lambda found, name=name: name in found) for name, column in GROUPS.items()},
            "date": rows["date"],
            "year": rows["year"].astype(int),
            "training_flop": rows["training_flop"].map(plain_flop),
        }
    )
    same = table.duplicated("model_id", keep=False)
    table.loc[same, "model_id"] += "-" + table.loc[same, "date"]
    counts = common.read(raw / COUNTS)
    for name, column in GROUPS.items():
        found = table[table[column]].groupby("year").size()
        listed = counts[counts["group"] == name].set_index("year")["notable_models"]
        gap = found.sub(listed, fill_value=0)
        common.require((gap == 0).all(), f"notable_models: counts of {name} differ from {COUNTS} in {gap[gap != 0].index.tolist()}.")
    return table


if __name__ == "__main__":
    common.command(__file__, build)
