"""A file from somebody, opened: its kind by its content, its table, its row of headings."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path

from db.records import Source
from files.archives import office_kind
from files.reading import in_units, read_bounded, sniff
from sheets.announcement_text import looks_like_announcement, read_announcement
from sheets.csv_table import read_csv
from sheets.encodings import find_encoding
from sheets.findings import Findings
from sheets.headings import FIELDS, Match, RecordKind, match
from sheets.tables import Line, Table
from sheets.toml_table import looks_like_toml, read_toml
from sheets.xlsx_table import read_xlsx
from words import Bad, Problem
from words.text import clean_line

MOST_CSV = 200 << 20
MOST_OTHER = 64 << 20
HEAD_LINES = 30  # lines that are not blank among which the headings are looked for
FEWEST_HEADINGS = 2  # known headings that make a row one of headings
SAMPLE = 1 << 20  # characters that tell what kind of text it is


@dataclass(frozen=True)
class Options:
    """What is read, and what the user has said about the files."""

    kind: RecordKind
    encoding: str | None = None
    sheet: str | None = None
    mapping: Mapping[str, str] | None = None


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


def load(path: Path) -> tuple[Source, bytes]:
    """The bytes of a file and what they are called in the award."""
    data = read_bounded(path, MOST_CSV)
    return Source(clean_line(path.name), sha256(data).hexdigest(), len(data)), data


def open_table(source: Source, data: bytes, options: Options, findings: Findings) -> Opened:
    """Raises Bad for everything that keeps the rows from being read, with the file's name."""
    try:
        table = _table(source.name, data, options, findings)
        return _with_headings(source, data, table, options)
    except Bad as bad:
        raise located(bad, source.name) from None


def located(bad: Bad, name: str) -> Bad:
    """The same with the file's name where a problem says no place."""
    return Bad.of(Problem(p.code, p.where or name, p.params) for p in bad.problems)


def _table(name: str, data: bytes, options: Options, findings: Findings) -> Table:
    """By content, never by the name of the file. Raises E-EMPTY and E-KIND-..."""
    kind = sniff(data)
    if kind == "zip" and office_kind(data) == "xlsx":
        _bound(name, data)

        def usable(lines: Iterable[Line]) -> bool:
            found = _find_headings(iter(lines), options)[0]
            return found is not None and not found[1].missing(options.kind)

        return read_xlsx(data, name, options.sheet, usable, findings)
    if kind in {"zip", "ole", "pdf", "sqlite"}:
        code = f"E-IS-{(office_kind(data) if kind == 'zip' else kind).upper()}"
        raise Bad(code, name)
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Bad("E-EMPTY", name)
    return _text_table(name, data, options, findings)


def _text_table(name: str, data: bytes, options: Options, findings: Findings) -> Table:
    encoding = find_encoding(data, name, options.encoding)
    sample = io.TextIOWrapper(io.BytesIO(data), encoding, newline=None).read(SAMPLE)
    if sample.lstrip()[:1] in {"<", "{"}:
        raise Bad("E-IS-PAGE", name)
    if looks_like_toml(sample):
        return read_toml(_text(name, data, encoding), name, encoding, options.kind, findings)
    table = read_csv(data, name, encoding)
    if options.kind != "nominations" or not looks_like_announcement(sample):
        return table
    if _find_headings(_quietly(table.lines), options)[0]:  # a table with such a text in a cell
        return read_csv(data, name, encoding)
    return read_announcement(_text(name, data, encoding), name, encoding, findings)


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


def _with_headings(source: Source, data: bytes, table: Table, options: Options) -> Opened:
    lines = iter(table.lines)
    found, looked = _find_headings(lines, options)
    if found is None:
        first = next((line for line in looked if not line.blank()), None)
        if first is None:
            raise Bad("E-EMPTY", source.name)
        seen = "、".join(filter(None, (clean_line(cell)[:20] for cell in first.cells[:12])))
        raise Bad("E-NOHEADINGS", table.place(first.number), seen=seen or "?",
                  wanted=_wanted(options.kind), encoding=table.encoding)  # fmt: skip
    header, match_ = found
    _require(table, header, match_, options.kind)
    rest = chain((line for line in looked if line.number > header.number), lines)
    return Opened(source, data, table, match_, header.number, rest)


def _find_headings(
    lines: Iterator[Line], options: Options
) -> tuple[tuple[Line, Match] | None, list[Line]]:
    """The line with the most known headings among the first, and the lines looked at."""
    looked: list[Line] = []
    best: tuple[Line, Match] | None = None
    for line in islice(lines, HEAD_LINES * 10):
        looked.append(line)
        found = match(line.cells, options.kind, options.mapping)
        if len(found.columns) >= FEWEST_HEADINGS and (
            best is None or len(found.columns) > len(best[1].columns)
        ):
            best = line, found
        if sum(not each.blank() for each in looked) >= HEAD_LINES:
            break
    return best, looked


def _require(table: Table, header: Line, found: Match, kind: RecordKind) -> None:
    """All required headings are there, and none fills a field that has one already."""
    problems = [
        Problem(
            "E-HEADINGTWICE",
            table.place(header.number, column, found.headings[column]),
            {"heading": found.headings[column], "other": found.headings[found.columns[name]]},
        )
        for name, column in found.twice
    ]
    for field in found.missing(kind):
        also = "、".join(field.headings[1:])
        place = table.place(header.number)
        params = {"heading": field.headings[0], "also": also}
        problems.append(Problem("E-NOHEADING", place, params))
    if problems:
        raise Bad.of(problems)


def _wanted(kind: RecordKind) -> str:
    return "、".join(field.headings[0] for field in FIELDS[kind] if field.required)
