"""Write docs/commands.md from the commands themselves: `python docs/make_commands.py`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from words import use

TARGET = Path(__file__).resolve().parent / "commands.md"
PREFACE = """# Commands

Made from the program by `python docs/make_commands.py`; a test compares the two.

Every command takes `--lang zh` or `--lang en`, anywhere on the line; without it the language is
that of the machine (`PINGXUAN_LANG` decides before the locale). Data goes to standard output,
talk and errors to standard error.

| exit code | meaning |
|---|---|
| 0 | done |
| 1 | the answer is no: something is wrong or missing, and said in a sentence each |
| 2 | wrong use: no such command, option, award or file |
| 130 | stopped by the person |

An error is one sentence with a code in brackets, such as `[E-INCOMPLETE]`: what is wrong, where,
and what to do. Nothing is overwritten without `--force`. A command may be run again after it was
stopped.
"""


def reference() -> str:
    """The whole file: one section per command, its help as it is printed in English."""
    use("en")  # before any command is imported: help texts are made on import
    from cli.group import COMMANDS, pingxuan

    context = click.Context(pingxuan, info_name="pingxuan")
    parts = [PREFACE]
    for name in COMMANDS:
        command = pingxuan.get_command(context, name)
        assert command is not None
        settings = command.context_settings
        told = click.Context(
            command, info_name=name, parent=context, terminal_width=100, **settings
        )
        parts.append(f"## {name}\n\n```\n{command.get_help(told).rstrip()}\n```\n")
    return "\n".join(parts)


def main() -> None:
    """Write the file; with `--check` only say whether it is as it should be."""
    if "--check" in sys.argv:
        sys.exit(TARGET.read_text(encoding="utf-8") != reference())
    TARGET.write_text(reference(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
