"""How much money, on which account, for whom, in which prices? Obligations and commitments; never disbursements."""

from __future__ import annotations

import pandas as pd

SECURITY_ACCOUNTS = ("incle", "andean", "dod_counterdrug", "fmf", "imet", "nadr", "other_military")
ACCOUNT_NAMES = {
    "incle": "Narcotics control and law enforcement (INCLE)", "andean": "Andean initiative", "dod_counterdrug": "Defense counter-drug",
    "fmf": "Military financing", "imet": "Military training (IMET)", "nadr": "Nonproliferation, anti-terrorism", "other_military": "Other military",
}
# What an account pays for: whole State accounts hold police and military aid, so their split is a bound, not a number.
POLICE_SHARE = {
    "incle": "police", "andean": "mixed", "dod_counterdrug": "mixed", "fmf": "military", "imet": "military", "nadr": "mixed", "other_military": "military",
}


def obligations_by_account(obligations: pd.DataFrame) -> pd.DataFrame:
    """Which accounts carried US security money to the region? One row per security account, largest first.

    obligations: the table us_obligations (33 states and regional lines). Returns account, label, police_share
    (police | mixed | military) and obligations_usd2020, summed over fiscal years 2000-2020.
    """
    security = obligations[obligations["account"].isin(SECURITY_ACCOUNTS)]
    sums = security.groupby("account", as_index=False)["obligations_usd2020"].sum().sort_values("obligations_usd2020", ascending=False)
    return pd.DataFrame({
        "account": sums["account"], "label": sums["account"].map(ACCOUNT_NAMES),
        "police_share": sums["account"].map(POLICE_SHARE), "obligations_usd2020": sums["obligations_usd2020"],
    }).reset_index(drop=True)


def police_account_usd2020(obligations: pd.DataFrame) -> float:
    """How much went through INCLE, the account closest to police work, FY2000-2020, in constant 2020 dollars?"""
    return float(obligations.loc[obligations["account"] == "incle", "obligations_usd2020"].sum())
