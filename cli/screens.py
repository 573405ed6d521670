"""Open a judge's screens, or the line-by-line mode, straight on the award folder."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from award.desks import seat_of
from award.folder import Award, opened
from cli.ahead import load_ahead, shown_to_judge
from cli.memory import Memory
from cli.terminal import has_screen
from db.clock import local_time
from db.records import Attachment, Ballot
from files.reading import in_units
from words import language

if TYPE_CHECKING:
    from tui.papers import Paper, Papers


def score(folder: Path, judge: str, *, plain: bool = False) -> int:
    """Run until the judge leaves; 0."""
    run = _plain if plain or not has_screen() else _screens
    if run is _screens:
        load_ahead("tui.app", "tui.screens.home")
    with opened(folder) as award:
        run(award, judge)
    return 0


def _plain(award: Award, judge: str) -> None:
    from tui.plain import run

    seat = seat_of(award, judge)
    run(
        seat.desk,
        seat.rules,
        stdin=sys.stdin,
        stdout=sys.stdout,
        lang=language(),
        save_receipt=partial(_save_receipt, award),
        papers=papers_of(award),
        now=local_time,
    )


def _screens(award: Award, judge: str) -> None:
    from tui.app import JudgeApp  # loaded when needed: the first picture comes sooner

    seat = seat_of(award, judge)
    JudgeApp(
        seat.desk,
        seat.rules,
        name=seat.rules.title,
        deadline=award.rules.deadline,
        lang=language(),
        memory=Memory(),
        shown=shown_to_judge,
        keymap=award.rules_file.screens.keys,
        now=local_time,
        save_receipt=partial(_save_receipt, award),
        papers=papers_of(award),
    ).run()


def _save_receipt(award: Award, ballot: Ballot) -> Path:
    from award.receipts import save_receipt

    return save_receipt(award, ballot)


def papers_of(award: Award) -> Papers:
    """The attachments of a case, for the judge's screens."""

    def papers(case: str) -> Sequence[Paper]:
        found = award.store.attachments(case)
        return _papers(award, found) if found else ()

    return papers


def _papers(award: Award, found: Sequence[Attachment]) -> Sequence[Paper]:
    from award import attachments
    from tui.papers import Paper

    return [
        Paper(
            one.name,
            in_units(one.size),
            partial(attachments.text, award, one),
            partial(attachments.open_outside, award, one),
        )
        for one in found
    ]
