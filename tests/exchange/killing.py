"""A program that dies at a chosen step, without a new interpreter: forked, and killed by itself.

A step is one statement of SQL, or one thing done to a file's name: so a kill falls between any
two of them, and what happens there can be repeated.
"""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import struct
import sys
import traceback
from collections.abc import Callable
from typing import Any

from words import Bad

FILE_STEPS = {"os.rename", "os.remove", "os.mkdir", "os.link", "os.chmod", "os.truncate"}
CONNECT = sqlite3.connect
WRITING = os.O_WRONLY | os.O_RDWR
DONE, REFUSED, BROKEN = 0, 3, 4


class _Steps:
    """Counts the steps of this process, and kills it at one of them."""

    def __init__(self, last: int) -> None:
        self.count, self._last = 0, last

    def step(self, *_: object) -> None:
        self.count += 1
        if self.count == self._last:
            os.kill(os.getpid(), signal.SIGKILL)

    def hook(self, event: str, args: tuple[object, ...]) -> None:
        if event in FILE_STEPS or (
            event == "open" and isinstance(args[2], int) and args[2] & WRITING
        ):
            self.step()

    def connect(self, *args: Any, **settings: Any) -> sqlite3.Connection:
        """As `sqlite3.connect`, with every statement a step."""
        made = CONNECT(*args, **settings)
        made.set_trace_callback(self.step)
        return made


def in_child(action: Callable[[], object], last: int = 0, room: int = 0) -> tuple[int, int]:
    """Run in a fork of this process: how it ended (a signal is negative), and its steps.

    It kills itself at step `last` (0: never); `room` bytes is all that a file may hold (0: any).
    """
    return ended(begun(action, last, room))


def begun(action: Callable[[], object], last: int = 0, room: int = 0) -> tuple[int, int]:
    """As `in_child`, without waiting for it: its process, and where it tells its steps."""
    sys.stdout.flush()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os._exit(_run(action, _Steps(last), room, writing))
    os.close(writing)
    return child, reading


def ended(started: tuple[int, int]) -> tuple[int, int]:
    """How a process that was begun has ended, and its steps."""
    child, reading = started
    told = os.read(reading, 8)
    os.close(reading)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return status, struct.unpack("q", told)[0] if told else 0


def _run(action: Callable[[], object], steps: _Steps, room: int, writing: int) -> int:
    sys.addaudithook(steps.hook)
    sqlite3.connect = steps.connect  # type: ignore[assignment]
    if room:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    try:
        action()
        code = DONE
    except Bad as bad:
        print(bad, file=sys.stderr, flush=True)  # shown where a test fails
        code = REFUSED
    except BaseException:  # whatever it is, pytest must not go on in here
        traceback.print_exc()
        code = BROKEN
    os.write(writing, struct.pack("q", steps.count))
    return code
