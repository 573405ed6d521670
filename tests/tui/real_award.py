"""The award of the screen tests in a real database; run as a module it opens the screens on it."""

from __future__ import annotations

import sys
from pathlib import Path

from db.records import Nomination
from db.store import Store
from tests.tui.award import DEADLINE, JUDGE, NAME, RULES, nominations
from tui.app import JudgeApp


def create(path: Path, cases: tuple[Nomination, ...] | None = None) -> Path:
    """A new award of forty cases with one judge."""
    with Store.create(path, "secretary") as store:
        store.add_nominations(nominations() if cases is None else cases)
        store.add_judges((JUDGE,))
    return path


def main(path: str, lang: str) -> None:
    with Store.open(Path(path)) as store:
        desk = store.desk(JUDGE.id, RULES)
        memory = {"ruler": "1"}
        JudgeApp(desk, RULES, name=NAME, deadline=DEADLINE, lang=lang, memory=memory).run()


if __name__ == "__main__":
    main(*sys.argv[1:])
