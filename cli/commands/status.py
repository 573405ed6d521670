"""`pingxuan status`: how far each judge is, in counts only."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from award.folder import opened
from cli import speaking
from cli.options import award_option, json_option
from cli.output import show, show_json
from cli.table import Column, lines
from db.receipts import format_receipt
from db.records import Progress
from words import say


@speaking.command("status")
@award_option
@json_option
def command(folder: Path, as_json: bool) -> None:
    with opened(folder, readonly=True) as award:
        progress = award.store.progress(award.rules)
    if as_json:
        show_json([asdict(one) for one in progress])
        return
    titles = ("judge", "name", "done", "recused", "left", "state", "receipt")
    columns = [Column(say(f"cli.status.{title}")) for title in titles]
    show(lines(columns, [_row(one) for one in progress]))


def _row(one: Progress) -> list[str]:
    state = "submitted" if one.submitted else "open" if one.done or one.started else "untouched"
    left = one.total - one.done - one.recused
    counts = [f"{one.done}/{one.total - one.recused}", str(one.recused), str(left)]
    receipt = format_receipt(one.receipt)
    return [one.judge.id, one.judge.name, *counts, say(f"cli.status.is_{state}"), receipt]
