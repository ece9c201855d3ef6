"""How much money, on which account, for whom, in which prices? Obligations and commitments; never disbursements."""

from __future__ import annotations

import pandas as pd

SECURITY_ACCOUNTS = ("incle", "andean", "dod_counterdrug", "fmf", "imet", "nadr", "other_military")
# What an account pays for: whole State accounts hold police and military aid, so their split is a bound, not a number.
POLICE_SHARE = {
    "incle": "police", "andean": "mixed", "dod_counterdrug": "mixed", "fmf": "military", "imet": "military", "nadr": "mixed", "other_military": "military",
}


def police_account_usd2020(obligations: pd.DataFrame) -> float:
    """How much went through INCLE, the account closest to police work, FY2000-2020, in constant 2020 dollars?"""
    return account_usd2020(obligations, "incle")


def account_usd2020(obligations: pd.DataFrame, *accounts: str) -> float:
    """How much went through these accounts, 33 states and regional lines, FY2000-2020, in constant 2020 dollars?"""
    return float(obligations.loc[obligations["account"].isin(accounts), "obligations_usd2020"].sum())


def _security(obligations: pd.DataFrame) -> pd.DataFrame:
    """The security rows, each marked with what its account pays for."""
    rows = obligations[obligations["account"].isin(SECURITY_ACCOUNTS)]
    return rows.assign(police_share=rows["account"].map(POLICE_SHARE))


def police_share_pct(obligations: pd.DataFrame, mixed_is_police: bool) -> float:
    """Which part of US security money was for police, in percent, if all mixed accounts were (or none was)?"""
    rows = _security(obligations)
    kinds = ["police", "mixed"] if mixed_is_police else ["police"]
    police = rows.loc[rows["police_share"].isin(kinds), "obligations_usd2020"].sum()
    return float(100 * police / rows["obligations_usd2020"].sum())


def place_share_pct(obligations: pd.DataFrame, *iso3: str) -> float:
    """Which part of the money on police and mixed accounts, regional lines included, went to these states, in percent?"""
    rows = _security(obligations)
    rows = rows[rows["police_share"] != "military"]
    return float(100 * rows.loc[rows["iso3"].isin(iso3), "obligations_usd2020"].sum() / rows["obligations_usd2020"].sum())


def larger_account(obligations: pd.DataFrame, states: pd.DataFrame) -> pd.DataFrame:
    """Were military or police accounts larger in each state, wherever the mixed ones are put? One row per state.

    Returns iso3, name, tile_row, tile_col, three columns in constant 2020 dollars (police, mixed, military; FY2000-2020)
    and larger: military (larger even if all mixed money is for police), police (larger even if all of it is military),
    depends (on the mixed accounts), none (no obligation found).
    """
    sums = _security(obligations).pivot_table(index="iso3", columns="police_share", values="obligations_usd2020", aggfunc="sum")
    sums = sums.reindex(index=states["iso3"], columns=["police", "mixed", "military"]).fillna(0.0)
    police, mixed, military = sums["police"], sums["mixed"], sums["military"]
    larger = pd.Series("depends", index=sums.index)
    larger[military > police + mixed] = "military"
    larger[police > military + mixed] = "police"
    larger[sums.sum(axis=1) == 0] = "none"
    out = states[["iso3", "name", "tile_row", "tile_col"]].reset_index(drop=True)
    for kind in sums.columns:
        out[f"{kind}_usd2020"] = sums[kind].to_numpy()
    return out.assign(larger=larger.to_numpy())


REGION = "Region in all"


def police_bounds(obligations: pd.DataFrame, by_state: pd.DataFrame) -> pd.DataFrame:
    """Between which shares does the police part lie in the region and in each state? One row per place with an obligation.

    by_state: from larger_account. Returns place, iso3 (empty for the region, regional lines included), low_pct (no mixed
    money is for police), high_pct (all of it is), obligations_usd2020 and larger (military | police | depends); the region
    first, then by kind of answer and lower bound.
    """
    sums = by_state[by_state["larger"] != "none"]
    total = sums[["police_usd2020", "mixed_usd2020", "military_usd2020"]].sum(axis=1)
    rows = pd.DataFrame({
        "place": sums["name"], "iso3": sums["iso3"], "low_pct": 100 * sums["police_usd2020"] / total, "high_pct": 100 * (sums["police_usd2020"] + sums["mixed_usd2020"]) / total,
        "obligations_usd2020": total, "larger": sums["larger"],
    })
    low, high = police_share_pct(obligations, mixed_is_police=False), police_share_pct(obligations, mixed_is_police=True)
    region = pd.DataFrame([{"place": REGION, "iso3": None, "low_pct": low, "high_pct": high, "obligations_usd2020": account_usd2020(obligations, *SECURITY_ACCOUNTS), "larger": "police" if low > 50 else "military" if high < 50 else "depends"}])
    order = rows["larger"].map({"police": 0, "depends": 1, "military": 2})
    return pd.concat([region, rows.assign(order=order).sort_values(["order", "low_pct", "high_pct"], ascending=[True, False, False]).drop(columns="order")], ignore_index=True)


def states_with_larger(by_state: pd.DataFrame, kind: str) -> int:
    """In how many states was this kind larger (military | police | depends | none)? by_state: from larger_account."""
    return int((by_state["larger"] == kind).sum())


def names_with_larger(by_state: pd.DataFrame, kind: str) -> str:
    """Which states are they, in a sentence? by_state: from larger_account."""
    names = sorted(by_state.loc[by_state["larger"] == kind, "name"])
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]])) or "none"


def states_military_larger_as_coded(obligations: pd.DataFrame) -> int:
    """In how many states did military lines exceed narcotics lines in the reading of claim A14?

    That reading counts military financing, military training and all Pentagon counter-drug money as military, INCLE and
    the Andean initiative as police, and leaves the other accounts out.
    """
    sums = obligations.pivot_table(index="iso3", columns="account", values="obligations_usd2020", aggfunc="sum")
    sums = sums.reindex(columns=[*SECURITY_ACCOUNTS]).fillna(0.0)
    return int((sums["fmf"] + sums["imet"] + sums["dod_counterdrug"] > sums["incle"] + sums["andean"]).sum())


def police_to_military(obligations: pd.DataFrame, police: tuple[str, ...], military: tuple[str, ...]) -> float:
    """How many dollars on these police accounts stand against one on these military ones, region and regional lines, FY2000-2020?"""
    return account_usd2020(obligations, *police) / account_usd2020(obligations, *military)


BLOCK_YEARS = 3
FIRST_BLOCK, LAST_BLOCK = 2001, 2019  # seven whole blocks that both tables fill: 2001-2003 ... 2019-2021


def purses_by_block(us: pd.DataFrame, china: pd.DataFrame) -> pd.DataFrame:
    """How did US obligations and Chinese commitments to the 33 states move in blocks of three years?

    us: the table us_obligations_total; china: the table china_commitments; both in constant 2021 dollars. Blocks even out
    the trough of FY2016. Returns purse, first_year, last_year, usd2021. The two are different things: never one axis.
    """
    yearly = {
        "US obligations": us.groupby("fiscal_year")["obligations_usd2021"].sum(),
        "Chinese commitments": china.groupby("year")["commitments_usd2021"].sum(),
    }
    return pd.DataFrame([
        {"purse": purse, "first_year": first, "last_year": first + BLOCK_YEARS - 1, "usd2021": float(sums[sums.index.isin(range(first, first + BLOCK_YEARS))].sum())}
        for purse, sums in yearly.items() for first in range(FIRST_BLOCK, LAST_BLOCK + 1, BLOCK_YEARS)
    ])


def purse_usd2021(blocks: pd.DataFrame, purse: str, first_year: int) -> float:
    """How much was in one purse in one block?"""
    return float(blocks.loc[(blocks["purse"] == purse) & (blocks["first_year"] == first_year), "usd2021"].iloc[0])


def purse_fall_pct(blocks: pd.DataFrame, purse: str, first_year: int, later: int) -> float:
    """By what share did one purse fall from one block to a later one?"""
    return 100 * (1 - purse_usd2021(blocks, purse, later) / purse_usd2021(blocks, purse, first_year))


def largest_block_usd2021(blocks: pd.DataFrame, purse: str) -> float:
    """How much was in a purse's largest block?"""
    return float(blocks.loc[blocks["purse"] == purse, "usd2021"].max())


def state_obligations_usd(obligations: pd.DataFrame, iso3: str, first: int, last: int) -> float:
    """How much was obligated to one state over some fiscal years, all accounts, in dollars of the day? us_obligations_total."""
    rows = obligations[(obligations["iso3"] == iso3) & obligations["fiscal_year"].between(first, last)]
    return float(rows["obligations_usd_current"].sum())


def recipient_share_pct(china: pd.DataFrame, iso3: str) -> float:
    """What share of Chinese commitments to the region went to one state? china: the table china_commitments."""
    return 100 * float(china.loc[china["iso3"] == iso3, "commitments_usd2021"].sum() / china["commitments_usd2021"].sum())


def region_share_pct(world: pd.DataFrame, first: int, last: int) -> float:
    """What share of Chinese commitments to the world went to the region? world: the table china_commitments_world."""
    sums = world[world["year"].between(first, last)].groupby("group")["commitments_usd2021"].sum()
    return 100 * float(sums["lac"] / sums.sum())


def finance_by_year(china: pd.DataFrame, world: pd.DataFrame, editions: pd.DataFrame) -> pd.DataFrame:
    """How did Chinese finance for the region move each year, by three measures that share no unit? One row per figure.

    china, world, editions: the tables china_commitments, china_commitments_world and lending_by_edition. Returns panel
    (commitments | share | loans), year, part (others | venezuela | share | loans), value, unit and edition (empty where
    there is but one). Loans of rival editions stand as rows of their own, never averaged.
    """
    rows = []
    for part, some in (("others", china[china["iso3"] != "VEN"]), ("venezuela", china[china["iso3"] == "VEN"])):
        sums = some.groupby("year")["commitments_usd2021"].sum().reindex(sorted(china["year"].unique()), fill_value=0)
        rows += [{"panel": "commitments", "year": int(year), "part": part, "value": value / 1e9, "unit": "billion 2021 dollars", "edition": ""} for year, value in sums.items()]
    rows += [{"panel": "share", "year": int(year), "part": "share", "value": region_share_pct(world, year, year), "unit": "percent", "edition": ""} for year in sorted(world["year"].unique())]
    told = annual_editions(editions)
    rows += [{"panel": "loans", "year": int(row.period), "part": "loans", "value": row.loans_billion_usd, "unit": "billion dollars of the day", "edition": row.edition} for row in told.itertuples()]
    return pd.DataFrame(rows)


def annual_editions(editions: pd.DataFrame) -> pd.DataFrame:
    """Which figures for one year's loans to the region did the editions give? Rows of lending_by_edition, by year and size."""
    return editions[editions["metric"] == "annual_total"].sort_values(["period", "loans_billion_usd"])


def widest_edition_gap(editions: pd.DataFrame) -> float:
    """How many times the lower figure is the higher one, in the year on which two editions differ most?"""
    ends = annual_editions(editions).groupby("period")["loans_billion_usd"].agg(["min", "max", "size"])
    ends = ends[(ends["size"] > 1) & (ends["min"] > 0)]
    return float((ends["max"] / ends["min"]).max())


def widest_edition_year(editions: pd.DataFrame) -> int:
    """On which year do two editions differ most?"""
    ends = annual_editions(editions).groupby("period")["loans_billion_usd"].agg(["min", "max", "size"])
    ends = ends[(ends["size"] > 1) & (ends["min"] > 0)]
    return int((ends["max"] / ends["min"]).idxmax())


def peak_year(china: pd.DataFrame, without: str = "") -> int:
    """In which year were Chinese commitments to the region largest, all states or without one? china: china_commitments."""
    return int(china[china["iso3"] != without].groupby("year")["commitments_usd2021"].sum().idxmax())


def fall_without_pct(china: pd.DataFrame, iso3: str, first_year: int, later: int) -> float:
    """By what share did commitments to all states but one fall from one block of years to a later one? china: china_commitments."""
    kept = china[china["iso3"] != iso3]
    first, last = (kept.loc[kept["year"].between(start, start + BLOCK_YEARS - 1), "commitments_usd2021"].sum() for start in (first_year, later))
    return 100 * (1 - float(last / first))
