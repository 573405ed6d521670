"""Open a judge's screens, or the line-by-line mode, straight on the award folder."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_config_path

from award import attachments
from award.folder import Award, opened
from award.receipts import save_receipt
from db.records import Attachment
from files.reading import in_units, read_bounded
from files.writing import write_atomic
from words import Bad, language

if TYPE_CHECKING:
    from tui.papers import Papers

MEMORY_LIMIT = 64 * 1024


def score(folder: Path, judge: str, *, plain: bool = False) -> int:
    """Run until the judge leaves; 0."""
    with opened(folder) as award:
        run = _plain if plain or not sys.stdout.isatty() else _screens
        run(award, judge)
    return 0


def _plain(award: Award, judge: str) -> None:
    from tui.plain import run

    desk = award.store.desk(judge, award.rules)
    run(desk, award.rules, stdin=sys.stdin, stdout=sys.stdout, lang=language())


def _screens(award: Award, judge: str) -> None:
    from tui.app import JudgeApp

    with remembered() as memory:
        JudgeApp(
            award.store.desk(judge, award.rules),
            award.rules,
            name=award.rules.name,
            deadline=award.rules.deadline,
            lang=language(),
            memory=memory,
            save_receipt=lambda ballot: save_receipt(award, ballot),
            papers=papers_of(award),
        ).run()


def papers_of(award: Award) -> Papers:
    """The attachments of a case, for the judge's screens."""
    from tui.papers import Paper

    def paper(one: Attachment) -> Paper:
        return Paper(
            one.name,
            in_units(one.size),
            lambda: attachments.text(award, one),
            lambda: attachments.open_outside(award, one),
        )

    return lambda case: [paper(one) for one in award.store.attachments(case)]


@contextmanager
def remembered() -> Iterator[dict[str, str]]:
    """What the judge chose last time; kept for the next time where it changes."""
    memory = _remembered()
    before = dict(memory)
    yield memory
    if memory != before:
        _remember(memory)


def _memory_path() -> Path:
    return user_config_path("pingxuan", appauthor=False) / "screens.json"


def _remembered() -> dict[str, str]:
    """Theme and ruler of last time; nothing where the file is missing or not ours."""
    try:
        data = json.loads(read_bounded(_memory_path(), MEMORY_LIMIT))
    except (Bad, ValueError):
        return {}
    items = data.items() if isinstance(data, dict) else ()
    return {key: value for key, value in items if isinstance(key, str) and isinstance(value, str)}


def _remember(memory: dict[str, str]) -> None:
    """Only a comfort: where it cannot be kept, the ruler is shown again next time."""
    try:
        _memory_path().parent.mkdir(parents=True, exist_ok=True)
        write_atomic(_memory_path(), json.dumps(memory).encode("utf-8"), overwrite=True)
    except (Bad, OSError):
        return
