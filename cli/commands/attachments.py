"""`pingxuan attachments [CASE]`: what lies beside the cases, and what it reveals of its authors."""

from __future__ import annotations

from pathlib import Path

import click

from award import attachments
from award.attachment_words import attachment_lines
from award.folder import opened
from cli import speaking
from cli.options import award_option, json_option
from cli.output import say_lines, show, show_json, talk
from words import say


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
        show(line for each in found for line in attachment_lines(each))
    else:
        talk("cli.attachments.none")
    return 1 if any(each.missing for each in found) else 0


def _plain(each: attachments.Listed) -> dict[str, object]:
    one = each.attachment
    return {"case": one.case, "name": one.name, "size": one.size, "sha256": one.digest,
            "missing": each.missing, "reveals": [list(fact) for fact in each.facts]}  # fmt: skip
