"""Commands whose help speaks the user's language; click's own words would stay English."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from words import Bad, say


class Speaking(click.Command):
    """A command with our words for usage, options and help."""

    allow_extra_args = True  # so that we say ourselves what is too much

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        if rest and not isinstance(self, click.Group):
            raise Bad("E-USAGE-EXTRA", name=" ".join(rest), command=ctx.command_path)
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=say("cli.usage"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [one for one in self.get_params(ctx) if isinstance(one, click.Option)]
        shown = [record for one in options if (record := one.get_help_record(ctx))]
        if shown:
            with formatter.section(say("cli.options")):
                formatter.write_dl(shown)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = say("cli.help.help")
        return option


def command(name: str, **settings: Any) -> Callable[[Callable[..., Any]], click.Command]:
    """`click.command` with the help text of `name` from the words."""
    return click.command(
        name,
        cls=Speaking,
        help=say(f"cli.help.{name}"),
        context_settings={"help_option_names": ["-h", "--help"]},
        **settings,
    )
