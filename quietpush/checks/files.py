"""Can every table be opened, and is it a well-formed CSV with the columns of its sidecar?

A table that fails here is reported once and left out of all later rules, so that one cause gives one problem.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quietpush import schema
from quietpush.checks.problem import Problem, listed, quoted
from quietpush.schema import DataError, Sidecar

LARGEST_CELL = 100_000
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_QUOTED_CELL = re.compile(r'(^|,)"(?:[^"]|"")*"(?=,|$)')
# The module's own limit counts before a cell can be named; rows are measured here instead.
_CSV_LIMIT = 2**31 - 1


@dataclass(frozen=True)
class Table:
    """One readable table: its cells as text and the line on which each row begins."""

    sidecar: Sidecar
    label: str
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]

    def cells(self, *columns: str) -> Iterator[tuple[int, tuple[str, ...]]]:
        """What stands in these columns? (line, values) per row."""
        places = [self.sidecar.columns.index(c) for c in columns]
        for line, row in zip(self.lines, self.rows):
            yield line, tuple(row[i] for i in places)

    def has(self, *columns: str) -> bool:
        """Does the table have all these columns?"""
        return set(columns) <= set(self.sidecar.columns)


def open_tables(data: Path) -> tuple[dict[str, Table], list[Problem]]:
    """Which tables can be read, and what is wrong with the others?"""
    tables: dict[str, Table] = {}
    problems: list[Problem] = []
    with_sidecar = set(schema.names(data))
    for path in sorted(data.glob("*.csv")):
        if path.stem not in with_sidecar:
            label = f"{data.name}/{path.name}"
            problems.append(Problem(label, None, "", f"no {path.stem}{schema.SUFFIX} beside it", "one sidecar per table",
                                    "describe the table in a sidecar or remove the file"))
    for name in sorted(with_sidecar):
        opened = _open(data, name)
        if isinstance(opened, Problem):
            problems.append(opened)
        else:
            tables[name] = opened
    return tables, problems


def sidecar_problem(error: DataError) -> Problem:
    """How does a broken sidecar read as a problem? Its own words are kept."""
    return Problem(error.file, error.row, "", error.found, "a sidecar like those beside it", error.action)


def _open(data: Path, name: str) -> Table | Problem:
    described = data / (name + schema.SUFFIX)
    if described.is_symlink():
        return Problem(f"{data.name}/{described.name}", None, "", "a symbolic link", "a plain file", "put the sidecar itself here")
    try:
        sidecar = schema.load(data, name)
    except DataError as error:
        return sidecar_problem(error)
    label = f"{data.name}/{sidecar.path.name}"
    text = _text(sidecar.path, label)
    if isinstance(text, Problem):
        return text
    records = _records(text, label)
    if isinstance(records, Problem):
        return records
    lines, rows = records
    wrong = _header(rows[0], sidecar, label) or _bytes(rows, lines, sidecar.columns, label) or _shape(rows, lines, sidecar, label)
    return wrong or Table(sidecar, label, tuple(rows[1:]), tuple(lines[1:]))


def _text(path: Path, label: str) -> str | Problem:
    def refuse(found: str, allowed: str, action: str, row: int | None = None) -> Problem:
        return Problem(label, row, "", found, allowed, action)

    if path.is_symlink():
        return refuse("a symbolic link", "a plain file", "put the table itself here")
    if not path.exists():
        have = listed(p.stem for p in sorted(path.parent.glob("*.csv"))) or "none"
        return refuse("no such file", f"a table for every sidecar (tables here: {have})", "restore the table or remove its sidecar")
    if not path.is_file():
        return refuse("a folder or device", "a plain file", "put the table itself here")
    try:
        raw = path.read_bytes()
    except OSError as error:
        return refuse(f"a file that cannot be read ({error.strerror})", "a readable file", "give read permission")
    if not raw.strip():
        return refuse("an empty file", "a header row and the rows", "restore the table")
    if raw.startswith(_BOMS):
        return refuse("a byte order mark", "UTF-8 without BOM", "save the file as UTF-8 without BOM", 1)
    if b"\r" in raw:
        row = raw[: raw.index(b"\r")].count(b"\n") + 1
        return refuse("a carriage return", "lines that end in LF alone", "save the file with Unix line ends", row)
    if not raw.endswith(b"\n"):
        row = raw.count(b"\n") + 1
        return refuse("a last row without a line end", "whole rows", "see whether the file was cut off, then end it with a line end", row)
    # Bytes that are not UTF-8 survive as surrogates, so that the cell which holds them can be named.
    return raw.decode("utf-8", "surrogateescape")


def _records(text: str, label: str) -> tuple[list[int], list[tuple[str, ...]]] | Problem:
    """Which rows, and on which line does each begin?"""
    source = text.split("\n")
    lines: list[int] = []
    rows: list[tuple[str, ...]] = []
    begin = 1
    limit = csv.field_size_limit(_CSV_LIMIT)
    try:
        reader = csv.reader(io.StringIO(text), strict=True)
        for row in reader:
            record = "\n".join(source[begin - 1 : reader.line_num])
            if '"' in record and '"' in _QUOTED_CELL.sub(r"\1", record):
                return _stray(label, begin, record)
            lines.append(begin)
            rows.append(tuple(row))
            begin = reader.line_num + 1
    except csv.Error:
        return _stray(label, begin, source[begin - 1])
    finally:
        csv.field_size_limit(limit)
    return lines, rows


def _stray(label: str, row: int, record: str) -> Problem:
    at = record.find('"')
    return Problem(label, row, "", f"a stray quote mark in {quoted(record[max(0, at - 20) : at + 40])}",
                   'cells in "…" with inner quote marks doubled', "close or double the quote mark")


def _header(header: tuple[str, ...], sidecar: Sidecar, label: str) -> Problem | None:
    columns = sidecar.columns
    if list(header) == columns:
        return None
    described = f"the fields of {sidecar.name}{schema.SUFFIX} in order ({listed(columns)})"
    if len(header) == 1 and len(columns) > 1:
        return Problem(label, 1, "", f"one column {quoted(header[0])}", "columns separated by commas", "save the file with commas as separator")
    missing = [c for c in columns if c not in header]
    extra = [c for c in header if c not in columns]
    if missing:
        instead = f" (unknown here: {listed(map(quoted, extra))})" if extra else ""
        return Problem(label, 1, ", ".join(missing), f"no such column{instead}", described, "restore the column")
    if extra:
        return Problem(label, 1, ", ".join(extra), "a column that the sidecar does not describe", described, "describe the column or remove it")
    first = next(i for i, pair in enumerate(zip(header, columns)) if pair[0] != pair[1]) if len(header) == len(columns) else 0
    return Problem(label, 1, header[first], "the columns in another order or twice", described, "put the columns, with their cells, in that order")


def _bytes(rows: list[tuple[str, ...]], lines: list[int], columns: list[str], label: str) -> Problem | None:
    for line, row in zip(lines, rows):
        for column, cell in zip(columns, row):
            if len(cell) > LARGEST_CELL:
                return Problem(label, line, column, f"a cell of {len(cell):,} characters", f"at most {LARGEST_CELL:,}", "shorten the cell")
            if "\0" in cell:
                return Problem(label, line, column, "a NUL byte", "text in UTF-8", "remove the byte or restore the file")
            if any("\udc80" <= c <= "\udcff" for c in cell):
                return Problem(label, line, column, f"bytes that are not UTF-8 in {quoted(cell)}", "text in UTF-8", "save the file as UTF-8")
    return None


def _shape(rows: list[tuple[str, ...]], lines: list[int], sidecar: Sidecar, label: str) -> Problem | None:
    wide = len(sidecar.columns)
    if len(rows) == 1:
        return Problem(label, None, "", "a header without rows", "at least one row", "restore the rows or remove the table and its sidecar")
    for line, row in zip(lines, rows):
        if len(row) != wide:
            found = "an empty line" if not row else f"{len(row)} cells"
            return Problem(label, line, "", found, f"{wide} cells, one per column", "quote cells that hold a comma, or remove the line")
    return None
