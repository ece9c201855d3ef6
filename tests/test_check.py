"""Is every way of spoiling the tables refused once, with file, row, column and what is allowed?"""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from conftest import DATA, table_writer
from spoiled import ELSEWHERE, SAID_OTHERWISE, SPOILED, row_where, set_cell

from quietpush import schema
from quietpush.check import Problem, check, main

TABLES = ("states", "publishers", "sources", "actors", "cases", "events", "event_aliases", "codebook", "second_reading", "case_steps", "us_obligations", "regimes", "claims", "verdict_rules")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[Problem]]:
    """The real tables that lean on each other most, apart from the rest, and what is wrong with them."""
    target = tmp_path_factory.mktemp("whole") / "data"
    target.mkdir()
    for name in TABLES:
        for suffix in (".csv", schema.SUFFIX):
            shutil.copy(DATA / (name + suffix), target)
    shutil.copy(DATA / schema.PACKAGE, target)
    with (target / "claims.csv").open(encoding="utf-8", newline="") as source:
        claims = list(csv.DictReader(source))
    for claim in claims:
        claim["tables"] = ";".join(name for name in claim["tables"].split(";") if name in TABLES)
    with (target / "claims.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(claims[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(claims)
    return target, set(check(target))


@pytest.fixture
def folder(whole: tuple[Path, set[Problem]], tmp_path: Path) -> Path:
    """A copy of them to spoil."""
    return Path(shutil.copytree(whole[0], tmp_path / "data"))


@pytest.mark.parametrize("way", SPOILED)
def test_spoiled_tables_are_refused_once_with_their_place(way: str, folder: Path, whole: tuple[Path, set[Problem]]) -> None:
    expected = SPOILED[way](folder)
    column, found = ELSEWHERE.get(way, (expected.column, SAID_OTHERWISE.get(way, expected.found)))
    problems = [p for p in check(folder) if p not in whole[1]]
    assert len(problems) == expected.problems, "\n".join(map(str, problems))
    problem = problems[0]
    assert (problem.file, problem.row, problem.column) == (expected.file, expected.row, column)
    assert expected.allowed in problem.allowed
    assert found in problem.found
    assert problem.action and "\n" not in str(problem) and len(str(problem)) < 600


def test_a_problem_reads_as_one_instruction(folder: Path) -> None:
    set_cell(folder, "events", "iso3", "ARX", row_where(folder, "events", event_id="ai-002"))
    assert [str(p) for p in check(folder)] == [
        'data/events.csv row 3, column iso3: found "ARX"; allowed: an iso3 of data/states.csv; '
        'correct the iso3 or add it to data/states.csv.'
    ]


def test_the_real_tables_have_no_problem() -> None:
    assert [str(p) for p in check(DATA)] == []


def test_the_small_tables_have_no_problem(small: Path) -> None:
    assert [str(p) for p in check(small)] == []


def test_a_repeated_fault_is_one_problem(small: Path) -> None:
    path = small / "votes.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("BRA", "BRZ") + "BRZ,2021,,\nBRZ,2022,,\n", encoding="utf-8")
    assert [(p.row, p.found) for p in check(small)] == [(3, '"BRZ" (and in 2 more rows)')]


def test_every_fault_is_found_in_one_run(small: Path) -> None:
    for column, value in {"amount_usd": "1,200", "iso3": "ARX", "date": "2023-13"}.items():
        set_cell(small, "events", column, value)
    set_cell(small, "votes", "event_ids", "e-1; e-2")
    assert {(p.file, p.column) for p in check(small)} == {
        ("small/events.csv", "amount_usd"), ("small/events.csv", "iso3"), ("small/events.csv", "date"),
        ("small/votes.csv", "event_ids"),
    }


def test_other_words_than_precisions_go_with_any_date(small: Path) -> None:
    sidecar = small / "events.resource.yaml"
    sidecar.write_text(sidecar.read_text(encoding="utf-8").replace("- year\n", "- year\n      - as_of\n", 1), encoding="utf-8")
    set_cell(small, "events", "date_precision", "as_of")
    assert check(small) == []
    set_cell(small, "events", "date_precision", "as_of", row=4)
    assert [(p.row, p.column, p.allowed) for p in check(small)] == [(4, "date_precision", "nothing, for the date nothing")]


def test_a_word_of_a_closed_vocabulary_is_no_formula(small: Path) -> None:
    sidecar = small / "events.resource.yaml"
    sidecar.write_text(sidecar.read_text(encoding="utf-8").replace("- no_event\n", "- no_event\n      - '=='\n", 1), encoding="utf-8")
    set_cell(small, "events", "counted_why", "==", row=3)
    assert check(small) == []


def test_keys_of_several_columns_are_followed(small: Path) -> None:
    table_writer(small)("pairs", "iso3,year\nARG,2019\nBRA,2019\n", [
        {"name": "iso3", "type": "string"}, {"name": "year", "type": "integer"},
    ], ["iso3", "year"])
    sidecar = small / "pairs.resource.yaml"
    key = "  foreignKeys: [{fields: [iso3, year], reference: {resource: votes, fields: [iso3, year]}}]\n  primaryKey:"
    sidecar.write_text(sidecar.read_text(encoding="utf-8").replace("  primaryKey:", key), encoding="utf-8")
    assert [(p.row, p.column, p.found) for p in check(small)] == [(3, "iso3, year", '"BRA", "2019"')]


def test_territories_and_planned_ends_are_allowed_where_the_sidecar_says_so(small: Path) -> None:
    set_cell(small, "votes", "iso3", "PRI", row=3)
    set_cell(small, "events", "end_date", "2030")
    assert {p.column for p in check(small)} == {"iso3", "end_date"}
    for table, name, word in (("votes", "iso3", "kind: territory"), ("events", "end_date", "planned: true")):
        sidecar = small / f"{table}.resource.yaml"
        text = sidecar.read_text(encoding="utf-8")
        sidecar.write_text(text.replace(f"name: {name}\n", f"name: {name}\n    {word}\n", 1), encoding="utf-8")
    assert check(small) == []


@pytest.mark.parametrize(("old", "new", "found"), [
    ("  credit: Own coding", "", "no credit"),
    ("class: coded", "class: copied", 'class "copied"'),
    ("class: coded", "class: extract", "no builder"),
    ("unit: US dollars", "note: none", "no unit"),
    ("kind: date", "kind: day", "kind"),
    ("minimum: 0", "minimum: much", "minimum"),
    ("licenses:", "licenses:\n- 5", "licenses"),
])
def test_a_sidecar_must_be_whole(small: Path, old: str, new: str, found: str) -> None:
    sidecar = small / "events.resource.yaml"
    text = sidecar.read_text(encoding="utf-8")
    old = old.strip()
    assert old in text
    sidecar.write_text(text.replace(old, new), encoding="utf-8")
    problems = check(small)
    assert problems and all(p.file == "small/events.resource.yaml" for p in problems)
    assert any(found in p.found for p in problems), "\n".join(map(str, problems))


def test_the_command_says_one_line_or_every_problem(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(small)]) == 0
    assert capsys.readouterr().out.startswith("small/: 4 tables, 11 rows, no problem (")
    rows = "".join(f"ARG,{year},,maybe\n" for year in range(1900, 1960))
    (small / "votes.csv").write_text("iso3,year,event_ids,voted\n" + rows, encoding="utf-8")
    assert main([str(small)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 52 and said[-2] == "... and 10 more"
    assert said[-1].endswith("60 problems. Nothing was built or changed.")
    assert said[0].startswith('small/votes.csv row 2, column voted: found "maybe"; allowed: true or false;')


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nowhere")]) == 1
    assert "found no such folder" in capsys.readouterr().err
    assert main([str(tmp_path)]) == 1
    assert "found no table" in capsys.readouterr().err


def test_a_file_without_read_permission_is_a_problem(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert [p.found for p in check(small)] == ["a file that cannot be read (Permission denied)"] * 4


def test_the_check_changes_nothing(folder: Path) -> None:
    before = {p.name: p.read_bytes() for p in folder.iterdir()}
    set_cell(folder, "events", "iso3", "ARX")
    spoiled = {**before, "events.csv": (folder / "events.csv").read_bytes()}
    check(folder)
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == spoiled
