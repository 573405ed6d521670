"""`rank --explain CASE`: every cell and every step to the published number, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from award.deviating import mark_line
from award.folder import Award
from award.ranking import Ranking, inputs_of
from award.ranking_words import (
    dropped_words,
    gap_lines,
    rounding_words,
    tie_words,
    tier_words,
    waits,
)
from award.remarks import remark_words, stage_trails, trail_lines
from award.terms import counted_rules
from db.records import Nomination
from scoring.cells import Cell, State
from scoring.decisions import drawn
from scoring.explain import BallotLine, CriterionLine, Trail, explain
from scoring.factors import Part
from scoring.points import format_exact, format_fixed, format_points
from scoring.result import Decision, Outcome, Standing, TieUse
from scoring.rules import Criterion, Rules
from words import pick, say
from words.text import pad, width

COLUMN, NARROW_COLUMN = 20, 10  # most cells of a column of marks; the narrow one fits 80 cells


def trail_of(award: Award, ranking: Ranking, case: str) -> Trail:
    """The data behind an explanation. Raises E-NOCASE where there is no such case."""
    award.store.nomination(case)
    measures = inputs_of(award, ranking).measures.get(case, {})
    return explain(counted_rules(award), ranking.matrix, ranking.outcome, case, measures)


def explanation(award: Award, ranking: Ranking, case: str, column: int = COLUMN) -> list[str]:
    """The explanation of one case, line by line, as a person would go through it by hand."""
    nomination = award.store.nomination(case)
    if award.rules.chain:
        return [*_heading(nomination), *over_stages(award, ranking, case, column)]
    trail = trail_of(award, ranking, case)
    return [
        *_heading(nomination),
        *_ballots(award.rules, trail, column),
        *_counting(award.rules, trail),
        *_far_marks(award.rules, ranking, case),
        *_ties(award.rules, trail.standing, ranking.decisions),
        *_remarks(award.rules, trail.standing),
        *_lacking(award.rules, ranking.outcome, case),
        _verdict(award.rules, trail.standing, ranking.outcome),
    ]


def over_stages(award: Award, ranking: Ranking, case: str, column: int) -> Iterator[str]:
    """The same over a chain: every score stage the case was in, then the way to the total."""
    rules, outcome = counted_rules(award), ranking.outcome
    for stage in rules.chain:
        for view, trail in stage_trails(rules, inputs_of(award, ranking), outcome, stage, case):
            yield say("stages.heading", name=pick((stage.name.zh, stage.name.en)))
            yield from _ballots(view, trail, column)
            yield from _counting(view, trail)
            yield from _far_marks(view, ranking, case)
    standing = next(one for one in outcome.standings if one.case == case)
    yield from trail_lines(rules, outcome, standing)
    yield from _ties(rules, standing, ranking.decisions)
    yield from _remarks(rules, standing)
    yield from _lacking(rules, outcome, case)
    yield _verdict(rules, standing, outcome)


def _lacking(rules: Rules, outcome: Outcome, case: str) -> list[str]:
    """The numbers a case is to be multiplied by, or to have, that nobody has recorded."""
    own = [gap for gap in outcome.gaps if gap.case == case and gap.criteria and not gap.judge]
    return gap_lines(rules, own)


def _remarks(rules: Rules, standing: Standing) -> Iterator[str]:
    """Why a case was passed over."""
    if standing.rank is not None:
        yield from (remark_words(rules, remark) for remark in standing.remarks)


def _heading(nomination: Nomination) -> list[str]:
    return [f"{nomination.number}  {nomination.title}", f"     {nomination.unit}", ""]


def _ballots(rules: Rules, trail: Trail, column: int) -> Iterator[str]:
    """One line per judge: the cells, the ballot's total, what became of it."""
    stage = rules.stage
    named = {one.key: one for one in stage.criteria}
    heads = [_criterion(rules, named[key]) for key in trail.keys]
    weighed = [say("explain.weight")] if stage.judge_weights else []
    rows = [[say("explain.judge"), *heads, say("explain.total"), *weighed, say("explain.use")]]
    for line in trail.ballots:
        cells = [_cell(rules, cell) for cell in line.cells]
        total = "-" if line.total is None else format_exact(line.total)
        weight = [format_exact(line.weight)] if weighed else []
        rows.append([line.judge, *cells, total, *weight, _use(trail, line)])
    yield say("explain.ballots")
    yield from _aligned(rows, column)
    yield ""


def _aligned(rows: list[list[str]], most: int) -> Iterator[str]:
    """Numbers flush right under their headings, no column wider than it needs or than `most`."""
    sizes = [min(max(map(width, column)), most) for column in zip(*rows, strict=True)]
    for first, *numbers, last in rows:
        cells = [pad(cell, size, ">") for cell, size in zip(numbers, sizes[1:-1], strict=True)]
        yield "  ".join(["", pad(first, sizes[0]), *cells, last])


def _criterion(rules: Rules, criterion: Criterion) -> str:
    name = pick((criterion.name.zh, criterion.name.en))
    if not criterion.counted:
        return say("explain.not_counted", name=name)
    if rules.stage.summing:
        return name
    return f"{name} {format_points(criterion.weight, rules.stage.weight_decimals)}%"


def _cell(rules: Rules, cell: Cell) -> str:
    if cell.state is State.SCORED:
        return format_points(cell.points, rules.stage.decimals)
    return say(f"explain.state.{cell.state.name.lower()}")


def _use(trail: Trail, line: BallotLine) -> str:
    if line.use == "dropped":
        which = next(one.which for one in trail.dropped if one.judge == line.judge)
        return say(f"explain.dropped.{which}")
    return say(f"explain.use.{line.use}")


def _counting(rules: Rules, trail: Trail) -> Iterator[str]:
    """The sum, the quotient, the rounding."""
    yield say("explain.counting", count=trail.standing.score.ballots)
    yield from _dropped(rules, trail)
    if trail.shared:
        yield "  " + say("explain.shared_loss")
    for line in trail.criteria:
        if line.mean is not None and not (trail.parts and _adds(rules)):
            yield "  " + _mean(rules, line, line.mean)
    if trail.value is not None and trail.counted is not None:
        yield from _number(rules, trail, trail.counted, trail.value)
    yield ""


def _dropped(rules: Rules, trail: Trail) -> Iterator[str]:
    """What was left out: a line each, or of single criteria a line for every criterion."""
    for drop in trail.dropped:
        if not drop.criterion:
            yield "  " + dropped_words(rules, drop)
    for key in dict.fromkeys(drop.criterion for drop in trail.dropped if drop.criterion):
        name = next(one.name for one in rules.stage.criteria if one.key == key)
        each = [dropped_words(rules, drop) for drop in trail.dropped if drop.criterion == key]
        told = {"name": pick((name.zh, name.en)), "list": say("rules.comma").join(each)}
        yield "  " + say("explain.dropped_of", **told)


def _adds(rules: Rules) -> bool:
    return rules.stage.aggregation.method == "trimmed_sum"


def _mean(rules: Rules, line: CriterionLine, mean: Fraction) -> str:
    """What a criterion has: its mean, or the sum of what is left."""
    how, stage = rules.stage.aggregation, rules.stage
    name = next(one.name for one in stage.criteria if one.key == line.key)
    told = {"name": pick((name.zh, name.en)), "mean": format_exact(mean)}
    if _adds(rules) and how.of == "criterion":
        return say("explain.part_sum", **told, left=how.left, sum=format_exact(mean * how.left))
    weight = format_points(line.weight, stage.weight_decimals)
    return say("explain.part" if stage.summing else "explain.weighted_part", **told, weight=weight)


def _far_marks(rules: Rules, ranking: Ranking, case: str) -> Iterator[str]:
    """Marks far from the others in the stage the rules look at: they were counted all the same."""
    marks = ranking.marks_in(rules.stage.key, case)
    if marks:
        yield say("deviation.heading")
        yield from ("  " + mark_line(rules, one) for one in marks)
        yield ""


def _number(rules: Rules, trail: Trail, counted: Fraction, value: Fraction) -> Iterator[str]:
    """From the ballots to the published number: factors, panels, bonus and penalty, rounding."""
    for part in trail.parts:
        yield from _times(rules, trail, part)
    if trail.total is not None and trail.divisor is not None:
        yield "  " + _quotient(rules, trail.total, trail.divisor, counted)
    else:
        yield "  " + say("explain.from_parts", value=format_exact(counted))
    if trail.brought:
        overall, panel = map(format_exact, trail.brought)
        brought = trail.whole.start if trail.whole else value - trail.change
        result = {"value": format_exact(counted), "result": format_exact(brought)}
        yield "  " + say("explain.second_mean", overall=overall, panel=panel, **result)
    if trail.whole:
        yield from _times(rules, trail, trail.whole)
    if trail.change:
        told = {"points": format_exact(trail.change), "value": format_exact(value)}
        yield "  " + say("explain.adjusted", **told)
    shown = format_fixed(trail.published or 0, trail.rounding.places)
    yield "  " + say("explain.published", value=shown, how=rounding_words(trail.rounding))


def _quotient(rules: Rules, total: Fraction, divisor: Fraction, counted: Fraction) -> str:
    """What was added up and divided, or for a sum of what is left only added up."""
    how, value = rules.stage.aggregation, format_exact(counted)
    sums = {"total": format_exact(total), "count": format_exact(divisor)}
    if how.method != "trimmed_sum":
        key = "weighed" if weighs(rules) else "quotient"
        return say(f"explain.{key}", **sums, value=value)
    if divisor == 1 and not weighs(rules):
        return say("explain.sum_left", value=value)
    sums["total"] = format_exact(Fraction(total, how.left))
    key = "sum_weighed" if weighs(rules) else "sum_scaled"
    return say(f"explain.{key}", **sums, left=how.left, value=value)


def _times(rules: Rules, trail: Trail, part: Part) -> Iterator[str]:
    """What the stage, or one criterion of it, is multiplied by, step by step."""
    names = {one.key: one.name for one in rules.stage.criteria}
    name = names.get(part.key)
    what = pick((name.zh, name.en)) if name else say("explain.whole")
    value = part.start
    for step in part.steps:
        told = {"what": what, "before": format_exact(step.before), "value": format_exact(value)}
        by = pick((step.factor.name.zh, step.factor.name.en))
        key = "times" if step.before == value else "times_rounded"
        yield "  " + say(f"explain.{key}", **told, name=by, number=format_exact(step.number),
                         after=format_exact(step.after))  # fmt: skip
        value = step.after
    if not part.steps:
        yield "  " + say("explain.no_times", what=what, value=format_exact(value))
    if part.value != value:
        how = rounding_words(trail.rounding)
        yield "  " + say("explain.times_published", what=what, how=how,
                         value=format_exact(part.value))  # fmt: skip


def weighs(rules: Rules) -> bool:
    """Whether the number is a sum of weight times total: not so for a median."""
    return bool(rules.stage.judge_weights) and rules.stage.aggregation.method != "median"


def _ties(rules: Rules, standing: Standing, decisions: Sequence[Decision]) -> Iterator[str]:
    """Every step of the cascade that was tried, with what was compared."""
    for use in standing.ties:
        if use.step.kind != "decision":
            yield _tie(rules, use)
        elif use.split:
            yield _decided(use, decisions)
    if standing.tied_with:
        yield say("explain.still_tied", cases=", ".join(standing.tied_with))


def _tie(rules: Rules, use: TieUse) -> str:
    values = ", ".join(f"{case} {format_exact(value)}" for case, value in use.values.items())
    key = "explain.tie_split" if use.split else "explain.tie_same"
    cases = ", ".join(use.cases)
    return say(key, cases=cases, step=tie_words(rules, use.step), values=values)


def _decided(use: TieUse, decisions: Sequence[Decision]) -> str:
    """The order the committee gave, or lots; the values behind it are only places."""
    order = sorted(use.values, key=use.values.__getitem__, reverse=True)
    key = "explain.drawn" if drawn(decisions, use.cases) else "explain.decided"
    return say(key, cases=", ".join(use.cases), order=" > ".join(order))


def _verdict(rules: Rules, standing: Standing, outcome: Outcome) -> str:
    if standing.rank is None:
        return _unranked(rules, standing)
    if waits(outcome, standing):
        return say("explain.rank", rank=standing.rank, tier=say("explain.open"))
    tier = tier_words(rules, standing.tier) or say("explain.no_tier")
    return say("explain.rank", rank=standing.rank, tier=tier)


def _unranked(rules: Rules, standing: Standing) -> str:
    score = standing.score
    if standing.remarks:
        why = ", ".join(remark_words(rules, remark) for remark in standing.remarks)
        return say("explain.unranked", why=why)
    if score.unranked != "too_few_ballots":
        return say("explain.unranked", why=say(f"cli.rank.{score.unranked}"))
    return say("explain.too_few", count=score.ballots, minimum=rules.stage.missing.minimum)
