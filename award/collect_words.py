"""What became of each file that came in, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from award.collecting import Arrival, Collected, waiting
from db.receipts import format_receipt
from words import say, sentence

_NOBODY: Mapping[str, str] = MappingProxyType({})
MOST_LINES = 8
"""Lines about files of one kind: a stick full of pictures gives a summary, no flood."""


def arrival_lines(arrivals: tuple[Arrival, ...]) -> Iterator[str]:
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


def _named(judges: Sequence[str], people: Mapping[str, str]) -> list[str]:
    return [f"{one} {people.get(one, '')}".strip() for one in judges]


def waiting_lines(done: Collected, people: Mapping[str, str] = _NOBODY) -> list[str]:
    """Who has not returned anything that counts, and who has returned what contradicts itself;
    with the names in `people`, by id.
    """
    left = waiting(done.state)
    kinds = {
        "collect.missing": [seat.judge for seat in left if not seat.conflict],
        "collect.contradict": [seat.judge for seat in left if seat.conflict],
    }
    told = [
        say(key, judges=", ".join(_named(judges, people)))
        for key, judges in kinds.items()
        if judges
    ]
    return told or ([] if done.closed else [say("collect.all")])
