"""Who votes with whom at the United Nations? Positions, agreement and single roll calls; agenda and alignment are not told apart."""

from __future__ import annotations

import pandas as pd

REGION = "Regional median"
WHO = {"USA": "United States", "CHN": "China", "ARG": "Argentina"}
PERIODS = {"1990–1994": (1990, 1994), "2020–2024": (2020, 2024)}
RECORDED = ("with China", "with United States", "abstain", "absent or not recorded")
# What each text was about, short enough for an axis; no two of one subject fall in one year.
SUBJECTS = {
    "A/RES/73/27": "security", "A/RES/74/29": "security", "A/RES/73/266": "state conduct", "A/RES/74/28": "state conduct",
    "A/RES/73/187": "crime", "A/RES/74/247": "crime treaty",
}


def positions(alignment: pd.DataFrame, states: pd.DataFrame) -> pd.DataFrame:
    """Where did the powers, Argentina and the middle of the region stand each year?

    alignment: un_alignment with comparators; states: the 33. Returns year, who, ideal_point (scale without unit, higher is
    nearer the US-led side); the middle is the median over the states with a row in that year.
    """
    middle = alignment[alignment["iso3"].isin(states["iso3"])].groupby("year", as_index=False)["ideal_point"].median().assign(who=REGION)
    named = alignment[alignment["iso3"].isin(WHO)].assign(who=lambda rows: rows["iso3"].map(WHO))
    order = [WHO["USA"], WHO["ARG"], REGION, WHO["CHN"]]
    both = pd.concat([named, middle])[["year", "who", "ideal_point"]]
    return both.assign(place=both["who"].map(order.index)).sort_values(["place", "year"]).drop(columns="place").reset_index(drop=True)


def shift(positions: pd.DataFrame, who: str) -> float:
    """How far did one line of ``positions`` move, mean of 2020-2024 less mean of 1990-1994?"""
    line = positions[positions["who"] == who].set_index("year")["ideal_point"]
    return float(line.loc[2020:2024].mean() - line.loc[1990:1994].mean())


def spread(positions: pd.DataFrame, who: str) -> float:
    """How far apart are the highest and the lowest year of one line of ``positions``?"""
    line = positions.loc[positions["who"] == who, "ideal_point"]
    return float(line.max() - line.min())


def slopes(alignment: pd.DataFrame, states: pd.DataFrame) -> pd.DataFrame:
    """Where did each state and the powers stand in two periods, and who moved further than the United States?

    alignment: un_alignment with comparators; states: the 33. A period takes the mean of the years that have a value. Returns iso3, who,
    period, ideal_point, change (second less first period), role: United States, China, Argentina, moved further (than the United
    States, either way), other states.
    """
    kept = {**dict(zip(states["iso3"], states["name"])), "USA": WHO["USA"], "CHN": WHO["CHN"]}
    rows = alignment[alignment["iso3"].isin(kept)]
    means = pd.DataFrame({period: rows[rows["year"].between(*span)].groupby("iso3")["ideal_point"].mean() for period, span in PERIODS.items()})
    early, late = PERIODS
    change = means[late] - means[early]
    further = change.abs() > abs(change["USA"])
    role = {iso3: WHO.get(iso3) or ("moved further" if further[iso3] else "other states") for iso3 in means.index}
    long = means.rename_axis(columns="period").stack().rename("ideal_point").reset_index()
    return long.assign(who=long["iso3"].map(kept), change=long["iso3"].map(change), role=long["iso3"].map(role))[["iso3", "who", "period", "ideal_point", "change", "role"]]


def _changes(slopes: pd.DataFrame) -> pd.Series:
    """Change of each state of ``slopes``, the two powers left out. Indexed by iso3."""
    rows = slopes[~slopes["iso3"].isin(["USA", "CHN"])]
    return rows.drop_duplicates("iso3").set_index("iso3")["change"]


def change_of(slopes: pd.DataFrame, iso3: str) -> float:
    """How far did one state or power move between the periods?"""
    return float(slopes.loc[slopes["iso3"] == iso3, "change"].iloc[0])


def further_than_us(slopes: pd.DataFrame) -> int:
    """How many states moved further than the United States, either way?"""
    return len(_further(slopes))


def _further(slopes: pd.DataFrame) -> pd.Series:
    moved = _changes(slopes)
    return moved[moved.abs() > abs(change_of(slopes, "USA"))]


def further_names(slopes: pd.DataFrame) -> str:
    """Which states are these? Names in a sentence, in alphabetical order."""
    names = sorted(slopes.loc[slopes["iso3"].isin(_further(slopes).index), "who"].unique())
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def further_all_away(slopes: pd.DataFrame) -> bool:
    """Did each of these states move away from the US-led side, and is there one?"""
    moved = _further(slopes)
    return bool(len(moved) and (moved < 0).all())


def moved_up(slopes: pd.DataFrame) -> int:
    """How many states moved up the scale, to the US-led side?"""
    return int((_changes(slopes) > 0).sum())


def apart(slopes: pd.DataFrame, period: str) -> float:
    """How far apart did the states stand in a period? Standard deviation over the states (n - 1)."""
    rows = slopes[~slopes["iso3"].isin(["USA", "CHN"]) & (slopes["period"] == period)]
    return float(rows["ideal_point"].std())


def position(alignment: pd.DataFrame, iso3: str, year: int) -> float:
    """Where did one state stand in one year?"""
    return float(alignment.loc[(alignment["iso3"] == iso3) & (alignment["year"] == year), "ideal_point"].iloc[0])


def moved(alignment: pd.DataFrame, iso3: str, start: int, end: int) -> float:
    """How far did one state move between two years?"""
    return position(alignment, iso3, end) - position(alignment, iso3, start)


def largest_mover(alignment: pd.DataFrame, start: int, end: int) -> str:
    """Which state moved furthest, either way, between two years? Its iso3 code; only states with both years."""
    years = alignment.pivot(index="iso3", columns="year", values="ideal_point")
    return str((years[end] - years[start]).abs().idxmax())


def state_years(alignment: pd.DataFrame) -> int:
    """How many pairs of state and year have a position?"""
    return len(alignment)


def nearer_us(alignment: pd.DataFrame) -> pd.DataFrame:
    """In which years did which state stand nearer to the United States than to China? iso3, year."""
    return alignment.loc[alignment["distance_usa"] < alignment["distance_chn"], ["iso3", "year"]].reset_index(drop=True)


def nearer_us_count(alignment: pd.DataFrame) -> int:
    """How many pairs of state and year stood nearer to the United States than to China?"""
    return len(nearer_us(alignment))


def mean_agreement(agreement: pd.DataFrame, column: str, year: int) -> float:
    """Which share of votes did the states agree on, on average over states, in percent? column: agree_usa or agree_chn."""
    return float(100 * agreement.loc[agreement["year"] == year, column].mean())


def agreement_change(agreement: pd.DataFrame, column: str, start: int, end: int) -> float:
    """By how many percentage points did mean agreement change between two years?"""
    return mean_agreement(agreement, column, end) - mean_agreement(agreement, column, start)


def window_change(alignment: pd.DataFrame, column: str) -> pd.Series:
    """How did each state's value change, mean of 2020-2023 less mean of 2013-2016? Indexed by iso3."""
    late = alignment[alignment["year"].between(2020, 2023)].groupby("iso3")[column].mean()
    return late - alignment[alignment["year"].between(2013, 2016)].groupby("iso3")[column].mean()


def joiners_change(alignment: pd.DataFrame, bri: pd.DataFrame, column: str, joined: bool) -> float:
    """How did the states in (or not in) the Belt and Road list of 2023 change, on average? column as in ``window_change``."""
    listed = bri.loc[bri["in_list_2023"] == joined, "iso3"]
    return float(window_change(alignment, column).reindex(listed).mean())


def coincidence_range(coincidence: pd.DataFrame, states: pd.DataFrame, year: int) -> dict[str, float | str]:
    """Which state voted least and most often as the United States in one year, by Washington's own count? low, high (percent), lowest, highest (names).

    Years are not comparable with each other: the votes counted change.
    """
    rows = coincidence[coincidence["year"] == year].set_index("iso3")["coincidence"]
    names = states.set_index("iso3")["name"]
    return {"low": float(100 * rows.min()), "high": float(100 * rows.max()), "lowest": str(names[rows.idxmin()]), "highest": str(names[rows.idxmax()])}


def cyber_sides(votes: pd.DataFrame) -> pd.DataFrame:
    """How did the states vote on each cyber text? One row per text and side, in order of the day, zeros kept.

    votes: un_cyber_votes. Returns resolution, date, label, side, states.
    """
    counts = votes.groupby(["date", "resolution", "side"]).size().unstack(fill_value=0).reindex(columns=list(RECORDED), fill_value=0)
    long = counts.stack().rename("states").reset_index()
    label = long["resolution"].map(SUBJECTS).str.capitalize() + ", " + long["date"].str[:4]
    return long.assign(label=label)[["resolution", "date", "label", "side", "states"]]


def cyber_count(votes: pd.DataFrame, resolution: str, side: str) -> int:
    """How many states took this side on this text?"""
    return int(((votes["resolution"] == resolution) & (votes["side"] == side)).sum())


def sided_with_each(votes: pd.DataFrame) -> int:
    """How many states voted with China on one of the texts and with the United States on another?"""
    sides = votes.groupby("iso3")["side"].agg(set)
    return int(sides.map(lambda found: {"with China", "with United States"} <= found).sum())


def yes_to_each(votes: pd.DataFrame, first: str, other: str) -> int:
    """How many states voted yes on one text and yes on the other?"""
    yes = votes[votes["vote"] == "yes"]
    return len(set(yes.loc[yes["resolution"] == first, "iso3"]) & set(yes.loc[yes["resolution"] == other, "iso3"]))


def never_apart_from_china(votes: pd.DataFrame, states: pd.DataFrame) -> str:
    """Which states voted as China did on every text, absent from none? Names in a sentence, in alphabetical order."""
    always = votes.groupby("iso3")["side"].agg(lambda sides: (sides == "with China").all())
    names = sorted(states.set_index("iso3")["name"].reindex(always.index[always]))
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
