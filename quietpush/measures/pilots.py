"""What did local buyers do after a trial or gift of Chinese security technology? The rows found, not all there were."""

from __future__ import annotations

import pandas as pd

from .events import dated

FREE = ("trial", "gift")
NONE = "none found"


def steps(table: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """What happened when in each place? Places that began with a trial or gift first, each group in order of date.

    table: pilot_steps. Returns place, iso3, date, step, vendor, event, what, began (trial or gift | contract). A
    place without any row after its trial or gift ends with a row of step "none found" and no event or date.
    """
    known = dated(events)[["event_id", "date", "what"]]
    found = table.merge(known, left_on="event", right_on="event_id").drop(columns=["event_id", "notes"]).sort_values(["date", "event"], kind="stable")
    first = found.groupby("place").agg(start=("date", "first"), opening=("step", "first"), rows=("step", "size"))
    first["began"] = first["opening"].isin(FREE).map({True: "trial or gift", False: "contract"})
    alone = first[(first["rows"] == 1) & (first["began"] == "trial or gift")].index
    blank = table.drop_duplicates("place").set_index("place").loc[alone].reset_index()[["place", "iso3"]].assign(step=NONE)
    made = pd.concat([found, blank], ignore_index=True).join(first[["start", "began"]], on="place")
    made = made.sort_values(["began", "start", "place"], ascending=[False, True, True], kind="stable")
    return made[["place", "iso3", "date", "step", "vendor", "event", "what", "began"]].reset_index(drop=True)


def places(rows: pd.DataFrame, began: str) -> int:
    """How many places began so (trial or gift | contract)? rows: from ``steps``."""
    return int(rows.loc[rows["began"] == began, "place"].nunique())


def followed(rows: pd.DataFrame, vendor: str) -> int:
    """In how many places was a trial or gift followed by a contract with such a vendor (china | other)?"""
    begun = rows[rows["began"] == "trial or gift"]
    return int(begun.loc[(begun["step"] == "contract") & (begun["vendor"] == vendor), "place"].nunique())
