"""`pingxuan judge PACKET`: the judge's own computer, from the packet to the sealed ballot."""

from __future__ import annotations

from pathlib import Path

import click

from cli import speaking
from cli.options import PATH
from cli.secrets import file_option
from words import say


@speaking.command("judge")
@click.argument("packet", type=PATH, metavar="PACKET")
@click.option("--plain", is_flag=True, help=say("cli.opt.plain"))
@file_option("--code-file", "code_file")
def command(packet: Path, plain: bool, code_file: Path | None) -> int:
    from cli.judging import judge

    return judge(packet, code_file, plain=plain)
