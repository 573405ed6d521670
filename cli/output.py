"""Data goes to stdout, talk to stderr; foreign text is cleaned before it is printed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

import click

from words import Bad, say
from words.text import clean


def show(lines: Iterable[str]) -> None:
    """Data, a line each."""
    for line in lines:
        click.echo(clean(line))


def show_json(data: Mapping[str, object] | list[object]) -> None:
    """Data for machines."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def talk(key: str, **params: object) -> None:
    """A sentence to the person, not part of the data."""
    click.echo(clean(say(key, None, **params)), err=True)


def say_lines(lines: Iterable[str]) -> None:
    """Sentences made elsewhere, to the person."""
    for line in lines:
        click.echo(clean(line), err=True)


def need_reason(reason: str | None) -> str:
    """A written reason, or E-NOREASON."""
    if not (reason or "").strip():
        raise Bad("E-NOREASON")
    return (reason or "").strip()
