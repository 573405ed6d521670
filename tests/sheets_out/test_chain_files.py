"""Tables, letters and the report of awards in stages."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest

from sheets.csv_sheet import read_ranking_csv, write_ranking_csv
from sheets.export_sets import index_page, write_set
from sheets.json_sheet import read_json, write_json
from sheets.office import letters
from sheets.office.docx import write_letter
from sheets.office.source import Source
from sheets.report.page import content, write_report
from sheets.stages_csv import (
    marks_of,
    read_marks_csv,
    read_stages_csv,
    stages_of,
    write_marks_csv,
    write_stages_csv,
)
from sheets.toml_sheet import read_toml, write_toml
from tests.sheets_out.chains import chain_source, example_source


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> Source:
    return example_source("cases_two_rounds", tmp_path_factory.mktemp("rounds") / "a")


@pytest.fixture(scope="module")
def ticks(tmp_path_factory: pytest.TempPathFactory) -> Source:
    return example_source("approval_vote", tmp_path_factory.mktemp("ticks") / "a")


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_table_of_every_chain_is_read_back_to_the_same(seed: int, lang: str) -> None:
    source = chain_source(seed, lang)
    for sheet in (source.sheet, source.hidden, source.blind) if source else ():
        assert read_toml(write_toml(sheet)) == sheet
        assert read_json(write_json(sheet)) == sheet
        assert read_stages_csv(write_stages_csv(sheet, lang)).lines == stages_of(sheet).lines
        assert read_marks_csv(write_marks_csv(sheet, lang)).lines == marks_of(sheet).lines
        read_ranking_csv(write_ranking_csv(sheet, lang))


def test_the_table_of_the_stages_has_votes_and_why_some_were_deducted(rounds: Source) -> None:
    (line,) = [
        one for one in stages_of(rounds.sheet).lines if (one.stage, one.case) == ("net", "C04")
    ]
    assert (line.counted, line.deducted, line.why) == (66200, 1200, "同一设备重复投票")
    assert len(marks_of(rounds.sheet).lines) == 10 * 5 + 7 * 7


@pytest.mark.parametrize("which", ["publication", "meeting", "archive", "all"])
def test_every_set_is_written_and_its_index_says_what_each_file_is_for(
    rounds: Source, which: str
) -> None:
    written = write_set(which, rounds)
    assert not written.failed
    assert ("stages-001-zh.csv" in written.files) is (which in {"archive", "all"})
    page = index_page(which, rounds, written, {}).decode("utf-8")
    assert all(name in page for name in written.files)


def test_the_report_shows_every_stage(rounds: Source) -> None:
    shown = content(rounds.view, named=False)
    assert [head for head, _ in shown["heads"]][4:8] == ["初评", "复评", "网络投票", "总分"]
    (strips,) = [one for one in shown["figures"] if one["key"] == "strips"]
    assert [group["name"] for group in strips["groups"]] == ["初评", "复评", "网络投票"]
    assert shown["words"]["verify_head"] == "七、怎样核对"
    page = write_report(rounds.view).decode("utf-8")
    assert "异议成立，取消资格" in page


def test_ticks_have_their_base_beside_them(ticks: Source) -> None:
    page = write_report(ticks.view).decode("utf-8")
    assert "5/7" in page
    assert "4/6" in page


def test_the_public_report_names_no_judge_and_no_reason(rounds: Source) -> None:
    page = write_report(rounds.hidden_view).decode("utf-8")
    for judge in rounds.sheet.judges:
        assert judge.name not in page
    assert "数据失实" not in page


def test_each_judge_of_each_stage_has_a_score_sheet(rounds: Source, ticks: Source) -> None:
    said = _letter("ballots", letters.ballots_content(rounds.view, blank=False))
    titles = [line for line in said if line.endswith("评分表")]
    assert [sum(f"“{stage}”" in title for title in titles) for stage in ("初评", "复评")] == [5, 7]
    blank = write_letter("ballots", "zh", letters.ballots_content(ticks.view, blank=True), None)
    assert any(
        "打“√”" in paragraph.text for paragraph in docx.Document(io.BytesIO(blank)).paragraphs
    )
    filled = letters.ballots_content(ticks.view, blank=False)
    marks = {
        mark for judge in filled["judges"] for line in judge["lines"] for mark in line["marks"]
    }  # type: ignore[attr-defined]
    assert marks == {"√", "", "回避"}


def test_the_result_page_says_why_a_case_has_no_rank(rounds: Source) -> None:
    said = _letter("result", letters.result_content(rounds.view))
    assert any(line.startswith("不排名：C04") and "数据失实" in line for line in said)


def _letter(name: str, filled: dict[str, object]) -> list[str]:
    made = docx.Document(io.BytesIO(write_letter(name, "zh", filled, None)))
    return [paragraph.text for paragraph in made.paragraphs if paragraph.text]


def test_all_files_are_the_same_bytes_again(rounds: Source, tmp_path: Path) -> None:
    again = Source(
        rounds.sheet, rounds.rules, rounds.nominations, "zh", rounds.at, rounds.sentences
    )
    assert write_set("all", rounds).files == write_set("all", again).files


def test_a_vote_with_a_runoff_is_written_in_every_format(tmp_path: Path) -> None:
    source = example_source("runoff_vote", tmp_path / "a")
    written = write_set("all", source)
    assert not written.failed
    assert all(written.files.values())


def test_a_secret_vote_whose_ballots_name_nobody_is_written_too(ticks: Source) -> None:
    papers = {judge.id: f"9{at:019}" for at, judge in enumerate(ticks.sheet.judges)}
    rows = tuple(replace(row, judge=papers[row.judge]) for row in ticks.sheet.scores)
    secret = replace(ticks, sheet=replace(ticks.sheet, scores=rows))
    written = write_set("all", secret)
    assert not written.failed
    book = openpyxl.load_workbook(io.BytesIO(written.files["summary-001-zh.xlsx"]), data_only=True)
    assert book["复核 票决"]["A2"].value.endswith("全部相符")
