"""评分汇总表: the table people sign. A line per case, a column per judge, dropped values marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sheets.office.book import SIDES, TITLE_FONTS, Book, Sheet, footer_safe, lines_of
from sheets.office.formulas import covers
from sheets.office.view import View
from sheets.office.xlsx_columns import Block, Column, Shown, blocks_of
from sheets.sheet_model import SheetRunoff
from words import say
from words.text import clean_line

TITLE_ROW, FACTS_ROW, HEAD_ROW, BODY_ROW = 0, 1, 2, 4
A3_FROM = 240
"""Half-width cells above which A4 would make the writing smaller than 6 points."""
LINE = 14
"""Height of one line of text, in points."""
HEAD = {"bold": True, "border": 1, "align": "center", "text_wrap": True, "bg_color": "#F2F2F2"}


def write_summary(book: Book, view: View) -> Sheet:
    """The sheet, ready to print: landscape, one page wide, heading on every page."""
    sheet = book.sheet(view.tab("summary"))
    blocks = blocks_of(view)
    columns = [column for block in blocks for column in block.columns]
    for at, column in enumerate(columns):
        sheet.raw.set_column(at, at, column.cells)
    write_title(sheet, view, view.what("summary"), len(columns) - 1)
    write_heads(sheet, columns, HEAD_ROW)
    write_body(sheet, view, blocks)
    _write_foot(sheet, view, BODY_ROW + len(view.lines), columns)
    set_up_page(sheet, view, HEAD_ROW + 1, wide=sum(column.cells for column in columns))
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
        judges=view.judge_count,
    )


def write_heads(sheet: Sheet, columns: Sequence[Column], row: int) -> None:
    """Two rows: groups over their columns, single columns over both."""
    look = sheet.book.look(**HEAD)
    most = max(lines_of(column.head, column.cells) for column in columns)
    runs = list(_runs(columns))
    above = max(
        (lines_of(columns[left].group, sum(one.cells for one in columns[left : right + 1]))
         for left, right in runs if columns[left].group), default=1,
    )  # fmt: skip
    sheet.raw.set_row(row, LINE * above + 4)
    sheet.raw.set_row(row + 1, LINE * max(most, 2) + 4)
    for left, right in runs:
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


def write_body(sheet: Sheet, view: View, blocks: Sequence[Block]) -> None:
    """The lines of the table."""
    columns = [column for block in blocks for column in block.columns]
    for row, line in enumerate(view.lines, BODY_ROW):
        shown = [cell for block in blocks for cell in block.cells(line)]
        texts = [
            lines_of(cell.value, column.cells)
            for cell, column in zip(shown, columns, strict=True)
            if isinstance(cell.value, str)
        ]
        # Room for the text that takes most lines; not every program finds it by itself.
        sheet.raw.set_row(row, max(20, LINE * max(texts) + 4))
        for at, cell in enumerate(shown):
            write_cell(sheet, row, at, cell)


def write_cell(sheet: Sheet, row: int, column: int, cell: Shown) -> None:
    look = sheet.book.look(**cell.look)
    if isinstance(cell.value, str):
        sheet.text(row, column, cell.value, look)
    else:
        sheet.number(row, column, cell.value, look)


def _write_foot(sheet: Sheet, view: View, row: int, columns: Sequence[Column]) -> None:
    """What the marks mean, what identifies the result, and where people sign."""
    right, wide = len(columns) - 1, sum(column.cells for column in columns)
    note = sheet.book.look(font_size=9, text_wrap=True)
    small = sheet.book.look(font_size=8, font_color="#595959", text_wrap=True)
    lines = [view.say("legend"), *weight_lines(view), *decision_lines(view), *mode_lines(view)]
    for at, text in enumerate(lines, row):
        sheet.merged(at, 0, right, text, note)
        sheet.raw.set_row(at, 12 * lines_of(text, wide) + 4)
    below = row + len(lines)
    sheet.merged(below, 0, right, view.say("digests", **digests(view)), small)
    sheet.raw.set_row(below, 26)
    sheet.merged(below + 1, 0, right, view.say("signatures"), sheet.book.look(font_size=12))
    sheet.raw.set_row(below + 1, 44)


def weight_lines(view: View) -> list[str]:
    """In which stages judges have a weight; that means leave it aside, and formulas may, too."""
    stages = [(part.view, part.recounted) for part in view.parts if part.view]
    return [
        f"{one.stage}{view.say('colon') if one.stage else ''}{_weights(one, again)}"
        for one, again in stages or [(view, view.recounted)]
        if one.rules.stage.judge_weights and not one.ticks
    ]


def _weights(view: View, recounted: bool) -> str:
    checked = recounted and covers(view.rules, hidden=view.hidden)
    return view.say("weights_checked" if checked else "weights")


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
    said += [_runoff(view, one) for one in view.sheet.runoffs]
    reason = view.sheet.result.reason
    return cuts + said + ([view.say("reason", reason=clean_line(reason))] if reason else [])


def _runoff(view: View, one: SheetRunoff) -> str:
    """A vote between tied cases: who got how many."""
    votes = view.say("comma").join(f"{each.case} {each.votes}" for each in one.votes)
    return view.say(
        "runoff", places=one.places, votes=votes, members=one.members, present=one.present,
        void=one.void,
    )  # fmt: skip


def digests(view: View) -> dict[str, str]:
    head = view.sheet.result
    return {"digest": view.digest, "rules": head.rules_digest, "data": head.data_digest}


def set_up_page(sheet: Sheet, view: View, last_head_row: int, wide: int = 0) -> None:
    """Landscape, one page wide, heading rows repeated, page numbers and the number below.

    On A4; a table of so many half-width cells that it could not be read there, on A3.
    """
    raw = sheet.raw
    raw.set_landscape()
    raw.set_paper(8 if wide > A3_FROM else 9)
    raw.fit_to_pages(1, 0)
    raw.set_margins(**SIDES)
    raw.repeat_rows(TITLE_ROW, last_head_row)
    raw.center_horizontally()
    left = footer_safe(view.say("footer", number=view.number, kind=view.kind))
    right = view.digest[:16]
    raw.set_footer(f"&L&8 {left}&C&9 {view.say('pages')}&R&8 {right}")
