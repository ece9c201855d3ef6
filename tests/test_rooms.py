"""Does each room know only the rooms it may know, do kernels stay light, and is every file short enough to read?"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MOST_LINES = 300
PURE = {"__future__", "calendar", "collections", "dataclasses", "datetime", "functools", "itertools", "math", "operator", "re", "statistics", "textwrap", "typing"}
ANY = None  # no limit

# Room (the longest prefix that fits a module): the rooms it may import, and the libraries beyond them; None means any.
RULES: dict[str, tuple[set[str] | None, set[str] | None]] = {
    "quietpush": (set(), set()),
    "quietpush.schema": (set(), PURE | {"os", "pathlib", "yaml"}),
    "quietpush.check": ({"quietpush.schema", "quietpush.checks"}, ANY),
    "quietpush.checks": ({"quietpush.schema", "quietpush.checks"}, ANY),
    "quietpush.package": ({"quietpush.schema"}, PURE | {"hashlib", "json", "pathlib", "sys", "yaml"}),
    "quietpush.subset": ({"quietpush.schema"}, PURE | {"argparse", "csv", "pathlib", "shutil", "sys"}),
    "quietpush.tables": ({"quietpush.schema"}, PURE | {"pathlib", "pandas"}),
    "quietpush.inference": ({"quietpush.inference"}, PURE | {"numpy", "pandas", "scipy", "statsmodels"}),
    "quietpush.measures": ({"quietpush.measures", "quietpush.inference"}, PURE | {"numpy", "pandas", "scipy"}),
    "quietpush.phrases": (set(), PURE | {"decimal"} | {"numbers"}),
    "quietpush.theme": (set(), PURE | {"json"}),
    "quietpush.figures": ({"quietpush.theme", "quietpush.phrases", "quietpush.figures"}, PURE | {"json", "numpy", "pandas"}),
    "quietpush.claims": ({"quietpush.tables", "quietpush.phrases"}, PURE | {"pandas"}),
    "quietpush.chapter": ({"quietpush.phrases", "quietpush.tables", "quietpush.theme", "quietpush.figures.caption"}, PURE | {"os", "IPython", "myst_nb"}),
    "quietpush.press": (ANY, ANY),
    "builders": ({"builders", "quietpush.schema"}, ANY),
}
FILES = sorted([*(ROOT / "quietpush").rglob("*.py"), *(ROOT / "builders").rglob("*.py"), *(ROOT / "tests").rglob("*.py")])
CODE = [path for path in FILES if "tests" not in path.relative_to(ROOT).parts]


def name_of(path: Path, root: Path = ROOT) -> str:
    """The dotted name of a module."""
    return ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


def under(module: str, room: str) -> bool:
    return module == room or module.startswith(f"{room}.")


def imports(source: str, module: str, package: bool, known: set[str]) -> Iterator[tuple[int, str]]:
    """Every import of a module, also inside functions: line, and the module that is meant (not the name in it)."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = module.split(".")[: len(module.split(".")) - node.level + package]
                base = ".".join([*parts, *([node.module] if node.module else [])])
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                yield node.lineno, inner if inner in known else base
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("__import__", "import_module", "importlib.import_module"):
            yield node.lineno, "an import by name at run time"


def faults(source: str, module: str, package: bool, known: set[str]) -> list[str]:
    """Which imports break the rule of the module's room?"""
    room = max((room for room in RULES if under(module, room)), key=len)
    own, libraries = RULES[room]
    found = []
    for line, target in imports(source, module, package, known):
        inside = target.split(".")[0] in ("quietpush", "builders")
        if inside:
            allowed = own is ANY or any(under(target, other) for other in own)
            allowed = allowed and (not under(target, "quietpush.press") or under(module, "quietpush.press"))
        else:
            allowed = libraries is ANY or target.split(".")[0] in libraries
        if not allowed:
            may = ", ".join(sorted(own or ())) or "no other room"
            found.append(f"{module} line {line} imports {target}; {room} may know {may}" + ("" if inside else f" and of the libraries {', '.join(sorted(libraries - PURE)) or 'none'}"))
    return found


KNOWN = {name_of(path) for path in CODE}


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_a_room_knows_only_the_rooms_it_may(path: Path) -> None:
    found = faults(path.read_text("utf-8"), name_of(path), path.name == "__init__.py", KNOWN)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("module", "source", "target"), [
    ("quietpush.schema", "from . import tables", "quietpush.tables"),
    ("quietpush.measures.money", "from .. import tables", "quietpush.tables"),
    ("quietpush.measures.money", "def f():\n    import os", "os"),
    ("quietpush.measures.money", "from quietpush.figures.bars import bars_obligations_by_account", "quietpush.figures.bars"),
    ("quietpush.figures.bars", "from ..measures.money import SECURITY_ACCOUNTS", "quietpush.measures.money"),
    ("quietpush.figures.bars", "from ..chapter import say", "quietpush.chapter"),
    ("quietpush.figures.bars", "import plotly.graph_objects as go", "plotly.graph_objects"),
    ("quietpush.chapter", "from .figures.bars import bars_obligations_by_account", "quietpush.figures.bars"),
    ("quietpush.chapter", "import sphinx", "sphinx"),
    ("quietpush.check", "from quietpush.press import gate", "quietpush.press.gate"),
    ("quietpush.theme", "from .phrases import say", "quietpush.phrases"),
    ("quietpush.claims", "import importlib\nimportlib.import_module('sphinx')", "an import by name at run time"),
    ("builders.common", "from quietpush import tables", "quietpush.tables"),
])
def test_a_forbidden_import_is_named(module: str, source: str, target: str) -> None:
    found = faults(source, module, False, KNOWN)
    assert any(f" imports {target};" in line for line in found), found


def test_what_is_allowed_passes() -> None:
    assert not faults("from ..theme import color\nfrom .base import axis\nimport pandas as pd", "quietpush.figures.bars", False, KNOWN)
    assert not faults("from . import phrases, tables\nfrom .figures.caption import Figure", "quietpush.chapter", False, KNOWN)
    assert not faults("from .. import claims, schema\nfrom . import nodes as own\nimport sphinx", "quietpush.press.evidence", False, KNOWN)
    assert not faults("from . import gate", "quietpush.press", True, KNOWN)


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_every_module_opens_with_the_question_it_answers_or_what_it_is(path: Path) -> None:
    first = (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").splitlines()
    assert first and first[0].strip(), f"{path.relative_to(ROOT)} has no docstring"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_is_too_long_to_read(path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= MOST_LINES, f"{path.relative_to(ROOT)} has {lines} lines; part it by what it answers ({MOST_LINES} at most)"


def test_a_kernel_imports_neither_sphinx_nor_plotly() -> None:
    code = (
        "import sys; from quietpush.chapter import cite, hold, say, show, table; import quietpush.inference;"
        "from quietpush.figures import bars; from quietpush.measures import events, money;"
        "from IPython.core.interactiveshell import InteractiveShell; InteractiveShell.instance();"
        "say('x', 1, 'count', means='one', tables=['states'], measure=money.police_account_usd2020);"
        "hold('y', True, says='one is one');"
        "print([name for name in ('sphinx', 'plotly', 'frictionless', 'quietpush.press', 'quietpush.check') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines()[-1] == "[]", f"a chapter's kernel loads {ran.stdout.splitlines()[-1]}: every chapter starts slower for it"
