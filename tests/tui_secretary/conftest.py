"""The awards of the screens, built once and copied for every test."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui_secretary.office import build, in_rounds

Copy = Callable[[str], Path]


@pytest.fixture(scope="session")
def masters(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("masters")
    return {
        "working": build(folder / "working", all_in=False),
        "finished": build(folder / "finished", all_in=True),
        "first-round": in_rounds(folder / "first-round", "E1", "E2", "E3", "E4", "E5"),
        "second-round": in_rounds(
            folder / "second-round", "E1", "E2", "E3", "E4", "E5", "J1", "J2"
        ),
    }


@pytest.fixture(autouse=True)
def nothing_downloaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file of whoever runs the tests is offered on a screen."""
    monkeypatch.setattr("award.near.user_desktop_path", lambda: tmp_path / "Desktop")
    monkeypatch.setattr("award.near.user_downloads_path", lambda: tmp_path / "Downloads")


@pytest.fixture
def copy(masters: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Copy:
    """Copies an award; the shell stands in its folder, so that no path is on any screen."""

    def make(name: str) -> Path:
        target = tmp_path / "award"
        shutil.copytree(masters[name], target)
        monkeypatch.chdir(target)
        return target

    return make
