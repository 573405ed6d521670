"""Open a judge's screens, or the line-by-line mode, straight on the award folder."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from award import attachments
from award.desks import seat_of
from award.folder import Award, opened
from award.receipts import save_receipt
from cli.memory import Memory
from cli.terminal import has_screen
from db.clock import local_time
from db.records import Attachment
from files.reading import in_units
from words import language

if TYPE_CHECKING:
    from tui.papers import Papers


def score(folder: Path, judge: str, *, plain: bool = False) -> int:
    """Run until the judge leaves; 0."""
    with opened(folder) as award:
        run = _plain if plain or not has_screen() else _screens
        run(award, judge)
    return 0


def _plain(award: Award, judge: str) -> None:
    from tui.plain import run

    seat = seat_of(award, judge)
    run(seat.desk, seat.rules, stdin=sys.stdin, stdout=sys.stdout, lang=language())


def _screens(award: Award, judge: str) -> None:
    from tui.app import JudgeApp

    seat = seat_of(award, judge)
    JudgeApp(
        seat.desk,
        seat.rules,
        name=award.rules.name,
        deadline=award.rules.deadline,
        lang=language(),
        memory=Memory(),
        keymap=award.rules_file.screens.keys,
        now=local_time,
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
