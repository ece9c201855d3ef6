"""Do verdicts follow from their rules, are the ledger's texts filled from findings and rows, and is the real ledger whole?"""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import prose
import pytest
from conftest import table_writer

from quietpush import claims

FINDINGS = {
    "law-gifts": {"id": "law-gifts", "value": 29, "text": "29"},
    "law-share": {"id": "law-share", "value": 12.4, "text": "12 percent"},
    "law-most": {"id": "law-most", "value": "Cuba", "text": "Cuba"},
}
EVENTS = pd.DataFrame(
    {"quantity": [6000.0, None], "amount_usd": [2.5e6, None], "date": ["2023-02-10", "2021"], "place": ["Panama City", None]}, index=["le-171", "le-172"]
)
LEDGER = [
    ("B2", "A text of 2020", "supported"), ("A10", "{law-gifts} gifts and {law-share} of them", "qualified"), ("A2", "{event:le-171.quantity} helmets", "contested"), ("A1", "{law-gone} and {law-lost}", "supported"),
]


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A small ledger with rules: a function that writes them and points the book at them."""
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "package.yaml").write_text("name: own\ndata_as_of: 2026-11-22\n", "utf-8")
    text = {"type": "string", "constraints": {"required": True}}

    def make(rules: list[str]) -> None:
        write = table_writer(folder)
        write("claims", "claim_id,finding,verdict\n" + "".join(f'{claim},"{finding}",{verdict}\n' for claim, finding, verdict in LEDGER), [{"name": name, **text} for name in ("claim_id", "finding", "verdict")], ["claim_id"])
        fields = [{"name": name, **text} for name in ("claim_id", "finding_id", "operator")] + [{"name": "bound", "type": "number", "unit": "unit of the finding", "constraints": {"required": True}}]
        write("verdict_rules", "claim_id,finding_id,operator,bound\n" + "".join(f"{rule}\n" for rule in rules), fields, ["claim_id", "finding_id"])
        monkeypatch.setenv("QUIETPUSH_DATA", str(folder))

    return make


def test_claims_stand_in_the_articles_order(ledger) -> None:
    ledger([])
    assert claims.ledger()["claim_id"].tolist() == ["A1", "A2", "A10", "B2"]


def test_places_are_read() -> None:
    assert claims.places("Of {law-gifts} and {event:le-171.date}, 2020") == ["law-gifts", "event:le-171.date"]
    assert claims.places("none") == []


@pytest.mark.parametrize(("template", "text"), [
    ("Of {law-gifts}, {law-share}.", "Of 29, 12 percent."),
    ("{event:le-171.quantity} helmets worth {event:le-171.amount_usd}", "6,000 helmets worth US$2.5 million"),
    ("on {event:le-171.date} and in {event:le-172.date}", "on February 10, 2023 and in 2021"),
    ("in {event:le-171.place}", "in Panama City"),
    ("No place in 2020.", "No place in 2020."),
])
def test_a_text_is_filled_from_findings_and_rows(template: str, text: str) -> None:
    assert claims.fill(template, FINDINGS, EVENTS) == text


@pytest.mark.parametrize(("template", "said"), [
    ("{event:le-172.quantity}", "names {event:le-172.quantity}, but that cell is empty in data/events.csv"),
    ("{event:le-999.quantity}", "names {event:le-999.quantity}, which data/events.csv does not have; correct the id or the column"),
    ("{event:le-171.helmets}", "names {event:le-171.helmets}, which data/events.csv does not have"),
])
def test_a_place_that_cannot_be_filled_is_named(template: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        claims.fill(template, FINDINGS, EVENTS)


def test_unknown_findings_are_named_with_their_claim(ledger) -> None:
    ledger(["A2,law-missing,>,1"])
    assert claims.unknown_findings(FINDINGS) == [
        "claim A1 names the finding 'law-gone', which no chapter says; correct the name or say it",
        "claim A1 names the finding 'law-lost', which no chapter says; correct the name or say it",
        "the verdict rule of A2 names the finding 'law-missing', which no chapter says; correct the name or say it",
    ]


@pytest.mark.parametrize(("rule", "holds"), [
    ("law-gifts,>,28", True), ("law-gifts,>,29", False), ("law-gifts,>=,29", True), ("law-gifts,<,29", False), ("law-gifts,<=,29", True),
    ("law-gifts,==,29", True), ("law-gifts,==,30", False), ("law-gifts,!=,29", False), ("law-share,<,12.5", True), ("law-share,<,12.4", False), ("law-gifts,>,-1", True),
])
def test_a_rule_is_weighed(ledger, rule: str, holds: bool) -> None:
    ledger([f"A10,{rule}"])
    assert (claims.broken_rules(FINDINGS) == []) is holds


def test_a_broken_rule_names_claim_verdict_and_number(ledger) -> None:
    ledger(["A10,law-share,>,50"])
    assert claims.broken_rules(FINDINGS) == [
        "claim A10 is called 'qualified' because law-share > 50.0, but it is now 12 percent; change the verdict in data/claims.csv with a dated line, or the rule"
    ]


def test_a_rule_over_words_is_refused(ledger) -> None:
    ledger(["A10,law-most,==,1"])
    assert claims.broken_rules(FINDINGS) == ["the verdict rule of A10 compares law-most, which is the text 'Cuba'; name a finding that is a number"]


@pytest.fixture
def real(monkeypatch: pytest.MonkeyPatch) -> pd.DataFrame:
    """The book's own ledger."""
    monkeypatch.delenv("QUIETPUSH_DATA", raising=False)
    return claims.ledger()


def test_the_ledger_holds_120_claims_in_order(real: pd.DataFrame) -> None:
    assert real["claim_id"].tolist() == [f"A{n}" for n in range(1, 84)] + [f"B{n}" for n in range(1, 38)]
    assert set(real["verdict"]) <= {"supported", "qualified", "contested", "contradicted", "unverified", "untestable"}


def test_a_computed_text_names_a_finding(real: pd.DataFrame) -> None:
    named = real["finding"].map(lambda text: any(not claims.EVENT.fullmatch(place) for place in claims.places(text)))
    without = real.loc[(real["finding_basis"] == "computed") & ~named, "claim_id"].tolist()
    hidden = real.loc[(real["finding_basis"] != "computed") & named, "claim_id"].tolist()
    assert not without, f"called computed without a finding: {', '.join(without)}"
    assert not hidden, f"names a finding and is not called computed: {', '.join(hidden)}"


def test_texts_of_the_ledger_hold_no_typed_number(real: pd.DataFrame) -> None:
    wrong = [f"{claim}: {said}" for claim, text in zip(real["claim_id"], real["finding"]) for said in prose.typed_numbers(claims.PLACE.sub(prose.GLUED, text))]
    assert not wrong, "data/claims.csv, finding of " + "\n".join(wrong)


def test_texts_of_the_ledger_keep_the_two_scales_apart(real: pd.DataFrame) -> None:
    assert not [said for text in real["finding"] for said in prose.mixed_scales(text)]
