"""On which line of a config.toml a key stands. For messages only: nothing is decided here.

The text has been parsed without an error before, so the walk need not check it.
"""

from __future__ import annotations

import json
import re
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
        self.path, self.key, self.value = (*table, *self.key), [], True
        self.lines.setdefault(self.path, self.line)

    def _enter(self) -> None:
        """A header is complete. The dots of a header step into the last table of a list."""
        path: Path = ()
        for step in self.key:
            path = (*path, step)
            if path in self.places and (step is not self.key[-1] or self.header == 1):
                path = (*path, self.places[path])
        if self.header > 1:
            self.places[path] = self.places.get(path, -1) + 1
            self.lines.setdefault(path, self.line)
            path = (*path, self.places[path])
        self.lines.setdefault(path, self.line)
        self.table, self.key, self.header = path, [], 0

    def _in_value(self, piece: str, mark: bool) -> None:
        if piece == "[" and mark:
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
    if piece.startswith("'"):
        return piece[1:-1]
    if piece.startswith('"'):
        return str(json.loads(re.sub(r"\\U([0-9A-Fa-f]{8})", _long, piece)))
    return piece


def _long(found: re.Match[str]) -> str:
    """TOML's eight-digit escape, as the character itself."""
    return chr(int(found[1], 16))
