"""Every mistake in the tables of a chain has one code and one located sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from award.rules_file import rules_of
from award.rules_words import rules_in_words
from tests.config.test_wrong_rules import refused
from tests.config.wrong_chain import ROWS
from words import sentence, use

HERE = Path(__file__).parent
CHAIN = (HERE / "chain.toml").read_text(encoding="utf-8")


def edited(old: str, new: str) -> str:
    """The chain with one row's edits, each made at the first place where it fits."""
    text = CHAIN
    for before, after in zip(old.split("|"), new.split("|"), strict=True):
        assert before in text, before
        text = text.replace(before, after, 1)
    return text


def told(name: str) -> str:
    """What the golden file holds for a row: the Chinese sentences, then the English ones."""
    old, new, _ = ROWS[name]
    lines = [f"# {name}"]
    for lang in ("zh", "en"):
        use(lang)
        lines += [sentence(problem) for problem in refused(edited(old, new)).problems]
    return "\n".join(lines)


def goldens() -> dict[str, str]:
    blocks = (HERE / "wrong_chain.txt").read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    return {block.split("\n", 1)[0].removeprefix("# "): block for block in blocks}


def test_the_chain_itself_is_right_and_can_be_said() -> None:
    rules = rules_of(CHAIN.encode("utf-8")).rules
    assert [stage.key for stage in rules.chain] == ["formal", "first", "second", "net", "poll"]
    said = "\n".join(rules_in_words(rules, lang)[0] for lang in ("zh", "en"))
    assert said


@pytest.mark.parametrize("name", ROWS)
def test_a_mistake_has_its_code(name: str) -> None:
    old, new, codes = ROWS[name]
    assert [problem.code for problem in refused(edited(old, new)).problems] == codes.split()


@pytest.mark.parametrize("name", ROWS)
def test_a_mistake_is_told_where_it_is_in_both_languages(name: str) -> None:
    assert told(name) == goldens()[name]


def test_the_golden_file_holds_nothing_else() -> None:
    assert set(goldens()) == set(ROWS)


if __name__ == "__main__":  # writes the golden file anew; read the difference
    print("\n\n".join(map(told, ROWS)))
