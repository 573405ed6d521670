"""A result sheet as people read it: one line per case with every ballot and what became of it.

All the office formats are written from a `View`; it is made of the sheet alone, so that a
result of last year is written today as it was then.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from scoring.chain_rules import Factor, Stage
from scoring.points import format_fixed, round_to
from scoring.rules import Criterion, Rules, Text, TieStep
from sheets.rule_names import reason_words, step_words
from sheets.sheet_model import (
    FarMark,
    Named,
    Place,
    ResultSheet,
    ScoreRow,
    SheetCase,
    SheetStage,
    StageScore,
)
from words import pick, say
from words.text import clean_line

OUT = ("recused", "abstained", "not_assigned")
"""States that take a ballot out of the count, the first named first."""


@dataclass(frozen=True)
class BallotCell:
    """One judge's ballot of one case: its exact total, or why it has none.

    `drop` is `high`, `low` or `judge` where the whole total was left out; `drops` says the
    same of single criteria, by key.
    """

    cells: tuple[str, ...]
    total: Fraction | None
    state: str
    drop: str
    drops: Mapping[str, str]


@dataclass(frozen=True)
class Line:
    """One case: its place, its ballots in the order of the judges, its means by criterion.

    A mean is over the ballots (or the single marks) that were kept, None where there are none.
    """

    place: Place
    case: SheetCase
    ballots: tuple[BallotCell, ...]
    means: tuple[Fraction | None, ...]

    @property
    def valid(self) -> list[Fraction]:
        """The totals of the valid ballots, dropped ones with them."""
        return [cell.total for cell in self.ballots if cell.total is not None]


@dataclass(frozen=True)
class Beyond:
    """What is done to the value of the ballots before it is rounded, by case.

    `base` is the value of the ballots alone, each criterion of them times its factors; `panels`
    the panel of each case, whose means are brought together where `levelled`, and `levels` what
    they gave; `factors` what the criteria or the whole are multiplied by, `numbers` how much that
    is for each case, in the same order (None where it is not recorded), `parts` what each
    criterion gives where any is multiplied; `adjusted` what bonus and penalty changed.
    """

    base: Mapping[str, Fraction] = field(default_factory=dict)
    panels: Mapping[str, str] = field(default_factory=dict)
    levelled: bool = False
    levels: Mapping[str, Fraction] = field(default_factory=dict)
    factors: tuple[Factor, ...] = ()
    numbers: Mapping[str, tuple[Fraction | None, ...]] = field(default_factory=dict)
    parts: Mapping[str, Mapping[str, Fraction]] = field(default_factory=dict)
    adjusted: Mapping[str, Fraction] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether the number of the whole stage is multiplied."""
        return any(not one.criterion for one in self.factors)


@dataclass(frozen=True)
class Part:
    """One stage of a chain. `label` is its name as part of the name of a worksheet; `view` is
    the stage as if it were an award of its own, None where nobody filled in marks.

    `recounted`: from the marks shown, the stage comes out as recorded.
    """

    stage: Stage
    record: SheetStage
    label: str
    view: View | None = None
    recounted: bool = False

    @property
    def results(self) -> Mapping[str, StageScore]:
        return {one.case: one for one in self.record.results}


@dataclass(frozen=True)
class View:
    """Everything an office file shows. `at` is the clock text of the result, `2026-11-23T...`;
    `sentences` are the rules in words. `hidden`: the ballots of a case stand in no order of
    judges, and fewer ballots than columns say nothing.

    `parts` are the stages of a chain. Of one stage that is looked at alone `stage` is the name,
    `label` what worksheets call it, `ticks` says that it is a vote, `promoted` who went on.
    `recounted`: from the marks shown, the scores come out as recorded.
    """

    sheet: ResultSheet
    rules: Rules
    lang: str
    at: str
    digest: str
    lines: tuple[Line, ...]
    sentences: tuple[str, ...] = ()
    hidden: bool = False
    beyond: Beyond = Beyond()
    parts: tuple[Part, ...] = ()
    stage: str = ""
    label: str = ""
    ticks: bool = False
    promoted: frozenset[str] = frozenset()
    recounted: bool = True

    @property
    def judged(self) -> tuple[View, ...]:
        """What judges filled in: the stages one by one, or the award as a whole."""
        return tuple(part.view for part in self.parts if part.view) or (self,)

    @property
    def judge_count(self) -> int:
        """How many judges had a part in it, in any stage."""
        people = [[judge.id for judge in view.sheet.judges] for view in self.judged]
        return sum(map(len, people)) if self.hidden else len({one for ids in people for one in ids})

    @property
    def award(self) -> str:
        return self.name(self.sheet.award)

    @property
    def number(self) -> int:
        return self.sheet.result.number

    @property
    def final(self) -> bool:
        return self.sheet.result.kind == "final"

    @property
    def kind(self) -> str:
        return say(f"sheet.kind.{self.sheet.result.kind}", self.lang)

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria of the rules, in the order of the sheet's cells."""
        known = {criterion.key: criterion for criterion in self.rules.stage.criteria}
        return tuple(known[each.key] for each in self.sheet.criteria)

    def say(self, key: str, **params: object) -> str:
        return say(f"office.{key}", self.lang, **params)

    def name(self, named: Named | SheetStage | Text) -> str:
        return clean_line(pick((named.zh, named.en), self.lang))

    def what(self, key: str) -> str:
        """What a sheet is, with the stage it is about: `复评打分明细`."""
        said = self.say(f"sheet.{key}")
        return self.say("of_stage", stage=self.stage, what=said) if self.stage else said

    def tab(self, key: str) -> str:
        """The name of a worksheet."""
        return self.say(f"tab.{key}", stage=self.label) if self.label else self.say(f"sheet.{key}")

    def tier(self, key: str) -> str:
        """The name of a tier, empty for no tier."""
        return next((self.name(tier) for tier in self.sheet.tiers if tier.key == key), "")

    def day(self) -> str:
        """The day of the result: `2026年11月23日`, `23 November 2026`; empty where unknown."""
        return day_words(self.at, self.lang)

    def judges(self) -> list[str]:
        """How each judge is called in a heading."""
        return [clean_line(f"{judge.name}") or judge.id for judge in self.sheet.judges]


def view_of(
    sheet: ResultSheet,
    rules: Rules,
    lang: str,
    at: str,
    digest: str,
    sentences: Sequence[str] = (),
) -> View:
    """The view of a sheet; `rules` are those in it, `at` is when the result was made."""
    rows: dict[str, list[ScoreRow]] = defaultdict(list)
    for row in sheet.scores:
        rows[row.case].append(row)
    sheet = _only_counted(sheet)
    cases = {case.number: case for case in sheet.cases}
    keys = tuple(criterion.key for criterion in sheet.criteria)
    order = [judge.id for judge in sheet.judges]
    lines = tuple(
        _line(place, cases[place.case], _in_order(rows[place.case], order, keys), keys)
        for place in sheet.ranking
    )
    return View(sheet, rules, lang, at, digest, lines, tuple(sentences))


def _only_counted(sheet: ResultSheet) -> ResultSheet:
    """Judges who have no part in the count (shadow judges) have no column either."""
    counted = {row.judge for row in sheet.scores}
    return replace(sheet, judges=tuple(one for one in sheet.judges if one.id in counted))


def _in_order(
    rows: Iterable[ScoreRow], order: Sequence[str], keys: Sequence[str]
) -> list[ScoreRow]:
    """One row per judge; a judge who has none for this case was not assigned."""
    known = {row.judge: row for row in rows}
    none = ("not_assigned",) * len(keys)
    return [known.get(judge) or ScoreRow("", judge, none, "") for judge in order]


def _line(place: Place, case: SheetCase, rows: Sequence[ScoreRow], keys: Sequence[str]) -> Line:
    ballots = tuple(_ballot(row, place) for row in rows)
    means = tuple(_mean(ballots, at, key) for at, key in enumerate(keys))
    return Line(place, case, ballots, means)


def _ballot(row: ScoreRow, place: Place) -> BallotCell:
    mine = [drop for drop in place.dropped if drop.judge == row.judge]
    whole = next((drop.which for drop in mine if not drop.criterion), "")
    single = {drop.criterion: drop.which for drop in mine if drop.criterion}
    total = Fraction(row.total) if row.total else None
    return BallotCell(row.cells, total, "" if row.total else _state(row.cells), whole, single)


def _state(cells: Sequence[str]) -> str:
    """Why a ballot has no total, by the states of its cells."""
    found = next((state for state in OUT if state in cells), "")
    return found or ("missing" if "missing" in cells else "not_applicable")


def _mean(ballots: Sequence[BallotCell], at: int, key: str) -> Fraction | None:
    marks = [
        Fraction(ballot.cells[at])
        for ballot in ballots
        if ballot.total is not None and not ballot.drop and key not in ballot.drops
        if not is_state(ballot.cells[at])
    ]
    return sum(marks, Fraction(0)) / len(marks) if marks else None


def is_state(cell: str) -> bool:
    """Whether a cell of the sheet is the name of a state and no points."""
    return cell[:1].isalpha()


def remark(view: View, line: Line) -> str:
    """The remark of a line: why it is not ranked or open, and what parted it from its equals."""
    place = line.place
    parts = _reasons(view, place)
    splits = [tie.step for tie in place.ties if tie.split]
    parts += [view.say("parted", step=quoted(tie_words(view, step))) for step in splits]
    parts += [_far(view, mark) for mark in view.sheet.deviations if mark.case == place.case]
    return view.say("semicolon").join(parts)


def _reasons(view: View, place: Place) -> list[str]:
    """Why a case is where it is, with the values of its stage or tier where they may be told."""
    said = {
        one.code: reason_words(view.rules, one.code, one.stage, one.tier, one.params, view.lang)
        for one in place.remarks
    }
    if place.remark and not said.get(place.remark):
        said[place.remark] = say(f"sheet.remark.{place.remark}", view.lang)
    return [text for text in said.values() if text]


def _far(view: View, mark: FarMark) -> str:
    """`J7 −13.19 from the others: why`."""
    rounding = view.rules.rounding
    units = round_to(Fraction(mark.total) - Fraction(mark.base), rounding.places, rounding.mode)
    difference = format_fixed(units, rounding.places)
    key = "far_explained" if mark.explanation else "far"
    return view.say(key, judge=mark.judge, difference=difference, text=mark.explanation)


def quoted(name: str) -> str:
    """In quotation marks, unless there are some in it."""
    return name if "“" in name else f"“{name}”"


def tie_words(view: View, step: str) -> str:
    """`criterion:effect` as `实际成效`, `stage:second` as `“复评”得分`; others by their names."""
    kind, _, names = step.partition(":")
    first, _, second = names.partition(".")
    named = {criterion.key: view.name(criterion) for criterion in view.sheet.criteria}
    if kind == "criterion" and not second:
        return named.get(first, first)
    if not names:
        return say(f"sheet.tie.{kind}", view.lang)
    keyed = second or kind in {"criterion", "stage", "votes", "less"}
    key, stage = (second or first, first if second else "") if keyed else ("", first)
    return step_words(view.rules, TieStep(kind, key, stage), view.lang)  # type: ignore[arg-type]


def state_words(view: View, state: str) -> str:
    """A state as a cell says it. Without names a ballot that is not there says nothing of why."""
    return "－" if view.hidden and state in OUT else say(f"sheet.state.{state}", view.lang)


def day_words(at: str, lang: str) -> str:
    """The day of a clock text, in words; empty where there is none."""
    year, month, day = (*at[:10].split("-"), "", "")[:3]
    if not (year.isdecimal() and month.isdecimal() and day.isdecimal()):
        return ""
    return say("office.day", lang, year=year, month=int(month), day=int(day),
               month_name=say(f"office.month.{int(month)}", lang))  # fmt: skip
