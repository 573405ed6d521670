"""Who goes on from one stage to the next, and what is said to those who do not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from scoring.chain_rules import PERCENT_UNIT, Promotion
from scoring.chain_ties import ChainBench, shown
from scoring.decisions import Decisions
from scoring.inputs import CaseFacts
from scoring.points import format_fixed
from scoring.ranking import Cascade, Group, falling
from scoring.result import OpenCut, Remark, TieUse
from scoring.rules import Rules, TieStep
from scoring.stages import Counted


@dataclass
class Passing:
    """Who passed, why the others did not, and where the committee must decide."""

    passed: dict[str, bool] = field(default_factory=dict)
    out: dict[str, Remark] = field(default_factory=dict)
    cuts: list[OpenCut] = field(default_factory=list)
    uses: list[TieUse] = field(default_factory=list)


def places_of(rules: Rules, promotion: Promotion) -> int:
    """How many may pass; 0 where their number is not limited."""
    if promotion.ratio:
        return promotion.ratio * sum(tier.size for tier in rules.tiers) // PERCENT_UNIT
    return promotion.top


class Promoting:
    """One promotion: the values of one stage, its facts and decisions."""

    def __init__(
        self,
        bench: ChainBench,
        counted: Counted,
        facts: Mapping[str, CaseFacts],
        decisions: Decisions,
    ) -> None:
        assert counted.stage.promotion is not None  # asked before
        self.rule: Promotion = counted.stage.promotion
        self.bench, self.counted, self.facts = bench.ranking(counted.scores), counted, facts
        self.decisions, self.found = decisions, Passing()
        self.loose: list[tuple[str, ...]] = []  # ties that stand at a cut

    def run(self) -> Passing:
        """Raises DecisionError for a decision on cases that are not tied at a cut."""
        eligible = [at for at, one in enumerate(self.counted.scores) if self._enough(at, one.case)]
        for part in self._parts(eligible):
            self._cut(part)
        self.decisions.check_used(self.loose)
        return self.found

    def _enough(self, at: int, case: str) -> bool:
        one = self.counted.scores[at]
        if one.published is None:
            return False
        least = self.rule.least
        if least is None or one.published >= least:
            return True
        places = self.counted.rounding.places
        params = {
            "score": format_fixed(one.published, places),
            "least": format_fixed(least, places),
        }
        self.found.out[case] = Remark("below_min", self.counted.stage.key, "", params)
        return False

    def _parts(self, eligible: Sequence[int]) -> Iterator[list[int]]:
        """All together, or each group of `per` by itself, in the order of the cases."""
        if not self.rule.per:
            yield list(eligible)
            return
        names = [self._group(at) for at in eligible]
        for name in dict.fromkeys(names):
            yield [at for at, group in zip(eligible, names, strict=True) if group == name]

    def _group(self, at: int) -> str:
        return self.facts[self.counted.scores[at].case].group(self.rule.per)

    def _value(self, at: int) -> Fraction:
        return shown(self.counted.scores[at], self.counted, self.bench.rules)

    def _cut(self, part: Sequence[int]) -> None:
        """The groups from the top, until the places are taken."""
        limit = places_of(self.bench.rules, self.rule) or len(part)
        taken, place = 0, 1
        for group in falling(part, self._value):
            if taken + len(group) <= limit:
                self._pass(group)
                taken += len(group)
            elif taken >= limit:
                self._out(group, "not_promoted", place, limit)
            else:
                taken = self._at_cut(group, taken, limit, place)
            place += len(group)

    def _at_cut(self, group: Group, taken: int, limit: int, place: int) -> int:
        """A tie across the last place."""
        if self.rule.at_cut == "extend":
            self._pass(group)
            return taken + len(group)
        for part in self._parted(group):
            if taken + len(part) <= limit:
                self._pass(part)
                taken += len(part)
            elif taken >= limit:
                self._out(part, "not_promoted", place, limit)
            else:
                self._open(part, limit - taken, place, limit)
                taken = limit
            place += len(part)
        return limit

    def _parted(self, group: Group) -> list[Group]:
        steps: Sequence[TieStep] = self.rule.ties if self.rule.at_cut == "cascade" else ()
        cascade = Cascade(self.bench.names, self.bench.compare, self.decisions)
        cascade.part(group, steps)
        uses = [use for at in group for use in cascade.found.uses.get(at, ())]
        self.found.uses += [use for i, use in enumerate(uses) if use not in uses[:i]]
        self.loose += [self._names(part) for part in cascade.found.groups]
        return cascade.found.groups

    def _open(self, group: Group, room: int, place: int, limit: int) -> None:
        self.found.cuts.append(OpenCut(self.counted.stage.key, room, self._names(group)))
        self._out(group, "open_cut", place, limit)

    def _pass(self, group: Group) -> None:
        self.found.passed.update(dict.fromkeys(self._names(group), True))

    def _out(self, group: Group, code: str, place: int, limit: int) -> None:
        params = {"rank": place, "places": limit}
        remark = Remark(code, self.counted.stage.key, "", params)  # type: ignore[arg-type]
        self.found.out.update(dict.fromkeys(self._names(group), remark))

    def _names(self, group: Group) -> tuple[str, ...]:
        return tuple(self.counted.scores[at].case for at in group)
