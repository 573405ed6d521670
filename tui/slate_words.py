"""What a judge is told about a changed slate, in lines; the same on the screen and line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from scoring.cells import Cell, State
from tui.entry import spelled
from tui.ink import safe
from tui.sitting import Sitting, wording
from words import say

if TYPE_CHECKING:
    from exchange.carrying import Asked, Carried, Why

MOST = 12
"""Case numbers named in one line; the rest is counted."""


def summary(carried: Carried, version: int) -> Iterator[str]:
    """What became of the earlier draft, a line each."""
    yield say("slate.title", old=carried.version, new=version)
    yield say("slate.kept", n=len(carried.kept))
    asked = [one.case for one in carried.asked]
    if asked:
        yield say("slate.asked", n=len(asked), cases=named(asked))
    for what in ("new", "removed", "recused"):
        if cases := getattr(carried, what):
            yield say(f"slate.{what}", cases=named(cases))
    if carried.rules and not any(w.what == "criterion" for one in carried.asked for w in one.why):
        yield say("slate.rules")


def named(cases: Sequence[str]) -> str:
    """The first numbers, and how many there are beyond them."""
    more = f" +{len(cases) - MOST}" if len(cases) > MOST else ""
    return ", ".join(map(safe, cases[:MOST])) + more


def reasons(sitting: Sitting, one: Asked) -> Iterator[str]:
    """Why a case is asked about, a line each."""
    for why in one.why:
        yield from _reason(sitting, why)


def _reason(sitting: Sitting, why: Why) -> Iterator[str]:
    if why.what == "body":
        if why.before:
            yield say("slate.why.body", before=why.before)
        if why.gone:
            yield say("slate.why.gone", gone=why.gone)
        return
    before = safe(why.before)
    if why.what == "criterion":
        names = {one.key: wording(one.name) for one in sitting.criteria}
        before = names.get(why.before, before)
    yield say(f"slate.why.{why.what}", before=before or say("slate.none"))


def old_scores(sitting: Sitting, one: Asked) -> Iterator[str]:
    """The scores that wait, in the order of the criteria; or why there are none."""
    if one.recused:
        yield say("slate.old.recused", reason=safe(one.recused))
    elif not one.old:
        yield say("slate.old.none")
    for criterion in sitting.criteria:
        if criterion.key in one.old:
            yield f"{wording(criterion.name)}  {_spelled(sitting, one.old[criterion.key])}"


def _spelled(sitting: Sitting, cell: Cell) -> str:
    if cell.state is State.NOT_APPLICABLE:
        return say("tui.cell.na")
    return spelled(cell, sitting.stage.decimals) or "--"
