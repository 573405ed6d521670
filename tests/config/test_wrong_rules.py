"""Every mistake in config.toml has one code and one located sentence in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from award.rules_file import rules_of
from tests.config.wrong_rules import ROWS
from words import Bad, sentence, use

HERE = Path(__file__).parent
SAMPLE = (HERE / "sample.toml").read_text(encoding="utf-8")


def edited(old: str, new: str) -> str:
    """The sample with one row's edits, each made at the first place where it fits."""
    text = SAMPLE
    for before, after in zip(old.split("|"), new.split("|"), strict=True):
        assert before in text, before
        text = text.replace(before, after, 1)
    return text


def refused(text: str) -> Bad:
    with pytest.raises(Bad) as caught:
        rules_of(text.encode("utf-8"))
    return caught.value


def told(name: str) -> str:
    """What the golden file holds for a row: the Chinese sentences, then the English ones."""
    old, new, _ = ROWS[name]
    lines = [f"# {name}"]
    for lang in ("zh", "en"):
        use(lang)
        lines += [sentence(problem) for problem in refused(edited(old, new)).problems]
    return "\n".join(lines)


def goldens() -> dict[str, str]:
    blocks = (HERE / "wrong_rules.txt").read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    return {block.split("\n", 1)[0].removeprefix("# "): block for block in blocks}


def test_the_sample_itself_is_right() -> None:
    assert rules_of(SAMPLE.encode("utf-8")).rules.award == "award-1"


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
