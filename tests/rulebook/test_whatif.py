"""Trying out never touches the award, and says what would move."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.comparison import alone
from scoring.compute import compute, compute_award
from scoring.rules import Aggregation
from scoring.selection import without
from scoring.whatif import WhatIfError, assume, parse
from tests.cli.conftest import Pingxuan
from tests.drawn import many
from tests.rulebook.conftest import Example
from tests.scoring import samples
from words import use

MARKS = {"A": "90/70 80/70 85/60", "B": "70/90 75/95 80/90", "C": "85/80 80/85 60/99"}
CRITERIA = (samples.criterion("form", 40), samples.criterion("use", 60))
RULES = samples.rules(
    samples.stage(CRITERIA), ties=("criterion:use",), tiers=(("gold", 1, "open"),)
)
MATRIX = samples.table(MARKS, ("form", "use"))
INPUTS = alone(RULES, MATRIX)


def _values(*texts: str) -> dict[str, Fraction | None]:
    rules, inputs = assume(RULES, INPUTS, [parse(text) for text in texts])
    return {one.case: one.score.value for one in compute_award(rules, inputs).standings}


def test_without_a_judge_is_the_award_of_the_others() -> None:
    smaller = compute(RULES, without(MATRIX, judges=["J2"]))
    assert _values("without-judge=J2") == {one.case: one.score.value for one in smaller.standings}


def test_the_other_weights_share_the_rest() -> None:
    """A weighs 30/70 instead of 40/60: form 85, use 200/3 in the mean of all three."""
    assert _values("weight.form=30")["A"] == Fraction(30 * 85, 100) + Fraction(70 * 200, 300)


def test_weights_of_three_keep_the_proportion_of_the_two_others() -> None:
    criteria = tuple(samples.criterion(key, n) for key, n in (("a", 50), ("b", 30), ("c", 20)))
    rules = samples.rules(samples.stage(criteria))
    matrix = samples.table({"X": "10/20/40"}, ("a", "b", "c"))
    changed, _ = assume(rules, alone(rules, matrix), [parse("weight.a=40")])
    # 60 are left for b and c, 3 to 2: 36 and 24
    expected = Fraction(40 * 10 + 36 * 20 + 24 * 40, 100)
    assert compute(changed, matrix).standings[0].score.value == expected


def test_the_rules_and_the_matrix_stay_as_they_were() -> None:
    before = (RULES, bytes(MATRIX.states), MATRIX.points.tobytes())
    _values(
        "without-judge=J1", "weight.use=10", "method=median", "rounding.places=0", "tier.gold=2"
    )
    assert before == (RULES, bytes(MATRIX.states), MATRIX.points.tobytes())


@pytest.mark.parametrize(
    ("texts", "how"),
    [
        (["method=median"], Aggregation("median")),
        (["high=1"], Aggregation("trimmed_mean", 1, 1, 3)),
        (["high=2", "low=0", "from=4"], Aggregation("trimmed_mean", 2, 0, 4)),
        (["of=criterion"], Aggregation("trimmed_mean", 1, 1, 3, "criterion")),
        (["of=judge"], Aggregation("trimmed_mean", 0, 0, 2, "judge")),
        (["method=trimmed_mean", "method=mean"], Aggregation("mean")),
    ],
)
def test_how_ballots_become_a_number(texts: list[str], how: Aggregation) -> None:
    rules, _ = assume(RULES, INPUTS, [parse(text) for text in texts])
    assert rules.stage.aggregation == how


def test_a_recusal_is_the_award_in_which_the_judge_left_the_case() -> None:
    # A without J1: form 80 and 85 (40 %), use 70 and 60 (60 %)
    assert _values("recused=J1/A")["A"] == Fraction(40 * 165 + 60 * 130, 200)
    assert _values("recused=J1/A")["B"] == _values("by=exact")["B"]


def test_a_judge_may_weigh_more() -> None:
    assert _values("judge-weight.J1=2")["A"] == Fraction(40 * 345 + 60 * 270, 400)
    assert _values("judge-weight.J1=2", "judge-weight.J2=2", "judge-weight.J3=2") == _values(
        "by=exact"
    )


WRONG = [
    ("without-judge", "form"), ("=J1", "form"), ("method=", "form"),
    ("judge=J1", "key"), ("weight.KEY.x", "form"), ("tier=2", "key"), ("weight=2", "key"),
    ("__class__=1", "key"),
    ("recused=J1", "value"), ("recused=J9/A", "name"), ("recused=J1/Z", "name"),
    ("judge-weight=2", "key"), ("judge-weight.J9=2", "name"), ("judge-weight.J1=0", "value"),
    ("total.net=0.5", "name"),
    ("method=best", "value"), ("rounding.places=7", "value"), ("high=-1", "value"),
    ("high=1.5", "value"), ("rounding.mode=up", "value"), ("weight.form=0", "value"),
    ("weight.form=nan", "value"), ("min_ballots=0", "value"), ("tier.gold=x", "value"),
    ("without-judge=J9", "name"), ("without-case=Z", "name"), ("weight.none=3", "name"),
    ("tier.silver=1", "name"),
    ("weight.form=100", "weights"), ("weight.form=50 weight.use=40", "weights"),
    ("method=median high=1", "trim"), ("high=2 low=2 from=4", "trim"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "code"), WRONG)
def test_what_cannot_be_assumed_is_refused(texts: str, code: str) -> None:
    with pytest.raises(WhatIfError) as caught:
        _values(*texts.split(" "))
    assert caught.value.code == code


@settings(max_examples=many(60), deadline=None)
@given(st.lists(st.sampled_from(
    ["without-judge=J1", "without-judge=J3", "without-case=B", "method=median", "weight.form=10",
     "rounding.mode=down", "rounding.places=0", "by=exact", "shared=dense", "policy=zero"]),
    min_size=1, max_size=5, unique=True))  # fmt: skip
def test_the_order_of_assumptions_changes_nothing(texts: list[str]) -> None:
    assert _values(*texts) == _values(*reversed(texts))


# -- by command --------------------------------------------------------------------------------


def _content(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_what_if_touches_nothing_and_logs_nothing(pingxuan: Pingxuan, award: Path) -> None:
    before, log = _content(award), pingxuan("log", "-C", award).out
    said = pingxuan("rank", "--what-if", "without-judge=J02", "--what-if", "method=median",
                    "-C", award)  # fmt: skip
    assert said.code == 0
    assert _content(award) == before
    assert pingxuan("log", "-C", award).out == log


@pytest.mark.parametrize(
    "text", ["without-judge=E2", "total.net=0.5", "recused=E1/C01", "judge-weight.E1=3",
             "weight.score=100", "method=mean", "rounding.mode=down", "tier.classic=2"]
)  # fmt: skip
def test_what_if_touches_nothing_of_a_chain_either(
    pingxuan: Pingxuan, example: Example, text: str
) -> None:
    folder = example("cases_two_rounds")
    before = _content(folder)
    said = pingxuan("rank", "--what-if", text, "-C", folder)
    assert said.code == 0, said.err
    assert "What if:" in said.out
    assert _content(folder) == before


def test_other_weights_of_the_stages_are_the_total_worked_by_hand(
    pingxuan: Pingxuan, example: Example
) -> None:
    said = pingxuan("rank", "--what-if", "total.net=0.5", "--json", "-C",
                    example("cases_two_rounds"))  # fmt: skip
    found = {one["case"]: one["score"] for one in json.loads(said.out)["ranking"]}
    assert found["C01"] == "79.20"  # 91.43 and 66.96, as the stages are published: 79.195


def test_what_if_says_who_moves_and_why_in_both_languages(pingxuan: Pingxuan, award: Path) -> None:
    words = ("rank", "--what-if", "method=median", "-C", award)
    said = pingxuan(*words)
    assert "020: rank 11 -> 10, score 87.51 -> 87.93, Excellent -> Classic" in said.out
    assert "Classic: in 020; out 005" in said.out
    use("zh")
    assert "020：第 11 名 → 第 10 名" in pingxuan(*words).out


def test_what_if_for_machines(pingxuan: Pingxuan, award: Path) -> None:
    data = json.loads(pingxuan("rank", "--what-if", "method=median", "--json", "-C", award).out)
    assert data["shifts"][0] == {"tier": "classic", "entering": ["020"], "leaving": ["005"]}
    assert {"020", "005"} <= {one["case"] for one in data["moves"]}


def test_a_decision_on_a_tie_that_is_none_any_more_is_told(
    pingxuan: Pingxuan, example: Example
) -> None:
    said = pingxuan("rank", "--what-if", "method=mean", "--what-if", "without-judge=J1",
                    "-C", example("median_prize"))  # fmt: skip
    assert "Decision number 1 (B4, B1) would decide nothing" in said.out


@pytest.mark.parametrize(("texts", "code"), WRONG[:6])
def test_a_wrong_assumption_is_one_sentence(
    pingxuan: Pingxuan, award: Path, texts: str, code: str
) -> None:
    said = pingxuan("rank", "--what-if", texts, "-C", award)
    assert said.code == 1
    assert f"[E-WHATIF-{code.upper()}]" in said.err
    assert len(said.err.splitlines()) == 1


def test_only_one_way_of_looking_at_a_time(pingxuan: Pingxuan, award: Path) -> None:
    said = pingxuan("rank", "--compare", "--explain", "005", "-C", award)
    assert "[E-COMBINE]" in said.err
