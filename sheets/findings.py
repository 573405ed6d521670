"""Problems and warnings gathered over a whole import, so that all are told at once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from words import Problem
from words.text import clean_line

MOST = 50  # of one code; a person mends the pattern, not the fifty-first line


@dataclass
class _List:
    kept: list[Problem] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)

    def add(self, problem: Problem) -> None:
        self.seen[problem.code] += 1
        if self.seen[problem.code] <= MOST:
            self.kept.append(problem)

    def all(self, more: str) -> tuple[Problem, ...]:
        rest = ((code, count - MOST) for code, count in self.seen.items() if count > MOST)
        return (*self.kept, *(Problem(more, "", {"like": c, "count": n}) for c, n in rest))


class Findings:
    """`wrong` stops the import, `warn` is only told. At most 50 of one code are kept."""

    def __init__(self) -> None:
        self._problems, self._warnings = _List(), _List()

    def wrong(self, code: str, where: str = "", /, **params: object) -> None:
        self.problem(Problem(code, where, params))

    def warn(self, code: str, where: str = "", /, **params: object) -> None:
        self._warnings.add(_safe(Problem(code, where, params)))

    def problem(self, problem: Problem) -> None:
        self._problems.add(_safe(problem))

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self._problems.all("E-MORE")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return self._warnings.all("W-MORE")


def _safe(problem: Problem) -> Problem:
    """What it quotes from a file is as hostile as the file: cleaned like any text from there."""
    params = {k: clean_line(v) if isinstance(v, str) else v for k, v in problem.params.items()}
    return Problem(problem.code, clean_line(problem.where), params)
