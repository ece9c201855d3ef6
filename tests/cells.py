"""Does a chapter's code only load tables, call measures and say, hold or show what they give? Read with ast, never run.

What is not allowed by name is refused: a cell is a short list of assignments and calls, and anything else belongs in a
measure, a figure or the press.
"""

from __future__ import annotations

import ast
import builtins
import re
from typing import NamedTuple

import prose
import yaml
from cell_words import (
    BANNED, COLLECT, ENDS, LOOKS, MOST_STATEMENTS, NAMES, OPERATIONS, READS, READS_IN_GUARD, ROOMS, ROW, SEEN_AS, SHAPING, THRESHOLD_WORDS,
    THRESHOLDS, TITLE_WORDS, UNIT, WEIGH, YEARS,
)

class Cell(NamedTuple):
    """One code cell: its first line in the page, tags, code, and how deep it is nested in lists or quotes."""

    line: int
    tags: tuple[str, ...]
    code: str
    level: int


def cells(text: str) -> list[Cell]:
    """Which code cells does a page have?"""
    found = []
    for line, level, _, content in prose.fences(text, "code-cell"):
        lines = content.split("\n")
        options = next((place for place, words in enumerate(lines) if not prose.OPTION.match(words)), len(lines))
        tags = [yaml.safe_load(match[2]) for words in lines[:options] if (match := prose.OPTION.match(words)) and match[1] == "tags"]
        found.append(Cell(line + 1 + options, tuple(tags[0]) if tags else (), "\n".join(lines[options:]), level))
    return found


class Page:
    """What the cells of one page do: faults, ids that are said and held, figures' words, tables and measures in use."""

    def __init__(self, text: str, tables: set[str], units: set[str]) -> None:
        self.tables, self.units = tables, units
        self.faults: list[prose.Fault] = []
        self.said: dict[str, int] = {}
        self.held: dict[str, int] = {}
        self.loaded: set[str] = set()
        self.called: set[str] = set()
        self.imported: dict[str, str] = {}
        self.made: set[str] = set()
        self.used: set[str] = set()
        self.passages: list[prose.Passage] = []
        found = cells(text)
        for place, cell in enumerate(found):
            self._cell(cell, first=place == 0)
        self.base = found[0].line if found else 0
        self._no(0, [f"imports {name} and does not use it" for name in sorted(set(self.imported) - self.used)])
        for passage in self.passages:
            self.faults += prose.passage_faults(passage)

    def _no(self, line: int, said: str | list[str]) -> None:
        self.faults += [prose.Fault(self.base + line, words) for words in ([said] if isinstance(said, str) else said)]

    def _cell(self, cell: Cell, first: bool) -> None:
        self.base = cell.line - 1
        if "hide-input" not in cell.tags:
            self._no(1, "the cell lacks `:tags: [hide-input]`")
        if cell.level:
            self._no(1, "the cell stands inside a list or quotation, where it does not run")
        try:
            body = ast.parse(cell.code).body
        except SyntaxError as error:
            self._no(error.lineno or 1, f"no plain Python ({error.msg})")
            return
        if first:
            self._imports(body)
            return
        if len(body) > MOST_STATEMENTS:
            self._no(1, f"{len(body)} statements in the cell; {MOST_STATEMENTS} at most")
        for statement in body:
            self._statement(statement)
        last = body[-1].value if body and isinstance(body[-1], (ast.Expr, ast.Assign)) else None
        if not (isinstance(last, ast.Call) and ast.unparse(last.func) in ENDS):
            self._no(body[-1].lineno if body else 1, "the cell must end on say(...), hold(...) or show(...)")
        shows = [node.lineno for node in ast.walk(ast.Module(body, [])) if isinstance(node, ast.Call) and ast.unparse(node.func) == "show"]
        if shows and (len(shows) > 1 or not (isinstance(last, ast.Call) and ast.unparse(last.func) == "show")):
            self._no(shows[0], "show(...) stands once in a cell, at its end")

    def _imports(self, body: list[ast.stmt]) -> None:
        for node in body:
            if not isinstance(node, ast.ImportFrom) or node.level:
                self._no(node.lineno, "the first cell holds only `from quietpush... import ...`")
                continue
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                room = node.module == "quietpush.chapter" and alias.name in NAMES or any(f"{full}.".startswith(f"{room}.") for room in ROOMS)
                if not room or alias.name.startswith("_") or alias.name == "*":
                    self._no(node.lineno, f"imports {full}; a chapter imports table, say, hold, show and cite, and names of figures, measures and inference")
                self.imported[alias.asname or alias.name] = full

    def _statement(self, node: ast.stmt) -> None:
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target, value = node.targets[0], node.value
            names = target.elts if isinstance(target, ast.Tuple) else [target]
            if not all(isinstance(name, ast.Name) for name in names):
                self._no(node.lineno, f"{ast.unparse(target)} is changed in place; a measure returns what is new")
            if isinstance(value, ast.Tuple) and not all(isinstance(part, ast.Call) and ast.unparse(part.func) == "table" for part in value.elts):
                self._no(node.lineno, "several statements in one; only tables may be loaded side by side")
            self._walk(value, top=True)
            self.made |= {name.id for name in names if isinstance(name, ast.Name)}
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and ast.unparse(node.value.func) in ENDS:
            self._walk(node.value, top=True)
        else:
            self._no(node.lineno, f"{BANNED.get(type(node), 'a statement that does nothing')} in a cell; assign, say, hold or show")

    def _walk(self, node: ast.AST, *, top: bool = False, guard: bool = False, words: bool = False, local: frozenset[str] = frozenset()) -> None:
        """Checks an expression. guard: inside the condition of hold; words: inside a text that is printed; local: names of a comprehension."""
        again = {"guard": guard, "words": words, "local": local}
        if type(node) in BANNED:
            self._no(node.lineno, f"{BANNED[type(node)]} in a cell; that belongs in a measure")
            return
        if isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
            if any(part.ifs for part in node.generators):
                self._no(node.lineno, "an `if` in a comprehension filters; that belongs in a measure")
            again["local"] = local | {name.id for part in node.generators for name in ast.walk(part.target) if isinstance(name, ast.Name)}
        elif isinstance(node, OPERATIONS) and not guard:
            self._no(node.lineno, f"{ast.unparse(node)[:60]!r} computes in the chapter; compute in a measure, compare in hold(...)")
        elif isinstance(node, ast.Constant):
            self._constant(node, guard)
        elif isinstance(node, ast.JoinedStr):
            if not words:
                self._no(node.lineno, "an f-string outside Caption and says")
            for part in node.values:
                inner = part.value if isinstance(part, ast.FormattedValue) else None
                plain = inner.value if isinstance(inner, ast.Attribute) and inner.attr == "text" else inner
                if inner and (not isinstance(plain, ast.Name) or part.format_spec or part.conversion != -1):
                    self._no(node.lineno, f"{{{ast.unparse(inner)}}} in a text; put a finding's name alone, it prints itself")
        elif isinstance(node, ast.Name):
            self._name(node, local, guard)
        elif isinstance(node, ast.Attribute):
            if node.attr.startswith("_") or node.attr in SHAPING and not self._module(node.value):
                self._no(node.lineno, f".{node.attr} cleans, joins, filters or reshapes; that belongs in a measure")
        elif isinstance(node, ast.Subscript):
            self._subscript(node, local)
            self._walk(node.value, **again)
            return
        elif isinstance(node, ast.Call):
            self._call(node, top, again)
            return
        for child in ast.iter_child_nodes(node):
            self._walk(child, **again)

    def _module(self, node: ast.AST) -> bool:
        """Does this name an imported module (or a function), and not something that was computed?"""
        return isinstance(node, ast.Name) and node.id in self.imported

    def _constant(self, node: ast.Constant, guard: bool) -> None:
        if isinstance(node.value, str):
            self._no(node.lineno, [f"{what} {node.value!r} in a cell" for pattern, what in SEEN_AS if pattern.search(node.value)])
        elif not isinstance(node.value, bool) and node.value is not None and not (guard and (node.value in THRESHOLDS or self._year(node))):
            self._no(node.lineno, f"the number {node.value!r} in a cell; it belongs in a measure (a guard may compare with {', '.join(map(str, THRESHOLDS))} or a year)")

    def _name(self, node: ast.Name, local: frozenset[str], guard: bool) -> None:
        self.used.add(node.id)
        if node.id in self.imported or node.id in self.made or node.id in local or node.id in (WEIGH if guard else COLLECT):
            return
        self._no(node.lineno, f"{node.id} is {'not for cells' if hasattr(builtins, node.id) else 'neither imported in the first cell nor made before'}")

    def _subscript(self, node: ast.Subscript, local: frozenset[str]) -> None:
        parts = node.slice.elts if isinstance(node.slice, (ast.Tuple, ast.List)) else [node.slice]
        for part in parts:
            label = isinstance(part, ast.Constant) and (isinstance(part.value, str) or part.value == 0) or ast.unparse(part) == "-1"
            if not (label or isinstance(part, ast.Name) and part.id in local):
                self._no(node.lineno, f"[{ast.unparse(node.slice)}] picks rows; name a column, a label, the first (0) or the last (-1), or let a measure filter")

    def _call(self, node: ast.Call, top: bool, again: dict) -> None:
        name = ast.unparse(node.func)
        self.called.add(name)
        keywords = {word.arg: word.value for word in node.keywords}
        if name in ("say", "hold", "show") and name in self.imported:
            {"say": self._say, "hold": self._hold, "show": lambda *_: None}[name](node, keywords)
            if not top and name != "hold":
                self._no(node.lineno, f"{name}(...) stands on its own, not inside another call")
        elif name == "table":
            self._table(node, keywords)
        elif name.split(".")[-1] == "Caption":
            self._caption(node, keywords)
        elif isinstance(node.func, ast.Attribute) and not self._module(node.func.value):
            if node.func.attr not in (READS_IN_GUARD if again["guard"] else READS) and node.func.attr not in SHAPING:
                self._no(node.lineno, f".{node.func.attr}(...) computes in the chapter; call a measure")
        self._walk(node.func, **again)
        measured = name.split(".")[0] in self.imported
        for place, part in enumerate(node.args):
            if not (measured and self._year(part)):
                self._walk(part, **again | {"guard": again["guard"] or name == "hold" and place == 1})
        for word, part in keywords.items():
            if word in LOOKS:
                self._no(node.lineno, f"{word}= in a cell; looks belong in a figure")
            if word == "digits" and isinstance(part, ast.Constant) and isinstance(part.value, int) or measured and self._year(part):
                continue
            joins = name.endswith("Caption") and word == "guard" and isinstance(part, ast.BoolOp)
            printed = name == "hold" and word == "says" or name.endswith("Caption")
            for piece in part.values if joins else [part]:
                self._walk(piece, **again | {"words": printed, "guard": again["guard"] or name == "hold" and word == "condition"})

    def _year(self, node: ast.AST) -> bool:
        return isinstance(node, ast.Constant) and isinstance(node.value, int) and node.value in YEARS

    def _table(self, node: ast.Call, keywords: dict[str, ast.expr]) -> None:
        name = node.args[0].value if len(node.args) == 1 and isinstance(node.args[0], ast.Constant) else None
        if name not in self.tables:
            self._no(node.lineno, f"{ast.unparse(node)}: name one table of data/ literally")
        if {word: ast.unparse(value) for word, value in keywords.items()} not in ({}, {"comparators": "True"}):
            self._no(node.lineno, f"{ast.unparse(node)}: comparators=True is all that may be asked for")
        self.loaded.add(name)

    def _say(self, node: ast.Call, keywords: dict[str, ast.expr]) -> None:
        name = self._id(node, self.said, "say")
        unit = node.args[2].value if len(node.args) == 3 and isinstance(node.args[2], ast.Constant) else None
        if unit not in self.units or not {"means", "tables", "measure"} <= set(keywords) <= {"means", "tables", "measure", "digits"}:
            self._no(node.lineno, f"say({name!r}): write say(id, value, unit, means=..., tables=[...], measure=...) with a unit of quietpush/phrases.py")
            return
        means = keywords["means"].value if isinstance(keywords["means"], ast.Constant) else ""
        if not isinstance(means, str) or len(means.split()) < 3 or "\n" in means:
            self._no(node.lineno, f"say({name!r}): means must be one line that defines the number, without a computed part")
        named = [part.value for part in getattr(keywords["tables"], "elts", ()) if isinstance(part, ast.Constant)]
        if not named or not set(named) <= self.loaded | self._loads(node):
            self._no(node.lineno, f"say({name!r}): tables must name tables that this page has loaded, found {ast.unparse(keywords['tables'])}")
        calls = self.called | {ast.unparse(part.func) for part in ast.walk(node.args[1]) if isinstance(part, ast.Call)}
        if ast.unparse(keywords["measure"]) not in calls:
            self._no(node.lineno, f"say({name!r}): the measure {ast.unparse(keywords['measure'])} was not called up to here")

    def _loads(self, node: ast.Call) -> set[str]:
        return {part.args[0].value for part in ast.walk(node) if isinstance(part, ast.Call) and ast.unparse(part.func) == "table" and part.args and isinstance(part.args[0], ast.Constant)}

    def _hold(self, node: ast.Call, keywords: dict[str, ast.expr]) -> None:
        name = self._id(node, self.held, "hold")
        says = keywords.get("says") or (node.args[2] if len(node.args) == 3 else None)
        condition = keywords.get("condition") or (node.args[1] if len(node.args) > 1 else node)
        halves = any(isinstance(part, ast.Constant) and part.value in (2, 50) for part in ast.walk(condition))
        if says is None or not self._text(says, THRESHOLD_WORDS if halves else None):
            self._no(node.lineno, f"hold({name!r}): says must be the sentence that the guard stands for")

    def _id(self, node: ast.Call, store: dict[str, int], name: str) -> str | None:
        literal = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else None
        if not isinstance(literal, str) or not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)+", literal):
            self._no(node.lineno, f"{name}(...): the id must be literal, in small letters, with hyphens, found {ast.unparse(node.args[0]) if node.args else 'none'}")
        elif literal in store:
            self._no(node.lineno, f"{name}({literal!r}) stands twice on this page")
        store.setdefault(str(literal), self.base + node.lineno)
        return literal

    def _caption(self, node: ast.Call, keywords: dict[str, ast.expr]) -> None:
        if node.args or not {"title", "subtitle", "alt", "sources"} <= set(keywords):
            self._no(node.lineno, "Caption: give title, subtitle, alt and sources, each by its name")
        for part in ("title", "subtitle", "alt", "note"):
            if part in keywords and not self._text(keywords[part], UNIT if part == "subtitle" else None):
                self._no(node.lineno, f"Caption: {part} must be written out, with findings in braces")
        words = len(printed(keywords["title"]).split()) if isinstance(keywords.get("title"), (ast.Constant, ast.JoinedStr)) else 0
        if words > TITLE_WORDS:
            self._no(node.lineno, f"Caption: a title of {words} words; say it in {TITLE_WORDS}")
        loose = [part.value for part in getattr(keywords.get("sources"), "elts", ()) if isinstance(part, ast.Constant) and part.value not in self.tables and not re.fullmatch(r"[a-z]{2}-\d{3}", str(part.value))]
        self._no(node.lineno, [f"Caption: source {name!r} is neither a table nor an event" for name in loose])

    def _text(self, part: ast.expr, allowed: re.Pattern | None = None) -> bool:
        """Keeps a text that is printed as prose, less what is allowed at this place; false where it is not written out."""
        if not (isinstance(part, ast.JoinedStr) or isinstance(part, ast.Constant) and isinstance(part.value, str)):
            return False
        text = ROW.sub(prose.GLUED, printed(part))
        self.passages.append(prose.Passage(self.base + part.lineno, allowed.sub(prose.GLUED, text) if allowed else text))
        return True


def printed(node: ast.expr) -> str:
    """A literal text or f-string with a placeholder for what it glues."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return "".join(part.value if isinstance(part, ast.Constant) else prose.GLUED for part in parts)
