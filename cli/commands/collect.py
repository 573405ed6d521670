"""`pingxuan collect PATH...`: take in ballot files; the same again is nothing new."""

from __future__ import annotations

from pathlib import Path

import click

from award.collect_words import arrival_lines, waiting_lines
from award.collecting import Collected, Verdict, collect
from award.folder import opened
from cli import speaking
from cli.options import PATH, award_option, json_option
from cli.output import say_lines, show, show_json, talk
from exchange.collecting import conflict_problems
from words import sentence

TOLD: tuple[Verdict, ...] = ("taken", "same", "earlier", "conflict", "late", "refused")


@speaking.command("collect")
@click.argument("paths", nargs=-1, required=True, type=PATH, metavar="PATH...")
@award_option
@json_option
def command(folder: Path, paths: tuple[Path, ...], as_json: bool) -> int:
    with opened(folder) as award:
        done = collect(award, paths)
    if as_json:
        show_json(_data(done))
    else:
        _tell(done)
    return 1 if done.count("refused") or conflict_problems(done.state) else 0


def _tell(done: Collected) -> None:
    show(arrival_lines(done.arrivals))
    say_lines(map(sentence, conflict_problems(done.state)))
    counts = {verdict: done.count(verdict) for verdict in TOLD}
    talk("collect.total", ignored=done.ignored, **counts)
    say_lines(waiting_lines(done))


def _data(done: Collected) -> dict[str, object]:
    files = [
        {
            "name": one.name,
            "verdict": one.verdict,
            "code": one.problem.code if one.problem else "",
            "judge": one.ballot.judge if one.ballot else "",
            "receipt": one.ballot.receipt if one.ballot else "",
        }
        for one in done.arrivals
    ]
    returned = {judge: bool(seat.counts) for judge, seat in done.state.items()}
    return {"files": files, "ignored": done.ignored, "returned": returned}
