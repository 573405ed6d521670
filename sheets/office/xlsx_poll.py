"""The check by formulas of an approval vote: who was there, void ballots, ticks and bases."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from scoring.approval import Poll
from scoring.chain_rules import Approval, Majority
from scoring.result import Tally
from sheets.office import formulas
from sheets.office.book import Book, cell_name
from sheets.office.stages import matrix_of
from sheets.office.view import Line, Part, View, state_words
from sheets.office.xlsx_check import same_formula, write_verdict
from sheets.office.xlsx_columns import Column, judge_heads
from sheets.office.xlsx_matrix import marks_span
from sheets.office.xlsx_summary import BODY_ROW, HEAD
from sheets.office.xlsx_table import LEFT, Table, Where, span

MOST_JUDGES = 150
"""More would make a formula longer than spreadsheets allow."""
ENDS = ("exact", "counted", "score", "same")


def can_poll(part: Part) -> bool:
    """Whether the ticks are known and few enough for formulas."""
    return part.view is not None and part.recounted and len(part.view.sheet.judges) <= MOST_JUDGES


class PollCheck:
    """A line per case, below it a line per judge; the first count with the flags of the second."""

    def __init__(self, book: Book, part: Part, view: View, rule: Approval) -> None:
        self.part, self.view, self.rule = part, view, rule
        self.questions = [key for key, _ in rule.ticks]
        keys = [criterion.key for criterion in view.sheet.criteria]
        self.columns = [keys.index(key) for key in self.questions]
        cases = [line.case.number for line in view.lines]
        form = view.rules.stage
        self.poll = Poll(rule, matrix_of(form, cases, part.record, view.sheet.scores))
        self.tallies = {(one.case, one.question): one for one in self.poll.tallies()}
        self.table = Table(book, view, view.tab("check"), view.what("check"))
        self.last = BODY_ROW + len(view.lines) - 1
        self.judge_row = self.last + 3
        self.count = len(view.sheet.judges)
        self.states = {key: state_words(view, key)
                       for key in ("recused", "abstained", "not_applicable")}  # fmt: skip
        self.end = LEFT + 3 * len(self.questions)

    def write(self) -> Where:
        say = self.view.say
        names = {one.key: self.view.name(one) for one in self.view.sheet.criteria}
        heads = [
            Column(say(f"head.{head}"), 9, names[key])
            for key in self.questions for head in ("ticks", "base", "reached")
        ]  # fmt: skip
        self.table.head([*heads, *(Column(say(f"head.{key}"), 10) for key in ENDS)])
        self._judges(names)
        for at, line in enumerate(self.view.lines):
            self._line(at, line)
        write_verdict(self.table.sheet, self.view, span(BODY_ROW, self.last, self.end + 3))
        rows = {line.case.number: BODY_ROW + at for at, line in enumerate(self.view.lines)}
        return Where(self.view.tab("check"), rows, self.end, self.end + 1)

    # -- judge by judge -----------------------------------------------------------------------

    def _judges(self, names: Mapping[str, str]) -> None:
        """Present, ticks, too many or too few, counted."""
        say, row = self.view.say, self.judge_row - 1
        heads = [say("head.judge"), "", say("head.present")]
        for key in self.questions:
            heads += [
                f"{names[key]} {say(f'head.{head}')}" for head in ("ticks", "broken", "valid")
            ]
        look = self.table.book.look(**HEAD)
        self.table.sheet.raw.set_row(row, 46)
        for at, head in enumerate(heads):
            self.table.sheet.text(row, at, head, look)
        for judge, name in enumerate(judge_heads(self.view)):
            self._judge(judge, name.partition("\n"))

    def _judge(self, judge: int, name: tuple[str, str, str]) -> None:
        table, row = self.table, self.judge_row + judge
        table.text(row, 0, name[0])
        table.text(row, 1, name[2])
        here = judge in self.poll.present
        table.formula(row, LEFT, f"=IF({self._answers(judge)}>0,1,0)", int(here), 0)
        for at, key in enumerate(self.questions):
            left = LEFT + 1 + 3 * at
            given = sum(self.poll.ticked(c, judge, key) for c in range(len(self.view.lines)))
            marks = self._marks(judge, at)
            table.formula(row, left, f'=COUNTIF({marks},">0")', given, 0)
            broken = self.poll.broken(judge, key)
            table.formula(row, left + 1, self._broken(row, left, marks, key), int(broken), 0)
            valid = here and not self.poll.void(judge, key)
            table.formula(row, left + 2, self._valid(row, at), int(valid), 0)

    def _marks(self, judge: int, question: int) -> str:
        return marks_span(self.view, self.columns[question], judge)

    def _answers(self, judge: int) -> str:
        """How many cells the judge has answered, ticked or not."""
        counts = []
        for at in range(len(self.questions)):
            marks = self._marks(judge, at)
            words = (self.states["abstained"], self.states["not_applicable"])
            counts += [f"COUNT({marks})", *(f'COUNTIF({marks},"{word}")' for word in words)]
        return "(" + "+".join(counts) + ")"

    def _broken(self, row: int, left: int, marks: str, key: str) -> str:
        allowed, ticks = dict(self.rule.ticks)[key], cell_name(row, left)
        tests = [f"{ticks}>{allowed}"]
        if not self.rule.fewer:
            recused = f'COUNTIF({marks},"{self.states["recused"]}")'
            tests.append(f"{ticks}<MIN({allowed},{len(self.view.lines)}-{recused})")
        return f"=IF(OR({','.join(tests)}),1,0)"

    def _valid(self, row: int, at: int) -> str:
        own = [at] if self.rule.over == "tier" else range(len(self.questions))
        broken = "+".join(cell_name(row, LEFT + 2 + 3 * one) for one in own)
        return f"=IF(AND({cell_name(row, LEFT)}=1,{broken}=0),1,0)"

    def _flag(self, judge: int, question: int, *, void_too: bool) -> str:
        column = LEFT if void_too else LEFT + 3 + 3 * question
        return cell_name(self.judge_row + judge, column, fixed=True)

    # -- case by case -------------------------------------------------------------------------

    def _line(self, at: int, line: Line) -> None:
        table, row = self.table, BODY_ROW + at
        table.case(row, line)
        for question, key in enumerate(self.questions):
            tally, left = self.tallies[line.case.number, key], LEFT + 3 * question
            table.formula(row, left, self._ticks(at, question), tally.votes, 0)
            table.formula(row, left + 1, self._base(at, question), tally.base, 0)
            reached, said = self._reached(row, left, key, tally)
            table.formula(row, left + 2, reached, said, 0)
        self._score(row, line)

    def _mark(self, at: int, question: int, judge: int) -> str:
        return marks_span(self.view, self.columns[question], judge, line=at)

    def _ticks(self, at: int, question: int) -> str:
        parts = [
            f"(N({self._mark(at, question, judge)})>0)"
            f"*{self._flag(judge, question, void_too=False)}"
            for judge in range(self.count)
        ]
        return "=" + "+".join(parts)

    def _base(self, at: int, question: int) -> str:
        rule, minus = self.rule, ""
        keeps_void = rule.void_in_base and rule.base != "valid"
        if not rule.abstained_in_base:
            minus += "-" + self._of_state(at, question, "abstained", void_too=False)
        if rule.base == "members":
            return f"={self.count}{minus}"
        if rule.base == "present_minus_recused":
            minus += "-" + self._of_state(at, question, "recused", void_too=keeps_void)
        column = LEFT if keeps_void else LEFT + 3 + 3 * question
        flags = span(self.judge_row, self.judge_row + self.count - 1, column)
        return f"=SUM({flags}){minus}"

    def _of_state(self, at: int, question: int, state: str, *, void_too: bool) -> str:
        parts = [
            f'({self._mark(at, question, judge)}="{self.states[state]}")'
            f"*{self._flag(judge, question, void_too=void_too)}"
            for judge in range(self.count)
        ]
        return "(" + "+".join(parts) + ")"

    def _reached(self, row: int, left: int, key: str, tally: Tally) -> tuple[str, str]:
        need: Majority = self.rule.needed(key)
        word = self.view.say("reached")
        votes, base = cell_name(row, left), cell_name(row, left + 1)
        enough = ">" if need.strict else ">="
        test = f"{votes}*{need.denominator}{enough}{need.numerator}*{base}"
        said = word if need.reached(tally.votes, tally.base) else ""
        return f'=IF(AND({base}>0,{test}),"{word}","")', said

    def _score(self, row: int, line: Line) -> None:
        """What orders the cases: the ticks of the first question or their part of the base."""
        view, place, table = self.view, line.place, self.table
        votes, base = cell_name(row, LEFT), cell_name(row, LEFT + 1)
        value = votes
        if self.rule.by == "ratio":
            value = f"IF({base}=0,0,{formulas.cleaned(f'100*{votes}/{base}')})"
        exact = Fraction(place.exact) if place.exact else None
        score = Fraction(place.score) if place.score else None
        places = view.rules.rounding.places
        table.formula(row, self.end, f'=IF({self._quorum()},{value},"")', exact, 6)
        shown = formulas.published(view.rules, cell_name(row, self.end))
        table.formula(row, self.end + 1, shown, score, places)
        table.number(row, self.end + 2, score, places)
        test = same_formula(view, cell_name(row, self.end + 1), cell_name(row, self.end + 2))
        table.formula(row, self.end + 3, test, view.say("same"), 0)

    def _quorum(self) -> str:
        need = self.rule.quorum
        present = f"SUM({span(self.judge_row, self.judge_row + self.count - 1, LEFT)})"
        enough = ">" if need.strict else ">="
        return f"{present}*{need.denominator}{enough}{need.numerator * self.count}"
