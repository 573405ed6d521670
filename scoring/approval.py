"""Counting an approval vote (票决): who was there, which ballots are void, ticks and bases.

A judge is present who gave any answer at all. A tick is a scored cell above zero; a cell
that is left open by a present judge is no tick.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from scoring.cells import Matrix, State
from scoring.chain_rules import Approval
from scoring.inputs import Roll, Runoff
from scoring.result import Tally

ANSWERED = (State.SCORED, State.ABSTAINED, State.NOT_APPLICABLE)


@dataclass(frozen=True)
class Poll:
    """One approval vote, read judge by judge (positions in the matrix).

    With a `roll` the vote is secret: a row of the matrix is a ballot, and who is a member or
    recused is on the roll.
    """

    rule: Approval
    matrix: Matrix
    roll: Roll | None = None

    @property
    def members(self) -> int:
        return len(self.matrix.judges) if self.roll is None else self.roll.members

    @property
    def present(self) -> tuple[int, ...]:
        if self.roll is not None:
            return tuple(range(len(self.matrix.judges)))
        return tuple(j for j in range(len(self.matrix.judges)) if self._answered(j))

    def _answered(self, judge: int) -> bool:
        return any(
            self._state(c, judge, key) in ANSWERED for c in self._cases for key in self._keys
        )

    @property
    def _cases(self) -> range:
        return range(len(self.matrix.cases))

    @property
    def _keys(self) -> tuple[str, ...]:
        return tuple(key for key, _ in self.rule.ticks)

    def _state(self, case: int, judge: int, key: str) -> int:
        return self.matrix.states[self.matrix.at(case, judge, self.matrix.criteria.index(key))]

    def ticked(self, case: int, judge: int, key: str) -> bool:
        at = self.matrix.at(case, judge, self.matrix.criteria.index(key))
        return self.matrix.states[at] == State.SCORED and self.matrix.points[at] > 0

    def broken(self, judge: int, key: str) -> bool:
        """Too many ticks on a question, or too few where fewer are not allowed."""
        allowed = dict(self.rule.ticks)[key]
        given = sum(self.ticked(case, judge, key) for case in self._cases)
        open_to = sum(self._state(case, judge, key) != State.RECUSED for case in self._cases)
        open_to -= self.roll.most if self.roll else 0
        return given > allowed or (not self.rule.fewer and given < min(allowed, open_to))

    def void(self, judge: int, key: str) -> bool:
        """Whether the ballot does not count on this question."""
        if self.roll is not None and self.matrix.judges[judge] in self.roll.void:
            return True
        keys = self._keys if self.rule.over == "ballot" else (key,)
        return any(self.broken(judge, one) for one in keys)

    @property
    def quorum(self) -> bool:
        closed = self.roll is None or self.roll.closed
        return closed and self.rule.quorum.reached(len(self.present), self.members)

    def valid(self, key: str) -> tuple[int, ...]:
        return tuple(judge for judge in self.present if not self.void(judge, key))

    def tallies(self) -> tuple[Tally, ...]:
        """Question by question, case by case."""
        return tuple(tally for key in self._keys for tally in self._question(key))

    def _question(self, key: str) -> tuple[Tally, ...]:
        valid = self.valid(key)
        return tuple(
            Tally(
                self.matrix.cases[case],
                key,
                sum(self.ticked(case, judge, key) for judge in valid),
                self._base(case, key, valid),
            )
            for case in self._cases
        )

    def _base(self, case: int, key: str, valid: Sequence[int]) -> int:
        """Of whom the votes of this case are a part."""
        abstained = sum(self._state(case, judge, key) == State.ABSTAINED for judge in valid)
        gone = 0 if self.rule.abstained_in_base else abstained
        if self.rule.base == "members":
            return self.members - gone
        counted = self.present if self._keeps_void else valid
        recused = sum(self._state(case, judge, key) == State.RECUSED for judge in counted)
        recused += self.roll.recused.get(self.matrix.cases[case], 0) if self.roll else 0
        without = recused if self.rule.base == "present_minus_recused" else 0
        return len(counted) - without - gone

    @property
    def _keeps_void(self) -> bool:
        return self.rule.void_in_base and self.rule.base != "valid"


def order_value(rule: Approval, tally: Tally) -> Fraction:
    """What orders the cases: the votes, or their part of the base in percent."""
    if rule.by == "votes":
        return Fraction(tally.votes)
    return Fraction(100 * tally.votes, tally.base) if tally.base > 0 else Fraction(0)


@dataclass(frozen=True)
class RunoffTally:
    """What came out of a runoff: votes by case, ballots that were cast, and those that are void."""

    votes: dict[str, int]
    present: int
    void: int


def runoff_tally(runoff: Runoff) -> RunoffTally:
    """Only ballots of judges recused from none count, and of those with too many ticks none."""
    matrix = runoff.matrix
    votes, present, void = dict.fromkeys(matrix.cases, 0), 0, 0
    for judge in range(len(matrix.judges)):
        cells = [matrix.cell(case, judge, 0) for case in range(len(matrix.cases))]
        if any(one.state == State.RECUSED for one in cells):
            continue
        ticks = [one.state == State.SCORED and one.points > 0 for one in cells]
        present += any(one.state in ANSWERED for one in cells)
        void += sum(ticks) > runoff.places
        if sum(ticks) <= runoff.places:
            votes = {case: votes[case] + tick for case, tick in zip(votes, ticks, strict=True)}
    return RunoffTally(votes, present, void)


def runoff_votes(runoff: Runoff) -> dict[str, int]:
    """The votes of a runoff."""
    return runoff_tally(runoff).votes
