"""Write docs/commands.md from the commands themselves: `python docs/make_commands.py`."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path

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
    from cli.group import COMMANDS

    parts = [PREFACE]
    for name in COMMANDS:
        importlib.import_module(f"cli.commands.{COMMANDS[name]}")
        parts.append(f"## {name}\n\n```\n{_help(name)}\n```\n")
    return "\n".join(parts)


def _help(name: str) -> str:
    command = [sys.executable, "-m", "cli.main", name, "--help", "--lang", "en"]
    settings = {**os.environ, "COLUMNS": "100"}
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=settings, check=True
    )
    return done.stdout.rstrip()


if __name__ == "__main__":
    TARGET.write_text(reference(), encoding="utf-8", newline="\n")
