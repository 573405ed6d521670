"""The one place the database asks for the time; tests give their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], str]


def local_time() -> str:
    """Local time with its offset, to the second: `2026-11-23T16:09:59+08:00`."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
