"""Forest: what did each test find, how sure, and what could it have missed? One mark per estimate on one scale."""

from __future__ import annotations

import pandas as pd

from ..theme import color
from .base import KEY_LINE, axis, context, figure, hover, inert, key_below, key_entry, layout
from .caption import Caption, Figure

UNIT = 19  # pixels of one estimate
LABEL, HEAD, GAP = 1.15, 1.5, 0.35  # heights of a reading's name, of a group's name and of the space after a reading, in estimates


def _heights(frame: pd.DataFrame) -> tuple[pd.Series, dict[tuple[str, str], float], dict[str, float], float]:
    """How far down does each estimate, each reading's name and each group's name stand? And how far down is the end?"""
    places, labels, heads, at = {}, {}, {}, 0.0
    for group, part in frame.groupby("group", sort=False):
        heads[group] = at + 0.9
        at += HEAD
        for label, piece in part.groupby("label", sort=False):
            labels[group, label] = at + 0.75
            at += LABEL
            for row in piece.index:
                places[row] = at + 0.5
                at += 1
            at += GAP
    return pd.Series(places), labels, heads, at


def _forest(name: str, frame: pd.DataFrame, caption: Caption, unit: str, legend: dict[str, tuple[str, str]], band: str, rows: pd.DataFrame) -> Figure:
    """Estimates with intervals. frame: group, label, value, low, high, reach (half width of the pale band), meaning, symbol, hover.

    Rows of one group and label stand together under the label. legend: {words: (symbol, meaning)}; band: what the pale band is.
    """
    places, labels, heads, end = _heights(frame)
    drawn = frame.assign(at=places)
    bands = [(x, row.at) for row in drawn.itertuples() for x in (-row.reach, row.reach)]
    traces = [context({"type": "scatter", "mode": "lines", "x": [x for pair in zip(bands[::2], bands[1::2]) for x in (pair[0][0], pair[1][0], None)],
                       "y": [y for pair in zip(bands[::2], bands[1::2]) for y in (pair[0][1], pair[1][1], None)], "line": {"color": color("grid"), "width": 13}})]
    traces += [context({"type": "scatter", "mode": "lines", "x": [row.low, row.high], "y": [row.at, row.at], "line": {"color": color(row.meaning), "width": 2.5}}) for row in drawn.itertuples()]
    tints = [color(meaning) for meaning in drawn["meaning"]]
    traces.append({
        "type": "scatter", "mode": "markers", "x": drawn["value"].tolist(), "y": drawn["at"].tolist(), "hovertext": drawn["hover"].tolist(), "hoverinfo": "text", "cliponaxis": False,
        "marker": {"size": 11, "symbol": drawn["symbol"].tolist(), "color": tints, "line": {"width": 1, "color": tints}},
    })
    traces += [key_entry(words, symbol, meaning) for words, (symbol, meaning) in legend.items()] + [key_entry(band, "square", "grid", 12)]
    left = {"xref": "paper", "x": 0, "xanchor": "left", "yanchor": "middle", "showarrow": False, "align": "left", "bgcolor": color("ground"), "borderpad": 0}  # over the line at zero
    notes = [left | {"y": at, "text": f"<b>{inert(group)}</b>", "font": {"size": 13, "color": color("ink")}} for group, at in heads.items()]
    notes += [left | {"y": at, "text": inert(label), "font": {"size": 12, "color": color("ink")}} for (_, label), at in labels.items()]
    key = KEY_LINE * (len(legend) + 1) + 14
    height = round(UNIT * end) + 52 + key
    reach = 1.06 * max(abs(frame["low"].min()), abs(frame["high"].max()), frame["reach"].max())
    return figure(name, caption, rows, traces, layout(
        axis(unit, range=[-reach, reach], nticks=5, zeroline=True, zerolinecolor=color("muted"), zerolinewidth=1.5),
        axis(range=[end, 0], showticklabels=False, showgrid=False), height, annotations=notes, showlegend=True,
        legend=key_below(len(legend) + 1, height), margin={"l": 10, "r": 12, "t": 6, "b": 46 + key}))


PROVIDERS = {"china": ("China", "circle", "china"), "us": ("United States", "diamond", "us"), "gap": ("US less China", "square", "context")}


def forest_freedom_by_test(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Does contact or money follow freedom? frame: rows of ``measures.no_strings.estimates``."""
    said = [f"{row.estimate:.2f} ({row.low:.2f} to {row.high:.2f}), p {row.p:.3f}, {row.n_states} states; below {row.smallest:.2f} it could be missed".replace("-", "−") for row in frame.itertuples()]
    words = frame["provider"].map({key: words for key, (words, _, _) in PROVIDERS.items()})
    # A held reading has the words of its neighbor's; the test before it keeps the two apart.
    drawn = pd.DataFrame({
        "group": frame["group"], "label": frame["reading"].where(~frame["reading"].str.startswith("The same"), frame["reading"] + " (" + frame["test"] + ")"),
        "value": frame["estimate"], "low": frame["low"], "high": frame["high"], "reach": frame["smallest"],
        "meaning": frame["provider"].map({key: meaning for key, (_, _, meaning) in PROVIDERS.items()}), "symbol": frame["provider"].map({key: symbol for key, (_, symbol, _) in PROVIDERS.items()}),
        "hover": hover(frame.assign(words=words, said=said), "words", "reading", "said"),
    })
    legend = {said: (symbol, meaning) for key, (said, symbol, meaning) in PROVIDERS.items() if key in set(frame["provider"])}
    return _forest("forest_freedom_by_test", drawn, caption, "correlation, 95% interval", legend, "True values inside this could be missed", frame)
