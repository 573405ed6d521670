"""What the secretary reads before anything is done."""

from __future__ import annotations

import sys

import pytest

from award.assignment_words import plan_lines
from tests.assignment.loads import asked
from words import Bad

PANELS = [(c, j) for c in range(4) for j in range(4) if (c < 2) != (j < 2)]


def test_a_plan_reads_from_the_whole_to_the_single_judge() -> None:
    lines = plan_lines(asked(4, 2, 2, fields=("法院", "公安")).plan(7), "en")
    assert lines[0] == (
        "4 cases with 2 judges each, 8 readings in all; 2 judges with 4 cases each."
        " The seed is 7: with the same seed and lists the assignment is the same."
    )
    assert lines[1:] == [
        "All judges are linked by cases they share, so their scores can be compared.",
        "Field 公安: 2 cases, 2 for each judge (mean 2.0)",
        "Field 法院: 2 cases, 2 for each judge (mean 2.0)",
        "J00: 4 (公安 2, 法院 2): c000, c001, c002, c003",
        "J01: 4 (公安 2, 法院 2): c000, c001, c002, c003",
    ]


def test_a_split_plan_says_the_groups_the_reason_and_the_change() -> None:
    lines = plan_lines(asked(4, 4, 2, apart=PANELS).plan(7), "zh")
    assert lines[1] == "注意：评委分成了 2 组，各组之间没有共同评的案例，组与组的分数无法比较。"
    assert lines[2] == "第 1 组：评委 J00, J01；案例 c000, c001"
    assert lines[4].startswith("原因：由于回避")
    assert lines[5].startswith("试算过、能连起来的最小改动：由评委 J")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "rows",
    [
        asked(20, 4, 1),
        asked(30, 20, 1),
        asked(9, 4, 2, apart=[(c, 0) for c in range(7)]),
        asked(6, 4, 2, low=3, high=3, apart=[(c, j) for c in range(6) for j in range(4)
                                             if (c < 3) != (j < 2) and (c, j) != (0, 2)]),
        asked(3, 2, 5),
        asked(3, 2, 1, fields=[""]),
        asked(0, 0, 0, low=0),
    ],
)  # fmt: skip
def test_every_plan_can_be_said_in_both_languages(rows: object, lang: str) -> None:
    lines = plan_lines(rows.plan(3), lang)  # type: ignore[attr-defined]
    assert all(line and "{" not in line for line in lines)


def test_nothing_possible_says_only_why() -> None:
    lines = plan_lines(asked(3, 2, 3).plan(), "en")
    assert lines[0] == "Nothing can be assigned as wished:"
    assert [line.split(":")[0] for line in lines[1:4]] == ["c000", "c001", "c002"]


def test_unequal_loads_are_explained() -> None:
    lines = plan_lines(asked(9, 4, 2, apart=[(c, 0) for c in range(7)]).plan(), "en")
    assert lines[1].startswith("Loads differ by ")


def test_a_missing_solver_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(Bad, match="networkx, is missing on this computer") as caught:
        asked(2, 2, 1).plan()
    assert caught.value.code == "E-NOSOLVER"


def test_long_lists_are_cut_and_counted() -> None:
    lines = plan_lines(asked(40, 2, 1).plan(), "en")
    assert lines[2].endswith("and others, 20 in all")


def test_advice_that_does_not_exist_is_not_given() -> None:
    apart = [(c, j) for c in range(3) for j in range(3) if c != j]
    lines = plan_lines(asked(3, 3, 1, apart=apart).plan(), "en")
    assert any("Add judges without recusals" in line for line in lines)
