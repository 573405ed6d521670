"""Work that takes its time runs in a thread; what comes of it is shown by the screen again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, TypeVar

from textual.app import App

from tui.crash import write_report
from words import Bad, say

T = TypeVar("T")
Apart = Callable[[], AbstractContextManager[None]]


def in_thread(
    app: App[Any],
    apart: Apart,
    work: Callable[[], T],
    then: Callable[[T], object],
    refused: Callable[[str], object],
) -> None:
    """Do `work` with the award apart; `then` or `refused` is called in the screen's own thread.

    What nobody has thought of ends no program: it is reported, and said like any refusal.
    """
    try:
        with apart():
            found = work()
    except Bad as bad:
        told = str(bad)
        _call(app, lambda: refused(told))
    except Exception as error:
        said = say("work.failed", path=write_report(error) or "-")
        _call(app, lambda: refused(said))
    else:
        _call(app, lambda: then(found))


def _call(app: App[Any], act: Callable[[], object]) -> None:
    """Where somebody has left meanwhile there is no screen to show it."""
    if app.is_running:
        app.call_from_thread(act)
