"""How long does the press take, as ratios to running the same notebooks bare, and how does the check of the data grow?

``make bench``; no test, nothing is asserted. In one run, on a copy of the project: the check with the events as they are, ten and a
hundred times as many; then the bare notebooks under nbclient, a cold build, one changed table, nothing changed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import jupytext
from conftest import ROOT
from nbclient import NotebookClient

TABLE = "ai_use"  # read by one chapter


def copy(target: Path) -> Path:
    """The project as git knows it, with the chart bundle that is already here."""
    files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    for name in filter(None, files):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target / name)
    (target / "node_modules").symlink_to(ROOT / "node_modules")
    return target


def seconds(action) -> float:
    """How long did this take?"""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def bare(project: Path) -> None:
    """Runs every chapter as a notebook, one after the other, and nothing else."""
    for page in sorted((project / "book").glob("*.md")):
        if "{code-cell}" in page.read_text("utf-8"):
            NotebookClient(jupytext.read(page), timeout=300, resources={"metadata": {"path": str(page.parent)}}).execute()


def build(project: Path) -> None:
    subprocess.run([sys.executable, "-P", "quietpush/press/make.py", "html"], cwd=project, check=True, stdout=subprocess.DEVNULL)


def touch(project: Path) -> None:
    """One number of one table is another one."""
    path = project / "data" / f"{TABLE}.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    cells = lines[1].split(",")
    cells[2] = f"{float(cells[2]) + 0.1:.1f}"
    path.write_text("".join([lines[0], ",".join(cells), *lines[2:]]), "utf-8")


def many_events(data: Path, times: int) -> None:
    """The table of events so many times over, each copy with ids of its own; the pattern of the ids lets them grow."""
    head, *rows = (data / "events.csv").read_text("utf-8").splitlines(keepends=True)
    copies = ["".join([row[:3], f"{copy:03d}" if copy else "", row[3:]]) for copy in range(times) for row in rows]
    (data / "events.csv").write_text(head + "".join(copies), "utf-8")
    sidecar = data / "events.resource.yaml"
    sidecar.write_text(sidecar.read_text("utf-8").replace(r"\\d{3}", r"\\d{3,6}"), "utf-8")
    # Copies were read a second time as little as they have a row there.
    for name in ("second_reading",):
        for ending in (".csv", ".resource.yaml"):
            (data / f"{name}{ending}").unlink()


def growth() -> None:
    """Prints time and peak memory of the check at 1, 10 and 100 times the events."""
    measured = "import resource, sys; from quietpush.check import main; code = main([sys.argv[1]]); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, 'MB'); sys.exit(code)"
    for times in (1, 10, 100):
        with tempfile.TemporaryDirectory() as folder:
            data = Path(shutil.copytree(ROOT / "data", Path(folder) / "data"))
            many_events(data, times)
            said = subprocess.run([sys.executable, "-P", "-c", measured, str(data)], capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
            print(f"check with {times} times the events: {' '.join(said.stdout.split()) or said.stderr[-300:]}")


def main() -> None:
    growth()
    with tempfile.TemporaryDirectory() as folder:
        project = copy(Path(folder))
        os.environ["PYTHONPATH"] = str(project)
        base = seconds(lambda: bare(project))
        took = {"cold build": seconds(lambda: build(project))}
        touch(project)
        took[f"one changed table ({TABLE})"] = seconds(lambda: build(project))
        took["nothing changed"] = seconds(lambda: build(project))
    print(f"the same notebooks bare under nbclient: {base:.1f} s = 1.00")
    for name, spent in took.items():
        print(f"{name}: {spent:.1f} s = {spent / base:.2f}")


if __name__ == "__main__":
    main()
