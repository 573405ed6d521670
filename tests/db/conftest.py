"""A fresh award for each test, copied from one that was made once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.db import world


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return world.award(tmp_path_factory.mktemp("made"))


@pytest.fixture(scope="session")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = world.award(tmp_path_factory.mktemp("judged"))
    world.submitted(path)
    return path


@pytest.fixture(scope="session")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = world.award(tmp_path_factory.mktemp("drafted"))
    with world.opened(path) as store:
        world.fill(store.desk("J01", world.RULES))
    return path


@pytest.fixture
def filled(drafted: Path, tmp_path: Path) -> Path:
    """As `path`, and J01 has answered everything."""
    return Path(shutil.copy(drafted, tmp_path / "award.db"))


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    """Three judges, twelve cases, no answers."""
    return Path(shutil.copy(made, tmp_path / "award.db"))


@pytest.fixture
def full(judged: Path, tmp_path: Path) -> Path:
    """As `path`, with three submitted ballots."""
    return Path(shutil.copy(judged, tmp_path / "award.db"))
