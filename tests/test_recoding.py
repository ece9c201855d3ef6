"""Does the book stand on fewer rows: without weakly sourced ones, and without one state at a time? What moves is printed.

Each case is a whole build of a copy of the project pointed at tables that ``quietpush.subset`` wrote, as a reader would do it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import bench
import pytest
from conftest import DATA, ROOT

from quietpush import schema, subset
from quietpush.check import check

CUTS = [["--without-confidence", "low"], *(["--without-state", iso3] for iso3 in ("ARG", "BRA", "ECU", "VEN"))]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project, built anew for each cut."""
    return bench.copy(tmp_path_factory.mktemp("cut") / "project")


@pytest.mark.parametrize("cut", CUTS, ids=[" ".join(cut).removeprefix("--") for cut in CUTS])
def test_the_book_builds_on_fewer_rows_and_says_what_moved(cut: list[str], project: Path, tmp_path: Path, book_html: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "data"
    assert subset.main([str(data), *cut]) == 0
    assert check(data) == []
    done = subprocess.run(
        [sys.executable, "-P", "quietpush/press/make.py", "html"], cwd=project, capture_output=True, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(project), schema.DATA_VARIABLE: str(data)},
    )
    assert done.returncode == 0, f"{done.stdout}{done.stderr}"
    before, after = (findings(folder) for folder in (book_html, project / "_build" / "html"))
    moved = [f"{name}: {before[name]} -> {after[name]}" for name in before if after.get(name) != before[name]]
    fell = [line.strip() for line in done.stdout.splitlines() if line.strip().startswith("moved:")]
    with capsys.disabled():
        print(f"\n{' '.join(cut)}: {len(moved)} of {len(before)} findings moved; {len(fell)} sentences, titles or verdicts fell back")
        print("".join(f"  {line}\n" for line in [*fell, *moved]), end="")
    assert moved and set(after) == set(before)


def findings(html: Path) -> dict[str, str]:
    return {finding["id"]: finding["text"] for finding in json.loads((html / "findings.json").read_text("utf-8"))}


def test_rows_that_leave_stay_readable_and_uncounted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "data"
    assert subset.main([str(out), "--without-state", "ARG"]) == 0
    assert (out / "events.csv").read_text("utf-8").count("\n") == (DATA / "events.csv").read_text("utf-8").count("\n")
    assert "ARG" not in (out / "freedom.csv").read_text("utf-8") and "ARG" in (DATA / "freedom.csv").read_text("utf-8")
    assert schema.load(out, "freedom").absent == ("ARG",)
    assert "it stays where a sentence names its value: " in capsys.readouterr().out


def test_a_folder_that_exists_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        subset.main([str(tmp_path), "--without-confidence", "low"])
    assert list(tmp_path.iterdir()) == []


def test_the_tables_named_with_a_state_are_read_from_the_chapters(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text('say("x", f(t, "ECU", 2011), "percent", means="ECU", tables=["homicide", "states"], measure=f)\nsay("y", g(t), "number", means="m", tables=["wjp"], measure=g)\n', "utf-8")
    assert subset.named("ECU", tmp_path) == {"homicide", "states"} and subset.named("PER", tmp_path) == set()


def test_the_command_stands_in_the_readme() -> None:
    assert "quietpush.subset" in (ROOT / "README.md").read_text("utf-8")
