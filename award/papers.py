"""Anonymous papers typed by two people: each writes a file of their own, one paper on a line.

`A B` is a paper with these ticks, `-` an empty one, `void` one that is void for another reason
than its ticks; tier by tier `gold=A B; silver=C`. Both files must say the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from award.folder import Award
from award.paper import person, same_person
from award.secret_voting import enter_papers
from files.reading import read_bounded
from scoring.chain_rules import Stage
from words import Bad
from words.text import clean_line

LIMIT = 1024 * 1024
EMPTY, VOID, COMMENT = "-", "void", "#"
Paper = Mapping[str, Sequence[str]] | None


def enter_files(
    award: Award,
    stage: Stage,
    files: tuple[Path, Path],
    voters: Sequence[str],
    by: str,
    checked: str,
) -> int:
    """Compare two files and put their papers into the box; how many.

    Raises E-PAPER-NAME, E-PAPER-SAME, E-VOTE-COUNTED, E-VOTE-DIFFERS, E-VOTE-LINE, and what
    `enter_papers` raises.
    """
    by, checked = person(by), person(checked)
    if same_person(by, checked):
        raise Bad("E-PAPER-SAME", name=by)
    first, second = (_lines(path) for path in files)
    if len(first) != len(second):
        raise Bad("E-VOTE-COUNTED", first=len(first), second=len(second))
    papers = []
    for number, (one, other) in enumerate(zip(first, second, strict=True), 1):
        paper = _paper(stage, one, number)
        if _same(paper) != _same(_paper(stage, other, number)):
            raise Bad("E-VOTE-DIFFERS", line=number, first=one, second=other)
        papers.append(paper)
    return len(enter_papers(award, stage, voters, papers, by, checked))


def _lines(path: Path) -> list[str]:
    try:
        text = read_bounded(path, LIMIT).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Bad("E-VOTE-LINE", path.name, line=1, text="?") from None
    lines = (clean_line(line) for line in text.splitlines())
    return [line for line in lines if line and not line.startswith(COMMENT)]


def _paper(stage: Stage, line: str, number: int) -> Paper:
    """Raises E-VOTE-LINE."""
    assert stage.approval is not None  # a vote has its rules
    if line == VOID:
        return None
    if line == EMPTY:
        return {}
    if not stage.approval.per_tier:
        if "=" in line or ";" in line:
            raise Bad("E-VOTE-LINE", line=number, text=line)
        return {stage.approval.ticks[0][0]: line.split()}
    return dict(_question(part, number) for part in line.split(";") if part.strip())


def _question(part: str, number: int) -> tuple[str, list[str]]:
    key, equals, cases = part.partition("=")
    if not equals:
        raise Bad("E-VOTE-LINE", line=number, text=part)
    return key.strip(), cases.split()


def _same(paper: Paper) -> object:
    return paper and {key: sorted(set(cases)) for key, cases in paper.items()}
