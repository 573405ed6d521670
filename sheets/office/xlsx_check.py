"""复核公式: the score of every case once more, by live formulas from the marks of the matrix sheet.

Each formula carries the value the program counted, so that programs which do not calculate
show it too. What the rules leave to people or to all cases together (which whole judge is
left out, the order of equals) stands as it was decided.
"""

from __future__ import annotations

from fractions import Fraction

from scoring.points import format_points
from scoring.rules import JUDGE_UNIT, Rounding
from scoring.weighted import weights_of
from sheets.office import formulas
from sheets.office.book import Book, Sheet, cell_name, lines_of, number_form
from sheets.office.view import Line, View, is_state, state_words
from sheets.office.xlsx_columns import Column, criterion_head, judge_heads, value_head
from sheets.office.xlsx_matrix import mark_cell
from sheets.office.xlsx_summary import (
    BODY_ROW,
    FACTS_ROW,
    HEAD_ROW,
    set_up_page,
    write_heads,
    write_title,
)

LEFT = 2
BALLOTS = ("ballots", "kept", "kept_sum", "mean")
SCORE = ("counted", "score", "same", "by_score")


class Check:
    """The sheet and where its columns are."""

    def __init__(self, book: Book, view: View) -> None:
        self.book, self.view = book, view
        self.sheet = book.sheet(view.tab("check"))
        stage = view.rules.stage
        self.counted = [at for at, criterion in enumerate(view.criteria) if criterion.counted]
        self.judges = len(view.sheet.judges)
        how = stage.aggregation
        self.each = view.rules.each_factored(stage.key)
        self.by_criterion = self.each or (how.trims and how.of == "criterion")
        self.block = LEFT + self.judges
        self.times = self.block + (len(self.counted) * self.judges if self.by_criterion else 0)
        self.points = self.times + len(view.beyond.factors)
        self.end = self.points + (len(self.counted) if self.each else 0)
        words = formulas.Words(self._word("missing"), self._word("not_applicable"))
        self.formula = formulas.BallotFormula(view.rules, words)
        self.missing = words.missing
        self.added = dict(stage.judge_adjust)
        self.weights = weights_of(stage, [judge.id for judge in view.sheet.judges])
        self.ends = {key: self.end + at for at, key in enumerate(self._ends())}
        self.by_score = self._by_score()

    @property
    def exact(self) -> int:
        """The column with the value before it is rounded."""
        return self.ends["counted"] - 1

    def _ends(self) -> list[str]:
        """The columns after the ballots: what is done beyond them only where it is done."""
        beyond = self.view.beyond
        panels = ["panel", "levelled"] if beyond.panels else []
        panels += ["multiplied"] if beyond.whole else []
        adjusted = ["adjusted", "after"] if any(beyond.adjusted.values()) else []
        last = "promoted" if self.view.stage else "rank"
        return [*BALLOTS, *panels, *adjusted, *SCORE, last]

    def _word(self, state: str) -> str:
        return state_words(self.view, state)

    # -- the page -------------------------------------------------------------------------

    def write(self) -> Sheet:
        columns = self._columns()
        for at, column in enumerate(columns):
            self.sheet.raw.set_column(at, at, column.cells)
        write_title(self.sheet, self.view, self.view.what("check"), len(columns) - 1)
        write_heads(self.sheet, columns, HEAD_ROW)
        self._verdict()
        for at, line in enumerate(self.view.lines):
            self._line(at, line)
        wide = sum(column.cells for column in columns)
        set_up_page(self.sheet, self.view, HEAD_ROW + 1, wide=wide)
        self.sheet.raw.freeze_panes(BODY_ROW, LEFT)
        return self.sheet

    def _columns(self) -> list[Column]:
        say, view = self.view.say, self.view
        heads = judge_heads(view)
        columns = [Column(say("head.case"), 8), Column(say("head.title"), 34)]
        columns += [Column(head, 9, say("group.formula_totals")) for head in heads]
        if self.by_criterion:
            for at in self.counted:
                group = criterion_head(view, view.criteria[at])
                columns += [Column(head, 8, group) for head in heads]
        columns += [Column(self.view.name(one.name), 10, say("group.factors"))
                    for one in self.view.beyond.factors]  # fmt: skip
        for at in self.counted if self.each else ():
            columns.append(Column(view.name(view.criteria[at].name), 10, say("group.points")))
        return columns + [Column(say(self._head(key)), 10) for key in self.ends]

    def _head(self, key: str) -> str:
        if key == "mean":
            return value_head(self.view)
        weighs = self.weights and key in {"kept", "kept_sum"}
        return f"head.weight_{key}" if weighs else f"head.{key}"

    def _verdict(self) -> None:
        """Whether every formula agrees with what was published, by a formula too."""
        last = BODY_ROW + len(self.view.lines) - 1
        write_verdict(self.sheet, self.view, self._span(BODY_ROW, last, self.ends["same"]))

    # -- one line -------------------------------------------------------------------------

    def _line(self, at: int, line: Line) -> None:
        row = BODY_ROW + at
        self.sheet.text(row, 0, line.case.number, self.book.look(border=1, align="center"))
        self.sheet.text(row, 1, line.case.title, self.book.look(border=1, text_wrap=True))
        self.sheet.raw.set_row(row, max(18, 14 * lines_of(line.case.title, 34) + 4))
        for judge, ballot in enumerate(line.ballots):
            refs = [mark_cell(self.view, at, criterion, judge) for criterion in self.counted]
            cached = "" if ballot.total is None else ballot.total
            total = self.formula.total(refs, self._added(judge))
            self._formula(row, LEFT + judge, total, cached, 4)
        if self.by_criterion:
            self._marks(at, row, line)
        for place, number in enumerate(self.view.beyond.numbers.get(line.case.number, ())):
            self._plain(row, self.times + place, "" if number is None else number, 4)
        self._score(row, line)

    def _marks(self, at: int, row: int, line: Line) -> None:
        """The marks of valid ballots only, so that each criterion can be trimmed on its own."""
        for place, criterion in enumerate(self.counted):
            for judge, ballot in enumerate(line.ballots):
                mark = mark_cell(self.view, at, criterion, judge)
                total = cell_name(row, LEFT + judge)
                formula = f'=IF({total}="","",IF({mark}="{self.missing}",0,{mark}))'
                text = ballot.cells[criterion]
                cached = self._cached_mark(text) if ballot.total is not None else ""
                column = self.block + place * self.judges + judge
                self._formula(row, column, formula, cached, 2)

    def _cached_mark(self, text: str) -> Fraction | str:
        if text == "missing":
            return Fraction(0)
        return self._word(text) if is_state(text) else Fraction(text)

    def _added(self, judge: int) -> str:
        """The published adjustment of a judge, as part of a formula."""
        points = self.added.get(self.view.sheet.judges[judge].id, 0)
        decimals = self.view.rules.stage.decimals
        return f"{'+' if points > 0 else ''}{format_points(points, decimals)}" if points else ""

    def _score(self, row: int, line: Line) -> None:
        """From the totals to the published score, its neighbour, and whether they are the same."""
        exact = self._beyond(row, line, self._value_cell(row, line))
        shown = Fraction(line.place.score) if line.place.score else ""
        places = self.view.rules.rounding.places
        score = self._end(row, "counted")
        published = formulas.published(self.view.rules, exact)
        self._formula(row, self.ends["counted"], published, shown, places)
        self._plain(row, self.ends["score"], shown, places)
        test = same_formula(self.view, score, self._end(row, "score"))
        self._formula(row, self.ends["same"], test, self.view.say("same"), 0)
        self._ranks(row, line)

    def _end(self, row: int, key: str) -> str:
        return cell_name(row, self.ends[key])

    def _value_cell(self, row: int, line: Line) -> str:
        """From the totals to their value, by count and sum of those that are kept."""
        place = line.place
        # Who was vetoed or struck, or waits for others, has ballots and no score.
        stands = bool(place.exact) or place.remark in {"", "too_few_ballots", "too_many_ballots"}
        count, kept, total = (self._end(row, key) for key in ("ballots", "kept", "kept_sum"))
        self._formula(row, self.end, f"=COUNT({self._totals(row)})", place.ballots, 0)
        kept_count, kept_sum = self._kept(row, line, count)
        kept_weight, kept_total = self._kept_known(line)
        self._formula(row, self.end + 1, kept_count, kept_weight, 4 if self.weights else 0)
        self._formula(row, self.end + 2, kept_sum, kept_total, 4)
        known = self.view.beyond.base.get(place.case)
        if known is None:
            known = Fraction(place.exact) if place.exact else None
        formula = self._value(row, line, count, kept, total) if stands else '=""'
        cached = known if stands and known is not None else ""
        self._formula(row, self.ends["mean"], formula, cached, 6)
        return self._end(row, "mean")

    def _beyond(self, row: int, line: Line, cell: str) -> str:
        """The cell with the exact value after panels, bonus and penalty."""
        beyond, place = self.view.beyond, line.place
        change = beyond.adjusted.get(place.case, Fraction(0))
        exact = Fraction(place.exact) if place.exact else None
        if "panel" in self.ends:
            self._plain(row, self.ends["panel"], beyond.panels.get(place.case, ""), 0)
            before = "" if exact is None else beyond.levels.get(place.case, "")
            self._formula(row, self.ends["levelled"], self._levelled(row, cell), before, 6)
            cell = self._end(row, "levelled")
        if "multiplied" in self.ends:
            known = "" if exact is None else exact - change
            whole = formulas.cleaned(
                formulas.multiplied(cell, self._times(row, ""), self._rounding)
            )
            lost = "".join(f',{one}=""' for one, _ in self._times(row, ""))
            formula = f'=IF(OR({cell}=""{lost}),"",{whole})'
            self._formula(row, self.ends["multiplied"], formula, known, 6)
            cell = self._end(row, "multiplied")
        if "adjusted" in self.ends:
            self._plain(row, self.ends["adjusted"], change, 2)
            summed = formulas.cleaned(f"{cell}+{self._end(row, 'adjusted')}")
            after = f'=IF({cell}="","",{summed})'
            self._formula(row, self.ends["after"], after, "" if exact is None else exact, 6)
            cell = self._end(row, "after")
        return cell

    @property
    def _rounding(self) -> Rounding:
        return self.view.rules.rounding

    def _times(self, row: int, criterion: str) -> list[tuple[str, bool]]:
        """The cells a criterion, or the whole, is multiplied by; whether it is rounded before."""
        return [
            (cell_name(row, self.times + at), one.rounded)
            for at, one in enumerate(self.view.beyond.factors)
            if one.criterion == criterion
        ]

    def _levelled(self, row: int, value: str) -> str:
        """A value brought from the mean of its panel to the mean of all, where the rules say so."""
        last = BODY_ROW + len(self.view.lines) - 1
        values, panels = (self._span(BODY_ROW, last, self.ends[key]) for key in ("mean", "panel"))
        mine = self._end(row, "panel")
        none = f'OR({mine}="",{value}="")'
        if not self.view.beyond.levelled:
            return f'=IF({none},"",{value})'
        overall = formulas.mean_where(f'{panels}<>""', values)
        panel = formulas.mean_where(f"{panels}={mine}", values)
        moved = formulas.cleaned(f"{value}*{overall}/{panel}")
        return f'=IF({none},"",IF({panel}=0,{value},{moved}))'

    def _ranks(self, row: int, line: Line) -> None:
        """The rank by score alone, without what parts equals, and the published rank."""
        exact = self.view.rules.rank_exact
        column = self.exact if exact else self.ends["counted"]
        last = BODY_ROW + len(self.view.lines) - 1
        mine, span = cell_name(row, column), self._span(BODY_ROW, last, column)
        cached = self.by_score.get(self._ranking(line), "")
        formula = f'=IF({mine}="","",RANK({mine},{span}))'
        self._formula(row, self.ends["by_score"], formula, cached, 0)
        if "promoted" in self.ends:
            went = self.view.say("went_on") if line.place.case in self.view.promoted else ""
            self._plain(row, self.ends["promoted"], went, 0)
        else:
            rank = "" if line.place.rank is None else line.place.rank
            self._plain(row, self.ends["rank"], rank, 0)

    def _by_score(self) -> dict[str, int]:
        """The rank of each score that occurs: one more than the number of higher ones."""
        found = [self._ranking(line) for line in self.view.lines]
        falling = sorted((text for text in found if text), key=Fraction, reverse=True)
        ranks: dict[str, int] = {}
        for rank, text in enumerate(falling, 1):
            ranks.setdefault(text, rank)
        return ranks

    def _ranking(self, line: Line) -> str:
        """What a line is ranked by."""
        return line.place.exact if self.view.rules.rank_exact else line.place.score

    def _kept_known(self, line: Line) -> tuple[Fraction, Fraction]:
        """What the two cells of `_kept` come to."""
        weights = self.weights or [JUDGE_UNIT] * self.judges
        kept = [
            (Fraction(weight, JUDGE_UNIT), ballot.total)
            for weight, ballot in zip(weights, line.ballots, strict=True)
            if ballot.total is not None and not ballot.drop
        ]
        whole = sum((weight for weight, _ in kept), Fraction(0))
        return whole, sum((weight * total for weight, total in kept), Fraction(0))

    def _kept(self, row: int, line: Line, count: str) -> tuple[str, str]:
        """How many totals count, and their sum; with weights, the sums of weights and products."""
        rules, span = self.view.rules, self._totals(row)
        if self.weights:
            sums = (f"--ISNUMBER({span})", span)
            weight, products = (formulas.weighted(self.weights, one) for one in sums)
            return f"={weight}", f"={products}"
        out = [at for at, ballot in enumerate(line.ballots) if ballot.drop == "judge"]
        if out:
            return f"={count}-1", f"=SUM({span})-{cell_name(row, LEFT + out[0])}"
        return formulas.kept_count(rules, count), formulas.kept_sum(rules, count, span)

    def _value(self, row: int, line: Line, count: str, kept: str, total: str) -> str:
        rules = self.view.rules
        plain = formulas.value(rules, count, kept, total, self._totals(row))
        if not self.by_criterion:
            return plain
        how = rules.stage.aggregation
        if self.each:
            return self._added_up(row, line, count)
        whole = formulas.cleaned("+".join(self._shares(row, count)))
        few = formulas.too_few(rules, count)
        if how.method == "trimmed_sum":
            return f'=IF({few},"",{whole})'
        below, least = plain.removeprefix("="), max(rules.stage.missing.minimum, 1)
        return f"=IF(AND({count}>={how.start},{count}>={least}),{whole},{below})"

    def _shares(self, row: int, count: str) -> list[str]:
        """What each criterion adds, times its factors."""
        rules = self.view.rules
        spans = [self._block(row, place) for place in range(len(self.counted))]
        means = [f"({formulas.column(rules, span, count)})" for span in spans]
        optional = [criterion.optional for criterion in self.formula.criteria]
        applies = [
            f"(COUNT({span})>0)" if maybe else "1"
            for span, maybe in zip(spans, optional, strict=True)
        ]
        keys = [criterion.key for criterion in self.formula.criteria]
        times = [self._times(row, key) for key in keys]
        pairs = zip(means, times, strict=True)
        return [self.formula.share(at, mean, applies, by) for at, (mean, by) in enumerate(pairs)]

    def _added_up(self, row: int, line: Line, count: str) -> str:
        """A column for what each criterion gives, times its factors; the value is their sum."""
        known = self.view.beyond.parts.get(line.case.number, {})
        stands = bool(known)
        numbers = (cell_name(row, self.times + at) for at in range(self.points - self.times))
        lost = "".join(f',{cell}=""' for cell in numbers)
        none = f"OR({formulas.too_few(self.view.rules, count)}{lost})"
        for place, share in enumerate(self._shares(row, count)):
            nowhere = f"COUNT({self._block(row, place)})=0"
            formula = f'=IF(OR({none},{nowhere}),"",{formulas.cleaned(share)})' if stands else '=""'
            cached = known.get(self.formula.criteria[place].key, "")
            self._formula(row, self.points + place, formula, cached, 4)
        span = f"{cell_name(row, self.points)}:{cell_name(row, self.end - 1)}"
        return f'=IF({none},"",{formulas.cleaned(f"SUM({span})")})'

    # -- small things ---------------------------------------------------------------------

    def _totals(self, row: int) -> str:
        return self._across(row, LEFT)

    def _block(self, row: int, place: int) -> str:
        return self._across(row, self.block + place * self.judges)

    def _across(self, row: int, left: int) -> str:
        """A column for each judge; without judges the title, in which there is no number."""
        if not self.judges:
            return cell_name(row, 1)
        return f"{cell_name(row, left)}:{cell_name(row, left + self.judges - 1)}"

    def _span(self, first: int, last: int, column: int) -> str:
        return f"{cell_name(first, column, fixed=True)}:{cell_name(last, column, fixed=True)}"

    def _formula(
        self, row: int, column: int, formula: str, cached: Fraction | int | str, places: int
    ) -> None:
        form = f"0.{'#' * places}" if places > 2 else number_form(places)
        look = self.book.look(border=1, align="center", num_format=form)
        self.sheet.formula(row, column, formula, cached, look)

    def _plain(self, row: int, column: int, value: Fraction | int | str, places: int) -> None:
        look = self.book.look(border=1, align="center", bold=True, num_format=number_form(places))
        if isinstance(value, str):
            self.sheet.text(row, column, value, look)
        else:
            self.sheet.number(row, column, value, look)


def write_verdict(sheet: Sheet, view: View, span: str) -> None:
    """Whether every line of `span` agrees with what was published, by a formula too."""
    good, bad = view.say("all_same"), view.say("not_same")
    formula = f'=IF(COUNTIF({span},"{bad}")=0,"{good}","{view.say("some_differ")}")'
    look = sheet.book.look(bold=True, align="center")
    sheet.raw.write_blank(FACTS_ROW, 0, None, look)
    sheet.formula(FACTS_ROW, 0, formula, good, look)


def same_formula(view: View, counted: str, published: str) -> str:
    """Whether two cells hold the same score, or both none."""
    same, other = view.say("same"), view.say("not_same")
    near = f'IF(ABS(N({counted})-N({published}))<0.0000001,"{same}","{other}")'
    return f'=IF({counted}&""={published}&"","{same}",{near})'
