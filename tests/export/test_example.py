"""The example award: real units and titles, our own words, invented judges and scores."""

from __future__ import annotations

import re
import tomllib
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from award.example import example_files
from scoring.cells import Cell, Matrix, State
from scoring.compute import compute
from scoring.config import parse_rules
from scoring.points import parse_points
from scoring.result import Outcome
from sheets.announcement import Winner, number_cases
from tests.export import real

ROOT = Path(__file__).resolve().parents[2]

FILES = {name: tomllib.loads(data.decode("utf-8")) for name, data in example_files().items()}
CASES: list[dict[str, Any]] = FILES["nominations.toml"]["nomination"]
FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?%?")
LONGEST_SHARED_RUN = 11


def source_of(case: dict[str, Any]) -> dict[str, Any]:
    return next(row for row in real.nominations() if row["unit"] == case["unit"])


def by_number(cases: list[dict[str, Any]]) -> Any:
    return pytest.mark.parametrize("case", cases, ids=lambda case: case["number"])


@by_number(CASES)
def test_a_summary_is_long_enough_to_read_and_has_the_three_parts(case: dict[str, Any]) -> None:
    assert [text[:3] for text in case["body"]] == ["背景：", "做法：", "成效："]
    assert 180 <= sum(map(len, case["body"])) <= 360


@real.needs_data
@by_number(CASES)
def test_no_run_of_twelve_characters_is_shared_with_the_announcement(case: dict[str, Any]) -> None:
    published = "\n".join(text for row in real.nominations() for text in row["body"])
    size = LONGEST_SHARED_RUN + 1
    runs = {published[at : at + size] for at in range(len(published))}
    for text in case["body"]:
        shared = [text[at : at + size] for at in range(len(text) - size + 1)]
        assert [run for run in shared if run in runs] == []


@real.needs_data
@by_number(CASES)
def test_every_figure_of_a_summary_is_in_the_source(case: dict[str, Any]) -> None:
    source = FIGURE.findall("\n".join(source_of(case)["body"]))
    assert set(FIGURE.findall("\n".join(case["body"]))) <= set(source)


@real.needs_data
def test_units_titles_fields_and_levels_are_the_published_ones() -> None:
    keys = ("unit", "title", "field", "level")
    ours = sorted(tuple(case[key] for key in keys) for case in CASES)
    assert ours == sorted(tuple(row[key] for key in keys) for row in real.nominations())
    assert all(case["region"] == source_of(case)["city"] for case in CASES)


RULES = parse_rules(tomllib.loads((ROOT / "config.toml").read_text("utf-8")))
JUDGES = tuple(judge["id"] for judge in FILES["judges.toml"]["judge"])
RECUSED = {(row["judge"], row["case"]) for row in FILES["recusals.toml"]["recusal"]}
SCORES: dict[str, dict[str, dict[str, str]]] = FILES["scores.toml"]
NUMBERS = tuple(sorted(case["number"] for case in CASES))


@cache
def outcome() -> Outcome:
    stage = RULES.stage
    keys = tuple(criterion.key for criterion in stage.criteria)
    cells = {(c, j, key): Cell(State.RECUSED) for j, c in RECUSED for key in keys}
    for judge, given in SCORES.items():
        for case, points in given.items():
            for key, text in points.items():
                value = parse_points(text, stage.decimals)
                assert value is not None
                cells[case, judge, key] = Cell(State.SCORED, value)
    return compute(RULES, Matrix.build(NUMBERS, JUDGES, keys, cells))


def test_every_judge_scored_every_case_and_criterion_but_the_recused_ones_on_the_scale() -> None:
    assert tuple(SCORES) == JUDGES
    for judge, given in SCORES.items():
        assert set(given) == {case for case in NUMBERS if (judge, case) not in RECUSED}
        for points in given.values():
            assert tuple(points) == tuple(criterion.key for criterion in RULES.stage.criteria)
            for criterion, text in zip(RULES.stage.criteria, points.values(), strict=True):
                value = parse_points(text, RULES.stage.decimals)
                assert value is not None
                assert criterion.scale.allows(value)


def test_judges_scores_and_recusals_are_called_invented() -> None:
    assert all("（虚构）" in judge["name"] for judge in FILES["judges.toml"]["judge"])
    assert all("（虚构）" in row["reason"] for row in FILES["recusals.toml"]["recusal"])
    assert example_files()["scores.toml"].decode("utf-8").startswith("# 分数全部虚构")


def test_the_example_can_be_made_final_without_a_decision() -> None:
    assert outcome().gaps == ()
    assert outcome().open_cuts == ()
    assert [line.rank for line in outcome().standings] == list(range(1, 21))


def test_the_tie_for_the_last_classic_place_is_parted_by_the_cascade() -> None:
    tenth, eleventh = outcome().standings[9:11]
    assert tenth.score.published == eleventh.score.published
    assert (tenth.tier, eleventh.tier) == ("classic", "excellent")
    assert [(use.step.key, use.split) for use in tenth.ties] == [("effect", True)]


def test_another_tie_needs_the_second_step() -> None:
    fifth, sixth = outcome().standings[4:6]
    assert fifth.score.published == sixth.score.published
    assert [(use.step.key, use.split) for use in fifth.ties] == [
        ("effect", False),
        ("satisfaction", True),
    ]


def test_a_recused_judge_leaves_the_denominator_and_an_outlier_is_dropped() -> None:
    scores = {line.case: line.score for line in outcome().standings}
    assert {case: scores[case].ballots for _, case in RECUSED} == dict.fromkeys(
        (case for _, case in RECUSED), 6
    )
    outlier = next(drop for drop in scores["017"].dropped if drop.which == "low")
    assert outlier.judge == "J04"
    published = scores["017"].published
    assert published is not None
    assert Fraction(published, 100) - outlier.value > 15


@real.needs_data
def test_the_announcement_of_the_example_has_the_published_numbers() -> None:
    cases = {case["number"]: case for case in CASES}
    winners = (
        Winner(line.case, line.tier, line.rank or 0, cases[line.case]["field"])
        for line in outcome().standings
    )
    numbers = number_cases(winners, RULES.announce)
    for line in outcome().standings:
        label = source_of(cases[line.case])["award_label"]
        assert (line.tier, numbers[line.case]) == real.published_place(label)


def test_every_field_is_in_both_tiers() -> None:
    fields = {case["number"]: case["field"] for case in CASES}
    for tier in ("classic", "excellent"):
        here = {fields[line.case] for line in outcome().standings if line.tier == tier}
        assert here == set(RULES.announce.fields)
