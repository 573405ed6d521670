"""Every refusal of the exchange format can be said, with the values it is given."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator

import pytest

from tests.conftest import ROOT
from words import entry


def refusals() -> Iterator[tuple[str, frozenset[str]]]:
    """Code and names of the values of every `Bad("E-...", ..)` in the package."""
    for path in sorted((ROOT / "exchange").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name("Bad"), args=[ast.Constant(str(code)), *_]):
                    yield code, frozenset(word.arg for word in node.keywords if word.arg)


@pytest.mark.parametrize(
    ("code", "values"), sorted(set(refusals()), key=lambda one: (one[0], sorted(one[1])))
)
@pytest.mark.parametrize("lang", [0, 1], ids=["zh", "en"])
def test_every_refusal_gives_its_sentence_the_values_it_needs(
    code: str, values: frozenset[str], lang: int
) -> None:
    fields = {name for _, name, _, _ in string.Formatter().parse(entry(code)[lang]) if name}
    assert fields <= values


@pytest.mark.parametrize("code", ["E-WRONGCODE", "E-PASSPHRASE", "E-OPEN"])
def test_the_refusals_of_a_wrong_secret_need_no_values(code: str) -> None:
    assert all("{" not in text for text in entry(code))
