"""sqlite-utils without the libraries it would load by the way.

Where numpy and pandas lie on the machine it imports both, to store types that no award has:
half a second of every command. They are hidden from it while it is imported, and only then. So
are the time zones of Windows' registry, which its parser of dates asks for on every system, and
ctypes with them; that parser does without.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

BY_THE_WAY = ("numpy", "pandas", "dateutil.tz.win")


@contextmanager
def hidden(*names: str) -> Iterator[None]:
    """Importing these fails inside, as if they were not installed; what is loaded stays."""
    modules = cast(dict[str, object], sys.modules)
    absent = [name for name in names if name not in modules]
    modules.update(dict.fromkeys(absent))  # None stands for a module that is not there
    try:
        yield
    finally:
        for name in absent:
            del modules[name]


with hidden(*BY_THE_WAY):
    from sqlite_utils import Database, Migrations

__all__ = ["Database", "Migrations"]
