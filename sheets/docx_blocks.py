"""A Word document as paragraphs and tables, with what a person reading it sees.

The XML is walked itself: tracked insertions, content controls, hyperlinks and text boxes are
read, deleted and moved-away text is not. Numbers that Word makes itself (一、二、三) are not in
the text; that there are some is told.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError

from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

from files.archives import check_zip
from files.reading import in_units
from words import Bad

MOST_XML = 24 << 20  # bytes of the text part; its tree takes some ten times that
MOST_TAGS = 2_000_000  # a million of them take 70 MB
MOST_DEPTH = 60  # of nested tables, controls and boxes
MOST_CELLS = 500_000
MOST_COLUMNS = 500

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
UNSEEN = frozenset(
    W + name
    for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "tblPr", "tblGrid",
                 "trPr", "tcPr", "sdtPr", "sdtEndPr", "sectPr", "rt")
)  # fmt: skip
TRACKED = frozenset(W + name for name in ("ins", "del", "moveFrom", "moveTo"))
BREAKS = {W + "br": "\n", W + "cr": "\n", W + "tab": "\t", W + "noBreakHyphen": "-"}
SYMBOLS = {"F0FE": "☑", "F052": "☑", "F0FD": "☒", "F0A8": "□", "F06F": "□", "F0A3": "□"}


class Cell(NamedTuple):
    """A cell of a table: `column` counts columns of the grid from 0, over merged cells.

    `below` says that it is merged with the cell above and has no content of its own.
    """

    column: int
    text: str
    below: bool = False
    nested: tuple[Grid, ...] = ()


class Grid(NamedTuple):
    """A table."""

    rows: list[list[Cell]]


Block = str | Grid


@dataclass
class Document:
    """What a document holds, in reading order, and what is to be told of it."""

    blocks: list[Block] = field(default_factory=list)
    tracked: bool = False
    numbered: bool = False
    cells: int = 0

    def text(self) -> str:
        """The paragraphs outside tables, one a line."""
        return "\n".join(block for block in self.blocks if isinstance(block, str))


def read_document(data: bytes) -> Document:
    """Raises E-ZIP..., E-DOCX, E-DOCXSIZE."""
    check_zip(data)
    root = _parse(_part(data))
    body = next((child for child in root if child.tag == W + "body"), None)
    if body is None:
        raise Bad("E-DOCX", why="body")
    document = Document()
    document.blocks.extend(_Walk(document).blocks(body, 0))
    return document


def _part(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("word/document.xml").file_size
        if size > MOST_XML:
            raise Bad("E-DOCXSIZE", size=in_units(size), limit=in_units(MOST_XML))
        part = archive.read("word/document.xml")
    if (tags := part.count(b"<")) > MOST_TAGS:
        raise Bad("E-DOCXSIZE", size=f"{tags:,}", limit=f"{MOST_TAGS:,}")
    return part.replace(STRICT[1:-1].encode(), W[1:-1].encode())


def _parse(part: bytes) -> Element:
    try:
        root: Element = fromstring(part, forbid_dtd=True)
    except (ParseError, ValueError) as error:
        raise Bad("E-DOCX", why=type(error).__name__) from None
    return root


class _Walk:
    def __init__(self, document: Document) -> None:
        self.document = document

    def blocks(self, node: Element, depth: int) -> Iterator[Block]:
        """Paragraphs and tables directly in `node`, or in controls and insertions around them."""
        if depth > MOST_DEPTH:
            raise Bad("E-DOCX", why="depth")
        for child in node:
            self.document.tracked |= child.tag in TRACKED
            if child.tag == W + "p":
                yield from self._paragraph(child, depth)
            elif child.tag == W + "tbl":
                yield Grid([row for row in self._rows(child, depth + 1) if row])
            elif child.tag not in UNSEEN:
                yield from self.blocks(child, depth + 1)

    def _paragraph(self, node: Element, depth: int) -> Iterator[Block]:
        """Its text, then what stands in text boxes that hang on it."""
        properties = node.find(W + "pPr")
        if properties is not None and properties.find(W + "numPr") is not None:
            self.document.numbered = True
        boxes: list[Element] = []
        text = "".join(self._inline(node, boxes, depth))
        if text.strip():
            yield text
        for box in boxes:
            yield from self.blocks(box, depth + 1)

    def _inline(self, node: Element, boxes: list[Element], depth: int) -> Iterator[str]:
        if depth > MOST_DEPTH:
            raise Bad("E-DOCX", why="depth")
        for child in node:
            self.document.tracked |= child.tag in TRACKED
            if child.tag == W + "t":
                yield child.text or ""
            elif child.tag in BREAKS:
                yield BREAKS[child.tag]
            elif child.tag == W + "sym":
                yield SYMBOLS.get(str(child.get(W + "char")).upper(), "")
            elif child.tag == W + "txbxContent":
                boxes.append(child)
            elif child.tag == MC + "AlternateContent":
                # Word writes a box twice, for newer and for older readers: one of them is enough.
                yield from self._inline(child[:1], boxes, depth + 1)  # type: ignore[arg-type]
            elif child.tag not in UNSEEN:
                yield from self._inline(child, boxes, depth + 1)

    def _rows(self, node: Element, depth: int) -> Iterator[list[Cell]]:
        if depth > MOST_DEPTH:
            raise Bad("E-DOCX", why="depth")
        for child in node:
            if child.tag == W + "tr":
                properties = child.find(W + "trPr")
                if properties is not None and properties.find(W + "del") is not None:
                    self.document.tracked = True
                    continue
                yield list(self._cells(child, [_number(properties, "gridBefore", 0)], depth))
            elif child.tag not in UNSEEN:
                yield from self._rows(child, depth + 1)

    def _cells(self, node: Element, column: list[int], depth: int) -> Iterator[Cell]:
        """The cells of a row; `column` holds where the next one begins."""
        if depth > MOST_DEPTH:
            raise Bad("E-DOCX", why="depth")
        for child in node:
            if child.tag == W + "tc":
                yield self._cell(child, column[0], depth + 1)
                column[0] += max(_number(child.find(W + "tcPr"), "gridSpan", 1), 1)
            elif child.tag not in UNSEEN:
                yield from self._cells(child, column, depth + 1)

    def _cell(self, node: Element, column: int, depth: int) -> Cell:
        self.document.cells += 1
        if self.document.cells > MOST_CELLS or column > MOST_COLUMNS:
            raise Bad("E-DOCXSIZE", size=f"{self.document.cells}", limit=f"{MOST_CELLS}")
        properties = node.find(W + "tcPr")
        merge = properties.find(W + "vMerge") if properties is not None else None
        if merge is not None and merge.get(W + "val", "continue") == "continue":
            return Cell(column, "", below=True)
        found = list(self.blocks(node, depth))
        text = "\n".join(block for block in found if isinstance(block, str))
        return Cell(column, text, nested=tuple(b for b in found if isinstance(b, Grid)))


def _number(properties: Element | None, name: str, default: int) -> int:
    """A whole number among the properties of a row or cell."""
    node = properties.find(W + name) if properties is not None else None
    text = node.get(W + "val", "") if node is not None else ""
    return min(int(text), MOST_COLUMNS + 1) if text.isascii() and text.isdigit() else default
