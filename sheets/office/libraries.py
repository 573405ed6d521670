"""Libraries that only the office formats need; where one is missing, how to get it is said."""

from __future__ import annotations

import importlib
from functools import cache
from typing import Any

from words import Bad


@cache
def library(name: str, extra: str) -> Any:
    """The module `name`, which comes with the `extra`. Raises E-NOLIBRARY."""
    try:
        return importlib.import_module(name)
    except ImportError:
        raise Bad("E-NOLIBRARY", name=name, extra=extra) from None


def has(name: str, extra: str) -> bool:
    """Whether the library is installed."""
    try:
        library(name, extra)
    except Bad:
        return False
    return True
