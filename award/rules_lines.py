"""On which line of a config.toml a key stands. For messages only: nothing is decided here.

The text has been parsed without an error before, so the walk need not check it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from award.rules_text import PIECES

Path = tuple[str | int, ...]


def line_of(lines: Mapping[Path, int], path: Sequence[str | int]) -> int | None:
    """The line of a path, or of the nearest thing around it; None where nothing is known."""
    for length in range(len(path), 0, -1):
        if tuple(path[:length]) in lines:
            return lines[tuple(path[:length])]
    return None


def lines_of(text: str) -> dict[Path, int]:
    """The line of every table, key and list item of a text that parses."""
    walk = _Walk()
    for found in PIECES.finditer(text):
        if found["comment"] is None:
            walk.take(found[0], found["mark"] is not None)
            walk.line += found[0].count("\n")
    return walk.lines


@dataclass
class _Walk:
    """Reads piece by piece. `open` holds the paths of the brackets that are not closed yet."""

    line: int = 1
    lines: dict[Path, int] = field(default_factory=dict)
    table: Path = ()
    path: Path = ()
    key: list[str] = field(default_factory=list)
    header: int = 0  # opening brackets of the header that is being read
    value: bool = False
    open: list[tuple[str, Path]] = field(default_factory=list)
    places: dict[Path, int] = field(default_factory=dict)

    def take(self, piece: str, mark: bool) -> None:
        if self.value:
            self._in_value(piece, mark)
        elif not mark:
            self.key.append(_unquoted(piece))
        elif piece == "=":
            self._name(self.open[-1][1] if self.open else self.table)
        elif piece == "}":
            self._close()
        elif piece == "[":
            self.header += 1
        elif piece == "\n" and self.header:
            self._enter()

    def _name(self, table: Path) -> None:
        """A key is complete: what follows is its value."""
        self.path, self.key, self.value = self._reach(table, self.key), [], True

    def _enter(self) -> None:
        """A header is complete; two brackets begin the next table of a list."""
        path: Path = ()
        for step in self.key[:-1]:
            path = self._last(self._reach(path, [step]))
        path = self._reach(path, self.key[-1:])
        if self.header > 1:
            self.places[path] = self.places.get(path, -1) + 1
        self.table, self.key, self.header = self._last(path), [], 0
        self.lines.setdefault(self.table, self.line)

    def _last(self, path: Path) -> Path:
        """Of a list of tables the last table, where the dots of a header step into."""
        return (*path, self.places[path]) if path in self.places else path

    def _reach(self, path: Path, steps: list[str]) -> Path:
        """The path below `path`; every part of it that is new stands on this line."""
        for step in steps:
            path = (*path, step)
            self.lines.setdefault(path, self.line)
        return path

    def _in_value(self, piece: str, mark: bool) -> None:
        if piece == "[" and mark:
            self.lines.setdefault(self.path, self.line)
            self.open.append(("[", self.path))
            self.places[self.path] = 0
            self.path = (*self.path, 0)
        elif piece == "{" and mark:
            self.lines.setdefault(self.path, self.line)
            self.open.append(("{", self.path))
            self.value = False
        elif mark and piece in "]}":
            self._close()
        elif piece == "," and mark:
            self._next()
        elif piece == "\n" and mark:
            self.value = bool(self.open)
        else:
            self.lines.setdefault(self.path, self.line)

    def _next(self) -> None:
        """After a comma: the next item of a list, or the next key of an inline table."""
        kind, outer = self.open[-1]
        if kind == "[":
            self.places[outer] += 1
            self.path = (*outer, self.places[outer])
        else:
            self.value = False

    def _close(self) -> None:
        _, self.path = self.open.pop()
        self.value, self.key = True, []


def _unquoted(piece: str) -> str:
    """A key as the parser understands it."""
    quoted = piece.startswith(("'", '"'))
    return str(tomllib.loads(f"key = {piece}")["key"]) if quoted else piece
