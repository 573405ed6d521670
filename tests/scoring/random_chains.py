"""Random awards over every kind of rule: chains, votes, panels, caps, floors, lines, events."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from scoring.cells import Cell, Matrix, State
from scoring.chain_rules import (
    APPROVE,
    Adjustment,
    Approval,
    Band,
    Cap,
    Floor,
    Line,
    Majority,
    Panel,
    Promotion,
    Publication,
    PublicVote,
    Share,
    Stage,
)
from scoring.inputs import AwardInputs, CaseFacts, Event, Roll, Runoff, VoteCount
from scoring.result import Decision, Outcome
from scoring.rules import Criterion, Rounding, Rules, Scale, ScoreStage, Text, Tier, TieStep
from tests.scoring.random_awards import random_criteria, random_matrix, random_rules, weighted
from tests.scoring.random_factors import with_factors, with_measures, with_sums
from tests.scoring.samples import criterion, stage

GROUPS = ("field", "unit", "region", "level")


@dataclass(frozen=True)
class RandomChain:
    rules: Rules
    inputs: AwardInputs
    seed: int


def random_chain(seed: int) -> RandomChain:
    """One award; the same seed gives the same award on every machine."""
    pick = Random(seed)
    made = _Maker(pick, Random(f"apart {seed}")).award(seed)
    later = Random(f"factors of {seed}")
    rules = with_factors(later, with_sums(later, made.rules))
    known = made.inputs.measures
    measures = with_measures(later, [one.case for one in made.inputs.cases], known)
    rules = replace(rules, adjustments=tuple(
        replace(one, exact=later.random() < 0.3) for one in rules.adjustments))  # fmt: skip
    last = Random(f"required of {seed}")
    rules = replace(rules, adjustments=tuple(
        replace(one, required=last.random() < 0.3) for one in rules.adjustments))  # fmt: skip
    return replace(made, rules=rules, inputs=replace(made.inputs, measures=measures))


class _Maker:
    def __init__(self, pick: Random, apart: Random) -> None:
        self.pick = pick
        self.apart = apart  # for rules that came later, so that the rest of a seed stays
        self.cases = [f"C{n}" for n in range(pick.choice([0, 1, 2, 3, 4, 5, 6, 7, 8]))]
        self.tiers = self._tiers()
        self.matrices: dict[str, Matrix] = {}
        self.counts: dict[str, dict[str, VoteCount]] = {}

    def award(self, seed: int) -> RandomChain:
        pick = self.pick
        chain = tuple(self._stage(n) for n in range(pick.choice([1, 2, 2, 3, 3, 4])))
        if not any(self._weighable(one) for one in chain):
            chain = (*chain, self._score("s9"))
        base = random_rules(pick, [criterion("x")])
        rules = replace(
            base,
            stages=tuple(one.form for one in chain if one.form),
            chain=chain,
            total=self._total(chain),
            ties=tuple(self._ties(chain, 4)),
            tiers=self.tiers,
            adjustments=tuple(self._adjustment(one) for one in chain
                              if one.kind == "score" and pick.random() < 0.3),
            lines=tuple(self._line(chain) for _ in range(pick.choice([0, 0, 0, 1, 2]))),
            caps=tuple(self._cap() for _ in range(pick.choice([0, 0, 0, 1, 2]))),
            floors=tuple(self._floor() for _ in range(pick.choice([0, 0, 0, 1, 2])))
            if self.tiers else (),
            publication=pick.choice(
                [None, Publication(True, pick.randrange(3)), Publication(False, pick.randrange(3))]
            ),
        )  # fmt: skip
        return RandomChain(rules, self._inputs(chain), seed)

    # -- rules ----------------------------------------------------------------------------

    def _tiers(self) -> tuple[Tier, ...]:
        pick = self.pick
        cuts = ["open", "include", "exclude"]
        return tuple(
            Tier(f"t{n}", Text(en=f"t{n}"), pick.randrange(4), pick.choice(cuts),  # type: ignore[arg-type]
                 pick.choice([0, 0, 0, 100_000, 333_333, 500_000]),
                 pick.choice(["ranked", "entries"]))  # type: ignore[arg-type]
            for n in range(pick.choice([0, 1, 2, 2, 3]))
        )  # fmt: skip

    def _rounding(self) -> Rounding:
        pick = self.pick
        modes, whens = ["half_up", "half_even", "down"], ["every_stage", "every_criterion", "final"]
        return Rounding(pick.choice(modes), pick.choice([0, 0, 1, 2]), pick.choice(whens))  # type: ignore[arg-type]

    def _stage(self, at: int) -> Stage:
        key = f"s{at}"
        kind = self.pick.choice(["eligibility", "score", "score", "public_vote", "vote"])
        makers = {"score": self._score, "public_vote": self._public, "vote": self._vote}
        if kind == "eligibility":
            return Stage(key, Text(en=key), "eligibility")
        made = makers[kind](key)
        rounding = self._rounding() if self.pick.random() < 0.3 else None
        if rounding and self.apart.random() < 0.3:
            rounding = replace(rounding, interval=self.apart.choice([2, 5]))
        return replace(made, rounding=rounding, promotion=self._promotion())

    def _promotion(self) -> Promotion | None:
        pick = self.pick
        if pick.random() < 0.5:
            return None
        return Promotion(
            top=pick.choice([0, 1, 2, 3, 5]),
            ratio=pick.choice([0, 0, 0, 12_000, 15_000]),
            per=pick.choice(["", "", "region", "field"]),  # type: ignore[arg-type]
            least=pick.choice([None, None, 1, 50, 100]),
            at_cut=pick.choice(["extend", "cascade", "decide"]),  # type: ignore[arg-type]
            ties=tuple(TieStep(k) for k in pick.sample(["mean", "median", "more_decimals"], 2)),  # type: ignore[arg-type]
        )

    def _score(self, key: str) -> Stage:
        pick = self.pick
        criteria = random_criteria(pick)
        form = replace(random_rules(pick, criteria).stage, key=key)
        matrix = self._scored(criteria)
        adjust = tuple((j, pick.choice([-3, 5])) for j in matrix.judges if pick.random() < 0.5)
        if pick.random() < 0.2 and form.aggregation.of != "criterion":
            form = replace(form, judge_adjust=adjust)
        if self.apart.random() < 0.25:
            form = weighted(self.apart, form, matrix.judges)
        if pick.random() < 0.95:
            self.matrices[key] = matrix
        half = len(matrix.judges) // 2
        panels = (Panel("a", matrix.judges[:half]), Panel("b", matrix.judges[half:]))
        if pick.random() < 0.7:
            return Stage(key, Text(en=key), "score", form, matrix.judges)
        if pick.random() < 0.6:
            self.matrices[key] = matrix = self._split(matrix, half)
        return Stage(key, Text(en=key), "score", form, matrix.judges, panels=panels,
                     second_mean=pick.random() < 0.7)  # fmt: skip

    def _scored(self, criteria: list[Criterion]) -> Matrix:
        """A matrix of any cases, then for ours: some are absent, some are not ours."""
        made = random_matrix(self.pick, criteria)
        while not made.judges:
            made = random_matrix(self.pick, criteria)
        return made

    def _split(self, matrix: Matrix, half: int) -> Matrix:
        """Every case seen by one half of the judges only, but for a few."""
        cells: dict[tuple[str, str, str], Cell] = {}
        for c, case in enumerate(matrix.cases):
            low, both = self.pick.random() < 0.5, self.pick.random() < 0.1
            for j, judge in enumerate(matrix.judges):
                for k, key in enumerate(matrix.criteria):
                    mine = both or (j < half) == low
                    out = Cell(State.NOT_ASSIGNED)
                    cells[case, judge, key] = matrix.cell(c, j, k) if mine else out
        return Matrix.build(matrix.cases, matrix.judges, matrix.criteria, cells)

    def _public(self, key: str) -> Stage:
        pick = self.pick
        kinds = ["max_ratio", "share", "rank_points", "bands", "max_ratio"]
        rule = PublicVote(
            pick.choice(kinds),  # type: ignore[arg-type]
            pick.choice([100, 30]),
            1,
            tuple(sorted((pick.randrange(100) for _ in range(3)), reverse=True)),
            (Band(pick.choice([5, 9]), 90), Band(3, 55)),
        )
        full = pick.choice([0, 3, 10, 1000])
        self.counts[key] = {
            case: VoteCount(case, pick.randrange(full + 1) + 2, pick.randrange(3), "bots")
            for case in self.cases
            if pick.random() < 0.97
        }
        return Stage(key, Text(en=key), "public_vote", public=rule)

    def _majority(self) -> Majority:
        num, den = self.pick.choice([(1, 2), (2, 3), (1, 3), (0, 1), (3, 5)])
        return Majority(num, den, self.pick.random() < 0.5)

    def _vote(self, key: str) -> Stage:
        pick = self.pick
        per_tier = bool(self.tiers) and pick.random() < 0.5
        questions = [tier.key for tier in self.tiers] if per_tier else [APPROVE]
        rule = Approval(
            quorum=pick.choice([Majority(1, 2, False), self._majority()]),
            base=pick.choice(["members", "present", "valid", "present_minus_recused"]),  # type: ignore[arg-type]
            threshold=self._majority(),
            ticks=tuple((one, pick.randrange(1, 5)) for one in questions),
            fewer=pick.random() < 0.8,
            over=pick.choice(["ballot", "tier"]),  # type: ignore[arg-type]
            void_in_base=pick.random() < 0.5,
            abstained_in_base=pick.random() < 0.5,
            by=pick.choice(["votes", "ratio"]),  # type: ignore[arg-type]
            tier_thresholds=tuple((t.key, self._majority()) for t in self.tiers
                                  if pick.random() < 0.4),
        )  # fmt: skip
        form = self._form(key, questions)
        judges = tuple(f"V{n}" for n in range(pick.randrange(1, 8)))
        self.matrices[key] = self._ticked(self.cases, judges, questions)
        return Stage(key, Text(en=key), "vote", form, judges, approval=rule)

    def _form(self, key: str, questions: list[str]) -> ScoreStage:
        made = [criterion(one, 100, scale=Scale(0, 1, 1)) for one in questions]
        return replace(stage(made, decimals=0), key=key)

    def _ticked(self, cases: list[str], judges: tuple[str, ...], keys: list[str]) -> Matrix:
        pick = self.pick
        cells: dict[tuple[str, str, str], Cell] = {}
        for judge in judges:
            away, often = pick.random() < 0.15, pick.choice([0.3, 0.5, 0.8])
            for case in () if away else cases:
                recused = pick.random() < 0.08
                for key in keys:
                    cells[case, judge, key] = self._tick(recused, often)
        return Matrix.build(cases, judges, keys, cells)

    def _tick(self, recused: bool, often: float) -> Cell:
        if recused:
            return Cell(State.RECUSED)
        if self.pick.random() < 0.08:
            return Cell(self.pick.choice([State.ABSTAINED, State.MISSING, State.NOT_APPLICABLE]))
        return Cell(State.SCORED, int(self.pick.random() < often))

    def _weighable(self, one: Stage) -> bool:
        return one.kind != "eligibility"

    def _total(self, chain: tuple[Stage, ...]) -> tuple[Share, ...]:
        pick = self.pick
        able = [one for one in chain if self._weighable(one)]
        per_tier = [one for one in able if one.approval and one.approval.per_tier]
        if per_tier and pick.random() < 0.7:
            return (Share(pick.choice(per_tier).key, 10_000),)
        able = [one for one in able if one not in per_tier] or able
        chosen = pick.sample(able, pick.randrange(1, min(len(able), 3) + 1))
        if any(one in per_tier for one in chosen):
            return (Share(chosen[0].key, 10_000),)
        weights = {1: [10_000], 2: [7000, 3000], 3: [5000, 2500, 2500]}[len(chosen)]
        return tuple(Share(one.key, w) for one, w in zip(chosen, weights, strict=True))

    def _ties(self, chain: tuple[Stage, ...], most: int) -> list[TieStep]:
        pick = self.pick
        plain = ["mean", "median", "high_count", "head_to_head"]
        scored = [one for one in chain if one.kind == "score"]
        voted = [one for one in chain if one.kind in {"public_vote", "vote"}]
        steps = [TieStep("more_decimals"), TieStep("decision"), TieStep("less", "time"),
                 TieStep("runoff")]  # fmt: skip
        steps += [TieStep("stage", one.key) for one in chain]
        steps += [TieStep("votes", one.key) for one in voted]
        for one in scored:
            assert one.form is not None
            steps += [TieStep(pick.choice(plain), "", one.key)]  # type: ignore[arg-type]
            steps += [TieStep("criterion", one.form.criteria[0].key, one.key)]
        return pick.sample(steps, min(len(steps), pick.randrange(most)))

    def _adjustment(self, one: Stage) -> Adjustment:
        pick = self.pick
        free, every, most = pick.choice([0, 60]), pick.choice([1, 30]), pick.choice([0, 20])
        points = pick.choice([-5, 5, 10])
        return Adjustment("a", Text(en="a"), one.key, "time", free, every, points, most, 1)

    def _line(self, chain: tuple[Stage, ...]) -> Line:
        pick = self.pick
        tier = pick.choice(["", *(one.key for one in self.tiers)])
        one = pick.choice(chain)
        if one.kind == "score" and pick.random() < 0.5:
            assert one.form is not None
            key = one.form.criteria[0].key
            return Line("criterion", pick.choice([0, 5, 20]), 1, one.key, key, tier)
        if one.kind == "eligibility" or pick.random() < 0.5:
            return Line("total", pick.choice([0, 5, 20]), pick.choice([0, 1]), tier=tier)
        return Line("stage", pick.choice([0, 5, 200]), 2, one.key, tier=tier)

    def _cap(self) -> Cap:
        pick = self.pick
        tier = pick.choice(["", *(one.key for one in self.tiers)])
        return Cap(pick.choice(GROUPS), pick.randrange(3), tier, pick.choice(["", "", "p"]))  # type: ignore[arg-type]

    def _floor(self) -> Floor:
        pick = self.pick
        tier = pick.choice(["", *(one.key for one in self.tiers)])
        return Floor(pick.choice(GROUPS), pick.choice("pq"), pick.randrange(1, 3), tier)  # type: ignore[arg-type]

    # -- inputs ---------------------------------------------------------------------------

    def _inputs(self, chain: tuple[Stage, ...]) -> AwardInputs:
        pick = self.pick
        facts = tuple(
            CaseFacts(case, *(pick.choice(among) for among in ("pq", "pqr", "pq", "pqr")))
            for case in self.cases
        )
        measures = {c: {"time": pick.randrange(200)} for c in self.cases if pick.random() < 0.9}
        events = tuple(self._event(chain) for _ in range(pick.choice([0, 0, 0, 1, 2, 3])))
        rolls = {one.key: self._roll(one.key) for one in chain
                 if one.approval and pick.random() < 0.4}  # fmt: skip
        return AwardInputs(
            facts,
            self.matrices,
            self.counts,
            measures,
            events if self.cases else (),
            rolls=rolls,
        )

    def _roll(self, stage: str) -> Roll:
        """As if the vote were secret: a row is a ballot, and little is known of who cast it."""
        pick = self.pick
        rows = self.matrices[stage].judges if stage in self.matrices else ()
        return Roll(
            len(rows) + pick.randrange(3),
            {case: pick.randrange(3) for case in self.cases if pick.random() < 0.3},
            pick.randrange(2),
            frozenset(row for row in rows if pick.random() < 0.1),
            closed=pick.random() < 0.9,
        )

    def _event(self, chain: tuple[Stage, ...]) -> Event:
        pick = self.pick
        kinds = ["reject", "veto", "object", "object"] + (
            ["ceiling", "preset"] if self.tiers else []
        )
        kind = pick.choice(kinds)
        tier = pick.choice(self.tiers).key if kind in {"ceiling", "preset"} else ""
        first = chain[0].key
        stage = pick.choice(["", first, chain[-1].key]) if kind in {"reject", "veto"} else ""
        case = pick.choice(self.cases) if self.cases else ""
        return Event(kind, case, "because", "chair", stage, tier)  # type: ignore[arg-type]


def decided(seed: int, award: RandomChain, outcome: Outcome) -> AwardInputs:
    """Decisions, draws and runoffs on some of what is open, sometimes wrong ones."""
    pick = Random(seed)
    groups = {tuple(sorted((s.case, *s.tied_with))): "" for s in outcome.standings if s.tied_with}
    tiers = {tier.key for tier in award.rules.tiers}
    groups |= {cut.cases: "" if cut.tier in tiers else cut.tier for cut in outcome.open_cuts}
    decisions: list[Decision] = []
    runoffs: list[Runoff] = []
    for group, place in groups.items():
        if pick.random() < 0.4:
            decisions.append(Decision(tuple(pick.sample(group, len(group))), "chair", stage=place))
        elif pick.random() < 0.5:
            runoffs.append(_runoff(pick, group))
    if outcome.open_judges and pick.random() < 0.8:
        keys = [one.key for one in award.rules.chain if one.kind == "score"]
        judge = pick.choice(outcome.open_judges)
        decisions.append(Decision((), "draw", judge=judge, stage=pick.choice(keys)))
    if pick.random() < 0.1 and len(outcome.standings) > 1:
        some = pick.sample([s.case for s in outcome.standings], 2)
        decisions.append(Decision(tuple(some), "chair", stage=pick.choice(["", "s0", "nowhere"])))
    return replace(award.inputs, decisions=tuple(decisions), runoffs=tuple(runoffs))


def _runoff(pick: Random, cases: tuple[str, ...]) -> Runoff:
    judges = tuple(f"R{n}" for n in range(5))
    cells = {
        (case, judge, "vote"): Cell(State.RECUSED) if pick.random() < 0.05
        else Cell(State.SCORED, pick.randrange(2))
        for judge in judges
        for case in cases
    }  # fmt: skip
    order = tuple(pick.sample(cases, len(cases)))
    return Runoff(pick.randrange(1, 3), Matrix.build(order, judges, ("vote",), cells))
