"""Files to rows: every file opened, every row cleaned, every mistake told, in one go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from db.records import Source
from sheets.findings import Findings
from sheets.folders import size_of
from sheets.headings import fold
from sheets.opening import Opened, Options, Pasted, load, open_table
from sheets.preview import SHOWN_ROWS, Preview, Understood
from sheets.rows import Row, rows
from words import Bad
from words.text import clean_line

T = TypeVar("T")


class Place(NamedTuple):
    """Where a record came from; turned into words only when there is something to say."""

    opened: Opened
    line: int

    def of(self, field: str = "") -> str:
        return self.opened.place(self.line, field)


class Gathered(Generic[T]):
    """Records with their places, over all files of an import."""

    def __init__(self, options: Options, most: int) -> None:
        self.options, self.most = options, most
        self.findings = Findings()
        self.records: list[T] = []
        self.places: list[Place] = []
        self.files: list[Understood] = []
        self.sources: dict[str, tuple[Source, bytes]] = {}  # by digest
        self.folders: dict[str, Path] = {}  # of the files, by digest
        self._unread: Counter[str] = Counter()  # labels of forms that fill no field

    def read(self, paths: Iterable[Path | Pasted], make: Callable[[Row], T]) -> None:
        """Every file, in the order given. `make` is called for sound rows only."""
        paths = list(paths)
        sizes = [len(p.data) if isinstance(p, Pasted) else size_of(p) for p in paths]
        before = 0
        for path, size in zip(paths, sizes, strict=True):
            self.options.watch.file(before, size, sum(sizes))
            before += size
            try:
                self.read_one(path, make)
            except Bad as bad:
                for problem in bad.problems:
                    self.findings.problem(problem)

    def read_one(self, path: Path | Pasted, make: Callable[[Row], T]) -> None:
        """One file, unless its like was read before. Raises Bad."""
        source, data = load(path)
        if source.digest in self.sources:
            self.findings.warn("W-SAMEFILE", source.name)
            return
        opened = open_table(source, data, self.options, self.findings)
        self.sources[source.digest] = source, data
        if isinstance(path, Path):
            self.folders[source.digest] = path.parent
        self._read(opened, make)

    def _read(self, opened: Opened, make: Callable[[Row], T]) -> None:
        first: list[Row] = []
        count = 0
        watched = self.options.watch.over(opened.lines, opened.table.extent, 1)
        opened = replace(opened, lines=watched)
        for row in rows(opened, self.options.kind, self.findings):
            count += 1
            if len(self.records) >= self.most:
                raise Bad("E-TOOMANY", opened.source.name, limit=self.most)
            if len(first) < SHOWN_ROWS:
                first.append(row)
            if row.sound:
                self.records.append(make(row))
                self.places.append(Place(opened, row.line))
        if not count:
            self.findings.warn("W-NOROWS", opened.source.name)
        self.files.append(understood(opened, count, first, self.options))
        if opened.table.kind == "form":
            self._unread.update(self.files[-1].unread)

    def home(self, position: int) -> Path:
        """The folder of the file a record came from; the current one for a pasted text."""
        return self.folders.get(self.places[position].opened.source.digest, Path())

    def twice(self, keys: Sequence[str], field: str, code: str, *, wrong: bool) -> None:
        """Tell every key, other than "", that has been there before, with the first place."""
        tell = self.findings.wrong if wrong else self.findings.warn
        seen: dict[str, int] = {}
        for position, key in enumerate(keys):
            if key and (first := seen.setdefault(key, position)) != position:
                other = self.places[first].of(field)
                tell(code, self.places[position].of(field), value=key, first=other)

    def preview(self) -> Preview[T]:
        for label, count in self._unread.most_common():
            self.findings.warn("W-LABELUNREAD", "", label=label, count=count)
        self._unread.clear()
        return Preview(
            tuple(self.records),
            tuple(self.files),
            tuple(self.sources.values()),
            self.findings.warnings,
            self.findings.problems,
            place=lambda row, field: self.places[row].of(field),
        )


def understood(opened: Opened, count: int, first: Iterable[Row], options: Options) -> Understood:
    """How a file was read, for the preview."""
    chosen = {fold(heading) for heading in options.mapping or ()}
    used = [clean_line(heading) for heading in opened.match.headings if fold(heading) in chosen]
    unread = [clean_line(opened.match.headings[column])[:40] for column in opened.match.unknown]
    table, found = opened.table, opened.match
    order = sorted(found.columns, key=lambda name: found.columns[name])
    return Understood(
        name=table.file,
        kind=table.kind,
        rows=count,
        mapping=tuple((clean_line(found.headings[found.columns[name]]), name) for name in order),
        first=tuple(tuple(row[name] for name in order) for row in first),
        encoding=table.encoding,
        delimiter=table.delimiter,
        sheet=clean_line(table.sheet),
        header_row=opened.header_row,
        chosen=tuple(used),
        unread=tuple(unread),
    )
