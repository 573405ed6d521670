"""Read a foreign file in a process of its own, with limits on time, memory and what it says.

Some readers meet a small hostile file by taking all the memory there is, or by ending the
program. Here that ends only the child. The child is `confined_script.py`; it gets the bytes,
and answers in lines of JSON. On Windows the limit on memory is not set: time and output are.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Literal

from files.reading import in_units
from words import Bad

Task = Literal["workbook", "pdf"]
SCRIPT = Path(__file__).with_name("confined_script.py")
NEEDS: dict[Task, tuple[str, str]] = {
    "workbook": ("python_calamine", "python-calamine"),
    "pdf": ("pypdf", "pypdf"),
}
LONGEST = 64 << 20  # bytes of one line
ENDED = b'{"ended"'  # begins the last answer, and no other


@dataclass(frozen=True)
class Limits:
    """`seconds` until the child is ended, `memory` and `output` in bytes."""

    seconds: int = 120
    memory: int = 1 << 30
    output: int = 512 << 20


LIMITS = Limits()


def is_there(task: Task) -> bool:
    """Whether the library for a task is installed."""
    return find_spec(NEEDS[task][0]) is not None


@contextmanager
def confined(
    task: Task, data: bytes, arguments: Sequence[object] = (), limits: Limits = LIMITS
) -> Iterator[Iterator[object]]:
    """The answers of the child, one at a time; it is ended when the block is left.

    Raises E-NEEDS where the library is missing. The answers raise E-CONFINED-TIME,
    E-CONFINED-MEMORY, E-CONFINED-OUTPUT, E-CONFINED-LOCKED or E-CONFINED.
    """
    with _child(task, arguments, limits) as (process, late):
        yield map(json.loads, _answers(process, data, limits, late))


def lines_said(task: Task, data: bytes, arguments: Sequence[object] = ()) -> Iterator[bytes]:
    """The answers as the lines of JSON that came, for those who keep many of them."""
    with _child(task, arguments, LIMITS) as (process, late):
        yield from _answers(process, data, LIMITS, late)


@contextmanager
def _child(
    task: Task, arguments: Sequence[object], limits: Limits
) -> Iterator[tuple[subprocess.Popen[bytes], threading.Event]]:
    """A child, and whether it was ended for being late."""
    if not is_there(task):
        raise Bad("E-NEEDS", library=NEEDS[task][1])
    process = _start(task, arguments, limits)
    late = threading.Event()

    def end() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(limits.seconds, end)
    timer.start()
    try:
        yield process, late
    finally:
        timer.cancel()
        process.kill()
        _close(process)


def _start(task: Task, arguments: Sequence[object], limits: Limits) -> subprocess.Popen[bytes]:
    words = [json.dumps(each) for each in (limits.seconds, limits.memory, *arguments)]
    # -P: our folder has modules with common names, which must not stand in front of others.
    command = [sys.executable, "-P", "-X", "utf8", str(SCRIPT), task, *words]
    return subprocess.Popen(  # noqa: S603 - our own script, no shell
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def _close(process: subprocess.Popen[bytes]) -> None:
    for stream in (process.stdin, process.stdout):
        with suppress(OSError):
            if stream:
                stream.close()
    process.wait()


def _answers(
    process: subprocess.Popen[bytes], data: bytes, limits: Limits, late: threading.Event
) -> Iterator[bytes]:
    assert process.stdin
    assert process.stdout
    with suppress(OSError):  # a child that has ended already says why below
        process.stdin.write(data)
    with suppress(OSError):
        process.stdin.close()
    ended = yield from _lines(process.stdout, limits)
    if late.is_set():
        raise Bad("E-CONFINED-TIME", limit=limits.seconds)
    if not ended:
        # A reader that runs out of memory is ended by the system, whatever the signal.
        raise Bad("E-CONFINED-MEMORY", limit=in_units(limits.memory))


def _lines(stream: IO[bytes], limits: Limits) -> Generator[bytes, None, bool]:
    """Every answer; returns whether the child said that it has come to its end."""
    said = 0
    while line := stream.readline(LONGEST):
        said += len(line)
        if said > limits.output or len(line) == LONGEST:
            raise Bad("E-CONFINED-OUTPUT", limit=in_units(limits.output))
        if line.startswith(ENDED):
            _refuse(json.loads(line)["ended"], limits)
            return True
        yield line
    return False


def _refuse(ended: str, limits: Limits) -> None:
    if ended == "MemoryError":
        raise Bad("E-CONFINED-MEMORY", limit=in_units(limits.memory))
    if ended == "locked":
        raise Bad("E-CONFINED-LOCKED")
    if ended:
        raise Bad("E-CONFINED", why=ended)
