"""A result sheet that says nothing of who gave which mark, and, if wanted, of whose case it is.

Judges: within each case the valid ballots stand by what they say, the highest first, as 评委1,
评委2 and so on. Number 1 of one case need not be number 1 of the next, so that a recusal,
a gap or the order of the judges cannot be followed from case to case. Ballots that do not
count are left out; receipts, decisions about a judge, marks far from the others and written
reasons too.

Cases: code numbers in the order of the result; among equals, by what their ballots say.

Stages: their numbers, votes and ticks stay, the marks as above; why votes were deducted and what
was decided about single cases, with reasons, are left out. Without cases the public's votes go
too: they are known under the names.

Measures (a difficulty, a base value) stay with the names of the cases. Without cases they go, also
where they parted equal ones: they stand in the list of nominations and would say whose line it is.

Everything follows from the published numbers alone: another order or other names of judges
and cases give the same file but for the digests.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from scoring.result import Gap
from sheets.sheet_model import (
    CaseVotes,
    DroppedValue,
    Place,
    PlaceRemark,
    ResultSheet,
    ScoreRow,
    SheetCase,
    SheetJudge,
    SheetRunoff,
    SheetStage,
    TieLine,
)
from words import say

NAMING = ("judges", "calibration", "judge_weights", "person")
"""Tables of the rules that name single judges and cases."""
NAMING_IN_STAGES = ("judges", "panel", "judge_adjust", "judge_weights")
NAMING_IN_REMARKS = ("reason", "by", "value")
"""Written reasons, who gave them, and the group of a case."""
MEASURED = "less"
"""The step of a cascade that compares a measure."""
Rows = Mapping[str, Sequence[ScoreRow]]


def anonymise(sheet: ResultSheet, lang: str, *, cases: bool = False) -> ResultSheet:
    """The sheet without names of judges; with `cases` without those of the cases too."""
    hidden = _without_judges(sheet, lang)
    return _without_cases(hidden) if cases else hidden


def _without_judges(sheet: ResultSheet, lang: str) -> ResultSheet:
    rows = _rows_by_content(sheet.scores)
    stages = tuple(map(_stage, sheet.stages))
    marks = [rows, *(_rows_by_content(stage.marks) for stage in stages)]
    most = max((len(found) for one in marks for found in one.values()), default=0)
    # Made anew and not changed: a part the sheet gets later stays out until it is thought of.
    return ResultSheet(
        result=replace(sheet.result, reason=""),
        award=sheet.award,
        tiers=sheet.tiers,
        ranking=tuple(_place(sheet, place, rows.get(place.case, ())) for place in sheet.ranking),
        open_cuts=sheet.open_cuts,
        open_judges=(),
        decisions=tuple(one for one in sheet.decisions if not one.judge),
        gaps=tuple(Gap("", case, ()) for case in sorted({gap.case for gap in sheet.gaps})),
        cases=sheet.cases,
        judges=tuple(SheetJudge(_label(n), _name(n, lang)) for n in range(most)),
        criteria=sheet.criteria,
        scores=tuple(row for case in sheet.cases for row in rows.get(case.number, ())),
        receipts=(),
        rules={
            key: _stages_unnamed(value) if key == "stage" else value
            for key, value in sheet.rules.items()
            if key not in NAMING
        },
        stages=stages,
        vacancies=sheet.vacancies,
        runoffs=tuple(replace(one, ballots=()) for one in sheet.runoffs),
        measures=sheet.measures,
    )


def _stage(stage: SheetStage) -> SheetStage:
    """A stage with its ballots by content and without written reasons."""
    rows = _rows_by_content(stage.marks)
    return replace(
        stage,
        marks=tuple(row for one in stage.results for row in rows.get(one.case, ())),
        votes=tuple(replace(one, reason="") for one in stage.votes),
    )


def _stages_unnamed(stages: object) -> object:
    """The stages of a chain without the keys that name their judges."""
    if not isinstance(stages, list | tuple):
        return stages
    return [
        {key: value for key, value in stage.items() if key not in NAMING_IN_STAGES}
        if isinstance(stage, Mapping)
        else stage
        for stage in stages
    ]


def _label(at: int) -> str:
    return f"P{at + 1:02}"


def _name(at: int, lang: str) -> str:
    return say("sheet.anonymous", lang, number=at + 1)


def _rows_by_content(scores: Sequence[ScoreRow]) -> dict[str, list[ScoreRow]]:
    """The valid ballots of each case under their new labels."""
    rows: dict[str, list[ScoreRow]] = defaultdict(list)
    for row in scores:
        if row.total:
            rows[row.case].append(row)
    return {
        case: [replace(row, judge=_label(at)) for at, row in enumerate(sorted(found, key=_content))]
        for case, found in rows.items()
    }


def _content(row: ScoreRow) -> tuple[Fraction, tuple[str, ...]]:
    return -Fraction(row.total), row.cells


def _place(sheet: ResultSheet, place: Place, rows: Sequence[ScoreRow]) -> Place:
    keys = [criterion.key for criterion in sheet.criteria]
    remarks = tuple(map(_unnamed, place.remarks))
    return replace(place, dropped=tuple(_dropped(place.dropped, rows, keys)), remarks=remarks)


def _unnamed(remark: PlaceRemark) -> PlaceRemark:
    kind = {"by"} if remark.code in {"cap", "floor"} else set()  # field or unit, and no person
    naming = set(NAMING_IN_REMARKS) - kind
    said = {key: value for key, value in remark.params.items() if key not in naming}
    return replace(remark, params=said)


def _dropped(
    drops: Sequence[DroppedValue], rows: Sequence[ScoreRow], keys: Sequence[str]
) -> list[DroppedValue]:
    """What was dropped, on the first ballot with that value (the last one for the lowest)."""
    used: set[tuple[str, str]] = set()
    found = []
    for drop in drops:
        order = list(reversed(rows)) if drop.which == "low" else list(rows)
        judge = next(
            row.judge
            for row in order
            if _value(row, drop, keys) == Fraction(drop.value)
            and (row.judge, drop.criterion) not in used
        )
        used.add((judge, drop.criterion))
        found.append(replace(drop, judge=judge))
    return found


def _value(row: ScoreRow, drop: DroppedValue, keys: Sequence[str]) -> Fraction | None:
    """The value a drop speaks of; a missing mark that counts as zero is zero."""
    if not drop.criterion:
        return Fraction(row.total)
    cell = row.cells[keys.index(drop.criterion)]
    if cell == "missing":
        return Fraction(0)
    return None if cell[:1].isalpha() else Fraction(cell)


def _without_cases(sheet: ResultSheet) -> ResultSheet:
    rows: dict[str, list[ScoreRow]] = defaultdict(list)
    for row in sheet.scores:
        rows[row.case].append(row)
    stages = _stages_by_case(sheet.stages)
    order = sorted(
        sheet.ranking, key=lambda place: (*_case_content(place, rows), stages[place.case])
    )
    codes = {place.case: f"C{at:03}" for at, place in enumerate(order, 1)}
    return replace(
        sheet,
        cases=tuple(SheetCase(code, "", "", "", "", "") for code in codes.values()),
        ranking=tuple(_coded(place, codes) for place in order),
        scores=tuple(replace(row, case=codes[p.case]) for p in order for row in rows[p.case]),
        open_cuts=tuple(replace(cut, cases=_sorted(cut.cases, codes)) for cut in sheet.open_cuts),
        decisions=tuple(
            replace(one, cases=tuple(codes[case] for case in one.cases)) for one in sheet.decisions
        ),
        gaps=tuple(Gap("", case, ()) for case in _sorted([g.case for g in sheet.gaps], codes)),
        runoffs=tuple(_coded_runoff(one, codes) for one in sheet.runoffs),
        measures=(),
        stages=tuple(
            _coded_stage(stage, [place.case for place in order], codes)
            for stage in sheet.stages
            if stage.kind != "public_vote"
        ),
    )


def _stages_by_case(stages: Sequence[SheetStage]) -> Mapping[str, list[tuple[object, ...]]]:
    """What every stage says of a case, to order those that are equal without their names."""
    found: dict[str, list[tuple[object, ...]]] = defaultdict(list)
    for at, stage in enumerate(stages):
        for one in stage.results:
            ballots = sorted(_content(row) for row in stage.marks if row.case == one.case)
            ticks = sorted((t.question, t.votes, t.base) for t in stage.ticks if t.case == one.case)
            said = (one.score, one.exact, one.adjusted, one.promoted)
            found[one.case].append((at, *said, ballots, ticks))
    return found


def _coded_stage(stage: SheetStage, order: Sequence[str], codes: Mapping[str, str]) -> SheetStage:
    """A stage with its cases under their codes, in the order of the codes."""
    place = {case: at for at, case in enumerate(order)}
    return replace(
        stage,
        marks=tuple(
            replace(row, case=codes[row.case])
            for row in sorted(stage.marks, key=lambda row: (place[row.case], row.judge))
        ),
        results=tuple(
            replace(one, case=codes[one.case])
            for one in sorted(stage.results, key=lambda one: place[one.case])
        ),
        ticks=tuple(
            replace(one, case=codes[one.case])
            for one in sorted(stage.ticks, key=lambda one: (one.question, place[one.case]))
        ),
    )


def _coded_runoff(one: SheetRunoff, codes: Mapping[str, str]) -> SheetRunoff:
    votes = [CaseVotes(codes[found.case], found.votes) for found in one.votes]
    votes.sort(key=lambda found: found.case)
    return replace(one, cases=_sorted(one.cases, codes), votes=tuple(votes))


def _case_content(place: Place, rows: Rows) -> tuple[object, ...]:
    """By rank; equals by their ballots, then by what became of them. Never by number or name."""
    ballots = [(_content(row)) for row in rows[place.case]]
    drops = [(drop.judge, drop.criterion, drop.which) for drop in place.dropped]
    ranked = place.rank is None, place.rank or 0
    return (*ranked, ballots, place.tier, place.remark, place.ballots, drops)


def _coded(place: Place, codes: Mapping[str, str]) -> Place:
    """A place under its code; the number in the announcement would say whose it is."""
    return replace(
        place,
        case=codes[place.case],
        announce_no=None,
        tied_with=_sorted(place.tied_with, codes),
        ties=tuple(_tie(tie, codes) for tie in place.ties),
    )


def _tie(tie: TieLine, codes: Mapping[str, str]) -> TieLine:
    measured = tie.step.partition(":")[0] == MEASURED
    values = {} if measured else {codes[case]: tie.values[case] for case in tie.values}
    return replace(tie, cases=_sorted(tie.cases, codes), values=values)


def _sorted(cases: Sequence[str], codes: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted(codes[case] for case in cases if case in codes))
