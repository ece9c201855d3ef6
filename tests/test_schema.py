"""Do sidecars say what they hold, and does a broken one name its fault?"""

from __future__ import annotations

from pathlib import Path

import pytest

from quietpush import schema
from quietpush.schema import DataError, ForeignKey, Reference


def edit(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / f"{name}.resource.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_sidecar_becomes_frozen_facts(small: Path) -> None:
    sidecar = schema.load(small, "events")
    assert sidecar.path == small / "events.csv"
    assert (sidecar.class_, sidecar.credit, sidecar.primary_key) == ("coded", "Own coding", ("event_id",))
    assert sidecar.columns[:3] == ["event_id", "date", "date_precision"]
    assert sidecar.field("counted_why").enum == ("no_event", "repeats_row")
    assert sidecar.field("counted").required and not sidecar.field("what").required
    assert schema.load(small, "votes").field("event_ids").references == Reference("events", ("event_id",))
    with pytest.raises(AttributeError):
        setattr(sidecar, "name", "other")


def test_foreign_keys_are_read_in_both_spellings(small: Path) -> None:
    edit(small, "votes", "  primaryKey:", "  foreignKeys: [{fields: iso3, reference: {resource: states, fields: [iso3]}}]\n  primaryKey:")
    assert schema.load(small, "votes").foreign_keys == (ForeignKey(("iso3",), Reference("states", ("iso3",))),)


def test_names_and_day_of_the_data(small: Path) -> None:
    assert schema.names(small) == ["events", "sources", "states", "votes"]
    assert schema.data_as_of(small) == "2026-11-22"


def test_the_folder_is_the_readers_or_the_repositorys(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIETPUSH_DATA", str(small))
    assert schema.data_dir() == small
    monkeypatch.setenv("QUIETPUSH_DATA", "")
    monkeypatch.chdir(small)
    assert schema.data_dir() == Path(schema.__file__).resolve().parents[1] / "data"


@pytest.mark.parametrize(("old", "new", "said"), [
    ("name: votes", "name: vote", "write name: votes"),
    ("path: votes.csv", "path: ../votes.csv", "write path: votes.csv"),
    ("type: integer", "type: int", "field year has type 'int'; use one of string, integer, number, boolean"),
    ("name: voted", "name: year", "field year twice"),
    ("primaryKey:", "primaryKey: [nothing]\n  key:", "a key over the column 'nothing'"),
    ("primaryKey:", "primaryKey: 5\n  key:", "write a list of column names"),
    ("coverage:", "coverage: all\nother:", "make coverage a list"),
    ("resource: events", "resource: [events]", "write {resource: <table>, fields: [<column>]}"),
    ("schema:", "schemas:", "no schema.fields"),
    ("title: votes", "title: votes: two", "row 4: no valid YAML"),
    ("- description: voted", "- constraints: {enum: [yes, no]}\n    type: string\n    name: answer\n  - description: voted", "put the word in quotes"),
    ("- description: voted", "- constraints: {pattern: '[A'}\n    type: string\n    name: answer\n  - description: voted", "correct the regular expression"),
])
def test_a_broken_sidecar_names_file_and_remedy(small: Path, old: str, new: str, said: str) -> None:
    edit(small, "votes", old, new)
    with pytest.raises(DataError) as error:
        schema.load(small, "votes")
    assert str(error.value).startswith("small/votes.resource.yaml")
    assert said in str(error.value)


def test_a_missing_sidecar_names_those_that_exist(small: Path) -> None:
    with pytest.raises(DataError, match="small/elections.resource.yaml: no such file.*events, sources, states, votes"):
        schema.load(small, "elections")


def test_a_package_without_its_day_is_refused(small: Path) -> None:
    (small / "package.yaml").write_text("data_as_of: soon\n", encoding="utf-8")
    with pytest.raises(DataError, match="small/package.yaml: data_as_of is 'soon'"):
        schema.data_as_of(small)
