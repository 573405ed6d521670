"""The check by formulas of an award in stages: votes of the public, ticks, and the total.

The score stages have the sheet of `xlsx_check` each; the total takes its numbers from there.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from scoring.chain_rules import PERCENT_UNIT, PublicVote
from scoring.points import format_points
from sheets.office import formulas
from sheets.office.book import Book, cell_name
from sheets.office.view import Line, Part, View
from sheets.office.xlsx_check import Check, same_formula, write_verdict
from sheets.office.xlsx_columns import Column
from sheets.office.xlsx_poll import PollCheck, can_poll
from sheets.office.xlsx_summary import BODY_ROW
from sheets.office.xlsx_table import LEFT, Table, Where, span


def write_checks(book: Book, view: View) -> None:
    """The total, then every stage that can be counted again from what the book shows.

    A vote tier by tier has no total: each tier goes by its own ticks.
    """
    tiered = any(part.stage.approval and part.stage.approval.per_tier for part in view.parts)
    total = None if tiered else Table(book, view, view.tab("check"), view.what("check"))
    found = {part.stage.key: _stage(book, view, part) for part in view.parts}
    if total:
        _Total(total, view, {key: where for key, where in found.items() if where}).write()


def _stage(book: Book, view: View, part: Part) -> Where | None:
    if part.stage.public and part.stage.public.convert != "reference_only":
        return _Public(book, view, part, part.stage.public).write()
    if part.view is None or not part.recounted:
        return None
    if part.stage.approval:
        can = can_poll(part)
        return PollCheck(book, part, part.view, part.stage.approval).write() if can else None
    if not formulas.covers(part.view.rules, hidden=part.view.hidden):
        return None
    check = Check(book, part.view)
    check.write()
    rows = {line.case.number: BODY_ROW + at for at, line in enumerate(part.view.lines)}
    return Where(part.view.tab("check"), rows, check.exact, check.ends["counted"])


class _Public:
    """Votes as counted, deducted and valid, and the points they are worth, by formulas."""

    HEADS = ("votes", "deducted", "reason", "valid_votes", "exact", "counted", "score", "same")

    def __init__(self, book: Book, view: View, part: Part, rule: PublicVote) -> None:
        self.view, self.part, self.rule = view, part, rule
        name = view.name(part.record)
        self.tab = view.say("tab.check", stage=part.label)
        what = view.say("of_stage", stage=name, what=view.say("sheet.check"))
        self.table = Table(book, view, self.tab, what)
        results = part.results
        self.lines = [line for line in view.lines if line.case.number in results]
        self.last = BODY_ROW + max(len(self.lines), 1) - 1
        self.rounding = part.stage.rounding or view.rules.rounding

    def write(self) -> Where:
        say = self.view.say
        wide = {"reason": 30}
        self.table.head([Column(say(f"head.{key}"), wide.get(key, 11)) for key in self.HEADS])
        for at, line in enumerate(self.lines):
            self._line(BODY_ROW + at, line)
        write_verdict(self.table.sheet, self.view, span(BODY_ROW, self.last, LEFT + 7))
        rows = {line.case.number: BODY_ROW + at for at, line in enumerate(self.lines)}
        return Where(self.tab, rows, LEFT + 4, LEFT + 5)

    def _line(self, row: int, line: Line) -> None:
        table, case = self.table, line.case.number
        table.case(row, line)
        votes = next((one for one in self.part.record.votes if one.case == case), None)
        result = self.part.results[case]
        table.number(row, LEFT, votes.counted if votes else None, 0)
        table.number(row, LEFT + 1, votes.deducted if votes else None, 0)
        table.text(row, LEFT + 2, votes.reason if votes else "")
        counted, deducted = cell_name(row, LEFT), cell_name(row, LEFT + 1)
        valid, known = cell_name(row, LEFT + 3), votes.counted - votes.deducted if votes else None
        table.formula(row, LEFT + 3, f'=IF({counted}="","",{counted}-{deducted})', known, 0)
        exact = Fraction(result.exact) if result.exact else None
        worth = formulas.worth(self.rule, valid, span(BODY_ROW, self.last, LEFT + 3))
        table.formula(row, LEFT + 4, f'=IF({valid}="","",{worth})', exact, 6)
        score = Fraction(result.score) if result.score else None
        exact_cell, places = cell_name(row, LEFT + 4), self.rounding.places
        shown = f'=IF({exact_cell}="","",{formulas.rounded(exact_cell, self.rounding)})'
        table.formula(row, LEFT + 5, shown, score, places)
        table.number(row, LEFT + 6, score, places)
        test = same_formula(self.view, cell_name(row, LEFT + 5), cell_name(row, LEFT + 6))
        table.formula(row, LEFT + 7, test, self.view.say("same"), 0)


class _Total:
    """The numbers of the stages, weighed and added, beside the published total."""

    ENDS = ("total_exact", "counted_total", "total", "same", "by_score", "rank")

    def __init__(self, table: Table, view: View, found: Mapping[str, Where]) -> None:
        self.table, self.view, self.found = table, view, found
        self.shares = view.rules.total
        self.added = sum(share.weight for share in self.shares) > PERCENT_UNIT
        self.end = LEFT + len(self.shares)
        self.last = BODY_ROW + max(len(view.lines), 1) - 1
        self.parts = {part.stage.key: part for part in view.parts}
        self.exact = view.rules.rounding.when == "final"

    def write(self) -> None:
        view = self.view
        columns = [Column(self._head(s.stage, s.weight), 12) for s in self.shares]
        columns += [Column(view.say(f"head.{key}"), 11) for key in self.ENDS]
        self.table.head(columns)
        for at, line in enumerate(view.lines):
            self._line(BODY_ROW + at, line)
        write_verdict(self.table.sheet, view, span(BODY_ROW, self.last, self.end + 3))
        self.table.notes(self.last + 1, self.end + len(self.ENDS) - 1, self._notes())

    def _head(self, stage: str, weight: int) -> str:
        name = self.view.name(self.parts[stage].record) if stage in self.parts else stage
        return name if self.added else f"{name}\n× {format_points(weight * 100, 4)}%"

    def _line(self, row: int, line: Line) -> None:
        table, view, place = self.table, self.view, line.place
        table.case(row, line)
        for at, share in enumerate(self.shares):
            self._entering(row, LEFT + at, share.stage, line.case.number)
        cells = [cell_name(row, LEFT + at) for at in range(len(self.shares))]
        names = [cell_name(row, self.end + at) for at in range(len(self.ENDS))]
        exact, counted, published, _same, _by_score, _rank = names
        places = view.rules.rounding.places
        known = Fraction(place.exact) if place.exact and place.score else None
        score = Fraction(place.score) if place.score else None
        parts = [
            f"{cell}*{format_points(share.weight, 4)}"
            for cell, share in zip(cells, self.shares, strict=True)
        ]
        every = f'OR({published}="",COUNT({",".join(cells)})<{len(cells)})'
        weighed = formulas.cleaned("+".join(parts))
        table.formula(row, self.end, f'=IF({every},"",{weighed})', known, 6)
        table.formula(row, self.end + 1, formulas.published(view.rules, exact), score, places)
        table.number(row, self.end + 2, score, places)
        test = same_formula(view, counted, published).removeprefix("=")
        out = view.say("unranked")
        cached = view.say("same") if place.score else out
        table.formula(row, self.end + 3, f'=IF({published}="","{out}",{test})', cached, 0)
        self._ranks(row, line, exact if view.rules.rank_exact else counted)

    def _entering(self, row: int, column: int, stage: str, case: str) -> None:
        """The number of a stage: from its own sheet, or as recorded where it has none."""
        result = self.parts[stage].results.get(case) if stage in self.parts else None
        text = (result.exact if self.exact else result.score) if result else ""
        known, places = (Fraction(text) if text else None), 6 if self.exact else 4
        where = self.found.get(stage)
        cell = where.cell(case, exact=self.exact) if where else ""
        if cell:
            self.table.formula(row, column, f'=IF({cell}="","",{cell})', known, places)
        else:
            self.table.number(row, column, known, 2)

    def _ranks(self, row: int, line: Line, mine: str) -> None:
        column = self.end + (0 if self.view.rules.rank_exact else 1)
        ranks = f'=IF({mine}="","",RANK({mine},{span(BODY_ROW, self.last, column)}))'
        self.table.formula(row, self.end + 4, ranks, self._by_score(line), 0)
        self.table.number(row, self.end + 5, line.place.rank, 0)

    def _by_score(self, line: Line) -> int | None:
        """One more than the number of higher ones among the ranked."""
        if not line.place.score:
            return None
        exact = self.view.rules.rank_exact
        values = [Fraction(one.place.exact if exact else one.place.score)
                  for one in self.view.lines if one.place.score]  # fmt: skip
        mine = Fraction(line.place.exact if exact else line.place.score)
        return 1 + sum(value > mine for value in values)

    def _notes(self) -> list[str]:
        """What the formulas count, and what stands as it was decided."""
        view = self.view
        counted = [view.name(p.record) for key, p in self.parts.items() if key in self.found]
        not_counted = [
            view.name(part.record)
            for key, part in self.parts.items()
            if key not in self.found and part.stage.kind != "eligibility"
        ]
        key = "check.stages_added" if self.added else "check.stages"
        said = [view.say(key, list=view.say("comma").join(counted))] if counted else []
        if not_counted:
            said.append(view.say("check.not_stages", list=view.say("comma").join(not_counted)))
        if any(part.view and any(part.view.beyond.adjusted.values()) for part in view.parts):
            said.append(view.say("check.adjusted"))
        return [*said, view.say("check.decided")]
