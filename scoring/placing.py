"""From the final order to the tiers: plain, under conditions, or elected tier by tier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from scoring.approval import order_value
from scoring.chain_rules import PERCENT_UNIT, Approval
from scoring.chain_ties import ChainBench
from scoring.decisions import Decisions
from scoring.inputs import CaseFacts, Event
from scoring.lines import below
from scoring.ranking import Cascade, Group, Ranking, falling, rank_cases, rank_numbers
from scoring.result import CaseScore, OpenCut, Remark, Tally, Vacancy
from scoring.rules import Rules, Tier
from scoring.seats import Seats
from scoring.stages import Counted, number
from scoring.tiers import seat


@dataclass
class Placed:
    """The order, and who has what: by name of the case."""

    ranking: Ranking
    tier_of: dict[str, str] = field(default_factory=dict)
    remarks: dict[str, list[Remark]] = field(default_factory=dict)
    cuts: Sequence[OpenCut] = ()
    vacancies: list[Vacancy] = field(default_factory=list)
    scores: Sequence[CaseScore] = ()  # those that are ranked, by position
    unelected: Sequence[str] = ()
    waits: bool = False


@dataclass(frozen=True)
class Placing:
    """One award's tiers. `entries` is how many cases were admitted."""

    bench: ChainBench
    facts: dict[str, CaseFacts]
    decisions: Decisions
    entries: int

    @property
    def rules(self) -> Rules:
        return self.bench.rules

    def run(self) -> Placed:
        """Raises DecisionError for a decision that meets no tie."""
        vote = self._vote()
        if vote is not None and vote.stage.approval is not None and vote.stage.approval.per_tier:
            return self._elect(vote, vote.stage.approval)
        ranking = rank_cases(self.bench, self.decisions)
        self.decisions.check_used([self._names(group) for group in ranking.groups])
        return self._conditioned(ranking) if self._conditions() else self._plain(ranking)

    def _vote(self) -> Counted | None:
        """The approval vote that decides, if one does."""
        found = (self.bench.counted[share.stage] for share in self.rules.total)
        return next((one for one in found if one.stage.approval is not None), None)

    def _names(self, group: Group) -> tuple[str, ...]:
        return tuple(self.bench.names[at] for at in group)

    def _conditions(self) -> bool:
        """Whether anything but the order and the sizes has a say."""
        rules, kinds = self.rules, {event.kind for event in self._events()}
        lines = any(line.tier for line in rules.lines)
        return bool(rules.caps or rules.floors or lines or kinds or self._vote())

    def _events(self) -> list[Event]:
        return [e for e in self.bench.inputs.events if e.kind in {"ceiling", "preset"}]

    def size(self, tier: Tier) -> int:
        """The places of a tier; a percentage is cut off."""
        whole = self.entries if tier.percent_of == "entries" else len(self.bench.names)
        return tier.percent * whole // (100 * PERCENT_UNIT) if tier.percent else tier.size

    # -- plain --------------------------------------------------------------------------

    def _plain(self, ranking: Ranking) -> Placed:
        tiers = [replace(tier, size=self.size(tier)) for tier in self.rules.tiers]
        names = self.bench.names
        seating = seat(tiers, ranking.groups, names)
        return Placed(
            ranking,
            {names[at]: tier for at, tier in seating.tier_of.items()},
            {names[at]: remarks for at, remarks in seating.remarks.items()},
            seating.cuts,
            seating.vacancies,
            self.bench.scores,
            waits=bool(seating.cuts),
        )

    # -- under conditions ---------------------------------------------------------------

    def _conditioned(self, ranking: Ranking) -> Placed:
        ranks = rank_numbers(ranking.groups, self.rules.shared)
        groups = [self._names(group) for group in ranking.groups]
        by_case = {case: r for r, group in zip(ranks, groups, strict=True) for case in group}
        seats = self._seats(by_case)
        for tier in self.rules.tiers:
            seats.fill(tier, self.size(tier), groups)
        return self._placed(ranking, seats, self.bench.scores)

    def _seats(self, ranks: dict[str, int]) -> Seats:
        seats = Seats(self.rules, self.facts, self._permit, ranks)
        for event in self._events():
            if event.kind == "preset" and event.case not in seats.tier_of:
                seats.preset(event.case, event.tier, event.reason)
        return seats

    def _placed(self, ranking: Ranking, seats: Seats, scores: Sequence[CaseScore]) -> Placed:
        return Placed(
            ranking, seats.tier_of, seats.remarks, seats.cuts, seats.vacancies, scores,
            waits=seats.stopped,
        )  # fmt: skip

    def _permit(self, tier: Tier, case: str) -> Remark | None:
        """Why a case by itself cannot have a tier: its ceiling, a line, the votes."""
        return self._ceiling(tier, case) or self._line(tier, case) or self._threshold(tier, case)

    def _ceiling(self, tier: Tier, case: str) -> Remark | None:
        order = [one.key for one in self.rules.tiers]
        for event in self._events():
            high = event.kind == "ceiling" and event.case == case
            if high and order.index(tier.key) < order.index(event.tier):
                return Remark("ceiling", "", tier.key, {"reason": event.reason, "by": event.by})
        return None

    def _line(self, tier: Tier, case: str) -> Remark | None:
        score = self.bench.scores[self.bench.names.index(case)]
        return below(self.rules, self.bench.counted, score, tier.key)

    def _threshold(self, tier: Tier, case: str) -> Remark | None:
        vote = self._vote()
        if vote is None or vote.stage.approval is None:
            return None
        rule = vote.stage.approval
        tally = _tally(vote, rule.question(tier.key), case)
        if rule.needed(tier.key).reached(tally.votes, tally.base):
            return None
        params = {"votes": tally.votes, "base": tally.base}
        return Remark("tier_threshold", vote.stage.key, tier.key, params)

    # -- elected tier by tier -------------------------------------------------------------

    def _elect(self, vote: Counted, rule: Approval) -> Placed:
        """Each tier has its own ticks, so its own order; who is in a tier is ranked there."""
        seats = self._seats(dict.fromkeys(self.bench.names, 0))
        cascade = Cascade(self.bench.names, self.bench.compare, self.decisions)
        chosen: list[Group] = []
        scores = list(self.bench.scores)
        met: list[Group] = []
        for tier in self.rules.tiers:
            groups = self._election(cascade, vote, rule, tier, seats)
            met += groups
            seats.fill(tier, self.size(tier), [self._names(group) for group in groups])
            mine = [tuple(at for at in g if seats.tier_of.get(self.bench.names[at]) == tier.key)
                    for g in groups]  # fmt: skip
            chosen += [group for group in mine if group]
            for at in (at for group in mine for at in group):
                value = order_value(rule, _tally(vote, tier.key, self.bench.names[at]))
                base = _tally(vote, tier.key, self.bench.names[at]).base
                scores[at] = number(self.bench.names[at], value, self.rules.rounding, base)
        self.decisions.check_used([self._names(group) for group in met])
        taken = {at for group in chosen for at in group}
        left = [name for at, name in enumerate(self.bench.names) if at not in taken]
        placed = self._placed(Ranking(chosen, cascade.found.uses), seats, scores)
        placed.unelected = left
        return placed

    def _election(
        self, cascade: Cascade, vote: Counted, rule: Approval, tier: Tier, seats: Seats
    ) -> list[Group]:
        """The cases that have no tier yet, by the ticks for this one."""
        if seats.stopped:
            return []
        free = [at for at, case in enumerate(self.bench.names) if case not in seats.tier_of]
        cascade.found.groups = []
        values = {
            at: order_value(rule, _tally(vote, tier.key, self.bench.names[at])) for at in free
        }
        for group in falling(free, values.__getitem__):
            cascade.part(group, self.rules.ties)
        return cascade.found.groups


def _tally(vote: Counted, question: str, case: str) -> Tally:
    return next(one for one in vote.tallies if (one.question, one.case) == (question, case))
