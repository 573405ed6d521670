"""The award of the secretary's screens: twelve cases, seven judges, at two moments."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from award.desks import seat_of
from award.examples import KINDS, examples_folder
from award.folder import CONFIG, DATABASE, Award
from award.importing import apply, read
from award.rules_file import default_config_text, load_rules
from db.desk import Desk
from db.records import Judge, Nomination, Recusal
from db.store import Store
from scoring.cells import Cell, State
from scoring.points import parse_points
from tests.tui.award import nominations

NOW = "2026-06-30T10:45:00+08:00"
CRITERIA = ("innovation", "effect", "satisfaction", "spread")
NAMES = ("王建国", "李秀英", "张志强", "陈丽华", "刘国庆", "赵敏", "孙文斌")
JUDGES = tuple(Judge(f"J{i:02}", name, f"单位{i}") for i, name in enumerate(NAMES, 1))
CASES = 12
EVEN = {"innovation": 35, "effect": -25}  # makes 005 equal to 004, parted by the effect
CHANGES = {
    'zh = "优秀案例评选"': 'zh = "2025年度优秀案例评审"',
    'en = "Case Award"': 'en = "Case Award 2025"',
    'deadline = ""': 'deadline = "2026-06-30 18:00"',
    "size = 10\nat_cut": "size = 4\nat_cut",
}


def config() -> str:
    text = default_config_text()
    for old, new in CHANGES.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


def clock() -> str:
    return NOW


def build(folder: Path, *, all_in: bool, cases: tuple[Nomination, ...] = ()) -> Path:
    """The award in a folder: everybody has handed in, or three have."""
    folder.mkdir(exist_ok=True)
    (folder / CONFIG).write_text(config(), encoding="utf-8")
    Store.create(folder / DATABASE, "secretary", clock=clock).close()
    with opened(folder) as award:
        award.store.add_nominations(cases or nominations(CASES))
        award.store.add_judges(JUDGES)
        award.store.add_recusals([Recusal("J01", "006", "曾在申报单位工作", "", "")])
        for at in range(7 if all_in else 3):
            score(award.store.desk(JUDGES[at].id, award.rules), at)
        if not all_in:
            half(award.store.desk("J04", award.rules))
            award.store.reopen("J03", "漏看一页材料", "secretary")
    return folder


def score(desk: Desk, judge: int) -> None:
    """Marks that look like marks: 004 and 005 are tied at the cut, one is far off on 007."""
    for at, case in enumerate(desk.cases):
        if desk.answer(case.number).recused:
            continue
        for place, criterion in enumerate(CRITERIA):
            points = 900 - min(at, 3) * 12 - max(at - 4, 0) * 15 + place * 10
            points += (judge * 7 + at * 3) % 5 * 10 if at != 4 else (judge * 7 + 9) % 5 * 10
            points += EVEN.get(criterion, 0) if case.number == "005" else 0
            if case.number == "007" and judge == 6:
                points = 550
            desk.set_cell(case.number, criterion, Cell(State.SCORED, points // 5 * 5))
    desk.submit()


def half(desk: Desk) -> None:
    for case in desk.cases[:5]:
        for criterion in CRITERIA:
            desk.set_cell(case.number, criterion, Cell(State.SCORED, 800))


def in_rounds(folder: Path, *judges: str) -> Path:
    """The example of two rounds and a public vote, with the ballots of these judges."""
    source = examples_folder() / "cases_two_rounds"
    scores = tomllib.loads((source / "scores.toml").read_text("utf-8"))
    folder.mkdir(exist_ok=True)
    (folder / CONFIG).write_bytes((source / CONFIG).read_bytes())
    Store.create(folder / DATABASE, "secretary", clock=clock).close()
    with opened(folder) as award:
        for kind in KINDS:
            apply(award, read(award, kind, [source / f"{kind}.toml"]))
        for judge in judges:
            seat = seat_of(award, judge)
            for case in seat.desk.cases:
                if not seat.desk.answer(case.number).recused:
                    text = scores[judge].get(case.number, {"score": "60"})["score"]
                    points = parse_points(text, seat.rules.stage.decimals)
                    assert points is not None
                    seat.desk.set_cell(case.number, "score", Cell(State.SCORED, points))
            seat.desk.submit()
    return folder


@contextmanager
def opened(folder: Path) -> Iterator[Award]:
    """The award with a clock that stands still and receipts that are always the same."""
    serial = iter(range(100))
    rules = load_rules(folder / CONFIG)
    path = folder / DATABASE
    with Store.open(path, clock=clock, nonce=lambda: f"{next(serial):032x}") as store:
        yield Award(folder, rules, store)
