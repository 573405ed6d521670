"""The overview as text: its table, the pane beside it, the pane below it."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.cells import State
from scoring.rules import Criterion
from tui.ink import rule, safe, safe_lines
from tui.overview import Overview, Row
from tui.sitting import Sitting, wording
from tui.spread import spread_lines
from tui.wrap import wrap
from words import language, say
from words.text import cut, pad, width

RANK, CELL, TOTAL, HINT = 4, 6, 8, 8  # cells of the columns
SHORTEST_TITLE = 16
TABLE_PANE_LINES = 3  # of the explanation below the list, at 80 cells


def shown_criteria(sitting: Sitting, cells: int) -> tuple[Criterion, ...]:
    """The criteria that have a column: as many as leave the title room."""
    used = RANK + 2 + sitting.number_width + 1 + TOTAL + 2 + HINT + SHORTEST_TITLE
    return sitting.criteria[: max((cells - used) // CELL, 0)]


def table_line(sitting: Sitting, cells: int, texts: Sequence[str], values: Sequence[str]) -> str:
    """Rank, number, title; the values of the criteria; total and hint."""
    rank, number, title, total, hint = texts
    head = f"{pad(rank, RANK, '>')}  {pad(number, sitting.number_width)} "
    middle = "".join(pad(value, CELL, ">") for value in values)
    tail = f"{middle}{pad(total, TOTAL, '>')}  {pad(hint, HINT)}"
    return f"{head}{pad(title, cells - width(head) - width(tail))}{tail}"


def table_head(sitting: Sitting, cells: int) -> str:
    texts = [say(f"tui.col.{name}") for name in ("rank", "number", "title", "total", "hint")]
    short = CELL - 1 if language() == "en" else CELL - 2  # two Han characters
    names = [cut(wording(c.name), short, mark="") for c in shown_criteria(sitting, cells)]
    return table_line(sitting, cells, texts, names)


def table_row(sitting: Sitting, row: Row, cells: int) -> str:
    """One case: nothing but its name where the judge is recused."""
    recused = row.kind == "recused"
    criteria = shown_criteria(sitting, cells)
    texts = (
        "-" if row.rank is None else str(row.rank),
        safe(row.case),
        safe(sitting.case(row.case).title),
        "" if recused else sitting.total(row.case),
        say(f"tui.hint.{row.kind}.word") if row.kind else "",
    )
    values = ["" if recused else cell_text(sitting, row.case, c) for c in criteria]
    return table_line(sitting, cells, texts, values)


def cell_text(sitting: Sitting, case: str, criterion: Criterion) -> str:
    cell = sitting.cell(case, criterion.key)
    if cell.state is State.SCORED:
        return sitting.figures.points(cell.points)
    return say("tui.cell.na.short") if cell.state is State.NOT_APPLICABLE else "--"


def explained(overview: Overview, row: Row) -> str:
    """Why the row is looked at, and what can be done."""
    todo = "tui.review.todo.hint" if row.hint else "tui.review.todo"
    return f"{overview.explained(row)}\n{say(todo)}".strip()


def below(overview: Overview, row: Row | None, cells: int, *, wide: bool) -> str:
    """Under the list: the explanation, or in a wide window the judge's own spread."""
    if wide:
        head = f"{say('tui.panel.spread')} {say('tui.panel.yours')}"
        lines = spread_lines(overview.sitting, cells - 4)
    else:
        asked = f"{say('tui.review.look')} " if row and row.hint else ""  # else nothing to look at
        head = f"{asked}{safe(row.case)}" if row else ""
        text = explained(overview, row) if row else ""
        lines = [*wrap(text, cells - 2), "", "", ""][:TABLE_PANE_LINES]
    return "\n".join([rule(cells, head), *(f" {line}" for line in lines)])


def beside(overview: Overview, row: Row | None, cells: int) -> str:
    """In a wide window: the case, its scores, why it is looked at, the comment."""
    if row is None:
        return ""
    sitting, room = overview.sitting, max(cells - 2, 10)
    case = sitting.case(row.case)
    title = wrap(f"{safe(row.case)} {safe(case.title)}", room)
    lines = [*title, *wrap(safe(case.unit), room), ""]
    for criterion in sitting.criteria:
        asked = row.hint is not None and criterion.key in row.hint.criteria
        value = cell_text(sitting, row.case, criterion)
        mark = say("tui.review.here") if asked else ""
        lines.append(f"{pad(wording(criterion.name), 10)} {pad(value, 5, '>')}{mark}")
    total = pad(sitting.total(row.case), 5, ">")
    lines += [f"{pad(say('tui.col.total'), 10)} {total}", "", *wrap(explained(overview, row), room)]
    comment = safe_lines(sitting.answer(row.case).comment)
    lines += ["", say("tui.panel.comment.short"), *wrap(comment, room)[:4]] if comment else []
    return "\n".join(f" {line}" for line in lines)
