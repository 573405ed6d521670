"""What an import understood, for a person to look at before anything is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, Literal, NamedTuple, TypeVar

from db.records import Source
from words import Problem

T = TypeVar("T")
FileKind = Literal["csv", "xlsx", "book", "toml", "announcement", "form", "text"]
SHOWN_ROWS = 5


@dataclass(frozen=True)
class Understood:
    """How one file was read. What a kind of file does not have stays empty.

    `mapping` pairs every heading that was used with the field it fills; `first` holds the
    first rows as records will hold them, in the order of `mapping`. `chosen` are the headings
    that the user has paired with a field, `unread` those that fill none.
    """

    name: str
    kind: FileKind
    rows: int
    mapping: tuple[tuple[str, str], ...]
    first: tuple[tuple[str, ...], ...] = ()
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    header_row: int = 0
    chosen: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


class Beside(NamedTuple):
    """A file that belongs to a case; nothing of it is read yet."""

    case: str
    path: Path


@dataclass(frozen=True)
class Preview(Generic[T]):
    """Everything an import would write, and everything there is to say about it.

    Nothing may be written while `problems` is not empty. `sources` are the files with their
    bytes, which the award keeps. `place` says where a row (from 0) has a field, in words.
    """

    rows: tuple[T, ...]
    files: tuple[Understood, ...]
    sources: tuple[tuple[Source, bytes], ...]
    warnings: tuple[Problem, ...]
    problems: tuple[Problem, ...]
    attachments: tuple[Beside, ...] = ()
    place: Callable[[int, str], str] | None = field(default=None, compare=False, repr=False)
