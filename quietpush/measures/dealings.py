"""Who deals with whom? Bodies on both sides of gifts, training and agreements; counts of what was found."""

from __future__ import annotations

import pandas as pd

from ..inference import share_interval
from .events import counted

ORIGINS = ("law_enforcement", "blurred_lines")
# Gifts, training and agreements: acts in which one body hands something to, teaches or signs with another.
GIFTS_TRAINING_AGREEMENTS = (
    "equipment_donation", "arms_donation", "cross_actor_transfer", "police_training", "military_training",
    "training_facility", "police_mou", "defence_agreement", "extradition_treaty", "mlat_treaty",
)
SOUGHT = "cross_actor_transfer"  # coded because roles mix: such cases were looked for, Chinese ones harder
# Sources name the ambassador for Chinese gifts and the agency for American ones, so the two are one class.
CLASS = {
    "government": "government", "diplomatic": "government", "military": "military", "police": "police", "police_unit": "police",
    "provincial_government": "local government", "subnational_government": "local government",
    "state_company": "firm or bank", "private_company": "firm or bank", "policy_bank": "firm or bank",
}
OTHER = "other"
ORDER = ("government", "military", "police", "local government", "firm or bank", OTHER)
PROVIDERS = {"CN": "China", "US": "United States"}


def dealings(events: pd.DataFrame, kinds: tuple[str, ...] = GIFTS_TRAINING_AGREEMENTS) -> pd.DataFrame:
    """Which counted Chinese and American rows join which two classes of body? No kinds means all kinds.

    Rows of the law-enforcement and blurred-lines lists with a type on both sides. A law-enforcement row leaves where a
    blurred-lines row (of these kinds) has the same provider, state and date to the month or day: one event, coded twice.
    Returns id, provider, actor, partner, sought and meeting: "same class", "government on one side" or "crossed".
    """
    rows = counted(events)
    rows = rows[rows["origin"].isin(ORIGINS) & rows["provider"].isin(PROVIDERS) & rows["provider_actor_type"].notna() & rows["partner_type"].notna()]
    rows = rows[rows["kind"].isin(kinds)] if kinds else rows
    once = rows[~_coded_twice(rows)]
    actor, partner = (once[side].map(CLASS).fillna(OTHER) for side in ("provider_actor_type", "partner_type"))
    meeting = pd.Series("crossed", index=once.index)
    meeting[(actor == "government") | (partner == "government")] = "government on one side"
    meeting[actor == partner] = "same class"
    return pd.DataFrame({
        "id": once["id"], "provider": once["provider"], "actor": actor, "partner": partner, "meeting": meeting, "sought": once["kind"] == SOUGHT,
    }).reset_index(drop=True)


def _coded_twice(rows: pd.DataFrame) -> pd.Series:
    """Is this the law-enforcement row of an event that the blurred-lines list holds too?"""
    dated = rows["date"].str.len().ge(7) & rows["iso3"].notna()
    key = rows["provider"] + "|" + rows["iso3"].fillna("") + "|" + rows["date"].fillna("")
    twins = set(key[dated & (rows["origin"] == "blurred_lines")])
    return dated & (rows["origin"] == "law_enforcement") & key.isin(twins)


def dealing_count(dealt: pd.DataFrame, provider: str, sought: bool = True) -> int:
    """How many of these rows are of one provider, with or without the cases sought for their mixing?"""
    return len(_of(dealt, provider, sought))


def crossed_count(dealt: pd.DataFrame, provider: str, sought: bool = True) -> int:
    """In how many rows of one provider do two bodies of unlike class meet, neither of them a government?"""
    return int((_of(dealt, provider, sought)["meeting"] == "crossed").sum())


def crossed_share_pct(dealt: pd.DataFrame, provider: str, sought: bool = True) -> float:
    """In what share of one provider's rows do two bodies of unlike class meet, neither of them a government?"""
    return 100 * crossed_count(dealt, provider, sought) / dealing_count(dealt, provider, sought)


def crossed_low_pct(dealt: pd.DataFrame, provider: str) -> float:
    """How low can the crossed share be, with 95% confidence, if the rows were a fair draw (they are not)?"""
    return share_interval(crossed_count(dealt, provider), dealing_count(dealt, provider))[0]


def crossed_high_pct(dealt: pd.DataFrame, provider: str) -> float:
    """How high can the crossed share be, with 95% confidence, if the rows were a fair draw (they are not)?"""
    return share_interval(crossed_count(dealt, provider), dealing_count(dealt, provider))[1]


def unlike_share_pct(dealt: pd.DataFrame, provider: str, sought: bool = True) -> float:
    """In what share of one provider's rows do two bodies of unlike class meet, a government counted like any other?"""
    rows = _of(dealt, provider, sought)
    return 100 * float((rows["meeting"] != "same class").mean())


def pair_count(dealt: pd.DataFrame, provider: str, actor: str, partner: str) -> int:
    """How many rows of one provider join this class of actor to this class of partner?"""
    rows = _of(dealt, provider, True)
    return int(((rows["actor"] == actor) & (rows["partner"] == partner)).sum())


def _of(dealt: pd.DataFrame, provider: str, sought: bool) -> pd.DataFrame:
    rows = dealt[dealt["provider"] == provider]
    return rows if sought else rows[~rows["sought"]]


def pairs(dealt: pd.DataFrame) -> pd.DataFrame:
    """Which classes of body met how often? One row per pair that was found, in the order of the classes."""
    found = dealt.groupby(["provider", "actor", "partner", "meeting"], as_index=False).agg(rows=("id", "size"), ids=("id", "; ".join))
    place = {name: number for number, name in enumerate(ORDER)}
    return found.sort_values(["provider", "actor", "partner"], key=lambda column: column.map(place).fillna(0) if column.name != "provider" else column).reset_index(drop=True)
