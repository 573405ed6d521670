"""What is published without names says nothing of them in any other way."""

from __future__ import annotations

import json
import random
from dataclasses import fields, replace
from fractions import Fraction
from typing import Any

import pytest

from db.records import Judge
from scoring.cells import Cell, Matrix, State
from scoring.compute import compute
from scoring.points import parse_points
from sheets.anonymous import anonymise
from sheets.csv_sheet import read_matrix_csv, read_ranking_csv, write_matrix_csv, write_ranking_csv
from sheets.json_sheet import read_json, write_json
from sheets.result_sheet import Meta, build
from sheets.sheet_model import ResultSheet, TieLine
from sheets.toml_sheet import read_toml, write_toml
from tests.export.samples import HOSTILE
from tests.sheets_out.awards import Made, make, rules_data
from tests.sheets_out.chains import example_source
from tests.sheets_out.rulesets import RULESETS


def shuffled(made: Made, seed: int, *, cases: bool) -> ResultSheet:
    """The same award with the judges under other ids and names and in another order, and with
    `cases` the cases too: counted anew, so that what depends on order depends on the new one.
    """
    chance, sheet = random.Random(seed), made.sheet
    judges = _renamed([judge.id for judge in sheet.judges], "X", chance)
    numbers = [case.number for case in sheet.cases]
    names = _renamed(numbers, "9", chance) if cases else {number: number for number in numbers}
    cells = {
        (names[row.case], judges[row.judge], key): cell
        for row in sheet.scores
        for key, cell in zip([c.key for c in sheet.criteria], row.cells, strict=True)
    }
    matrix = _matrix_of(made, sorted(names.values()), sorted(judges.values()), cells)
    nominations = [replace(one, number=names[one.number]) for one in made.nominations]
    return build(
        meta=Meta(3, "final", "pingxuan 0.1.0", "c" * 64),
        rules=made.rules,
        rules_data=sheet.rules,
        nominations=sorted(nominations, key=lambda one: one.number),
        judges=[_judge(name) for name in sorted(judges.values())],
        ballots=[],
        matrix=matrix,
        outcome=compute(made.rules, matrix),
    )


def _renamed(names: list[str], letter: str, chance: random.Random) -> dict[str, str]:
    new = [f"{letter}{at:03}" for at in range(len(names))]
    chance.shuffle(new)
    return dict(zip(names, new, strict=True))


def _judge(name: str) -> Judge:
    return Judge(name, f"某人{name}")


def _matrix_of(made: Made, cases: list[str], judges: list[str], cells: Any) -> Matrix:
    def cell(text: str) -> Cell:
        if text[0].isalpha():
            return Cell(State[text.upper()])
        points = parse_points(text, made.rules.stage.decimals)
        assert points is not None
        return Cell(State.SCORED, points)

    keys = [criterion.key for criterion in made.rules.stage.criteria]
    return Matrix.build(cases, judges, keys, {key: cell(text) for key, text in cells.items()})


def _bare(sheet: ResultSheet) -> ResultSheet:
    """Without the digests, which are of the ballots as they were, with a secret in each."""
    head = replace(sheet.result, slate_digest="", data_digest="", rules_digest="")
    return replace(sheet, result=head)


COARSE = {**rules_data(scale={"step": "25"})}
"""Hardly any different marks: many equal totals, of which one is dropped, and many ties."""
COARSE["criterion"] = [{**one, "levels": []} for one in COARSE["criterion"]]


@pytest.mark.parametrize("seed", range(3))
def test_which_of_several_equals_was_dropped_leaves_no_trace(seed: int) -> None:
    made = make(8, 6, data=COARSE, seed=seed, holes=0.1)
    other = shuffled(made, seed + 1, cases=True)
    ours, theirs = (_bare(anonymise(sheet, "zh", cases=True)) for sheet in (made.sheet, other))
    assert write_json(ours) == write_json(theirs)


@pytest.mark.parametrize(
    "name", ["default", "criterion by criterion", "two and one dropped", "exact ranks"]
)
@pytest.mark.parametrize("seed", range(3))
def test_order_and_names_of_judges_leave_no_trace(name: str, seed: int) -> None:
    """Few different marks, so that there are equal extremes of which one is dropped."""
    made = make(8, 6, data=RULESETS[name], seed=seed, holes=0.1)
    other = shuffled(made, seed + 1, cases=False)
    ours, theirs = (_bare(anonymise(sheet, "zh")) for sheet in (made.sheet, other))
    assert write_json(ours) == write_json(theirs)


@pytest.mark.parametrize("seed", range(4))
def test_numbers_and_order_of_cases_leave_no_trace(seed: int) -> None:
    made = make(9, 6, seed=seed, holes=0.1)
    other = shuffled(made, seed + 1, cases=True)
    ours, theirs = (_bare(anonymise(sheet, "zh", cases=True)) for sheet in (made.sheet, other))
    assert write_json(ours) == write_json(theirs)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_name_no_id_no_receipt_and_no_time_is_left(lang: str) -> None:
    made = make(12, 7)
    hidden = anonymise(made.sheet, lang, cases=True)
    text = write_json(hidden).decode("utf-8")
    for judge in made.sheet.judges:
        assert judge.id not in text
        assert judge.name not in text
    for receipt in made.sheet.receipts:
        assert receipt.receipt not in text
        assert receipt.at not in text
    for case in made.sheet.cases:
        assert case.title not in text
        assert case.unit not in text
    assert '"announce_no"' not in text


def test_states_of_single_judges_are_not_told() -> None:
    made = make(40, 7, holes=0.2)
    text = write_json(anonymise(made.sheet, "zh")).decode("utf-8")
    assert '"recused"' not in text
    assert '"missing"' not in json.dumps(json.loads(text)["scores"])


def test_the_published_numbers_are_all_still_there() -> None:
    made = make(12, 7)
    hidden = anonymise(made.sheet, "zh")
    for ours, theirs in zip(hidden.ranking, made.sheet.ranking, strict=True):
        assert (ours.rank, ours.case, ours.score, ours.exact) == (
            theirs.rank, theirs.case, theirs.score, theirs.exact
        )  # fmt: skip
        values = sorted(
            row.total for row in made.sheet.scores if row.case == ours.case and row.total
        )
        assert sorted(row.total for row in hidden.scores if row.case == ours.case) == values


@pytest.mark.parametrize("cases", [False, True])
def test_the_anonymous_sheet_is_read_back_in_every_format(cases: bool) -> None:
    hidden = anonymise(make(12, 7).sheet, "zh", cases=cases)
    assert read_json(write_json(hidden)) == hidden
    assert read_toml(write_toml(hidden)) == hidden
    assert len(read_ranking_csv(write_ranking_csv(hidden, "zh")).lines) == 12
    assert len(read_matrix_csv(write_matrix_csv(hidden, "zh")).lines) == len(hidden.scores)


def test_a_reason_that_names_a_judge_is_not_published() -> None:
    made = make(5, 7)
    sheet = replace(made.sheet, result=replace(made.sheet.result, reason="J07 住院"))
    assert anonymise(sheet, "zh").result.reason == ""


def test_rules_that_name_judges_are_not_published() -> None:
    made = make(5, 7)
    sheet = replace(made.sheet, rules={**made.sheet.rules, "judges": {"shadow": ["J03"]}})
    assert b"J03" not in write_json(anonymise(sheet, "zh"))


def test_every_part_of_a_sheet_has_been_thought_of() -> None:
    """A new part must be put here, once it is known whether it names anybody."""
    known = (
        "result award tiers ranking open_cuts open_judges decisions gaps cases judges criteria "
        "scores receipts rules deviations stages events vacancies runoffs measures"
    )
    assert {field.name for field in fields(ResultSheet)} <= set(known.split())


def test_hostile_names_go_without_a_trace() -> None:
    titles = [text for text in HOSTILE if text.strip()]
    made = make(len(titles), 7, titles=titles)
    hidden = anonymise(made.sheet, "zh", cases=True)
    assert {case.title for case in hidden.cases} == {""}


def test_a_measure_that_parted_equals_does_not_say_whose_line_it_is() -> None:
    made = make(5, 7)
    one, two = (place.case for place in made.sheet.ranking[:2])
    less = TieLine("less:time", (one, two), {one: "598/1", two: "601/1"}, split=True)
    mean = TieLine("median", (one, two), {one: "90/1", two: "90/1"}, split=False)
    first, *rest = made.sheet.ranking
    sheet = replace(made.sheet, ranking=(replace(first, ties=(mean, less)), *rest))
    kept = anonymise(sheet, "zh").ranking[0].ties
    assert kept == (mean, less)
    blind = anonymise(sheet, "zh", cases=True)
    assert [(tie.step, len(tie.values)) for tie in blind.ranking[0].ties] == [
        ("median", 2),
        ("less:time", 0),
    ]
    assert read_json(write_json(blind)) == blind


# -- awards in stages ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> ResultSheet:
    folder = tmp_path_factory.mktemp("rounds")
    return example_source("cases_two_rounds", folder / "award").sheet


@pytest.mark.parametrize("cases", [False, True])
def test_the_stages_stay_without_who_marked_and_why(rounds: ResultSheet, cases: bool) -> None:
    hidden = anonymise(rounds, "zh", cases=cases)
    text = write_json(hidden).decode("utf-8")
    kinds = ["eligibility", "score", "score", *([] if cases else ["public_vote"])]
    assert [stage.kind for stage in hidden.stages] == kinds
    assert {len(hidden.stages[2].marks)} == {47}  # seven cases, seven judges, two recusals
    for judge in rounds.judges:
        assert f'"{judge.id}"' not in text
        assert judge.name not in text
    assert "同一设备" not in text
    assert "盖章" not in text
    assert ("66200" in text) is not cases
    assert read_json(write_json(hidden)) == hidden
    assert read_toml(write_toml(hidden)) == hidden


def test_marks_of_a_stage_stand_by_what_they_say(rounds: ResultSheet) -> None:
    for stage in anonymise(rounds, "zh").stages:
        for case in {row.case for row in stage.marks}:
            totals = [Fraction(row.total) for row in stage.marks if row.case == case]
            assert totals == sorted(totals, reverse=True)
