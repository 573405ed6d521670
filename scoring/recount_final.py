"""The recount's last part: the final order, what bars a case from a tier, and the places."""

from __future__ import annotations

from fractions import Fraction

from scoring.chain_rules import Line
from scoring.recount_chain import Again
from scoring.recount_numbers import rounded
from scoring.recount_places import Ballots, Places, ranks_of, split
from scoring.recount_seats import Groups, Table, plain
from scoring.recount_stages import StageCount, enough, ticks_value
from scoring.result import CaseScore, Remark, TieUse
from scoring.rules import Tier


class Final:
    """The ranking and the tiers. `scores` are the ranked cases, `totals` all who came through."""

    def __init__(self, again: Again) -> None:
        self.again, self.rules, self.events = again, again.rules, again.inputs.events
        self.totals = {case: again.total(case) for case in again.left()}
        self.out = self._out()
        self.scores = {
            case: score for case, score in self.totals.items()
            if score.value is not None and case not in self.out
        }  # fmt: skip
        self.groups: Groups = []
        self.uses: dict[str, list[TieUse]] = {}
        self.ranks: dict[str, int] = {}
        facts = {one.case: one for one in again.inputs.cases}
        self.table = Table(self.rules, facts, self.barred, self.ranks)
        self.unelected: list[str] = []

    def _out(self) -> dict[str, Remark]:
        """Who came through and is not ranked all the same; the first reason counts."""
        up = self.rules.publication is not None and self.rules.publication.backfill
        found: dict[str, Remark] = {}
        for kind, code in [("veto", "vetoed")] + ([("object", "struck")] if up else []):
            for event in self.events:
                if event.kind == kind and not event.stage and event.case not in found:
                    params = {"reason": event.reason, "by": event.by}
                    found[event.case] = Remark(code, "", "", params)  # type: ignore[arg-type]
        for case, score in self.totals.items():
            line = self.below(case, "") if score.value is not None else None
            if line is not None and case not in found:
                found[case] = line
        return found

    def reason(self, case: str) -> Remark | None:
        """Why a case has no rank; None where its own score says it."""
        if case in self.again.out:
            return self.again.out[case]
        if case in self.out:
            return self.out[case]
        return Remark("not_elected") if case in self.unelected else None

    def remarks_of(self, case: str) -> tuple[Remark, ...]:
        return tuple(remark for name, remark in self.table.remarks if name == case)

    # -- lines, ceilings, thresholds ----------------------------------------------------------

    def below(self, case: str, tier: str) -> Remark | None:
        for line in self.rules.lines:
            if line.tier != tier:
                continue
            value = self._measured(case, line)
            if value is None or value * 10**line.decimals < line.least:
                text = "" if value is None else f"{value.numerator}/{value.denominator}"
                params = {"of": line.of, "key": line.key, "score": text, "least": _decimal(line)}
                return Remark("tier_line" if tier else "below_line", line.stage, tier, params)
        return None

    def _measured(self, case: str, line: Line) -> Fraction | None:
        if line.of == "total":
            return self.again.shown_total(self.totals[case])
        one = self.again.stages[line.stage]
        if one.scores[case].value is None:
            return None
        if line.of == "stage":
            return one.printed(case, self.rules.rank_exact)
        if one.numbers is None:
            return None
        ballots = Ballots(self.rules.rank_exact, one.rounding, one.numbers, one.scores)
        return ballots.criterion(case, line.key)

    def barred(self, tier: Tier, case: str) -> Remark | None:
        """Why this case by itself cannot have this tier."""
        keys = [one.key for one in self.rules.tiers]
        for event in self.events:
            if event.kind == "ceiling" and event.case == case:
                lower = keys[: keys.index(event.tier)]
                if tier.key in lower:
                    params = {"reason": event.reason, "by": event.by}
                    return Remark("ceiling", "", tier.key, params)
        return self.below(case, tier.key) or self._votes_lacking(tier, case)

    def vote(self) -> StageCount | None:
        """The approval vote that decides, if one does."""
        for share in self.rules.total:
            if self.again.stages[share.stage].stage.approval is not None:
                return self.again.stages[share.stage]
        return None

    def _votes_lacking(self, tier: Tier, case: str) -> Remark | None:
        vote = self.vote()
        if vote is None or vote.stage.approval is None:
            return None
        rule = vote.stage.approval
        own = [majority for key, majority in rule.tier_thresholds if key == tier.key]
        tally = vote.tally(tier.key if rule.per_tier else rule.ticks[0][0], case)
        if enough([*own, rule.threshold][0], tally.votes, tally.base):
            return None
        params = {"votes": tally.votes, "base": tally.base}
        return Remark("tier_threshold", vote.stage.key, tier.key, params)

    # -- places -------------------------------------------------------------------------------

    def place(self) -> None:
        """Order, ranks, tiers. Raises DecisionError for a decision that meets no tie."""
        vote = self.vote()
        if vote is not None and vote.stage.approval is not None and vote.stage.approval.per_tier:
            self._elect(vote)
        else:
            self._rank()
        self._reserves()

    def _ladder(self) -> Places:
        mine = [d for d in self.again.inputs.decisions if not d.judge and d.stage == ""]
        return Places(
            [], (), lambda cases, step: self.again.compare(cases, step, self.scores), mine
        )

    def _rank(self) -> None:
        ladder = self._ladder()
        values = {case: self.again.shown_total(score) for case, score in self.scores.items()}
        self.groups = ladder.order(split(list(values), values), self.rules.ties)
        self.uses = ladder.uses
        ladder.check_unused(self.groups)
        self.ranks |= ranks_of(self.groups, self.rules.shared)
        sizes = [(tier, self._size(tier)) for tier in self.rules.tiers]
        if not self._conditions():
            plain(self.table, sizes, self.groups)
            return
        self._presets()
        for tier, size in sizes:
            self.table.serve(tier, size, self.groups)

    def _conditions(self) -> bool:
        rules = self.rules
        special = [event for event in self.events if event.kind in ("ceiling", "preset")]
        by_tier = [line for line in rules.lines if line.tier]
        return bool(rules.caps or rules.floors or by_tier or special) or self.vote() is not None

    def _presets(self) -> None:
        for event in self.events:
            if event.kind == "preset" and event.case not in self.table.tiers:
                self.table.tiers[event.case] = event.tier
                remark = Remark("preset", "", event.tier, {"reason": event.reason})
                self.table.remarks.append((event.case, remark))

    def _size(self, tier: Tier) -> int:
        if not tier.percent:
            return tier.size
        rejected = [one for one in self.again.out.values() if one.code == "rejected"]
        admitted = len(self.again.inputs.cases) - len(rejected)
        whole = admitted if tier.percent_of == "entries" else len(self.scores)
        return int(Fraction(tier.percent, 10**6) * whole)

    def _elect(self, vote: StageCount) -> None:
        """Tier by tier by its own ticks; who gets a tier is ranked there, the others not."""
        rule = vote.stage.approval
        assert rule is not None  # asked before
        self.ranks |= dict.fromkeys(self.scores, 0)
        self._presets()
        ladder = self._ladder()
        met: Groups = []
        chosen: Groups = []
        scores = dict(self.scores)
        for tier in self.rules.tiers:
            if not self.table.open:
                free = [case for case in self.scores if case not in self.table.tiers]
                values = {case: ticks_value(rule, vote.tally(tier.key, case)) for case in free}
                ordered = ladder.order(split(free, values), self.rules.ties)
                met += ordered
                self.table.serve(tier, self._size(tier), ordered)
            else:
                ordered = []
            for group in ordered:
                mine = [case for case in group if self.table.tiers.get(case) == tier.key]
                chosen += [mine] if mine else []
                for case in mine:
                    tally = vote.tally(tier.key, case)
                    value = ticks_value(rule, tally)
                    published = rounded(value, self.rules.rounding)
                    scores[case] = CaseScore(case, value, published, tally.base)
        ladder.check_unused(met)
        self.groups, self.uses = chosen, ladder.uses
        self.unelected = [c for c in self.scores if not any(c in group for group in chosen)]
        self.ranks.clear()
        self.ranks |= ranks_of(chosen, self.rules.shared)
        self.scores = scores

    def _reserves(self) -> None:
        """The next in order, ties together."""
        wanted = self.rules.publication.reserves if self.rules.publication else 0
        if self.table.open:
            return
        waiting = [
            [case for case in group if case not in self.table.tiers] for group in self.groups
        ]
        before = 0
        for group in waiting:
            if before < wanted:
                remark = Remark("reserve", "", "", {"number": before + 1})
                self.table.remarks += [(case, remark) for case in group]
            before += len(group)


def _decimal(line: Line) -> str:
    """The least as it was written, with all its places."""
    value = Fraction(line.least, 10**line.decimals)
    if not line.decimals:
        return str(line.least)
    sign, value = ("-" if value < 0 else ""), abs(value)
    whole = value.numerator // value.denominator
    rest = int((value - whole) * 10**line.decimals)
    return f"{sign}{whole}.{str(rest).zfill(line.decimals)}"
