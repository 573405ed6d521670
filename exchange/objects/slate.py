"""A slate: the frozen rules, and the content hash of every nomination."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as made_of
from typing import Annotated

from db.records import Nomination
from exchange.fields import LATER, at_most, integer, pack, require, require_ascending, text, tree
from exchange.objects.terms import MAX_CASES, Count, Hex32, Id, Line, Mode, Name
from files.canonical import Json, digest

MAX_PARAGRAPHS = 10_000
MAX_TEXT = 20_000  # characters of a body, all its paragraphs together


MAX_FILES = 1000  # beside one case


@dataclass(frozen=True)
class CaseFile:
    """A file beside a case: what it was called, and the SHA-256 of its bytes."""

    name: Annotated[str, text(1, 500)]
    digest: Hex32
    size: Annotated[int, integer(0, 2**40)]


@dataclass(frozen=True)
class Case:
    """A nomination as the judge sees it: everything but the label of an old announcement."""

    number: Name
    title: Annotated[str, text(1, 500)]
    unit: Line
    field: Line
    level: Line
    region: Line
    body: Annotated[tuple[Line, ...], at_most(MAX_PARAGRAPHS)]
    files: Annotated[tuple[CaseFile, ...], at_most(MAX_FILES)] = made_of(default=(), metadata=LATER)

    def __post_init__(self) -> None:
        length = sum(map(len, self.body))
        require(length <= MAX_TEXT, "body", f'"0..{MAX_TEXT}"')

    @classmethod
    def of(cls, one: Nomination, files: tuple[CaseFile, ...] = ()) -> Case:
        return cls(
            one.number, one.title, one.unit, one.field, one.level, one.region, one.body, files
        )

    @property
    def nomination(self) -> Nomination:
        one = self
        return Nomination(
            one.number, one.title, one.unit, one.field, one.level, one.region, one.body
        )

    @property
    def digest(self) -> str:
        """The content hash of the slate's list."""
        return digest("case", pack(self))


@dataclass(frozen=True)
class SlateCase:
    """A line of the slate's list of nominations."""

    number: Name
    digest: Hex32


@dataclass(frozen=True)
class Slate:
    """What is frozen. `rules` are the tables of config.toml that decide a medal or are read by
    a judge, `rules_digest` the digest that every ballot names, `version` counts from 1.
    """

    award: Id
    version: Count
    mode: Mode
    stage: Name
    rules: Annotated[dict[str, Json], tree]
    rules_digest: Hex32
    cases: Annotated[tuple[SlateCase, ...], at_most(MAX_CASES)]

    def __post_init__(self) -> None:
        require_ascending(tuple(case.number for case in self.cases), "cases")

    @property
    def digest(self) -> str:
        """The slate hash: printed on letters and compared everywhere."""
        return digest("slate", pack(self))


def list_of(cases: tuple[Case, ...]) -> tuple[SlateCase, ...]:
    """The slate's list of these cases, in its one order."""
    return tuple(sorted((SlateCase(c.number, c.digest) for c in cases), key=lambda c: c.number))
