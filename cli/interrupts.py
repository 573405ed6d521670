"""Ctrl-C at every moment of a command: exit code 130, never a traceback, never unheard.

Imports nothing heavy: it is in force before the rest of the program is loaded.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from types import FrameType

INTERRUPTED = 130


def leave_at_once() -> None:
    """While the program is loaded or put away there is nothing to clean up: Ctrl-C just ends it.

    Whoever starts a program with Ctrl-C switched off (in the background) keeps it so.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _leave)
    sys.unraisablehook = _unheard


@contextmanager
def stoppable() -> Iterator[None]:
    """While a command works, Ctrl-C is an exception: files and transactions are closed."""
    guarded = signal.getsignal(signal.SIGINT) is _leave
    if guarded:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        if guarded:
            signal.signal(signal.SIGINT, _leave)


def _leave(_signal: int, _frame: FrameType | None) -> NoReturn:
    os._exit(INTERRUPTED)


def _unheard(found: sys.UnraisableHookArgs) -> None:
    """Python drops an exception within a finaliser; for Ctrl-C that would be to go on unheard.

    Everything we write is whole or not there, as after a power cut.
    """
    if isinstance(found.exc_value, KeyboardInterrupt):
        os._exit(INTERRUPTED)
    sys.__unraisablehook__(found)
