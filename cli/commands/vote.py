"""`pingxuan vote`: a secret vote: who has voted, papers from the ballot box, closing.

Judges vote with `pingxuan score`. `enter` takes two files that two people have typed.
"""

from __future__ import annotations

from pathlib import Path

import click

from award.folder import Award, opened
from award.papers import enter_files
from award.rounds import round_name
from award.secret import close_vote, closed, members, require_stage, voted
from cli import speaking
from cli.options import PATH, award_option, by_option
from cli.output import show, talk
from scoring.chain_rules import Stage
from words import Bad, say


@speaking.command("vote")
@click.argument("action", type=click.Choice(["status", "enter", "close"]))
@click.argument("files", nargs=-1, type=PATH, metavar="[FILE FILE]")
@click.option("--stage", "key", default="", metavar="KEY", help=say("vote.opt.stage"))
@click.option("--voters", default="", metavar="ID,ID", help=say("vote.opt.voters"))
@click.option("--checked-by", "checked", default="", metavar="NAME", help=say("vote.opt.checked"))
@by_option
@award_option
def command(
    folder: Path,
    action: str,
    files: tuple[Path, ...],
    key: str,
    voters: str,
    checked: str,
    by: str,
) -> int:
    with opened(folder, readonly=action == "status") as award:
        stage = require_stage(award, key)
        if action == "status":
            return _status(award, stage)
        if action == "enter":
            if len(files) != 2:
                raise Bad("E-USAGE-MISSING", name="FILE FILE", command="pingxuan vote enter")
            named = voters.replace("，", ",").split(",")
            names = [name.strip() for name in named if name.strip()]
            count = enter_files(award, stage, (files[0], files[1]), names, by, checked)
            talk("vote.entered", count=count)
        else:
            count, new = close_vote(award, stage, by)
            talk("vote.closed" if new else "vote.closed_already", count=count)
    return 0


def _status(award: Award, stage: Stage) -> int:
    """1 while somebody has not voted or the box is shut."""
    there, everybody = voted(award, stage), members(award, stage)
    waiting = [judge for judge in everybody if judge not in there]
    done = closed(award, stage) is not None
    show(
        say(f"vote.line.{name}", list=", ".join(judges) or "-", count=len(judges))
        for name, judges in (("voted", there), ("waiting", waiting))
    )
    show([say("vote.line.closed" if done else "vote.line.open",
              stage=round_name(award.rules, stage.key))])  # fmt: skip
    return 0 if done else 1
