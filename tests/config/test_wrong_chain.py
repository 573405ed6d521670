"""Every mistake in the tables of a chain has one code and one located sentence."""

from __future__ import annotations

import pytest

from award.rules_file import rules_of
from award.rules_words import rules_in_words
from tests.config.mistakes import HERE, Mistakes
from tests.config.wrong_chain import ROWS

CHAIN = (HERE / "chain.toml").read_text(encoding="utf-8")
MISTAKES = Mistakes(CHAIN, ROWS, "wrong_chain.txt")


def test_the_chain_itself_is_right_and_can_be_said() -> None:
    rules = rules_of(CHAIN.encode("utf-8")).rules
    assert [stage.key for stage in rules.chain] == ["formal", "first", "second", "net", "poll"]
    said = "\n".join(rules_in_words(rules, lang)[0] for lang in ("zh", "en"))
    assert said


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
