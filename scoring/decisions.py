"""The committee's recorded decisions: looked up by the tied cases, refused where they are none."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction

from scoring.result import Decision, DecisionError, DecisionFault


def drawn(decisions: Iterable[Decision], cases: Collection[str]) -> bool:
    """Whether lots were drawn between these cases; otherwise it was the committee's word."""
    return any(one.kind == "draw" and set(cases) <= set(one.cases) for one in decisions)


def check_each(decisions: Sequence[Decision], cases: Sequence[str], stages: Sequence[str]) -> None:
    """Raises DecisionError for the first that is malformed in itself or typed twice."""
    known, places = frozenset(cases), ("", *stages)
    seen: list[tuple[str, frozenset[str]]] = []
    for decision in decisions:
        if not decision.judge:
            _check(decision, known, places, seen)
            seen.append((decision.stage, frozenset(decision.cases)))


def _check(
    decision: Decision,
    known: frozenset[str],
    stages: Sequence[str],
    seen: Sequence[tuple[str, frozenset[str]]],
) -> None:
    cases, tie = decision.cases, frozenset(decision.cases)
    if len(cases) < 2:
        raise DecisionError("too_short", cases)
    if len(tie) < len(cases):
        raise DecisionError("repeated", cases)
    if not tie <= known or decision.stage not in stages:
        raise DecisionError("unknown", cases)
    if (decision.stage, tie) in seen:
        raise DecisionError("twice", cases)


class Decisions:
    """The decisions on tied cases of one stage (empty: the final ranking), each used once."""

    def __init__(self, decisions: Sequence[Decision], stage: str = "") -> None:
        here = [one for one in decisions if not one.judge and one.stage == stage]
        self._by_tie = {frozenset(one.cases): one for one in here}
        self._used: dict[frozenset[str], bool] = {}

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
