"""What does a table's sidecar say? Reads `data/<table>.resource.yaml` and `data/package.yaml`, nothing else."""

from __future__ import annotations

import datetime
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

SUFFIX = ".resource.yaml"
PACKAGE = "package.yaml"
TYPES = ("string", "integer", "number", "boolean")
CLASSES = ("coded", "extract", "derived")
DATA_VARIABLE = "QUIETPUSH_DATA"
# How a cell of each type is written; anything else is refused rather than guessed at. Fifteen digits are exact in every
# number type; a number may be long (training compute), as it is kept to the precision of a float anyway.
FORMS = {"integer": r"-?(0|[1-9][0-9]{0,14})", "number": r"-?(0|[1-9][0-9]{0,29})(\.[0-9]+)?", "boolean": r"true|false"}
FORM_WORDS = {
    "integer": "a whole number in plain digits such as 1200",
    "number": "a number in plain decimal notation such as 1200.5",
    "boolean": "true or false",
}
# The C loader is about ten times faster; the pure Python one gives the same result where it is not built.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class DataError(ValueError):
    """A table or sidecar that cannot be used: which file and row, what was found and what to do."""

    def __init__(self, file: str, found: str, action: str, row: int | None = None) -> None:
        super().__init__(f"{file}{'' if row is None else f' row {row}'}: {found}; {action}.")
        self.file, self.found, self.action, self.row = file, found, action, row


@dataclass(frozen=True)
class Reference:
    """Which column of which table must hold the value?"""

    resource: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class ForeignKey:
    """Which columns together point at another table?"""

    fields: tuple[str, ...]
    reference: Reference


@dataclass(frozen=True)
class Field:
    """What is one column: its type, unit, meaning and limits?"""

    name: str
    type: str
    description: str = ""
    unit: str = ""
    kind: str = ""
    planned: bool = False  # a date that may lie ahead, such as the agreed end of a contract
    references: Reference | None = None
    constraints: dict[str, Any] = field(default_factory=dict)

    @property
    def required(self) -> bool:
        """Must every row have a value?"""
        return bool(self.constraints.get("required"))

    @property
    def enum(self) -> tuple[str, ...]:
        """Which words are allowed (empty where the column is open)?"""
        return tuple(self.constraints.get("enum", ()))


@dataclass(frozen=True)
class Sidecar:
    """What is one table: its rows, sources, licence, limits and columns?"""

    name: str
    path: Path
    fields: tuple[Field, ...]
    title: str = ""
    description: str = ""
    class_: str = ""
    credit: str = ""
    period: str = ""
    licenses: tuple[dict[str, Any], ...] = ()
    sources: tuple[dict[str, Any], ...] = ()
    coverage: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    corrections: tuple[dict[str, Any], ...] = ()
    absent: tuple[str, ...] = ()  # states of the 33 without a row
    builder: str = ""
    upstream: tuple[dict[str, Any], ...] = ()
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    descriptor: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def columns(self) -> list[str]:
        """Which columns, in which order?"""
        return [f.name for f in self.fields]

    def field(self, name: str) -> Field:
        """What does the sidecar say about this column? KeyError names the columns that exist."""
        for candidate in self.fields:
            if candidate.name == name:
                return candidate
        raise KeyError(f"{self.path.parent.name}/{self.name}{SUFFIX} has no field {name!r}; it has {', '.join(self.columns)}")


def data_dir() -> Path:
    """Which folder holds the tables? QUIETPUSH_DATA, else the repository's data/; independent of the current directory."""
    given = os.environ.get(DATA_VARIABLE, "").strip()
    return Path(given).expanduser().resolve() if given else Path(__file__).resolve().parents[1] / "data"


def own_data() -> bool:
    """Has a reader pointed the book at tables of their own? Then a sentence that no longer holds is reported, not refused."""
    return bool(os.environ.get(DATA_VARIABLE, "").strip())


def names(data: Path) -> list[str]:
    """Which tables have a sidecar? Sorted names."""
    return sorted(p.name[: -len(SUFFIX)] for p in Path(data).glob("*" + SUFFIX))


def data_as_of(data: Path) -> str:
    """Up to which day do the data reach? ISO date from package.yaml."""
    path = Path(data) / PACKAGE
    value = _mapping(path).get("data_as_of")
    try:
        return datetime.date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise DataError(_label(path), f"data_as_of is {value!r}", "give one ISO date such as 2026-11-22") from None


def load(data: Path, name: str) -> Sidecar:
    """What does the sidecar of this table say? DataError where it is missing or broken."""
    path = Path(data) / (name + SUFFIX)
    raw = _mapping(path)
    label = _label(path)
    if raw.get("name") != name:
        raise DataError(label, f"name is {raw.get('name')!r}", f"write name: {name}, as in the file's name")
    if raw.get("path") != f"{name}.csv":
        raise DataError(label, f"path is {raw.get('path')!r}", f"write path: {name}.csv, the table beside the sidecar")
    table_schema = raw.get("schema")
    if not isinstance(table_schema, dict) or not _items(table_schema, "fields", label):
        raise DataError(label, "no schema.fields", "list every column with name, type and description")
    fields = tuple(_field(label, f) for f in table_schema["fields"])
    primary_key = _words(label, "primaryKey", table_schema.get("primaryKey") or [])
    foreign_keys = tuple(_foreign_key(label, k) for k in _items(table_schema, "foreignKeys", label))
    _known_columns([f.name for f in fields], [*primary_key, *(c for k in foreign_keys for c in k.fields)], label)
    return Sidecar(
        name=name,
        path=Path(data) / f"{name}.csv",
        fields=fields,
        primary_key=primary_key,
        foreign_keys=foreign_keys,
        **{key: str(raw.get(key) or "") for key in ("title", "description", "credit", "period", "builder")},
        class_=str(raw.get("class") or ""),
        **{key: tuple(_items(raw, key, label)) for key in ("licenses", "sources", "corrections", "upstream", "coverage", "warnings", "absent")},
        descriptor=raw,
    )


def _label(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _mapping(path: Path) -> dict[str, Any]:
    label = _label(path)
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except FileNotFoundError:
        raise DataError(label, "no such file", f"restore it (sidecars in {path.parent}: {', '.join(names(path.parent)) or 'none'})") from None
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(label, f"a file that cannot be read ({error})", "save it as UTF-8 text") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or "unreadable"
        raise DataError(label, f"no valid YAML ({reason})", "correct that line", mark.line + 1 if mark else None) from None
    if not isinstance(raw, dict):
        raise DataError(label, "no keys", "write a YAML mapping (name: ..., path: ...)")
    return raw


def _known_columns(columns: list[str], keyed: list[str], label: str) -> None:
    if twice := sorted({c for c in columns if columns.count(c) > 1}):
        raise DataError(label, f"field {', '.join(twice)} twice", "keep one")
    if unknown := [c for c in keyed if c not in columns]:
        raise DataError(label, f"a key over the column {unknown[0]!r}, which is no field", f"use a field ({', '.join(columns)})")


def _items(raw: dict[str, Any], key: str, label: str) -> list[Any]:
    value = raw.get(key) or []
    if not isinstance(value, list):
        raise DataError(label, f"{key} is {value!r}", f"make {key} a list (lines that begin with '- ')")
    return value


def _words(label: str, key: str, value: Any) -> tuple[str, ...]:
    words = [value] if isinstance(value, str) else value
    if not isinstance(words, list) or not all(isinstance(w, str) for w in words):
        raise DataError(label, f"{key} is {value!r}", "write a list of column names")
    return tuple(words)


def _reference(label: str, raw: Any) -> Reference:
    if not isinstance(raw, dict) or not isinstance(raw.get("resource"), str) or not raw.get("fields"):
        raise DataError(label, f"a reference is {raw!r}", "write {resource: <table>, fields: [<column>]}")
    return Reference(raw["resource"], _words(label, "reference fields", raw["fields"]))


def _foreign_key(label: str, raw: Any) -> ForeignKey:
    if not isinstance(raw, dict) or not raw.get("fields"):
        raise DataError(label, f"a foreign key is {raw!r}", "write {fields: [...], reference: {resource: ..., fields: [...]}}")
    key = ForeignKey(_words(label, "foreign key fields", raw["fields"]), _reference(label, raw.get("reference")))
    if len(key.fields) != len(key.reference.fields):
        raise DataError(label, f"a foreign key of {len(key.fields)} columns to {len(key.reference.fields)}", "name as many columns on both sides")
    return key


def _field(label: str, raw: Any) -> Field:
    if not isinstance(raw, dict) or not isinstance(raw.get("name"), str):
        raise DataError(label, f"a field is {raw!r}", 'write {name: ..., type: ..., description: ...} (quote words such as "on" or "no")')
    name, kind = raw["name"], raw.get("type")
    if kind not in TYPES:
        raise DataError(label, f"field {name} has type {kind!r}", f"use one of {', '.join(TYPES)}")
    return Field(
        name=name,
        type=kind,
        description=str(raw.get("description") or ""),
        unit=str(raw.get("unit") or ""),
        kind=str(raw.get("kind") or ""),
        planned=raw.get("planned") is True,
        references=_reference(label, raw["references"]) if raw.get("references") else None,
        constraints=_constraints(label, name, kind, raw.get("constraints") or {}),
    )


def _constraints(label: str, name: str, kind: str, raw: Any) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise DataError(label, f"field {name} has constraints {raw!r}", "write {required: true, ...}")
    enum = raw.get("enum", ["word"])
    if not isinstance(enum, list) or not enum:
        raise DataError(label, f"field {name} has enum {enum!r}", "write a list of the allowed words")
    if kind == "string" and (odd := [w for w in enum if not isinstance(w, str)]):
        raise DataError(label, f"field {name} allows {odd[0]!r}, which YAML does not read as text", "put the word in quotes")
    for limit in ("minimum", "maximum"):
        if kind in ("integer", "number") and not isinstance(raw.get(limit, 0), (int, float)):
            raise DataError(label, f"field {name} has {limit} {raw[limit]!r}", "write a number")
    try:
        re.compile(str(raw.get("pattern", "")))
    except re.error as error:
        raise DataError(label, f"field {name} has pattern {raw['pattern']!r} ({error})", "correct the regular expression") from None
    return raw
