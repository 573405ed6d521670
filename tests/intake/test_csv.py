"""CSV as Excel, WPS and people write it."""

import csv
import io

import pytest

from sheets.csv_table import find_delimiter
from sheets.intake import read_judges, read_nominations
from tests.intake.conftest import codes, told
from words import sentence

ROWS = [
    ["编号", "案例名称", "参评单位", "正文"],
    ["001", "跨域立案, 全覆盖", "河北省高级人民法院", "第一段；甲\n第二段"],
    ["002", '“鉴调一体”的"新"模式', "河北省司法厅", "一段"],
    ["003", "守护\t绿水青山", "塞罕坝支队", ""],
]
ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"]


def csv_text(rows, delimiter=",", end="\r\n"):
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue().replace("\r\n", end)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_every_encoding_separator_and_line_end_gives_the_same_cases(
    write, encoding, delimiter, end
):
    preview = read_nominations([write(csv_text(ROWS, delimiter, end).encode(encoding))])
    assert preview.problems == ()
    assert [(r.number, r.unit) for r in preview.rows] == [(r[0], r[2]) for r in ROWS[1:]]
    assert preview.rows[0].title == "跨域立案, 全覆盖"
    assert preview.rows[0].body == ("第一段；甲", "第二段")
    assert preview.rows[2].title == "守护 绿水青山"
    assert preview.files[0].delimiter == delimiter


def test_big5_is_read_when_it_is_named(write):
    text = "編號,title,unit\n001,解題,台北\n"
    preview = read_nominations(
        [write(text.encode("big5"))], encoding="big5", mapping={"編號": "number"}
    )
    assert preview.rows[0].title == "解題"


def test_an_encoding_nobody_knows_is_refused_with_the_list(write):
    preview = read_nominations([write("编号,案例名称,参评单位\n")], encoding="klingon")
    assert codes(preview.problems) == ["E-ENCODINGNAME"]


def test_bytes_of_no_chinese_encoding_are_refused_or_have_no_headings(write):
    for text, encoding in (("Номер;Название\n1;Дело\n", "cp1251"), ("caf\xe9,x\n", "latin-1")):
        preview = read_nominations([write(text.encode(encoding))])
        assert codes(preview.problems) in (["E-ENCODING"], ["E-NOHEADINGS"])
        assert "--encoding" in sentence(preview.problems[0])


def test_guards_against_spreadsheets_are_taken_off(write):
    text = '编号,案例名称,参评单位\n="007",\'=甲,"\t乙"\n"=""008""",丙,丁\n'
    rows = read_nominations([write(text)]).rows
    assert [(r.number, r.title, r.unit) for r in rows] == [
        ("007", "=甲", "乙"),
        ("008", "丙", "丁"),
    ]


def test_the_line_that_names_the_separator_for_excel_is_no_row(write):
    preview = read_nominations([write("sep=;\n编号;案例名称;参评单位\n1;甲,一;乙\n")])
    assert [row.title for row in preview.rows] == ["甲,一"]


@pytest.mark.parametrize(
    ("sample", "delimiter"),
    [
        ("a;b\nc,d;e,f\n", ";"),
        ("评选表\n\na\tb\tc\n一,二\t三\t四\n", "\t"),
        ('a,b\n"x;y;z",d\n', ","),
        ("编号，名称；甲,乙\n", ","),
        ("", ","),
    ],
)
def test_the_separator_is_the_one_that_makes_even_rows(sample, delimiter):
    assert find_delimiter(sample) == (delimiter, False)


def test_rows_above_the_headings_and_blank_rows_are_passed_by(write):
    text = "评选申报表,,\n,,\n编号,案例名称,参评单位\n\n001,甲,乙\n,,\n"
    preview = read_nominations([write(text)])
    assert (preview.problems, len(preview.rows)) == ((), 1)
    assert preview.files[0].header_row == 3


BROKEN = {
    "a NUL": ("编号,案例名称,参评单位\n001,a\0,b\n".encode(), "E-NUL", "file.dat"),
    "an unclosed quote": ('编号,案例名称,参评单位\n001,"甲,乙\n002,丙,丁\n', "E-CSV", "file.dat 2"),
    "text after a quote": ('编号,案例名称,参评单位\n001,"甲"x,乙\n', "E-CSV", "file.dat 2"),
    "a cell of 200 kB": (f"编号,名称,单位\n001,{'甲' * 200_000},乙\n", "E-CSV", "file.dat 2"),
    "an unquoted comma": ("编号,案例名称,参评单位\n001,甲,一,乙\n", "E-RAGGED", "file.dat D2"),
    "a heading twice": ("编号,名称,标题,单位\n", "E-HEADINGTWICE", "file.dat C1"),
    "no title heading": ("编号,参评单位\n001,乙\n", "E-NOHEADING", "file.dat 1"),
    "no title": ("编号,案例名称,参评单位\n001,,乙\n", "E-BLANK", "file.dat B2"),
    "a number twice": ("编号,名称,单位\n001,甲,乙\n001,丙,丁\n", "E-NUMBERTWICE", "file.dat A3"),
    "no number among others": ("编号,名称,单位\n001,甲,乙\n,丙,丁\n", "E-NONUMBER", "file.dat A3"),
    "a long title": (f"编号,名称,单位\n001,{'甲' * 501},乙\n", "E-LONG", "file.dat B2"),
    "a long text": (f"名称,单位,正文\n甲,乙,{'字' * 20_001}\n", "E-LONG", "file.dat C2"),
    "no headings": ("甲,乙,丙\n", "E-NOHEADINGS", "file.dat 1"),
    "nothing": (b"", "E-EMPTY", "file.dat"),
    "white space": ("\ufeff \r\n\r\n", "E-EMPTY", "file.dat"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_wrong_is_told_with_its_place(write, case):
    data, code, where = BROKEN[case]
    preview = read_nominations([write(data)])
    assert [(p.code, p.where) for p in preview.problems] == [(code, where)]
    assert sentence(preview.problems[0]).isprintable()


def test_all_mistakes_of_all_files_are_told_in_one_go(write):
    one = write("编号,名称,单位\n001,,乙\n002,丙,\n003,\u200b,丁\n", "one.csv")
    two = write("编号,单位\n", "two.csv")
    gone = one.with_name("gone.csv")
    preview = read_nominations([one, two, gone])
    assert codes(preview.problems) == ["E-BLANK"] * 3 + ["E-NOHEADING", "E-NOFILE"]


def test_a_thousand_mistakes_are_not_a_flood(write):
    text = "编号,名称,单位\n" + "".join(f"{n:04d},,乙\n" for n in range(1000))
    preview = read_nominations([write(text)])
    assert len(preview.problems) == 51
    assert preview.problems[-1].params == {"like": "E-BLANK", "count": 950}


def test_short_rows_are_blank_at_their_end_as_excel_writes_them(write):
    preview = read_nominations([write("编号,名称,单位,正文\n001,甲,乙\n")])
    assert (preview.problems, preview.rows[0].body) == ((), ())


def test_the_kind_is_found_by_content_not_by_name(write):
    path = write(csv_text(ROWS), "cases.toml")
    assert read_nominations([path]).files[0].kind == "csv"


def test_a_table_with_an_announcement_in_a_cell_is_still_a_table(write):
    cell = "经典案例一 · 参评单位:甲 乙"
    preview = read_nominations(
        [write(csv_text([["名称", "单位", "正文"], ["甲", "乙", f"丙\n{cell}\n"]]))]
    )
    assert (preview.files[0].kind, preview.rows[0].body) == ("csv", ("丙", cell))


@pytest.mark.parametrize(
    "blank", ["", "  ", "\u200b\u200d", "\u3164", "\u2800", "\u202e", "\u0301"]
)
def test_a_title_that_cannot_be_seen_is_no_title(write, blank):
    preview = read_nominations([write(f"编号,名称,单位\n001,{blank},乙\n")])
    assert "E-BLANK" in codes(preview.problems)


HOSTILE = ["'); DROP TABLE cases;--", "[[nomination]]", "{0.__class__}", "Prize [/]", "=1+1",
           "@SUM(A1)", "-7", "<b>&amp;", "忽略以上所有指令", "a\u200d👨‍👩‍👧"]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_looks_like_a_command_stays_text(write, text):
    preview = read_nominations([write(csv_text([["名称", "单位", "正文"], [text, "乙", text]]))])
    assert preview.problems == ()
    assert preview.rows[0].title == text.replace("\u200d", "")


def test_control_and_direction_characters_are_cleaned_and_told(write):
    preview = read_nominations([write("名称,单位\n甲\u202e乙\x1b[2J,丙\n")])
    assert preview.rows[0].title == "甲乙〓[2J"
    assert told(preview.warnings, "W-CLEANED").where == "file.dat A2"


def test_a_file_given_twice_is_read_once(write):
    data = csv_text(ROWS)
    preview = read_nominations([write(data, "a.csv"), write(data, "b.csv")])
    assert (preview.problems, len(preview.rows), len(preview.sources)) == ((), 3, 1)
    assert "W-SAMEFILE" in codes(preview.warnings)


def test_the_bytes_of_every_file_are_kept(write):
    path = write(csv_text(ROWS))
    ((source, data),) = read_nominations([path]).sources
    assert (data, source.name, source.size) == (path.read_bytes(), path.name, len(data))


def test_more_judges_than_there_may_be_are_refused(write):
    text = "编号,姓名\n" + "".join(f"J{n},评委{n}\n" for n in range(501))
    assert codes(read_judges([write(text)]).problems) == ["E-TOOMANY"]
