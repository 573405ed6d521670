"""Forms (推荐表) and lists in documents, as tables that are read like any other.

A table whose row of headings has all that is required, with rows below it that are no labels,
is a list: a record in each row. Otherwise a document is one form; where several of its tables
each have a title, each is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sheets.announcement_text import looks_like_announcement, read_announcement
from sheets.docx_blocks import Block, Cell, Document, Grid, read_document
from sheets.findings import Findings
from sheets.form_grid import FormGrid, grid_of_lines
from sheets.headings import FIELDS, fold, match
from sheets.labels import Labels, Pair, Record, records_of_text
from sheets.preview import FileKind
from sheets.tables import Line, Table
from words import Bad

MARKED = {"formula": "E-FORMULA", "error": "E-CELLERROR", "computed": "W-COMPUTED"}


def read_docx(data: bytes, name: str, labels: Labels, findings: Findings) -> Table:
    """The table of a document: announcement, list or forms. Raises E-DOCX..., E-NOFORM."""
    document = read_document(data)
    _tell(document, name, findings)
    text = document.text()
    if labels.kind == "nominations" and looks_like_announcement(text):
        return read_announcement(text, name, "Word", findings)
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    lists = [(grid, head) for grid in grids if (head := _heading_row(grid, labels)) is not None]
    if lists:
        records = [r for grid, head in lists for r in _rows_of_list(grid, head, labels)]
    else:
        records = [_form(part, labels, name, findings) for part in _parts(document.blocks, labels)]
    return table_of(records, name, labels, findings, seen=text or _first_text(grids))


def _tell(document: Document, name: str, findings: Findings) -> None:
    if document.tracked:
        findings.warn("W-TRACKED", name)
    if document.numbered:
        findings.warn("W-AUTONUMBERS", name)


def _first_text(grids: Sequence[Grid]) -> str:
    return " ".join(cell.text for grid in grids[:1] for row in grid.rows[:3] for cell in row)


# Lists


def _heading_row(grid: Grid, labels: Labels) -> int | None:
    for number, row in enumerate(grid.rows[:10]):
        found = match([cell.text for cell in row], labels.kind, labels.mapping)
        if not found.missing(labels.kind) and len(found.columns) > 1:
            below = [row for row in grid.rows[number + 1 :] if any(c.text.strip() for c in row)]
            labelled = any(labels.knows(cell.text) for row in below for cell in row)
            form = labelled or _is_form(row, below, labels)
            return number if below and not form else None
    return None


def _is_form(row: Sequence[Cell], below: Sequence[Sequence[Cell]], labels: Labels) -> bool:
    """Labels and values by turns, with wider cells below: a form whose first row has two labels."""
    turns = len(row) % 2 == 0 and all(
        labels.field(cell.text) if at % 2 == 0 else not labels.knows(cell.text)
        for at, cell in enumerate(row)
    )
    return turns and any(0 < len(cells) < len(row) for cells in below)


def _rows_of_list(grid: Grid, head: int, labels: Labels) -> Iterator[Record]:
    """A record in each row; a cell merged with the one above has its text."""
    headings = [cell for cell in grid.rows[head] if cell.text.strip()]
    above: dict[int, str] = {}
    for number, row in enumerate(grid.rows[head + 1 :], head + 2):
        texts = {c.column: above.get(c.column, "") if c.below else c.text for c in row}
        above = texts
        if any(cell.text.strip() for cell in row):
            yield [
                Pair(h.text, labels.field(h.text) or "", texts.get(h.column, ""), number)
                for h in headings
            ]


# Forms


def _parts(blocks: Sequence[Block], labels: Labels) -> Iterator[list[Block]]:
    """The document cut where a second table with a title begins."""
    part: list[Block] = []
    titled = False
    for block in blocks:
        has_title = isinstance(block, Grid) and _has_title(block, labels)
        if has_title and titled:
            yield part
            part = []
        titled |= has_title
        part.append(block)
    yield part


def _has_title(grid: Grid, labels: Labels) -> bool:
    required = {field.name for field in FIELDS[labels.kind] if field.required}
    first = next(iter(sorted(required)))
    cells = (cell for row in grid.rows for cell in row)
    return any(labels.field(cell.text.partition("：")[0]) == first for cell in cells)


def _form(blocks: Sequence[Block], labels: Labels, name: str, findings: Findings) -> Record:
    record: Record = []
    rest: list[str] = []
    for kind, lines in _runs(blocks):
        if isinstance(kind, Grid):
            form = FormGrid(labels).read(kind)
            record += form.pairs
            rest += form.rest
        else:
            record += [p for each in records_of_text(enumerate(lines, 1), labels) for p in each]
    _tell_rest(rest, name, findings)
    return record


def _tell_rest(rest: Sequence[str], name: str, findings: Findings) -> None:
    if rest:
        findings.warn("W-FORMREST", name, count=len(rest), first=rest[0][:40])


def _runs(blocks: Iterable[Block]) -> Iterator[tuple[Grid | None, list[str]]]:
    """Tables one by one, paragraphs between them together."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, str):
            lines += block.split("\n")
            continue
        if lines:
            yield None, lines
            lines = []
        yield block, []
    if lines:
        yield None, lines


def form_of_lines(
    lines: Sequence[Line], table: Table, labels: Labels, findings: Findings
) -> Table | None:
    """A worksheet that is a form; None where it has not even the labels required."""
    form = FormGrid(labels).read(grid_of_lines(lines, labels))
    have = {pair.field for pair in form.pairs}
    if not all(field.name in have for field in FIELDS[labels.kind] if field.required):
        return None
    for line in lines:
        for column, mark in line.marks.items():
            if mark in MARKED:
                tell = findings.warn if mark == "computed" else findings.wrong
                tell(MARKED[mark], table.place(line.number, column), value=line.cells[column][:40])
    _tell_rest(form.rest, table.file, findings)
    return table_of([form.pairs], table.file, labels, findings)


# Both


def table_of(
    records: Sequence[Record],
    name: str,
    labels: Labels,
    findings: Findings,
    *,
    kind: FileKind = "form",
    seen: str = "",
) -> Table:
    """The records as lines under the labels of all of them. Raises E-NOFORM."""
    if not any(pair.field for record in records for pair in record):
        wanted = "、".join(f.headings[0] for f in FIELDS[labels.kind] if f.required)
        raise Bad("E-NOFORM", name, seen=" ".join(seen.split())[:60] or "?", wanted=wanted)
    several = "#" if len(records) > 1 else ""
    table = Table(name, kind, (), entry=several, extent=len(records))
    whole = [_without_doubles(record, table, n, findings) for n, record in enumerate(records, 1)]
    keyed = [_by_key(record) for record in whole]
    headings: dict[str, str] = {}
    for record in keyed:
        for key, pair in record.items():
            headings.setdefault(key, pair.label)
    lines = [Line(0, tuple(headings.values()))]
    for number, record in enumerate(keyed, 1):
        first = next(iter(record.values()), None)
        line = first.line if first and kind == "text" else number
        lines.append(Line(line, tuple(record[k].value if k in record else "" for k in headings)))
    table.lines = lines
    return table


def _by_key(record: Record) -> dict[str, Pair]:
    """The pairs by field, so that 单位 of one form and 申报单位 of another are one column.

    Where one form has both, the second stays by its label, and is refused as a second column.
    """
    found: dict[str, Pair] = {}
    for pair in record:
        key = pair.field if pair.field and pair.field not in found else f" {fold(pair.label)}"
        found[key] = pair
    return found


def _without_doubles(record: Record, table: Table, number: int, findings: Findings) -> Record:
    """Several labels for the text are its parts; another label twice is told."""
    kept: dict[str, Pair] = {}
    parts = [pair for pair in record if pair.field == "body" and pair.value.strip()]
    for pair in record:
        if pair.field == "body" and len(parts) > 1:
            continue
        first = kept.setdefault(fold(pair.label), pair)
        if first is not pair and pair.value.strip() and pair.field:
            if first.value.strip() and first.value.strip() != pair.value.strip():
                place = table.place(pair.line if table.kind == "text" else number)
                findings.wrong("E-LABELAGAIN", place, label=pair.label)
            first.value = first.value.strip() or pair.value
    if len(parts) > 1:
        text = "\n".join(f"{part.label}\n{part.value}" for part in parts)
        kept[fold(parts[0].label)] = Pair(parts[0].label, "body", text, parts[0].line)
        told = "、".join(part.label for part in parts)
        findings.warn("W-BODYPARTS", table.place(number), labels=told)
    return list(kept.values())


def read_labelled(text: str, name: str, encoding: str, labels: Labels, findings: Findings) -> Table:
    """The table of a pasted text with labels."""
    records = list(records_of_text(enumerate(text.split("\n"), 1), labels))
    table = table_of(records, name, labels, findings, kind="text", seen=text[:200])
    table.encoding = encoding
    return table
