"""The built-in example award: real units and titles, our own summaries, invented scores.

It goes the way a secretary goes: a new folder, three imports, seven ballots, a ranking,
a final result, the sheets. A second, unscored copy is there to practise on.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from award.example import example_files
from award.folder import Award, create, opened
from award.importing import Kind, apply, read
from award.rules_file import default_config_text
from files.writing import write_atomic
from scoring.cells import Cell, State
from scoring.points import parse_points
from words import Bad

AWARD, PRACTICE, INCOMING = "award", "practice", "incoming"
IMPORTS: tuple[Kind, ...] = ("nominations", "judges", "recusals")

NAMES = {
    'id = "award-1"': 'id = "example-2021"',
    'zh = "优秀案例评选"': 'zh = "“我做的群众最满意的一件事”案例评选（示例，分数虚构）"',
    'en = "Case Award"': 'en = "What Pleased People Most: example award, scores invented"',
    'zh = "十大经典案例、十大优秀案例"': (
        'zh = "河北省政法系统“我做的群众最满意的一件事”十大经典案例、十大优秀案例"'
    ),
}


@dataclass(frozen=True)
class Demo:
    """Where the example lies: the finished award and the copy to practise on."""

    award: Path
    practice: Path


def build(folder: Path) -> Demo:
    """Make the example in `folder`, or find it there; raises E-NOTDEMO for anything else."""
    demo = Demo(folder / AWARD, folder / PRACTICE)
    if not folder.exists() or not any(folder.iterdir()):
        _unpack(folder / INCOMING)
    if not (folder / INCOMING / "nominations.toml").exists():
        raise Bad("E-NOTDEMO", path=folder)
    for place in (demo.award, demo.practice):
        _set_up(place, folder / INCOMING)
    with opened(demo.award) as award:
        _submit_all(award, tomllib.loads(example_files()["scores.toml"].decode("utf-8")))
    return demo


def example_config() -> str:
    """The default rules under the example's name; every replaced text must be there once."""
    text = default_config_text()
    for old, new in NAMES.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def _unpack(folder: Path) -> None:
    folder.mkdir(parents=True)
    for name, data in example_files().items():
        write_atomic(folder / name, data, overwrite=False)


def _set_up(folder: Path, incoming: Path) -> None:
    """New folder and imports; each step does nothing where it was done before."""
    if not (folder / "award.db").exists():
        create(folder, example_config())
    with opened(folder) as award:
        for kind in IMPORTS:
            apply(award, read(award, kind, [incoming / f"{kind}.toml"]))


def _submit_all(award: Award, scores: Mapping[str, object]) -> None:
    """Type every judge's invented scores and submit, as the judges would."""
    for judge in award.store.judges():
        desk = award.store.desk(judge.id, award.rules)
        if desk.submitted:
            continue
        given = scores[judge.id]
        assert isinstance(given, dict)
        for case, points in given.items():
            for key, text in points.items():
                desk.set_cell(case, key, _cell(award, text))
        desk.submit()


def _cell(award: Award, text: str) -> Cell:
    points = parse_points(text, award.rules.stage.decimals)
    assert points is not None
    return Cell(State.SCORED, points)
