"""What is missing for a final result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scoring.ballots import Ballots
from scoring.cells import State
from scoring.result import CaseScore, Gap


def find_gaps(ballots: Ballots, scores: Sequence[CaseScore]) -> tuple[Gap, ...]:
    """Case by case: the judges whose ballots have holes, then the case's own lack of ballots.

    Holes are listed under every missing policy: also a zero is given knowingly.
    """
    matrix = ballots.matrix
    holes = State.MISSING in matrix.states
    found: list[Gap] = []
    for case, score in enumerate(scores):
        if holes:
            found.extend(_of_case(ballots, case))
        if score.unranked == "too_few_ballots":
            found.append(Gap("", matrix.cases[case], ()))
    return tuple(found)


def _of_case(ballots: Ballots, case: int) -> Iterator[Gap]:
    for judge, name in enumerate(ballots.matrix.judges):
        criteria = ballots.holes(case, judge)
        if criteria:
            yield Gap(name, ballots.matrix.cases[case], criteria)
