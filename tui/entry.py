"""A half-typed score: every printable key is kept, nothing is dropped and nothing is guessed.

Pure, so that the table of what may be typed is tested without a screen.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass
from typing import Literal

from scoring.cells import Cell, State
from scoring.points import format_points, parse_points
from scoring.rules import Criterion

NO_CELL = Cell(State.MISSING)
Kind = Literal["points", "empty", "not_applicable", "part", "wrong"]
NOT_APPLICABLE = "-"  # typed instead of a number, where the criterion is optional
CODE_DIGITS = 4
LONGEST = 20  # characters kept of what is typed into one row
_TWINS = {"。": ".", "｡": ".", "—": "-", "ー": "-", "―": "-"}


def random_code() -> str:
    """The digits to type when submitting: another four every time."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"


@dataclass(frozen=True)
class Reading:
    """What the typed text means. `why` is the id of a sentence, for `part` and `wrong`."""

    kind: Kind
    points: int = 0
    why: str = ""

    @property
    def cell(self) -> Cell | None:
        """The cell to save; None where nothing may be saved."""
        states = {
            "points": State.SCORED,
            "empty": State.MISSING,
            "not_applicable": State.NOT_APPLICABLE,
        }
        state = states.get(self.kind)
        return None if state is None else Cell(state, self.points)


def half_width(char: str) -> str:
    """The ASCII twin of a full-width digit or mark; any other character as it is."""
    if "！" <= char <= "～":  # the full-width forms; NFKC alone would also make 2 of ²
        return unicodedata.normalize("NFKC", char)
    return _TWINS.get(char, char)


def read(text: str, criterion: Criterion, decimals: int) -> Reading:
    """What `text` means for this criterion, strictly."""
    if not text:
        return Reading("empty")
    if text == NOT_APPLICABLE:
        return _optional(criterion)
    signed = criterion.scale.low < 0
    if (
        decimals
        and text.endswith(".")
        and parse_points(text[:-1], decimals, signed=signed) is not None
    ):
        return Reading("part", why="tui.entry.part")
    points = parse_points(text, decimals, signed=signed)
    if points is None:
        finer = _finer(text, criterion)
        return Reading("wrong", why="tui.entry.step" if finer else "tui.entry.number")
    if not criterion.scale.low <= points <= criterion.scale.high:
        return Reading("wrong", why="tui.entry.range")
    if not criterion.scale.allows(points):
        return Reading("wrong", why="tui.entry.step")
    return Reading("points", points)


def _finer(text: str, criterion: Criterion) -> bool:
    """Whether it is a number, with more decimals than this stage has."""
    return parse_points(text, LONGEST, signed=criterion.scale.low < 0) is not None


def _optional(criterion: Criterion) -> Reading:
    if criterion.optional:
        return Reading("not_applicable")
    return Reading("wrong", why="tui.entry.needed")


def spelled(cell: Cell, decimals: int) -> str:
    """A saved cell as the judge would type it."""
    if cell.state is State.SCORED:
        return format_points(cell.points, decimals)
    return NOT_APPLICABLE if cell.state is State.NOT_APPLICABLE else ""


@dataclass
class Entry:
    """One row's number: what is saved, what was saved before typing began, what is typed.

    `typed` is None until a key is pressed; the first key replaces what is shown.
    """

    criterion: Criterion
    decimals: int
    saved: Cell = NO_CELL
    before: Cell = NO_CELL
    typed: str | None = None

    @property
    def text(self) -> str:
        return spelled(self.saved, self.decimals) if self.typed is None else self.typed

    @property
    def reading(self) -> Reading:
        return read(self.text, self.criterion, self.decimals)

    @property
    def wanted(self) -> Cell:
        """What must be saved now: what is typed, or what was there before, where it is no score."""
        cell = self.reading.cell
        return self.before if cell is None else cell

    def add(self, char: str) -> None:
        """One more key. The row never forgets one, it only stops growing."""
        if self.typed is None:
            self.before, self.typed = self.saved, ""
        self.typed = (self.typed + half_width(char))[:LONGEST]

    def backspace(self) -> None:
        if self.typed is None:
            self.before, self.typed = self.saved, self.text
        self.typed = self.typed[:-1]

    def settle(self, saved: Cell) -> None:
        """The store's word: typing is over and this is what it holds."""
        self.saved = self.before = saved
        self.typed = None
