"""`pingxuan log`: what was done to the award, by whom, and whether the chain holds."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from award.folder import opened
from cli import speaking
from cli.options import award_option, json_option
from cli.output import show, show_json
from db.records import LogEntry


@speaking.command("log")
@award_option
@json_option
def command(folder: Path, as_json: bool) -> None:
    with opened(folder, readonly=True) as award:
        entries = award.store.log()
    if as_json:
        show_json([asdict(entry) for entry in entries])
        return
    show(_line(entry) for entry in entries)


def _line(entry: LogEntry) -> str:
    detail = json.dumps(dict(entry.detail), ensure_ascii=False)
    return f"{entry.n:>5}  {entry.at}  {entry.actor}  {entry.action}  {detail}  {entry.digest[:12]}"
