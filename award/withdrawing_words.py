"""What leaving does, in words: the ballot, each case that is touched, each place that moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from award.withdrawing import Effect, Scores
from words import say


def effect_lines(found: Effect, how: Scores) -> Iterator[str]:
    """What it does to each case and place; cases whose ballots stay as they are are left out."""
    yield say("collect.withdraw.effect")
    kind = how if found.handed_in else "none"
    yield say(f"collect.withdraw.ballot.{kind}", judge=found.judge)
    for before, after in found.cases:
        facts = {"case": after.case, "needed": after.needed}
        counts = {"before": before.reachable, "after": after.reachable}
        yield say("collect.withdraw.case", **facts, **counts)
        if after.short:
            yield say("collect.cases.short", **asdict(after))
    yield from _place_lines(found)


def _place_lines(found: Effect) -> Iterator[str]:
    if found.moved is None:
        yield say("collect.withdraw.sealed")
    elif not found.moved:
        yield say("collect.withdraw.same")
    for one in found.moved or ():
        was = dict(zip(("rank", "score", "tier"), one.before, strict=True))
        now = dict(zip(("new_rank", "new_score", "new_tier"), one.after, strict=True))
        yield say("collect.withdraw.place", case=one.case, **was, **now)
