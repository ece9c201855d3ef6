"""Whose arms, to how free a buyer? Shares of delivered volume; never money, never a row of the register."""

from __future__ import annotations

import pandas as pd

WHOLE = "2000-2024"
SUPPLIERS = ("China", "Russia", "United States")


def delivery_share_pct(shares: pd.DataFrame, supplier: str, period: str = WHOLE) -> float:
    """What share of the region's major arms came from one group of suppliers? shares: the table arms_shares."""
    return float(shares.loc[(shares["supplier_group"] == supplier) & (shares["period"] == period), "share_pct"].iloc[0])


def peak_period(shares: pd.DataFrame, supplier: str) -> str:
    """In which five years was a supplier's share largest?"""
    rows = shares[(shares["supplier_group"] == supplier) & (shares["period"] != WHOLE)]
    return str(rows.loc[rows["share_pct"].idxmax(), "period"])


def recipient_value(recipients: pd.DataFrame, supplier: str, venezuela: str, column: str, period: str = WHOLE) -> float:
    """How free were the recipients of one supplier, with or without Venezuela? recipients: the table arms_recipients."""
    rows = recipients[(recipients["supplier"] == supplier) & (recipients["venezuela"] == venezuela) & (recipients["period"] == period)]
    return float(rows[column].iloc[0])


def labels_compared(recipients: pd.DataFrame, period: str = WHOLE) -> pd.DataFrame:
    """How does the share that went to not-free states change with the year of the label? Two rows per supplier and reading.

    Returns supplier, venezuela (with | without), label_of (delivery year | 2024), share_not_free_pct.
    """
    rows = recipients[recipients["period"] == period].set_index(["supplier", "venezuela"])
    order = [(supplier, reading) for supplier in SUPPLIERS for reading in ("with", "without")]
    names = {"share_not_free_then_pct": "delivery year", "share_not_free_2024_pct": "2024"}
    return pd.DataFrame([
        {"supplier": supplier, "venezuela": reading, "label_of": label, "share_not_free_pct": float(rows.loc[(supplier, reading), column])}
        for supplier, reading in order for column, label in names.items()
    ])
