"""The example award and the commands, as the tests of the command line have them; small awards."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from award.examples import build_example, examples_folder
from award.folder import create
from tests.cli.conftest import Pingxuan, award, built, pingxuan, practice

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


def unscored(pingxuan: Pingxuan, name: str, folder: Path) -> Path:
    """An example's rules, cases and judges in a new award, before anybody has scored."""
    source = examples_folder() / name
    create(folder, (source / "config.toml").read_text(encoding="utf-8"))
    for kind, path in (("", "nominations.toml"), ("--judges", "judges.toml")):
        said = pingxuan("import", *filter(None, (kind, source / path)), "--yes", "-C", folder)
        assert said.code == 0, said.err
    return folder
