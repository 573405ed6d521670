"""The one place the database asks for the time; tests give their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], str]


def on_the_wall(at: str) -> str:
    """A time that travels (`2026-11-23T08:09Z`) as a clock here shows it, with where that is:
    `2026-11-23 16:09 (UTC+08:00)`.
    """
    local = datetime.fromisoformat(at).astimezone().isoformat(" ", "minutes")
    return f"{local[:16]} (UTC{local[16:]})"


def local_time() -> str:
    """Local time with its offset, to the second: `2026-11-23T16:09:59+08:00`."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
