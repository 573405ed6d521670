"""The rounds of an award: its stages in which judges fill something in, one after the other.

An award of one stage has one round, and everybody in it. In a chain each judge belongs to one
round; the slate that was frozen last says which round is on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from db.records import Document, Judge
from exchange.fields import unpack
from exchange.objects import Slate
from files import canonical
from scoring.chain_rules import Stage
from scoring.rules import Rules
from words import Bad, pick

if TYPE_CHECKING:  # an archive is verified without a database
    from award.folder import Award

SLATE, SEAT = "slate", "seat"


@dataclass(frozen=True)
class Frozen:
    """A slate with the document that keeps it."""

    slate: Slate
    document: Document

    @property
    def hash(self) -> str:
        return self.document.digest


def rounds(rules: Rules) -> tuple[Stage, ...]:
    """The stages that judges fill in, in order."""
    return tuple(one for one in rules.passes() if one.form)


def earlier(rules: Rules, stage: str) -> tuple[str, ...]:
    """The rounds before this one."""
    keys = [one.key for one in rounds(rules)]
    return tuple(keys[: keys.index(stage)])


def following(rules: Rules, stage: str) -> str:
    """The round after this one; empty after the last."""
    keys = [one.key for one in rounds(rules)]
    return next(iter(keys[keys.index(stage) + 1 :]), "")


def rules_for(award: Award, stage: str) -> Rules:
    """The rules as somebody sees them who works on this round."""
    return award.rules.looking_at(stage) if award.rules.chain else award.rules


def round_name(rules: Rules, stage: str) -> str:
    """A stage's name in the user's language; its key where the rules do not name it."""
    named = {one.key: one.name for one in rules.passes()}
    return pick((named[stage].zh, named[stage].en)) if stage in named else stage


# --- judges --------------------------------------------------------------------------------


def judges_of(award: Award, stage: str) -> tuple[Judge, ...]:
    """The judges of a round, in natural order of their ids."""
    return tuple(one for one in award.store.judges() if round_of(award, one.id) == stage)


def round_of(award: Award, judge: str) -> str:
    """The round a judge belongs to, by the rules or in another's seat; empty where in none."""
    if not award.rules.chain:
        return award.rules.stage.key
    return award.rules.stage_of(seat_holders(award).get(judge, judge))


def seat_holders(award: Award) -> dict[str, str]:
    """Who came for whom: the new judge, and the one of the rules whose seat it is."""
    came = came_for(award)
    found = dict(came)
    for judge, left in came.items():
        while left in came:
            left = came[left]
        found[judge] = left
    return found


def came_for(award: Award) -> dict[str, str]:
    """The new judge, and the one who left, who may have come for somebody before."""
    kept = award.store.documents(SEAT)
    return {one.subject: str(cast(dict[str, object], canonical.loads(one.payload))["for"])
            for one in kept}  # fmt: skip


def take_seat(award: Award, judge: str, left: str, by: str) -> None:
    """In a chain, note that one judge sits in a round for another who left."""
    payload = canonical.dumps({"for": left, "judge": judge})
    award.store.add_document(SEAT, judge, payload, number=1, detail={"for": left}, actor=by)


def counted_judges(award: Award, stage: Stage) -> tuple[str, ...]:
    """The ids of a stage's judges as they are counted; empty for all.

    Who was replaced and took the scores along is not there any more.
    """
    if not stage.judges or not (came := came_for(award)):
        return stage.judges
    gone = {one for one, left in award.store.withdrawals().items() if left.scores == "drop"}
    here = [judge for judge in came if round_of(award, judge) == stage.key]
    replaced = gone & {came[judge] for judge in here}
    return tuple(one for one in (*stage.judges, *here) if one not in replaced)


def require_round(award: Award, judge: str) -> str:
    """As `round_of`. Raises E-STAGE-JUDGE for a judge of no round."""
    if not (stage := round_of(award, judge)):
        raise Bad("E-STAGE-JUDGE", judge=judge)
    return stage


# --- slates --------------------------------------------------------------------------------


def slates(award: Award) -> tuple[Frozen, ...]:
    """Every slate, oldest first."""
    return tuple(map(_frozen, award.store.documents(SLATE, "")))


def frozen(award: Award, stage: str = "") -> Frozen | None:
    """The newest slate, or the newest of one round; None where there is none."""
    if stage and award.rules.chain:
        return next((one for one in reversed(slates(award)) if one.slate.stage == stage), None)
    kept = award.store.document(SLATE)
    return _frozen(kept) if kept else None


def _frozen(kept: Document) -> Frozen:
    return Frozen(unpack(Slate, kept.payload), kept)


def round_on(award: Award) -> str:
    """The round that is on: the one frozen last, or the first."""
    rules = award.rules
    if not rules.chain:
        return rules.stage.key
    last, keys = frozen(award), [one.key for one in rounds(rules)]
    return last.slate.stage if last and last.slate.stage in keys else keys[0]


def require_not_passed(award: Award, stage: str) -> None:
    """Raises E-STAGE-PASSED where a later round was frozen: it stands on this one's result."""
    if not award.rules.chain or not stage:
        return
    on = round_on(award)
    if stage in earlier(award.rules, on):
        names = {"stage": stage, "on": on}
        raise Bad("E-STAGE-PASSED", **{k: round_name(award.rules, v) for k, v in names.items()})


def require_cases_stand(award: Award, cases: Iterable[str]) -> None:
    """Raises E-STAGE-CASES for cases that would come, go or change in a round that is over."""
    if not award.rules.chain or not (names := ", ".join(cases)):
        return
    if before := earlier(award.rules, round_on(award)):
        raise Bad("E-STAGE-CASES", stage=round_name(award.rules, before[-1]), cases=names)


def require_on(award: Award, judges: Sequence[str]) -> None:
    """Raises E-STAGE-OTHER for the first judge whose round is not on, E-STAGE-JUDGE."""
    on = round_on(award)
    for judge in judges if award.rules.chain else ():
        if (stage := require_round(award, judge)) != on:
            names = {"stage": stage, "on": on}
            told = {k: round_name(award.rules, v) for k, v in names.items()}
            raise Bad("E-STAGE-OTHER", judge=judge, **told)
