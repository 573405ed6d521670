"""The command group. Commands are imported when they are called: start-up stays short."""

from __future__ import annotations

import importlib

import click

from cli.speaking import Speaking
from words import Bad, say

COMMANDS = {  # name -> module in cli/commands, in the order of the work
    "new": "new",
    "import": "importing",
    "attach": "attach",
    "attachments": "attachments",
    "amend": "amend",
    "template": "template",
    "recuse": "recuse",
    "check": "check",
    "assign": "assign",
    "freeze": "freeze",
    "keys": "keys",
    "issue": "issue",
    "judge": "judge",
    "score": "score",
    "paper": "paper",
    "desk": "desk",
    "serve": "serve",
    "status": "status",
    "collect": "collect",
    "resolve": "resolve",
    "close": "close",
    "accept-late": "accept_late",
    "withdraw-judge": "withdraw",
    "replace-judge": "replace",
    "reopen": "reopen",
    "rank": "rank",
    "event": "event",
    "vote": "vote",
    "runoff": "runoff",
    "decide": "decide",
    "undecide": "undecide",
    "explain-mark": "explain_mark",
    "sample": "sample",
    "correct": "correct",
    "finalise": "finalise",
    "recount": "recount",
    "results": "results",
    "result": "result",
    "export": "export",
    "archive": "archive",
    "verify": "verify",
    "rebuild": "rebuild",
    "log": "log",
    "backup": "backup",
    "demo": "demo",
}


class Pingxuan(Speaking, click.Group):
    """Finds a command in its module: `rank` is `command` in `cli/commands/rank.py`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"cli.commands.{COMMANDS[cmd_name]}")
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise Bad("E-NOCOMMAND", name=args[0], known=", ".join(COMMANDS))
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list without importing every command."""
        with formatter.section(say("cli.commands")):
            formatter.write_dl([(name, say(f"cli.help.{name}")) for name in COMMANDS])


def _show_version(context: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted:
        from award.program import program_version

        click.echo(f"pingxuan {program_version()}")
        context.exit()


pingxuan = Pingxuan(
    name="pingxuan",
    help=say("cli.help"),
    epilog=say("cli.lang"),
    no_args_is_help=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="",
    params=[
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            help=say("cli.help.version"),
            callback=_show_version,
        )
    ],
)


@click.pass_context
def _overview(context: click.Context) -> None:
    """With no command: the secretary's screens; without a terminal the list of commands."""
    if context.invoked_subcommand is not None:
        return
    from cli.secretary import desk, here, start

    folder = here()
    if folder is not None:
        desk(folder)
    elif start() is None:
        click.echo(context.get_help())


pingxuan.callback = _overview
