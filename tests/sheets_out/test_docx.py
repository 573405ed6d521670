"""The letters: the official layout, own templates, and no way to do harm through one."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

from files.archives import check_zip
from sheets.office import letters
from sheets.office.docx import write_letter
from sheets.office.docx_layout import LINE, Page
from sheets.office.docx_templates import NAMES, standard
from tests.export.samples import HOSTILE
from tests.sheets_out.awards import Made, make, rules_data
from words import Bad
from words.text import clean_line

MM = 36_000  # a millimetre in the units of Word
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def content_of(made: Made, name: str, lang: str) -> Any:
    view = made.view(lang)
    makers = {
        "announcement": lambda: letters.announcement_content(view, made.nominations),
        "notice": lambda: letters.notice_content(view),
        "result": lambda: letters.result_content(view),
        "ballots": lambda: letters.ballots_content(view, blank=False),
    }
    return makers[name]()


def letter(made: Made, name: str, lang: str = "zh", templates: Path | None = None) -> bytes:
    return write_letter(name, lang, content_of(made, name, lang), templates)


def opened(data: bytes) -> Any:
    check_zip(data)
    return docx.Document(io.BytesIO(data))


def texts(document: Any) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text]


def rows(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize("name", ["announcement", "notice", "result"])
def test_the_page_is_that_of_an_official_document(name: str) -> None:
    section = opened(letter(make(), name)).sections[0]
    assert (round(section.page_width / MM), round(section.page_height / MM)) == (210, 297)
    sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(side / MM) for side in sides] == [37, 35, 28, 26]
    grid = section._sectPr.find(f"{W}docGrid")
    assert (grid.get(f"{W}type"), grid.get(f"{W}linePitch")) == ("lines", "579")


def test_twenty_two_lines_of_twenty_eight_characters_fit_the_page() -> None:
    style = opened(letter(make(), "announcement")).styles["Normal"]
    height, width = (297 - 37 - 35) / 25.4 * 72, (210 - 28 - 26) / 25.4 * 72
    spacing = int(style.element.rPr.find(f"{W}spacing").get(f"{W}val")) / 20
    assert style.paragraph_format.line_spacing.pt == pytest.approx(LINE, abs=0.05)
    assert int(height / LINE) == 22
    assert int(width / (style.font.size.pt + spacing)) == 28


def test_title_and_body_have_the_faces_and_sizes_of_the_standard() -> None:
    made = make()
    document = opened(letter(made, "announcement"))
    found = {
        run.text: (run._r.rPr.find(f"{W}rFonts").get(f"{W}eastAsia"), run.font.size.pt)
        for paragraph in document.paragraphs
        for run in paragraph.runs
    }
    assert found[made.rules.announce.title.zh] == ("方正小标宋简体", 22)
    assert found["正文一。"] == ("仿宋_GB2312", 16)


def test_page_numbers_stand_at_the_outer_side() -> None:
    document = opened(letter(make(), "notice"))
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    for footer, side in ((section.footer, "RIGHT"), (section.even_page_footer, "LEFT")):
        assert footer.paragraphs[0].alignment.name == side
        assert footer._element.find(f".//{W}fldSimple").get(f"{W}instr") == "PAGE"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_announcement_has_every_winner_and_every_paragraph(lang: str) -> None:
    made = make()
    said = texts(opened(letter(made, "announcement", lang)))
    winners = [place for place in made.sheet.ranking if place.tier]
    units = {case.number: case.unit for case in made.sheet.cases}
    assert all(any(units[place.case] in text for text in said) for place in winners)
    assert said.count("正文一。") == len(winners)
    assert not [text for text in said if "{" in text or "%" in text]


def test_the_notice_leaves_the_period_and_the_contact_to_be_filled_in() -> None:
    document = opened(letter(make(), "notice"))
    said = texts(document)
    assert any("公示时间：____年__月__日" in text for text in said)
    assert any("联系人：____" in text for text in said)
    assert "2026年11月23日" in said
    assert [len(table.rows) for table in document.tables] == [11, 11]


def test_the_result_page_has_all_ranks_and_lines_to_sign() -> None:
    made = make()
    document = opened(letter(made, "result"))
    table = rows(document.tables[0])
    assert [row[0] for row in table[1:]] == [str(p.rank) for p in made.sheet.ranking]
    assert [row[4] for row in table[1:]] == [p.score for p in made.sheet.ranking]
    said = "".join(texts(document))
    for who in ("计票人", "复核人", "监督人", "主任", "委员"):
        assert f"{who}（签名）：____" in said


def test_filled_score_sheets_are_read_back_to_every_mark() -> None:
    made = make(8, 4)
    tables = opened(letter(made, "ballots")).tables
    states = {"回避": "recused", "未评": "missing", "不适用": "not_applicable"}
    found = {
        (row[0], judge.id): tuple(states.get(cell, cell) for cell in row[3:7])
        for table, judge in zip(tables, made.sheet.judges, strict=True)
        for row in rows(table)[1:]
    }
    assert found == {(row.case, row.judge): row.cells for row in made.sheet.scores}


def test_blank_score_sheets_hold_recusals_and_no_mark() -> None:
    made = make(8, 4, holes=0.2)
    content = letters.ballots_content(made.view(), blank=True)
    tables = opened(write_letter("ballots", "zh", content)).tables
    cells = {cell for table in tables for row in rows(table)[1:] for cell in row[3:]}
    assert cells == {"", "回避"}


@pytest.mark.parametrize("name", NAMES)
def test_a_provisional_letter_says_so_first(name: str) -> None:
    if name == "ballots":
        pytest.skip("a score sheet is no result")
    said = texts(opened(letter(make(kind="provisional"), name)))
    assert said[0].startswith("【临时结果")
    assert not any("临时结果" in text for text in texts(opened(letter(make(), name))))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_text_stays_literal(name: str, lang: str) -> None:
    marks = ["{{ 7*7 }}", "{% for x in y %}", "{_{ a }_}", "<w:p/>", "a & b", "｛｛ x ｝｝"]
    titles = [*marks, *(text for text in HOSTILE if text.strip())][:20]
    made = make(20, 3, titles=titles, holes=0)
    document = opened(letter(made, name, lang))
    cells = [cell for table in document.tables for row in rows(table) for cell in row]
    said = "\n".join([*texts(document), *cells])
    for title in titles:
        assert clean_line(title) in said


@pytest.mark.parametrize("name", NAMES)
def test_the_bytes_are_the_same_and_name_nobody(name: str) -> None:
    data = letter(make(), name)
    assert data == letter(make(), name)
    properties = opened(data).core_properties
    assert (properties.author, properties.last_modified_by, properties.revision) == ("", "", 1)
    assert properties.created == properties.modified
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}


# -- own templates --------------------------------------------------------------------------


def own(folder: Path, text: str, name: str = "notice.docx", **page: str) -> Path:
    """A template folder with one template of one paragraph."""
    made = Page()
    made.line(text)
    made.document.core_properties.author = "王秘书"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(made.bytes())
    return folder


def test_an_own_template_is_used_and_its_author_is_not_passed_on(tmp_path: Path) -> None:
    folder = own(tmp_path / "templates", "本院公示：{{ award }}（{{ cases }}）")
    document = opened(letter(make(), "notice", templates=folder))
    assert texts(document) == ["本院公示：优秀案例评选（20）"]
    assert document.core_properties.author == ""


def test_a_template_for_one_language_goes_first(tmp_path: Path) -> None:
    own(tmp_path, "both")
    own(tmp_path, "Chinese", "notice-zh.docx")
    assert texts(opened(letter(make(), "notice", "zh", tmp_path))) == ["Chinese"]
    assert texts(opened(letter(make(), "notice", "en", tmp_path))) == ["both"]


def test_a_standard_template_saved_as_it_is_gives_the_same_letter(tmp_path: Path) -> None:
    for name in NAMES:
        (tmp_path / f"{name}.docx").write_bytes(standard(name, "zh"))
        assert letter(make(), name, "zh", tmp_path) == letter(make(), name)


WRONG = [
    ("{{ nobody }}", "E-TEMPLATE"),
    ("{{ award", "E-TEMPLATE"),
    ("{% for x in tiers %}", "E-TEMPLATE"),
    ("｛｛ award ｝｝", "E-TEMPLATEBRACE"),
    ("{｛ award ｝}", "E-TEMPLATEBRACE"),
    ("{％ if award ％}", "E-TEMPLATEBRACE"),
    ("{{ ''.__class__.__mro__ }}", "E-TEMPLATE"),
    ("{{ award.__init__.__globals__ }}", "E-TEMPLATE"),
    ("{{ tiers.append(1) }}", "E-TEMPLATE"),
    ("{{ range(10) }}", "E-TEMPLATE"),
    ("{{ cycler.__init__ }}", "E-TEMPLATE"),
    ("{{ 'a' * 1000000000 }}", "E-TEMPLATE"),
    ("{{ 9 ** 999999999 }}", "E-TEMPLATE"),
    ("{{ '%1000000000d' % 1 }}", "E-TEMPLATE"),
    ("{{ 'a'|center(1000000000) }}", "E-TEMPLATE"),
    ("{% include 'x' %}", "E-TEMPLATE"),
    ("{{ award|attr('x') }}", "E-TEMPLATE"),
]


@pytest.mark.parametrize(("text", "code"), WRONG)
def test_a_wrong_or_hostile_template_is_refused_with_a_sentence(
    tmp_path: Path, text: str, code: str
) -> None:
    folder = own(tmp_path, text)
    with pytest.raises(Bad) as caught:
        letter(make(3, 3), "notice", templates=folder)
    assert caught.value.code == code
    assert caught.value.problems[0].where == "notice.docx"
    assert str(caught.value)


def test_a_template_that_loads_from_outside_is_refused(tmp_path: Path) -> None:
    page = Page()
    page.line("{{ award }}")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    page.document.part.relate_to("http://elsewhere.example/t.dotx", kind, is_external=True)
    (tmp_path / "notice.docx").write_bytes(page.bytes())
    with pytest.raises(Bad) as caught:
        letter(make(3, 3), "notice", templates=tmp_path)
    assert caught.value.code == "E-TEMPLATELINK"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no zip at all"])
def test_what_is_no_docx_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "notice.docx").write_bytes(data)
    with pytest.raises(Bad):
        letter(make(3, 3), "notice", templates=tmp_path)


def _criteria(count: int) -> dict[str, Any]:
    """The default rules with so many criteria of equal weight."""
    data = rules_data()
    (first, *_) = data["criterion"]
    weights = [100 // count] * (count - 1) + [100 - 100 // count * (count - 1)]
    data["criterion"] = [
        {
            **first,
            "key": f"c{at}",
            "name": {"zh": f"评分项{at}", "en": f"Criterion {at}"},
            "weight": w,
        }
        for at, w in enumerate(weights)
    ]
    data["ranking"]["ties"] = []
    return data


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("count", [4, 9])
def test_a_score_sheet_with_many_criteria_stays_between_the_margins(count: int, lang: str) -> None:
    document = opened(letter(make(3, 2, data=_criteria(count)), "ballots", lang))
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    for table in document.tables:
        assert len(table.columns) == count + 5
        assert sum(column.width for column in table.columns) <= room
        assert [cell.width for cell in table.rows[1].cells] == [one.width for one in table.columns]
