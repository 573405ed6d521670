"""Folders as they come from units, and the files that lie beside a case."""

import os
from pathlib import Path

import pytest

from award import attachments, opening_outside
from award.folder import create, opened
from award.importing import apply, read
from files.metadata import of_office
from sheets import folders
from sheets.intake import read_nominations
from tests.intake.conftest import codes, saved, told, workbook
from tests.intake_office.conftest import docx, form, p, tbl, tr
from words import Bad

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n"
CORE = (
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>李四</dc:creator>'
    "<cp:lastModifiedBy>王五 &amp; 赵六</cp:lastModifiedBy></cp:coreProperties>"
)
APP = "<Properties><Company>某律师事务所</Company></Properties>"


@pytest.fixture
def award(tmp_path):
    with opened(create(tmp_path / "award")) as found:
        yield found


def names(preview):
    return [(each.case, each.path.name) for each in preview.attachments]


def taken(award, *paths, **options):
    reading = read(award, "nominations", list(paths), **options)
    return apply(award, reading)


def test_a_folder_is_read_with_all_below_it_in_natural_order(write, tmp_path):
    for n in (10, 9):
        write(docx(form(f"{n:03d}", f"案{n}")), f"in/法院/{n}.docx")
    write("编号,名称,单位\n001,甲,乙\n", "in/a.csv")
    preview = read_nominations([tmp_path / "in"])
    assert (preview.problems, [r.number for r in preview.rows]) == ((), ["001", "009", "010"])


def test_what_programs_leave_behind_is_passed_by_and_told(write, tmp_path):
    write(docx(form()), "in/a.docx")
    for name in ("~$a.docx", "Thumbs.db", "desktop.ini", ".DS_Store", "._a.docx"):
        write(b"x", f"in/{name}")
    preview = read_nominations([tmp_path / "in"])
    assert (len(preview.rows), told(preview.warnings, "W-SKIPPED-LEFT").params["count"]) == (1, 5)


def test_links_pipes_and_deep_folders_are_never_followed(write, tmp_path):
    write(docx(form()), "in/a.docx")
    secret = write("编号,名称,单位\n9,密,密\n", "secret.csv")
    (tmp_path / "in/link.csv").symlink_to(secret)
    (tmp_path / "in/loop").symlink_to(tmp_path / "in")
    os.mkfifo(tmp_path / "in/pipe.csv")
    write(docx(form("002")), "in/" + "d/" * 12 + "b.docx")
    preview = read_nominations([tmp_path / "in"])
    assert [r.number for r in preview.rows] == ["001"]
    assert told(preview.warnings, "W-SKIPPED-NOFILE").params["count"] == 3
    assert "W-SKIPPED-DEEP" in codes(preview.warnings)


def test_too_many_files_are_refused(write, tmp_path, monkeypatch):
    monkeypatch.setattr(folders, "MOST_FILES", 3)
    for n in range(5):
        write(b"x", f"in/{n}.csv")
    with pytest.raises(Bad) as caught:
        read_nominations([tmp_path / "in"])
    assert caught.value.code == "E-MANYFILES"


def test_forms_that_are_laid_out_alike_are_shown_as_one(write, tmp_path):
    from sheets.preview_lines import preview_lines

    for n in range(1, 40):
        write(docx(form(f"{n:03d}", f"案{n}")), f"in/f{n}.docx")
    lines = preview_lines(read_nominations([tmp_path / "in"]))
    assert len(lines) < 25
    assert any("38 other files" in line for line in lines)


def test_m11_the_same_folder_twice_adds_nothing(write, tmp_path, award):
    write(docx(form("")), "in/001 某案/推荐表.docx")
    write(PDF, "in/001 某案/证明.pdf")
    assert taken(award, tmp_path / "in").new == ("001",)
    assert taken(award, tmp_path / "in").new == ()
    assert [(a.case, a.name) for a in award.store.attachments()] == [("001", "证明.pdf")]


def test_files_are_attached_by_the_column_and_never_from_outside(write, tmp_path):
    rows = ("编号", "名称", "单位", "附件"), ("001", "甲", "乙", "证明.pdf；图/a.png、没有.pdf")
    write(
        saved(workbook(*rows, ("002", "丙", "丁", "../密.pdf"), ("003", "戊", "己", "2份"))),
        "in/a.xlsx",
    )
    write(PDF, "in/证明.pdf")
    write(b"\x89PNG", "in/图/a.png")
    write(PDF, "密.pdf")
    preview = read_nominations([tmp_path / "in/a.xlsx"])
    assert names(preview) == [("001", "证明.pdf"), ("001", "a.png")]
    unfound = [w.params["names"] for w in preview.warnings if w.code == "W-FILESUNFOUND"]
    assert unfound == ["没有.pdf", "../密.pdf"]


def test_a_folder_named_by_a_case_number_holds_its_attachments(write, tmp_path):
    write("编号,名称,单位\n001,甲,乙\n002,丙,丁\n", "in/汇总.csv")
    write(PDF, "in/附件/001/a.pdf")
    write(docx(p("合同")), "in/附件/002 丙案/b.docx")
    write(PDF, "in/附件/x.pdf")
    preview = read_nominations([tmp_path / "in"])
    assert (preview.problems, names(preview)) == ((), [("001", "a.pdf"), ("002", "b.docx")])
    assert told(preview.warnings, "W-SKIPPED-UNREAD").params["names"] == "x.pdf"


def test_what_lies_beside_the_only_form_of_a_folder_belongs_to_it(write, tmp_path):
    write(docx(form("005")), "in/唐山/推荐表.docx")
    write(PDF, "in/唐山/证明.pdf")
    write(docx(p("合同")), "in/唐山/附件/合同.docx")
    assert names(read_nominations([tmp_path / "in"])) == [("005", "证明.pdf"), ("005", "合同.docx")]


def test_every_file_of_an_import_is_kept(write, award):
    paths = [write(docx(form(f"{n:03d}", f"案{n}")), f"{n}.docx") for n in (1, 2, 3)]
    taken(award, *paths)
    kept = {award.store.source(source.digest) for source in award.store.sources()}
    assert kept == {path.read_bytes() for path in paths}


# In the award folder


@pytest.fixture
def filled(write, award):
    taken(award, write("编号,名称,单位\n001,甲,乙\n002,丙,丁\n", "a.csv"))
    return award


def test_an_attachment_is_kept_by_its_content_and_cannot_be_written_over(write, filled):
    path = write(PDF, "../../证明 [/].pdf".replace("../", ""))
    attachments.attach(filled, "001", [path])
    attachments.attach(filled, "002", [path])
    (copy,) = (filled.folder / "attachments").iterdir()
    assert (copy.name, copy.read_bytes()) == (
        f"{filled.store.attachments()[0].digest}.pdf",
        PDF,
    )
    assert copy.stat().st_mode & 0o222 == 0


def test_what_a_file_reveals_is_listed(write, filled):
    data = docx(
        p("合同", '<w:ins w:author="钱七"><w:r><w:t>改</w:t></w:r></w:ins>'),
        parts={"docProps/core.xml": CORE, "docProps/app.xml": APP, "word/vbaProject.bin": "x"},
    )
    attachments.attach(filled, "001", [write(data, "合同.docx")])
    (one,) = attachments.listed(filled)
    assert dict(one.facts) == {
        "author": "李四", "changed_by": "王五 & 赵六", "company": "某律师事务所",
        "people": "钱七", "macros": "",
    }  # fmt: skip


def test_a_copy_that_was_changed_is_told_and_not_opened(write, filled):
    attachments.attach(filled, "001", [write(PDF, "a.pdf")])
    (copy,) = (filled.folder / "attachments").iterdir()
    copy.chmod(0o644)
    copy.write_bytes(b"%PDF-other")
    assert [each.missing for each in attachments.listed(filled)] == [True]
    with pytest.raises(Bad) as caught:
        attachments.open_outside(filled, filled.store.attachments()[0])
    assert caught.value.code == "E-ATTACHGONE"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.exe", b"MZ\0\0", "E-ATTACHKIND"),
        ("a.html", b"<html>", "E-ATTACHKIND"),
        ("a.pdf", b"#!/bin/sh", "E-ATTACHKIND"),
        ("a.lnk", b"L\0\0\0", "E-ATTACHKIND"),
        ("a.txt", b"", "E-EMPTYFILE"),
    ],
)
def test_programs_pages_and_empty_files_are_not_taken(write, filled, name, data, code):
    with pytest.raises(Bad) as caught:
        attachments.attach(filled, "001", [write(data, name)])
    assert caught.value.code == code
    assert filled.store.attachments() == ()


def test_a_case_that_is_not_there_is_told_before_anything_is_copied(write, filled):
    with pytest.raises(Bad) as caught:
        attachments.attach(filled, "009", [write(PDF, "a.pdf")])
    assert caught.value.code == "E-CASEUNKNOWN"
    assert not (filled.folder / "attachments").exists()


def test_an_attachment_is_taken_off_with_a_reason(write, filled):
    attachments.attach(filled, "001", [write(PDF, "a.pdf")])
    attachments.detach(filled, "001", "1", "放错了")
    assert filled.store.attachments() == ()


def test_an_attachment_is_opened_by_the_program_of_the_system(write, filled, monkeypatch):
    attachments.attach(filled, "001", [write(PDF, "a.pdf")])
    opened_with = []
    monkeypatch.setattr(opening_outside, "_open", opened_with.append)
    attachments.open_outside(filled, filled.store.attachments()[0])
    assert [path.suffix for path in opened_with] == [".pdf"]


# Text


def test_the_text_of_a_word_document_is_read_with_its_tables(write, filled):
    data = docx(p("第一条"), tbl(tr("甲", "乙")))
    attachments.attach(filled, "001", [write(data, "合同.docx")])
    assert attachments.text(filled, filled.store.attachments()[0]) == ("第一条", "甲 | 乙")


def pdf(*pages: str) -> bytes:
    """A PDF with a page for each text; an empty one is a page without text."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    kids = []
    for text in pages:
        stream = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET".encode("ascii") if text else b""
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        font = b"<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
        objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources%s/Contents %d 0 R>>"
                       % (font, len(objects)))  # fmt: skip
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (
        len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))  # fmt: skip
    objects.append(b"<</Author(Li Si)/Producer(Word)>>")
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, len(objects), len(out))  # fmt: skip
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer


def test_the_text_of_a_pdf_is_read_page_by_page_and_a_scan_is_said_to_be_one(write, filled):
    attachments.attach(filled, "001", [write(pdf("Hello", ""), "a.pdf")])
    lines = attachments.text(filled, filled.store.attachments()[0])
    assert lines[:3] == ("-- Page 1 of 2 --", "Hello", "-- Page 2 of 2 --")
    assert "scan" in lines[3]


def test_what_a_pdf_reveals_is_listed(write, filled):
    attachments.attach(filled, "001", [write(pdf("Hello"), "a.pdf")])
    assert dict(attachments.listed(filled)[0].facts) == {"author": "Li Si", "program": "Word"}


def test_a_damaged_pdf_is_a_sentence(write, filled):
    attachments.attach(filled, "001", [write(PDF, "a.pdf")])
    with pytest.raises(Bad) as caught:
        attachments.text(filled, filled.store.attachments()[0])
    assert caught.value.code == "E-CONFINED"


def test_a_picture_has_no_text(write, filled):
    attachments.attach(filled, "001", [write(b"\x89PNG\0", "a.png")])
    with pytest.raises(Bad) as caught:
        attachments.text(filled, filled.store.attachments()[0])
    assert caught.value.code == "E-NOTEXT"


def test_an_office_file_without_properties_reveals_nothing():
    assert of_office(docx(p("x"))) == ()


def test_paths_are_plain(tmp_path):
    assert folders.number_of("001 某某案例") == "001"
    assert folders.number_of("A-07_某院") == "A"
    assert isinstance(folders.size_of(Path(tmp_path / "none")), int)
