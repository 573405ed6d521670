"""One stage: from its entrants to their numbers. One function per kind, one table of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from scoring.adjusting import adjusted_by, based, panel_of, second_mean
from scoring.aggregate import Count
from scoring.approval import Poll, order_value
from scoring.cells import Matrix
from scoring.chain_rules import Stage, StageKind
from scoring.decisions import drawn_judge
from scoring.factors import by_criterion, of_stage
from scoring.inputs import AwardInputs
from scoring.points import rounded
from scoring.public_vote import convert
from scoring.result import CaseScore, Tally, TieUse, Unranked
from scoring.rules import Rounding, Rules, ScoreStage


@dataclass(frozen=True)
class Counted:
    """What a stage made of its entrants. `count` and `poll` answer what ties ask later."""

    stage: Stage
    rounding: Rounding
    scores: tuple[CaseScore, ...]
    count: Count | None = None
    poll: Poll | None = None
    votes: Mapping[str, int] = field(default_factory=dict)
    tallies: tuple[Tally, ...] = ()
    adjusted: Mapping[str, Fraction] = field(default_factory=dict)
    promoted: tuple[str, ...] = ()
    ties: tuple[TieUse, ...] = ()

    @cached_property
    def by_case(self) -> dict[str, CaseScore]:
        return {score.case: score for score in self.scores}

    @cached_property
    def place(self) -> dict[str, int]:
        """The position of every entrant."""
        return {score.case: at for at, score in enumerate(self.scores)}

    @property
    def quorum(self) -> bool:
        return self.poll is None or self.poll.quorum


@dataclass(frozen=True)
class Work:
    """What every stage is given."""

    rules: Rules
    inputs: AwardInputs


def number(case: str, value: Fraction, rounding: Rounding, ballots: int = 0) -> CaseScore:
    """A score without a ballot behind it."""
    return CaseScore(case, value, rounded(value, rounding), ballots)


def count_stage(work: Work, stage: Stage, entrants: Sequence[str]) -> Counted:
    """The stage's numbers. Raises DecisionError for a draw that is not needed."""
    rounding = stage.rounding or work.rules.rounding
    return STEPS[stage.kind](work, Counted(stage, rounding, ()), entrants)


def admit(_work: Work, blank: Counted, entrants: Sequence[str]) -> Counted:
    """Eligibility: nothing is counted; who is rejected has left before."""
    return replace(blank, scores=tuple(CaseScore(c, None, None, 0) for c in entrants))


# -- score --------------------------------------------------------------------------------


def score(work: Work, blank: Counted, entrants: Sequence[str]) -> Counted:
    """The judges' scores, then panels, factors, bonus and penalty; rounded once, at the end."""
    stage, rounding, rules = blank.stage, blank.rounding, work.rules
    form, each = _form(stage), rules.each_factored(stage.key)
    count = Count(form, rounding, _matrix(work.inputs, stage, entrants), each=each)
    key = stage.key if work.rules.chain else ""
    named = [one for one in work.inputs.decisions if one.stage == key]
    count.drawn = drawn_judge(named, count.drawable)
    measures = work.inputs.measures
    scores = by_criterion(rules, stage.key, count, measures) if each else count.scores()
    if stage.panels:
        scores = _panels(stage, rounding, count, scores)
    scores = tuple(of_stage(rules, stage.key, one, measures.get(one.case, {}), rounding)
                   for one in scores)  # fmt: skip
    changing = rules.adjustments_of(stage.key)
    scores = tuple(based(changing, one, measures.get(one.case, {})) for one in scores)
    adjusted = _adjustments(work, stage, scores)
    scores = tuple(_plus(one, adjusted.get(one.case), rounding) for one in scores)
    return replace(blank, scores=scores, count=count, adjusted=adjusted)


def _form(stage: Stage) -> ScoreStage:
    assert stage.form is not None  # the config refuses a judged stage without criteria
    return stage.form


def _matrix(inputs: AwardInputs, stage: Stage, entrants: Sequence[str]) -> Matrix:
    given = inputs.matrices.get(stage.key)
    keys = [criterion.key for criterion in _form(stage).criteria]
    return Matrix.empty(entrants, stage.judges, keys) if given is None else given.of_cases(entrants)


def _panels(
    stage: Stage, rounding: Rounding, count: Count, scores: Sequence[CaseScore]
) -> tuple[CaseScore, ...]:
    """Every case belongs to one panel; with `second_mean` the panels are brought together."""
    panels = {one.case: _panel(stage, count, at) for at, one in enumerate(scores)}
    fit = [replace(s, value=None, published=None, dropped=(), unranked="mixed_panels")
           if s.value is not None and not panels[s.case] else s for s in scores]  # fmt: skip
    if not stage.second_mean:
        return tuple(fit)
    values = {one.case: one.value for one in fit if one.value is not None}
    means = second_mean(values, {case: panels[case] for case in values})
    return tuple(_set(one, means.get(one.case), rounding) for one in fit)


def _panel(stage: Stage, count: Count, case: int) -> str:
    judges, _ = count.ballots.valid(case)
    return panel_of(stage.panels, [count.matrix.judges[judge] for judge in judges])


def _set(one: CaseScore, value: Fraction | None, rounding: Rounding) -> CaseScore:
    if value is None:
        return one
    return replace(one, value=value, published=rounded(value, rounding))


def _adjustments(work: Work, stage: Stage, scores: Sequence[CaseScore]) -> dict[str, Fraction]:
    """What bonus and penalty change, for every case with a value."""
    rules = work.rules.adjustments_of(stage.key)
    found = {
        one.case: sum(
            (adjusted_by(rule, work.inputs.measures.get(one.case, {})) for rule in rules),
            Fraction(0),
        )
        for one in scores
        if one.value is not None
    }
    return {case: change for case, change in found.items() if change}


def _plus(one: CaseScore, change: Fraction | None, rounding: Rounding) -> CaseScore:
    return one if change is None or one.value is None else _set(one, one.value + change, rounding)


# -- votes --------------------------------------------------------------------------------


def public_vote(work: Work, blank: Counted, entrants: Sequence[str]) -> Counted:
    """The valid votes of the public, converted; a case without a count has no number."""
    rule = blank.stage.public
    assert rule is not None  # the config refuses a public vote without a conversion
    counts = work.inputs.counts.get(blank.stage.key, {})
    votes = {case: counts[case].valid for case in entrants if case in counts}
    values = convert(rule, votes)
    reason: Unranked = "not_counted" if rule.convert == "reference_only" else "no_votes"
    scores = tuple(
        number(case, values[case], blank.rounding) if case in values
        else CaseScore(case, None, None, 0, (), "no_votes" if case not in votes else reason)
        for case in entrants
    )  # fmt: skip
    return replace(blank, scores=scores, votes=votes)


def approval(work: Work, blank: Counted, entrants: Sequence[str]) -> Counted:
    """The ticks. Without a quorum nobody has a number."""
    rule = blank.stage.approval
    assert rule is not None  # the config refuses a vote without its rules
    roll = work.inputs.rolls.get(blank.stage.key)
    poll = Poll(rule, _matrix(work.inputs, blank.stage, entrants), roll)
    tallies, first = poll.tallies(), rule.ticks[0][0]
    reason: Unranked = "" if poll.quorum else "no_quorum"
    scores = tuple(
        CaseScore(one.case, None, None, 0, (), reason) if reason
        else number(one.case, order_value(rule, one), blank.rounding, one.base)
        for one in tallies if one.question == first
    )  # fmt: skip
    return replace(blank, scores=scores, poll=poll, tallies=tallies)


Step = Callable[[Work, Counted, Sequence[str]], Counted]
STEPS: Mapping[StageKind, Step] = {
    "eligibility": admit,
    "score": score,
    "public_vote": public_vote,
    "vote": approval,
}
