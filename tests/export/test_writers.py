"""All files of a result: names from ids only, the same bytes on every machine."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sheets.csv_sheet import write_matrix_csv, write_ranking_csv
from sheets.result_sheet import from_payload, payload, payload_digest
from sheets.sheet_model import ResultSheet
from sheets.writers import announced, export_names, files_of
from tests.drawn import many
from tests.export import samples
from tests.libreoffice import converted, needs_soffice

ROOT = Path(__file__).resolve().parents[2]
PRINT_DIGESTS = """
import hashlib, json
from sheets.writers import files_of
from tests.export import samples
from tests.libreoffice import converted, needs_soffice
files = {}
for lang in ("zh", "en"):
    files |= files_of(samples.sheet(), samples.RULES, samples.NOMINATIONS, lang)
print(json.dumps({name: hashlib.sha256(data).hexdigest() for name, data in files.items()}))
"""
FORMULA = re.compile("<f[ >/]")
MACHINES = [
    {"PYTHONHASHSEED": "1", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "LC_ALL": "zh_CN.GB18030", "TZ": "Asia/Shanghai"},
    {"PYTHONHASHSEED": "3", "LC_ALL": "tr_TR.UTF-8", "PINGXUAN_LANG": "zh"},
    {"PYTHONHASHSEED": "4", "LC_ALL": "ar_EG.UTF-8", "PYTHONUTF8": "1", "PYTHONOPTIMIZE": "1"},
]


def test_the_bytes_do_not_depend_on_hash_seed_locale_or_time_zone() -> None:
    found = [
        subprocess.Popen(
            [sys.executable, "-c", PRINT_DIGESTS],
            cwd=ROOT,
            env={**os.environ, **machine, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
        )
        for machine in MACHINES
    ]
    printed = [json.loads(process.communicate()[0]) for process in found]
    assert len(printed[0]) == 7  # the TOML is the same in both languages
    assert all(each == printed[0] for each in printed)


def test_a_stored_sheet_gives_the_same_files_as_the_fresh_one() -> None:
    sheet = samples.sheet()
    stored = from_payload(payload(sheet))
    assert _files(stored) == _files(sheet)


def test_names_are_made_of_number_kind_and_language() -> None:
    assert export_names(3, "final", "zh") == {
        "toml": "result-003.toml",
        "ranking": "ranking-003-zh.csv",
        "scores": "scores-003-zh.csv",
        "announcement": "announcement-003-zh.txt",
    }
    assert export_names(4, "provisional", "en")["announcement"] == "announcement-004-en-draft.txt"


BAD_NAMES = [
    (-1, "final", "zh"),
    (10**6, "final", "zh"),
    (True, "final", "zh"),
    (1, "../x", "zh"),
    (1, "final", "zh/.."),
]


@pytest.mark.parametrize(("number", "kind", "lang"), BAD_NAMES)
def test_no_name_is_made_of_anything_else(number: int, kind: str, lang: str) -> None:
    with pytest.raises(ValueError, match="no file name"):
        export_names(number, kind, lang)  # type: ignore[arg-type]


@settings(max_examples=many(25), deadline=None)
@given(st.sampled_from(["../../x", "CON", "a:b", "x.", "长" * 300, "a\0b", "a\nb", "/etc"]))
def test_names_of_awards_and_judges_never_reach_a_file_name(text: str) -> None:
    plain = samples.sheet()
    award = replace(plain.award, key=text, zh=text, en=text)
    judges = tuple(replace(judge, name=text) for judge in plain.judges)
    cases = tuple(replace(case, title=text, unit=text) for case in plain.cases)
    sheet = replace(plain, award=award, judges=judges, cases=cases)
    names = set(_files(sheet))
    assert names == set(export_names(3, "final", "zh").values())
    assert all(re.fullmatch(r"[a-z]+-[0-9]{3}(-[a-z]{2})?\.[a-z]+", name) for name in names)


def test_a_provisional_announcement_says_so_first_and_a_final_one_never() -> None:
    final = samples.sheet()
    provisional = replace(final, result=replace(final.result, kind="provisional"))
    text = _files(final)["announcement-003-zh.txt"].decode("utf-8")
    assert text.startswith("\n\n公告\n\n● 一大经典案例 ●")
    notice = "\n\n【临时结果，不作为获奖依据；结果编号 3；不得公布】"
    assert _files(provisional)["announcement-003-zh-draft.txt"].decode("utf-8") == notice + text


def test_the_announcement_takes_explicit_numbers() -> None:
    cases = announced(samples.sheet(), samples.NOMINATIONS, {"001": 2})
    assert [(case.tier, case.number) for case in cases] == [("classic", 1), ("excellent", 2)]


def _files(sheet: ResultSheet) -> dict[str, bytes]:
    return files_of(sheet, samples.RULES, samples.NOMINATIONS, "zh")


CHANGES = [
    lambda s: replace(s, result=replace(s.result, reason="")),
    lambda s: replace(s, ranking=s.ranking[::-1]),
    lambda s: replace(s, scores=s.scores[1:]),
    lambda s: replace(s, rules={**s.rules, "format": 2}),
    lambda s: replace(s, judges=(replace(s.judges[0], name="x"), *s.judges[1:])),
]


@pytest.mark.parametrize("change", range(len(CHANGES)))
def test_any_change_changes_the_digest(change: int) -> None:
    sheet = samples.sheet()
    assert payload_digest(CHANGES[change](sheet)) != payload_digest(sheet)


@pytest.mark.soak
@needs_soffice
@pytest.mark.parametrize("what", ["ranking", "scores"])
def test_libreoffice_finds_no_formula_in_hostile_sheets(what: str, tmp_path: Path) -> None:
    plain = samples.sheet()
    hostile = [text for text in samples.HOSTILE if "\n" not in text and "\r" not in text]
    place = plain.ranking[0]
    cases = tuple(
        replace(plain.cases[0], number=f"{n:03}", title=text, unit=text)
        for n, text in enumerate(hostile)
    )
    sheet = replace(
        plain,
        cases=cases,
        ranking=tuple(replace(place, case=case.number) for case in cases),
        scores=tuple(replace(plain.scores[0], case=case.number) for case in cases),
    )
    writers = {"ranking": write_ranking_csv, "scores": write_matrix_csv}
    source = tmp_path / f"{what}.csv"
    source.write_bytes(writers[what](sheet, "zh"))
    texts, cells = _converted(source, tmp_path)
    assert not FORMULA.search(cells)
    for text in ("Prize [/]", "[@click=app.quit]x[/]", "'=1+1", "'-1+1", "'@SUM(A1)", "'＝1+1"):
        assert text in texts


@pytest.mark.soak
@needs_soffice
def test_libreoffice_does_take_an_unguarded_cell_for_a_formula(tmp_path: Path) -> None:
    (tmp_path / "plain.csv").write_bytes(b"title\r\n=1+1\r\n")
    assert FORMULA.search(_converted(tmp_path / "plain.csv", tmp_path)[1])


def _converted(source: Path, folder: Path) -> tuple[list[str], str]:
    """The texts and the XML of the cells of the file as LibreOffice read it."""
    csv_filter = "--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1,true"
    (made,) = converted([source], "xlsx", folder, csv_filter)
    with zipfile.ZipFile(made) as book:
        shared = book.read("xl/sharedStrings.xml").decode("utf-8")
        sheet = next(name for name in book.namelist() if name.startswith("xl/worksheets/sheet"))
        items = (re.sub("<[^>]*>", "", item) for item in shared.split("</si>"))
        return [html.unescape(item) for item in items], book.read(sheet).decode("utf-8")
