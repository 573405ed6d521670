"""One window per judge: a lock the system itself takes back when a program ends, however it ends.

The lock makes the second window's sentence kind; it is not what keeps the data right. That is
the numbering of the draft events, on which two windows collide (see `events.insert`), so a
network folder without locks loses nothing.
"""

from __future__ import annotations

import os
import socket
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from db.clock import Clock
from files.names import slug
from words import Bad
from words.text import moment

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)  # a locked byte cannot be read, so not the owner's
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_FAR = 1 << 20
_LONGEST = 300  # bytes of an owner


class Hold:
    """A judge's place, held until `release` or the end of the program."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    def release(self) -> None:
        if self._handle is not None:
            os.close(self._handle)  # closing gives the lock back
            self._handle = None


def hold(database: Path, judge: str, clock: Clock) -> Hold:
    """Take a judge's place. Raises E-LOCKED naming who has it."""
    path = _lock_file(database, judge)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        _try_lock(handle)
    except (BlockingIOError, PermissionError):
        owner = _read_owner(handle)
        os.close(handle)
        raise Bad("E-LOCKED", owner=owner) from None
    except OSError:  # a network folder without locks
        return Hold(handle)
    _write_owner(handle, f"{judge}, {socket.gethostname()}, PID {os.getpid()}, {moment(clock())}")
    return Hold(handle)


def _lock_file(database: Path, judge: str) -> Path:
    folder = database.parent / ".locks"
    folder.mkdir(exist_ok=True)
    # Ids may differ in letters that a file name cannot show: the digest tells them apart.
    return folder / f"{slug(database.stem)}-{slug(judge)}-{sha256(judge.encode()).hexdigest()[:8]}"


def _write_owner(handle: int, owner: str) -> None:
    with suppress(OSError):  # only for the sentence of the other window
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, owner.encode()[:_LONGEST])


def _read_owner(handle: int) -> str:
    with suppress(OSError):
        os.lseek(handle, 0, os.SEEK_SET)
        return os.read(handle, _LONGEST).decode("utf-8", "replace") or "?"
    return "?"
