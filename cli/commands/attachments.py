"""`pingxuan attachments [CASE]`: what lies beside the cases, and what it reveals of its authors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from award import attachments
from award.folder import opened
from cli import speaking
from cli.options import award_option, json_option
from cli.output import say_lines, show, show_json, talk
from files.metadata import Fact
from files.reading import in_units
from words import say
from words.text import clean_line


@speaking.command("attachments")
@click.argument("case", required=False, metavar="[CASE]")
@click.option("--text", "wanted", metavar="NAME", help=say("cli.opt.attachment_text"))
@award_option
@json_option
def command(folder: Path, case: str | None, wanted: str | None, as_json: bool) -> int:
    with opened(folder, readonly=True) as award:
        if case:
            award.store.nomination(case)
        if case and wanted:
            show(attachments.text(award, attachments.find(award, case, wanted)))
            return 0
        found = attachments.listed(award, case)
    if as_json:
        show_json([_plain(each) for each in found])
    elif found:
        say_lines([say("cli.attachments.why")])
        show(line for each in found for line in _lines(each))
    else:
        talk("cli.attachments.none")
    return 1 if any(each.missing for each in found) else 0


def _plain(each: attachments.Listed) -> dict[str, object]:
    one = each.attachment
    return {"case": one.case, "name": one.name, "size": one.size, "sha256": one.digest,
            "missing": each.missing, "reveals": [list(fact) for fact in each.facts]}  # fmt: skip


def _lines(each: attachments.Listed) -> Iterator[str]:
    one = each.attachment
    gone = say("cli.attachments.gone") if each.missing else ""
    yield f"{one.case}  {one.name}  {in_units(one.size)}  {one.digest[:12]}  {gone}".rstrip()
    for fact in each.facts:
        yield "    " + _said(fact)


def _said(fact: Fact) -> str:
    what, value = fact
    return say(f"cli.attachments.{what}", value=clean_line(value))
