"""`pingxuan serve`: the screens in a browser on this machine, by a link that works once."""

from __future__ import annotations

from pathlib import Path

import click

from award.folder import opened
from cli import speaking
from cli.gate import Gate
from cli.options import award_option
from cli.output import talk
from words import language, say


@speaking.command("serve")
@click.option("--judge", metavar="ID", help=say("cli.opt.serve_judge"))
@click.option(
    "--port", type=click.IntRange(1024, 65535), default=8765, help=say("cli.opt.serve_port")
)
@click.option("--most", type=click.IntRange(1, 50), default=1, help=say("cli.opt.serve_most"))
@award_option
def command(folder: Path, judge: str | None, port: int, most: int) -> None:
    from cli.serving import own_command, serve

    with opened(folder, readonly=True) as award:
        if judge:
            award.store.judge(judge)
    what = ["score", "--judge", judge] if judge else ["desk"]
    words = [*what, "-C", str(folder.absolute()), "--lang", language()]
    serve(own_command(*words), port, most, _tell)


def _tell(gate: Gate) -> None:
    click.echo(gate.link)
    talk("cli.serve.link", most=gate.most)
