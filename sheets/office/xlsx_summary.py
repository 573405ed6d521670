"""评分汇总表: the table people sign. A line per case, a column per judge, dropped values marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from scoring.points import format_points
from scoring.rules import Criterion
from sheets.office.book import (
    SIDES,
    TITLE_FONTS,
    Book,
    Sheet,
    footer_safe,
    lines_of,
    number_form,
    places_of,
)
from sheets.office.view import BallotCell, Line, View, remark, state_words
from words import say
from words.text import clean_line, width

TITLE_ROW, FACTS_ROW, HEAD_ROW, BODY_ROW = 0, 1, 2, 4
MARKS = {"high": "▲", "low": "▼", "judge": "×"}
LINE = 14
"""Height of one line of text, in points."""
DROPPED = {"font_strikeout": True, "bg_color": "#E4E4E4"}
HEAD = {"bold": True, "border": 1, "align": "center", "text_wrap": True, "bg_color": "#F2F2F2"}


@dataclass(frozen=True)
class Column:
    """One column: its heading, its width in half-width cells, the heading above several."""

    head: str
    cells: int
    group: str = ""


def columns_of(view: View) -> list[Column]:
    """The columns from left to right; neighbours of one group stand under one heading."""
    judges, means = view.say("group.judges"), view.say("group.means")
    titles = [width(line.case.title) for line in view.lines]
    units = [width(line.case.unit) for line in view.lines]
    return [
        Column(view.say("head.case"), 6),
        Column(view.say("head.title"), _wide(titles, 28)),
        Column(view.say("head.unit"), _wide(units, 20)),
        *(Column(head, 8, judges) for head in judge_heads(view)),
        *(Column(head, _word(head), means) for head in criterion_heads(view)),
        Column(view.say("head.ballots"), 6),
        Column(view.say("head.mean"), 9),
        Column(view.say("head.score"), 8),
        Column(view.say("head.rank"), 5),
        Column(view.say("head.tier"), 9),
        Column(view.say("head.remark"), 16),
    ]


def _wide(widths: Sequence[int], most: int) -> int:
    return min(max([10, *widths]) + 2, most)


def _word(head: str) -> int:
    """Room for the longest word, so that none is broken; Chinese may break anywhere."""
    longest = max(map(width, head.split())) if head.isascii() else 8
    return min(max(8, longest + 2), 14)


def criterion_heads(view: View) -> list[str]:
    return [criterion_head(view, criterion) for criterion in view.criteria]


def judge_heads(view: View) -> list[str]:
    """Id and name on two lines, once where they are the same."""
    pairs = ((judge.id, clean_line(judge.name)) for judge in view.sheet.judges)
    return [f"{key}\n{name}" if name and name != key else key for key, name in pairs]


def criterion_head(view: View, criterion: Criterion) -> str:
    """`实际成效 35%`; full marks where points are added up; marked where it does not count."""
    stage = view.rules.stage
    named = next(each for each in view.sheet.criteria if each.key == criterion.key)
    if not criterion.counted:
        return view.say("uncounted", name=view.name(named))
    if stage.summing:
        full = format_points(criterion.scale.high, stage.decimals)
        return view.say("full", name=view.name(named), points=full)
    weight = format_points(criterion.weight, stage.weight_decimals)
    return view.say("weight", name=view.name(named), weight=weight)


def write_summary(book: Book, view: View) -> Sheet:
    """The sheet, ready to print: landscape, one page wide, heading on every page."""
    sheet = book.sheet(view.say("sheet.summary"))
    columns = columns_of(view)
    for at, column in enumerate(columns):
        sheet.raw.set_column(at, at, column.cells)
    write_title(sheet, view, view.say("sheet.summary"), len(columns) - 1)
    write_heads(sheet, columns, HEAD_ROW)
    _Body(sheet, view, columns).write()
    _write_foot(sheet, view, BODY_ROW + len(view.lines), len(columns) - 1)
    set_up_page(sheet, view, HEAD_ROW + 1)
    sheet.raw.freeze_panes(BODY_ROW, 2)
    return sheet


def write_title(sheet: Sheet, view: View, what: str, right: int) -> None:
    """The award and what this is, then number, kind and day, each across the sheet."""
    book = sheet.book
    title = book.look(
        font_name=TITLE_FONTS[view.lang], font_size=18, bold=True, align="center", text_wrap=True
    )
    sheet.raw.set_row(TITLE_ROW, 32)
    sheet.raw.set_row(FACTS_ROW, 20)
    sheet.merged(TITLE_ROW, 0, right, view.say("title", award=view.award, what=what), title)
    red = {} if view.final else {"font_color": "#C00000", "bold": True}
    sheet.merged(FACTS_ROW, 0, right, facts_line(view), book.look(align="center", **red))


def facts_line(view: View) -> str:
    """Number, kind, day, and how many cases and judges."""
    return view.say(
        "facts",
        number=view.number,
        kind=view.kind,
        day=view.day() or "-",
        cases=len(view.lines),
        judges=len(view.sheet.judges),
    )


def write_heads(sheet: Sheet, columns: Sequence[Column], row: int) -> None:
    """Two rows: groups over their columns, single columns over both."""
    look = sheet.book.look(**HEAD)
    most = max(lines_of(column.head, column.cells) for column in columns)
    sheet.raw.set_row(row, 18)
    sheet.raw.set_row(row + 1, LINE * max(most, 2) + 4)
    for left, right in _runs(columns):
        if columns[left].group:
            sheet.merged(row, left, right, columns[left].group, look)
            for at in range(left, right + 1):
                sheet.text(row + 1, at, columns[at].head, look)
        else:
            sheet.merged(row, left, left, columns[left].head, look, rows=2)


def _runs(columns: Sequence[Column]) -> Iterator[tuple[int, int]]:
    """First and last column of each group; a column without one stands alone."""
    left = 0
    for at, column in enumerate(columns):
        following = columns[at + 1].group if at + 1 < len(columns) else ""
        if not column.group or following != column.group:
            yield left, at
            left = at + 1


class _Body:
    """The lines of the table."""

    def __init__(self, sheet: Sheet, view: View, columns: Sequence[Column]) -> None:
        self.sheet, self.view, self.columns = sheet, view, columns
        book = sheet.book
        self.words = book.look(border=1, text_wrap=True)
        self.centred = book.look(border=1, align="center", text_wrap=True)
        self.faint = book.look(border=1, align="center", font_color="#7F7F7F", italic=True)
        totals = [total for line in view.lines for total in line.valid]
        self.places = max(places_of(totals), 1)

    def write(self) -> None:
        for at, line in enumerate(self.view.lines):
            self._line(BODY_ROW + at, line)

    def _line(self, row: int, line: Line) -> None:
        texts = [line.case.number, line.case.title, line.case.unit]
        said = remark(self.view, line)
        self._height(row, [*zip(texts, range(3), strict=True), (said, len(self.columns) - 1)])
        for at, text in enumerate(texts):
            self.sheet.text(row, at, text, self.words if at else self.centred)
        column = 3
        for ballot in line.ballots:
            self._ballot(row, column, ballot)
            column += 1
        for mean in line.means:
            self._number(row, column, mean, 2)
            column += 1
        self._end(row, column, line, said)

    def _height(self, row: int, texts: list[tuple[str, int]]) -> None:
        """Room for the text that takes most lines; not every program finds it by itself."""
        most = max(lines_of(text, self.columns[at].cells) for text, at in texts)
        self.sheet.raw.set_row(row, max(20, LINE * most + 4))

    def _ballot(self, row: int, column: int, ballot: BallotCell) -> None:
        if ballot.total is None:
            self.sheet.text(row, column, state_words(self.view, ballot.state), self.faint)
            return
        look = {"border": 1, "align": "center", "num_format": number_form(self.places)}
        if ballot.drop:
            look |= DROPPED | {"num_format": number_form(self.places, MARKS[ballot.drop])}
        self.sheet.number(row, column, ballot.total, self.sheet.book.look(**look))

    def _number(self, row: int, column: int, value: Fraction | int | None, places: int) -> None:
        if value is None:
            self.sheet.text(row, column, "", self.centred)
            return
        form = {"border": 1, "align": "center", "num_format": number_form(places)}
        self.sheet.number(row, column, value, self.sheet.book.look(**form))

    def _end(self, row: int, column: int, line: Line, said: str) -> None:
        place = line.place
        exact = Fraction(place.exact) if place.exact else None
        score = Fraction(place.score) if place.score else None
        self._number(row, column, place.ballots, 0)
        self._number(row, column + 1, exact, 4)
        self._score(row, column + 2, score)
        self._number(row, column + 3, place.rank, 0)
        self.sheet.text(row, column + 4, self.view.tier(place.tier), self.centred)
        self.sheet.text(row, column + 5, said, self.words)

    def _score(self, row: int, column: int, score: Fraction | None) -> None:
        places = self.view.rules.rounding.places
        form = {"border": 1, "align": "center", "bold": True, "num_format": number_form(places)}
        if score is None:
            self.sheet.text(row, column, self.view.say("unranked"), self.faint)
        else:
            self.sheet.number(row, column, score, self.sheet.book.look(**form))


def _write_foot(sheet: Sheet, view: View, row: int, right: int) -> None:
    """What the marks mean, what identifies the result, and where people sign."""
    note = sheet.book.look(font_size=9, text_wrap=True)
    small = sheet.book.look(font_size=8, font_color="#595959", text_wrap=True)
    lines = [view.say("legend"), *decision_lines(view), *mode_lines(view)]
    for at, text in enumerate(lines, row):
        sheet.merged(at, 0, right, text, note)
        sheet.raw.set_row(at, 16)
    below = row + len(lines)
    sheet.merged(below, 0, right, view.say("digests", **digests(view)), small)
    sheet.raw.set_row(below, 26)
    sheet.merged(below + 1, 0, right, view.say("signatures"), sheet.book.look(font_size=12))
    sheet.raw.set_row(below + 1, 44)


def mode_lines(view: View) -> list[str]:
    """How ballots travelled, where they did."""
    mode = view.sheet.result.mode
    if not mode:
        return []
    return [f"{say('sheet.fact.mode', view.lang)}: {say(f'sheet.mode.{mode}', view.lang)}"]


def decision_lines(view: View) -> list[str]:
    """What is open and what the committee decided, a line each."""
    cuts = [
        view.say(
            "open_cut", tier=view.tier(cut.tier), places=cut.places, cases=", ".join(cut.cases)
        )
        for cut in view.sheet.open_cuts
    ]
    said = [
        view.say(f"decided.{one.kind}", cases=", ".join(one.cases) or one.judge)
        for one in view.sheet.decisions
    ]
    reason = view.sheet.result.reason
    return cuts + said + ([view.say("reason", reason=clean_line(reason))] if reason else [])


def digests(view: View) -> dict[str, str]:
    head = view.sheet.result
    return {"digest": view.digest, "rules": head.rules_digest, "data": head.data_digest}


def set_up_page(sheet: Sheet, view: View, last_head_row: int) -> None:
    """A4 landscape, one page wide, heading rows repeated, page numbers and the number below."""
    raw = sheet.raw
    raw.set_landscape()
    raw.set_paper(9)
    raw.fit_to_pages(1, 0)
    raw.set_margins(**SIDES)
    raw.repeat_rows(TITLE_ROW, last_head_row)
    raw.center_horizontally()
    left = footer_safe(view.say("footer", number=view.number, kind=view.kind))
    right = view.digest[:16]
    raw.set_footer(f"&L&8 {left}&C&9 {view.say('pages')}&R&8 {right}")
