"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from words import say

PATH = click.Path(path_type=Path, readable=False)  # what cannot be read, we say ourselves

award_option = click.option(
    "-C",
    "--award",
    "folder",
    type=PATH,
    default=Path(),
    envvar="PINGXUAN_AWARD",
    metavar="DIR",
    help=say("cli.opt.award"),
)
json_option = click.option("--json", "as_json", is_flag=True, help=say("cli.opt.json"))
reason_option = click.option("--reason", metavar="TEXT", help=say("cli.opt.reason"))
by_option = click.option("--by", metavar="NAME", default="secretary", help=say("cli.opt.by"))
force_option = click.option("--force", is_flag=True, help=say("cli.opt.force"))
