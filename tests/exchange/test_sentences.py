"""Every refusal of the exchange format can be said in both languages."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT
from words import Bad, Problem, entry, sentence
from words.exchange import WORDS

RAISED = sorted(
    {
        code
        for path in (ROOT / "exchange").rglob("*.py")
        for code in re.findall(r'"(E-[A-Z]+)"', path.read_text(encoding="utf-8"))
    }
)
PARAMS = {
    "E-KIND": {"kind": "ballot", "found": "packet"},
    "E-FORMAT": {"need": "1..9"},
    "E-SIG": {"kind": "ballot"},
    "E-SIZE": {"name": "ballot", "size": 9, "limit": 8},
    "E-CODE": {"count": 3, "length": 12},
    "E-RECEIPTFORM": {"count": 3, "length": 20},
    "E-MEMORY": {"mib": 64},
    "E-ENROLL": {"judge": "J01"},
    "E-COPY": {"judge": "J01"},
    "E-RECEIPT": {"judge": "J01", "receipt": "1" * 20},
}


@pytest.mark.parametrize("code", RAISED)
def test_every_code_that_is_raised_has_a_sentence(code: str) -> None:
    assert entry(code)


@pytest.mark.parametrize("code", WORDS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_sentence_can_be_said_with_the_values_it_is_given(code: str, lang: str) -> None:
    assert "{" not in sentence(Problem(code, "", PARAMS.get(code, {})), lang)


def test_a_refusal_says_where_and_what() -> None:
    bad = Bad("E-FORMAT", "L3", need="base64")
    assert str(bad).startswith("L3: ")
    assert "base64" in str(bad)
