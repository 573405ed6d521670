"""The end of collecting: the close sheet to print and to send to every judge."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from award import closing
from award.close_pages import sheet_lines, write_sheet
from exchange.closing import SignedSheet
from tui.ink import safe
from tui.office.flows.asking import BY, secret_field
from tui.office.flows.where import where_lines
from tui.office.questions import Answers, Ask, Done
from words import say

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen


def close(screen: OfficeScreen) -> None:
    """End collecting: asked with the secretary's passphrase where ballots are sealed."""
    office = screen.office
    screen.work(
        lambda: closing.key_to_sign(office.award), lambda key: _close(screen, key is not None)
    )


def _close(screen: OfficeScreen, sealed: bool) -> None:
    office = screen.office
    missing = ", ".join(safe(line.judge.name) for line in office.board.missing)
    text = say("secretary.close.text")
    if missing:
        text += "\n" + say("secretary.close.missing", names=missing)

    def act(answers: Answers) -> tuple[SignedSheet, Sequence[Path]]:
        signed = closing.close(office.award, answers.get("secret", ""), BY).record.signed
        return signed, write_sheet(office.award, signed)

    ask = Ask(
        say("secretary.do.close"),
        text,
        act,
        lambda _answers: office.command("close"),
        [secret_field(say("cli.ask.secretary"))] if sealed else (),
    )
    screen.ask(ask, lambda done: _show_closed(screen, done))


def _show_closed(screen: OfficeScreen, done: Done) -> None:
    office, (signed, paths) = screen.office, done.result
    office.renew()
    files = where_lines(office, [(path, "") for path in paths])
    lines = [say("work.closed.next"), "", *files, "", *sheet_lines(office.award, signed)]
    screen.read(say("secretary.do.close"), lines, done.command)
