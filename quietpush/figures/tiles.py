"""Tiles: how do the 33 states differ? One square per state, small islands as large as Brazil; letters beside color."""

from __future__ import annotations

import pandas as pd

from ..theme import color, text_on
from .base import KEY_LINE, bare_axis, figure, hover, key_below, key_entry, layout, wrapped
from .caption import Caption, Figure

SYMBOLS = ("square", "square-open", "square-cross-open", "square-x-open")


def _tiles(name: str, frame: pd.DataFrame, caption: Caption, legend: dict[str, tuple[str, str, str]], rows: pd.DataFrame) -> Figure:
    """A tile map. frame: iso3, tile_row, tile_col, kind (key of legend), hover, and optionally shown (text in place of iso3).

    legend: {kind: (words, meaning, symbol)}; a meaning "china+us" fills with the first and edges with the second.
    """
    traces = []
    for kind, (words, meaning, symbol) in legend.items():
        piece = frame[frame["kind"] == kind]
        fill, _, edge = meaning.partition("+")
        filled = not symbol.endswith("-open")
        line = {"width": 4 if edge else 2, "color": color(edge or fill)}
        traces.append({
            "type": "scatter", "mode": "markers+text", "x": piece["tile_col"].tolist(), "y": piece["tile_row"].tolist(),
            "text": [wrapped(words) for words in (piece["shown"] if "shown" in piece else piece["iso3"])], "textposition": "middle center", "hovertext": piece["hover"].tolist(), "hoverinfo": "text",
            "textfont": {"size": 10, "color": text_on(fill) if filled else color("ink")},
            "marker": {"symbol": symbol, "size": 29, "color": color(fill), "line": line},
        })
        traces.append(_key(words, symbol, fill, line["color"], line["width"]))
    rows_high = int(frame["tile_row"].max() - frame["tile_row"].min()) + 1
    lines = -(-len(legend) // 2)  # a tile map has the whole width, so two entries stand in a line
    height = 24 + 36 * rows_high + KEY_LINE * lines
    return figure(name, caption, rows, [t for t in traces if t["x"]], layout(
        bare_axis(range=[frame["tile_col"].min() - 0.7, frame["tile_col"].max() + 0.7], constrain="domain"),
        bare_axis(range=[frame["tile_row"].max() + 0.6, frame["tile_row"].min() - 0.6], scaleanchor="x", scaleratio=0.94, constrain="domain"),
        height, showlegend=True, legend=key_below(lines, height), margin={"l": 4, "r": 4, "t": 4, "b": 16 + KEY_LINE * lines}))


def _key(words: str, symbol: str, fill: str, edge: str, width: int) -> dict:
    entry = key_entry(words, symbol, fill)
    return entry | {"marker": entry["marker"] | {"line": {"color": edge, "width": min(width, 3)}}}


def tiles_ties_by_state(frame: pd.DataFrame, caption: Caption) -> Figure:
    """In which states were twinned places found? frame: iso3, state, tile_row, tile_col, pairs, recognizes (Beijing | Taipei)."""
    legend = {
        "many": ("10 pairs or more", "china", "square"), "few": ("1 to 9 pairs", "china_soft", "square"),
        "none": ("Not found", "missing", "square-open"), "taipei": ("Recognizes Taipei", "context", "square"),
    }
    kinds = ["many" if row.pairs >= 10 else "few" if row.pairs else "taipei" if row.recognizes == "Taipei" else "none" for row in frame.itertuples()]
    drawn = frame[["iso3", "tile_row", "tile_col"]].assign(
        kind=kinds, shown=[f"{row.iso3}\n{row.pairs}" if row.pairs else row.iso3 for row in frame.itertuples()],
        hover=hover(frame.assign(said=[f"{row.pairs} pairs" if row.pairs else "none found in the lists" for row in frame.itertuples()], recognized="recognizes " + frame["recognizes"]), "state", "said", "recognized"))
    return _tiles("tiles_ties_by_state", drawn, caption, legend, frame[["iso3", "state", "pairs", "recognizes"]])


def tiles_five_g_by_status(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Where do Chinese suppliers stand in 5G, and since when is there a service?

    frame: iso3, state, tile_row, tile_col, first_5g_year, chinese_vendor_status, vendors_named, restriction_detail. A year of
    two digits under the code is that of the first service.
    """
    legend = {
        "present": ("Supplier named", "china", "square"), "open": ("Open, none named", "china", "square-open"),
        "contested": ("Disputed", "context", "square"), "partly_excluded": ("Partly kept out", "ink", "square-open"),
        "excluded": ("Kept out", "ink", "square"), "not_stated": ("Not stated", "missing", "square-open"), "no_page": ("No page found", "land", "square"),
    }
    words = frame["chinese_vendor_status"].map({kind: words for kind, (words, _, _) in legend.items()})
    year = ["" if pd.isna(first) else f"{first:.0f}" for first in frame["first_5g_year"]]
    drawn = frame.assign(kind=frame["chinese_vendor_status"], words=words, since=[f"first 5G reported {first}" if first else "" for first in year],
                         shown=[f"{iso3}\n’{first[2:]}" if first else iso3 for iso3, first in zip(frame["iso3"], year)])
    drawn["hover"] = hover(drawn, "state", "words", "since", "vendors_named", "restriction_detail")
    return _tiles("tiles_five_g_by_status", drawn, caption, legend, frame)


def tiles_channels_by_state(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Where did queries of the same words meet local channels of China and the United States? frame: by_state of measures/channels.py."""
    legend = {
        "both": ("Both", "other", "square"), "china": ("China only", "china", "square"), "us": ("US only", "us", "square"), "rows": ("Known from elsewhere", "context", "square-open"),
        "none": ("None found", "missing", "square-open"), "unsearched": ("Not searched", "land", "square"),
    }
    said = [f"China: {row.pages_cn} pages, {row.events_cn} events in all; United States: {row.pages_us} pages, {row.events_us} events in all; {row.queries} queries for each" for row in frame.itertuples()]
    drawn = frame.assign(kind=frame["found"], said=said)
    used = {kind: entry for kind, entry in legend.items() if kind in set(frame["found"])}
    return _tiles("tiles_channels_by_state", drawn.assign(hover=hover(drawn, "state", "said")), caption, used, frame.drop(columns=["tile_row", "tile_col"]))


FOUND = {"search": "found by the equal search", "rows only": "known from other rows only", "none": "searched, none found"}


def tiles_ai_acts_by_party(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Whose AI acts did one search with equal effort find in each state? frame: tiles_found of measures/engagement.py.

    Letters: C China, U United States, E European Union; small where only a row from elsewhere tells an act.
    """
    legend = {
        "both": ("China + US or EU", "china+us", "square"), "china": ("China only", "china", "square"),
        "west": ("US or EU only", "us", "square"), "none": ("None found", "missing", "square-open"),
    }
    letters = [
        "".join(letter if answer == "search" else letter.lower() if answer == "rows only" else "" for letter, answer in zip("CUE", answers))
        for answers in frame[["china", "us", "eu"]].itertuples(index=False)
    ]
    said = {party: f"{words}: " + frame[party].map(FOUND) for party, words in {"china": "China", "us": "United States", "eu": "European Union"}.items()}
    drawn = frame.assign(shown=[f"{iso3}\n{found}" if found else iso3 for iso3, found in zip(frame["iso3"], letters)], **{f"{party}_said": words for party, words in said.items()})
    return _tiles("tiles_ai_acts_by_party", drawn.assign(hover=hover(drawn, "state", "china_said", "us_said", "eu_said")), caption, legend, frame)
