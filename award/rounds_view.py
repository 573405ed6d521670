"""How far each stage of a chain is, in counts only: what status and the overview show of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from award import secret
from award.closed import close_record
from award.collecting import has_packets, state_of
from award.entering import cases_seen
from award.folder import Award
from award.rounds import frozen, judges_of, round_name, round_of, round_on, rounds, rules_for
from db.records import Progress
from words import say

How = Literal["waits", "here", "frozen", "collecting", "closed", "done", "counted"]


@dataclass(frozen=True)
class RoundLine:
    """One stage. `returned` of `judges` have handed in; `on`: the one that is shown now.

    waits: nothing has begun; here: judges work on this computer; frozen: no packet is out;
    collecting; closed: not opened yet; done; counted: votes of the public are there.
    """

    key: str
    kind: str
    how: How
    returned: int
    judges: int
    cases: int
    on: bool


def rounds_view(award: Award) -> tuple[RoundLine, ...]:
    """The stages of a chain in order, eligibility left out; nothing for an award of one stage."""
    shown = round_shown(award)
    return tuple(_lines(award, shown)) if award.rules.chain else ()


def _lines(award: Award, shown: str) -> Iterator[RoundLine]:
    for one in award.rules.chain:
        if one.form:
            yield _round(award, one.key, one.kind, on=one.key == shown)
        elif one.kind == "public_vote":
            from award.public_votes import stored  # few awards ask the public

            counts = len(stored(award, one.key))
            how: How = "counted" if counts else "waits"
            yield RoundLine(one.key, one.kind, how, 0, 0, counts, on=False)


def _round(award: Award, key: str, kind: str, *, on: bool) -> RoundLine:
    gone = award.store.withdrawals()
    judges = {one.id for one in judges_of(award, key)}
    came = handed_in(award, key)
    held = frozen(award, key)
    cases = len(cases_seen(award, key)) if on or held else 0
    left = {one for one in judges if one in gone and one not in came}
    how = _how(award, key, len(came))
    return RoundLine(key, kind, how, len(came), len(judges - left), cases, on)


def handed_in(award: Award, stage: str) -> frozenset[str]:
    """The judges of a round whose ballot is in, sealed or on this computer."""
    judges = {one.id for one in judges_of(award, stage)}
    came = set(award.store.handed_in()) & judges
    if has_packets(award, stage):
        seats = state_of(award, stage=stage).values()
        came |= {seat.judge for seat in seats if seat.counts} & judges
    return frozenset(came) | secret.voters(award, stage)


def _how(award: Award, key: str, came: int) -> How:
    if close_record(award, key) is not None:
        here = set(award.store.handed_in())
        sealed = handed_in(award, key) - here - award.store.withdrawals().keys()
        return "closed" if sealed else "done"
    if secret.box_opened(award, key):
        return "done"
    if has_packets(award, key):
        return "collecting"
    if frozen(award, key) is not None:
        return "frozen"
    return "here" if came else "waits"


def round_shown(award: Award) -> str:
    """The round whose judges are looked at: the one that is on, or the next one where that was
    closed and its judges have begun on this computer; without any slate the first that is not
    whole.
    """
    keys = [one.key for one in rounds(award.rules)]
    if not award.rules.chain:
        return keys[0]
    begun = [key for key in keys if frozen(award, key)]
    if not begun:
        return next((key for key in keys if not _whole(award, key)), keys[-1])
    on = round_on(award)
    later = keys[keys.index(on) + 1 :]
    if close_record(award, on) is not None and later and handed_in(award, later[0]):
        return later[0]
    return on


def _whole(award: Award, key: str) -> bool:
    in_or_gone = handed_in(award, key) | award.store.withdrawals().keys()
    return {one.id for one in judges_of(award, key)} <= in_or_gone


def progress_of(award: Award) -> tuple[Progress, ...]:
    """How far every judge is, of the cases of the own round."""
    if not award.rules.chain:
        return award.store.progress(award.rules)
    found = [one for key in [stage.key for stage in rounds(award.rules)]
             for one in _progress(award, key)]  # fmt: skip
    order = {one.id: at for at, one in enumerate(award.store.judges())}
    return tuple(sorted(found, key=lambda one: order[one.judge.id]))


def _progress(award: Award, key: str) -> Iterator[Progress]:
    cases = set(cases_seen(award, key))
    away = award.store.away()
    for one in award.store.progress(rules_for(award, key)):
        if round_of(award, one.judge.id) == key:
            recused = sum(judge == one.judge.id and case in cases for judge, case in away)
            yield replace(one, recused=recused, total=len(cases))


def round_words(award: Award, line: RoundLine) -> str:
    """One stage in one short line."""
    counts = {"returned": line.returned, "judges": line.judges, "cases": line.cases}
    return say(f"stages.view.{line.how}", name=round_name(award.rules, line.key), **counts)
