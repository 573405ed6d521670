"""Blocks of text for the panes: progress, material, the total, what is known beside a case."""

from __future__ import annotations

from tui.ink import bar, rule, safe, safe_lines, spread
from tui.sitting import Sitting, wording
from tui.spread import spread_lines
from tui.widgets.score_row import ScoreRow
from tui.wrap import wrap
from words import say
from words.text import pad, width

SHORT_NAME = 14  # cells; a longer name of a criterion is said in full on the status line
WIDE = 110  # cells from which a window is wide
BESIDE = 60  # cells from which the total and the marks stand on one line


def progress_panel(sitting: Sitting, cells: int) -> str:
    """The right-hand pane of the home screen: how far, the judge's own spread, the criteria."""
    counts, room = sitting.counts(), max(cells - 1, 10)
    lines = [
        say("tui.panel.progress"),
        "",
        bar(counts.done + counts.recused, counts.total, min(room - 2, 22)),
        *(
            f"{pad(say(f'tui.mark.{mark}'), 12)}{pad(str(number), 5, '>')}"
            for mark, number in (
                ("done", counts.done),
                ("started", counts.started),
                ("open", counts.open),
                ("recused", counts.recused),
            )
        ),
        "",
        say("tui.panel.spread"),
        say("tui.panel.yours"),
        "",
        *spread_lines(sitting, room),
        "",
        say("tui.panel.criteria"),
    ]
    for criterion in sitting.criteria:
        name = wording(criterion.name)
        lines.append(f"{pad(name, room - 7)} {pad(sitting.figures.weight(criterion), 5, '>')}")
    return "\n".join(f" {line}" for line in lines)


def about_line(sitting: Sitting, number: str, papers: int, cells: int) -> str:
    """The unit and what else is known of a case; in a wide window also its neighbours."""
    case = sitting.case(number)
    facts = (("field", case.field), ("level", case.level), ("region", case.region))
    said = [safe(case.unit), *(f"{say(f'tui.fact.{name}')} {safe(t)}" for name, t in facts if t)]
    if papers:
        said.append(say("tui.papers.count", n=papers))
    for key, step in (("tui.prev", -1), ("tui.next", 1)) if cells >= WIDE else ():
        if other := sitting.beside(number, step):
            said.append(f"{say(key)} {safe(other)} {sitting.mark_word(other)}")
    return f" {spread('    '.join(said), '', cells - 2)}"


def total_line(sitting: Sitting, case: str, cells: int) -> str:
    """The case's own total, or what it still wants; the comment's length and the doubt mark."""
    answer, mark = sitting.answer(case), sitting.mark(case)
    if mark == "recused" and answer.recused:
        left = say("tui.recused", why=safe(answer.recused.reason))
    elif mark == "done":
        left = say("tui.total", total=sitting.total(case))
    elif sitting.lacks_comment(case):
        left = say("tui.total.comment")
    else:
        left = say("tui.total.none", n=len(sitting.missing(case)))
    doubt = say("tui.yes" if answer.doubt else "tui.no")
    right = say("tui.marks", n=len(answer.comment), doubt=doubt)
    if cells < BESIDE:
        return f"   {left}\n   {right}"
    return f"   {spread(left, right, cells - 4)}"


def case_panel(sitting: Sitting, case: str, alike: tuple[tuple[str, str], ...], cells: int) -> str:
    """Under the criteria in a wide window: the comment, and cases this judge gave alike."""
    room = max(cells - 5, 10)
    lines = [rule(cells), f" {say('tui.panel.comment')}"]
    comment = safe_lines(sitting.answer(case).comment)
    lines += [f"    {line}" for line in wrap(comment, room)[:4] if comment]
    if alike:
        lines += ["", rule(cells), f" {say('tui.panel.alike')}"]
    for number, total in alike:
        head = pad(safe(number), sitting.number_width)
        title = pad(safe(sitting.case(number).title), room - 10 - sitting.number_width)
        lines.append(f"    {head} {title} {pad(total, 7, '>')}")
    return "\n".join(lines)


def row_help(sitting: Sitting, case: str, row: ScoreRow | None, *, whole: bool = False) -> str:
    """What to do on this row, in one line; `whole` with the meaning of every level."""
    if row is None:
        return say("tui.row.reader")
    if sitting.sealed:
        return say("tui.row.sealed")
    recused = sitting.answer(case).recused
    if recused and not whole:
        own = recused.by == sitting.desk.judge.id
        return say("tui.row.recused" if own else "tui.row.recused_by")
    criterion = row.criterion
    shown_already = row.size.width < BESIDE and not whole
    guide = "" if shown_already else wording(criterion.guide)
    optional = say("tui.row.optional") if criterion.optional else ""
    comment = say("tui.row.comment") if criterion.comment else ""
    if not whole:
        name = wording(criterion.name)
        full = f"{name}:" if width(name) > SHORT_NAME else ""
        said = "  ".join(part for part in (full, optional, comment, guide) if part)
        return said or say("tui.row.plain")
    lines = [wording(criterion.name), guide, optional, comment]
    for level in criterion.levels:
        start = sitting.figures.points(level.start)
        lines.append(f"  {say('tui.level.from', points=start)}  {wording(level.text)}")
    return "\n".join(line for line in lines if line)
