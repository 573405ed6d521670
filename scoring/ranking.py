"""The order of the cases, and the declared cascade where numbers are equal.

A tie goes through the steps one after another; each part that is still tied goes on with
the next step. What no step parts shares a rank. The name, number or row of a case never
decides: those who share a rank are listed in the order of the matrix and marked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import groupby
from typing import Protocol

from scoring.decisions import Decisions
from scoring.result import CaseScore, TieUse
from scoring.rules import Rules, SharedRank, TieStep
from scoring.ties import Values

Group = tuple[int, ...]  # positions of cases that share a place
DECISION = TieStep("decision")


@dataclass
class Ranking:
    """Groups from best to worst, each sharing one place, and the steps tried per case."""

    groups: list[Group] = field(default_factory=list)
    uses: dict[int, list[TieUse]] = field(default_factory=dict)


class Bench(Protocol):
    """The rules, the scores to be ranked, and what a step compares, by position."""

    @property
    def rules(self) -> Rules: ...
    @property
    def scores(self) -> Sequence[CaseScore]: ...
    @property
    def names(self) -> tuple[str, ...]: ...
    def compare(self, step: TieStep, group: Group) -> Values: ...


def rank_cases(bench: Bench, decisions: Decisions) -> Ranking:
    """The order of all cases that have a number."""
    ranked = [at for at, score in enumerate(bench.scores) if score.published is not None]
    by = _exact if bench.rules.rank_exact else _published
    cascade = Cascade(bench.names, bench.compare, decisions)
    for group in falling(ranked, lambda case: by(bench.scores[case])):
        cascade.part(group, bench.rules.ties)
    return cascade.found


def _exact(score: CaseScore) -> Fraction:
    assert score.value is not None  # only ranked cases are asked
    return score.value


def _published(score: CaseScore) -> int:
    assert score.published is not None  # only ranked cases are asked
    return score.published


def falling(cases: Iterable[int], by: Callable[[int], Fraction | int]) -> list[Group]:
    """Cases grouped by equal value, the highest first; equal ones stay in their order."""
    ordered = sorted(cases, key=by, reverse=True)
    return [tuple(group) for _, group in groupby(ordered, key=by)]


class Cascade:
    """Parts tied groups step by step and writes down every step.

    `names` are the cases by position; `compare` says what a step compares, per tied case.
    """

    def __init__(
        self,
        names: Sequence[str],
        compare: Callable[[TieStep, Group], Values],
        decisions: Decisions,
    ) -> None:
        self.names, self.compare, self.decisions, self.found = names, compare, decisions, Ranking()

    def part(self, group: Group, steps: Sequence[TieStep]) -> None:
        """Put the group in order with the remaining steps; depth is bounded by their number."""
        if len(group) == 1:
            self.found.groups.append(group)
        elif steps:
            self._try(group, steps[0], steps[1:])
        else:
            self._last_word(group)

    def _try(self, group: Group, step: TieStep, rest: Sequence[TieStep]) -> None:
        values = self._values(group, step)
        for part in self._split(group, step, values):
            self.part(part, rest)

    def _last_word(self, group: Group) -> None:
        """A decision on those tied at the end counts also where the cascade names none here."""
        values = self._values(group, DECISION)
        parts = self._split(group, DECISION, values) if values else [group]
        self.found.groups.extend(parts)

    def _values(self, group: Group, step: TieStep) -> Values:
        if step.kind != "decision":
            return self.compare(step, group)
        named = {self.names[case]: case for case in group}
        return {named[case]: value for case, value in self.decisions.order(tuple(named)).items()}

    def _split(self, group: Group, step: TieStep, values: Values) -> list[Group]:
        """The group by falling value, unless a value is lacking; the use is recorded."""
        whole = len(values) == len(group)
        parts = falling(group, values.__getitem__) if whole else [group]
        use = self._use(group, step, values, len(parts) > 1)
        for case in group:
            self.found.uses.setdefault(case, []).append(use)
        return parts

    def _use(
        self, group: Group, step: TieStep, values: Mapping[int, Fraction], split: bool
    ) -> TieUse:
        name = {case: self.names[case] for case in group}
        shown = {name[case]: values[case] for case in group if case in values}
        return TieUse(step, tuple(name.values()), shown, split)


def rank_numbers(groups: Sequence[Group], shared: SharedRank) -> list[int]:
    """The rank of each group: 1, 2, 2, 4 with `skip`, 1, 2, 2, 3 with `dense`."""
    if shared == "dense":
        return list(range(1, len(groups) + 1))
    ranks, place = [], 1
    for group in groups:
        ranks.append(place)
        place += len(group)
    return ranks
