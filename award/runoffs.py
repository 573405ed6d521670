"""Runoffs (再次投票) as they are kept: a small ballot between the cases of one tie.

Documents, never changed, under the number of the runoff: kind `runoff` says that it was opened,
closed or taken back; kind `runoff-ballot` is a judge's ballot in the form of all ballots.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

from award.folder import Award
from db.payload import Sheet, unpack
from db.receipts import receipt_of
from files import canonical
from scoring.cells import Cell, Matrix, State
from scoring.chain_rules import APPROVE, Approval, Majority, Stage
from scoring.inputs import Runoff
from scoring.rules import Aggregation, Criterion, Missing, Rules, Scale, ScoreStage, Text
from words import Bad, entry

KIND, BALLOT, VOTED = "runoff", "runoff-ballot", "runoff-voted"
WHOLE = Majority(0, 1, strict=False)


@dataclass(frozen=True)
class Held:
    """One runoff. `where` is the tier or stage whose places it is about; `judges` may vote.

    `ballots` by judge; of a `secret` one by receipt, and there are none before it is closed.
    `voted` are those whose ballot is in. `closed` and `withdrawn`: when, and why; empty while it
    is not.
    """

    number: int
    cases: tuple[str, ...]
    places: int
    where: str
    judges: tuple[str, ...]
    by: str
    at: str
    ballots: Mapping[str, Sheet] = field(default_factory=dict)
    closed: str = ""
    withdrawn: str = ""
    secret: bool = False
    voted: frozenset[str] = frozenset()

    @property
    def open(self) -> bool:
        return not (self.closed or self.withdrawn)

    @property
    def waiting(self) -> tuple[str, ...]:
        """Who may vote and has not."""
        return tuple(judge for judge in self.judges if judge not in self.voted)


def held(award: Award) -> tuple[Held, ...]:
    """Every runoff by number, also those that were taken back."""
    made: dict[int, Held] = {}
    for one in award.store.documents(KIND):
        value, number = cast(dict[str, Any], canonical.loads(one.payload)), int(one.subject)
        if value["kind"] == "open":
            made[number] = _opened(award, number, one.at, value)
        elif value["kind"] == "close":
            parts = (part.encode("ascii") for part in value.get("ballots", ()))
            found = dict(map(sheet_of, parts)) or made[number].ballots
            made[number] = replace(made[number], closed=one.at, ballots=found)
        else:
            made[number] = replace(made[number], withdrawn=value["reason"])
    return tuple(made[number] for number in sorted(made))


def _opened(award: Award, number: int, at: str, value: Mapping[str, Any]) -> Held:
    cases, judges = tuple(value["cases"]), tuple(value["judges"])
    ballots, secret = _ballots(award, number), bool(value.get("secret"))
    voted = frozenset(ballots)
    if secret:
        there = {one.subject for one in award.store.documents(VOTED)}
        voted = frozenset(judge for judge in judges if voter(number, judge) in there)
    return Held(
        number, cases, value["places"], value["where"], judges, value["by"], at, ballots,
        secret=secret, voted=voted,
    )  # fmt: skip


def voter(number: int, judge: str) -> str:
    """Under what a secret runoff records that a judge has voted."""
    return f"{number}/{judge}"


def vote_key(number: int) -> str:
    """What names the drafts and the box of a runoff."""
    return f"{KIND}-{number}"


def sheet_of(anonymous: bytes) -> tuple[str, Sheet]:
    """A secret ballot by its receipt."""
    from award.published import sheet_of as published_sheet  # few awards come to a runoff

    code = receipt_of(anonymous)
    return code, published_sheet(anonymous, code)


def _ballots(award: Award, number: int) -> dict[str, Sheet]:
    kept = award.store.documents(BALLOT, str(number))
    sheets = (unpack(one.payload) for one in kept)
    return {sheet.judge: sheet for sheet in sheets}


def named(rules: Rules) -> bool:
    """Whether the rules part any tie by a runoff."""
    steps = [*rules.ties, *(step for one in rules.chain if one.promotion
                            for step in one.promotion.ties)]  # fmt: skip
    return any(step.kind == "runoff" for step in steps)


def find(award: Award, number: int) -> Held:
    """Raises E-RUNOFF-NUMBER."""
    found = {one.number: one for one in held(award)}
    if number not in found:
        raise Bad("E-RUNOFF-NUMBER", number=number, known=", ".join(map(str, found)) or "-")
    return found[number]


def open_for(award: Award, judge: str) -> Held | None:
    """The runoff this judge is asked to vote in now, or has voted in while it is open."""
    asked = (one for one in held(award) if one.open and judge in one.judges)
    return next(iter(sorted(asked, key=lambda one: judge in one.voted)), None)


def counted(award: Award) -> tuple[Runoff, ...]:
    """What the count is given: those that were closed and stand."""
    return tuple(as_runoff(award, one) for one in held(award) if one.closed and not one.withdrawn)


def as_runoff(award: Award, one: Held) -> Runoff:
    """The ballots so far as the count is given them."""
    away = {(row.judge, row.case) for row in award.store.recusals()}
    return Runoff(one.places, _matrix(one, away))


def _matrix(one: Held, away: set[tuple[str, str]]) -> Matrix:
    """A secret ballot is a judge of its own; who has not voted stands beside them."""
    cells = dict(_cells(one))
    rows = [*sorted(one.ballots), *one.waiting] if one.secret else list(one.judges)
    for judge in rows:
        for case in one.cases:
            if (judge, case) in away:  # entered after the ballot: it does not count then
                cells[case, judge, APPROVE] = Cell(State.RECUSED)
    return Matrix.build(one.cases, rows, [APPROVE], cells)


def _cells(one: Held) -> Iterator[tuple[tuple[str, str, str], Cell]]:
    for judge, sheet in one.ballots.items():
        for row, case in enumerate(sheet.cases):
            yield (case, judge, APPROVE), sheet.cells(row)[APPROVE]


def rules_for(rules: Rules, one: Held) -> Rules:
    """The rules as a judge of this runoff sees them: one vote, as many ticks as places."""
    name = Text(*entry("runoff.name"))
    form = ScoreStage(
        KIND, name, (Criterion(APPROVE, Text(*entry("runoff.approve")), 1, Scale(0, 1, 1)),),
        0, 0, Aggregation("sum"), Missing("exclude", 1), summing=True,
    )  # fmt: skip
    vote = Approval(
        WHOLE, "present", WHOLE, ((APPROVE, one.places),), fewer=True, over="ballot",
        void_in_base=True, abstained_in_base=True, secret=one.secret,
    )  # fmt: skip
    stage = Stage(KIND, name, "vote", form, one.judges, approval=vote)
    return replace(rules, stages=(form,), chain=(stage,), focus=KIND)
