"""`pingxuan collect PATH...`: take in ballot files; the same again is nothing new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from award.collecting import Arrival, Collected, Verdict, collect, waiting
from award.folder import opened
from cli import speaking
from cli.options import PATH, award_option, json_option
from cli.output import say_lines, show, show_json, talk
from db.receipts import format_receipt
from exchange.collecting import conflict_problems
from words import say, sentence

MOST_LINES = 8
"""Lines about files of one kind: a stick full of pictures gives a summary, no flood."""

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
    show(_lines(done.arrivals))
    say_lines(map(sentence, conflict_problems(done.state)))
    counts = {verdict: done.count(verdict) for verdict in TOLD}
    talk("collect.total", ignored=done.ignored, **counts)
    if left := waiting(done.state):
        talk("collect.missing", judges=", ".join(seat.judge for seat in left))
    elif not done.closed:
        talk("collect.all")


def _lines(arrivals: tuple[Arrival, ...]) -> Iterator[str]:
    """A line for each file, of each kind only so many."""
    told: Counter[str] = Counter()
    for one in arrivals:
        kind = one.problem.code if one.problem else one.verdict
        told[kind] += 1
        if told[kind] <= MOST_LINES and kind != "same":
            yield _line(one)
    for kind, count in told.items():
        if count > MOST_LINES and kind != "same":
            yield say("collect.more", count=count - MOST_LINES, code=kind)


def _line(one: Arrival) -> str:
    if one.problem:
        return sentence(one.problem)
    assert one.ballot is not None  # what has no ballot has a problem
    ballot = one.ballot
    facts = {"judge": ballot.judge, "seq": ballot.seq, "receipt": format_receipt(ballot.receipt)}
    return f"{one.name}: {say(f'collect.line.{one.verdict}', **facts)}"


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
