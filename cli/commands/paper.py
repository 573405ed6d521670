"""`pingxuan paper sheets|enter|check`: judges who score on paper."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import click

from award.folder import opened
from award.paper_pages import FOLDER, write_sheets
from cli import speaking
from cli.options import award_option
from cli.output import show, talk
from words import say

Action = Literal["sheets", "enter", "check"]


@speaking.command("paper")
@click.argument("action", type=click.Choice(["sheets", "enter", "check"]))
@click.argument("judge", required=False)
@click.option("--judge", "judges", multiple=True, metavar="ID", help=say("cli.opt.paper_judge"))
@click.option("--case", "only", metavar="CASE", default="", help=say("cli.opt.paper_case"))
@click.option("--by", metavar="NAME", default="", help=say("cli.opt.paper_by"))
@award_option
def command(
    folder: Path, action: Action, judge: str | None, judges: tuple[str, ...], only: str, by: str
) -> int:
    wanted = (*judges, *([judge] if judge else []))
    if action == "sheets":
        return _sheets(folder, wanted)
    if len(wanted) != 1:
        raise click.UsageError(say("paper.one_judge"))
    return _talk(folder, action, wanted[0], only, by)


def _sheets(folder: Path, judges: tuple[str, ...]) -> int:
    with opened(folder, readonly=True) as award:
        paths = write_sheets(award, judges)
    show(map(str, paths))
    talk("paper.written", folder=folder / FOLDER)
    return 0


def _talk(folder: Path, action: Action, judge: str, only: str, by: str) -> int:
    """0 where nothing of this step is left to do."""
    from tui.plain_paper import PaperTalk
    from tui.plain_talk import Left, Talk

    with opened(folder) as award:
        paper = PaperTalk(award, judge, Talk(sys.stdin, sys.stdout), by)
        try:
            if action == "check":
                return 0 if paper.check() else 1
            return 0 if paper.enter(only) else 1
        except Left:  # every finished case is kept
            return 1
