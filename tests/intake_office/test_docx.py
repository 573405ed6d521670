"""Word documents: forms as units fill them in, lists, and what is hidden in the XML."""

import pytest

from sheets.docx_blocks import read_document
from sheets.intake import read_nominations
from tests.intake.conftest import codes, told
from tests.intake_office.conftest import docx, form, p, tbl, tc, tr
from words import sentence


def read(write, *body, **options):
    return read_nominations([write(docx(*body), "form.bin")], **options)


def test_a_form_is_one_nomination_with_the_text_of_its_merged_cells(write):
    preview = read(write, p("推荐表"), form())
    assert preview.problems == ()
    (row,) = preview.rows
    assert (row.number, row.title, row.unit, row.field) == ("001", "甲案", "某院", "法院")
    assert row.body == ("第一段。", "第二段。")
    assert preview.files[0].kind == "form"


def test_labels_that_are_not_known_are_told_once_for_all_forms(write):
    paths = [write(docx(form(f"{n:03d}", f"案{n}")), f"{n}.docx") for n in range(1, 4)]
    warned = read_nominations(paths).warnings
    assert [(w.code, w.params["label"], w.params["count"]) for w in warned] == [
        ("W-LABELUNREAD", "联系人", 3)
    ]


VALUES = {
    "right of the label": tbl(tr("案例名称", "甲案", "单位", "某院")),
    "below the label": tbl(tr("案例名称", "单位"), tr("甲案", "某院")),
    "below a label over the whole width": tbl(
        tr("单位", "某院"), tr(tc("案例名称", span=2)), tr(tc("甲案", span=2))
    ),
    "after a colon in the cell": tbl(tr("案例名称：甲案"), tr("单位: 某院")),
    "in paragraphs": p("案例名称：甲案") + p("单位：某院"),
    "two on one line": p("案例名称：甲案    单位：某院　　联系人：张三"),
    "a label written downwards": tbl(tr(tc("案", "例", "名", "称"), "甲案"), tr("单 位", "某院")),
    "a table in a cell": tbl(tr(tc(tbl(tr("案例名称", "甲案"), tr("单位", "某院"))))),
    "a table in a control": f"<w:sdt><w:sdtPr/><w:sdtContent>{tbl(tr('案例名称', '甲案'))}"
    f"</w:sdtContent></w:sdt>{p('单位：某院')}",
}


@pytest.mark.parametrize("case", VALUES)
def test_a_value_is_found_where_forms_put_it(write, case):
    preview = read(write, VALUES[case])
    assert preview.problems == ()
    assert [(row.title, row.unit) for row in preview.rows] == [("甲案", "某院")]


def run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


BOX = f"<w:txbxContent>{p('单位：某院')}</w:txbxContent>"
SEEN = {
    "tracked insertion": f"<w:p>{run('甲')}<w:ins>{run('案')}</w:ins></w:p>",
    "tracked deletion": f"<w:p>{run('甲案')}<w:del><w:r><w:delText>丙</w:delText></w:r></w:del>"
    "</w:p>",
    "moved away": f"<w:p>{run('甲案')}<w:moveFrom>{run('丙')}</w:moveFrom></w:p>",
    "content control": f"<w:p><w:sdt><w:sdtPr/><w:sdtContent>{run('甲案')}</w:sdtContent></w:sdt>"
    "</w:p>",
    "hyperlink": f"<w:p><w:hyperlink>{run('甲')}</w:hyperlink>{run('案')}</w:p>",
    "field code": f"<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>{run('甲案')}</w:p>",
    "phonetic guide": f"<w:p><w:r><w:ruby><w:rt>{run('jia')}</w:rt><w:rubyBase>{run('甲')}"
    f"</w:rubyBase></w:ruby></w:r>{run('案')}</w:p>",
}


@pytest.mark.parametrize("case", SEEN)
def test_what_a_person_sees_is_what_is_read(write, case):
    preview = read(write, tbl(tr("案例名称", tc(SEEN[case])), tr("单位", "某院")))
    assert [row.title for row in preview.rows] == ["甲案"]
    assert ("W-TRACKED" in codes(preview.warnings)) == (case in {
        "tracked insertion", "tracked deletion", "moved away",
    })  # fmt: skip


def test_a_text_box_is_read_once_although_word_writes_it_twice(write):
    both = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{BOX}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    preview = read(write, p("案例名称：甲案"), f"<w:p><w:r>{both}</w:r></w:p>")
    assert (codes(preview.problems), [r.unit for r in preview.rows]) == ([], ["某院"])


def test_a_deleted_row_is_not_read(write):
    preview = read(
        write, tbl(tr("案例名称", "甲案"), tr("单位", "旧院", props="<w:del/>"), tr("单位", "某院"))
    )
    assert [row.unit for row in preview.rows] == ["某院"]


def test_a_label_merged_downwards_gets_all_cells_beside_it(write):
    grid = tbl(
        tr("案例名称", "甲案"),
        tr("单位", "某院"),
        tr(tc("主要事迹", merge="restart"), "第一段"),
        tr(tc(merge="continue"), "第二段"),
    )
    assert read(write, grid).rows[0].body == ("第一段", "第二段")


def test_automatic_numbers_are_told(write):
    numbered = "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>做法</w:t></w:r></w:p>"
    preview = read(write, form(), numbered)
    assert "W-AUTONUMBERS" in codes(preview.warnings)


def test_text_that_belongs_to_no_label_is_told(write):
    rest = tbl(tr("案例名称", "甲案"), tr("单位", "某院"), tr("这一段话不属于任何项目，请核对。"))
    assert told(read(write, rest).warnings, "W-FORMREST").params["count"] == 1


def test_several_labels_for_the_text_are_put_together_under_their_names(write):
    grid = tbl(tr("案例名称", "甲案"), tr("单位", "某院"), tr("主要做法", "一"), tr("成效", "二"))
    preview = read(write, grid, mapping={"主要做法": "body", "成效": "body"})
    assert preview.rows[0].body == ("主要做法", "一", "成效", "二")
    assert told(preview.warnings, "W-BODYPARTS").params["labels"] == "主要做法、成效"


def test_a_label_twice_with_other_content_is_refused(write):
    grid = tbl(tr("案例名称", "甲案"), tr("案例名称", "乙案"), tr("单位", "某院"))
    assert codes(read(write, grid).problems) == ["E-LABELAGAIN"]


def test_a_required_label_without_a_value_is_refused(write):
    assert codes(read(write, form(title="")).problems) == ["E-BLANK"]


def test_a_missing_label_is_told_with_how_to_name_it(write):
    preview = read(write, tbl(tr("案例名称", "甲案"), tr("承办方", "某院")))
    assert codes(preview.problems) == ["E-NOLABEL"]
    assert "--map" in sentence(preview.problems[0])
    named = read(
        write, tbl(tr("案例名称", "甲案"), tr("承办方", "某院")), mapping={"承办方": "unit"}
    )
    assert (named.problems, named.rows[0].unit) == ((), "某院")


def test_several_forms_in_one_document_are_several_nominations(write):
    preview = read(write, form("001", "甲案"), p(), form("002", "乙案", "另一院"))
    assert [(r.number, r.title) for r in preview.rows] == [("001", "甲案"), ("002", "乙案")]
    assert (preview.problems, told(preview.warnings, "W-LABELUNREAD").code) == ((), "W-LABELUNREAD")


def test_a_list_is_a_nomination_in_each_row_with_cells_merged_downwards(write):
    grid = tbl(
        tr("序号", "案例名称", "参评单位", "电话"),
        tr("1", "甲案", tc("某院", merge="restart"), "1"),
        tr("2", "乙案", tc(merge="continue"), "2"),
    )
    preview = read(write, p("汇总表"), grid)
    assert [(r.number, r.title, r.unit) for r in preview.rows] == [
        ("1", "甲案", "某院"),
        ("2", "乙案", "某院"),
    ]


def test_an_announcement_in_word_is_an_announcement(write):
    preview = read(write, p("经典案例一 · 参评单位:某院 甲案"), p("正文。"))
    assert (preview.files[0].kind, preview.rows[0].body) == ("announcement", ("正文。",))


def test_a_document_that_is_no_form_is_told_what_it_needs(write):
    preview = read(write, p("关于评选的通知"), p("各单位："))
    assert codes(preview.problems) == ["E-NOFORM"]
    assert "关于评选的通知" in sentence(preview.problems[0])


def test_a_form_in_a_worksheet_is_read_as_a_form(write):
    from tests.intake.conftest import saved, workbook

    book = workbook(
        ("推荐表",),
        ("案例名称", "甲案", None, "系统", "法院"),
        ("参评单位", None, "某院"),
        ("主要事迹",),
        ("第一段\n第二段",),
    )
    for n in range(100):
        book.active.append((None, None, f"第{n}行"))
    preview = read_nominations([write(saved(book), "form.xlsx")])
    assert (preview.problems, codes(preview.warnings)) == ((), ["W-FORMREST", "W-NUMBERED"])
    (row,) = preview.rows
    assert (row.title, row.unit, row.field, row.body) == (
        "甲案", "某院", "法院", ("第一段", "第二段"),
    )  # fmt: skip


DTD = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
DEEP = "<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000
HOSTILE = {
    "a document type in the text": (lambda: docx(parts={"word/x.xml": DTD}), "E-ZIPHOSTILE"),
    "no body": (lambda: docx().replace(b"", b""), "E-NOFORM"),
    "nested without end": (lambda: docx(DEEP), "E-DOCX"),
    "tables nested without end": (
        lambda: docx("<w:tbl><w:tr><w:tc>" * 300 + "</w:tc></w:tr></w:tbl>" * 300),
        "E-DOCX",
    ),
    "a part twice": (lambda: docx(parts={"WORD/document.xml": "x"}), "E-ZIPHOSTILE"),
    "broken XML": (lambda: docx("<w:p>"), "E-DOCX"),
    "a text that is too long": (lambda: docx(p("啊" * (9 << 20))), "E-ZIPSIZE"),
    "a span over all columns": (lambda: docx(tbl(tr(*[tc("x", span=10**9)] * 3))), "E-DOCXSIZE"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_m02_documents_made_to_do_harm_are_refused_with_a_sentence(write, case):
    make, code = HOSTILE[case]
    preview = read_nominations([write(make(), "x.docx")])
    assert codes(preview.problems) == [code]
    assert sentence(preview.problems[0]).startswith("x.docx")


def test_m13_text_that_looks_like_code_stays_text(write):
    title = "'); DROP TABLE x;-- {0.__class__} [/] =1+1"
    assert read(write, form(title=title)).rows[0].title == title


def test_strict_documents_are_read_too():
    data = docx(p("案例名称：甲"))
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(usual, strict))
    assert read_document(out.getvalue()).text() == "案例名称：甲"


def test_a_form_whose_first_row_holds_two_labels_is_no_list(write):
    body = tbl(
        tr("案例名称", "甲案", "单位", "某院"),
        tr("联系人", "某人", "电话", "123"),
        tr("主要做法", tc("第一段。", span=3)),
    )
    preview = read(write, body, mapping={"主要做法": "body"})
    assert preview.problems == ()
    (row,) = preview.rows
    assert (row.title, row.unit, row.body) == ("甲案", "某院", ("第一段。",))


def test_a_list_with_columns_that_are_not_known_between_is_a_list(write):
    body = tbl(tr("案例名称", "联系人", "单位", "电话"), tr("甲案", "某人", "某院", "123"))
    assert [(row.title, row.unit) for row in read(write, body).rows] == [("甲案", "某院")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"Rar!\x1a\x07\x01\x00xxxx", "E-IS-ZIP"),
        (b"7z\xbc\xaf\x27\x1cxxxx", "E-IS-ZIP"),
        (b"\x1f\x8b\x08xxxx", "E-IS-ZIP"),
        (b"\xff\xd8\xff\xe0xxxx", "E-IS-PICTURE"),
        (b"\x89PNG\r\n\x1a\nxxxx", "E-IS-PICTURE"),
    ],
)
def test_archives_and_pictures_are_called_what_they_are(write, data, code):
    (problem,) = read_nominations([write(data, "form.xlsx")]).problems
    assert problem.code == code
