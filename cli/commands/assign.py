"""`pingxuan assign --ballots 5 --seed 7`: share the cases out; shown first, done with --yes."""

from __future__ import annotations

from pathlib import Path

import click

from award.assigning import assign, lines, planned, unassign
from award.folder import opened
from cli import speaking
from cli.options import award_option, by_option
from cli.output import show, talk
from words import say


@speaking.command("assign")
@click.option("--ballots", type=click.IntRange(1, 500), metavar="N", help=say("cli.opt.ballots"))
@click.option("--seed", type=click.IntRange(0), default=1, help=say("cli.opt.assign_seed"))
@click.option("--everybody", is_flag=True, help=say("cli.opt.everybody"))
@click.option("--yes", is_flag=True, help=say("cli.opt.assign_yes"))
@by_option
@award_option
def command(
    folder: Path, ballots: int | None, seed: int, everybody: bool, yes: bool, by: str
) -> int:
    if (ballots is None) != everybody:
        raise click.UsageError("--ballots")
    if everybody:
        return _everybody(folder, by)
    assert ballots is not None
    with opened(folder, readonly=not yes) as award:
        found = planned(award, ballots, seed)
        show(lines(found))
        if not (found.possible and yes):
            talk("cli.assign.dry")
            return 0 if found.possible else 1
        one = assign(award, found, by)
    talk("cli.assign.done", judges=len(one.shares), ballots=one.ballots)
    return 0


def _everybody(folder: Path, by: str) -> int:
    with opened(folder) as award:
        unassign(award, by)
    talk("cli.assign.everybody")
    return 0
