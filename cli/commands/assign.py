"""`pingxuan assign --ballots 5 --seed 7`: share the cases out; shown first, done with --yes.

`--panel a=field:化学 --panel b=K1,K2`: by panels, as the rules name them.
"""

from __future__ import annotations

from pathlib import Path

import click

from award.assigning import assign, lines, planned, unassign
from award.folder import opened
from award.panel_assigning import assign_panels, panel_lines, planned_panels
from cli import speaking
from cli.options import award_option, by_option
from cli.output import show, talk
from words import say


@speaking.command("assign")
@click.option("--ballots", type=click.IntRange(1, 500), metavar="N", help=say("cli.opt.ballots"))
@click.option("--seed", type=click.IntRange(0), default=1, help=say("cli.opt.assign_seed"))
@click.option("--panel", "panels", multiple=True, metavar="KEY=CASES", help=say("cli.opt.panel"))
@click.option("--everybody", is_flag=True, help=say("cli.opt.everybody"))
@click.option("--yes", is_flag=True, help=say("cli.opt.assign_yes"))
@by_option
@award_option
def command(
    folder: Path,
    ballots: int | None,
    seed: int,
    panels: tuple[str, ...],
    everybody: bool,
    yes: bool,
    by: str,
) -> int:
    if [ballots is not None, bool(panels), everybody].count(True) != 1:
        raise click.UsageError("--ballots | --panel | --everybody")
    if everybody:
        return _everybody(folder, by)
    if panels:
        return _panels(folder, panels, yes, by)
    assert ballots is not None
    with opened(folder, readonly=not yes) as award:
        found = planned(award, ballots, seed)
        show(lines(award, found))
        if not (found.possible and yes):
            talk("cli.assign.dry")
            return 0 if found.possible else 1
        one = assign(award, found, by)
    talk("cli.assign.done", judges=len(one.shares), ballots=one.ballots)
    return 0


def _panels(folder: Path, panels: tuple[str, ...], yes: bool, by: str) -> int:
    with opened(folder, readonly=not yes) as award:
        found = planned_panels(award, panels)
        show(panel_lines(found))
        if not yes:
            talk("cli.assign.dry")
            return 0
        assign_panels(award, found, by)
    talk("cli.assign.panels", count=len(found))
    return 0


def _everybody(folder: Path, by: str) -> int:
    with opened(folder) as award:
        unassign(award, by)
    talk("cli.assign.everybody")
    return 0
