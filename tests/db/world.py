"""A small award to break, and what must hold after everything that is done to it."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

from db import check, events, judges
from db.connection import connect
from db.desk import Desk
from db.records import Judge, Nomination
from db.store import Store
from scoring.cells import Cell, State
from scoring.config import parse_rules
from scoring.rules import Rules

ROOT = Path(__file__).resolve().parents[2]
AT = "2026-11-23T16:00:00+08:00"
CASES = tuple(f"{i:03}" for i in range(1, 13))
JUDGES = ("J01", "J02", "J03")


def clock() -> str:
    return AT


def rules(**replacements: str) -> Rules:
    """The default rules, with texts of config.toml replaced."""
    text = (ROOT / "config.toml").read_text(encoding="utf-8")
    for old, new in replacements.items():
        assert old in text
        text = text.replace(old, new)
    return parse_rules(tomllib.loads(text))


RULES = rules()
KEYS = tuple(criterion.key for criterion in RULES.stage.criteria)


def nomination(number: str, title: str = "") -> Nomination:
    return Nomination(
        number, title or f"案例 {number}", "某单位", "法院", body=("第一段", "第二段")
    )


def nominations(numbers: Sequence[str] = CASES) -> list[Nomination]:
    return [nomination(number) for number in numbers]


def award(folder: Path) -> Path:
    """An award of three judges and twelve nominations; its path."""
    path = folder / "award.db"
    with Store.create(path, "secretary", clock=clock) as store:
        store.add_nominations(nominations())
        store.add_judges([Judge(judge, f"评委{judge}", "某校") for judge in JUDGES])
    return path


def opened(path: Path, **settings: object) -> Store:
    return Store.open(path, clock=clock, nonce=lambda: "00" * 16, **settings)  # type: ignore[arg-type]


def scored(points: int) -> Cell:
    return Cell(State.SCORED, points)


def fill(desk: Desk, points: int = 850) -> None:
    """Answer everything that is open."""
    for case in desk.cases:
        if not desk.answer(case.number).recused:
            for key in KEYS:
                desk.set_cell(case.number, key, scored(points))


def submitted(path: Path, *who: str) -> None:
    """Fill and submit for some judges, or for all."""
    with opened(path) as store:
        for i, judge in enumerate(who or JUDGES):
            desk = store.desk(judge, RULES)
            fill(desk, 800 + 5 * i)
            # A fixed nonce would give two equal ballots one receipt.
            desk._nonce = lambda i=i: f"{i:032x}"  # type: ignore[misc]
            desk.submit()


def check_world(path: Path) -> None:
    """Pages, tables, log, rows and drafts hold; no unfinished file is left after a start."""
    with opened(path) as store:
        store.check()
        store.nominations()
        store.all_ballots()
        store.results()
        for source in store.sources():
            assert len(store.source(source.digest)) == source.size
    db = connect(path, readonly=True)
    try:
        check.everything(db)
        for judge in judges.read_all(db):
            list(events.read(db, judge.id))
    finally:
        db.close()
    assert not list(path.parent.glob(".tmp-*"))


def child(code: str, *args: object, setup: Sequence[str] = ()) -> subprocess.Popen[str]:
    """Another program that runs `code` with `args` in sys.argv[1:], in the repository."""
    command = [*setup, sys.executable, "-c", code, *map(str, args)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def finished(process: subprocess.Popen[str], seconds: int = 60) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=seconds)
    return process.returncode, out, err
