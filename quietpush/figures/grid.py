"""Grid: who stands where among many? A small mark per row and column; member, left, "no" and "not found" never look alike."""

from __future__ import annotations

import pandas as pd

from ..theme import color, text_on
from .base import KEY_LINE, axis, figure, hover, inert, key_below, key_entry, layout, wrapped
from .caption import Caption, Figure

HEADING = 11  # characters of a column heading on one line
ON_MARK = 3  # characters that a mark has room for; a longer text stands under a mark of less size
STEP = 39  # px between two levels of headings: three lines of small type
CAMPS = {"China": ("China", "china"), "US": ("US", "us"), "Europe": ("Europe", "eu"), "UN or OECD": ("Other", "other")}
STANDINGS = {camp: ("", meaning, "square") for camp, (_, meaning) in CAMPS.items()} | {
    "member": ("Member, signatory", "ink", "square"), "words of support": ("Words of support", "china", "square-open"), "observer": ("Observer", "eu", "circle-open"),
    "left": ("Left", "china", "x-open"), "no": ("No", "muted", "line-ew-open"), "not found": ("Not found", "missing", "circle"),
}
DEBATE_KINDS = {
    "documented": ("Documented", "local", "square"), "in part or disputed": ("In part, or disputed", "local", "square-open"), "no": ("No, by a source", "muted", "line-ew-open"),
    "searched, none found": ("Searched, none found", "missing", "circle-open"), "not found": ("Not found, not logged", "missing", "circle"),
}
FOUND_KINDS = {"China": ("", "china", "square"), "United States": ("", "us", "square"), "European Union": ("", "eu", "square"), "documented": ("Documented (color of the party)", "ink", "square"),
               "searched, none found": ("Searched, none found", "muted", "circle-open"), "not searched": ("Not searched", "missing", "x")}
ITEM_KINDS = {"named": ("Named", "china", "square"), "pledged": ("Places pledged", "china_soft", "square"), "not found": ("Not found", "missing", "circle")}


def _grid(name: str, frame: pd.DataFrame, caption: Caption, legend: dict[str, tuple[str, str, str]], rows: pd.DataFrame, levels: int, cell: int, row_height: int, bands: dict[str, tuple[str, str]] | None = None) -> Figure:
    """Marks on a grid. frame: row, column, kind (key of legend), shown (text on the mark), hover. legend: {kind: (words, meaning, symbol)}.

    levels: over how many heights the headings are spread, so that many narrow columns need no rotation; cell: px of a mark,
    less for "not found"; bands: {value of the frame's band: (words, meaning)} named over their columns. A kind without words
    has no entry in the key, one without marks only that entry.
    """
    traces = []
    for kind, (words, meaning, symbol) in legend.items():
        piece = frame[frame["kind"] == kind]
        size = 3 + cell // 4 if kind == "not found" else cell
        under = piece["shown"].str.len().max() > ON_MARK
        traces.append({
            "type": "scatter", "mode": "markers+text", "x": piece["column"].tolist(), "y": [wrapped(row) for row in piece["row"]], "cliponaxis": False,
            "text": [inert(text) for text in piece["shown"]], "textposition": "bottom center" if under else "middle center",
            "textfont": {"size": 10, "color": color("ink") if under else text_on(meaning)}, "hovertext": piece["hover"].tolist(), "hoverinfo": "text",
            "marker": {"symbol": symbol, "size": size // 2 if under else size, "color": color(meaning), "line": {"width": 2, "color": color(meaning if "open" in symbol else "ground")}},
        })
        traces += [key_entry(words, symbol, meaning, size=4 if kind == "not found" else 11)] if words else []
    entries = sum(trace["x"] == [None] for trace in traces)
    columns, labels = list(dict.fromkeys(frame["column"])), [wrapped(row) for row in dict.fromkeys(frame["row"])]
    notes, lines = _headings(columns, levels)
    top = STEP * levels + (46 if bands else 10)
    notes += _bands(frame.drop_duplicates("column"), bands, STEP * levels + 6) if bands else []
    height = top + 24 + KEY_LINE * entries + row_height * len(labels)
    return figure(name, caption, rows, [trace for trace in traces if trace["x"]], layout(
        axis(categoryorder="array", categoryarray=columns, range=[-0.6, len(columns) - 0.4], showticklabels=False),
        axis(autorange=False, range=[len(labels) - 0.4, -0.6], categoryorder="array", categoryarray=labels, dtick=1, tickfont={"size": 12, "color": color("ink")}),
        height, annotations=notes, shapes=lines, showlegend=True, legend=key_below(entries, height), margin={"l": 8, "r": 22, "t": top, "b": 24 + KEY_LINE * entries}))


def _headings(columns: list[str], levels: int) -> tuple[list[dict], list[dict]]:
    """Column headings on several heights, each with a thin line down to its column."""
    notes, lines = [], []
    for place, column in enumerate(columns):
        height = 4 + STEP * (place % levels)
        notes.append({"x": place, "yref": "paper", "y": 1, "yanchor": "bottom", "yshift": height, "text": wrapped(column, HEADING), "showarrow": False, "font": {"size": 10, "color": color("ink")}})
        lines.append({"type": "line", "x0": place, "x1": place, "yref": "paper", "ysizemode": "pixel", "yanchor": 1, "y0": 0, "y1": height, "line": {"color": color("grid"), "width": 1}})
    return notes, lines


def _bands(columns: pd.DataFrame, bands: dict[str, tuple[str, str]], height: int) -> list[dict]:
    """A name over each band of neighboring columns, in the band's color."""
    middle = columns.assign(place=range(len(columns))).groupby("band", sort=False)["place"].mean()
    return [{"x": place, "yref": "paper", "y": 1, "yanchor": "bottom", "yshift": height, "text": f"<b>{wrapped(bands[band][0])}</b>", "showarrow": False,
             "font": {"size": 11, "color": color(bands[band][1])}} for band, place in middle.items()]


def grid_clubs_by_state(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Which state stands in which club? frame: iso3, state, club, camp, list, status, date."""
    # The whole grid has to fit on one page: rows leave room for one line, so the longest name is cut at its "and".
    words = frame.assign(when=frame["date"].where(frame["date"].notna(), ""), list=frame["list"] + " list")
    drawn = pd.DataFrame({
        "row": frame["state"].str.replace(" and the Grenadines", ""), "column": frame["club"].where(frame["list"] == "partial", frame["club"] + " (complete)"),
        "kind": frame["camp"].where(frame["status"] == "member", frame["status"]), "shown": "", "band": frame["camp"], "hover": hover(words, "state", "club", "status", "when", "list"),
    })
    return _grid("grid_clubs_by_state", drawn, caption, STANDINGS, frame, levels=4, cell=12, row_height=16, bands=CAMPS)


def grid_forum_items_by_text(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Which topics did which text name? frame: text, topic, found (named | pledged | not found), places_per_year, rows."""
    number = ["" if pd.isna(places) else f"{places:,.0f}" for places in frame["places_per_year"]]
    drawn = pd.DataFrame({"row": frame["text"], "column": frame["topic"], "kind": frame["found"], "shown": number,
                          "hover": hover(frame.assign(number=number), "text", "topic", "found", "number")})
    return _grid("grid_forum_items_by_text", drawn, caption, ITEM_KINDS, frame, levels=2, cell=26, row_height=36)


def grid_debate_by_state(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Who set or disputed limits in which state? frame: iso3, state, question, answer (key of DEBATE_KINDS), rows."""
    words = frame.assign(rows=frame["rows"].fillna(""))
    drawn = pd.DataFrame({"row": frame["state"].str.replace(" and the Grenadines", ""), "column": frame["question"], "kind": frame["answer"], "shown": "", "hover": hover(words, "state", "question", "answer", "rows")})
    return _grid("grid_debate_by_state", drawn, caption, DEBATE_KINDS, frame, levels=2, cell=11, row_height=16)


def grid_found_by_state(frame: pd.DataFrame, caption: Caption) -> Figure:
    """Where was something documented, where searched in vain, where not searched? frame: found of measures/searching.py."""
    words = frame.assign(said=[f"{row.theme}, {row.party}: {row.answer} ({row.queries} queries, {row.events} events)" for row in frame.itertuples()])
    drawn = pd.DataFrame({
        "row": frame["state"].str.replace(" and the Grenadines", ""), "column": frame["theme"] + " " + frame["party"].map({"China": "CN", "United States": "US", "European Union": "EU"}),
        "kind": frame["party"].where(frame["answer"] == "documented", frame["answer"]), "shown": "", "hover": hover(words, "state", "said"),
    })
    return _grid("grid_found_by_state", drawn, caption, FOUND_KINDS, frame, levels=3, cell=12, row_height=16)
