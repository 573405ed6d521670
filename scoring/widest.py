"""The judge whose marks spread most, left out whole where the rules trim `of = "judge"`.

A judge's spreads are the highest total given minus the lowest, then the second highest
minus the second lowest, and so on, over the valid ballots of the stage. The greatest first
spread decides, then the next one; a judge with fewer ballots has zero there. Judges equal
in all of them need a recorded draw.
"""

from __future__ import annotations

from scoring.ballots import Ballots


def spreads(totals: list[int]) -> list[int]:
    """Highest minus lowest, second highest minus second lowest, ...

    >>> spreads([80, 95, 90, 70])
    [25, 10]
    """
    ordered = sorted(totals)
    return [ordered[-1 - i] - ordered[i] for i in range(len(ordered) // 2)]


def widest(ballots: Ballots) -> tuple[int, ...]:
    """The judges with the greatest spread, in judge order; several where a draw is needed."""
    given = _by_judge(ballots)
    length = len(ballots.matrix.cases)
    marks = {judge: spreads(totals) for judge, totals in given.items()}
    padded = {judge: found + [0] * (length - len(found)) for judge, found in marks.items()}
    most = max(padded.values(), default=[])
    return tuple(judge for judge, found in padded.items() if found == most)


def _by_judge(ballots: Ballots) -> dict[int, list[int]]:
    """The totals of every judge who has a valid ballot."""
    rows = [ballots.row(case) for case in range(len(ballots.matrix.cases))]
    given = {
        judge: [total for row in rows if (total := row[judge]) is not None]
        for judge in range(len(ballots.matrix.judges))
    }
    return {judge: totals for judge, totals in given.items() if totals}
