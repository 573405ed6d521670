"""A file from somebody, opened: its kind by its content, its table, its row of headings."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from db.records import Source
from files.archives import check_zip, office_kind, ole_kind
from files.metadata_pictures import is_picture
from files.reading import in_units, read_bounded, sniff
from sheets.announcement_text import looks_like_announcement, read_announcement
from sheets.book_table import read_book
from sheets.csv_table import read_csv
from sheets.encodings import find_encoding
from sheets.findings import Findings
from sheets.form_table import form_of_lines, read_docx, read_labelled
from sheets.headings import FIELDS, Field, Match, RecordKind, fold, match
from sheets.labels import Labels, looks_like_labels
from sheets.tables import Line, Table
from sheets.toml_table import looks_like_toml, read_toml
from sheets.watching import Watch
from sheets.xlsx_table import read_xlsx
from words import Bad, Problem, say
from words.text import clean_line

MOST_CSV = 200 << 20
MOST_OTHER = 64 << 20
HEAD_LINES = 30  # lines that are not blank among which the headings are looked for
MOST_FORM = 1000  # lines of a worksheet that is a form
FEWEST_HEADINGS = 2  # known headings that make a row one of headings
BETWEEN = " | "
MOST_HEADINGS, HEADING = 60, 100  # told of a row of headings, and characters of each
SAMPLE = 1 << 20  # characters that tell what kind of text it is
PACKED = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")
"""How archives begin that are no zip: RAR, 7z, gzip."""


@dataclass(frozen=True)
class Options:
    """What is read, and what the user has said about the files.

    `also` are further headings that are asked for, folded; then a line need be no whole record:
    beside them nothing has to be there.
    """

    kind: RecordKind
    encoding: str | None = None
    sheet: str | None = None
    mapping: Mapping[str, str] | None = None
    watch: Watch = field(default_factory=Watch)
    also: frozenset[str] = frozenset()

    def missing(self, found: Match) -> list[Field]:
        """What a row of headings lacks."""
        return [] if self.also else found.missing(self.kind)

    @property
    def wanted(self) -> str:
        """The headings without which it cannot be read."""
        if self.also:
            return "、".join((FIELDS[self.kind][0].headings[0], *sorted(self.also)))
        return "、".join(one.headings[0] for one in FIELDS[self.kind] if one.required)

    def understood(self, found: Match) -> int:
        """How many of its headings are known."""
        further = sum(fold(found.headings[at]) in self.also for at in found.unknown)
        return len(found.columns) + further

    def labels(self) -> Labels:
        return Labels(self.kind, self.mapping)


class Pasted(NamedTuple):
    """A text that came without a file."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Opened:
    """A file whose headings are understood; `lines` are those below them."""

    source: Source
    data: bytes
    table: Table
    match: Match
    header_row: int
    lines: Iterable[Line]

    def place(self, line: int, field: str = "") -> str:
        """Where a field of a line is."""
        column = self.match.columns.get(field)
        heading = self.match.headings[column] if column is not None else ""
        return self.table.place(line, column, clean_line(heading)[:40])


def load(path: Path | Pasted) -> tuple[Source, bytes]:
    """The bytes of a file and what they are called in the award."""
    data = path.data if isinstance(path, Pasted) else read_bounded(path, MOST_CSV)
    return Source(clean_line(path.name), sha256(data).hexdigest(), len(data)), data


def open_table(source: Source, data: bytes, options: Options, findings: Findings) -> Opened:
    """Raises Bad for everything that keeps the rows from being read, with the file's name."""
    try:
        table = _table(source.name, data, options, findings)
        return _with_headings(source, data, table, options, findings)
    except Bad as bad:
        raise located(bad, source.name) from None


def located(bad: Bad, name: str) -> Bad:
    """The same with the file's name where a problem says no place."""
    return Bad.of(Problem(p.code, p.where or name, p.params) for p in bad.problems)


def _table(name: str, data: bytes, options: Options, findings: Findings) -> Table:
    """By content, never by the name of the file. Raises E-EMPTY and E-KIND-..."""
    kind = sniff(data)
    if kind in {"zip", "ole"}:
        _bound(name, data)
        return _office_table(name, data, options, findings)
    if kind in {"pdf", "sqlite"}:
        raise Bad(f"E-IS-{kind.upper()}", name)
    if data.startswith(PACKED):
        raise Bad("E-IS-ZIP", name)
    if is_picture(data):
        raise Bad("E-IS-PICTURE", name)
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Bad("E-EMPTY", name)
    return _text_table(name, data, options, findings)


def _office_table(name: str, data: bytes, options: Options, findings: Findings) -> Table:
    def usable(lines: Iterable[Line]) -> bool:
        found = _find_headings(iter(lines), options)[0]
        return found is not None and not options.missing(found[1])

    kind = office_kind(data) if sniff(data) == "zip" else ole_kind(data)
    if kind == "xlsx":
        return read_xlsx(data, name, options.sheet, usable, findings, options.watch)
    if kind == "docx":
        return read_docx(data, name, options.labels(), findings)
    if kind in {"ods", "xlsb"}:
        check_zip(data)
    if kind in {"ods", "xlsb", "xls"}:
        return read_book(data, name, options.sheet, usable, findings)
    raise Bad(f"E-IS-{kind.upper()}", name)


def _text_table(name: str, data: bytes, options: Options, findings: Findings) -> Table:
    encoding = find_encoding(data, name, options.encoding)
    sample = io.TextIOWrapper(io.BytesIO(data), encoding, newline=None).read(SAMPLE)
    if sample.lstrip()[:1] in {"<", "{"}:
        raise Bad("E-IS-PAGE", name)
    if looks_like_toml(sample):
        return read_toml(_text(name, data, encoding), name, encoding, options.kind, findings)
    announced = options.kind == "nominations" and looks_like_announcement(sample)
    labelled = looks_like_labels(sample, options.labels())
    table = read_csv(data, name, encoding)
    if not announced and not labelled:
        return table
    if _find_headings(_quietly(table.lines), options)[0]:  # a table with such a text in a cell
        return read_csv(data, name, encoding)
    text = _text(name, data, encoding)
    if announced:
        return read_announcement(text, name, encoding, findings)
    return read_labelled(text, name, encoding, options.labels(), findings)


def _text(name: str, data: bytes, encoding: str) -> str:
    _bound(name, data)
    return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")


def _quietly(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines up to the first that is no CSV."""
    try:
        yield from lines
    except Bad:
        return


def _bound(name: str, data: bytes) -> None:
    if len(data) > MOST_OTHER:
        raise Bad("E-SIZE", "", name=name, size=in_units(len(data)), limit=in_units(MOST_OTHER))


def _with_headings(
    source: Source, data: bytes, table: Table, options: Options, findings: Findings
) -> Opened:
    lines = iter(table.lines)
    found, looked = _find_headings(lines, options)
    if table.kind in {"xlsx", "book"} and (found is None or options.missing(found[1])):
        whole = [*looked, *islice(lines, MOST_FORM)]
        form = form_of_lines(whole, table, options.labels(), findings)
        if form is not None:
            return _with_headings(source, data, form, options, findings)
    if found is None and table.kind in {"form", "text"}:  # a single label that is known
        found = looked[0], match(looked[0].cells, options.kind, options.mapping)
    if found is None:
        first = next((line for line in looked if not line.blank()), None)
        if first is None:
            raise Bad("E-EMPTY", source.name)
        seen = "、".join(filter(None, (clean_line(cell)[:20] for cell in first.cells[:12])))
        raise _no_headings(table, first.number, seen or "?", options.wanted)
    header, match_ = found
    _require(table, header, match_, options)
    rest = chain((line for line in looked if line.number > header.number), lines)
    return Opened(source, data, table, match_, header.number, rest)


def _no_headings(table: Table, line: int, seen: str, wanted: str) -> Bad:
    """Only where an encoding was chosen can it be the wrong one."""
    kind = {"csv": "encoding", "toml": "keys"}.get(table.kind, "headings")
    hint = say(f"intake.hint.{kind}", encoding=table.encoding)
    told = {"seen": seen, "wanted": wanted, "hint": hint}
    return Bad("E-NOHEADINGS", table.place(line), **told)


def _find_headings(
    lines: Iterator[Line], options: Options
) -> tuple[tuple[Line, Match] | None, list[Line]]:
    """The line with the most known headings among the first, and the lines looked at."""
    looked: list[Line] = []
    best: tuple[Line, Match] | None = None
    for line in islice(lines, HEAD_LINES * 10):
        above = looked[-1] if looked else None
        looked.append(line)
        found = match(two_levels(line, above, options), options.kind, options.mapping)
        known = options.understood(found)
        if known >= FEWEST_HEADINGS and (best is None or known > options.understood(best[1])):
            best = line, found
        if sum(not each.blank() for each in looked) >= HEAD_LINES:
            break
    return best, looked


def two_levels(line: Line, above: Line | None, options: Options) -> tuple[str, ...]:
    """The cells of a row that may be the lower of two rows of headings.

    Where it has none, a known heading right above it counts: the two are one merged cell.
    """
    if above is None or above.number != line.number - 1 or line.blank():
        return line.cells
    filled = match(line.cells, options.kind, options.mapping)
    over = match(above.cells, options.kind, options.mapping)
    blank = {c for c in over.columns.values() if c >= len(line.cells) or not line.cells[c].strip()}
    if len(filled.columns) < FEWEST_HEADINGS or not blank:
        return line.cells
    width = max(*blank, len(line.cells) - 1) + 1
    cells = (*line.cells, *[""] * (width - len(line.cells)))
    return tuple(above.cells[c] if c in blank else cell for c, cell in enumerate(cells))


def _require(table: Table, header: Line, found: Match, options: Options) -> None:
    """All required headings are there, and none fills a field that has one already."""
    problems = [
        Problem(
            "E-HEADINGTWICE",
            table.place(header.number, column, found.headings[column]),
            {
                "heading": found.headings[column],
                "other": found.headings[found.columns[name]],
                "seen": _seen(header),
            },
        )
        for name, column in found.twice
    ]
    code = "E-NOLABEL" if table.kind in {"form", "text"} else "E-NOHEADING"
    for missing in options.missing(found):
        also = "、".join(missing.headings[1:])
        place = table.place(header.number)
        params = {"heading": missing.headings[0], "also": also, "field": missing.name,
                  "seen": _seen(header)}  # fmt: skip
        problems.append(Problem(code, place, params))
    if problems:
        raise Bad.of(problems)


def _seen(header: Line) -> str:
    """What stands in the row of headings: to be paired with fields by somebody."""
    cells = [clean_line(cell)[:HEADING] for cell in header.cells[:MOST_HEADINGS]]
    return BETWEEN.join(filter(None, cells))
