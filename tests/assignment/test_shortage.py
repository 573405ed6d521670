"""What cannot be planned is said, with its place and its number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from award.assignment import JudgeLoad, Plan, plan
from tests.assignment.loads import Asked, asked
from words import sentence


def said(made: Plan) -> list[str]:
    return [sentence(problem) for problem in made.problems]


@pytest.mark.parametrize(
    ("rows", "code", "where", "numbers"),
    [
        (
            asked(6, 4, 3, apart=[(2, 0), (2, 1)]),
            "E-ASSIGN-FEWJUDGES",
            "c002",
            {"have": 2, "need": 3, "short": 1},
        ),
        (
            asked(6, 4, 2, low=3, apart=[(case, 3) for case in range(5)]),
            "E-ASSIGN-FEWCASES",
            "J03",
            {"have": 1, "need": 3, "short": 2},
        ),
        (asked(6, 4, 3, high=4), "E-ASSIGN-SMALL", "", {"have": 16, "need": 18, "short": 2}),
        (asked(6, 4, 1, low=2), "E-ASSIGN-LARGE", "", {"least": 8, "need": 6, "over": 2}),
        (
            asked(7, 4, 1, high=2, apart=[(c, j) for c in range(5) for j in range(2)]),
            "E-ASSIGN-TIGHTCASES",
            "",
            {"cases": "c000, c001, c002, c003, c004", "judges": "J02, J03", "have": 4, "short": 1},
        ),
        (
            asked(6, 4, 1, low=1, apart=[(c, j) for c in range(1, 6) for j in range(2)]),
            "E-ASSIGN-TIGHTJUDGES",
            "",
            {"cases": "c000", "judges": "J00, J01", "need": 2, "have": 1, "short": 1},
        ),
    ],
)
def test_a_shortage_is_named_with_its_place_and_size(
    rows: Asked, code: str, where: str, numbers: dict[str, object]
) -> None:
    made = rows.plan()
    assert not made.possible
    assert made.pairs == ()
    assert [(problem.code, problem.where) for problem in made.problems] == [(code, where)]
    assert numbers.items() <= made.problems[0].params.items()


def test_all_shortages_are_told_at_once() -> None:
    made = asked(6, 4, 3, high=3, apart=[(0, 0), (0, 1), (5, 2), (5, 3)]).plan()
    codes = [(problem.code, problem.where) for problem in made.problems]
    few = [("E-ASSIGN-FEWJUDGES", "c000"), ("E-ASSIGN-FEWJUDGES", "c005")]
    assert codes == [*few, ("E-ASSIGN-SMALL", "")]


def test_wrong_rows_are_told_at_once() -> None:
    rows = asked(2, 2, 0, low=0)
    judges = (*rows.judges, rows.judges[0], JudgeLoad("J09", low=3, high=2))
    made = plan((rows.cases[0], replace(rows.cases[0], ballots=0)), judges, rows.want, 1)
    found = [(problem.code, problem.where) for problem in made.problems]
    assert found == [
        ("E-ASSIGN-TWICE", "c000"),
        ("E-ASSIGN-TWICE", "J00"),
        ("E-ASSIGN-BALLOTS", ""),
        ("E-ASSIGN-BALLOTS", "c000"),
        ("E-ASSIGN-LIMITS", ""),
        ("E-ASSIGN-LIMITS", "J00"),
        ("E-ASSIGN-LIMITS", "J01"),
        ("E-ASSIGN-LIMITS", "J09"),
    ]


@pytest.mark.parametrize(("cases", "judges"), [(0, 3), (3, 0), (0, 0)])
def test_nothing_to_assign_is_said(cases: int, judges: int) -> None:
    made = asked(cases, judges, 1).plan()
    assert [problem.code for problem in made.problems] == ["E-ASSIGN-EMPTY"]


def test_the_sentence_says_which_case_what_is_missing_and_what_to_do() -> None:
    (only,) = said(asked(3, 2, 2, apart=[(1, 0)]).plan())
    assert only == (
        "c001: This case needs 2 judges; after recusals only 1 may read it, 1 too few."
        " Add judges, or ask for fewer on this case. [E-ASSIGN-FEWJUDGES]"
    )
