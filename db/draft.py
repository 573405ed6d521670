"""A judge's draft in memory: what the events say, and what can be undone. No database here.

The newest event of a slot holds. Undo writes an event with the older value; played back in
order, the events give the same values and the same undo stacks after a restart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple

from db.records import Answer, Recusal
from scoring.cells import Cell, State

What = Literal["cell", "comment", "doubt", "hint", "recusal"]
Step = Literal["do", "undo", "redo"]


class Slot(NamedTuple):
    """One thing that can be changed; `key` is the criterion of a cell, the hint of a hint."""

    what: What
    case: str
    key: str = ""


class Value(NamedTuple):
    """What a slot holds: a cell, a text, or `1` for a mark that is set."""

    state: int = 0
    points: int = 0
    text: str = ""


class Event(NamedTuple):
    """One row of the draft; `at` is clock text."""

    n: int
    revision: int
    step: Step
    slot: Slot
    value: Value
    at: str


@dataclass(frozen=True)
class Change:
    """What an undo or redo changed, so that the screen can go there and say it.

    `field` is `cell`, `comment`, `doubt` or `recusal`; `what` the criterion of a cell.
    """

    case: str
    field: What
    what: str
    before: Value
    after: Value


class _Edit(NamedTuple):
    slot: Slot
    before: Value
    after: Value


NOTHING = Value()
_AS_IT_IS: Mapping[Slot, Value] = MappingProxyType({})


@dataclass
class Draft:
    """The values by case, and the edits that can be undone and redone in this revision."""

    revision: int = 1
    values: dict[str, dict[Slot, Value]] = field(default_factory=dict)
    undoable: list[_Edit] = field(default_factory=list)
    redoable: list[_Edit] = field(default_factory=list)

    def value(self, slot: Slot) -> Value:
        return self.values.get(slot.case, {}).get(slot, NOTHING)

    def touched(self, slot: Slot) -> bool:
        """Whether anything was ever written there."""
        return slot in self.values.get(slot.case, {})

    def play(self, event: Event) -> None:
        """Take one event in. A new revision keeps the values and forgets what can be undone."""
        if event.revision != self.revision:
            self.begin(event.revision)
        edit = _Edit(event.slot, self.value(event.slot), event.value)
        self.values.setdefault(event.slot.case, {})[event.slot] = event.value
        if event.step == "undo":
            self.redoable.append(self.undoable.pop())
        elif event.step == "redo":
            self.undoable.append(self.redoable.pop())
        elif event.slot.what != "hint":  # hiding a hint is no step of the work
            self.undoable.append(edit)
            self.redoable.clear()

    def begin(self, revision: int) -> None:
        """Start a revision from the values there are."""
        self.revision = revision
        self.undoable.clear()
        self.redoable.clear()

    def answer(
        self, case: str, recusal: Recusal | None, instead: Mapping[Slot, Value] = _AS_IT_IS
    ) -> Answer:
        """A case as the screen shows it, or would with other values; a recused one has no cells."""
        if recusal is None and not instead and case not in self.values:
            return Answer(case)
        cells: dict[str, Cell] = {}
        comment, doubt = "", False
        for slot, value in {**self.values.get(case, {}), **instead}.items():
            if slot.what == "cell" and value.state != State.MISSING and recusal is None:
                cells[slot.key] = Cell(State(value.state), value.points)
            elif slot.what == "comment":
                comment = value.text
            elif slot.what == "doubt":
                doubt = bool(value.text)
        return Answer(case, cells, comment, doubt, recusal)

    def hints(self, case: str) -> frozenset[str]:
        """The keys of the hints that were dismissed for a case."""
        held = self.values.get(case, {}).items()
        return frozenset(slot.key for slot, value in held if slot.what == "hint" and value.text)
