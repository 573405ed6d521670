"""A result sheet as people read it: one line per case with every ballot and what became of it.

All the office formats are written from a `View`; it is made of the sheet alone, so that a
result of last year is written today as it was then.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from scoring.points import format_fixed, round_to
from scoring.rules import Criterion, Rules
from sheets.sheet_model import FarMark, Named, Place, ResultSheet, ScoreRow, SheetCase
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
class View:
    """Everything an office file shows. `at` is the clock text of the result, `2026-11-23T...`;
    `sentences` are the rules in words. `hidden`: the ballots of a case stand in no order of
    judges, and fewer ballots than columns say nothing.
    """

    sheet: ResultSheet
    rules: Rules
    lang: str
    at: str
    digest: str
    lines: tuple[Line, ...]
    sentences: tuple[str, ...] = ()
    hidden: bool = False

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

    def name(self, named: Named) -> str:
        return clean_line(pick((named.zh, named.en), self.lang))

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
    parts = [say(f"sheet.remark.{place.remark}", view.lang)] if place.remark else []
    splits = [tie.step for tie in place.ties if tie.split]
    parts += [view.say("parted", step=step_words(view, step)) for step in splits]
    parts += [_far(view, mark) for mark in view.sheet.deviations if mark.case == place.case]
    return view.say("semicolon").join(parts)


def _far(view: View, mark: FarMark) -> str:
    """`J7 −13.19 from the others: why`."""
    rounding = view.rules.rounding
    units = round_to(Fraction(mark.total) - Fraction(mark.base), rounding.places, rounding.mode)
    difference = format_fixed(units, rounding.places)
    key = "far_explained" if mark.explanation else "far"
    return view.say(key, judge=mark.judge, difference=difference, text=mark.explanation)


def step_words(view: View, step: str) -> str:
    """`criterion:effect` as `实际成效`; other steps by their own names."""
    kind, _, key = step.partition(":")
    named = {criterion.key: view.name(criterion) for criterion in view.sheet.criteria}
    return named.get(key, key) if key else say(f"sheet.tie.{kind}", view.lang)


def state_words(view: View, state: str) -> str:
    return "－" if view.hidden else say(f"sheet.state.{state}", view.lang)


def day_words(at: str, lang: str) -> str:
    """The day of a clock text, in words; empty where there is none."""
    year, month, day = (*at[:10].split("-"), "", "")[:3]
    if not (year.isdecimal() and month.isdecimal() and day.isdecimal()):
        return ""
    return say("office.day", lang, year=year, month=int(month), day=int(day),
               month_name=say(f"office.month.{int(month)}", lang))  # fmt: skip
