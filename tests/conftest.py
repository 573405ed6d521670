"""What every test shares: the language is set, the machine's settings do not leak in."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests import drawn, libreoffice
from tests.quick_screens import quick_screens
from words import use

ROOT = Path(__file__).resolve().parent.parent
MEMORY = Path("/dev/shm")  # a disk that is none: what is synced there costs nothing
ROOM = 3 << 30
MANY = 300_000  # new objects before the collector looks for cycles; Python says 700

gc.set_threshold(MANY, 10, 10)  # with all test modules in memory, looking took a fifth of the time


def pytest_configure(config: pytest.Config) -> None:
    """The suite draws the same examples each time; the long tests draw new ones, and more."""
    drawn.LONG[0] = config.option.markexpr.startswith("soak")
    settings.register_profile("suite", derandomize=True, max_examples=drawn.many(100))
    settings.load_profile("default" if drawn.LONG[0] else "suite")
    if not hasattr(config, "workerinput"):
        _in_memory()
        libreoffice.make_room()


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        libreoffice.end_it()


def _in_memory() -> None:
    """Temporary files are kept in memory where there is room, unless TMPDIR says where."""
    if "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK):
        return
    if shutil.disk_usage(MEMORY).free > ROOM:
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


def pytest_collection_finish() -> None:
    """What is there before the first test stays: the collector need not look at it again."""
    gc.freeze()


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """English unless a test asks for Chinese; no PINGXUAN_ setting of the machine counts."""
    for name in ("PINGXUAN_LANG", "PINGXUAN_AWARD"):
        monkeypatch.delenv(name, raising=False)
    use("en")
    yield
    use("en")


@pytest.fixture(autouse=True, scope="session")
def _quick() -> Iterator[None]:
    with quick_screens():
        yield
