"""The example award and the commands, as the tests of the command line have them; small awards."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from award.examples import build_example
from tests.cli.conftest import award, built, pingxuan, practice

__all__ = ["award", "built", "pingxuan", "practice"]
Example = Callable[[str], Path]


@pytest.fixture(scope="session")
def built_examples(tmp_path_factory: pytest.TempPathFactory) -> Example:
    made: dict[str, Path] = {}

    def build(name: str) -> Path:
        if name not in made:
            made[name] = build_example(name, tmp_path_factory.mktemp(name) / "demo")
        return made[name]

    return build


@pytest.fixture
def example(built_examples: Example, tmp_path: Path) -> Example:
    """A fresh copy of an example, ranked by nobody yet."""

    def copy(name: str) -> Path:
        return Path(shutil.copytree(built_examples(name), tmp_path / name))

    return copy


def submitted_again(folder: Path, judge: str, marks: dict[str, dict[str, str]]) -> None:
    """Type some marks at the judge's desk and hand the ballot in."""
    from award.examples import _cell
    from award.folder import opened

    with opened(folder) as one:
        desk = one.store.desk(judge, one.rules)
        for case, given in marks.items():
            for key, text in given.items():
                desk.set_cell(case, key, _cell(one.rules, text))
        desk.submit()
