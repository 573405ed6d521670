"""What the rules of a config.toml become: integers in named units."""

from __future__ import annotations

import copy
import tomllib
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from scoring.config import RuleErrors, parse_rules
from scoring.config_numbers import Exact, exact, plain
from scoring.rules import Aggregation, Announce, Level, Rules, Scale, Text, TieStep
from tests.config.test_wrong_rules import SAMPLE


def data() -> dict[str, Any]:
    return copy.deepcopy(tomllib.loads(SAMPLE))


def rules() -> Rules:
    return parse_rules(data())


def summing() -> dict[str, Any]:
    """The sample with full marks instead of weights."""
    changed = data()
    for criterion, points in zip(changed["criterion"], ("60", "40.0"), strict=False):
        del criterion["weight"]
        criterion["points"] = points
    changed["criterion"][0]["levels"] = [{"from": "50.25", "zh": "好"}]
    return changed


def test_points_are_integers_in_the_finest_unit_that_is_named() -> None:
    stage = rules().stage
    assert stage.decimals == 1
    assert stage.criteria[0].scale == Scale(0, 1000, 5)
    assert stage.criteria[0].levels[1] == Level(600, Text("一般", "modest"))


def test_weights_are_integers_and_what_is_not_counted_weighs_nothing() -> None:
    stage = rules().stage
    assert stage.weight_decimals == 1
    assert [criterion.weight for criterion in stage.criteria] == [605, 395, 0]
    assert stage.counted == (0, 1)
    assert not stage.summing


def test_full_marks_make_a_summing_stage_with_a_scale_for_each_criterion() -> None:
    stage = parse_rules(summing()).stage
    assert stage.summing
    assert stage.decimals == 2
    assert [criterion.scale.high for criterion in stage.criteria] == [6000, 4000, 10000]
    assert [criterion.weight for criterion in stage.criteria] == [1, 1, 0]


def test_a_finer_step_of_one_criterion_sets_the_unit_for_all() -> None:
    changed = data()
    changed["criterion"][1]["scale"] = {"min": 0, "max": 100, "step": "0.25"}
    stage = parse_rules(changed).stage
    assert stage.decimals == 2
    assert [criterion.scale.step for criterion in stage.criteria] == [50, 25, 50]


def test_trimming_and_ties_are_taken_over() -> None:
    assert rules().stage.aggregation == Aggregation("trimmed_mean", 1, 1, 5, "total")
    assert rules().ties == (TieStep("criterion", "effect"), TieStep("median"), TieStep("decision"))


def test_a_whole_judge_is_left_out_without_counts() -> None:
    changed = data()
    changed["aggregate"] = {"method": "trimmed_mean", "of": "judge", "from": 2}
    assert parse_rules(changed).stage.aggregation == Aggregation("trimmed_mean", 0, 0, 2, "judge")


def test_only_what_decides_no_medal_has_a_default() -> None:
    changed = data()
    for key in ("tier", "recusal", "announce"):
        del changed[key]
    del changed["award"]["deadline"]
    found = parse_rules(changed)
    assert (found.tiers, found.recusal_reasons, found.deadline) == ((), (), "")
    assert found.announce == Announce(Text("案例评选", "Award"), "rank", (), "in_order")


def test_patterns_of_the_announcement_replace_the_usual_ones_one_by_one() -> None:
    changed = data()
    changed["announce"]["line"] = {"zh": "{label}：{title}（{unit}）"}
    announce = parse_rules(changed).announce
    assert announce.line == Text("{label}：{title}（{unit}）", "")
    assert announce.head == Announce(Text(), "rank", (), "in_order").head


def test_texts_are_one_line_in_one_form() -> None:
    changed = data()
    changed["criterion"][0]["guide"] = {"zh": "  两\n行 ", "en": "cafe\u0301"}
    assert parse_rules(changed).stage.criteria[0].guide == Text("两 行", "caf\u00e9")


def test_the_deadline_is_kept_as_written() -> None:
    assert rules().deadline == "2026-12-31 18:00"


@pytest.mark.parametrize(
    ("written", "units", "places"),
    [
        ("0", 0, 0), ("100", 100, 0), ("0.5", 5, 1), ("12.50", 125, 1), ("-3.25", -325, 2),
        ("999999.9999", 9999999999, 4), (7, 7, 0), (-7, -7, 0), (Decimal("0.50"), 5, 1),
        ("-0", 0, 0), ("1.0", 1, 0),
    ],
)  # fmt: skip
def test_a_number_is_taken_exactly(written: object, units: int, places: int) -> None:
    assert exact(written) == Exact(units, places)


@pytest.mark.parametrize(
    "written",
    [
        "", " 1", "1 ", "+1", "01", ".5", "5.", "1e2", "1_0", "1,5", "１", "٣", "0.00001",
        "1000000",
        "inf", "nan", "1\n", True, False, 0.5, 1e300, 10**6, -(10**6), None, [], {},
        Decimal("inf"), Decimal("nan"), Decimal("1e999999"), Decimal("1e-999999"), b"1",
    ],
)  # fmt: skip
def test_what_is_not_a_plain_number_is_none(written: object) -> None:
    assert exact(written) is None


def test_a_number_of_thousands_of_digits_is_refused_before_it_is_written_out() -> None:
    assert exact(10**5000) is None


def test_a_binary_float_is_told_to_be_text() -> None:
    changed = data()
    changed["scale"]["step"] = 0.5
    with pytest.raises(RuleErrors) as caught:
        parse_rules(changed)
    assert [(p.code, p.path) for p in caught.value.problems] == [
        ("E-RULE-FLOAT", ("scale", "step"))
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(0), "0"), (Fraction(100), "100"), (Fraction(199, 2), "99.5"),
        (Fraction(-1, 4), "-0.25"), (Fraction(1, 10000), "0.0001"), (Fraction(10), "10"),
    ],
)  # fmt: skip
def test_a_sum_is_written_as_people_write_it(value: Fraction, text: str) -> None:
    assert plain(value) == text


def test_mistakes_of_all_kinds_are_told_together() -> None:
    changed = data()
    changed["format"] = 1
    changed["scale"]["step"] = "0.3"
    changed["criterion"][0]["weight"] = "60"
    changed["criterion"][0]["colour"] = "red"
    changed["criterion"][2]["name"] = {"zh": "", "en": ""}
    changed["aggregate"]["from"] = 2
    changed["rounding"]["mode"] = "up"
    changed["ranking"]["ties"] = ["decision", "median"]
    changed["tier"][1]["size"] = 0
    del changed["missing"]["policy"]
    with pytest.raises(RuleErrors) as caught:
        parse_rules(changed)
    assert {problem.code for problem in caught.value.problems} == {
        "E-RULE-STEPS", "E-RULE-WEIGHTS", "E-RULE-UNKNOWN", "E-RULE-NAMELESS", "E-RULE-TRIMALL",
        "E-RULE-CHOICE", "E-RULE-AFTERDECISION", "E-RULE-ATLEAST", "E-RULE-NODEFAULT",
    }  # fmt: skip


def test_more_than_a_hundred_mistakes_are_counted() -> None:
    changed = data() | {f"k{i}": 1 for i in range(150)}
    with pytest.raises(RuleErrors) as caught:
        parse_rules(changed)
    last = caught.value.problems[-1]
    assert (len(caught.value.problems), last.code, last.params) == (
        101, "E-RULE-MORE", {"count": 50},
    )  # fmt: skip
