"""Tie steps over a chain of stages: each looks at what an earlier stage has counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from scoring.approval import runoff_votes
from scoring.inputs import AwardInputs, Runoff
from scoring.result import CaseScore, DecisionError
from scoring.rules import Rules, TieStep
from scoring.stages import Counted
from scoring.ties import Bench, Values, compare


class Runoffs:
    """The runoffs, looked up by the tied cases; one that meets no tie is refused."""

    def __init__(self, runoffs: Sequence[Runoff]) -> None:
        self._by_tie = {frozenset(one.matrix.cases): one for one in runoffs}
        self._used: dict[frozenset[str], bool] = {}

    def votes(self, cases: Sequence[str]) -> dict[str, Fraction]:
        """The votes of the runoff between exactly these cases; empty where there was none."""
        tie = frozenset(cases)
        if tie not in self._by_tie:
            return {}
        self._used[tie] = True
        one = self._by_tie[tie]
        return {c: Fraction(votes) for c, votes in runoff_votes(one).items()}

    def check_used(self) -> None:
        for tie, one in self._by_tie.items():
            if tie not in self._used:
                raise DecisionError("not_tied", one.matrix.cases)


@dataclass(frozen=True)
class ChainBench:
    """What the steps look at: every stage so far, and the scores that are ranked here."""

    rules: Rules
    inputs: AwardInputs
    counted: Mapping[str, Counted]
    runoffs: Runoffs
    scores: Sequence[CaseScore] = field(default=())

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(score.case for score in self.scores)

    @cached_property
    def _exact(self) -> dict[str, Fraction]:
        return {one.case: one.value for one in self.scores if one.value is not None}

    def ranking(self, scores: Sequence[CaseScore]) -> ChainBench:
        return replace(self, scores=tuple(scores))

    def compare(self, step: TieStep, group: Sequence[int]) -> Values:
        """What a step compares, by position in `scores`."""
        named = {self.scores[at].case: at for at in group}
        found = self._by_name(step, tuple(named))
        return {named[case]: value for case, value in found.items()}

    def _by_name(self, step: TieStep, cases: tuple[str, ...]) -> dict[str, Fraction]:
        if step.kind == "stage":
            return self._stage(step.key, cases)
        if step.kind == "votes":
            return self._votes(step.key, cases)
        if step.kind == "less":
            return self._less(step.key, cases)
        if step.kind == "runoff":
            return self.runoffs.votes(cases)
        if step.kind == "more_decimals":
            return {case: self._exact[case] for case in cases}
        return self._judged(step, cases)

    def _stage(self, key: str, cases: Sequence[str]) -> dict[str, Fraction]:
        """The score of another stage, as published."""
        if key not in self.counted:
            return {}
        counted = self.counted[key]
        scores = counted.by_case
        return {case: shown(scores[case], counted, self.rules) for case in cases
                if case in scores and scores[case].value is not None}  # fmt: skip

    def _votes(self, key: str, cases: Sequence[str]) -> dict[str, Fraction]:
        """Valid votes of the public, or the ticks of an approval vote on its first question."""
        if key not in self.counted:
            return {}
        counted = self.counted[key]
        votes = dict(counted.votes)
        if counted.stage.approval is not None:
            first = counted.stage.approval.ticks[0][0]
            votes = {one.case: one.votes for one in counted.tallies if one.question == first}
        return {case: Fraction(votes[case]) for case in cases if case in votes}

    def _less(self, measure: str, cases: Sequence[str]) -> dict[str, Fraction]:
        """A measure of which less is better, so with its sign turned."""
        measures = {case: self.inputs.measures.get(case, {}) for case in cases}
        return {c: Fraction(-given[measure]) for c, given in measures.items() if measure in given}

    def _judged(self, step: TieStep, cases: Sequence[str]) -> dict[str, Fraction]:
        """A step on the ballots of a score stage: the one that is named, or the only one."""
        counted = self.counted.get(step.stage or self._only())
        if counted is None or counted.count is None:
            return {}
        at = {case: counted.place[case] for case in cases if case in counted.place}
        if len(at) < len(cases) or any(counted.scores[i].value is None for i in at.values()):
            return {}
        rules = replace(self.rules, rounding=counted.rounding)
        bench = Bench(rules, counted.count, counted.scores)
        values = compare(bench, step, list(at.values()))
        return {case: values[place] for case, place in at.items() if place in values}

    def _only(self) -> str:
        judged = [key for key, one in self.counted.items() if one.count is not None]
        return judged[0] if judged else ""


def shown(score: CaseScore, counted: Counted, rules: Rules) -> Fraction:
    """A stage's score as the rest of the award sees it: as published, unless rules say exact."""
    assert score.value is not None  # only cases with a number are asked
    return score.value if rules.rank_exact else published(score, counted)


def published(score: CaseScore, counted: Counted) -> Fraction:
    """A stage's score as it is printed."""
    assert score.published is not None  # only cases with a number are asked
    return Fraction(score.published, 10**counted.rounding.places)
