"""In which ways can a folder of real tables be spoiled, and where must the message point?"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Spoiled:
    """Where was what broken, and what must the message allow?"""

    file: str
    row: int | None
    column: str
    allowed: str
    found: str = ""
    problems: int = 1


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines(keepends=True)


def set_cell(folder: Path, table: str, column: str, value: str, row: int = 2) -> Spoiled:
    """Write one cell of the row that an editor shows as `row`; returns its place."""
    path = folder / f"{table}.csv"
    text = lines(path)
    cells = next(csv.reader([text[row - 1]]))
    cells[next(csv.reader([text[0]])).index(column)] = value
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    text[row - 1] = out.getvalue()
    path.write_text("".join(text), encoding="utf-8")
    return Spoiled(f"data/{table}.csv", row, column, "", f'"{value[:60]}' if value else "nothing")


def row_where(folder: Path, table: str, **wanted: str) -> int:
    """On which line stands the first row with these cells?"""
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as source:
        return next(i for i, row in enumerate(csv.DictReader(source), 2) if all(row[k] == v for k, v in wanted.items()))


def cell_case(table: str, column: str, value: str, allowed: str, **wanted: str) -> Callable[[Path], Spoiled]:
    def spoil(folder: Path) -> Spoiled:
        place = set_cell(folder, table, column, value, row_where(folder, table, **wanted) if wanted else 2)
        return Spoiled(place.file, place.row, place.column, allowed, place.found)

    return spoil


def bytes_case(change: Callable[[bytes], bytes], row: int | None, column: str, allowed: str, found: str) -> Callable[[Path], Spoiled]:
    def spoil(folder: Path) -> Spoiled:
        path = folder / "states.csv"
        path.write_bytes(change(path.read_bytes()))
        return Spoiled("data/states.csv", row, column, allowed, found)

    return spoil


def missing_file(folder: Path) -> Spoiled:
    (folder / "sources.csv").unlink()
    return Spoiled("data/sources.csv", None, "", "tables here: actors, case_steps, cases, claims", "no such file")


def missing_table(folder: Path) -> Spoiled:
    (folder / "states.csv").unlink()
    (folder / "states.resource.yaml").unlink()
    return Spoiled("data/states.csv", None, "", "a table that cases.iso3, events.iso3", "no such table")


def missing_sidecar(folder: Path) -> Spoiled:
    (folder / "sources.resource.yaml").unlink()
    return Spoiled("data/sources.csv", None, "", "one sidecar per table", "no sources.resource.yaml")


def missing_column(folder: Path) -> Spoiled:
    path = folder / "us_obligations.csv"
    with path.open(encoding="utf-8", newline="") as source:
        rows = list(csv.reader(source))
    at = rows[0].index("account")
    with path.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target, lineterminator="\n").writerows(row[:at] + row[at + 1 :] for row in rows)
    return Spoiled("data/us_obligations.csv", 1, "account", "the fields of us_obligations.resource.yaml in order", "no such column")


def renamed_column(folder: Path) -> Spoiled:
    path = folder / "sources.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("url", "URL", 1), encoding="utf-8")
    return Spoiled("data/sources.csv", 1, "url", "the fields of sources.resource.yaml", '"URL"')


def extra_column(folder: Path) -> Spoiled:
    path = folder / "publishers.csv"
    path.write_text("".join(line.replace("\n", ",note\n") for line in lines(path)), encoding="utf-8")
    return Spoiled("data/publishers.csv", 1, "note", "the fields of publishers.resource.yaml", "does not describe")


def swapped_headers(folder: Path) -> Spoiled:
    path = folder / "states.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("lon,lat", "lat,lon", 1), encoding="utf-8")
    return Spoiled("data/states.csv", 1, "lat", "in order (iso3, name", "another order")


def swapped_cells(folder: Path) -> Spoiled:
    row = row_where(folder, "us_obligations", iso3="BOL", account="incle")
    text = lines(folder / "us_obligations.csv")
    cells = text[row - 1].split(",")
    cells[2], cells[3] = cells[3], cells[2]
    text[row - 1] = ",".join(cells)
    (folder / "us_obligations.csv").write_text("".join(text), encoding="utf-8")
    return Spoiled("data/us_obligations.csv", row, "fiscal_year", "a whole number", '"incle"', problems=2)


def duplicate_id(folder: Path) -> Spoiled:
    path = folder / "events.csv"
    text = lines(path)
    path.write_text("".join([*text, text[5]]), encoding="utf-8")
    return Spoiled("data/events.csv", len(text) + 1, "event_id", "each event_id once; row 6 has the same", text[5].split(",")[0])


def deleted_row(folder: Path) -> Spoiled:
    event = row_where(folder, "events", event_id="ai-002")
    key = lines(folder / "events.csv")[event - 1].split(",")
    used = [row["source"] for row in csv.DictReader(lines(folder / "events.csv"))]
    lost = next(k for k in used if used.count(k) == 1 and k not in key)
    text = lines(folder / "sources.csv")
    del text[row_where(folder, "sources", key=lost) - 1]
    (folder / "sources.csv").write_text("".join(text), encoding="utf-8")
    return Spoiled("data/events.csv", row_where(folder, "events", source=lost), "source", "a key of data/sources.csv", lost)


def wrong_separator(folder: Path) -> Spoiled:
    path = folder / "states.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",", ";"), encoding="utf-8")
    return Spoiled("data/states.csv", 1, "", "columns separated by commas", "one column")


def latin_1(folder: Path) -> Spoiled:
    row = row_where(folder, "states", iso3="BRA")
    set_cell(folder, "states", "name", "São Brasil", row)
    path = folder / "states.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("latin-1"))
    return Spoiled("data/states.csv", row, "name", "text in UTF-8", "not UTF-8")


def symlink(folder: Path) -> Spoiled:
    path = folder / "sources.csv"
    os.replace(path, folder / "elsewhere")
    path.symlink_to(folder / "elsewhere")
    return Spoiled("data/sources.csv", None, "", "a plain file", "a symbolic link")


def folder_in_place(folder: Path) -> Spoiled:
    (folder / "sources.csv").unlink()
    (folder / "sources.csv").mkdir()
    return Spoiled("data/sources.csv", None, "", "a plain file", "a folder")


def broken_sidecar(folder: Path) -> Spoiled:
    path = folder / "sources.resource.yaml"
    path.write_text("name: sources\npath: [sources.csv\ntitle: x\n", encoding="utf-8")
    return Spoiled("data/sources.resource.yaml", 3, "", "a sidecar", "no valid YAML")


def no_package(folder: Path) -> Spoiled:
    (folder / "package.yaml").unlink()
    return Spoiled("data/package.yaml", None, "", "", "no such file")


def extra_cell(folder: Path) -> Spoiled:
    text = lines(folder / "states.csv")
    text[4] = text[4].replace("\n", ",7\n")
    (folder / "states.csv").write_text("".join(text), encoding="utf-8")
    return Spoiled("data/states.csv", 5, "", "8 cells, one per column", "9 cells")


def state_missing(folder: Path) -> Spoiled:
    path = folder / "us_obligations.csv"
    path.write_text("".join(line for line in lines(path) if not line.startswith("JAM,")), encoding="utf-8")
    return Spoiled("data/us_obligations.resource.yaml", None, "", "absent: [JAM]", "absent: []")


def word_unexplained(folder: Path) -> Spoiled:
    path = folder / "codebook.csv"
    path.write_text("".join(line for line in lines(path) if not line.startswith("act,visit,")), encoding="utf-8")
    return Spoiled("data/codebook.csv", None, "word", "the words of act in events.resource.yaml", "visit of the column act")


def steps_swapped(folder: Path) -> Spoiled:
    path = folder / "case_steps.csv"
    text = lines(path)
    text[1], text[2] = text[2], text[1]
    path.write_text("".join(text), encoding="utf-8")
    return Spoiled("data/case_steps.csv", 3, "event", "a day not before", '"sn-001"')


def verdict_alone(folder: Path) -> Spoiled:
    path = folder / "claims.csv"
    rows = list(csv.DictReader(lines(path)))
    row = next(r for r in rows if r["finding_basis"] == "rows" and r["verdict"] == "supported" and not r["tables"])
    set_cell(folder, "claims", "evidence", "le-164", row_where(folder, "claims", claim_id=row["claim_id"]))
    return Spoiled("data/claims.csv", row_where(folder, "claims", claim_id=row["claim_id"]), "evidence", "an event that does not restate the article", '"le-164"')


SPOILED: dict[str, Callable[[Path], Spoiled]] = {
    "missing file": missing_file,
    "missing table with its sidecar": missing_table,
    "missing sidecar": missing_sidecar,
    "missing column": missing_column,
    "renamed column": renamed_column,
    "extra column": extra_column,
    "swapped headers": swapped_headers,
    "swapped cells": swapped_cells,
    "duplicate id": duplicate_id,
    "deleted row that others point at": deleted_row,
    "wrong separator": wrong_separator,
    "Latin-1": latin_1,
    "symbolic link": symlink,
    "folder in place of a file": folder_in_place,
    "broken sidecar": broken_sidecar,
    "no package": no_package,
    "one cell too many": extra_cell,
    "empty file": bytes_case(lambda b: b"", None, "", "a header row and the rows", "an empty file"),
    "header alone": bytes_case(lambda b: b[: b.index(b"\n") + 1], None, "", "at least one row", "a header without rows"),
    "BOM": bytes_case(lambda b: b"\xef\xbb\xbf" + b, 1, "", "UTF-8 without BOM", "a byte order mark"),
    "UTF-16": bytes_case(lambda b: b.decode().encode("utf-16"), 1, "", "UTF-8 without BOM", "a byte order mark"),
    "NUL": bytes_case(lambda b: b.replace(b"Argentina", b"Argen\0tina"), 2, "name", "text in UTF-8", "a NUL byte"),
    "random bytes": bytes_case(lambda b: b.replace(b"Argentina", b"\xff\xfe\x9d"), 2, "name", "text in UTF-8", "not UTF-8"),
    "Windows line ends": bytes_case(lambda b: b.replace(b"\n", b"\r\n"), 1, "", "LF alone", "a carriage return"),
    "cut off": bytes_case(lambda b: b[:-3], 38, "", "whole rows", "without a line end"),
    "empty line": bytes_case(lambda b: b.replace(b"\nATG", b"\n\nATG"), 3, "", "8 cells", "an empty line"),
    "stray quote": bytes_case(lambda b: b.replace(b"Argentina", b'Argen"tina'), 2, "", "inner quote marks doubled", 'Argen"tina'),
    "quote never closed": bytes_case(lambda b: b.replace(b"Argentina", b'"Argentina'), 2, "", "inner quote marks doubled", "a stray quote"),
    "huge cell": bytes_case(lambda b: b.replace(b"Argentina", b"A" * 10_000_000), 2, "name", "at most 100,000", "10,000,000 characters"),
    "unknown iso3": cell_case("events", "iso3", "ARX", "an iso3 of data/states.csv", event_id="ai-002"),
    "unknown source key": cell_case("events", "source", "no-such-source", "a key of data/sources.csv"),
    "unknown publisher": cell_case("sources", "publisher", "nobody", "a key of data/publishers.csv"),
    "unknown vocabulary word": cell_case("events", "level", "galactic", "one of"),
    "impossible date": cell_case("events", "date", "2023-02-30", "a real date", event_id="ai-001"),
    "date in the wrong form": cell_case("events", "date", "07/10/2009", "YYYY-MM-DD", event_id="ai-001"),
    "future date": cell_case("events", "date", "2026-12-24", "dates up to 2026-11-25", event_id="ai-001"),
    "future year": cell_case("regimes", "year", "2031", "years up to 2026"),
    "end before the beginning": cell_case("events", "end_date", "2008", "a day not before date", event_id="ai-001"),
    "precision that the date denies": cell_case("events", "date_precision", "year", "day, for the date", event_id="ai-001"),
    "thousands mark": cell_case("us_obligations", "obligations_usd2020", "1,200", "a number in plain decimal notation"),
    "exponent": cell_case("us_obligations", "obligations_usd2020", "1e6", "a number in plain decimal notation"),
    "percent sign": cell_case("regimes", "libdem", "12 %", "a number in plain decimal notation"),
    "nan": cell_case("regimes", "libdem", "nan", "a number in plain decimal notation"),
    "inf": cell_case("regimes", "libdem", "inf", "a number in plain decimal notation"),
    "digits of another script": cell_case("us_obligations", "obligations_usd2020", "١٢", "a number in plain decimal notation"),
    "whole number with decimals": cell_case("regimes", "regime", "2.5", "a whole number"),
    "word for a truth value": cell_case("events", "counted", "yes", "true or false"),
    "negative amount": cell_case("events", "amount_usd", "-5", "at least 0", event_id="ai-001"),
    "number out of range": cell_case("regimes", "libdem", "1.2", "at most 1"),
    "required cell empty": cell_case("events", "what", "", "a value in every row"),
    "latitude off the globe": cell_case("events", "lat", "95", "at most 90", event_id="le-066"),
    "latitude alone": cell_case("events", "lon", "", "lat and lon together", event_id="le-066"),
    "uncounted without a reason": cell_case("events", "counted", "false", "a reason", event_id="ai-001"),
    "formula": cell_case("events", "what", '=HYPERLINK("https://example.org")', "does not begin with = + - @"),
    "command": cell_case("events", "notes", "@SUM(A1)", "does not begin with = + - @"),
    "HTML": cell_case("events", "what", "A gift <script>alert(1)</script>", "text without HTML"),
    "line break in a cell": bytes_case(lambda b: b.replace(b"Argentina", b'"Argen\ntina"'), 2, "name", "one line of visible", "U+000A"),
    "text that turns direction": cell_case("events", "what", "A gift \u202etfig", "one line of visible"),
    "script address": cell_case("sources", "url", "javascript:alert(1)", "https://"),
    "claim on a row that is not there": cell_case("claims", "evidence", "le-127;le-9999", "an event_id of data/events.csv", claim_id="A1"),
    "money without its basis": cell_case("events", "amount_basis", "", "what \"18300000\" dollars are", event_id="le-086"),
    "a basis without money": cell_case("events", "amount_usd", "", "nothing where there is no amount", event_id="le-086"),
    "place outside the region": cell_case("events", "lat", "51.5", "-56 to 33, the region", event_id="le-066"),
    "state missing from a panel": state_missing,
    "type of a body that its list denies": cell_case("events", "provider_actor_type", "military", "diplomatic, the type of chn-embassy-", event_id="le-066"),
    "unknown body": cell_case("events", "actors", "nobody-at-all", "an actor of data/actors.csv"),
    "police of no place and no center": cell_case("actors", "reach", "", "local or national, for police", actor="grd-carriacou-police"),
    "a ministry marked as local police": cell_case("actors", "reach", "local", "nothing for this body", actor="bra-ministry-of-culture"),
    "unknown case": cell_case("events", "case_id", "no_case", "a case_id of data/cases.csv"),
    "old id that lives": cell_case("event_aliases", "alias", "le-171", "an id that is no event_id"),
    "old id of nothing": cell_case("event_aliases", "event_id", "le-999", "an event_id of data/events.csv"),
    "mark of a reading that was not made": cell_case("events", "second_reading", "true", "false, as data/second_reading.csv", event_id="ai-001"),
    "word without a meaning": word_unexplained,
    "steps of a case out of order": steps_swapped,
    "verdict without evidence": verdict_alone,
    "page that is not there": cell_case("events", "more_sources", "no-such-page", "a key of data/sources.csv"),
    "claim on a table that is not there": cell_case("claims", "tables", "us_obligatoins", "a table of this folder", claim_id="A14"),
    "rule for a claim that is not there": cell_case("verdict_rules", "claim_id", "Z99", "a claim_id of data/claims.csv"),
}
# The place or the value in the message is another than the cell that was written.
ELSEWHERE = {
    "a basis without money": ("amount_basis", '"gift_value'), "uncounted without a reason": ("counted_why", "nothing"), "claim on a row that is not there": ("evidence", '"le-9999"')}
SAID_OTHERWISE = {"HTML": "<script>", "text that turns direction": "U+202E", "formula": "=HYPERLINK"}
