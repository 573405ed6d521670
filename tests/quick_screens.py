"""Screens in tests start hundreds of times: what Textual would do anew each time is kept.

Two private names of the pinned Textual are touched, and only in tests: how long a test waits
before it looks whether the program is idle, and the style rules it parses at every start.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
from textual import _wait
from textual.css.stylesheet import Stylesheet

LOOK = 1 / 250  # seconds asleep before looking; Textual's own 1/50 is most of a test's time


@contextmanager
def quick_screens() -> Iterator[None]:
    """Look sooner, and parse each style sheet once for each theme."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_wait, "SLEEP_GRANULARITY", LOOK)
        patch.setattr(_wait, "SLEEP_IDLE", LOOK / 20)
        patch.setattr(Stylesheet, "_parse_rules", _parsed_once(Stylesheet._parse_rules))
        yield


def _parsed_once(parse: Any) -> Any:
    @cache
    def rules(variables: tuple[tuple[str, str], ...], *what: Any) -> Any:
        return parse(Stylesheet(variables=dict(variables)), *what)

    def kept(self: Stylesheet, css: str, read_from: Any, is_default_rules: bool = False,
             tie_breaker: int = 0, scope: str = "") -> Any:  # fmt: skip
        variables = tuple(sorted(self._variables.items()))
        return rules(variables, css, read_from, is_default_rules, tie_breaker, scope)

    return kept
