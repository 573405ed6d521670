"""`pingxuan demo`: the main job on the built-in example award, or on another, start to end."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from award.demo import Demo, build
from cli import speaking
from cli.commands import export, finalise, rank
from cli.options import PATH
from cli.output import talk
from words import say


@speaking.command("demo")
@click.argument("folder", type=PATH, default=Path("demo"), metavar="[DIR]")
@click.option("--example", metavar="NAME", help=say("cli.opt.example"))
@click.option("--no-screens", is_flag=True, help=say("cli.opt.no_screens"))
@click.pass_context
def command(
    context: click.Context, folder: Path, no_screens: bool, example: str | None = None
) -> int:
    if example:
        return _example(context, example, folder)
    demo = build(folder)
    talk("cli.demo.made", path=demo.award)
    _run_through(context, demo.award)
    talk("cli.demo.next", practice=demo.practice, award=demo.award, case=_eleventh(demo))
    return 0 if no_screens else _offer(demo)


def _run_through(context: click.Context, folder: Path) -> None:
    """Rank, freeze, export."""
    context.invoke(rank.command, folder=folder, explain=None, as_json=False)
    context.invoke(finalise.command, folder=folder, despite=False, reason=None, by="secretary")
    context.invoke(export.command, folder=folder, number=None, out=None, force=True)


def _example(context: click.Context, name: str, folder: Path) -> int:
    """One of the folder `examples`; without a folder it goes to demo-NAME."""
    from award.demo import INCOMING
    from award.examples import README, build_example

    source = context.get_parameter_source("folder")
    if source is click.core.ParameterSource.DEFAULT:
        folder = Path(f"demo-{name}")
    award = build_example(name, folder)
    _run_through(context, award)
    talk("cli.demo.example", name=name, path=award, readme=folder / INCOMING / README)
    return 0


def _eleventh(demo: Demo) -> str:
    """The case that just missed the first tier: the one people ask about."""
    from award.folder import opened
    from award.ranking import rank as rank_award

    with opened(demo.award, readonly=True) as award:
        return rank_award(award).outcome.standings[award.rules.tiers[0].size].case


def _offer(demo: Demo) -> int:
    """Open the screens on the practice copy, if there is a terminal and the person agrees."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return 0
    if not click.confirm(say("cli.demo.ask"), default=True, err=True):
        return 0
    from cli.screens import score

    return score(demo.practice, "J01")
