"""Who runs the clouds, names the suppliers, uses the assistants and makes the models? Counts and published estimates."""

from __future__ import annotations

import pandas as pd

PERIODS = {"h1_2025_pct": "H1 2025", "h2_2025_pct": "H2 2025", "q1_2026_pct": "Q1 2026"}
SUPPLIER_COLUMNS = {
    "has_local": "Local firm", "has_other_foreign": "Other foreign firm", "has_eu": "EU firm", "has_cn": "Chinese firm", "has_us": "US firm",
}
NO_SUPPLIER_NAMED = "No supplier named"
NOT_IN_TABLE = "no_page"
LAST_5G_YEAR = 2025  # a later year in five_g is an expectation of its page
CABLE_GROUPS = {"HMN Tech": "HMN Tech (China)", "SubCom": "SubCom (US)", "ASN": "ASN (France)", "not stated": "Not stated"}
OTHER_CABLES = "Others"


def suppliers_by_origin(systems: pd.DataFrame) -> pd.DataFrame:
    """From where do the named suppliers of face recognition come? One row per origin; a system can count in several.

    systems: the table face_recognition_systems. Returns origin and systems, most first, those without a supplier last.
    """
    counts = pd.DataFrame({"origin": list(SUPPLIER_COLUMNS.values()), "systems": [int(systems[column].sum()) for column in SUPPLIER_COLUMNS]})
    none = pd.DataFrame({"origin": [NO_SUPPLIER_NAMED], "systems": [int((~systems["supplier_named"]).sum())]})
    return pd.concat([counts.sort_values("systems", ascending=False, kind="stable"), none], ignore_index=True)


def leading_origin(origins: pd.DataFrame) -> str:
    """Which origin is named for the most systems?"""
    return str(origins.loc[origins["systems"].idxmax(), "origin"])


def systems_with(systems: pd.DataFrame, column: str) -> int:
    """How many face recognition systems have this mark (a boolean column)?"""
    return int(systems[column].sum())


def systems_without_supplier(systems: pd.DataFrame) -> int:
    """How many face recognition systems name no supplier?"""
    return int((~systems["supplier_named"]).sum())


def systems_local_only(systems: pd.DataFrame) -> int:
    """How many systems name suppliers of their own country and no others?"""
    foreign = systems[["has_cn", "has_us", "has_eu", "has_other_foreign"]].any(axis=1)
    return int((systems["has_local"] & ~foreign).sum())


def systems_without_oversight(systems: pd.DataFrame) -> int:
    """For how many systems does the source report that there is no oversight?"""
    return int((systems["oversight"] == "None").sum())


def states_in(table: pd.DataFrame) -> int:
    """How many states does a table cover?"""
    return int(table["iso3"].nunique())


def states_missing(table: pd.DataFrame, states: pd.DataFrame) -> int:
    """How many of the states does a table not cover?"""
    return int((~states["iso3"].isin(table["iso3"])).sum())


def cloud_cells(regions: pd.DataFrame, states: pd.DataFrame) -> pd.DataFrame:
    """Where does each provider run regions? One row per provider and state: operating, and otherwise listed or announced."""
    named = regions.merge(states[["iso3", "name"]], on="iso3").rename(columns={"name": "state"})
    cells = named.groupby(["origin", "provider", "iso3", "state"], as_index=False).agg(
        operating_regions=("status", lambda column: int((column == "operating").sum())),
        other_regions=("status", lambda column: int((column != "operating").sum())),
        statuses=("status", lambda column: ";".join(sorted(set(column)))),
    )
    cells = cells.assign(first_year=cells["provider"].map(regions.groupby("provider")["launch_year"].min()))
    running = cells.groupby("provider")["operating_regions"].transform("sum")
    busiest = cells.groupby("state")["operating_regions"].transform("sum")
    cells = cells.assign(running=running, busiest=busiest).sort_values(["origin", "running", "provider", "busiest"], ascending=[False, False, True, False])
    return cells.drop(columns=["running", "busiest"]).reset_index(drop=True)


def regions_operating(regions: pd.DataFrame, origin: str | None = None, provider: str | None = None) -> int:
    """How many operating cloud regions have this origin (US, CN) or this provider? None means any."""
    keep = regions["status"] == "operating"
    keep &= (regions["origin"] == origin) if origin else True
    keep &= (regions["provider"] == provider) if provider else True
    return int(keep.sum())


def states_with_regions(regions: pd.DataFrame, origin: str) -> int:
    """In how many states do providers of this origin run a region?"""
    return int(regions.loc[(regions["status"] == "operating") & (regions["origin"] == origin), "iso3"].nunique())


def first_region_year(regions: pd.DataFrame, origin: str) -> int:
    """What is the earliest year that the table names for a region of this origin?"""
    return int(regions.loc[regions["origin"] == origin, "launch_year"].min())


def regions_without_year(regions: pd.DataFrame, origin: str | None = None) -> int:
    """For how many operating regions, of this origin or (None) of any, does the table name no year?"""
    keep = (regions["status"] == "operating") & regions["launch_year"].isna()
    return int((keep & ((regions["origin"] == origin) if origin else True)).sum())


def cable_stacks(cables: pd.DataFrame) -> pd.DataFrame:
    """Who made the cables of each decade? One row per decade and group of suppliers: decade, supplier, cables; zeros left out.

    cables: the table submarine_cables. A cable of two suppliers counts for both.
    """
    group = cables["supplier"].map(CABLE_GROUPS).fillna(OTHER_CABLES)
    table = cables.assign(supplier=group).groupby(["decade", "supplier"], as_index=False)["cables"].sum()
    order = table["supplier"].map({name: place for place, name in enumerate([*CABLE_GROUPS.values()][:3] + [OTHER_CABLES, CABLE_GROUPS["not stated"]])})
    return table.assign(order=order).sort_values(["order", "decade"])[["decade", "supplier", "cables"]].query("cables > 0").reset_index(drop=True)


def cables_of(cables: pd.DataFrame, supplier: str, *decades: str) -> int:
    """How many cables did this supplier make, in these decades or (none named) in all?"""
    keep = (cables["supplier"] == supplier) & (cables["decade"].isin(decades) if decades else True)
    return int(cables.loc[keep, "cables"].sum())


def cables_in_all(cables: pd.DataFrame) -> int:
    """How many cables are there in all, each counted once?"""
    return int(cables.drop_duplicates("decade")["cables_in_decade"].sum())


def deals_of(deals: pd.DataFrame, kind: str, period: str, column: str = "deals", sector: str = "technology") -> float:
    """Which value of a column has one sector among the deals of this kind (investment | construction) and period?"""
    row = deals[(deals["kind"] == kind) & (deals["period"] == period) & (deals["sector_group"] == sector)]
    return float(row[column].iloc[0])


def compute_of(readiness: pd.DataFrame, iso3: str) -> float:
    """Which score for compute capacity (0 to 100) has one state?"""
    return float(readiness.loc[(readiness["scope"] == "state") & (readiness["iso3"] == iso3), "compute_capacity"].iloc[0])


def without_compute(readiness: pd.DataFrame) -> int:
    """How many states score zero on compute capacity?"""
    return int(((readiness["scope"] == "state") & (readiness["compute_capacity"] == 0)).sum())


def best_compute(readiness: pd.DataFrame, states: pd.DataFrame) -> float:
    """Which is the highest score for compute capacity in the region?"""
    return float(readiness.loc[(readiness["scope"] == "state") & readiness["iso3"].isin(states["iso3"]), "compute_capacity"].max())


def compute_leader(readiness: pd.DataFrame, states: pd.DataFrame) -> str:
    """Which state of the region scores highest on compute capacity?"""
    own = readiness[(readiness["scope"] == "state") & readiness["iso3"].isin(states["iso3"])].set_index("iso3")["compute_capacity"]
    return str(states.loc[states["iso3"] == own.idxmax(), "name"].iloc[0])


def launched(five_g: pd.DataFrame) -> int:
    """In how many states was a 5G service or a fixed first form of it reported by the end of 2025?"""
    return int((five_g["first_5g_year"] <= LAST_5G_YEAR).sum())


def vendors_say(five_g: pd.DataFrame, word: str) -> int:
    """In how many states does what is said of the suppliers hold this word?"""
    return int(five_g["vendors_named"].str.contains(word, case=False, na=False).sum())


def five_g_tiles(five_g: pd.DataFrame, states: pd.DataFrame) -> pd.DataFrame:
    """What is known of Chinese suppliers in each state's 5G? All 33 states; no_page where the table has no row."""
    tiles = states[["iso3", "name", "tile_row", "tile_col"]].merge(
        five_g[["iso3", "first_5g_year", "chinese_vendor_status", "vendors_named", "restriction_detail", "confidence"]], on="iso3", how="left")
    tiles["chinese_vendor_status"] = tiles["chinese_vendor_status"].fillna(NOT_IN_TABLE)
    return tiles.rename(columns={"name": "state"})


def five_g_states(five_g: pd.DataFrame, *statuses: str) -> int:
    """In how many states has the Chinese suppliers' standing in 5G one of these words?"""
    return int(five_g["chinese_vendor_status"].isin(statuses).sum())


def use_by_period(use: pd.DataFrame, states: pd.DataFrame) -> pd.DataFrame:
    """How many working-age people used generative AI, by state and period? One row each, highest last share first.

    shared_estimate: the state carries the same three values as another one, so it is no measurement of its own.
    """
    values = list(PERIODS)
    named = use.merge(states[["iso3", "name"]], on="iso3").rename(columns={"name": "state"})
    named = named.assign(shared_estimate=named.duplicated(values, keep=False)).sort_values(["q1_2026_pct", "state"], ascending=[False, True])
    named["deepseek"] = named["deepseek_pct"].map(lambda value: f"{value:.0f}%", na_action="ignore").fillna(named["deepseek_band"] + "%")
    long = named.melt(["iso3", "state", "deepseek_band", "deepseek", "shared_estimate"], values, "period", "users_pct")
    place = {state: number for number, state in enumerate(named["state"])}
    long = long.assign(period=long["period"].map(PERIODS), place=long["state"].map(place)).sort_values(["place", "period"])
    return long.drop(columns="place").reset_index(drop=True)


def use_median(use: pd.DataFrame, column: str) -> float:
    """Which share of people used generative AI in the median state of this column, in percent?"""
    return float(use[column].median())


def use_of(use: pd.DataFrame, iso3: str, column: str) -> float:
    """Which value does one state have?"""
    return float(use.loc[use["iso3"] == iso3, column].iloc[0])


def use_rises(use: pd.DataFrame) -> int:
    """In how many states was use higher in the first quarter of 2026 than in the first half of 2025?"""
    return int((use["q1_2026_pct"] > use["h1_2025_pct"]).sum())


def use_leader(use: pd.DataFrame, states: pd.DataFrame) -> str:
    """Which state had the highest share in the first quarter of 2026?"""
    top = use.loc[use["q1_2026_pct"].idxmax(), "iso3"]
    return str(states.loc[states["iso3"] == top, "name"].iloc[0])


def deepseek_states(use: pd.DataFrame, band: str) -> int:
    """In how many states does DeepSeek's share lie in this band?"""
    return int((use["deepseek_band"] == band).sum())


def deepseek_names(use: pd.DataFrame, states: pd.DataFrame, band: str) -> str:
    """Which states lie in this band of DeepSeek's share? Names in alphabetical order."""
    found = states.loc[states["iso3"].isin(use.loc[use["deepseek_band"] == band, "iso3"]), "name"]
    return ", ".join(sorted(found))


def models_of(models: pd.DataFrame, group: str | None = None) -> int:
    """How many notable models have an organization of this group (us, cn, europe, lac)? None means all models."""
    return len(models) if group is None else int(models[group].sum())


def model_names(models: pd.DataFrame, group: str) -> str:
    """Which notable models have an organization of this group? Names in alphabetical order."""
    return ", ".join(sorted(models.loc[models[group], "model"]))
