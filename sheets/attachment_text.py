"""The text of an attachment, for reading in the terminal: PDF, Word, plain text."""

from __future__ import annotations

from files.archives import office_kind
from files.confined import Limits, confined
from files.reading import sniff
from sheets.docx_blocks import Block, Grid, read_document
from sheets.encodings import find_encoding
from words import Bad, say
from words.text import clean

MOST = 400_000  # characters shown
PDF = Limits(seconds=60)


def text_of(name: str, data: bytes) -> tuple[str, ...]:
    """Paragraphs, cleaned. Raises E-NOTEXT for other kinds, E-NEEDS, E-CONFINED..., E-DOCX."""
    kind = sniff(data)
    if kind == "pdf":
        return _cut(_of_pdf(data))
    if kind == "zip" and office_kind(data) == "docx":
        blocks = read_document(data).blocks
        return _cut([line for block in blocks for line in _of_block(block)])
    if kind in {"text", "utf16"}:
        return _cut(data.decode(find_encoding(data, name)).split("\n"))
    raise Bad("E-NOTEXT", name)


def _of_pdf(data: bytes) -> list[str]:
    """Page by page; a page without text is a picture, and said to be one."""
    lines: list[str] = []
    with confined("pdf", data, limits=PDF) as answers:
        pages = [answer for answer in answers if isinstance(answer, str)]
    for number, page in enumerate(pages, 1):
        lines.append(say("intake.page", number=number, count=len(pages)))
        lines += page.split("\n") if page.strip() else [say("intake.scan")]
    return lines


def _of_block(block: Block) -> list[str]:
    if isinstance(block, str):
        return block.split("\n")
    return [" | ".join(_in_cell(cell.text, cell.nested) for cell in row) for row in block.rows]


def _in_cell(text: str, nested: tuple[Grid, ...]) -> str:
    inner = (cell.text for grid in nested for row in grid.rows for cell in row)
    return " ".join(" ".join((text, *inner)).split())


def _cut(lines: list[str]) -> tuple[str, ...]:
    kept: list[str] = []
    left = MOST
    for line in filter(None, (clean(line).strip() for line in lines)):
        if left < len(line):
            return (*kept, say("intake.textcut"))
        left -= len(line)
        kept.append(line)
    return tuple(kept)
