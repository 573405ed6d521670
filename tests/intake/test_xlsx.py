"""Workbooks: what is in them, what is hidden in them, and those made to do harm."""

import datetime
import io
import re
import resource
import time
import warnings
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl.worksheet import _reader

from sheets.intake import read_nominations
from tests.intake.conftest import codes, patched, saved, told, workbook
from words import sentence

HEAD = ("编号", "案例名称", "参评单位", "正文")
SHEET = "xl/worksheets/sheet1.xml"


def read(write, book, **options):
    data = saved(book) if isinstance(book, Workbook) else book
    return read_nominations([write(data, "cases.dat")], **options)


def test_a_plain_workbook_is_read_with_its_paragraphs(write):
    preview = read(write, workbook(HEAD, ("001", "甲", "乙", "一\n二"), ("002", "丙", "丁", None)))
    assert (preview.problems, preview.warnings) == ((), ())
    assert [(r.number, r.title, r.body) for r in preview.rows] == [
        ("001", "甲", ("一", "二")),
        ("002", "丙", ()),
    ]
    assert (preview.files[0].kind, preview.files[0].sheet) == ("xlsx", "表1")


def test_numbers_are_read_as_they_are_shown_under_a_format_of_zeros(write):
    book = workbook(HEAD, (7, "甲", "乙"), (8.0, "丙", "丁"), (123456789012, "戊", "己"))
    book.active["A2"].number_format = "000"
    preview = read(write, book)
    assert [row.number for row in preview.rows] == ["007", "8", "123456789012"]
    assert codes(preview.warnings) == ["W-NUMBERSHORT"]


def test_a_formula_without_a_stored_value_is_refused_with_its_cell(write):
    preview = read(write, workbook(HEAD, ("001", "=A1&B1", "乙")))
    assert [(p.code, p.where) for p in preview.problems] == [("E-FORMULA", "cases.dat 表1 B2")]


def test_the_stored_value_of_a_formula_is_taken_and_told(write):
    data = saved(workbook(HEAD, ("001", "=A1", "乙")))
    data = patched(
        data, SHEET, lambda x: x.replace(b"<v></v>", b"<v>12</v>").replace(b"<v />", b"<v>12</v>")
    )
    preview = read(write, data)
    assert preview.rows[0].title == "12"
    assert told(preview.warnings, "W-COMPUTED").where == "cases.dat 表1 B2"


def test_an_error_value_is_refused_with_its_cell(write):
    preview = read(write, workbook(HEAD, ("001", "甲", "#N/A")))
    assert [(p.code, p.where) for p in preview.problems] == [("E-CELLERROR", "cases.dat 表1 C2")]


def test_dates_are_told_and_a_date_as_number_is_doubted(write):
    day = datetime.date(2021, 3, 1)
    preview = read(
        write,
        workbook(HEAD, (day, "甲", "乙", datetime.datetime.fromisoformat("2021-03-01T09:30"))),
    )
    assert (preview.rows[0].number, preview.rows[0].body) == (
        "2021-03-01",
        ("2021-03-01 09:30:00",),
    )
    assert sorted(codes(preview.warnings)) == ["W-DATE", "W-NUMBERMANGLED"]


def test_cells_merged_downwards_count_for_each_row_and_are_told(write):
    book = workbook(HEAD, ("001", "甲", "唐山市公安局"), ("002", "乙", None), ("003", "丙", "丁"))
    book.active.merge_cells("C2:C3")
    preview = read(write, book)
    assert [row.unit for row in preview.rows] == ["唐山市公安局", "唐山市公安局", "丁"]
    assert told(preview.warnings, "W-MERGED").params["cells"] == "C2:C3"


def test_cells_merged_sideways_leave_no_value_where_none_is(write):
    book = workbook(HEAD, ("001", "甲", None))
    book.active.merge_cells("B2:C2")
    assert told(read(write, book).problems, "E-BLANK").where == "cases.dat 表1 C2"


def test_a_merged_title_above_the_headings_is_passed_by(write):
    book = workbook(("评选申报表",), HEAD, ("001", "甲", "乙"))
    book.active.merge_cells("A1:D1")
    preview = read(write, book)
    assert (preview.problems, len(preview.rows), preview.files[0].header_row) == ((), 1, 2)


def test_hidden_rows_columns_and_sheets_are_told(write):
    book = workbook(HEAD, ("001", "甲", "乙"), ("002", "丙", "丁"))
    book.active.row_dimensions[3].hidden = True
    book.active.column_dimensions["D"].hidden = True
    book.create_sheet("旧").sheet_state = "hidden"
    preview = read(write, book)
    assert len(preview.rows) == 2
    assert sorted(codes(preview.warnings)) == ["W-HIDDENCOLUMNS", "W-HIDDENROWS", "W-SHEETHIDDEN"]
    assert told(preview.warnings, "W-HIDDENROWS").params["rows"] == "3"


def two_sheets():
    book = workbook(HEAD, ("001", "甲", "乙"), title="法院")
    book.create_sheet("公安").append(HEAD)
    book["公安"].append(("002", "丙", "丁"))
    book.create_sheet("说明").append(("请填写",))
    return book


def test_several_usable_sheets_are_asked_about_by_name(write):
    preview = read(write, two_sheets())
    assert codes(preview.problems) == ["E-SHEETS"]
    assert preview.problems[0].params["sheets"] == "法院、公安"
    assert "--sheet" in sentence(preview.problems[0])


def test_the_sheet_that_is_named_is_read(write):
    assert [row.number for row in read(write, two_sheets(), sheet="公安").rows] == ["002"]
    assert codes(read(write, two_sheets(), sheet="检察院").problems) == ["E-SHEET"]


def test_the_only_usable_sheet_is_taken_and_the_other_named(write):
    book = workbook(("请填写",), title="说明")
    book.create_sheet("申报").append(HEAD)
    book["申报"].append(("001", "甲", "乙"))
    preview = read(write, book)
    assert preview.files[0].sheet == "申报"
    assert told(preview.warnings, "W-SHEETUNREAD").params["sheet"] == "说明"


@pytest.mark.parametrize(
    "tag", [b'<dimension ref="A1:A1" />', b'<dimension ref="A1:XFD1048576" />', b""]
)
def test_the_dimension_a_workbook_claims_is_not_believed(write, tag):
    data = saved(workbook(HEAD, *((f"{n:03d}", "甲", "乙") for n in range(1, 51))))
    data = patched(data, SHEET, lambda x: x.replace(b'<dimension ref="A1:D51" />', tag))
    assert len(read(write, data).rows) == 50


def test_one_cell_in_the_last_corner_is_refused_with_its_place(write):
    book = workbook(HEAD, ("001", "甲", "乙"))
    book.active["XFD1048576"] = "x"
    preview = read(write, book)
    assert [(p.code, p.where) for p in preview.problems] == [
        ("E-COLUMNS", "cases.dat 表1 XFD1048576")
    ]


def test_a_cell_far_below_is_one_row(write):
    book = workbook(HEAD, ("001", "甲", "乙"))
    book.active["B1048576"] = "丙"
    assert [p.where for p in read(write, book).problems] == ["cases.dat 表1 C1048576"]


@pytest.mark.parametrize(
    ("after", "kind"),
    [
        (b'<mergeCells count="1"><mergeCell ref="A2:XFD1048576"/></mergeCells>', "read"),
        (b"<mergeCells>" + b'<mergeCell ref="A2:A1048576"/>' * 9000 + b"</mergeCells>", "refused"),
        (b"<mergeCells>" + b'<mergeCell ref="A2:A3"/>' * 20_000 + b"</mergeCells>", "refused"),
        (b'<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>', "read"),
    ],
)
def test_a_block_over_the_whole_sheet_does_not_stop_the_program(write, after, kind):
    book = workbook(HEAD, ("001", "甲", "乙"))
    book.active["B1048576"] = "丙"
    data = patched(
        saved(book), SHEET, lambda x: x.replace(b"</sheetData>", b"</sheetData>" + after)
    )
    start = time.process_time()
    preview = read(write, data)
    assert time.process_time() - start < 3
    assert ("E-MERGED" in codes(preview.problems)) == (kind == "refused")


def test_the_parser_of_openpyxl_still_has_what_we_take_of_it():
    assert {"parse_row", "parse_cell"} <= set(vars(_reader.WorkSheetParser))


def bomb() -> bytes:
    """A workbook of half a megabyte that unpacks to 500 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", 8) as new:
        for name in ("[Content_Types].xml", "xl/workbook.xml"):
            new.writestr(name, "<x/>")
        with new.open("xl/sharedStrings.xml", "w") as part:
            for _ in range(500):
                part.write(b"a" * (1 << 20))
    return out.getvalue()


def parts(*names: str) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as new:
        warnings.simplefilter("ignore")  # of names that come twice
        for name in names:
            new.writestr(name, "<x/>")
    return out.getvalue()


def test_a_zip_bomb_is_refused_quickly_and_in_little_memory(write):
    path = write(bomb(), "bomb.xlsx")
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    preview = read_nominations([path])
    assert codes(preview.problems) == ["E-ZIPSIZE"]
    assert time.process_time() - start < 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # KiB


HOSTILE = {
    "2,001 parts": lambda: parts("xl/workbook.xml", *(f"p{n}" for n in range(2000))),
    "a part twice": lambda: parts("xl/workbook.xml", "xl/a.xml", "xl/a.xml"),
    "not a workbook inside": lambda: parts("xl/workbook.xml"),
    "a nested archive": lambda: parts("cases.xlsx"),
    "cut in half": lambda: saved(workbook(HEAD))[:2000],
    "an old .xls": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "a Word document": lambda: parts("[Content_Types].xml", "word/document.xml"),
    "a PDF": lambda: b"%PDF-1.7\n",
    "a web page": lambda: b"<html><table><tr><td>1</td></tr></table>",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_files_that_are_no_workbook_are_refused_with_a_sentence(write, case):
    preview = read_nominations([write(HOSTILE[case](), "cases.xlsx")])
    assert len(preview.problems) == 1
    assert sentence(preview.problems[0]).startswith("cases.xlsx: ")
    assert preview.rows == ()


DTD = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    "part",
    [
        "xl/workbook.xml",
        SHEET,
        "xl/styles.xml",
        "xl/_rels/workbook.xml.rels",
        "[Content_Types].xml",
        "docProps/core.xml",
    ],
)
def test_a_document_type_in_any_part_is_refused(write, part):
    data = patched(saved(workbook(HEAD, ("001", "甲", "乙"))), part, lambda x: DTD + x)
    assert codes(read(write, data).problems) == ["E-ZIPHOSTILE"]


@pytest.mark.parametrize(
    "part",
    [
        "xl/workbook.xml",
        SHEET,
        "xl/styles.xml",
        "xl/_rels/workbook.xml.rels",
        "[Content_Types].xml",
    ],
)
@pytest.mark.parametrize("content", [b"", b"<x", b"<x/>", b"\xff\xfe", b"<worksheet/>"])
def test_a_damaged_part_is_a_sentence_and_no_traceback(write, part, content):
    data = patched(saved(workbook(HEAD, ("001", "甲", "乙"))), part, lambda _: content)
    preview = read(write, data)
    assert all(sentence(problem) for problem in preview.problems)
    assert preview.problems or len(preview.rows) <= 1


def test_a_workbook_of_many_rows_is_read_in_order(write):
    preview = read(write, workbook(HEAD, *((f"{n:05d}", f"案{n}", "乙") for n in range(1, 3001))))
    assert [row.number for row in preview.rows] == [f"{n:05d}" for n in range(1, 3001)]


NAMESPACE = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
STRINGS = b"".join(
    (
        b"<sst " + NAMESPACE + b">",
        "<si><t>编号</t></si><si><t>案例名称</t></si><si><t>参评单位</t></si>".encode(),
        "<si><r><t>甲</t></r><r><t>案_x000D_</t></r>".encode(),
        b'<rPh sb="0" eb="1"><t>jia</t></rPh></si></sst>',
    )
)
TYPE = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
OVERRIDE = b'<Override PartName="/xl/extra.xml" ContentType="' + TYPE + b'"/></Types>'


def shared_strings(cells: bytes) -> bytes:
    """A workbook as Excel writes it, its texts in a table of their own."""
    head = b'<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>'
    rows = b"<sheetData>" + head + b'<row r="2">' + cells + b"</row></sheetData>"
    data = patched(
        saved(workbook(HEAD)),
        "[Content_Types].xml",
        lambda x: x.replace(b"</Types>", OVERRIDE),
        STRINGS,
    )
    return patched(
        data, SHEET, lambda x: re.sub(b"<sheetData>.*</sheetData>", rows, x, flags=re.DOTALL)
    )


def test_shared_strings_are_read_without_their_phonetic_guides(write):
    preview = read(
        write,
        shared_strings(b'<c t="str"><v>001</v></c><c t="s"><v>3</v></c><c t="s"><v>2</v></c>'),
    )
    assert [(r.number, r.title, r.unit) for r in preview.rows] == [("001", "甲案", "参评单位")]


@pytest.mark.parametrize(
    "cell",
    [
        b'<c t="s"><v>999</v></c>',
        b"<c><v>x</v></c>",
        b"<c><v>1e999</v></c>",
        b'<c r="!"><v>1</v></c>',
        b"<c><v>" + b"9" * 5000 + b"</v></c>",
    ],
)
def test_a_cell_that_makes_no_sense_is_a_sentence(write, cell):
    preview = read(write, shared_strings(cell + b'<c t="s"><v>2</v></c><c t="s"><v>2</v></c>'))
    assert all(sentence(problem) for problem in (*preview.problems, *preview.warnings))


def test_rows_out_of_order_are_refused(write):
    data = saved(workbook(HEAD, ("001", "甲", "乙"), ("002", "丙", "丁")))
    data = patched(data, SHEET, lambda x: x.replace(b'<row r="3"', b'<row r="2"'))
    assert codes(read(write, data).problems) == ["E-XLSXROWS"]
