"""The inside of a ballot: one canonical JSON value, of an anonymous and a private part.

    {"kind": "ballot/1",
     "anonymous": {"rules": digest, "nonce": hex, "criteria": [...], "cases": [...],
                   "states": "1144...", "points": [...]},
     "private": {"judge": id, "revision": n, "comments": {case: text}, "recusals": {case: reason}}}

`states` has one digit per cell (the numbers of `scoring.cells.State`), `points` one integer, in
the order of the cases and, within a case, of the criteria. The anonymous part is all a ranking
needs and can be published under its receipt. It lies column by column because ten million
scores are then read in a second, and a reader in another language needs one loop.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from db.receipts import receipt_of
from files import canonical
from scoring.cells import Cell, State
from words import Bad

KIND = "ballot/1"


@dataclass(frozen=True)
class Sheet:
    """A ballot unpacked: flat arrays, case by case, criterion by criterion."""

    judge: str
    revision: int
    rules: str
    nonce: str
    criteria: tuple[str, ...]
    cases: tuple[str, ...]
    states: bytes  # one State each
    points: array[int]
    comments: Mapping[str, str]
    recusals: Mapping[str, str]

    def cells(self, row: int) -> dict[str, Cell]:
        """The cells of the case at position `row`, by criterion."""
        start = row * len(self.criteria)
        return {
            key: Cell(State(self.states[start + i]), self.points[start + i])
            for i, key in enumerate(self.criteria)
        }


def pack(sheet: Sheet) -> bytes:
    """The canonical bytes that are hashed and kept."""
    private = {
        "judge": sheet.judge,
        "revision": sheet.revision,
        "comments": dict(sheet.comments),
        "recusals": dict(sheet.recusals),
    }
    anonymous = {
        "rules": sheet.rules,
        "nonce": sheet.nonce,
        "criteria": list(sheet.criteria),
        "cases": list(sheet.cases),
        "states": "".join(map(str, sheet.states)),
        "points": sheet.points.tolist(),
    }
    return canonical.dumps({"kind": KIND, "anonymous": anonymous, "private": private})


def digest_of(payload: bytes) -> str:
    return canonical.digest("ballot", payload)


def anonymous_part(payload: bytes) -> bytes:
    """The bytes of the anonymous part, as they stand in the payload: all that is published.

    Canonical keys are sorted, so it comes first. The text looked for cannot stand inside it: in
    a string every quotation mark has a backslash before it, and its lists have no colons.
    """
    start, end = b'{"anonymous":', payload.find(b',"kind":"ballot/1","private":')
    if end < 0 or not payload.startswith(start):
        raise Bad("E-BALLOT")
    return payload[len(start) : end]


def recused_in(payload: bytes) -> tuple[str, ...]:
    """The cases a ballot is recused from; of its scores nothing is read. Raises E-BALLOT.

    The private part comes last, and begins as `anonymous_part` says.
    """
    _, _, rest = payload.partition(b',"kind":"ballot/1","private":')
    try:
        return tuple(_texts(json.loads(rest[:-1])["recusals"]))
    except (KeyError, TypeError, ValueError, RecursionError):
        raise Bad("E-BALLOT") from None


def receipt(payload: bytes) -> str:
    return receipt_of(anonymous_part(payload))


def unpack(payload: bytes) -> Sheet:
    """A sheet from its bytes, every part checked for its type. Raises E-BALLOT.

    That the bytes are canonical was true when they were hashed, and the digest still holds:
    encoding ten million scores again to see it would take longer than reading them.
    """
    try:
        sheet = _unpack(json.loads(payload))
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, RecursionError):
        raise Bad("E-BALLOT") from None
    size = len(sheet.cases) * len(sheet.criteria)
    if not len(sheet.states) == len(sheet.points) == size:
        raise Bad("E-BALLOT")
    return sheet


def _unpack(value: Mapping[str, Any]) -> Sheet:
    if value["kind"] != KIND:
        raise ValueError
    open_part: Mapping[str, object] = value["anonymous"]
    private: Mapping[str, object] = value["private"]
    return Sheet(
        judge=_text(private["judge"]),
        revision=_number(private["revision"]),
        rules=_text(open_part["rules"]),
        nonce=_text(open_part["nonce"]),
        criteria=tuple(_all(_text, open_part["criteria"])),
        cases=tuple(_all(_text, open_part["cases"])),
        states=_states(_text(open_part["states"])),
        points=_points(open_part["points"]),
        comments=_texts(private["comments"]),
        recusals=_texts(private["recusals"]),
    )


def _text(value: object) -> str:
    if type(value) is not str:
        raise TypeError
    return value


def _number(value: object) -> int:
    if type(value) is not int:
        raise TypeError
    return value


def _all(kind: Callable[[object], str], values: object) -> list[str]:
    if type(values) is not list or len(set(values)) != len(values):
        raise TypeError
    return [kind(value) for value in values]


def _texts(value: object) -> dict[str, str]:
    if type(value) is not dict:
        raise TypeError
    return {_text(key): _text(text) for key, text in value.items()}


_STATE_OF_DIGIT = bytes.maketrans(b"012345", bytes(range(6)))


def _states(digits: str) -> bytes:
    if set(digits) - set("012345"):
        raise ValueError
    return digits.encode("ascii").translate(_STATE_OF_DIGIT)


def _points(values: object) -> array[int]:
    # An array would take True for 1.
    if type(values) is not list or set(map(type, values)) - {int}:
        raise TypeError
    return array("q", values)
