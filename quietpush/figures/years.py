"""Years: in which year did each state receive what, and from whom? A row per state, a mark per act; color the giver, shape the goods."""

from __future__ import annotations

import pandas as pd

from ..theme import color
from .base import KEY_LINE, axis, figure, hover, inert, key_below, key_entry, layout
from .caption import Caption, Figure

ROW = 21  # px of a state: more than a mark, so that rows stay apart
NEAR = 0.55  # years within which two marks of a state are drawn one above the other
GIVERS = {"China": "china", "United States": "us", "European Union": "eu", "another state": "other", "switch": "ink"}
GIVER_WORDS = {"European Union": "EU or a member", "another state": "Taiwan, Japan"}
GOODS = {"vehicles": ("Vehicles, boats", "circle"), "protection": ("Protective gear", "diamond"), "electronics": ("Cameras, IT", "square"), "other": ("Other goods", "triangle-up"), "": ("Moved to Beijing", "line-ns-open")}


def _year(dates: pd.Series) -> pd.Series:
    """A date of any precision as a year with its part: a bare year at its middle, a month at its middle."""
    year = dates.str[:4].astype(float)
    month = pd.to_numeric(dates.str[5:7], errors="coerce")
    return year + ((month - 0.5) / 12).fillna(0.5)


def _offsets(frame: pd.DataFrame) -> pd.Series:
    """How far above or below its row's middle does a mark stand, so that no two of a row cover each other?"""
    out = pd.Series(0.0, index=frame.index)
    for _, piece in frame[frame["giver"] != "switch"].sort_values("x").groupby("state"):
        level, last = 0, -99.0
        for index, x in piece["x"].items():
            level = level + 1 if x - last < NEAR else 0
            out[index], last = (0.0, -0.26, 0.26, -0.13, 0.13)[level % 5], x
    return out


def _years(name: str, frame: pd.DataFrame, caption: Caption, rows: pd.DataFrame) -> Figure:
    """Marks by state and year. frame: state, x (year with its part), giver (key of GIVERS), goods (key of GOODS), promised, hover."""
    names = list(dict.fromkeys(frame["state"]))
    place = frame["state"].map(names.index) + _offsets(frame)
    tints = [color(GIVERS[giver]) for giver in frame["giver"]]
    symbols = [GOODS[kind][1] + ("-open" if promised and kind else "") for kind, promised in zip(frame["goods"], frame["promised"])]
    traces = [{
        "type": "scatter", "mode": "markers", "x": frame["x"].tolist(), "y": place.tolist(), "hovertext": frame["hover"].tolist(), "hoverinfo": "text", "cliponaxis": False,
        "marker": {"opacity": 1, "size": [14 if giver == "switch" else 9 for giver in frame["giver"]], "symbol": symbols, "color": tints,
                   "line": {"width": [2 if "open" in symbol else 0.5 for symbol in symbols], "color": [tint if "open" in symbol else color("ground") for tint, symbol in zip(tints, symbols)]}},
    }]
    traces += [key_entry(GIVER_WORDS.get(giver, giver), "circle", meaning, 9) for giver, meaning in GIVERS.items() if giver in set(frame["giver"]) - {"switch"}]
    traces += [key_entry(words, symbol, "muted", 9) for kind, (words, symbol) in GOODS.items() if kind in set(frame["goods"])]
    traces += [key_entry("Promised only", "circle-open", "muted", 9)] if frame["promised"].any() else []
    entries = len(traces) - 1
    bands = [{"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": row - 0.5, "y1": row + 0.5, "fillcolor": color("grid"), "opacity": 0.35, "line": {"width": 0}, "layer": "below"} for row in range(0, len(names), 2)]
    key = KEY_LINE * entries
    height = 44 + ROW * len(names) + key
    short = [inert(state.replace(" and the Grenadines", "").replace("Saint ", "St. ").replace(" and Nevis", "").replace(" and Barbuda", "").replace(" and Tobago", "").replace("Dominican Republic", "Dominican Rep.")) for state in names]
    return figure(name, caption, rows, traces, layout(
        axis(nticks=6, range=[float(frame["x"].min()) - 0.8, float(frame["x"].max()) + 0.6], tickformat="d"),
        axis(range=[len(names) - 0.4, -0.6], showgrid=False, tickmode="array", tickvals=list(range(len(names))), ticktext=short, tickfont={"size": 11, "color": color("ink")}),
        height, shapes=bands, showlegend=True, legend=key_below(entries, height), margin={"l": 8, "r": 12, "t": 6, "b": 38 + key}))


def years_gifts_by_state(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Who gave what to the police of each state in which year? frame: by_year of measures/handovers.py."""
    texts = hover(frame.assign(said=frame["giver"].where(frame["giver"] != "switch", ""), promise=frame["promised"].map({True: "only announced", False: ""})), "state", "date", "said", "what", "promise", "event")
    drawn = pd.DataFrame({"state": frame["state"], "x": _year(frame["date"]), "giver": frame["giver"], "goods": frame["goods"], "promised": frame["promised"], "hover": texts})
    return _years("years_gifts_by_state", drawn, caption, frame)
