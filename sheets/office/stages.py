"""The stages of a chain for the office files, each as if it were an award of its own.

What a stage made of its marks is counted again here, from the marks of the sheet, to know
which values were dropped; where it does not come out as recorded, the sheets say nothing of
how it was counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from scoring import factors as times
from scoring.adjusting import based, panel_of, second_mean
from scoring.aggregate import Count
from scoring.approval import Poll
from scoring.cells import Cell, Matrix, State
from scoring.chain_rules import Factor, Stage
from scoring.decisions import drawn_judge
from scoring.factors import by_criterion, lacking, multiplied, number_of
from scoring.points import parse_points
from scoring.result import CaseScore, DecisionError
from scoring.rules import Rounding, Rules, ScoreStage
from sheets.office.view import Beyond, Part, View, is_state, view_of
from sheets.sheet_model import (
    DroppedValue,
    Place,
    ResultSheet,
    ScoreRow,
    SheetJudge,
    SheetStage,
    StageScore,
)
from words.text import clean_line, cut

Hide = Callable[[ResultSheet], ResultSheet]
Marked = SheetStage | ResultSheet
LABEL = 12
"""Half-width cells of a stage's name in the name of a worksheet."""
NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def parts_of(view: View, sheet: ResultSheet, rules: Rules, hide: Hide | None) -> tuple[Part, ...]:
    """The stages of the full `sheet`; `hide` takes the names out of each where given."""
    found = {stage.key: stage for stage in rules.chain}
    records = [record for record in sheet.stages if record.key in found]
    labels = _labels([view.name(record) for record in records])
    return tuple(
        _part(view, sheet, rules, found[record.key], record, label, hide)
        for record, label in zip(records, labels, strict=True)
    )


def with_adjustments(view: View, sheet: ResultSheet) -> View:
    """An award of one stage with factors, bonus and penalty: what these two changed is what is
    left over the rest.
    """
    (stage,), rules = view.rules.passes(), view.rules
    form, given = rules.stage, measures_of(sheet)
    cases = [place.case for place in sheet.ranking]
    count = _count(sheet, rules, stage, form, matrix_of(form, cases, sheet, sheet.scores))
    scores = _scores(rules, stage, count, given)
    base = {one.case: one.value for one in scores if one.value is not None}
    plain = multiplied_by(rules, stage.key, base, given, count.rounding)
    exact = {one.case: Fraction(one.exact) for one in sheet.ranking if one.exact}
    changed = {case: value - plain[case] for case, value in exact.items() if case in plain}
    factors, numbers = _numbers(rules, stage, cases, given)
    right = exact.keys() <= plain.keys() and (bool(rules.adjustments) or not any(changed.values()))
    parts = _parts(rules, stage, count, scores, given)
    beyond = Beyond(base=base, factors=factors, numbers=numbers, parts=parts, adjusted=changed)
    return replace(view, beyond=beyond, recounted=right)


Measured = Mapping[str, Mapping[str, Fraction]]


def measures_of(sheet: ResultSheet) -> Measured:
    """What was measured, by case and name."""
    found: dict[str, dict[str, Fraction]] = {}
    for one in sheet.measures:
        found.setdefault(one.case, {})[one.measure] = Fraction(one.amount)
    return found


def _scores(rules: Rules, stage: Stage, count: Count, given: Measured) -> tuple[CaseScore, ...]:
    """The scores of the ballots, each criterion times its factors, where nothing needed lacks."""
    each, changing = rules.each_factored(stage.key), rules.adjustments_of(stage.key)
    found = by_criterion(rules, stage.key, count, given) if each else count.scores()
    return tuple(based(changing, one, given.get(one.case, {})) for one in found)


def _parts(
    rules: Rules, stage: Stage, count: Count, scores: Iterable[CaseScore], given: Measured
) -> dict[str, dict[str, Fraction]]:
    """What each criterion gives, by case, where criteria are multiplied."""
    if not rules.each_factored(stage.key):
        return {}
    return {
        one.case: {part.key: part.value
                   for part in times.parts_of(rules, stage.key, count, at, given.get(one.case, {}))}
        for at, one in enumerate(scores) if one.value is not None
    }  # fmt: skip


def multiplied_by(
    rules: Rules, stage: str, values: Mapping[str, Fraction], given: Measured, rounding: Rounding
) -> dict[str, Fraction]:
    """The values of the cases whose factors of the whole stage are known, times these."""
    factors = rules.factors_of(stage)
    return {
        case: multiplied("", value, factors, given.get(case, {}), rounding).value
        for case, value in values.items()
        if not lacking(factors, given.get(case, {}))
    }


def _numbers(
    rules: Rules, stage: Stage, cases: Iterable[str], given: Measured
) -> tuple[tuple[Factor, ...], dict[str, tuple[Fraction | None, ...]]]:
    """The factors of a stage, and how much each is for a case."""
    factors = tuple(one for one in rules.factors if one.stage == stage.key)
    numbers = {case: tuple(number_of(one, given.get(case, {})) for one in factors)
               for case in cases}  # fmt: skip
    return factors, numbers


def _labels(names: Sequence[str]) -> list[str]:
    """The names as worksheets may bear them, each once."""
    plain = [cut(clean_line(name.translate(NOT_IN_NAMES)), LABEL).strip() for name in names]
    unique = len({name.casefold() for name in plain}) == len(plain) and all(plain)
    return plain if unique else [cut(f"{at} {name}", LABEL) for at, name in enumerate(plain, 1)]


def _part(
    view: View,
    sheet: ResultSheet,
    rules: Rules,
    stage: Stage,
    record: SheetStage,
    label: str,
    hide: Hide | None,
) -> Part:
    shown = replace(record, votes=tuple(replace(v, reason="") for v in record.votes))
    part = Part(stage, shown if hide else record, label)
    marks = marks_of(sheet, rules, record)
    if stage.form is None or not marks:
        return part
    alone, beyond, recounted = _alone(sheet, rules, stage, stage.form, record, marks)
    if hide:
        alone = hide(alone)
        # Which mark a judge's own adjustment went with is not to be seen any more.
        recounted = recounted and not _by_judge(stage)
    mine = replace(
        rules.looking_at(stage.key), rounding=stage.rounding or rules.rounding, rank_exact=False
    )
    seen = view_of(alone, mine, view.lang, view.at, view.digest)
    seen = replace(
        seen,
        hidden=bool(hide),
        beyond=beyond,
        stage=view.name(record),
        label=label,
        ticks=stage.kind == "vote",
        promoted=frozenset(one.case for one in record.results if one.promoted),
    )
    return replace(part, view=seen, recounted=recounted)


def _by_judge(stage: Stage) -> bool:
    return stage.kind == "vote" or bool(stage.form and stage.form.judge_adjust)


def marks_of(sheet: ResultSheet, rules: Rules, record: SheetStage) -> tuple[ScoreRow, ...]:
    """The marks of a stage: those of the first that is judged stand in the sheet itself."""
    entered = {one.case for one in record.results}
    first = rules.stages[0].key if rules.stages else ""
    rows = sheet.scores if record.key == first else record.marks
    return tuple(row for row in rows if row.case in entered)


def _alone(
    sheet: ResultSheet,
    rules: Rules,
    stage: Stage,
    form: ScoreStage,
    record: SheetStage,
    marks: Sequence[ScoreRow],
) -> tuple[ResultSheet, Beyond, bool]:
    """The stage as a sheet of its own, what was done beyond the ballots, whether it is so."""
    matrix = matrix_of(form, [one.case for one in record.results], record, marks)
    results = {one.case: one for one in record.results}
    scores, beyond = {}, Beyond()
    if stage.kind == "score":
        count = _count(sheet, rules, stage, form, matrix)
        given = measures_of(sheet)
        scores = {one.case: one for one in _scores(rules, stage, count, given)}
        beyond = _beyond(rules, stage, count, scores, record, given)
        marks = list(_totalled(count, marks))
        recounted = _same(rules, stage, scores, beyond, results, given)
    else:
        recounted = _same_ticks(stage, matrix, record)
    judges = {row.judge for row in marks}
    order = [place.case for place in sheet.ranking if place.case in results]
    tiers = {place.case: place.tier for place in sheet.ranking}
    places = [_place(scores.get(case), results[case], tiers[case]) for case in order]
    alone = replace(
        sheet,
        ranking=tuple(places),
        judges=_people(sheet, judges),
        criteria=record.criteria,
        scores=tuple(marks),
        open_cuts=(),
        decisions=(),
        deviations=(),
        gaps=(),
        stages=(),
        events=(),
        vacancies=(),
    )
    return alone, beyond, recounted


def _people(sheet: ResultSheet, ids: Iterable[str]) -> tuple[SheetJudge, ...]:
    """Who gave the marks; in a secret vote they are ballots and no people."""
    wanted = set(ids)
    known = tuple(judge for judge in sheet.judges if judge.id in wanted)
    unknown = sorted(wanted - {judge.id for judge in known})
    return (*known, *(SheetJudge(one, "") for one in unknown))


def matrix_of(
    form: ScoreStage, cases: Iterable[str], record: Marked, marks: Sequence[ScoreRow]
) -> Matrix:
    """The marks as the engine counts them."""
    keys = [one.key for one in record.criteria]
    judges = list(dict.fromkeys(row.judge for row in marks))
    cells = {
        (row.case, row.judge, key): _cell(text, form.decimals)
        for row in marks
        for key, text in zip(keys, row.cells, strict=True)
    }
    return Matrix.build(list(cases), judges, keys, cells)


def _cell(text: str, decimals: int) -> Cell:
    if is_state(text):
        return Cell(State[text.upper()])
    return Cell(State.SCORED, parse_points(text, decimals, signed=True) or 0)


def _totalled(count: Count, marks: Sequence[ScoreRow]) -> Iterator[ScoreRow]:
    """A ballot for each case and judge, with its total as this stage rounds it."""
    known = {(row.case, row.judge): row.cells for row in marks}
    none = ("missing",) * len(count.matrix.criteria)
    for at, case in enumerate(count.matrix.cases):
        for judge, total in zip(count.matrix.judges, count.ballots.row(at), strict=True):
            value = None if total is None else Fraction(total, count.ballots.denominator)
            said = "" if value is None else f"{value.numerator}/{value.denominator}"
            yield ScoreRow(case, judge, known.get((case, judge), none), said)


def _count(
    sheet: ResultSheet, rules: Rules, stage: Stage, form: ScoreStage, matrix: Matrix
) -> Count:
    each = rules.each_factored(stage.key)
    count = Count(form, stage.rounding or rules.rounding, matrix, each=each)
    key = stage.key if rules.chain else ""
    named = [one for one in sheet.decisions if one.stage == key]
    try:
        count.drawn = drawn_judge(named, count.drawable)
    except DecisionError:
        count.drawn = ""
    return count


def _beyond(
    rules: Rules,
    stage: Stage,
    count: Count,
    scores: Mapping[str, CaseScore],
    record: SheetStage,
    given: Measured,
) -> Beyond:
    base = {case: one.value for case, one in scores.items() if one.value is not None}
    panels = {}
    for at, case in enumerate(count.matrix.cases if stage.panels else ()):
        judges, _ = count.ballots.valid(at)
        panels[case] = panel_of(stage.panels, [count.matrix.judges[judge] for judge in judges])
    changed = {one.case: Fraction(one.adjusted) for one in record.results if one.adjusted}
    factors, numbers = _numbers(rules, stage, scores, given)
    levels = {case: value for case, value in base.items() if not stage.panels or panels[case]}
    if stage.second_mean:
        levels = second_mean(levels, {case: panels[case] for case in levels})
    parts = _parts(rules, stage, count, scores.values(), given)
    return Beyond(base, panels, stage.second_mean, levels, factors, numbers, parts, changed)


def _same(
    rules: Rules,
    stage: Stage,
    scores: Mapping[str, CaseScore],
    beyond: Beyond,
    results: Mapping[str, StageScore],
    given: Measured,
) -> bool:
    """Whether the marks, panels, factors and adjustments give the values that are recorded."""
    if stage.second_mean and any(one.unranked == "no_base" for one in scores.values()):
        return False  # it stays in the mean of its panel, where it has no number here
    rounding = stage.rounding or rules.rounding
    values = multiplied_by(rules, stage.key, beyond.levels, given, rounding)
    exact = {case: value + beyond.adjusted.get(case, Fraction(0)) for case, value in values.items()}
    recorded = {case: Fraction(one.exact) for case, one in results.items() if one.exact}
    return exact == recorded and scores.keys() == results.keys()


def _same_ticks(stage: Stage, matrix: Matrix, record: SheetStage) -> bool:
    """Whether the marks give the ticks and bases that are recorded."""
    if stage.approval is None or set(matrix.criteria) < {key for key, _ in stage.approval.ticks}:
        return False
    poll = Poll(stage.approval, matrix)
    counted = [(one.case, one.question, one.votes, one.base) for one in poll.tallies()]
    recorded = [(one.case, one.question, one.votes, one.base) for one in record.ticks]
    return sorted(counted) == sorted(recorded) and len(matrix.judges) == record.members


def _place(score: CaseScore | None, result: StageScore, tier: str) -> Place:
    """The line of a case in its stage; it has no rank there, only a number, and its tier."""
    dropped = score.dropped if score else ()
    return Place(
        rank=None,
        case=result.case,
        tier=tier,
        announce_no=None,
        score=result.score,
        exact=result.exact,
        ballots=score.ballots if score else 0,
        remark=score.unranked if score else "",
        tied_with=(),
        dropped=tuple(
            DroppedValue(
                one.judge,
                one.criterion,
                one.which,
                f"{one.value.numerator}/{one.value.denominator}",
            )
            for one in dropped
        ),
        ties=(),
    )
