"""Workbooks of every make, read in a process of their own; and the limits of this process."""

import csv
import datetime
import io
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from files import confined as runner
from files.confined import LIMITS, confined
from sheets import xlsx_table
from sheets.intake import read_nominations
from tests.drawn import many
from tests.intake.conftest import codes, patched, saved, told, workbook
from words import Bad, sentence

HEAD = ("编号", "案例名称", "参评单位", "正文")
SHEET = "xl/worksheets/sheet1.xml"


def made(*rows):
    return saved(workbook(HEAD, *rows))


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_a_workbook_saved_by_another_program_gives_the_same_cases(write, office, kind):
    rows = [(f"{n:03d}", f"案例{n}", f"第{n % 7}院", f"一{n}\n二") for n in range(1, 120)]
    source = write(made(*rows), "cases.xlsx")
    expected = read_nominations([source]).rows
    preview = read_nominations([office(source, kind)])
    assert (preview.problems, preview.files[0].kind) == ((), "book")
    assert preview.rows == expected
    assert codes(preview.warnings) == ["W-NOTSEEN"]


def test_a_wps_table_is_known_by_its_content_whatever_its_name(write, office):
    old = office(write(made(("001", "甲", "乙")), "a.xlsx"), "xls")
    for name in ("a.et", "a.xlsx", "a.docx"):
        assert len(read_nominations([write(old.read_bytes(), name)]).rows) == 1


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_csv_written_by_us_comes_back_through_another_program(write, office, kind):
    rows = [("007", "甲,乙", '他说"好"', "文"), ("010", "丙", "丁", "")]
    out = io.StringIO()
    csv.writer(out).writerows([HEAD, *rows])
    source = write("\ufeff" + out.getvalue(), "cases.csv")
    source = office(source, "xlsx")
    preview = read_nominations([office(source, kind)])
    assert [(r.title, r.unit) for r in preview.rows] == [("甲,乙", '他说"好"'), ("丙", "丁")]


def test_a_word_form_saved_by_another_program_is_the_same_form(write, office):
    from tests.intake_office.conftest import docx, form

    source = write(docx(form()), "a.docx")
    expected = read_nominations([source]).rows
    text = office(source, "odt")
    source.unlink()
    preview = read_nominations([office(text, "docx:Office Open XML Text")])
    assert (preview.rows, len(expected)) == (expected, 1)


def test_headings_below_a_title_and_away_from_the_corner_keep_their_rows(write, office):
    book = workbook(("汇总表",))
    for row in (HEAD, ("001", "甲", "乙"), ("002", "丙", None)):
        book.active.append((None, None, *row))
    preview = read_nominations([office(write(saved(book), "a.xlsx"), "xls")])
    assert [p.where for p in preview.problems] == ["a.xls 表1 E4"]


def test_dates_merged_cells_and_hidden_sheets_of_an_old_workbook_are_told(write, office):
    book = workbook(HEAD, ("001", "甲", "某院", datetime.date(2021, 3, 1)), ("002", "乙", None))
    book.active.merge_cells("C2:C3")
    book.create_sheet("旧").sheet_state = "hidden"
    preview = read_nominations([office(write(saved(book), "a.xlsx"), "xls")])
    assert [r.unit for r in preview.rows] == ["某院", "某院"]
    assert sorted(codes(preview.warnings)) == ["W-DATE", "W-MERGED", "W-NOTSEEN", "W-SHEETHIDDEN"]


def test_several_usable_sheets_are_asked_about_and_the_named_one_is_read(write, office):
    book = workbook(HEAD, ("001", "甲", "乙"), title="法院")
    book.create_sheet("公安").append(HEAD)
    book["公安"].append(("002", "丙", "丁"))
    path = office(write(saved(book), "a.xlsx"), "ods")
    assert codes(read_nominations([path]).problems) == ["E-SHEETS"]
    assert [r.number for r in read_nominations([path], sheet="公安").rows] == ["002"]
    assert codes(read_nominations([path], sheet="税务").problems) == ["E-SHEET"]


def test_a_long_sheet_is_read_to_its_end(write, office):
    rows = [(f"{n:05d}", f"案{n}", "乙", "") for n in range(1, 2601)]
    preview = read_nominations([office(write(made(*rows), "a.xlsx"), "xls")])
    assert (len(preview.rows), preview.rows[-1].number) == (2600, "02600")


# The fast way


@pytest.fixture
def both(write, monkeypatch):
    """The preview by the slow way and by the fast way, which must not differ."""

    def read(data):
        path = write(data, "a.xlsx")
        slow = read_nominations([path])
        monkeypatch.setattr(xlsx_table, "FROM", 0)
        fast = read_nominations([path])
        monkeypatch.setattr(xlsx_table, "FROM", 1 << 40)
        return slow, fast

    return read


CELLS = st.one_of(
    st.none(), st.text("甲乙 a1_x0D\n\t&<", max_size=8), st.integers(-10**12, 10**12),
    st.floats(allow_nan=False, allow_infinity=False, width=32), st.booleans(),
    st.dates(datetime.date(1950, 1, 1), datetime.date(2050, 1, 1)),
    st.datetimes(datetime.datetime(1950, 1, 1), datetime.datetime(2050, 1, 1)).map(  # noqa: DTZ001
        lambda at: at.replace(microsecond=0)
    ),
)  # fmt: skip


@given(rows=st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), min_size=1, max_size=6))
@settings(max_examples=many(60), deadline=None)
def test_the_fast_way_reads_what_the_slow_way_reads(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("fast") / "a.xlsx"
    path.write_bytes(made(*rows))
    slow = read_nominations([path])
    before, xlsx_table.FROM = xlsx_table.FROM, 0
    try:
        fast = read_nominations([path])
    finally:
        xlsx_table.FROM = before
    assert replace(fast, sources=()) == replace(slow, sources=())


ODD = {
    "a formula": made(("001", "=A1", "乙")),
    "an error": made(("001", "甲", "#N/A")),
    "zeros of a format": None,
    "a hidden row": None,
    "merged cells": None,
    "rows out of order": patched(
        made(("001", "甲", "乙"), ("002", "丙", "丁")),
        SHEET,
        lambda x: x.replace(b'<row r="3"', b'<row r="2"'),
    ),
    "a number of many digits": made((123456789012345678, "甲", "乙")),
}


def _odd(case):
    book = workbook(HEAD, (7, "甲", "某院"), (8, "乙", None))
    if case == "zeros of a format":
        book.active["A2"].number_format = "000"
    elif case == "a hidden row":
        book.active.row_dimensions[3].hidden = True
    else:
        book.active.merge_cells("C2:C3")
    return saved(book)


@pytest.mark.parametrize("case", ODD)
def test_a_sheet_with_more_in_it_than_values_takes_the_slow_way(both, monkeypatch, case):
    def never(*_):
        raise AssertionError("read fast")

    monkeypatch.setattr(xlsx_table, "fast_lines", never)
    slow, fast = both(ODD[case] or _odd(case))
    assert slow == fast


# Limits


@pytest.fixture
def far():
    """A small workbook with one cell in the last corner: 400 GB for a reader that fills it in."""
    book = Workbook()
    book.active["A1"] = "编号"
    book.active["XFD1048576"] = "x"
    return saved(book)


def test_a_reader_that_takes_all_memory_ends_alone(far):
    with pytest.raises(Bad) as caught, confined("workbook", far, [None]) as answers:
        list(answers)
    assert caught.value.code == "E-CONFINED-MEMORY"
    assert "1024 MiB" in sentence(caught.value.problems[0])


def test_a_reader_that_takes_too_long_is_ended(monkeypatch, tmp_path):
    sleeper = tmp_path / "sleeper.py"
    sleeper.write_text("import time\ntime.sleep(60)\n")
    monkeypatch.setattr(runner, "SCRIPT", sleeper)
    start = time.monotonic()
    limited = confined("workbook", b"x" * 10**7, [None], replace(LIMITS, seconds=1))
    with pytest.raises(Bad) as caught, limited as answers:
        list(answers)
    assert caught.value.code == "E-CONFINED-TIME"
    assert time.monotonic() - start < 10


def test_a_reader_that_says_too_much_is_ended():
    data = made(*((f"{n}", "甲" * 50, "乙") for n in range(200)))
    limited = confined("workbook", data, [None], replace(LIMITS, output=5000))
    with pytest.raises(Bad) as caught, limited as answers:
        list(answers)
    assert caught.value.code == "E-CONFINED-OUTPUT"


def test_leaving_early_leaves_no_process_behind():
    with confined("workbook", made(("001", "甲", "乙")), [None]) as answers:
        assert next(answers)
    # The block waits for the child: nothing to assert beyond having come here.


def test_a_missing_library_is_one_sentence_with_how_to_install_it(monkeypatch, write):
    monkeypatch.setattr(runner, "find_spec", lambda name: None)
    data = patched(made(("001", "甲", "乙")), "nothing", bytes)
    with pytest.raises(Bad) as caught, confined("workbook", data, [None]):
        pass
    assert "pip install python-calamine" in sentence(caught.value.problems[0])


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def ole(stream: str) -> bytes:
    return OLE + bytes(600) + stream.encode("utf-16-le") + bytes(600)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (ole("EncryptedPackage"), "E-IS-LOCKED"),
        (ole("WordDocument"), "E-IS-DOC"),
        (ole("Workbook"), "E-CONFINED"),
        (ole("Nothing"), "E-IS-OLE"),
    ],
)
def test_old_files_are_told_apart_by_their_content(write, data, code):
    preview = read_nominations([write(data, "a.xls")])
    assert codes(preview.problems) == [code]
    assert sentence(preview.problems[0]).startswith("a.xls: ")


def test_m01_a_bomb_in_an_ods_is_refused_before_it_is_unpacked(write):
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        with new.open("content.xml", "w") as part:
            for _ in range(300):
                part.write(b"a" * (1 << 20))
    start = time.process_time()
    assert codes(read_nominations([write(out.getvalue(), "a.ods")]).problems) == ["E-ZIPSIZE"]
    assert time.process_time() - start < 2


def test_an_open_document_text_is_told_to_be_one(write, office):
    from tests.intake_office.conftest import docx, p

    path = office(write(docx(p("通知")), "a.docx"), "odt")
    assert codes(read_nominations([path]).problems) == ["E-IS-ODT"]


def test_m02_a_document_type_in_an_ods_is_refused(write, office):
    path = office(write(made(("001", "甲", "乙")), "a.xlsx"), "ods")
    dtd = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    data = patched(
        path.read_bytes(), "content.xml", lambda x: x.replace(b"<office", dtd + b"<office", 1)
    )
    assert codes(read_nominations([write(data, "b.ods")]).problems) == ["E-ZIPHOSTILE"]


def test_every_cut_of_an_old_workbook_is_a_sentence(write, office):
    data = office(write(made(("001", "甲", "乙")), "a.xlsx"), "xls").read_bytes()
    for part in range(1, 8):
        preview = read_nominations([write(data[: len(data) * part // 8], f"{part}.xls")])
        assert all(sentence(problem) for problem in preview.problems)
        assert preview.problems or len(preview.rows) <= 1


def test_progress_never_falls_and_comes_to_the_end(write):
    seen = []
    paths = [
        write(made(*((f"{n}", "甲", "乙") for n in range(k, k + 600))), f"{k}.xlsx")
        for k in (0, 1000)
    ]
    read_nominations(paths, progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] > 800
    assert told(read_nominations(paths).warnings, "W-TITLETWICE")
