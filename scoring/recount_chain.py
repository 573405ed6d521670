"""The recount of the chain: stage after stage, who goes on, and the total, by name."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import floor

from scoring.cells import State
from scoring.chain_rules import Promotion
from scoring.inputs import AwardInputs
from scoring.recount_numbers import as_published, rounded
from scoring.recount_places import Ballots, Places, Values, split
from scoring.recount_stages import StageCount, count_again, enough
from scoring.result import CaseScore, OpenCut, Remark
from scoring.rules import Rules, TieStep


class Again:
    """Every stage counted again; `out` says why a case is no longer there."""

    def __init__(self, rules: Rules, inputs: AwardInputs) -> None:
        self.rules, self.inputs = rules, inputs
        self.stages: dict[str, StageCount] = {}
        self.out: dict[str, Remark] = {}
        self.cuts: dict[str, list[OpenCut]] = {}
        self.runoffs_used: list[frozenset[str]] = []

    def walk(self) -> None:
        """Raises DecisionError where a decision of a stage decides nothing."""
        for at, stage in enumerate(self.rules.passes()):
            self._send_away(stage.key, first=at == 0)
            one = count_again(self.rules, self.inputs, stage, self.left())
            self.stages[stage.key] = one
            self.cuts[stage.key] = []
            self._promote(one)
            self.out |= one.out
            one.promoted = self.left()

    def left(self) -> list[str]:
        """Who is still there, in the order of the cases."""
        return [one.case for one in self.inputs.cases if one.case not in self.out]

    def _send_away(self, stage: str, first: bool) -> None:
        gone: dict[str, Remark] = {}
        for event in self.inputs.events:
            here = event.stage == stage or (event.stage == "" and first and event.kind == "reject")
            if here and event.kind in ("reject", "veto") and event.case not in gone:
                code = "rejected" if event.kind == "reject" else "vetoed"
                params = {"reason": event.reason, "by": event.by}
                gone[event.case] = Remark(code, stage, "", params)  # type: ignore[arg-type]
        self.out |= gone

    # -- who goes on ----------------------------------------------------------------------

    def _promote(self, one: StageCount) -> None:
        rule, key = one.stage.promotion, one.stage.key
        decisions = [d for d in self.inputs.decisions if d.stage == key and not d.judge]
        if rule is None:
            Places([], (), self.compare, decisions).check_unused([])
            deciding = any(share.stage == key for share in self.rules.total)
            if one.stage.approval is not None and not deciding:
                self._vote_down(one)
            return
        parted: list[list[str]] = []
        steps: Sequence[TieStep] = rule.ties if rule.at_cut == "cascade" else ()
        places = Places(
            [], (), lambda cases, step: self.compare(cases, step, one.scores), decisions
        )
        for cases in self._parts(one, rule):
            self._promote_part(one, rule, cases, places, steps, parted)
        places.check_unused(parted)
        for case, score in one.scores.items():
            if score.value is None:
                one.out[case] = Remark(score.unranked, key)  # type: ignore[arg-type]

    def _parts(self, one: StageCount, rule: Promotion) -> list[list[str]]:
        """The cases that reach the least score: all together, or group by group."""
        unit = 10**one.rounding.places
        groups: dict[str, list[str]] = {}
        named = {facts.case: facts for facts in self.inputs.cases}
        for case, score in one.scores.items():
            if score.value is None:
                continue
            if rule.least is not None and one.printed(case) < Fraction(rule.least, unit):
                params = {
                    "score": _fixed(one.printed(case), one.rounding.places),
                    "least": _fixed(Fraction(rule.least, unit), one.rounding.places),
                }
                one.out[case] = Remark("below_min", one.stage.key, "", params)
            else:
                name = getattr(named[case], rule.per) if rule.per else ""
                groups.setdefault(name, []).append(case)
        return list(groups.values())

    def _promote_part(
        self,
        one: StageCount,
        rule: Promotion,
        cases: list[str],
        places: Places,
        steps: Sequence[TieStep],
        parted: list[list[str]],
    ) -> None:
        limit = self._limit(rule) or len(cases)
        values = {case: one.printed(case, self.rules.rank_exact) for case in cases}
        groups = split(cases, values)
        if rule.at_cut != "extend":
            groups = [
                part for group in groups for part in self._parted(one, group, groups, limit, places,
                                                                 steps, parted)
            ]  # fmt: skip
        above = 0
        full = False  # somebody before took, or waits for, the last place
        for group in groups:
            inside = above + len(group) <= limit or rule.at_cut == "extend"
            if above < limit and not full and not inside:
                cut = OpenCut(one.stage.key, limit - above, tuple(group))
                self.cuts[one.stage.key].append(cut)
            if above >= limit or full or not inside:
                waits = above < limit and not full
                params = {"rank": above + 1, "places": limit}
                remark = Remark("open_cut" if waits else "not_promoted", one.stage.key, "", params)
                one.out |= dict.fromkeys(group, remark)
                full = True
            above += len(group)

    def _parted(
        self,
        one: StageCount,
        group: list[str],
        groups: list[list[str]],
        limit: int,
        places: Places,
        steps: Sequence[TieStep],
        parted: list[list[str]],
    ) -> list[list[str]]:
        """Only the tie that goes across the last place is parted."""
        above = sum(len(other) for other in groups[: groups.index(group)])
        if not above < limit < above + len(group):
            return [group]
        parts = places.order([group], steps)
        for use in (use for case in group for use in places.uses.get(case, [])):
            if use not in one.ties:
                one.ties.append(use)
        parted += parts
        return parts

    def _limit(self, rule: Promotion) -> int:
        if rule.ratio:
            whole = sum(tier.size for tier in self.rules.tiers)
            return floor(Fraction(rule.ratio, 10**4) * whole)
        return rule.top

    def _vote_down(self, one: StageCount) -> None:
        """In a vote that only filters, who reaches the threshold nowhere is out."""
        rule = one.stage.approval
        assert rule is not None  # asked before
        for case in one.scores:
            mine = [tally for tally in one.tallies if tally.case == case]
            if not one.quorum:
                one.out[case] = Remark("no_quorum", one.stage.key)
            elif not any(enough(rule.threshold, t.votes, t.base) for t in mine):
                params = {"votes": mine[0].votes, "base": mine[0].base}
                one.out[case] = Remark("below_threshold", one.stage.key, "", params)

    # -- what ties compare ----------------------------------------------------------------

    def compare(
        self, cases: list[str], step: TieStep, scores: dict[str, CaseScore] | None = None
    ) -> Values:
        """What a step compares; `scores` are those that are being ranked."""
        if step.kind == "runoff":
            return self._runoff(cases)
        if step.kind == "less":
            given = {case: self.inputs.measures.get(case, {}).get(step.key) for case in cases}
            return {case: Fraction(-much) for case, much in given.items() if much is not None}
        if step.kind == "more_decimals":
            exact = {case: (scores or {})[case].value for case in cases}
            return {case: value for case, value in exact.items() if value is not None}
        if step.kind in ("stage", "votes"):
            return self._of_stage(cases, step)
        return self._of_ballots(cases, step)

    def _of_stage(self, cases: list[str], step: TieStep) -> Values:
        one = self.stages.get(step.key)
        if one is None:
            return {}
        if step.kind == "stage":
            exact = self.rules.rank_exact
            return {
                case: one.printed(case, exact) for case in cases
                if case in one.scores and one.scores[case].value is not None
            }  # fmt: skip
        counted = one.votes
        if one.stage.approval is not None:
            question = one.stage.approval.ticks[0][0]
            counted = {t.case: t.votes for t in one.tallies if t.question == question}
        return {case: Fraction(counted[case]) for case in cases if case in counted}

    def _of_ballots(self, cases: list[str], step: TieStep) -> Values:
        judged = [key for key, one in self.stages.items() if one.numbers is not None]
        one = self.stages.get(step.stage or (judged[0] if judged else ""))
        if one is None or one.numbers is None:
            return {}
        if any(case not in one.scores or one.scores[case].value is None for case in cases):
            return {}
        ballots = Ballots(self.rules.rank_exact, one.rounding, one.numbers, one.scores)
        return ballots.compare(cases, step)

    def _runoff(self, cases: list[str]) -> Values:
        """The last runoff between exactly these cases."""
        found = [one for one in self.inputs.runoffs if set(one.matrix.cases) == set(cases)]
        if not found:
            return {}
        self.runoffs_used.append(frozenset(cases))
        places, matrix = found[-1].places, found[-1].matrix
        votes = dict.fromkeys(matrix.cases, 0)
        for j in range(len(matrix.judges)):
            mine = {case: matrix.cell(c, j, 0) for c, case in enumerate(matrix.cases)}
            ticks = [
                c for c, cell in mine.items() if cell.state is State.SCORED and cell.points > 0
            ]
            away = any(cell.state is State.RECUSED for cell in mine.values())
            for case in ticks if len(ticks) <= places and not away else []:
                votes[case] += 1
        return {case: Fraction(number) for case, number in votes.items()}

    def runoffs_left(self) -> list[tuple[str, ...]]:
        """The runoffs that met no tie, each tie once."""
        last = {frozenset(one.matrix.cases): one.matrix.cases for one in self.inputs.runoffs}
        return [cases for tie, cases in last.items() if tie not in self.runoffs_used]

    # -- the total ------------------------------------------------------------------------

    def total(self, case: str) -> CaseScore:
        """The weighted sum of the stages; of one stage without a chain its own score."""
        if not self.rules.chain:
            (one,) = self.stages.values()
            return one.scores[case]
        weighed = [(self.stages[share.stage], share.weight) for share in self.rules.total]
        for one, _ in weighed:
            if one.scores[case].value is None:
                score = one.scores[case]
                return CaseScore(case, None, None, score.ballots, (), score.unranked)
        exact = self.rules.rounding.when == "final"
        parts = [one.printed(case, exact) * Fraction(w, 10**4) for one, w in weighed]
        value = sum(parts, Fraction(0))
        ballots = sum(one.scores[case].ballots for one, _ in weighed)
        return CaseScore(case, value, rounded(value, self.rules.rounding), ballots)

    def shown_total(self, score: CaseScore) -> Fraction:
        assert score.value is not None  # asked before
        if self.rules.rank_exact:
            return score.value
        return as_published(score.value, self.rules.rounding)


def _fixed(value: Fraction, places: int) -> str:
    """A published number with all its places."""
    units = int(value * 10**places)
    text = str(abs(units)).zfill(places + 1)
    whole, part = (text[:-places], "." + text[-places:]) if places else (text, "")
    return ("-" if units < 0 else "") + whole + part
