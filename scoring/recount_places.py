"""The recount's places: the order, the ties, the ranks and the tiers, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from scoring.recount_numbers import Numbers, as_published, middle, plain_mean
from scoring.result import CaseScore, Decision, OpenCut, TieUse
from scoring.rules import Rules, TieStep

Values = dict[str, Fraction]  # by case
Groups = list[list[str]]


def split(group: Sequence[str], values: Mapping[str, Fraction]) -> Groups:
    """The cases of equal value together, the highest value first."""
    levels = sorted(dict.fromkeys(values.values()), reverse=True)
    return [[case for case in group if values[case] == level] for level in levels]


class Places:
    """All groups go through one step of the cascade before the next step is looked at."""

    def __init__(
        self,
        rules: Rules,
        numbers: Numbers,
        scores: Mapping[str, CaseScore],
        decisions: Sequence[Decision],
    ) -> None:
        self.rules, self.numbers, self.scores = rules, numbers, scores
        self.decisions = [decision for decision in decisions if not decision.judge]
        self.unused = list(self.decisions)
        self.uses: dict[str, list[TieUse]] = {case: [] for case in scores}
        self.groups = self._order()

    def _order(self) -> Groups:
        exact = self.rules.rank_exact
        ranked = [score for score in self.scores.values() if score.value is not None]
        by = {one.case: one.value if exact else Fraction(one.published or 0) for one in ranked}
        groups = split(list(by), {case: value for case, value in by.items() if value is not None})
        for step in self.rules.ties:
            groups = [part for group in groups for part in self._part(group, step)]
        last = TieStep("decision")
        return [part for group in groups for part in self._part(group, last, silent=True)]

    def _part(self, group: list[str], step: TieStep, silent: bool = False) -> Groups:
        """One group through one step; `silent` writes nothing down where there is no value."""
        if len(group) == 1:
            return [group]
        values = self._compare(group, step)
        if silent and not values:
            return [group]
        parts = split(group, values) if len(values) == len(group) else [group]
        for case in group:
            self.uses[case].append(TieUse(step, tuple(group), values, len(parts) > 1))
        return parts

    # -- what the steps compare ---------------------------------------------------------

    def _compare(self, group: list[str], step: TieStep) -> Values:
        steps: dict[str, Callable[[list[str], str], Values]] = {
            "criterion": self._criterion,
            "mean": lambda cases, _: self._of_totals(cases, plain_mean),
            "median": lambda cases, _: self._of_totals(cases, middle),
            "high_count": self._high_count,
            "head_to_head": self._duels,
            "more_decimals": lambda cases, _: {case: self._exact(case) for case in cases},
            "decision": self._decided,
        }
        return steps[step.kind](group, step.key)

    def _exact(self, case: str) -> Fraction:
        value = self.scores[case].value
        assert value is not None  # only ranked cases are compared
        return value

    def _shown(self, value: Fraction) -> Fraction:
        return value if self.rules.rank_exact else as_published(value, self.rules.rounding)

    def _criterion(self, cases: list[str], key: str) -> Values:
        if key not in self.numbers.keys:
            return {}
        means = {
            case: self.numbers.criterion_mean(case, key, self.scores[case].dropped)
            for case in cases
        }
        return {case: self._shown(mean) for case, mean in means.items() if mean is not None}

    def _of_totals(self, cases: list[str], what: Callable[[list[Fraction]], Fraction]) -> Values:
        return {
            case: self._shown(what([total for _, total in self.numbers.totals[case]]))
            for case in cases
        }

    def _high_count(self, cases: list[str], _key: str) -> Values:
        given = {case: [total for _, total in self.numbers.totals[case]] for case in cases}
        highest = max(total for totals in given.values() for total in totals)
        return {
            case: Fraction(sum(total == highest for total in totals))
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
        higher = sum(mine[judge] > theirs[judge] for judge in mine if judge in theirs)
        lower = sum(mine[judge] < theirs[judge] for judge in mine if judge in theirs)
        return Fraction(1, 2) if higher == lower else Fraction(higher > lower)

    def _decided(self, cases: list[str], _key: str) -> Values:
        for decision in self.decisions:
            if sorted(decision.cases) == sorted(cases):
                self.unused = [other for other in self.unused if other is not decision]
                below = len(cases)
                return {case: Fraction(below - at) for at, case in enumerate(decision.cases)}
        return {}

    # -- ranks and tiers ----------------------------------------------------------------

    def ranks(self) -> dict[str, int]:
        """1 + how many cases (or, dense, how many groups) stand above."""
        dense = self.rules.shared == "dense"
        above = 0
        found: dict[str, int] = {}
        for group in self.groups:
            found |= dict.fromkeys(group, above + 1)
            above += 1 if dense else len(group)
        return found

    def tiers(self) -> tuple[dict[str, str], tuple[OpenCut, ...]]:
        """Each seated case's tier, and the cuts that are open."""
        seats: dict[str, str] = {}
        cuts: list[OpenCut] = []
        rest = [(group, len(group)) for group in self.groups]  # (group, members without a place)
        for tier in self.rules.tiers:
            fitting = self._fitting([need for _, need in rest], tier.size)
            room = tier.size - sum(need for _, need in rest[:fitting])
            over = fitting < len(rest) and room > 0
            if over and tier.at_cut == "include":
                fitting += 1
            for group, need in rest[:fitting]:
                seats |= dict.fromkeys(group if need == len(group) else [], tier.key)
            rest = rest[fitting:]
            if over and tier.at_cut == "open":
                cuts.append(OpenCut(tier.key, room, tuple(rest[0][0])))
                rest[0] = (rest[0][0], rest[0][1] - room)
        return seats, tuple(cuts)

    def _fitting(self, needs: Sequence[int], size: int) -> int:
        """How many groups from the top fit whole into the places of a tier."""
        return sum(sum(needs[: n + 1]) <= size for n in range(min(len(needs), size)))
