"""Where do the tests find the tables, the built book and a browser, and how do they make small tables of their own?"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from bs4 import BeautifulSoup

from quietpush.press import charts, make

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data"
MUTATION = "test_spoiled_tables_are_refused_once"
NO_SKIP = "QUIETPUSH_NO_SKIP"  # set where everything is installed: a test that does not run proves nothing there


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A skip is a failure where QUIETPUSH_NO_SKIP is set."""
    report = yield
    if report.skipped and os.environ.get(NO_SKIP) and not hasattr(report, "wasxfail"):
        report.outcome, report.longrepr = "failed", f"skipped although {NO_SKIP} is set: {report.longrepr[2]}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says each reason for skipping once, in one line, however many tests it skips, and how many spoiled tables were caught."""
    for reason, count in Counter(report.longrepr[2] for report in terminalreporter.stats.get("skipped", [])).items():
        terminalreporter.write_line(f"{count} tests {reason.removeprefix('Skipped: ')}")
    ways = {kind: sum(MUTATION in report.nodeid for report in terminalreporter.stats.get(kind, [])) for kind in ("passed", "failed")}
    if total := sum(ways.values()):
        terminalreporter.write_line(f"{ways['passed']} of {total} ways to spoil the tables were refused at their place")


def need_chromium() -> str:
    """Which Chromium do the browser and PDF tests use? Without one they are skipped, in one line that says how to get it."""
    found = charts.browser()
    if not found:
        pytest.skip(f"of pages and PDF were skipped: {charts.HOW}")
    return found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for the whole test run."""
    executable = need_chromium()
    from playwright.sync_api import sync_playwright

    import browser

    with sync_playwright() as playwright:
        running = browser.launch(playwright, executable)
        yield running
        running.close()


def built(kind: str) -> Path:
    """The book as `make book` or `make pdf` leaves it; nothing is built where it is up to date."""
    done = subprocess.run([sys.executable, "-P", "quietpush/press/make.py", kind], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        pytest.fail(f"the book was not built:\n{done.stdout}{done.stderr}", pytrace=False)
    return make.PRODUCTS[kind]


@pytest.fixture(scope="session")
def book_html() -> Path:
    """The folder of the built book's pages."""
    return built("html").parent


@pytest.fixture(scope="session")
def source(book_html: Path) -> Callable[[str], BeautifulSoup]:
    """The parsed source of a page, by its path in the book."""
    return cache(lambda page: BeautifulSoup((book_html / f"{page}.html").read_text("utf-8"), "html.parser"))


@pytest.fixture(scope="session")
def book_pdf() -> Path:
    """The built PDF."""
    need_chromium()
    return built("pdf")


@pytest.fixture
def data_copy(tmp_path: Path) -> Path:
    """The whole of data/, copied to where it may be spoiled."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A hand-made folder of four tables: states, sources, events and votes."""
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "package.yaml").write_text("name: small\ndata_as_of: 2026-11-22\n", encoding="utf-8")
    write = table_writer(folder)
    write("states", "iso3,group\nARG,lac\nBRA,lac\nCHN,comparator\n", [
        {"name": "iso3", "type": "string", "constraints": {"required": True, "pattern": "[A-Z]{3}"}},
        {"name": "group", "type": "string", "constraints": {"required": True, "enum": ["lac", "comparator"]}},
    ], ["iso3"])
    write("sources", "key,url\nnews,https://example.org/news\npage,https://example.org/page\n", [
        {"name": "key", "type": "string", "constraints": {"required": True}},
        {"name": "url", "type": "string"},
    ], ["key"])
    write("events", (
        "event_id,date,date_precision,end_date,iso3,lat,lon,what,amount_usd,quantity,counted,counted_why,source\n"
        "e-1,2020-05-01,day,2021,ARG,-34.6,-58.4,A gift,1200.5,3,true,,news\n"
        'e-2,2021-06,month,,,,,"NA, said the mayor",,,false,no_event,page\n'
        "e-3,,,,CHN,39.9,116.4,A visit,0,,true,,page\n"
    ), [
        {"name": "event_id", "type": "string", "constraints": {"required": True}},
        {"name": "date", "type": "string", "kind": "date"},
        {"name": "date_precision", "type": "string", "constraints": {"enum": ["year", "month", "day"]}},
        {"name": "end_date", "type": "string", "kind": "date"},
        {"name": "iso3", "type": "string"},
        {"name": "lat", "type": "number", "unit": "degrees"},
        {"name": "lon", "type": "number", "unit": "degrees"},
        {"name": "what", "type": "string"},
        {"name": "amount_usd", "type": "number", "unit": "US dollars, nominal", "constraints": {"minimum": 0}},
        {"name": "quantity", "type": "integer", "unit": "pieces"},
        {"name": "counted", "type": "boolean", "constraints": {"required": True}},
        {"name": "counted_why", "type": "string", "constraints": {"enum": ["no_event", "repeats_row"]}},
        {"name": "source", "type": "string", "constraints": {"required": True}},
    ], ["event_id"])
    write("votes", "iso3,year,event_ids,voted\nARG,2019,e-1;e-2,true\nBRA,2020,,\nCHN,2020,e-3,false\n", [
        {"name": "iso3", "type": "string", "constraints": {"required": True}},
        {"name": "year", "type": "integer", "unit": "year", "constraints": {"required": True}},
        {"name": "event_ids", "type": "string", "kind": "list", "references": {"resource": "events", "fields": ["event_id"]}},
        {"name": "voted", "type": "boolean"},
    ], ["iso3", "year"])
    return folder


def table_writer(folder: Path) -> Callable[..., None]:
    """How is one table with a full sidecar written into a folder?"""

    def write(name: str, text: str, fields: list[dict[str, Any]], key: list[str], **more: Any) -> None:
        sidecar = {
            "name": name, "type": "table", "path": f"{name}.csv", "title": name, "description": f"One row is one of {name}.",
            "class": "coded", "credit": "Own coding", "period": "2019-2026",
            "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
            "coverage": ["All of it."],
            "schema": {"missingValues": [""], "fields": [{"description": f["name"], **f} for f in fields], "primaryKey": key},
            **more,
        }
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
        (folder / f"{name}.resource.yaml").write_text(yaml.safe_dump(sidecar, sort_keys=False), encoding="utf-8")

    return write
