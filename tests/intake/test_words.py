"""Every code has a sentence in both languages, and the preview speaks to people."""

import re
from pathlib import Path
from string import Formatter

import pytest

import words
from sheets.intake import read_nominations
from sheets.preview_lines import preview_lines
from words import Problem, entry, sentence
from words.errors_intake import WORDS

SHEETS = Path(__file__).parents[2] / "sheets"
OURS = (
    "announcement_text",
    "attachment_text",
    "beside",
    "book_table",
    "csv_table",
    "docx_blocks",
    "encodings",
    "findings",
    "folders",
    "form_table",
    "gathering",
    "judge_rows",
    "mapping",
    "nomination_folders",
    "nomination_rows",
    "opening",
    "parser_words",
    "recusal_rows",
    "rows",
    "toml_table",
    "toml_traps",
    "xlsx_plain",
    "xlsx_sheet",
    "xlsx_table",
)
ELSEWHERE = ("award/attachments.py", "award/importing.py", "files/confined.py")
KINDS = ("OLE", "LOCKED", "DOC", "ODT", "PPTX", "ZIP", "PDF", "SQLITE")
SNIFFED = {f"E-IS-{kind}" for kind in KINDS}
SKIPPED = {f"W-SKIPPED-{why}" for why in ("LEFT", "NOFILE", "DEEP", "UNREADABLE")}


def used():
    paths = [SHEETS / f"{name}.py" for name in OURS]
    paths += [SHEETS.parent / name for name in ELSEWHERE]
    text = "".join(path.read_text(encoding="utf-8") for path in paths)
    return set(re.findall(r'"([EW]-[A-Z]+(?:-[A-Z]+)?)"', text)) | SNIFFED | SKIPPED


def test_every_code_that_is_used_has_a_sentence():
    for code in used():
        assert entry(code)


def test_every_sentence_is_used():
    assert set(WORDS) == used() & set(WORDS) | (set(WORDS) & {"E-MORE", "W-MORE"})


@pytest.mark.parametrize("code", WORDS)
def test_both_languages_fill_in_the_same_values(code):
    zh, en = ({name for _, name, _, _ in Formatter().parse(text) if name} for text in WORDS[code])
    assert zh == en


def test_the_preview_shows_what_was_understood_then_what_to_check_then_what_is_wrong(write):
    preview = read_nominations([write("编号,名称,单位,电话\n007,甲[/],乙\n7,,丁\n", "a.csv")])
    lines = preview_lines(preview)
    assert lines[:7] == [
        "File: a.csv",
        "  CSV table, utf-8, separated by comma, headings in row 1; 2 rows",
        "  `编号` is the case number",
        "  `名称` is the title",
        "  `单位` is the unit",
        "  The first 2 rows:",
        "    007 | 甲[/] | 乙",
    ]
    assert [line.rpartition("[")[2] for line in lines if line.endswith("]")] == [
        "W-HEADING]",
        "E-BLANK]",
    ]
    assert "Ready" not in lines[-1]


def test_the_preview_speaks_chinese(write):
    words.use("zh")
    preview = read_nominations([write("编号,名称,单位\n001,甲,乙\n", "a.csv")])
    assert preview_lines(preview)[-1] == "可以导入，共 1 条。"


def test_what_a_file_is_quoted_with_is_cleaned(write):
    preview = read_nominations([write("编号,名称,单位,x\x1b]0;y\n001,甲,乙\n")])
    assert sentence(preview.warnings[0]).isprintable()
    assert isinstance(preview.warnings[0], Problem)
