"""Difficulties and base values: from the list of nominations to the result, and checked again."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from award.examples import build_example
from award.exporting import source_of
from award.finalising import store
from award.folder import opened
from award.ranking import rank
from award.verifying import verify
from db.rules_digest import digest_of
from exchange.bundle import MANIFEST, SIGNATURE, read_bundle, with_manifest
from scoring.compute import compute_award
from scoring.inputs import AwardInputs, CaseFacts
from scoring.recount import recount_award
from sheets.csv_sheet import ranking_of, read_ranking_csv, write_ranking_csv
from sheets.office.source import Source
from sheets.office.xlsx import write_xlsx
from sheets.report import pictures
from sheets.report.page import figures
from sheets.result_sheet import from_payload, payload
from tests.cli.conftest import Pingxuan, pingxuan
from tests.exchange.chain_award import archived
from tests.exchange.helpers import SIGNER
from tests.exchange.test_archive_stages import Edit, edited
from tests.exchange.test_verify import bad_lines, isolated
from tests.libreoffice import needs_soffice
from tests.rulebook.small import Small, build
from tests.scoring.samples import rules, stage, table
from tests.sheets_out.libreoffice import recalculated
from tests.sheets_out.test_xlsx import book_of, rows_of
from words import Bad, say, use

__all__ = ["pingxuan"]
TOKYO = ["82.50", "96.00", "95.70", "96.00", "96.00"]
FACTOR = {"key": "dd", "name": {"zh": "难度", "en": "Difficulty"}, "measure": "dd"}
MULTIPLIED = Small({"factor": [{**FACTOR, "takes": "exact"}]}, {"A": "90", "B": "80"})


@pytest.fixture(scope="module")
def diving(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_example("diving_platform", tmp_path_factory.mktemp("diving") / "demo")


@pytest.fixture(scope="module")
def skating(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_example("skating_programme", tmp_path_factory.mktemp("skating") / "demo")


@pytest.fixture
def multiplied(tmp_path: Path) -> Path:
    return build(tmp_path / "award", MULTIPLIED)


# -- the published figures -------------------------------------------------------------------


def test_the_published_figures_of_a_diving_final_come_out(pingxuan: Pingxuan, diving: Path) -> None:
    """Difficulties, points of each dive and the sum are those that were published in 2021."""
    data = json.loads(pingxuan("rank", "--explain", "D1", "--json", "-C", diving).out)
    values = [Fraction(one["value"]) for one in data["parts"]]
    assert [f"{float(value):.2f}" for value in values] == TOKYO
    by = [Fraction(one["times"][0]["number"]) for one in data["parts"]]
    assert by == [Fraction(dd) for dd in ("3.0", "3.2", "3.3", "3.2", "3.2")]
    assert data["published"] == "466.20"


def test_the_explanation_goes_the_way_a_person_would(pingxuan: Pingxuan, diving: Path) -> None:
    use("zh")
    said = pingxuan("rank", "--explain", "D2", "-C", diving).out
    assert "第三跳 去掉：高9.50(J6)、高9.00(J2)、低8.00(J7)、低8.50(J1)" in said
    assert "第三跳：26.5 × 3.2（第三跳难度系数）= 84.8" in said
    use("en")
    said = pingxuan("rank", "--explain", "D2", "-C", diving).out
    assert "Dive 3: 26.5 * 3.2 (Difficulty of dive 3) = 84.8" in said


def test_a_component_is_rounded_before_and_after_it_is_multiplied(
    pingxuan: Pingxuan, skating: Path
) -> None:
    use("zh")
    said = pingxuan("rank", "--explain", "S1", "-C", skating).out
    assert "编排：7.714285.. (54/7) 先修约为 7.71，× 1.33（编排系数）= 10.2543" in said
    assert "编排：保留2位小数，四舍五入 = 10.25" in said
    assert "加减分 32.53，得 71.01" in said


# -- where the numbers come from -----------------------------------------------------------------


def test_the_same_list_again_records_nothing_new(pingxuan: Pingxuan, diving: Path) -> None:
    nominations = diving.parent / "incoming" / "nominations.csv"
    before = pingxuan("event", "list", "-C", diving).out
    use("en")
    said = pingxuan("import", "--measures", nominations, "-C", diving)
    assert said.code == 0
    assert "20 measures read, 0 of them new" in said.out + said.err
    assert pingxuan("event", "list", "-C", diving).out == before


def listed(folder: Path, text: str) -> Path:
    path = folder.parent / "list.csv"
    path.write_text(f"编号,案例名称,参评单位,{text}", encoding="utf-8")
    return path


def test_a_column_may_bear_the_name_of_the_factor(pingxuan: Pingxuan, multiplied: Path) -> None:
    path = listed(multiplied, "难度,备注\nA,甲,甲方,3.2,x\nB,乙,乙方,１．５,\n")
    assert pingxuan("import", "--measures", path, "-C", multiplied).code == 0
    data = json.loads(pingxuan("rank", "--json", "-C", multiplied).out)
    assert [(one["case"], one["score"]) for one in data["ranking"]] == [
        ("A", "288.00"), ("B", "120.00"),
    ]  # fmt: skip


WRONG = {
    "no column of a measure": ("备注\nA,甲,甲方,1\n", ["E-MEASURES-HEADING"]),
    "a case nobody knows": ("dd\nZ,甲,甲方,1\n", ["E-MEASURES-CASE"]),
    "no number": ("dd\nA,甲,甲方,难\nB,乙,乙方,1e3\n", ["E-EVENT-VALUE", "E-EVENT-VALUE"]),
    "too many decimals": ("dd\nA,甲,甲方,1.23456\n", ["E-EVENT-VALUE"]),
    "twice": ("dd\nA,甲,甲方,1\nA,甲,甲方,2\n", ["E-MEASURES-TWICE"]),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_list_is_told_and_nothing_is_kept(
    pingxuan: Pingxuan, multiplied: Path, name: str
) -> None:
    text, codes = WRONG[name]
    use("zh")
    said = pingxuan("import", "--measures", listed(multiplied, text), "-C", multiplied)
    assert [f"[{code}]" in said.err for code in codes] == [True] * len(codes)
    assert said.err.count("[E-") == len(codes)
    assert "list.csv" in said.err
    assert "dd" not in pingxuan("event", "list", "-C", multiplied).out


def bare(folder: Path, text: str) -> Path:
    path = folder.parent / "measures.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_of_numbers_and_measures_is_enough(pingxuan: Pingxuan, multiplied: Path) -> None:
    path = bare(multiplied, "编号,dd\nA,3.2\n")
    said = pingxuan("import", "--measures", path, "-C", multiplied)
    assert said.code == 0, said.err
    assert "dd 3.2" in pingxuan("event", "list", "-C", multiplied).out


def test_headings_that_are_not_there_are_named(pingxuan: Pingxuan, multiplied: Path) -> None:
    use("zh")
    said = pingxuan("import", "--measures", bare(multiplied, "甲,乙\nA,3.2\n"), "-C", multiplied)
    assert "[E-NOHEADINGS]" in said.err
    assert "编号、dd、difficulty、难度" in said.err


def test_each_measure_is_named_once_where_no_column_holds_one(
    pingxuan: Pingxuan, diving: Path
) -> None:
    use("en")
    said = pingxuan("import", "--measures", listed(diving, "备注\nD1,甲,甲方,1\n"), "-C", diving)
    assert "may be: dd1, dd2, dd3, dd4, dd5." in said.err


def test_a_preview_of_measures_keeps_none(pingxuan: Pingxuan, multiplied: Path) -> None:
    use("en")
    path = bare(multiplied, "编号,dd\nA,3.2\n")
    said = pingxuan("import", "--measures", "--dry-run", path, "-C", multiplied)
    assert (said.code, "1 of them new" in said.err, "nothing was imported" in said.err) == (
        0, True, True,
    )  # fmt: skip
    assert "dd" not in pingxuan("event", "list", "-C", multiplied).out


def test_a_column_may_be_paired_with_the_number(pingxuan: Pingxuan, multiplied: Path) -> None:
    path = bare(multiplied, "选手,dd\nA,3.2\n")
    said = pingxuan("import", "--measures", "--map", "选手=number", path, "-C", multiplied)
    assert said.code == 0, said.err


@pytest.mark.parametrize("other", ["--judges", "--recusals", "--votes"])
def test_a_file_holds_measures_or_something_else(
    pingxuan: Pingxuan, multiplied: Path, other: str
) -> None:
    path = bare(multiplied, "编号,dd\nA,3.2\n")
    said = pingxuan("import", "--measures", other, path, "-C", multiplied)
    assert (said.code, "[E-USAGE-TOGETHER]" in said.err) == (2, True)
    assert "dd" not in pingxuan("event", "list", "-C", multiplied).out


def test_a_case_without_a_factor_is_not_called_one_with_too_few_ballots(
    pingxuan: Pingxuan, multiplied: Path
) -> None:
    pingxuan("import", "--measures", bare(multiplied, "编号,dd\nA,3.2\n"), "-C", multiplied)
    use("en")
    said = pingxuan("finalise", "-C", multiplied).err
    assert "cases with too few ballots: 0; cases without a factor: 1;" in said


def test_rules_without_a_measure_take_no_list(pingxuan: Pingxuan, tmp_path: Path) -> None:
    folder = build(tmp_path / "award", Small({}, {"A": "90"}))
    said = pingxuan("import", "--measures", listed(folder, "dd\nA,甲,甲方,1\n"), "-C", folder)
    assert "[E-MEASURES-NONE]" in said.err


def test_a_measure_has_decimals_and_the_newest_holds(pingxuan: Pingxuan, multiplied: Path) -> None:
    for value in ("3.2", "2.75"):
        given = ("--measure", "dd", "--value", value, "--reason", "对照动作表")
        assert pingxuan("event", "measure", "A", *given, "-C", multiplied).code == 0
    data = json.loads(pingxuan("rank", "--json", "-C", multiplied).out)
    assert data["ranking"][0]["score"] == "247.50"
    assert "dd 2.75" in pingxuan("event", "list", "-C", multiplied).out
    said = pingxuan("event", "measure", "A", "--measure", "dd", "--value", "-1", "--reason", "x",
                    "-C", multiplied)  # fmt: skip
    assert "[E-EVENT-VALUE]" in said.err


# -- what is not recorded is not guessed --------------------------------------------------------


def test_a_case_without_its_factor_is_not_ranked_and_keeps_the_result_open(
    pingxuan: Pingxuan, multiplied: Path
) -> None:
    use("zh")
    given = ("--measure", "dd", "--value", "2", "--reason", "x", "-C", multiplied)
    pingxuan("event", "measure", "A", *given)
    said = pingxuan("rank", "-C", multiplied)
    assert "不排名：系数没有登记" in said.out
    assert "没有登记 dd，不能乘系数，不排名：B。" in said.out + said.err
    assert pingxuan("finalise", "-C", multiplied).code == 1
    told = pingxuan("rank", "--explain", "B", "-C", multiplied).out
    assert "系数没有登记" in told
    assert "没有登记 dd，不能乘系数，不排名：B。" in told
    assert "没有登记" not in pingxuan("rank", "--explain", "A", "-C", multiplied).out


BASE = {
    "key": "base", "name": {"zh": "基础分", "en": "Base"}, "measure": "base", "free": 0, "every": 1,
    "points": "1", "exact": True, "required": True,
}  # fmt: skip
BOTH = {"factor": [{**FACTOR, "takes": "exact"}], "adjust": [BASE]}


@pytest.fixture
def based(tmp_path: Path) -> Path:
    """A has its base value, B has none."""
    events = [{"kind": "measure", "case": "A", "measure": "base", "value": 10}]
    return build(
        tmp_path / "award", Small({"adjust": [BASE]}, {"A": "80", "B": "90"}, events=events)
    )


def test_a_case_without_its_base_value_is_not_ranked_and_keeps_the_result_open(
    pingxuan: Pingxuan, based: Path
) -> None:
    use("zh")
    said = pingxuan("rank", "-C", based)
    assert "不排名：应登记的数没有登记" in said.out
    assert "没有登记 base，不计成绩，不排名：B。" in said.out + said.err
    assert pingxuan("finalise", "-C", based).code == 1
    told = pingxuan("rank", "--explain", "B", "-C", based).out
    assert "没有登记 base，不计成绩，不排名：B。" in told
    given = ("--measure", "base", "--value", "0", "--reason", "技术组判定", "-C", based)
    assert pingxuan("event", "measure", "B", *given).code == 0
    data = json.loads(pingxuan("rank", "--json", "-C", based).out)
    ranked = [(one["case"], one["score"]) for one in data["ranking"]]
    assert ranked == [("A", "90.00"), ("B", "90.00")]
    assert pingxuan("finalise", "-C", based).code == 0


def test_one_sentence_names_the_factor_and_the_base_value_that_lack(
    pingxuan: Pingxuan, tmp_path: Path
) -> None:
    use("en")
    folder = build(tmp_path / "award", Small(BOTH, {"A": "80", "B": "90"}))
    said = pingxuan("rank", "-C", folder)
    assert "dd, base not recorded, so no score and no rank: A, B." in said.out + said.err


def test_the_files_of_a_result_say_that_a_base_value_lacks(based: Path) -> None:
    made = source(based)
    sheet = made.sheet
    assert {one.case: one.remark for one in sheet.ranking} == {"A": "", "B": "no_base"}
    assert [(one.case, one.measure, one.amount) for one in sheet.measures] == [("A", "base", "10")]
    for lang in ("zh", "en"):
        found = read_ranking_csv(write_ranking_csv(sheet, lang))
        assert found.lines == ranking_of(sheet).lines
    assert from_payload(payload(sheet)) == sheet
    book = book_of(write_xlsx(made.view), data_only=True)
    assert book["复核公式"]["A2"].value.endswith("全部相符")


@needs_soffice
def test_libreoffice_gives_no_score_without_a_base_value(based: Path, tmp_path: Path) -> None:
    (counted,) = recalculated({"based": write_xlsx(source(based).view)}, tmp_path).values()
    sheet = book_of(counted, data_only=True)["复核公式"]
    assert sheet["A2"].value.endswith("全部相符")
    assert {row[0]: row[-5] or "" for row in rows_of(sheet)} == {"A": 90, "B": ""}


def test_a_base_value_that_may_lack_leaves_result_and_digest_as_they_were(tmp_path: Path) -> None:
    may = {**BASE, "required": False}
    old = {key: value for key, value in may.items() if key != "required"}
    digests = []
    for name, rule in (("may", may), ("old", old)):
        made = source(build(tmp_path / name, Small({"adjust": [rule]}, {"A": "80"})))
        assert made.sheet.measures == ()
        digests.append(made.sheet.result.rules_digest)
    assert digests[0] == digests[1] == NOT_REQUIRED


def test_more_ballots_than_the_sum_is_of_are_no_sum() -> None:
    made = rules(stage(method="trimmed_sum", trim=(1, 1, 5)))
    matrix = table({"A": "90 80 70 60 50 -", "B": "90 80 70 60 50 40", "C": "90 80 70 60 - -"})
    inputs = AwardInputs(tuple(map(CaseFacts, matrix.cases)), {"s": matrix})
    outcome = compute_award(made, inputs)
    assert outcome == recount_award(made, inputs)
    reasons = {one.case: one.score.unranked for one in outcome.standings}
    assert reasons == {"A": "", "B": "too_many_ballots", "C": "too_few_ballots"}
    assert {gap.case for gap in outcome.gaps} == {"B", "C"}


def test_the_digest_of_rules_without_sums_and_factors_is_what_it_was() -> None:
    """As counted before there were any: a ballot names its rules by it."""
    assert digest_of(rules(stage(method="trimmed_mean", trim=(1, 1, 5)))) == EARLIER


NOT_REQUIRED = "f623bd25e459e5f766a18a3651e27d540c72b2d0b3bc844206644e447e3afb5b"
"""As counted before anything could be required."""
EARLIER = "988acf19177fde6204916281aa3ff28e0db6449f4b279a7150d5beccbb1d46cd"


def test_what_is_multiplied_by_criterion_is_not_tried_out_by_totals(
    pingxuan: Pingxuan, diving: Path
) -> None:
    assert "[E-WHATIF-TRIM]" in pingxuan("rank", "--what-if", "of=total", "-C", diving).err
    said = pingxuan("rank", "--what-if", "high=1", "--what-if", "low=1", "-C", diving)
    assert said.code == 0


# -- what leaves the award -----------------------------------------------------------------------


def source(folder: Path) -> Source:
    with opened(folder) as award:
        result, _ = store(award, rank(award), "provisional", "", "test")
        return source_of(award, result, "zh")


def test_a_score_beyond_the_scale_of_the_ballots_is_no_stroke_at_its_end(diving: Path) -> None:
    """466.20 beside ballots of at most 50 would be drawn at 55, as every other diver's."""
    view = source(diving).view
    chart = pictures.strips(view)
    assert {mark.shape for row in chart.rows for mark in row.marks} == {"dot"}
    assert [row.value for row in chart.rows] == ["466.20", "416.60", "348.45", "254.00"]
    assert [shape for shape, _ in chart.legend] == ["dot", "ring"]
    (strips,) = [one for one in figures(view, named=False) if one["key"] == "strips"]
    assert strips["note"] == say("report.strips_note_beyond", "zh")


def test_the_result_holds_what_it_was_multiplied_by(diving: Path) -> None:
    sheet = source(diving).sheet
    mine = {one.measure: one.amount for one in sheet.measures if one.case == "D1"}
    assert mine == {"dd1": "3", "dd2": "3.2", "dd3": "3.3", "dd4": "3.2", "dd5": "3.2"}
    assert from_payload(payload(sheet)) == sheet


def test_a_difficulty_does_not_say_whose_line_it_is(diving: Path) -> None:
    """It stands in the list of nominations: beside a code it would name the diver."""
    made = source(diving)
    assert {one.case for one in made.hidden.measures} == {"D1", "D2", "D3", "D4"}
    assert made.blind.measures == ()
    assert b"measure:" not in write_ranking_csv(made.blind, "zh")


@pytest.mark.parametrize("name", ["diving", "skating"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_ranking_as_csv_has_every_measure_and_is_read_back(
    name: str, lang: str, request: pytest.FixtureRequest
) -> None:
    made = source(request.getfixturevalue(name))
    for sheet in (made.sheet, made.hidden):
        found = read_ranking_csv(write_ranking_csv(sheet, lang))
        assert found.lines == ranking_of(sheet).lines
        given = {(one.case, key, amount) for one in found.lines for key, amount in one.measures}
        assert given == {(one.case, one.measure, one.amount) for one in sheet.measures}


def test_difficulties_stand_behind_the_other_columns_under_their_names(diving: Path) -> None:
    text = write_ranking_csv(source(diving).sheet, "zh").decode("utf-8-sig")
    heads, first = text.splitlines()[:2]
    assert heads.endswith(
        ",备注,第一跳难度系数,第二跳难度系数,第三跳难度系数,第四跳难度系数,第五跳难度系数"
    )
    assert first.startswith("1,1,D1,")
    assert first.endswith(",3,3.2,3.3,3.2,3.2")
    codes = ",".join(f"measure:dd{n}" for n in range(1, 6))
    assert text.splitlines()[-1].endswith(f",remark,{codes}")


def test_a_case_without_its_measure_has_an_empty_cell(pingxuan: Pingxuan, multiplied: Path) -> None:
    given = ("--measure", "dd", "--value", "2.5", "--reason", "x", "-C", multiplied)
    pingxuan("event", "measure", "A", *given)
    sheet = source(multiplied).sheet
    found = read_ranking_csv(write_ranking_csv(sheet, "en"))
    assert {one.case: one.measures for one in found.lines} == {"A": (("dd", "2.5"),), "B": ()}
    assert found.lines == ranking_of(sheet).lines
    spoilt = write_ranking_csv(sheet, "en").replace(b",2.5\r\n", b",2.5?\r\n")
    with pytest.raises(Bad, match="E-SHEETFORM"):
        read_ranking_csv(spoilt)


@pytest.mark.parametrize("name", ["diving", "skating"])
def test_the_workbook_counts_it_again(name: str, request: pytest.FixtureRequest) -> None:
    made = source(request.getfixturevalue(name))
    book = book_of(write_xlsx(made.view), data_only=True)
    assert book["复核公式"]["A2"].value.endswith("全部相符")
    heads = [str(c.value) for row in book["评分汇总表"].iter_rows(max_row=4) for c in row]
    assert "系数" in heads
    assert not [head for head in heads if head.startswith("平均分")]


def test_the_workbook_shows_what_each_dive_gave_and_its_difficulty(diving: Path) -> None:
    book = book_of(write_xlsx(source(diving).view), data_only=True)
    for name in ("评分汇总表", "复核公式"):
        first = next(row for row in rows_of(book[name]) if row[0] == "D1")
        values = [value for value in first if isinstance(value, (int, float))]
        shown = " ".join(f"{value:.2f}" for value in values)
        assert " ".join(TOKYO) in shown
        assert "3.00 3.20 3.30 3.20 3.20" in shown


@needs_soffice
def test_libreoffice_comes_to_the_same(diving: Path, skating: Path, tmp_path: Path) -> None:
    made = {"diving": source(diving), "skating": source(skating)}
    books = {name: write_xlsx(one.view) for name, one in made.items()}
    for name, counted in recalculated(books, tmp_path).items():
        sheet = book_of(counted, data_only=True)["复核公式"]
        assert sheet["A2"].value.endswith("全部相符")
        scores = [row[-5] for row in rows_of(sheet)]
        wanted = [float(place.score) for place in made[name].sheet.ranking]
        assert scores == pytest.approx(wanted)


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = build_example("diving_platform", tmp_path_factory.mktemp("kept") / "demo")
    return archived(folder).public


def test_an_archive_is_checked_with_nothing_but_python(public: Path) -> None:
    done = isolated(public)
    assert done.returncode == 3, done.stdout  # judged on one computer: no close sheet
    assert "recount" in done.stdout.lower()
    assert json.loads(read_bundle(public)["measures.json"])["measures"][0] == {
        "case": "D1", "name": "dd1", "value": 3,
    }  # fmt: skip


def easier(measures: Any) -> None:
    measures["measures"][1] |= {"value": 33}


def left_out(measures: Any) -> None:
    del measures["measures"][1]


@pytest.mark.parametrize("edit", [easier, left_out])
def test_a_difficulty_that_was_changed_in_an_archive_is_found(public: Path, edit: Edit) -> None:
    files = read_bundle(public)
    files = {name: data for name, data in files.items() if name not in {MANIFEST, SIGNATURE}}
    files = edited(files, "measures.json", edit)
    lines = verify(with_manifest(files, "public", "diving", 1, SIGNER))
    assert "verify.result.bad" in {line.key for line in bad_lines(lines)}
