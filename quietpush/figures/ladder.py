"""Ladder: which step came when? One rung per step in order of date; rival dates stand on the same rung, never averaged."""

from __future__ import annotations

import pandas as pd

from ..phrases import date as say_date
from ..theme import color
from .base import KEY_LINE, PARTIES, axis, context, figure, hover, inert, key_below, key_entry, layout, wrapped
from .caption import Caption, Figure

RUNG = 50  # px: two lines of label, or three marks that do not touch
APART = 0.27  # of a rung, between parties who acted together
HANGS = 0.38  # of a rung, how far below its middle the article's date stands
ARTICLE = ("Date the article gives", "diamond-open", "context")


def _ladder(name: str, frame: pd.DataFrame, caption: Caption, rows: pd.DataFrame) -> Figure:
    """Steps over time. frame: rung (number from 1), label, date_text, drawn_at (full ISO date), party (key of PARTIES, or article), weak, hover.

    A rung shows every party that acted; the article's date hangs below, tied to the documented one.
    """
    own, article = frame[frame["party"] != "article"], frame[frame["party"] == "article"]
    place = own.groupby("rung").cumcount() - (own.groupby("rung")["rung"].transform("size") - 1) / 2
    documented = own.groupby("rung")["drawn_at"].first()
    tints = [color(PARTIES[party][1]) for party in own["party"]]
    traces = [context({"type": "scatter", "mode": "lines", "x": [documented[row.rung], row.drawn_at], "y": [row.rung + HANGS] * 2, "line": {"color": color("context"), "width": 1.5, "dash": "dot"}}) for row in article.itertuples()]
    traces.append({
        "type": "scatter", "mode": "markers+text", "x": own["drawn_at"].tolist(), "y": (own["rung"] + APART * place).tolist(),
        "text": [inert(row.date_text) if lead else "" for row, lead in zip(own.itertuples(), ~own.duplicated("rung", keep="first"))],
        "textposition": ["middle left" if late else "middle right" for late in _late(own["drawn_at"], frame["drawn_at"])], "textfont": {"size": 11, "color": color("muted")}, "hovertext": own["hover"].tolist(), "hoverinfo": "text",
        "cliponaxis": False, "marker": {"size": 10, "color": tints, "symbol": ["circle-open" if weak else "circle" for weak in own["weak"]], "line": {"width": 2, "color": tints}},
    })
    if len(article):
        traces.append({
            "type": "scatter", "mode": "markers", "x": article["drawn_at"].tolist(), "y": (article["rung"] + HANGS).tolist(), "hovertext": article["hover"].tolist(), "hoverinfo": "text",
            "cliponaxis": False, "marker": {"size": 10, "symbol": ARTICLE[1], "color": color(ARTICLE[2]), "line": {"width": 2, "color": color(ARTICLE[2])}},
        })
    traces += [key_entry(words, "circle", meaning) for party, (words, meaning) in PARTIES.items() if party in set(own["party"])]
    traces += [key_entry(ARTICLE[0], ARTICLE[1], ARTICLE[2], 9)] if len(article) else []
    rungs = own.drop_duplicates("rung")
    bands = [{"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": y - 0.5, "y1": y + 0.5, "fillcolor": color("grid"), "opacity": 0.35, "line": {"width": 0}, "layer": "below"} for y in rungs["rung"] if y % 2]
    ticks = [wrapped(label) for label in rungs["label"]]
    years = pd.to_datetime(frame["drawn_at"]).agg(lambda dates: dates.max().year - dates.min().year)
    calendar = {"dtick": "M48", "tickformat": "%Y"} if years > 4 else {"dtick": "M3", "tickformat": "%b<br>%Y"}
    entries = sum(trace.get("showlegend", False) for trace in traces)
    height = 48 + RUNG * len(rungs) + KEY_LINE * entries
    return figure(name, caption, rows, traces, layout(
        axis(type="date", side="top", range=_room(frame["drawn_at"]), **calendar),
        axis(range=[rungs["rung"].max() + 0.75, 0.4], showgrid=False, tickmode="array", tickvals=rungs["rung"].tolist(), ticktext=ticks, tickfont={"size": 12, "color": color("ink")}),
        height, shapes=bands, showlegend=True, legend=key_below(entries, height), margin={"l": 8, "r": 16, "t": 34, "b": 14 + KEY_LINE * entries}))


def _late(dates: pd.Series, all_dates: pd.Series) -> pd.Series:
    """Which dates stand so far right that their words must go to the left?"""
    times, span = pd.to_datetime(dates), pd.to_datetime(all_dates)
    return times > span.min() + 0.55 * (span.max() - span.min())


def _room(dates: pd.Series) -> list[str]:
    """From when to when does the axis run? A little beyond the marks on both sides."""
    times = pd.to_datetime(dates)
    pad = 0.05 * (times.max() - times.min())
    return [(times.min() - pad).date().isoformat(), (times.max() + pad).date().isoformat()]


def _brief(date: str) -> str:
    """An ISO date as a chart has room for it: "Aug 16, 2022"."""
    month, gap, rest = say_date(date).partition(" ")
    return f"{month[:3]} {rest}" if gap else month


def _steps(name: str, frame: pd.DataFrame, caption: Caption) -> Figure:
    """A ladder of one case. frame: rows of ``measures.cases.with_claimed``."""
    words = {party: said for party, (said, _) in PARTIES.items()} | {"article": ARTICLE[0]}
    texts = hover(frame.assign(party=frame["party"].map(words), said=frame["date"].map(say_date)), "short", "said", "party", "what")
    drawn = pd.DataFrame({
        "rung": frame["order"], "label": frame["short"], "date_text": frame["date"].map(_brief), "drawn_at": frame["drawn_at"],
        "party": frame["party"], "weak": ~frame["certain"], "hover": texts,
    })
    return _ladder(name, drawn, caption, frame.drop(columns=["case"]))


def ladder_neuquen_by_date(frame: pd.DataFrame, caption: Caption) -> Figure:
    """In which order did works, treaty and law come at Neuquén? frame: rows of ``measures.cases.with_claimed``."""
    return _steps("ladder_neuquen_by_date", frame, caption)


def ladder_tierra_del_fuego_by_date(frame: pd.DataFrame, caption: Caption) -> Figure:
    """When was the port of Tierra del Fuego signed, made public, refused and withdrawn? frame: rows of ``measures.cases.with_claimed``."""
    return _steps("ladder_tierra_del_fuego_by_date", frame, caption)
