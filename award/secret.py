"""Secret votes (无记名投票): who has voted is recorded, whose ballot is whose is not.

Document `voted`, under the id of a judge: that the judge has voted, or put in a paper. The
ballots wait in the box (`db.box`); closing takes them all at once, in the order of their
receipts, into one document `secret-ballots` under the key of the stage.

Here is what is known of a vote; `secret_voting` puts ballots into the box, `secret_closing`
takes them out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from award.folder import Award
from award.rounds import counted_judges, round_of, round_on
from db.payload import Sheet
from db.receipts import receipt_of
from files import canonical
from scoring.cells import Matrix
from scoring.chain_rules import Stage
from scoring.inputs import Roll
from scoring.rules import Rules
from words import Bad

VOTED, CLOSED = "voted", "secret-ballots"


@dataclass(frozen=True)
class Closed:
    """What a box held: anonymous parts by receipt, and the receipts of papers found void."""

    ballots: Mapping[str, bytes]
    void: frozenset[str]

    @property
    def sheets(self) -> dict[str, Sheet]:
        """The ballots by receipt. Raises E-BALLOT."""
        from award.published import sheet_of  # most awards have no such vote

        return {code: sheet_of(part, code) for code, part in self.ballots.items()}


def secret_stages(rules: Rules) -> tuple[Stage, ...]:
    return tuple(one for one in rules.chain if one.approval and one.approval.secret)


def stage_of(award: Award, judge: str) -> Stage | None:
    """The secret stage a judge votes in; None where it is none."""
    key = round_of(award, judge)
    return next((one for one in secret_stages(award.rules) if one.key == key), None)


def members(award: Award, stage: Stage) -> tuple[str, ...]:
    """Who may vote: the judges of the stage that are not in the shadow and have not left."""
    gone = award.store.withdrawals()
    return tuple(judge for judge in seats(award, stage) if judge not in gone)


def seats(award: Award, stage: Stage) -> tuple[str, ...]:
    """The judges of the stage that count, in natural order; also who has left."""
    named, shadow = counted_judges(award, stage), award.rules_file.sides.shadow
    everybody = (one.id for one in award.store.judges() if one.id not in shadow)
    return tuple(judge for judge in everybody if not named or judge in named)


def voted(award: Award, stage: Stage) -> tuple[str, ...]:
    """Who has voted, in the order of the judges; a judge belongs to one stage."""
    there = {one.subject for one in award.store.documents(VOTED)}
    judges = (one.id for one in award.store.judges())
    return tuple(j for j in judges if j in there and round_of(award, j) == stage.key)


def voters(award: Award, key: str) -> frozenset[str]:
    """Who has voted in a stage; nobody where it is not secret."""
    here = [one for one in secret_stages(award.rules) if one.key == key]
    return frozenset(judge for one in here for judge in voted(award, one))


def box_opened(award: Award, key: str) -> bool:
    """Whether the box of a stage was opened; never where it is not secret."""
    here = [one for one in secret_stages(award.rules) if one.key == key]
    return any(closed(award, one) is not None for one in here)


def closed(award: Award, stage: Stage) -> Closed | None:
    kept = award.store.document(CLOSED, stage.key)
    if kept is None:
        return None
    value = cast(dict[str, Any], canonical.loads(kept.payload))
    parts = [part.encode("ascii") for part in value["ballots"]]
    return Closed({receipt_of(part): part for part in parts}, frozenset(value["void"]))


def require_stage(award: Award, key: str = "") -> Stage:
    """The secret stage that is meant. Raises E-VOTE-STAGE."""
    known = [one for one in secret_stages(award.rules) if key in {"", one.key}]
    if len(known) != 1:
        names = ", ".join(one.key for one in secret_stages(award.rules)) or "-"
        raise Bad("E-VOTE-STAGE", stage=key or "-", known=names)
    return known[0]


def refuse_packets(award: Award) -> None:
    """Raises E-SECRET-PACKET where the round that is on is a secret vote."""
    on = [one for one in secret_stages(award.rules) if one.key == round_on(award)]
    if on:
        raise Bad("E-SECRET-PACKET", judges=", ".join(members(award, on[0])))


def refuse_named_paper(award: Award, judge: str) -> None:
    """Raises E-PAPER-SECRET for a judge of a secret vote: a sheet with a name would tell all."""
    if stage_of(award, judge) is not None:
        raise Bad("E-PAPER-SECRET", judge=judge)


def refuse_dropping(award: Award, judge: str) -> None:
    """Raises E-VOTE-GONE for a judge who has voted in secret."""
    stage = stage_of(award, judge)
    if stage is not None and judge in voted(award, stage):
        raise Bad("E-VOTE-GONE", judge=judge)


# -- counting ---------------------------------------------------------------------------------


def matrix_of(award: Award, stage: Stage) -> Matrix:
    """The ballots as the count is given them: a receipt is a judge; none before closing."""
    assert stage.form is not None  # a vote has a form
    done = closed(award, stage)
    sheets = done.sheets if done else {}
    cases = {one.number for one in award.store.headings()}
    cells = {
        (case, code, key): cell
        for code, sheet in sheets.items()
        for row, case in enumerate(sheet.cases)
        if case in cases
        for key, cell in sheet.cells(row).items()
    }
    keys = [one.key for one in stage.form.criteria]
    return Matrix.build([one.number for one in award.store.headings()], sorted(sheets), keys, cells)


def roll_of(award: Award, stage: Stage) -> Roll:
    """What is known beside the ballots: members, and how many of those who voted are recused."""
    there, done = set(voted(award, stage)), closed(award, stage)
    pairs = [(one.judge, one.case) for one in award.store.recusals() if one.judge in there]
    return Roll(
        len(seats(award, stage)),
        dict(Counter(case for _, case in pairs)),
        max(Counter(judge for judge, _ in pairs).values(), default=0),
        done.void if done else frozenset(),
        done is not None,
    )
