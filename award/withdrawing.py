"""Judges who leave or are replaced: first what it would do to every case, then it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from award.assigning import hand_on
from award.closed import require_open
from award.collecting import has_packets, state_of
from award.coverage import Coverage, coverage
from award.folder import Award
from award.ranking import inputs_of, rank
from award.rounds import require_not_passed, require_round, round_of, take_seat
from award.secret import refuse_dropping
from award.terms import counted_rules, weighed
from db.records import Judge, Withdrawal
from exchange.collecting import State
from scoring.cells import Matrix
from scoring.cells import State as Cell
from scoring.compute import compute_award
from scoring.points import format_fixed
from scoring.result import DecisionError, Outcome, Standing
from words import Bad

Scores = Literal["keep", "drop"]


@dataclass(frozen=True)
class Moved:
    """A case whose place changes: rank, published score and tier, before and after."""

    case: str
    before: tuple[str, str, str]
    after: tuple[str, str, str]


@dataclass(frozen=True)
class Effect:
    """What leaving would do. `moved` is None where nothing can be ranked yet."""

    judge: str
    handed_in: bool
    cases: tuple[tuple[Coverage, Coverage], ...]
    moved: tuple[Moved, ...] | None


def effect(award: Award, judge: str, scores: Scores, joining: int = 0) -> Effect:
    """What it would do to each case if the judge left; nothing is written.

    Raises E-JUDGEUNKNOWN, E-WITHDRAWN where it was done already, or E-VOTE-GONE where a secret
    ballot would have to be found.
    """
    award.store.judge(judge)
    leaving = Withdrawal(judge, scores, "")
    _refuse_done(award, leaving)
    if scores == "drop":
        refuse_dropping(award, judge)
    stage = require_round(award, judge)
    state: State = state_of(award, stage=stage) if has_packets(award, stage) else {}
    before = coverage(award, state, stage=stage)
    after = coverage(award, state, {judge: leaving}, joining, stage=stage)
    changed = tuple((b, a) for b, a in zip(before, after, strict=True) if b != a)
    here = judge in award.store.handed_in()
    came = here or (judge in state and state[judge].counts is not None)
    return Effect(judge, came, changed, _moved(award, leaving))


def _refuse_done(award: Award, leaving: Withdrawal) -> None:
    there = award.store.withdrawals().get(leaving.judge)
    if there and there.scores == leaving.scores:
        raise Bad("E-WITHDRAWN", judge=leaving.judge)


def _moved(award: Award, leaving: Withdrawal) -> tuple[Moved, ...] | None:
    """The places that change, where everything that counts was opened."""
    try:
        ranking = rank(award)
        inputs = inputs_of(award, ranking)
        matrices = {
            key: without(found, leaving) if leaving.judge in found.judges else found
            for key, found in inputs.matrices.items()
        }
        outcome = compute_award(counted_rules(award), replace(inputs, matrices=matrices))
    except (Bad, DecisionError):
        return None
    was, now = _places(award, ranking.outcome), _places(award, outcome)
    return tuple(Moved(case, was[case], now[case]) for case in was if was[case] != now[case])


def without(matrix: Matrix, leaving: Withdrawal) -> Matrix:
    """The matrix as it would be: with `drop` nothing of the judge, with `keep` nothing missing."""
    new = replace(matrix, points=matrix.points[:], states=matrix.states[:])
    judge = matrix.judges.index(leaving.judge)
    for c in range(len(matrix.cases)):
        for i in range(len(matrix.criteria)):
            place = matrix.at(c, judge, i)
            if leaving.scores == "drop" or matrix.states[place] == Cell.MISSING:
                new.points[place], new.states[place] = 0, Cell.NOT_ASSIGNED
    return new


def _places(award: Award, outcome: Outcome) -> dict[str, tuple[str, str, str]]:
    names = {tier.key: tier.name.zh or tier.name.en for tier in award.rules.tiers}
    places = award.rules.rounding.places

    def texts(line: Standing) -> tuple[str, str, str]:
        published = line.score.published
        score = "-" if published is None else format_fixed(published, places)
        return str(line.rank or "-"), score, names.get(line.tier, "-")

    return {line.case: texts(line) for line in outcome.standings}


def withdraw(award: Award, judge: str, scores: Scores, reason: str, by: str) -> None:
    """A judge leaves. Raises E-JUDGEUNKNOWN, E-WITHDRAWN or E-REASON, and E-STAGE-PASSED where
    the scores of a stage that is over would be dropped, or count after all.
    """
    leaving = Withdrawal(judge, scores, reason)
    award.store.judge(judge)
    _refuse_done(award, leaving)
    if scores == "drop":
        refuse_dropping(award, judge)
    if scores == "drop" or judge in award.store.withdrawals():
        require_not_passed(award, round_of(award, judge))
    award.store.withdraw(leaving, by)


def replace_judge(
    award: Award, judge: str, new: Judge, scores: Scores, reason: str, by: str
) -> Sequence[str]:
    """A judge leaves and another comes, who scores every case; the ids that are new.

    In a chain the new one sits in the round of the one who left; where the scores of that one
    are dropped, in the panel too, and with the weight. Raises E-CLOSED after closing,
    E-REPLACE-PANEL for a panel that would have both, and what importing a judge or leaving
    raises.
    """
    stage = round_of(award, judge)
    require_open(award, stage)
    _refuse_done(award, Withdrawal(judge, scores, reason))
    if scores == "keep" and any(one.panels for one in award.rules.chain if one.key == stage):
        raise Bad("E-REPLACE-PANEL", judge=judge)
    added = award.store.add_judges([new])
    hand_on(award, judge, new.id, by)
    if _takes_seat(award, judge, new.id):
        take_seat(award, new.id, judge, by)
    withdraw(award, judge, scores, reason, by)
    return added.new


def _takes_seat(award: Award, judge: str, new: str) -> bool:
    """Whether the rules say something of the place that is to be said of the new one."""
    if award.rules.chain:
        return not award.rules.stage_of(new)
    return weighed(award, judge) and not weighed(award, new)
