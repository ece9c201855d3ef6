"""Does the lint of cells find every planted fault and leave clean cells alone?"""

from __future__ import annotations

import cells
import pytest

IMPORTS = """\
from quietpush import inference
from quietpush.chapter import cite, hold, say, show, table
from quietpush.figures.bars import bars_obligations_by_account
from quietpush.figures.caption import Caption
from quietpush.measures import money"""
LOAD = 'obligations = table("us_obligations")\n'
SAY = 'police = say("law-police", money.police(obligations), "usd_2020", means="Sum of the account incle", tables=["us_obligations"], measure=money.police)'
HOLD = 'more = hold("law-more", police.value > 0, says="there was more")'
SHOW = """show(bars_obligations_by_account(money.accounts(obligations, since=2010), Caption(
    title=f"One account carried {police} of the money", subtitle="Obligations, billion constant 2020 dollars, FY2000–2020",
    alt=f"Bars: the longest is {police}.", note="Of 2022, by le-171.", sources=["us_obligations", *cite("le-171")], guard=more)))"""


def page(*codes: str, tags: str = ":tags: [hide-input]\n", imports: str = IMPORTS) -> str:
    return "# T\n\n" + "\n\n".join(f"```{{code-cell}} ipython3\n{tags}{code}\n```" for code in (imports, *codes)) + "\n"


def faults(text: str) -> list[str]:
    found = cells.Page(text, {"us_obligations", "states", "events"}, {"usd_2020", "count", "percent"}).faults
    return [fault.said for fault in found if not fault.said.startswith("imports ") or "does not use" not in fault.said]


@pytest.mark.parametrize("code", [
    f"{LOAD}{SAY}",
    f"{LOAD}{SAY}\n{HOLD}",
    f"{LOAD}{SAY}\n{HOLD}\n{SHOW}",
    'states, obligations = table("states"), table("us_obligations", comparators=True)\n' + SAY,
    f'{LOAD}frame = money.accounts(obligations)\nhold("law-x", frame["account"].iloc[0] == "incle", says="the first is the account")',
    f'{LOAD}frame = money.accounts(obligations)\nhold("law-x", frame.loc["incle", "usd"] > frame["usd"].iloc[-1] and frame["usd"].max() > 0, says="it is larger")',
    f'{LOAD}a, b = money.bounds(obligations)\nhold("law-x", a < b / 2, says="less than half of it")',
    f'{LOAD}names = [money.name(code) for code in ("incle", "fmf")]\nhold("law-x", len(names) > 1, says="there are names")',
    f"{LOAD}{SAY.removesuffix(')')}, digits=1)",
    f'{LOAD}hold("law-x", money.first_year(obligations) < 2015, says="it began before 2015")',
    f'{LOAD}share = money.share(obligations, 2013, last=2020)\nhold("law-x", share > 50, says="more than half went there")',
])
def test_a_clean_cell_passes(code: str) -> None:
    assert not faults(page(code)), faults(page(code))


@pytest.mark.parametrize(("code", "said"), [
    ("\n".join(f"a{n} = table('states')" for n in range(5)) + "\n" + HOLD, "6 statements"),
    (LOAD.strip(), "must end on"), (f"{LOAD}money.accounts(obligations)", "assign, say, hold or show"), (f"{LOAD}{SHOW}\n{SAY}", "show(...) stands once in a cell, at its end"),
    (f"{LOAD}{SHOW}\n{SHOW}", "show(...) stands once"), ('name = "states"\nx = table(name)\n' + HOLD, "name one table of data/ literally"),
    ('x = table("statse")\n' + HOLD, "name one table of data/ literally"), ('x = table("states", comparators=1)\n' + HOLD, "all that may be asked for"),
    ("import os\n" + HOLD, "an import"), ("from pathlib import Path\n" + HOLD, "an import"), (f"def f(x):\n    return x\n{HOLD}", "a function"), (f"class A:\n    pass\n{HOLD}", "a class"),
    (f"f = lambda x: x\n{HOLD}", "a lambda"), (f"try:\n    x = table('states')\nexcept Exception:\n    pass\n{HOLD}", "a caught exception"), (f"with money as m:\n    pass\n{HOLD}", "a with"),
    (f"for x in money:\n    pass\n{HOLD}", "a loop"), (f"while money:\n    pass\n{HOLD}", "a loop"), (f"if money:\n    pass\n{HOLD}", "an if"), (f"x = money.a() if money.b() else money.c()\n{HOLD}", "an if"),
    (f"x = open('f')\n{HOLD}", "open is not for cells"), (f"x = __import__('os')\n{HOLD}", "__import__ is not for cells"), (f"print(money)\n{HOLD}", "a statement that does nothing"),
    (f"x = pandas.read_csv('a')\n{HOLD}", "neither imported"), (f"%pip install x\n{HOLD}", "no plain Python"), (f"!ls\n{HOLD}", "no plain Python"),
    (f"{LOAD}x = obligations.merge(obligations)\n{HOLD}", ".merge cleans, joins"), (f"{LOAD}x = obligations.query('a')\n{HOLD}", ".query cleans"), (f"{LOAD}x = obligations.groupby('a')\n{HOLD}", ".groupby cleans"),
    (f"{LOAD}x = obligations.dropna()\n{HOLD}", ".dropna cleans"), (f"{LOAD}x = obligations['a'].fillna('b')\n{HOLD}", ".fillna cleans"), (f"{LOAD}x = obligations['a'].sum()\n{HOLD}", ".sum(...) computes"),
    (f"{LOAD}x = obligations[obligations['a'] == 'b']\n{HOLD}", "picks rows"), (f"{LOAD}x = obligations.loc[obligations['a'] > 0, 'b']\n{HOLD}", "picks rows"), (f"{LOAD}x = obligations[money.mask(obligations)]\n{HOLD}", "picks rows"),
    (f"{LOAD}x = obligations.iloc[0:5]\n{HOLD}", "picks rows"), (f"{LOAD}x = obligations.iloc[7]\n{HOLD}", "picks rows"), (f"{LOAD}x = [a for a in obligations if a]\n{HOLD}", "filters"),
    (f"{LOAD}obligations['a'] = money.a()\n{HOLD}", "changed in place"), (f"{LOAD}obligations += money.a()\n{HOLD}", "an in-place change"), (f"{LOAD}x = obligations._data\n{HOLD}", "._data"),
    (f"x = money.share(money.a()) * 100\n{HOLD}", "computes in the chapter"), (f"x = money.a() > money.b()\n{HOLD}", "computes in the chapter"), (f"x = money.top(42)\n{HOLD}", "the number 42"), (f"x = 42\n{HOLD}", "the number 42"),
    ("x = 2015\n" + HOLD, "the number 2015"), ('hold("law-x", money.a() > 42, says="it is more")', "the number 42"), ("x = money.a() + 2015\n" + HOLD, "the number 2015"),
    (f"{LOAD}{SAY.replace('money.police(obligations)', '42')}", "the number 42"), ("x = money.a('https://example.org')\n" + HOLD, "an address"), ("x = money.a('data/events.csv')\n" + HOLD, "a path"), ("x = money.a('../x')\n" + HOLD, "a path"),
    ("x = money.a('#b5322a')\n" + HOLD, "a color"), ("x = money.a('qp:china')\n" + HOLD, "a color"), ("x = money.a(height=money)\n" + HOLD, "looks belong"), (f'x = f"{{money}}"\n{HOLD}', "an f-string outside"),
    (f"{LOAD}{SAY.replace('law-police', 'Law police')}", "the id must be literal"), (f"{LOAD}{SAY}\n{SAY}", "stands twice"), (f"{LOAD}{SAY.replace('usd_2020', 'dollars')}", "with a unit of"), (f"{LOAD}{SAY.replace('Sum of the account incle', '')}", "means must be one line"),
    (f"{LOAD}{SAY.replace('means=', 'means=f')}".replace("Sum of", "Sum {obligations} of"), "means must be one line"), (f"{LOAD}{SAY.replace('tables=[', 'tables=[*')}", "tables must name"), (SAY, "tables must name tables that this page has loaded"),
    (f"{LOAD}{SAY.replace('measure=money.police', 'measure=money.other')}", "was not called up to here"), (f"{LOAD}{SAY[:-1]}, size=1)", "write say("), ('hold("law-x", money.a() > 0, says=money.b())', "says must be the sentence"),
    (f"{LOAD}a, b = {SAY.removeprefix('police = ')}, {SAY.removeprefix('police = ')}", "several statements in one"), (f"{LOAD}x = money.a({SAY.removeprefix('police = ')})\n{HOLD}", "stands on its own"),
])
def test_a_planted_fault_in_a_cell_is_found(code: str, said: str) -> None:
    found = faults(page(code))
    assert any(said in line for line in found), found or "nothing was found"


@pytest.mark.parametrize(("old", "new", "said"), [
    ("One account carried", "35 accounts carried", "'35'"), ("One account carried", "Two accounts carried", "'Two'"), ("the longest is", "of 20 percent", "'percent'"), ("Of 2022,", "Of 42,", "'42'"), ("by le-171", "by xx-171", "'171'"),
    ("billion constant", "with 3 billion constant", "'3'"), ("One account carried {police} of the money", "a b c d e f g h i j k {police} l", "a title of 13 words"), ("{police} of", "{police.value} of", "put a finding's name alone"),
    ("{police} of", "{police:.2f} of", "put a finding's name alone"), ("{police} of", "{money.a()} of", "put a finding's name alone"), ('note="Of 2022, by le-171."', 'note="Of " + "x"', "must be written out"), ('note="Of 2022, by le-171."', "note=money.note()", "must be written out"),
    ('alt=f"Bars: the longest is {police}."', 'alt="We have high confidence that it is likely."', "in one sentence"), ('sources=["us_obligations"', 'sources=["us_obligatoins"', "neither a table nor an event"),
    ("title=f", "f", "each by its name"), ("guard=more", "guard=police.value > 0", "computes in the chapter"),
])
def test_a_planted_fault_in_a_figure_s_words_is_found(old: str, new: str, said: str) -> None:
    code = f"{LOAD}{SAY}\n{HOLD}\n{SHOW}"
    assert old in code
    found = faults(page(code.replace(old, new, 1)))
    assert any(said in line for line in found), found or "nothing was found"


def test_the_words_of_a_guard_are_prose() -> None:
    assert any("'35'" in line for line in faults(page(HOLD.replace("there was more", "there were 35"))))
    assert any("'half'" in line for line in faults(page(HOLD.replace("there was more", "it is half of it"))))


@pytest.mark.parametrize("line", [
    "import pandas as pd", "import quietpush.measures.money", "from quietpush.tables import read", "from quietpush.chapter import Finding", "from quietpush.figures.bars import _bars",
    "from quietpush.measures.money import *", "from quietpush.theme import color", "from quietpush import phrases", "from .measures import money", "x = 1",
])
def test_a_wrong_import_is_found(line: str) -> None:
    assert faults(page(imports=f"{IMPORTS}\n{line}"))


def test_an_unused_import_is_found() -> None:
    found = cells.Page(page(f"{LOAD}{SAY}\n{HOLD}\n{SHOW}"), {"us_obligations"}, {"usd_2020"}).faults
    assert [str(fault) for fault in found] == ["line 5: imports inference and does not use it"]


def test_every_cell_is_tagged_and_stands_by_itself() -> None:
    assert sum("lacks" in line for line in faults(page(HOLD, tags=""))) == 2
    nested = page() + "\n- item\n\n  ```{code-cell} ipython3\n  :tags: [hide-input]\n  " + HOLD + "\n  ```\n"
    assert any("inside a list" in line for line in faults(nested))


def test_a_fault_is_on_its_line_and_ids_are_kept() -> None:
    text = page(f"{LOAD}{SAY}", f"x = 42\n{HOLD}")
    read = cells.Page(text, {"us_obligations"}, {"usd_2020"})
    assert text.splitlines()[next(fault.line for fault in read.faults if "42" in fault.said) - 1] == "x = 42"
    assert (list(read.said), list(read.held)) == (["law-police"], ["law-more"])
