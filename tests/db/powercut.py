"""A disk that loses power: what SQLite wrote and what it synced, recorded and cut off anywhere.

What was synced is there; of what was not, any part may be, torn at sectors of 512 bytes. A probe
of the model, not of any disk. apsw gives the hooks; the statements are those our code ran.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import apsw

from db.connection import _PRAGMAS

SECTOR = 512


@dataclass(frozen=True)
class Op:
    """`kind` is write, cut (to `at` bytes), sync, or said: the program was told it is saved."""

    kind: str
    file: str = ""
    at: int = 0
    data: bytes = b""


class _File(apsw.VFSFile):
    def __init__(self, name: object, flags: list[int], ops: list[Op]) -> None:
        super().__init__("", name, flags)  # type: ignore[arg-type]
        path = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        self._name, self._ops = Path(path).name, ops

    def xWrite(self, data: bytes, offset: int) -> None:
        self._ops.append(Op("write", self._name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:
        self._ops.append(Op("cut", self._name, newsize))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:
        self._ops.append(Op("sync", self._name))
        super().xSync(flags)


class _Disk(apsw.VFS):
    def __init__(self, ops: list[Op]) -> None:
        self.ops = ops
        super().__init__("recorded", "")

    def xOpen(self, name: object, flags: list[int]) -> _File:
        return _File(name, flags, self.ops)


def record(path: Path, transactions: Sequence[Sequence[str]]) -> list[Op]:
    """Run transactions on a database with our settings; everything they did to its files."""
    ops: list[Op] = []
    disk = _Disk(ops)
    conn = apsw.Connection(str(path), vfs="recorded", flags=apsw.SQLITE_OPEN_READWRITE)
    for pragma in (*_PRAGMAS, "journal_mode=TRUNCATE"):
        list(conn.execute(f"PRAGMA {pragma}"))
    ops.clear()
    for statements in transactions:
        for statement in statements:
            list(conn.execute(statement))
        ops.append(Op("said"))
    conn.close()
    disk.unregister()
    return ops


def cuts(
    files: dict[str, bytes], ops: Sequence[Op], tries: int, seed: int
) -> Iterator[tuple[int, dict[str, bytes]]]:
    """For each point the power can fail at: how much was said to be saved, and what is on disk."""
    rng = random.Random(seed)
    for end in range(len(ops) + 1):
        said = sum(op.kind == "said" for op in ops[:end])
        for attempt in range(tries):
            # The first two are the extremes: nothing unsynced arrived, all of it did.
            chance = attempt if attempt < 2 else rng.random()
            yield said, _after(files, ops[:end], chance, rng)


def _after(
    files: dict[str, bytes], ops: Sequence[Op], chance: float, rng: random.Random
) -> dict[str, bytes]:
    disk = {name: bytearray(data) for name, data in files.items()}
    pending: dict[str, list[Op]] = {}
    for op in ops:
        if op.kind == "sync":
            for done in pending.pop(op.file, []):
                _apply(disk.setdefault(op.file, bytearray()), done)
        elif op.kind != "said":
            pending.setdefault(op.file, []).append(op)
    for name, left in pending.items():
        for op in left:
            for part in _sectors(op):
                if rng.random() < chance:
                    _apply(disk.setdefault(name, bytearray()), part)
    return {name: bytes(data) for name, data in disk.items()}


def _sectors(op: Op) -> list[Op]:
    if op.kind == "cut":
        return [op]
    starts = range(0, len(op.data), SECTOR)
    return [Op("write", op.file, op.at + i, op.data[i : i + SECTOR]) for i in starts]


def _apply(data: bytearray, op: Op) -> None:
    if op.kind == "cut":
        del data[op.at :]
        return
    if len(data) < op.at:
        data.extend(bytes(op.at - len(data)))
    data[op.at : op.at + len(op.data)] = op.data
