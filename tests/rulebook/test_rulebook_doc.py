"""docs/rulebook.md names every rule of the catalogue, and tests that are there."""

from __future__ import annotations

import re

from award.examples import names
from tests.conftest import ROOT
from tests.rulebook.every_rule import ROWS

DOC = (ROOT / "docs" / "rulebook.md").read_text(encoding="utf-8")


def test_every_rule_of_the_catalogue_has_its_line() -> None:
    assert re.findall(r"^\| (\d+) \|", DOC, re.MULTILINE) == [str(n) for n in range(1, 26)]


def test_every_test_that_is_named_is_there() -> None:
    named = re.findall(r"`(tests/[a-z_/]+\.py)::(test_[a-z0-9_]+)`", DOC)
    assert len(named) > 20
    lost = [
        name for path, name in named
        if f"def {name}(" not in (ROOT / path).read_text(encoding="utf-8")
    ]  # fmt: skip
    assert lost == []


def test_every_small_award_is_named_once_under_its_rule() -> None:
    lines = re.findall(r"^\| (\d+) \|.*$", DOC, re.MULTILINE)
    assert lines
    found = re.findall(r"`every_rule ([^`]+)`", DOC)
    assert set(found) == set(ROWS)


def test_every_example_that_is_named_can_be_built() -> None:
    assert set(re.findall(r"example `([a-z_]+)`", DOC)) <= set(names())
