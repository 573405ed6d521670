"""`pingxuan event reject CASE --reason TEXT`: what people decide about one case.

reject, veto, object (an objection that was upheld), ceiling, preset, measure; undo takes one
back by its number; list shows all.
"""

from __future__ import annotations

from pathlib import Path

import click

from award.event_words import event_heading, event_row
from award.events import CaseEvent, measured, record, recorded, withdraw
from award.folder import opened
from cli import speaking
from cli.options import award_option, by_option, reason_option
from cli.output import need_reason, show, talk
from cli.table import Column, lines
from words import Bad, say

KINDS = ("reject", "veto", "object", "ceiling", "preset", "measure", "undo", "list")


@speaking.command("event")
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("case", required=False, default="")
@click.option("--stage", default="", metavar="KEY", help=say("stages.opt_stage"))
@click.option("--tier", default="", metavar="KEY", help=say("stages.opt_tier"))
@click.option("--measure", default="", metavar="KEY", help=say("stages.opt_measure"))
@click.option("--value", default="0", metavar="N", help=say("stages.opt_value"))
@reason_option
@by_option
@award_option
def command(
    folder: Path,
    kind: str,
    case: str,
    stage: str,
    tier: str,
    measure: str,
    value: str,
    reason: str | None,
    by: str,
) -> None:
    with opened(folder, readonly=kind == "list") as award:
        if kind == "list":
            titles = event_heading()
            columns = [Column(title, share=title == titles[-3]) for title in titles]
            show(lines(columns, [event_row(one) for one in recorded(award)]))
        elif not case:
            raise Bad("E-USAGE-MISSING", name="CASE", command="pingxuan event")
        elif kind == "undo":
            withdraw(award, _number(case), need_reason(reason), by)
            talk("stages.event_undone", number=case)
        else:
            units, places = measured(value)
            event = CaseEvent(
                kind, case, need_reason(reason), by, stage, tier, measure, units, places=places  # type: ignore[arg-type]
            )  # fmt: skip
            number = record(award, event)
            talk("stages.event_done", number=number, what=say(f"stages.event_{kind}"), case=case)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Bad("E-EVENT-NONE", number=text)
    return int(text)
