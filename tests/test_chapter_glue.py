"""A number glued into prose is printed as it was said."""

import pytest
from myst_nb.core.variables import format_plain_text

from quietpush import chapter


@pytest.mark.parametrize(("value", "unit", "text"), [(21200000, "number", "21,200,000"), (0.5, "index", "0.50"), (97, "number", "97"), (9, "count", "nine")])
def test_commas_and_zeros_survive_the_glue(monkeypatch, value, unit, text):
    shown = {}
    monkeypatch.setattr("myst_nb.glue", lambda id, what, display: shown.update({id: what}))
    monkeypatch.setattr(chapter, "display", lambda what: None)
    chapter.say("a-finding", value, unit, means="A number", tables=["events"], measure=chapter.say)
    assert format_plain_text(shown["a-finding"].bundle["text/plain"], "") == text
