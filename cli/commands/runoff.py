"""`pingxuan runoff`: a new ballot between tied cases: open, enter what is on paper, close.

`list` says what ties want one and how each that was opened stands; `undo` takes one back.
"""

from __future__ import annotations

from pathlib import Path

import click

from award.folder import Award, opened
from award.ranking import rank
from award.runoff_acts import close_runoff, open_runoff, withdraw_runoff
from award.runoff_ballots import enter_ballot
from award.runoff_wanted import wanted
from award.runoff_words import held_line, opened_lines, votes_lines, waiting
from award.runoffs import held
from cli import speaking
from cli.options import award_option, by_option, reason_option
from cli.output import need_reason, show, talk
from words import Bad, say, sentence

ACTIONS = ("list", "open", "enter", "close", "undo")


@speaking.command("runoff")
@click.argument("action", type=click.Choice(ACTIONS))
@click.argument("cases", nargs=-1, metavar="[CASE...]")
@click.option("--number", type=click.IntRange(1), metavar="N", help=say("runoff.opt.number"))
@click.option("--judge", default="", metavar="ID", help=say("runoff.opt.judge"))
@click.option("--checked-by", "checked", default="", metavar="NAME", help=say("runoff.opt.checked"))
@reason_option
@by_option
@award_option
def command(
    folder: Path,
    action: str,
    cases: tuple[str, ...],
    number: int | None,
    judge: str,
    checked: str,
    reason: str | None,
    by: str,
) -> int:
    with opened(folder, readonly=action == "list") as award:
        if action == "list":
            return _list(award)
        if action == "open":
            _open(award, cases, by)
        elif action == "enter":
            _enter(award, number or _only(award), judge, cases, by, checked)
        elif action == "close":
            _close(award, number or _only(award), by)
        else:
            number = number or _standing(award)
            withdraw_runoff(award, number, need_reason(reason), by)
            talk("runoff.undone", number=number)
    return 0


def _list(award: Award) -> int:
    """1 where a runoff is wanted or open."""
    asked = wanted(award, rank(award))
    known = held(award)
    told = [sentence(one) for one in waiting(award, asked) if one.code == "E-RUNOFF-WANTED"]
    show([*(held_line(award, one) for one in known), *told])
    if not (asked or known):
        talk("runoff.none")
    return 1 if asked or any(one.open for one in known) else 0


def _open(award: Award, cases: tuple[str, ...], by: str) -> None:
    one, new = open_runoff(award, cases, by)
    talk("runoff.opened" if new else "runoff.open_already", number=one.number)
    show(opened_lines(award, one))


def _enter(
    award: Award, number: int, judge: str, ticks: tuple[str, ...], by: str, checked: str
) -> None:
    if not judge:
        raise Bad("E-USAGE-MISSING", name="--judge", command="pingxuan runoff enter")
    ballot = enter_ballot(award, number, judge, ticks, by, checked)
    talk("runoff.entered", judge=judge, receipt=ballot.receipt)


def _close(award: Award, number: int, by: str) -> None:
    one, new = close_runoff(award, number, by)
    talk("runoff.closed" if new else "runoff.closed_already", number=one.number)
    show(votes_lines(award, one))


def _only(award: Award) -> int:
    """The runoff that is meant where none is named. Raises E-RUNOFF-WHICH."""
    running = [one.number for one in held(award) if one.open]
    if len(running) != 1:
        raise Bad("E-RUNOFF-WHICH", known=", ".join(map(str, running)) or "-")
    return running[0]


def _standing(award: Award) -> int:
    """The one that was not taken back. Raises E-RUNOFF-WHICH."""
    standing = [one.number for one in held(award) if not one.withdrawn]
    if len(standing) != 1:
        raise Bad("E-RUNOFF-WHICH", known=", ".join(map(str, standing)) or "-")
    return standing[0]
