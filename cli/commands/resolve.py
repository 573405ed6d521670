"""`pingxuan resolve JUDGE RECEIPT --reason TEXT`: which of two ballots holds."""

from __future__ import annotations

from pathlib import Path

import click

from award.collecting import resolve
from award.folder import opened
from cli import speaking
from cli.options import award_option, by_option, reason_option
from cli.output import need_reason, talk
from db.receipts import format_receipt


@speaking.command("resolve")
@click.argument("judge")
@click.argument("receipt")
@reason_option
@by_option
@award_option
def command(folder: Path, judge: str, receipt: str, reason: str | None, by: str) -> None:
    with opened(folder) as award:
        choice = resolve(award, judge, receipt, need_reason(reason), by)
    kept = format_receipt(choice.kept.receipt)
    talk("collect.resolved", judge=judge, receipt=kept, count=len(choice.dropped))
