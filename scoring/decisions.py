"""The committee's recorded decisions: looked up by the tied cases, refused where they are none."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from scoring.cells import Matrix
from scoring.result import Decision, DecisionError, DecisionFault


class Decisions:
    """The decisions on tied cases, each to be used exactly once."""

    def __init__(self, decisions: Sequence[Decision], matrix: Matrix) -> None:
        """Raises DecisionError where one is malformed in itself or typed twice."""
        self._by_tie: dict[frozenset[str], Decision] = {}
        self._used: dict[frozenset[str], bool] = {}
        known = frozenset(matrix.cases)
        for decision in decisions:
            if not decision.judge:
                self._add(decision, known)

    def _add(self, decision: Decision, known: frozenset[str]) -> None:
        cases, tie = decision.cases, frozenset(decision.cases)
        if len(cases) < 2:
            raise DecisionError("too_short", cases)
        if len(tie) < len(cases):
            raise DecisionError("repeated", cases)
        if not tie <= known:
            raise DecisionError("unknown", cases)
        if tie in self._by_tie:
            raise DecisionError("twice", cases)
        self._by_tie[tie] = decision

    def order(self, cases: Sequence[str]) -> dict[str, Fraction]:
        """What a decision on exactly these cases says, higher is better; empty if there is none."""
        tie = frozenset(cases)
        decision = self._by_tie.get(tie)
        if decision is None:
            return {}
        self._used[tie] = True
        best = len(decision.cases)
        return {case: Fraction(best - at) for at, case in enumerate(decision.cases)}

    def check_used(self, ties: Sequence[tuple[str, ...]]) -> None:
        """Raises DecisionError for the first decision that met no tie; `ties` still stand."""
        for tie, decision in self._by_tie.items():
            if tie not in self._used:
                around = [cases for cases in ties if tie < frozenset(cases)]
                code: DecisionFault = "part_of_tie" if around else "not_tied"
                raise DecisionError(code, decision.cases, around[0] if around else ())


def drawn_judge(decisions: Sequence[Decision], drawable: Sequence[str]) -> str:
    """The judge whom a draw leaves out, empty where none was drawn.

    Raises DecisionError where no draw is needed between this judge and others, or two
    were entered.
    """
    named = tuple(decision.judge for decision in decisions if decision.judge)
    if len(named) > 1:
        raise DecisionError("twice", named)
    if named and named[0] not in drawable:
        raise DecisionError("not_tied", named)
    return named[0] if named else ""
