"""Every mistake in config.toml has one code and one located sentence in both languages."""

from __future__ import annotations

import pytest

from award.rules_file import rules_of
from tests.config.mistakes import HERE, Mistakes
from tests.config.wrong_rules import ROWS

SAMPLE = (HERE / "sample.toml").read_text(encoding="utf-8")
MISTAKES = Mistakes(SAMPLE, ROWS, "wrong_rules.txt")


def test_the_sample_itself_is_right() -> None:
    assert rules_of(SAMPLE.encode("utf-8")).rules.award == "award-1"


@pytest.mark.parametrize("name", ROWS)
def test_a_mistake_has_its_code(name: str) -> None:
    assert MISTAKES.codes(name) == ROWS[name][2].split()


@pytest.mark.parametrize("name", ROWS)
def test_a_mistake_is_told_where_it_is_in_both_languages(name: str) -> None:
    assert MISTAKES.told(name) == MISTAKES.goldens()[name]


def test_the_golden_file_holds_nothing_else() -> None:
    assert set(MISTAKES.goldens()) == set(ROWS)


if __name__ == "__main__":
    print(MISTAKES.renewed())
