"""CSV to a table: separator by counting, quoting taken strictly, read as a stream."""

from __future__ import annotations

import csv
import io
import itertools
from collections import Counter
from collections.abc import Iterator

from sheets.cleaning import unguard
from sheets.encodings import find_encoding
from sheets.parser_words import csv_mistake
from sheets.tables import Line, Table
from words import Bad

SEPARATORS = (",", ";", "\t")
SAMPLE_ROWS = 50
SAMPLE = 1 << 18  # characters; the separator is seen in the first rows


def read_csv(data: bytes, name: str, encoding: str | None = None) -> Table:
    """The table of a CSV file. Its lines are read when iterated, and raise E-CSV then.

    Rows are counted as a spreadsheet counts them: a cell of several lines is one row.
    """
    found = find_encoding(data, name, encoding)
    delimiter, told = find_delimiter(_text(data, found).read(SAMPLE))
    lines = _lines(_text(data, found), name, delimiter, skip=told)
    extent = data.count(b"\n")
    return Table(name, "csv", lines, encoding=found, delimiter=delimiter, extent=extent)


def find_delimiter(sample: str) -> tuple[str, bool]:
    """The separator, and whether the first line only names it (`sep=;`, for Excel).

    It is the one that gives most rows the same number of cells; then the one with more cells.
    """
    first = sample.split("\n", 1)[0].strip().lower()
    if first.startswith("sep=") and first[4:] in (";", ","):
        return first[4:], True
    return max(SEPARATORS, key=lambda each: _evenness(sample, each)), False


def _evenness(sample: str, delimiter: str) -> tuple[bool, bool, int, int]:
    cells_of_rows, quoted_well = _cell_counts(sample, delimiter)
    counts = Counter(cells_of_rows)
    cells, rows = max(counts.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return cells > 1, quoted_well, rows, cells


def _cell_counts(sample: str, delimiter: str) -> tuple[list[int], bool]:
    """The cells of each row that is not blank, and whether the quotes fit this separator."""
    rows = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter, strict=True)
    counts: list[int] = []
    try:
        for row in itertools.islice(rows, SAMPLE_ROWS):
            counts += [len(row)] if row else []
    except csv.Error as error:
        # The sample may end within a cell; other mistakes are told when the file is read.
        return counts, "end of data" in str(error)
    return counts, True


def _text(data: bytes, encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(data), encoding=encoding, errors="strict", newline="")


def _lines(text: io.TextIOWrapper, name: str, delimiter: str, *, skip: bool) -> Iterator[Line]:
    rows = csv.reader(text, delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, cells in enumerate(rows, 1):
            if not (skip and number == 1):
                yield Line(number, tuple(map(unguard, cells)))
    except csv.Error as error:
        raise Bad("E-CSV", f"{name} {number + 1}", why=csv_mistake(error)) from None
