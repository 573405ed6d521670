"""Pages as GB/T 9704 lays official documents out, made with python-docx.

A4, margins 37 above, 35 below, 28 left, 26 right (mm): a block of 156 x 225 mm that holds 22
lines of 28 characters of 3号 (16 pt). Titles 2号 小标宋, body 3号 仿宋, headings 3号 黑体,
page numbers 4号 between dashes, on the outer side.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from sheets.office.libraries import library

BODY, TITLE, SMALL, NUMBER = 16, 22, 12, 14
"""Sizes in points: 3号, 2号, 小四, 4号."""
LINE = 28.95
"""Height of a line in points: 22 of them fill 225 mm."""
PITCH = 579
"""The same in twentieths of a point, for the grid."""
CLOSER = -5
"""Twentieths of a point taken off each character, so that 28 fit into 156 mm."""
FONTS = {
    "title": "方正小标宋简体",
    "body": "仿宋_GB2312",
    "head": "黑体",
    "case": "楷体_GB2312",
    "number": "宋体",
}
LATIN = "Times New Roman"
PARAGRAPH = {"title": TITLE, "head": BODY, "case": BODY, "body": BODY, "number": NUMBER}


class Page:
    """A document in the making: paragraphs and tables in the official layout."""

    def __init__(self, *, landscape: bool = False) -> None:
        self.document: Any = library("docx", "secretary").Document()
        self._shared: Any = library("docx.shared", "secretary")
        self._ns: Any = library("docx.oxml.ns", "secretary")
        self._make: Any = library("docx.oxml", "secretary").OxmlElement
        self._page(landscape)
        self._normal()
        self._numbers()

    # -- the page ---------------------------------------------------------------------------

    def _page(self, landscape: bool) -> None:
        section, mm = self.document.sections[0], self._shared.Mm
        sides = (mm(297), mm(210)) if landscape else (mm(210), mm(297))
        section.page_width, section.page_height = sides
        if landscape:
            orient = library("docx.enum.section", "secretary").WD_ORIENT.LANDSCAPE
            section.orientation = orient
        top, bottom, left, right = (20, 18, 20, 20) if landscape else (37, 35, 28, 26)
        section.top_margin, section.bottom_margin = mm(top), mm(bottom)
        section.left_margin, section.right_margin = mm(left), mm(right)
        section.header_distance, section.footer_distance = mm(12), mm(bottom - 12)
        if not landscape:
            self._grid(section._sectPr)

    def _grid(self, properties: Any) -> None:
        for old in properties.findall(self._ns.qn("w:docGrid")):
            properties.remove(old)
        grid = self._make("w:docGrid")
        grid.set(self._ns.qn("w:type"), "lines")
        grid.set(self._ns.qn("w:linePitch"), str(PITCH))
        properties.append(grid)

    def _normal(self) -> None:
        """What every paragraph has unless it says otherwise."""
        style = self.document.styles["Normal"]
        style.font.size = self._shared.Pt(BODY)
        self._faces(style.element.get_or_add_rPr(), "body")
        spacing = self._make("w:spacing")
        spacing.set(self._ns.qn("w:val"), str(CLOSER))
        style.element.get_or_add_rPr().append(spacing)
        form = style.paragraph_format
        form.space_before = form.space_after = self._shared.Pt(0)
        form.line_spacing = self._shared.Pt(LINE)

    def _faces(self, properties: Any, face: str) -> None:
        fonts = properties.find(self._ns.qn("w:rFonts"))
        if fonts is None:
            fonts = self._make("w:rFonts")
            properties.insert(0, fonts)
        for name in list(fonts.attrib):
            del fonts.attrib[name]
        for slot, font in (
            ("ascii", LATIN),
            ("hAnsi", LATIN),
            ("cs", LATIN),
            ("eastAsia", FONTS[face]),
        ):
            fonts.set(self._ns.qn(f"w:{slot}"), font)

    def _numbers(self) -> None:
        """— 1 —, at the right on odd pages and at the left on even ones."""
        self.document.settings.odd_and_even_pages_header_footer = True
        section = self.document.sections[0]
        for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
            footer.is_linked_to_previous = False
            paragraph = footer.paragraphs[0]
            self._align(paragraph, side)
            self._run(paragraph, "— ", "number", NUMBER)
            self._field(paragraph, "PAGE")
            self._run(paragraph, " —", "number", NUMBER)

    def _field(self, paragraph: Any, code: str) -> None:
        field = self._make("w:fldSimple")
        field.set(self._ns.qn("w:instr"), code)
        run = self._run(paragraph, "1", "number", NUMBER)
        field.append(run._r)
        paragraph._p.append(field)

    # -- what stands on it --------------------------------------------------------------------

    def line(
        self,
        text: str,
        face: str = "body",
        *,
        align: str = "justify",
        indent: int = 0,
        size: float = 0,
        bold: bool = False,
        page_before: bool = False,
        line: float = 0,
    ) -> Any:
        """A paragraph; `indent` is in characters of its first line."""
        paragraph = self.document.add_paragraph()
        self._align(paragraph, align)
        self._run(paragraph, text, face, size or PARAGRAPH[face], bold=bold)
        paragraph.paragraph_format.page_break_before = page_before or None
        paragraph.paragraph_format.keep_with_next = face in {"head", "case"} or None
        if line:
            paragraph.paragraph_format.line_spacing = self._shared.Pt(line)
        if indent:
            self._indent(paragraph, indent, size or PARAGRAPH[face])
        return paragraph

    def tag(self, text: str) -> None:
        """A paragraph that only steers the template and leaves nothing behind."""
        self.line(text, size=9)

    def _indent(self, paragraph: Any, characters: int, size: float) -> None:
        properties = paragraph._p.get_or_add_pPr()
        indent = self._make("w:ind")
        indent.set(self._ns.qn("w:firstLineChars"), str(characters * 100))
        indent.set(self._ns.qn("w:firstLine"), str(int(characters * (size * 20 + CLOSER))))
        properties.append(indent)

    def table(
        self,
        heads: Sequence[str],
        row: Sequence[str],
        widths: Sequence[int],
        loop: tuple[str, str],
        *,
        size: float = SMALL,
        repeat: tuple[int, tuple[str, str]] | None = None,
    ) -> None:
        """A table whose heading is repeated on each page and whose `row` is repeated by the
        template between the tags of `loop`. `widths` are in mm. With `repeat` the column at
        that place is repeated too, by one tag in the heading and one in the row.
        """
        table = self.document.add_table(rows=4, cols=len(heads), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = self._shared.Mm(width)
        for at, cells in ((0, heads), (2, row)):
            for column, text in enumerate(cells):
                self._cell(table.rows[at].cells[column], text, widths[column], size, head=at == 0)
        for at, tag in ((1, loop[0]), (3, loop[1])):
            self._cell(table.rows[at].cells[0], tag, widths[0], size, head=False)
        self._row(table.rows[0], "w:cantSplit", "w:tblHeader")
        self._row(table.rows[2], "w:cantSplit")
        if repeat:
            self._repeat_column(table, *repeat)

    def _repeat_column(self, table: Any, at: int, loops: tuple[str, str]) -> None:
        """Cells with tags before and after the column; the template takes them out again."""
        for row, first in zip((table.rows[0], table.rows[2]), loops, strict=True):
            cell = row.cells[at]._tc
            for tag, put in ((first, cell.addprevious), ("{%tc endfor %}", cell.addnext)):
                extra = self._make("w:tc")
                paragraph, run, text = (self._make(f"w:{name}") for name in ("p", "r", "t"))
                text.text = tag
                run.append(text)
                paragraph.append(run)
                extra.append(paragraph)
                put(extra)

    def _cell(self, cell: Any, text: str, width: int, size: float, *, head: bool) -> None:
        cell.width = self._shared.Mm(width)
        paragraph = cell.paragraphs[0]
        self._off_grid(paragraph)
        paragraph.paragraph_format.line_spacing = self._shared.Pt(size * 1.35)
        paragraph.paragraph_format.space_before = self._shared.Pt(2)
        paragraph.paragraph_format.space_after = self._shared.Pt(2)
        self._align(paragraph, "center" if head or width < 30 else "left")
        self._run(paragraph, text, "head" if head else "body", size)
        centre = library("docx.enum.table", "secretary").WD_CELL_VERTICAL_ALIGNMENT.CENTER
        cell.vertical_alignment = centre

    def _row(self, row: Any, *properties: str) -> None:
        for name in properties:
            row._tr.get_or_add_trPr().append(self._make(name))

    def _off_grid(self, paragraph: Any) -> None:
        """Cells are set closer than the lines of the page."""
        snap = self._make("w:snapToGrid")
        snap.set(self._ns.qn("w:val"), "0")
        paragraph._p.get_or_add_pPr().append(snap)

    # -- small things ---------------------------------------------------------------------------

    def _run(self, paragraph: Any, text: str, face: str, size: float, *, bold: bool = False) -> Any:
        run = paragraph.add_run(text)
        run.font.size = self._shared.Pt(size)
        run.font.bold = bold or None
        self._faces(run._r.get_or_add_rPr(), face)
        return run

    def _align(self, paragraph: Any, side: str) -> None:
        sides = library("docx.enum.text", "secretary").WD_ALIGN_PARAGRAPH
        paragraph.alignment = getattr(sides, side.upper())

    def bytes(self) -> bytes:
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()
