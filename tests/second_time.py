"""How do tests compute from the real tables a second time? Read without the book's own reader, cut by the words of the registration."""

from __future__ import annotations

from csv import DictReader
from functools import cache

import numpy as np
import pandas as pd
from conftest import DATA

BLOCKS = range(2001, 2017, 3)
SECURITY = ("incle", "andean", "dod_counterdrug", "fmf", "imet", "nadr", "other_military")


def csv(name: str) -> pd.DataFrame:
    """A table as it stands in its file."""
    return pd.read_csv(DATA / f"{name}.csv", keep_default_na=False, na_values=[""])


@cache
def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table as text, so that no type is guessed."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(DictReader(file))


LAC = sorted(csv("states").query("group == 'lac'")["iso3"])


def lookup(name: str, key: list[str], value: str) -> dict:
    """Sums of a column by its key."""
    return csv(name).groupby(key)[value].sum().to_dict()


def rating() -> dict[tuple[str, int], int]:
    """Freedom House, 14 less both ratings."""
    return {(row.iso3, row.year): 14 - row.political_rights - row.civil_liberties for row in csv("freedom").itertuples()}


def us_security(accounts: tuple[str, ...] = SECURITY) -> dict[tuple[str, int], float]:
    """US obligations by state and fiscal year; regional lines have no state and leave."""
    rows = csv("us_obligations")
    return rows[rows["account"].isin(accounts)].groupby(["iso3", "fiscal_year"])["obligations_usd2020"].sum().to_dict()


def block(money: dict, state: str, first: int) -> float:
    """asinh of the sum of three years; an absent year is 0."""
    return float(np.arcsinh(sum(money.get((state, year), 0) for year in range(first, first + 3))))


def mean_of(values: dict, state: str, first: int) -> float:
    """Mean of those of three years that have a value."""
    return float(np.mean([values[state, year] for year in range(first, first + 3) if (state, year) in values]))
