"""The recount of one stage: its numbers, votes and ticks, by name and in fractions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from math import ceil

from scoring.cells import Cell, Matrix, State
from scoring.chain_rules import Approval, Factor, Majority, PublicVote, Stage
from scoring.inputs import Amount, AwardInputs
from scoring.recount_numbers import Numbers, as_published, part_of, plain_mean, rounded
from scoring.result import CaseScore, DecisionError, Remark, Tally, TieUse
from scoring.rules import Rounding, Rules

HUNDRED = 100


@dataclass
class StageCount:
    """One stage, counted again."""

    stage: Stage
    rounding: Rounding
    scores: dict[str, CaseScore] = field(default_factory=dict)
    numbers: Numbers | None = None
    drawn: str = ""
    votes: dict[str, int] = field(default_factory=dict)
    tallies: list[Tally] = field(default_factory=list)
    adjusted: dict[str, Fraction] = field(default_factory=dict)
    quorum: bool = True
    members: int = 0
    present: int = 0
    void: int = 0
    promoted: list[str] = field(default_factory=list)
    ties: list[TieUse] = field(default_factory=list)
    out: dict[str, Remark] = field(default_factory=dict)

    def tally(self, question: str, case: str) -> Tally:
        (one,) = (t for t in self.tallies if t.case == case and t.question == question)
        return one

    def printed(self, case: str, exact: bool = False) -> Fraction:
        """The number as it is published, or the exact one."""
        value = self.scores[case].value
        assert value is not None  # asked before
        return value if exact else as_published(value, self.rounding)


def enough(majority: Majority, votes: int, base: int) -> bool:
    """Whether the votes are the named part of the base."""
    if base <= 0:
        return False
    part, needed = Fraction(votes, base), Fraction(majority.numerator, majority.denominator)
    return part > needed or (part == needed and not majority.strict)


def count_again(rules: Rules, inputs: AwardInputs, stage: Stage, entrants: list[str]) -> StageCount:
    """One stage. Raises DecisionError for a draw that nobody needs."""
    found = StageCount(stage, stage.rounding or rules.rounding)
    kinds = {"score": _score, "vote": _vote, "public_vote": _public}
    if stage.kind == "eligibility":
        found.scores = {case: CaseScore(case, None, None, 0) for case in entrants}
    else:
        kinds[stage.kind](rules, inputs, found, entrants)
    return found


def _valued(case: str, value: Fraction, rounding: Rounding, ballots: int = 0) -> CaseScore:
    return CaseScore(case, value, rounded(value, rounding), ballots)


def _cells(inputs: AwardInputs, stage: Stage, entrants: list[str]) -> Matrix:
    """The stage's matrix with these cases and no others, put together cell by cell."""
    assert stage.form is not None  # a stage that is judged has a form
    given = inputs.matrices.get(stage.key)
    if given is None:
        return Matrix.build(entrants, stage.judges, [c.key for c in stage.form.criteria], {})
    cells: dict[tuple[str, str, str], Cell] = {
        (case, judge, key): given.cell(c, j, k)
        for c, case in enumerate(given.cases)
        if case in entrants
        for j, judge in enumerate(given.judges)
        for k, key in enumerate(given.criteria)
    }
    return Matrix.build(entrants, given.judges, given.criteria, cells)


# -- scores -----------------------------------------------------------------------------------


def _score(rules: Rules, inputs: AwardInputs, found: StageCount, entrants: list[str]) -> None:
    stage = found.stage
    assert stage.form is not None  # a stage that is judged has a form
    mine = [one for one in rules.factors if one.stage == stage.key]
    apart = any(one.criterion for one in mine)
    numbers = Numbers(stage.form, found.rounding, _cells(inputs, stage, entrants), apart)
    found.numbers = numbers
    found.drawn = _drawn(inputs, stage.key if rules.chain else "", numbers.candidates)
    found.scores = numbers.scores(found.drawn)
    for case in entrants if apart else ():
        _multiply(found, numbers, mine, inputs, case)
    if stage.panels:
        _panels(found, numbers)
    for case in entrants:
        _multiply_whole(found, mine, inputs, case)
        score, there = found.scores[case], inputs.measures.get(case, {})
        if score.value is not None and set(needed(rules, stage.key)) - set(there):
            found.scores[case] = CaseScore(case, None, None, score.ballots, (), "no_base")
    for case, score in found.scores.items():
        change = _change(rules, inputs, stage.key, case)
        if change and score.value is not None:
            found.adjusted[case] = change
            _replace(found, case, score.value + change)


def needed(rules: Rules, stage: str) -> list[str]:
    """The measures without which nobody has a number in a stage, beside factors."""
    return [one.measure for one in rules.adjustments if one.required and one.stage == stage]


def _multiply(
    found: StageCount, numbers: Numbers, rules: list[Factor], inputs: AwardInputs, case: str
) -> None:
    """The number of a case from its criteria, each times its own factors."""
    score = found.scores[case]
    if score.value is None or _unknown(found, rules, inputs, case):
        return
    dropped = score.dropped
    given, total = numbers.columns(case, dropped), Fraction(0)
    for key in given:
        own = [one for one in rules if one.criterion == key]
        part = _times(part_of(numbers.stage, given, key), own, inputs, case, found.rounding)
        by_part = found.rounding.when == "every_criterion"
        total += as_published(part, found.rounding) if by_part else part
    _replace(found, case, total)


def _multiply_whole(found: StageCount, rules: list[Factor], inputs: AwardInputs, case: str) -> None:
    """The number of a case times the factors of its whole stage."""
    own, score = [one for one in rules if not one.criterion], found.scores[case]
    if own and score.value is not None and not _unknown(found, own, inputs, case):
        _replace(found, case, _times(score.value, own, inputs, case, found.rounding))


def _times(
    value: Fraction, rules: list[Factor], inputs: AwardInputs, case: str, rounding: Rounding
) -> Fraction:
    for one in rules:
        by = _factor(one, inputs, case)
        assert by is not None  # asked before
        value = (as_published(value, rounding) if one.rounded else value) * by
    return value


def _factor(rule: Factor, inputs: AwardInputs, case: str) -> Amount | None:
    if rule.measure:
        return inputs.measures.get(case, {}).get(rule.measure)
    return Fraction(rule.value, 10**rule.decimals)


def _unknown(found: StageCount, rules: list[Factor], inputs: AwardInputs, case: str) -> bool:
    """Whether a factor of the case is not known; then it has no number."""
    if all(_factor(one, inputs, case) is not None for one in rules):
        return False
    ballots = found.scores[case].ballots
    found.scores[case] = CaseScore(case, None, None, ballots, (), "no_factor")
    return True


def _replace(found: StageCount, case: str, value: Fraction) -> None:
    published = rounded(value, found.rounding)
    found.scores[case] = replace(found.scores[case], value=value, published=published)


def _drawn(inputs: AwardInputs, stage: str, candidates: Sequence[str]) -> str:
    """The judge drawn to be left out, if a draw was needed and made."""
    named = tuple(one.judge for one in inputs.decisions if one.judge and one.stage == stage)
    if len(named) > 1:
        raise DecisionError("twice", named)
    if named and (len(candidates) < 2 or named[0] not in candidates):
        raise DecisionError("not_tied", named)
    return "".join(named)


def _panels(found: StageCount, numbers: Numbers) -> None:
    """A case of two panels is not ranked; the others are brought to one mean if so ruled."""
    home: dict[str, str] = {}
    for case, score in found.scores.items():
        if score.value is None:
            continue
        voters = {judge for judge, _ in numbers.totals[case]}
        fitting = [panel.key for panel in found.stage.panels if voters <= set(panel.judges)]
        if fitting:
            home[case] = fitting[0]
        else:
            found.scores[case] = CaseScore(case, None, None, score.ballots, (), "mixed_panels")
    if not found.stage.second_mean:
        return
    first = {case: found.scores[case].value or Fraction(0) for case in home}
    for case, panel in home.items():
        ours = plain_mean(value for other, value in first.items() if home[other] == panel)
        if ours != 0:
            _replace(found, case, first[case] * Fraction(plain_mean(first.values()), ours))
        else:
            _replace(found, case, first[case])


def _change(rules: Rules, inputs: AwardInputs, stage: str, case: str) -> Fraction:
    """Bonus and penalty of one case in one stage."""
    total = Fraction(0)
    for one in (rule for rule in rules.adjustments if rule.stage == stage):
        measured = inputs.measures.get(case, {}).get(one.measure, 0)
        units = Fraction(max(measured - one.free, 0), one.every)
        size = (units if one.exact else ceil(units)) * abs(one.points)
        size = min(size, one.most) if one.most else size
        total += Fraction(size, 10**one.decimals) * (1 if one.points > 0 else -1)
    return total


# -- votes of the public ------------------------------------------------------------------------


def _public(_rules: Rules, inputs: AwardInputs, found: StageCount, entrants: list[str]) -> None:
    rule = found.stage.public
    assert rule is not None  # a public vote has its rule
    counts = inputs.counts.get(found.stage.key, {})
    found.votes = {
        case: counts[case].counted - counts[case].deducted for case in entrants if case in counts
    }
    for case in entrants:
        if case not in found.votes:
            found.scores[case] = CaseScore(case, None, None, 0, (), "no_votes")
        elif rule.convert == "reference_only":
            found.scores[case] = CaseScore(case, None, None, 0, (), "not_counted")
        else:
            found.scores[case] = _valued(case, _points(rule, found.votes, case), found.rounding)


def _points(rule: PublicVote, votes: Mapping[str, int], case: str) -> Fraction:
    mine, unit = votes[case], 10**rule.decimals
    if rule.convert == "rank_points":
        better = [other for other in votes.values() if other > mine]
        return Fraction([*rule.points, *(0 for _ in votes)][len(better)], unit)
    if rule.convert == "bands":
        reached = [band.points for band in rule.bands if band.votes <= mine]
        return Fraction([*reached, 0][0], unit)
    whole = max(votes.values()) if rule.convert == "max_ratio" else sum(votes.values())
    return Fraction(mine, whole) * rule.full if whole else Fraction(0)


# -- ticks ----------------------------------------------------------------------------------------


def _vote(_rules: Rules, inputs: AwardInputs, found: StageCount, entrants: list[str]) -> None:
    rule = found.stage.approval
    assert rule is not None  # a vote has its rules
    matrix = _cells(inputs, found.stage, entrants)
    ballots = {judge: _ballot(matrix, judge) for judge in matrix.judges}
    answered = {State.SCORED, State.ABSTAINED, State.NOT_APPLICABLE}
    questions = [key for key, _ in rule.ticks]
    roll = inputs.rolls.get(found.stage.key)
    there = ballots if roll else {
        judge: cells for judge, cells in ballots.items()
        if any(cell.state in answered for (_, key), cell in cells.items() if key in questions)
    }  # fmt: skip
    named = roll.void if roll else frozenset()
    spoilt = {
        key: [judge for judge, cells in there.items()
              if judge in named or _spoilt(rule, cells, key, roll.most if roll else 0)]
        for key in questions
    }  # fmt: skip
    gone = [judge for judge in there if any(judge in spoilt[key] for key in questions)]
    found.members = roll.members if roll else len(ballots)
    found.present, found.void = len(there), len(gone)
    found.quorum = enough(rule.quorum, len(there), found.members)
    if roll and not roll.closed:
        found.quorum = False
    for key in questions:
        void = gone if rule.over == "ballot" else spoilt[key]
        for case in entrants:
            away = roll.recused.get(case, 0) if roll else 0
            found.tallies.append(_tally(rule, there, void, found.members, away, case, key))
    for case in entrants:
        found.scores[case] = _ticks(found, rule, questions[0], case)


def _ballot(matrix: Matrix, judge: str) -> dict[tuple[str, str], Cell]:
    at = matrix.judges.index(judge)
    return {
        (case, key): matrix.cell(c, at, k)
        for c, case in enumerate(matrix.cases)
        for k, key in enumerate(matrix.criteria)
    }


def _tick(cell: Cell) -> bool:
    return cell.state is State.SCORED and cell.points > 0


def _spoilt(rule: Approval, cells: Mapping[tuple[str, str], Cell], key: str, away: int) -> bool:
    """Too many ticks on a question, or too few where that is not allowed; in a secret vote
    `away` cases may be closed to whoever gave it.
    """
    mine = [cell for (_, question), cell in cells.items() if question == key]
    ticks, allowed = len([cell for cell in mine if _tick(cell)]), dict(rule.ticks)[key]
    possible = len([cell for cell in mine if cell.state is not State.RECUSED]) - away
    short = not rule.fewer and ticks < min(allowed, possible)
    return ticks > allowed or short


def _tally(
    rule: Approval,
    there: Mapping[str, Mapping[tuple[str, str], Cell]],
    void: Sequence[str],
    members: int,
    away: int,
    case: str,
    key: str,
) -> Tally:
    valid = [cells[case, key] for judge, cells in there.items() if judge not in void]
    everybody = [cells[case, key] for cells in there.values()]
    counted = everybody if rule.void_in_base and rule.base != "valid" else valid
    base = members if rule.base == "members" else len(counted)
    if rule.base == "present_minus_recused":
        base -= len([cell for cell in counted if cell.state is State.RECUSED]) + away
    if not rule.abstained_in_base:
        base -= len([cell for cell in valid if cell.state is State.ABSTAINED])
    return Tally(case, key, len([cell for cell in valid if _tick(cell)]), base)


def _ticks(found: StageCount, rule: Approval, question: str, case: str) -> CaseScore:
    if not found.quorum:
        return CaseScore(case, None, None, 0, (), "no_quorum")
    tally = found.tally(question, case)
    return _valued(case, ticks_value(rule, tally), found.rounding, tally.base)


def ticks_value(rule: Approval, tally: Tally) -> Fraction:
    """What orders the cases of a vote."""
    if rule.by == "votes":
        return Fraction(tally.votes)
    return Fraction(tally.votes, tally.base) * HUNDRED if tally.base > 0 else Fraction(0)
