"""Who deals with whom? Bodies on both sides of gifts, training and agreements; counts of what was found."""

from __future__ import annotations

import pandas as pd

from ..inference import share_interval
from .events import counted, in_list

LISTS = ("law_enforcement", "blurred_lines")
# Gifts, training and agreements: one body hands something to, teaches or signs with another.
GIVEN_KINDS = ("police_equipment", "military_equipment")
TAUGHT_SIGNED_KINDS = ("cross_actor_transfer", "police_training", "military_training", "police_justice_agreement", "defence_agreement")
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


def dealings(events: pd.DataFrame, all_kinds: bool = False) -> pd.DataFrame:
    """Which counted Chinese and American events join which two classes of body? Gifts, training and agreements, or all kinds.

    Events of the law-enforcement and blurred-lines lists with a type on both sides.
    Returns event_id, provider, actor, partner, sought and meeting: "same class", "government on one side" or "crossed".
    """
    rows = counted(events)
    listed = in_list(rows, LISTS[0]) | in_list(rows, LISTS[1])
    rows = rows[listed & rows["provider"].isin(PROVIDERS) & rows["provider_actor_type"].notna() & rows["partner_type"].notna()]
    if not all_kinds:
        given = rows["kind"].isin(GIVEN_KINDS) & (rows["instrument"] == "gift")
        rows = rows[given | rows["kind"].isin(TAUGHT_SIGNED_KINDS)]
    actor, partner = (rows[side].map(CLASS).fillna(OTHER) for side in ("provider_actor_type", "partner_type"))
    meeting = pd.Series("crossed", index=rows.index)
    meeting[(actor == "government") | (partner == "government")] = "government on one side"
    meeting[actor == partner] = "same class"
    return pd.DataFrame({
        "event_id": rows["event_id"], "provider": rows["provider"], "actor": actor, "partner": partner, "meeting": meeting, "sought": rows["kind"] == SOUGHT,
    }).reset_index(drop=True)


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
    found = dealt.groupby(["provider", "actor", "partner", "meeting"], as_index=False).agg(rows=("event_id", "size"), ids=("event_id", "; ".join))
    place = {name: number for number, name in enumerate(ORDER)}
    return found.sort_values(["provider", "actor", "partner"], key=lambda column: column.map(place).fillna(0) if column.name != "provider" else column).reset_index(drop=True)
