"""Rows of mistakes in a rules file, each with its codes and its sentences in a golden file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from award.rules_file import rules_of
from words import Bad, sentence, use

HERE = Path(__file__).parent


def refused(text: str) -> Bad:
    with pytest.raises(Bad) as caught:
        rules_of(text.encode("utf-8"))
    return caught.value


@dataclass(frozen=True)
class Mistakes:
    """`rows` by name: what is replaced in the right `text`, by what, and the codes that follow."""

    text: str
    rows: Mapping[str, tuple[str, str, str]]
    golden: str

    def refused(self, name: str) -> Bad:
        old, new, _ = self.rows[name]
        return refused(self.edited(old, new))

    def edited(self, old: str, new: str) -> str:
        """The text with one row's edits, each made at the first place where it fits."""
        text = self.text
        for before, after in zip(old.split("|"), new.split("|"), strict=True):
            assert before in text, before
            text = text.replace(before, after, 1)
        return text

    def codes(self, name: str) -> list[str]:
        return [problem.code for problem in self.refused(name).problems]

    def told(self, name: str) -> str:
        """What the golden file holds for a row: the Chinese sentences, then the English ones."""
        lines = [f"# {name}"]
        for lang in ("zh", "en"):
            use(lang)
            lines += [sentence(problem) for problem in self.refused(name).problems]
        return "\n".join(lines)

    def goldens(self) -> dict[str, str]:
        blocks = (HERE / self.golden).read_text(encoding="utf-8").rstrip("\n").split("\n\n")
        return {block.split("\n", 1)[0].removeprefix("# "): block for block in blocks}

    def renewed(self) -> str:
        """The golden file anew; read the difference."""
        return "\n\n".join(map(self.told, self.rows))
