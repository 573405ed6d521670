"""`pingxuan accept-late JUDGE --reason TEXT`: let a late ballot in, by a minuted decision."""

from __future__ import annotations

from pathlib import Path

import click

from award.closing import accept_late
from award.folder import opened
from cli import speaking
from cli.options import award_option, by_option, reason_option
from cli.output import need_reason, talk
from db.receipts import format_receipt


@speaking.command("accept-late")
@click.argument("judge")
@reason_option
@by_option
@award_option
def command(folder: Path, judge: str, reason: str | None, by: str) -> None:
    with opened(folder) as award:
        late = accept_late(award, judge, need_reason(reason), by)
    talk("collect.late", judge=judge, receipt=format_receipt(late.receipt))
