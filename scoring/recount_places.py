"""The recount's order: the ties and the ranks, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from scoring.recount_numbers import Numbers, as_published
from scoring.result import CaseScore, Decision, DecisionError, TieUse
from scoring.rules import Rounding, SharedRank, TieStep

Values = dict[str, Fraction]  # by case
Groups = list[list[str]]


def split(group: Sequence[str], values: Mapping[str, Fraction]) -> Groups:
    """The cases of equal value together, the highest value first."""
    levels = sorted(dict.fromkeys(values.values()), reverse=True)
    return [[case for case in group if values[case] == level] for level in levels]


@dataclass(frozen=True)
class Ballots:
    """What the steps on judges' ballots compare, in one stage."""

    exact: bool
    rounding: Rounding
    numbers: Numbers
    scores: Mapping[str, CaseScore]

    def compare(self, cases: list[str], step: TieStep) -> Values:
        steps: dict[str, Callable[[list[str], str], Values]] = {
            "criterion": self._criterion,
            "mean": lambda cases, _: {c: self.shown(self.numbers.mean(c)) for c in cases},
            "median": lambda cases, _: {c: self.shown(self.numbers.median(c)) for c in cases},
            "high_count": self._high_count,
            "head_to_head": self._duels,
        }
        return steps[step.kind](cases, step.key)

    def shown(self, value: Fraction) -> Fraction:
        return value if self.exact else as_published(value, self.rounding)

    def criterion(self, case: str, key: str) -> Fraction | None:
        """The mean of one criterion over what was kept, as it is compared."""
        if key not in self.numbers.keys:
            return None
        mean = self.numbers.criterion_mean(case, key, self.scores[case].dropped)
        return None if mean is None else self.shown(mean)

    def _criterion(self, cases: list[str], key: str) -> Values:
        means = {case: self.criterion(case, key) for case in cases}
        return {case: mean for case, mean in means.items() if mean is not None}

    def _high_count(self, cases: list[str], _key: str) -> Values:
        """The judges who gave the highest total, each for what he counts."""
        given = {case: self.numbers.weighed(case) for case in cases}
        highest = max(total for totals in given.values() for _, total in totals)
        return {
            case: sum((weight for weight, total in totals if total == highest), Fraction(0))
            for case, totals in given.items()
        }

    def _duels(self, cases: list[str], _key: str) -> Values:
        return {
            case: sum((self._duel(case, other) for other in cases if other != case), Fraction(0))
            for case in cases
        }

    def _duel(self, case: str, other: str) -> Fraction:
        """1 for a duel won, 1/2 for a drawn one, 0 for a lost one."""
        mine, theirs = dict(self.numbers.totals[case]), dict(self.numbers.totals[other])
        both = [judge for judge in mine if judge in theirs]
        weight = self.numbers.weight
        higher = sum(weight(judge) for judge in both if mine[judge] > theirs[judge])
        lower = sum(weight(judge) for judge in both if mine[judge] < theirs[judge])
        return Fraction(1, 2) if higher == lower else Fraction(higher > lower)


class Places:
    """All groups go through one step of the cascade before the next step is looked at.

    `compare` says what a step compares; `decisions` are those that may be used here.
    """

    def __init__(
        self,
        groups: Groups,
        steps: Sequence[TieStep],
        compare: Callable[[list[str], TieStep], Values],
        decisions: Sequence[Decision],
    ) -> None:
        self.compare, self.decisions = compare, decisions
        self.unused = list(decisions)
        self.uses: dict[str, list[TieUse]] = {}
        self.groups = self.order(groups, steps)

    def order(self, groups: Groups, steps: Sequence[TieStep]) -> Groups:
        for step in steps:
            groups = [part for group in groups for part in self._part(group, step)]
        last = TieStep("decision")
        return [part for group in groups for part in self._part(group, last, silent=True)]

    def _part(self, group: list[str], step: TieStep, silent: bool = False) -> Groups:
        """One group through one step; `silent` writes nothing down where there is no value."""
        if len(group) == 1:
            return [group]
        decided = step.kind == "decision"
        values = self._decided(group) if decided else self.compare(group, step)
        if silent and not values:
            return [group]
        parts = split(group, values) if len(values) == len(group) else [group]
        for case in group:
            self.uses.setdefault(case, []).append(
                TieUse(step, tuple(group), values, len(parts) > 1)
            )
        return parts

    def _decided(self, cases: list[str]) -> Values:
        for decision in self.decisions:
            if sorted(decision.cases) == sorted(cases):
                self.unused = [other for other in self.unused if other is not decision]
                below = len(cases)
                return {case: Fraction(below - at) for at, case in enumerate(decision.cases)}
        return {}

    def check_unused(self, groups: Groups) -> None:
        """A decision that met no tie is refused; a tie it names only in part is shown."""
        for decision in self.unused:
            for group in groups:
                if all(case in group for case in decision.cases):
                    raise DecisionError("part_of_tie", decision.cases, tuple(group))
            raise DecisionError("not_tied", decision.cases)


def ranks_of(groups: Groups, shared: SharedRank) -> dict[str, int]:
    """1 + how many cases (or, dense, how many groups) stand above."""
    above = 0
    found: dict[str, int] = {}
    for group in groups:
        found |= dict.fromkeys(group, above + 1)
        above += 1 if shared == "dense" else len(group)
    return found
