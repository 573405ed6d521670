"""Which ties want a runoff by the rules, and who votes in it."""

from __future__ import annotations

from dataclasses import dataclass

from award.folder import Award
from award.ranking import Ranking
from award.rounds import counted_judges
from award.runoffs import held
from scoring.chain_rules import Stage
from scoring.result import OpenCut, Outcome, TieUse


@dataclass(frozen=True)
class Wanted:
    """A tie the rules want a runoff for. `away` are recused from one of the cases.

    `before`: how many runoffs between exactly these cases have parted nobody.
    """

    cases: tuple[str, ...]
    places: int
    where: str
    judges: tuple[str, ...]
    away: tuple[str, ...]
    before: int = 0


def wanted(award: Award, ranking: Ranking) -> tuple[Wanted, ...]:
    """The ties at an open cut for which the rules name a runoff."""
    found = (wanted_at(award, ranking, cut) for cut in ranking.outcome.open_cuts)
    return tuple(one for one in found if one)


def wanted_at(award: Award, ranking: Ranking, cut: OpenCut) -> Wanted | None:
    """The runoff for the tie at one open cut; None where the rules name none."""
    group = _group(ranking.outcome, cut)
    return _wanted(award, cut, group) if group else None


def _group(outcome: Outcome, cut: OpenCut) -> tuple[str, ...]:
    """The whole tie around an open cut, as the step `runoff` met it; empty: there is no such
    step.
    """
    tied = [
        use.cases
        for use in _uses(outcome, cut)
        if use.step.kind == "runoff" and not use.split and set(cut.cases) <= set(use.cases)
    ]
    return min(tied, key=len, default=())


def _uses(outcome: Outcome, cut: OpenCut) -> list[TieUse]:
    staged = [use for one in outcome.stages if one.key == cut.tier for use in one.ties]
    return staged + [use for one in outcome.standings if one.case in cut.cases for use in one.ties]


def _wanted(award: Award, cut: OpenCut, cases: tuple[str, ...]) -> Wanted:
    there = _members(award, cut.tier)
    recused = {one.judge for one in award.store.recusals() if one.case in cases}
    before = [one for one in held(award) if set(one.cases) == set(cases) and one.closed]
    return Wanted(
        cases,
        cut.places,
        cut.tier,
        tuple(judge for judge in there if judge not in recused),
        tuple(judge for judge in there if judge in recused),
        len([one for one in before if not one.withdrawn]),
    )


def _judged(award: Award, where: str) -> Stage:
    """The stage that is cut, or the last one that is judged."""
    judged = [stage for stage in award.rules.passes() if stage.form]
    return next((one for one in judged if one.key == where), judged[-1])


def is_secret(award: Award, where: str) -> bool:
    """A tie of a secret vote is voted on in secret too."""
    approval = _judged(award, where).approval
    return approval is not None and approval.secret


def _members(award: Award, where: str) -> list[str]:
    stage = _judged(award, where)
    gone = award.store.withdrawals().keys() | set(award.rules_file.sides.shadow)
    named = counted_judges(award, stage)
    everybody = [one.id for one in award.store.judges() if one.id not in gone]
    return [judge for judge in everybody if not named or judge in named]
