"""A vote by ticks as its screens ask about it: how many, which, what is lacking; in words.

The counting is `db.ticks`; the desk refuses what the rules do not allow.
"""

from __future__ import annotations

from collections.abc import Sequence

from db.ticks import ABSTAINED, TICK, Ticks, is_tick, toggled
from scoring.cells import Cell, State
from scoring.chain_rules import APPROVE
from tui.sitting import Sitting, wording
from words import say

PART = "   "  # between two questions on one line


class Voting:
    """The rules of one vote over one judge's sitting."""

    def __init__(self, sitting: Sitting) -> None:
        assert sitting.rules.approval is not None  # only asked of votes
        self.sitting = sitting
        self.ticks = Ticks(sitting.rules.approval)
        self._named = {one.key: wording(one.name) for one in sitting.criteria}

    @property
    def questions(self) -> tuple[str, ...]:
        return self.ticks.questions

    @property
    def per_tier(self) -> bool:
        return self.questions != (APPROVE,)

    @property
    def secret(self) -> bool:
        return self.ticks.rule.secret

    # --- in words ----------------------------------------------------------------------

    def name(self, question: str) -> str:
        """What a question is called; the only one of a vote needs no name."""
        return self._named[question] if self.per_tier else ""

    def count(self, question: str) -> str:
        """`已选 3 / 10`."""
        given = self.ticks.given(self.sitting.answers(), question)
        return say("ticks.count", given=given, allowed=self.ticks.allowed(question))

    def counts(self) -> str:
        """All questions on one line."""
        return PART.join(f"{self.name(q)} {self.count(q)}".strip() for q in self.questions)

    def rule(self, question: str) -> str:
        key = "ticks.allowed" if self.ticks.rule.fewer else "ticks.exactly"
        return say(key, allowed=self.ticks.allowed(question))

    def mark(self, case: str, question: str) -> str:
        """`[x]`, `[ ]`, or the word for an abstention or a recusal."""
        answer = self.sitting.answer(case)
        if answer.recused:
            return say("ticks.recused")
        if self.sitting.cell(case, question).state is State.ABSTAINED:
            return say("ticks.abstained")
        return say("ticks.on" if is_tick(answer, question) else "ticks.off")

    def lacking(self) -> str:
        """What is still to be ticked, where the rules allow no fewer; empty: nothing."""
        said = (
            say("ticks.lack", question=self.name(one.question), n=one.needed - one.given)
            for one in self.ticks.lacks(self.sitting.answers())
        )
        return PART.join(said)

    # --- which -------------------------------------------------------------------------

    def ticked(self, question: str) -> list[str]:
        answers = self.sitting.answers()
        return [case for case, answer in answers.items() if is_tick(answer, question)]

    def abstained(self) -> list[str]:
        return [
            case for case, answer in self.sitting.answers().items()
            if not answer.recused and ABSTAINED in answer.cells.values()
        ]  # fmt: skip

    def recused(self) -> list[str]:
        return [case for case, answer in self.sitting.answers().items() if answer.recused]

    # --- acting ------------------------------------------------------------------------

    def tick(self, case: str, question: str) -> str:
        """Tick a case, or take the tick away; what was done. Raises E-TICKS-MANY,
        E-RECUSED or E-BOOTH-RECUSED.
        """
        return self._toggle(case, question, TICK, ("ticks.ticked", "ticks.unticked"))

    def abstain(self, case: str, question: str) -> str:
        """Abstain on a case, or take it back; what was done. Raises what `tick` raises."""
        return self._toggle(case, question, ABSTAINED, ("ticks.abstain.on", "ticks.abstain.off"))

    def _toggle(self, case: str, question: str, to: Cell, said: Sequence[str]) -> str:
        cell = toggled(self.sitting.answer(case), question, to)
        self.sitting.set_cell(case, question, cell)
        done = say(said[0] if cell == to else said[1], case=case)
        return f"{done}{self.name(question)} {self.count(question)}".strip()
