"""The example award, built once and copied for each test; commands run in this process."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from award.demo import build
from cli.main import run


@dataclass(frozen=True)
class Said:
    """What one command answered."""

    code: int
    out: str
    err: str


Pingxuan = Callable[..., Said]


@pytest.fixture
def pingxuan(capsys: pytest.CaptureFixture[str]) -> Pingxuan:
    def call(*words: object) -> Said:
        code = run([str(word) for word in words])
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return call


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "demo"
    build(folder)
    return folder


@pytest.fixture
def award(built: Path, tmp_path: Path) -> Path:
    """Twenty cases, seven submitted ballots, nothing final yet."""
    return Path(shutil.copytree(built / "award", tmp_path / "award"))


@pytest.fixture
def practice(built: Path, tmp_path: Path) -> Path:
    """Twenty cases, seven judges, no ballot."""
    return Path(shutil.copytree(built / "practice", tmp_path / "practice"))
