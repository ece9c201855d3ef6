"""Shaded: how did two things move over the same years? A panel each, no shared scale; a period is shaded, and no arrow drawn."""

from __future__ import annotations

import pandas as pd

from ..theme import color
from .base import axis, context, figure, hover, inert, layout
from .caption import Caption, Figure

UPPER, LOWER, GAP = 170, 170, 46  # px of the panels and of the heading between them


def _placed(dates: pd.Series) -> pd.Series:
    """A date of any precision as a year with its part: a bare year at its middle."""
    month, day = pd.to_numeric(dates.str[5:7], errors="coerce"), pd.to_numeric(dates.str[8:10], errors="coerce").fillna(15)
    return dates.str[:4].astype(float) + ((month - 1 + day / 31) / 12).fillna(0.5)


def _shaded(name: str, upper: pd.DataFrame, lower: pd.DataFrame, caption: Caption, units: tuple[str, str], since: tuple[str, str], rows: pd.DataFrame) -> Figure:
    """Two panels over years. upper: x, y, shown, weak, hover (marks); lower: x, y, hover (a line); since: (ISO date, words) where the shade begins."""
    first, last = float(min(upper["x"].min(), lower["x"].min())) - 0.5, float(max(upper["x"].max(), lower["x"].max())) + 0.6
    edge, inner = float(_placed(pd.Series([since[0]])).iloc[0]), UPPER + GAP + LOWER
    traces = [
        context({"type": "scatter", "mode": "lines", "x": upper["x"].tolist(), "y": upper["y"].tolist(), "line": {"color": color("china_soft"), "width": 1.5, "dash": "dot"}}),
        {"type": "scatter", "mode": "markers+text", "x": upper["x"].tolist(), "y": upper["y"].tolist(), "text": [inert(text) for text in upper["shown"]], "cliponaxis": False,
         "textposition": ["bottom right" if place % 2 == 0 and 0 < place < len(upper) - 1 else "top left" for place in range(len(upper))], "textfont": {"size": 12, "color": color("ink")}, "hovertext": upper["hover"].tolist(), "hoverinfo": "text",
         "marker": {"size": 11, "color": color("china"), "symbol": ["circle-open" if weak else "circle" for weak in upper["weak"]], "line": {"width": 2, "color": color("china")}}},
        {"type": "scatter", "mode": "markers", "xaxis": "x2", "yaxis": "y2", "x": lower["x"].tolist(), "y": lower["y"].tolist(), "hovertext": lower["hover"].tolist(), "hoverinfo": "text",
         "marker": {"size": 6, "color": color("context")}},
    ]
    # A line only from year to next year: over a gap it would claim what is not known.
    near = lower["x"].diff().fillna(9) < 1.5
    path = [point for x, y, joined in zip(lower["x"], lower["y"], near) for point in ([(x, y)] if joined else [(None, None), (x, y)])]
    traces.append(context({"type": "scatter", "mode": "lines", "xaxis": "x2", "yaxis": "y2", "x": [x for x, _ in path], "y": [y for _, y in path], "line": {"color": color("context"), "width": 2.5}}))
    shade = {"type": "rect", "x0": edge, "x1": last, "fillcolor": color("grid"), "opacity": 0.55, "line": {"width": 0}, "layer": "below"}
    heading = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "paper", "yanchor": "bottom", "showarrow": False, "yshift": 6, "font": {"size": 12, "color": color("muted")}}
    return figure(name, caption, rows, traces, layout(
        axis(range=[first - 1, last], showticklabels=False, nticks=6, tickformat="d", anchor="y"), axis(domain=[(LOWER + GAP) / inner, 1], range=[0, 1.25 * float(upper["y"].max())], nticks=4, tickformat=",d"),
        inner + 72, margin={"l": 8, "r": 14, "t": 30, "b": 42},
        shapes=[shade | {"xref": "x", "yref": "y domain", "y0": 0, "y1": 1}, shade | {"xref": "x2", "yref": "y2 domain", "y0": 0, "y1": 1}],
        annotations=[heading | {"y": 1, "text": inert(units[0])}, heading | {"y": LOWER / inner, "text": inert(units[1])},
                     {"x": edge, "xref": "x2", "xanchor": "left", "xshift": 5, "yref": "y2 domain", "y": 0.98, "yanchor": "top", "text": inert(since[1]), "showarrow": False, "font": {"size": 11, "color": color("muted")}}],
        xaxis2=axis(range=[first - 1, last], nticks=6, tickformat="d", anchor="y2"), yaxis2=axis(domain=[0, LOWER / inner], range=[0, 1.1 * float(lower["y"].max())], nticks=4)))


def shaded_ecu911_cameras_by_year(frame: pd.DataFrame, opened: str, caption: Caption) -> Figure:
    """How many cameras was ECU 911 said to have, and what did homicide do? frame: showcase of measures/surveillance.py; opened: the ISO date of the center's opening."""
    drawn = frame.assign(x=_placed(frame["date"]), y=frame["value"], shown=[f"{value:,.0f}" for value in frame["value"]])
    drawn["hover"] = hover(drawn.assign(number=[f"{value:,.0f} cameras" if panel == "cameras" else f"{value:.1f}" for value, panel in zip(frame["value"], frame["panel"])]), "date", "number", "what", "event")
    upper, lower = (drawn[drawn["panel"] == panel] for panel in ("cameras", "homicide"))
    return _shaded("shaded_ecu911_cameras_by_year", upper, lower, caption, ("cameras of ECU 911, as reported", "homicides per 100,000 people, Ecuador"), (opened, "Quito center open"), frame)
