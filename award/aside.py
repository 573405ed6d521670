"""What is shown beside the ranking and decides nothing: far marks, shadow judges, calibration."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from award.deviating import mark_line
from award.folder import Award
from award.ranking import Ranking
from award.ranking_words import points_words
from scoring.ballots import Ballots
from scoring.cells import Matrix
from scoring.selection import part
from words import say

Totals = Sequence[tuple[str, Fraction | None]]  # a case or a judge, and the exact total


def aside_lines(award: Award, ranking: Ranking) -> Iterator[str]:
    """Sentences for people, under the table."""
    if ranking.marks:
        yield say("deviation.heading")
        yield from ("  " + mark_line(award.rules, one) for one in ranking.marks)
    shadow, calibration = shadow_totals(award, ranking), calibration_totals(award, ranking)
    if shadow:
        yield say("deviation.shadow")
    for judge, totals in shadow:
        yield "  " + say("deviation.shadow_line", judge=judge, totals=_list(award, totals))
    if calibration:
        yield say("deviation.calibration")
    for case, totals in calibration:
        yield "  " + say("deviation.calibration_line", case=case, totals=_list(award, totals))


def shadow_totals(award: Award, ranking: Ranking) -> list[tuple[str, Totals]]:
    """Per shadow judge the exact totals of the cases that are ranked."""
    aside, names = ranking.aside, award.rules_file.sides.shadow
    if aside is None or not names:
        return []
    table = _totals(award, part(aside, judges=names, cases=ranking.matrix.cases))
    return [
        (judge, [(case, row[at]) for case, row in table.items()])
        for at, judge in enumerate(name for name in aside.judges if name in names)
    ]


def calibration_totals(award: Award, ranking: Ranking) -> list[tuple[str, Totals]]:
    """Per calibration case the exact totals of every judge, shadow judges too."""
    aside, names = ranking.aside, award.rules_file.sides.calibration
    if aside is None or not names:
        return []
    table = _totals(award, part(aside, judges=aside.judges, cases=names))
    return [(case, list(zip(aside.judges, row, strict=True))) for case, row in table.items()]


def _totals(award: Award, matrix: Matrix) -> dict[str, list[Fraction | None]]:
    ballots = Ballots(award.rules.stage, award.rules.rounding, matrix)
    return {
        case: [None if one is None else Fraction(one, ballots.denominator) for one in row]
        for case, row in ((case, ballots.row(at)) for at, case in enumerate(matrix.cases))
    }


def _list(award: Award, totals: Totals) -> str:
    none = say("deviation.no_total")
    return ", ".join(
        f"{name} {none if total is None else points_words(award.rules, total)}"
        for name, total in totals
    )
