"""What does a table's sidecar say? Reads `data/<table>.resource.yaml` and `data/package.yaml`, nothing else."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

SUFFIX = ".resource.yaml"
PACKAGE = "package.yaml"
TYPES = ("string", "integer", "number", "boolean")
CLASSES = ("coded", "extract", "derived")
# The C loader is about ten times faster; the pure Python one gives the same result where it is not built.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class DataError(ValueError):
    """A table or sidecar that cannot be used; the message says which file and what to do."""


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
        raise DataError(f"{_label(path)}: data_as_of is {value!r}; give one ISO date such as 2026-11-22.") from None


def load(data: Path, name: str) -> Sidecar:
    """What does the sidecar of this table say? DataError where it is missing or broken."""
    path = Path(data) / (name + SUFFIX)
    raw = _mapping(path)
    label = _label(path)
    if raw.get("name") != name:
        raise DataError(f"{label}: name is {raw.get('name')!r}; write name: {name}, as in the file's name.")
    if raw.get("path") != f"{name}.csv":
        raise DataError(f"{label}: path is {raw.get('path')!r}; write path: {name}.csv, the table beside the sidecar.")
    table_schema = raw.get("schema")
    if not isinstance(table_schema, dict) or not isinstance(table_schema.get("fields"), list) or not table_schema["fields"]:
        raise DataError(f"{label}: schema.fields is missing or no list; list every column with name, type and description.")
    fields = tuple(_field(label, f) for f in table_schema["fields"])
    columns = [f.name for f in fields]
    if len(set(columns)) < len(columns):
        twice = sorted({c for c in columns if columns.count(c) > 1})
        raise DataError(f"{label}: field {', '.join(twice)} is listed twice; keep one.")
    primary_key = _words(table_schema.get("primaryKey"))
    foreign_keys = tuple(_foreign_key(label, k) for k in _items(table_schema, "foreignKeys", label))
    for column in [*primary_key, *(c for k in foreign_keys for c in k.fields)]:
        if column not in columns:
            raise DataError(f"{label}: a key names the column {column!r}, which is no field; fields are {', '.join(columns)}.")
    return Sidecar(
        name=name,
        path=Path(data) / f"{name}.csv",
        fields=fields,
        primary_key=primary_key,
        foreign_keys=foreign_keys,
        **{key: str(raw.get(key) or "") for key in ("title", "description", "credit", "period", "builder")},
        class_=str(raw.get("class") or ""),
        **{key: tuple(_items(raw, key, label)) for key in ("licenses", "sources", "corrections", "upstream", "coverage", "warnings")},
        descriptor=raw,
    )


def _label(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _mapping(path: Path) -> dict[str, Any]:
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except FileNotFoundError:
        raise DataError(f"{_label(path)}: the file is missing; {_what_exists(path)}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{_label(path)}: the file cannot be read ({error}); save it as UTF-8 text.") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f" row {mark.line + 1}" if mark else ""
        reason = getattr(error, "problem", None) or "unreadable"
        raise DataError(f"{_label(path)}{place}: not valid YAML ({reason}); correct that line.") from None
    if not isinstance(raw, dict):
        raise DataError(f"{_label(path)}: the file holds no keys; it must be a YAML mapping (name: ..., path: ...).")
    return raw


def _what_exists(path: Path) -> str:
    if not path.parent.is_dir():
        return f"the folder {path.parent} does not exist; set QUIETPUSH_DATA to a folder of tables."
    return f"sidecars exist for: {', '.join(names(path.parent)) or 'none'}."


def _items(raw: dict[str, Any], key: str, label: str) -> list[Any]:
    value = raw.get(key) or []
    if not isinstance(value, list):
        raise DataError(f"{label}: {key} must be a list (lines that begin with '- '), found {value!r}.")
    return value


def _words(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def _reference(label: str, raw: Any) -> Reference:
    if not isinstance(raw, dict) or not isinstance(raw.get("resource"), str) or not raw.get("fields"):
        raise DataError(f"{label}: a reference is {raw!r}; write {{resource: <table>, fields: [<column>]}}.")
    return Reference(raw["resource"], _words(raw["fields"]))


def _foreign_key(label: str, raw: Any) -> ForeignKey:
    if not isinstance(raw, dict) or not raw.get("fields"):
        raise DataError(f"{label}: a foreign key is {raw!r}; write {{fields: [...], reference: {{resource: ..., fields: [...]}}}}.")
    key = ForeignKey(_words(raw["fields"]), _reference(label, raw.get("reference")))
    if len(key.fields) != len(key.reference.fields):
        raise DataError(f"{label}: the foreign key {', '.join(key.fields)} needs as many columns in {key.reference.resource}.")
    return key


def _field(label: str, raw: Any) -> Field:
    if not isinstance(raw, dict) or not isinstance(raw.get("name"), str):
        raise DataError(f"{label}: a field is {raw!r}; write {{name: ..., type: ..., description: ...}} (quote words such as \"on\" or \"no\").")
    name, kind = raw["name"], raw.get("type")
    if kind not in TYPES:
        raise DataError(f"{label}: field {name} has type {kind!r}; allowed: {', '.join(TYPES)}.")
    constraints = raw.get("constraints") or {}
    if not isinstance(constraints, dict):
        raise DataError(f"{label}: field {name} has constraints {constraints!r}; write {{required: true, ...}}.")
    enum = constraints.get("enum", ["-"])
    if not isinstance(enum, list) or not enum:
        raise DataError(f"{label}: field {name} has enum {enum!r}; write a list of the allowed words.")
    if kind == "string" and (odd := [w for w in enum if not isinstance(w, str)]):
        raise DataError(f"{label}: field {name} allows {odd[0]!r}, which YAML reads as no text; put the word in quotes.")
    return Field(
        name=name,
        type=kind,
        description=str(raw.get("description") or ""),
        unit=str(raw.get("unit") or ""),
        kind=str(raw.get("kind") or ""),
        references=_reference(label, raw["references"]) if raw.get("references") else None,
        constraints=constraints,
    )
