"""Every option of every command has its place on the screens, or a reason to have none.

A screen shows the command that does the same; so an option has its place where a module of
`tui.office` names it beside its command.
"""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from functools import cache

import click

from cli.group import COMMANDS
from tests.conftest import ROOT
from tui.office.works import ELSEWHERE

NOWHERE = {
    "--award": "the screens are in the award",
    "--json": "for programs",
    "--yes": "a screen shows first and asks by Enter",
    "--dry-run": "a screen shows first and asks by Enter",
    "--by": "the screens are the secretary's",
    "--passphrase-file": "the passphrase is typed",
    "--chair-file": "the passphrase is typed",
    "--sheet-file": "the sheet is typed",
}
NOT_OF = {
    ("attachments", "--text"): "the file is opened by its own program",
    ("import", "--save-map"): "F8 of the headings, a screen that any file leads to",
    ("paper", "--case"): "a case that was rejected is asked for again by itself",
    ("runoff", "list"): "the question says how each runoff stands",
}


@cache
def _named() -> list[set[str]]:
    """What each module of the screens names: its strings, and what follows an f"--{...}"."""
    return [set(_strings(path.read_text(encoding="utf-8"))) for path in _modules()]


def _modules() -> Iterator[object]:
    yield from (ROOT / "tui" / "office").rglob("*.py")


def _strings(text: str) -> Iterator[str]:
    nodes = list(ast.walk(ast.parse(text)))
    plain = [one.value for one in nodes if isinstance(one, ast.Constant)]
    yield from (one for one in plain if isinstance(one, str))
    if any(isinstance(one, ast.JoinedStr) and _begins(one) for one in nodes):
        yield from (f"--{one}" for one in plain if isinstance(one, str))


def _begins(text: ast.JoinedStr) -> bool:
    first = text.values[0]
    return isinstance(first, ast.Constant) and first.value == "--"


def _wanted(name: str) -> Iterator[tuple[str, ...]]:
    """The options of a command, each with its other spellings, and the words it may begin with."""
    command = importlib.import_module(f"cli.commands.{COMMANDS[name]}").command
    for one in command.params:
        if isinstance(one, click.Option):
            yield tuple(reversed(one.opts))
        elif isinstance(one.type, click.Choice):
            yield from ((str(choice),) for choice in one.type.choices)


def _missing(name: str) -> list[str]:
    return [
        spelled[0]
        for spelled in _wanted(name)
        if spelled[0] not in NOWHERE and (name, spelled[0]) not in NOT_OF
        and not any(name in module and module & set(spelled) for module in _named())
    ]  # fmt: skip


def test_every_option_has_its_place_or_a_reason() -> None:
    missing = {name: _missing(name) for name in COMMANDS if name not in ELSEWHERE}
    assert {name: options for name, options in missing.items() if options} == {}


def test_no_reason_stands_for_an_option_that_is_gone() -> None:
    known = {(name, one) for name in COMMANDS for spelled in _wanted(name) for one in spelled}
    assert set(NOT_OF) <= known
    assert set(NOWHERE) <= {option for _, option in known}
