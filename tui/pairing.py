"""Two cases side by side, as text: the same on the screen and line by line."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.cells import State
from scoring.rules import Criterion
from tui.ink import safe
from tui.ordering import Order
from tui.sitting import Sitting, wording
from words import say
from words.text import pad, width

NAME, WEIGHT, MARK = 24, 6, 9  # cells of the columns
Pair = tuple[str, str]


def names(sitting: Sitting, order: Order, pair: Pair, cells: int, here: int | None) -> str:
    """One line for each case: number, title, unit, total, own rank; `>` before the one in work."""
    return "\n".join(
        _name(sitting, order, case, cells, f" {'>' if place == here else ' '} {place + 1}")
        for place, case in enumerate(pair)
    )


def _name(sitting: Sitting, order: Order, case: str, cells: int, mark: str) -> str:
    one = sitting.case(case)
    doubt = say("tui.doubt") if sitting.answer(case).doubt else ""
    tail = f"  {doubt}  {sitting.mark_word(case)} {pad(sitting.total(case), 7, '>')}"
    tail += f"  {pad(ranked(order, case), 10)}"
    head = f"{mark}  {pad(safe(case), sitting.number_width)} "
    free = max(cells - width(head) - width(tail), 10)
    title = free * 3 // 5
    named = f"{pad(safe(one.title), title - 2)}  {pad(safe(one.unit), free - title)}"
    return head + named + tail


def ranked(order: Order, case: str) -> str:
    """`第 11 名`; empty without a total."""
    rank = order.ranks.get(case)
    return say("pair.rank", rank=rank) if rank else ""


def table(sitting: Sitting, pair: Pair) -> Sequence[str]:
    """The own marks of both, a criterion to a line, then the totals and the comments."""
    first, second = map(safe, pair)
    lines = [_line("", "", first, second, say("pair.difference"))]
    for criterion in sitting.criteria:
        cells = [sitting.cell(case, criterion.key) for case in pair]
        weight = sitting.figures.weight(criterion)
        marks = [mark(sitting, case, criterion) for case in pair]
        differs = sitting.figures.difference(cells[0], cells[1])
        lines.append(_line(wording(criterion.name), weight, marks[0], marks[1], differs))
    totals = [sitting.total(case) for case in pair]
    lines.append(_line(say("tui.col.total"), "", totals[0], totals[1], ""))
    return [*lines, *comments(sitting, pair)]


def _line(name: str, weight: str, one: str, two: str, differs: str) -> str:
    marks = "".join(pad(text, MARK, ">") for text in (one, two, differs))
    return f" {pad(name, NAME)} {pad(weight, WEIGHT, '>')}{marks}"


def mark(sitting: Sitting, case: str, criterion: Criterion) -> str:
    """One mark as text; `--` where there is none."""
    cell = sitting.cell(case, criterion.key)
    if cell.state is State.SCORED:
        return sitting.figures.points(cell.points)
    return say("tui.cell.na") if cell.state is State.NOT_APPLICABLE else "--"


def comments(sitting: Sitting, pair: Pair) -> Sequence[str]:
    """The comments, a line each; none where there is none."""
    said = [(n, sitting.answer(case).comment) for n, case in enumerate(pair, 1)]
    return [f" {say('pair.comment', n=n, text=safe(text))}" for n, text in said if text]
