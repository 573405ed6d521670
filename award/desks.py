"""A judge's desk: in an award with several stages it is that of the judge's own stage, with the
cases that have come so far.
"""

from __future__ import annotations

from dataclasses import dataclass

from award.folder import Award
from db.desk import Desk
from scoring.rules import Rules
from words import Bad, pick


@dataclass(frozen=True)
class Seat:
    """The desk, and the rules as this judge sees them."""

    desk: Desk
    rules: Rules


def seat_of(award: Award, judge: str) -> Seat:
    """The judge's seat. Raises E-JUDGEUNKNOWN, E-STAGE-JUDGE, E-STAGE-WAITS, E-LOCKED."""
    award.store.judge(judge)
    if not award.rules.chain:
        return Seat(award.store.desk(judge, award.rules), award.rules)
    stage = award.rules.stage_of(judge)
    if not stage:
        raise Bad("E-STAGE-JUDGE", judge=judge)
    rules = award.rules.looking_at(stage)
    return Seat(award.store.desk(judge, rules, _entrants(award, stage)), rules)


def _entrants(award: Award, stage: str) -> tuple[str, ...]:
    """The cases of a stage. Raises E-STAGE-WAITS while an earlier one is not done."""
    from award.ranking import rank

    keys = [one.key for one in award.rules.chain]
    earlier = keys[: keys.index(stage)]
    forms = [one.key for one in award.rules.chain if one.form and one.key in earlier]
    if not forms:
        rejected = _rejected(award, (*earlier, stage))
        return tuple(one.number for one in award.store.nominations() if one.number not in rejected)
    outcome = rank(award).outcome
    waiting = [key for key in earlier
               if any(gap.stage == key for gap in outcome.gaps)
               or any(cut.tier == key for cut in outcome.open_cuts)
               or key in outcome.open_stages]  # fmt: skip
    # Votes of the public may still be coming in; only what decides who is here must be there.
    blocking = [key for key in waiting if key in forms]
    if blocking:
        named = {one.key: one.name for one in award.rules.chain}
        name = named[blocking[0]]
        raise Bad("E-STAGE-WAITS", stage=pick((name.zh, name.en)))
    promoted = {one.key: one.promoted for one in outcome.stages}
    rejected = _rejected(award, (stage,))
    return tuple(case for case in promoted[earlier[-1]] if case not in rejected)


def _rejected(award: Award, stages: tuple[str, ...]) -> set[str]:
    """Who leaves before or in these stages by somebody's word."""
    from award.events import counted

    first = award.rules.chain[0].key
    return {
        one.case for one in counted(award)
        if one.kind in {"reject", "veto"}
        and (one.stage or (first if one.kind == "reject" else "")) in stages
    }  # fmt: skip
