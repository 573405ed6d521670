"""Plans worked by hand, and what is promised of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from award.assignment import CaseLoad, JudgeLoad, Plan, Wish, plan
from tests.assignment.loads import asked

FIELDS = ("政法委", "法院", "检察院", "公安", "司法行政")


def load_sizes(made: Plan) -> set[int]:
    return {len(load.cases) for load in made.loads}


def judges_of(made: Plan, case: str) -> list[str]:
    return [judge for one, judge in made.pairs if one == case]


@pytest.mark.parametrize(
    ("cases", "judges", "ballots", "sizes"),
    [(20, 10, 5, {10}), (20, 7, 3, {8, 9}), (10, 5, 2, {4}), (7, 3, 3, {7}), (1, 4, 4, {1})],
)
def test_loads_are_equal_or_differ_by_one(
    cases: int, judges: int, ballots: int, sizes: set[int]
) -> None:
    assert load_sizes(asked(cases, judges, ballots).plan()) == sizes


def test_every_case_has_its_number_of_different_judges() -> None:
    made = asked(23, 9, 4).plan()
    assert Counter(case for case, _ in set(made.pairs)) == {f"c{n:03}": 4 for n in range(23)}


def test_a_case_may_ask_for_more_judges_than_the_others() -> None:
    rows = asked(6, 5, 2)
    cases = (replace(rows.cases[0], ballots=5), *rows.cases[1:])
    made = plan(cases, rows.judges, rows.want, 1)
    assert len(judges_of(made, "c000")) == 5
    assert len(judges_of(made, "c001")) == 2


def test_a_recusal_is_kept() -> None:
    made = asked(6, 3, 2, apart=[(0, 0), (1, 0)]).plan()
    assert judges_of(made, "c000") == judges_of(made, "c001") == ["J01", "J02"]


def test_a_judge_does_not_read_a_unit_kept_apart() -> None:
    cases = [CaseLoad(f"c{n}", unit="北院" if n < 3 else "南院") for n in range(6)]
    judges = [JudgeLoad("J1", apart_units=frozenset({"北院"})), JudgeLoad("J2"), JudgeLoad("J3")]
    made = plan(cases, judges, Wish(2), 1)
    assert [case for case, judge in made.pairs if judge == "J1"] == ["c3", "c4", "c5"]


def test_cases_without_a_unit_are_kept_apart_from_nobody() -> None:
    made = plan([CaseLoad("c1")], [JudgeLoad("J1", apart_units=frozenset({""}))], Wish(1), 1)
    assert made.pairs == (("c1", "J1"),)


def test_every_judge_sees_a_fair_share_of_every_field() -> None:
    made = asked(50, 10, 3, fields=FIELDS).plan()
    assert all((share.least, share.most) == (3, 3) for share in made.fields)


def test_a_judge_with_few_cases_sees_the_fields_in_the_same_proportion() -> None:
    rows = asked(50, 10, 3, fields=FIELDS)
    judges = (replace(rows.judges[0], low=5, high=5), *rows.judges[1:])
    made = plan(rows.cases, judges, rows.want, 1)
    assert made.loads[0].fields == (1, 1, 1, 1, 1)


def test_a_judge_s_own_limits_count_more_than_the_wish() -> None:
    rows = asked(12, 4, 2, low=2, high=8)
    judges = (replace(rows.judges[0], high=1, low=1), *rows.judges[1:])
    sizes = [len(load.cases) for load in plan(rows.cases, judges, rows.want, 1).loads]
    assert sizes[0] == 1
    assert sorted(sizes[1:]) == [7, 8, 8]


def test_where_loads_must_differ_they_differ_as_little_as_possible() -> None:
    made = asked(8, 4, 2, apart=[(case, 0) for case in range(2, 8)]).plan()
    assert len(made.loads[0].cases) == 2
    assert sorted(len(load.cases) for load in made.loads[1:]) == [4, 5, 5]


def test_figures_of_the_fields_are_those_of_the_loads() -> None:
    made = asked(17, 5, 2, fields=FIELDS).plan()
    for place, share in enumerate(made.fields):
        counts = [load.fields[place] for load in made.loads]
        assert (min(counts), max(counts), sum(counts)) == (share.least, share.most, share.readings)
        assert share.readings == 2 * share.cases


def test_names_of_any_kind_are_only_names() -> None:
    odd = ["", " ", "案例 一", "in", "out", "end", "0", "[x]"]
    made = plan([CaseLoad(n) for n in odd], [JudgeLoad(n) for n in odd], Wish(2), 1)
    assert made.connection.connected
    assert load_sizes(made) == {2}
