"""The overview as text: the counts, the table, the panes below it. Counts only, never a score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from award.dashboard import Dashboard, Line, Where
from award.log_words import log_line
from award.rounds_view import round_words
from db.receipts import format_receipt
from tui.ink import bar, columns, rule, safe, spread
from tui.office.office import Office
from tui.wrap import wrap
from words import say
from words.text import cut, width

HEADS = ("judge", "progress", "recused", "left", "state", "active", "receipt")
WIDE = 110  # cells of a screen with room for every pane
NARROW_BAR, WIDE_BAR = 12, 30  # marks of a judge's progress bar
LOG_LINES = {"narrow": 2, "wide": 7}
CASES_SHOWN = 3
SHORT_BAR = 16


def stages(office: Office, cells: int) -> str:
    """Every stage of a chain; where they do not fit, the one that is on."""
    told = {line: safe(round_words(office.award, line)) for line in office.board.rounds}
    whole = " " + "   ".join(told.values())
    if width(whole) <= cells:
        return whole
    return " " + "   ".join(text for line, text in told.items() if line.on)


def counts(board: Dashboard, cells: int) -> str:
    """`[###....] 3 / 7` and how many judges stand where."""
    total = len(board.judges) - board.count("gone")
    done = board.count("in")
    marks = 40 if cells >= 110 else 20
    kinds: tuple[Where, ...] = (
        "working",
        "untouched",
        "waiting",
        "back",
        "conflict",
        "late",
        "gone",
    )
    others = [f"{say(f'secretary.is.{kind}')} {board.count(kind)}" for kind in kinds
              if board.count(kind)]  # fmt: skip
    word = say("secretary.returned" if board.travels else "secretary.submitted")
    return f" {word} {bar(done, total, marks)} {done} / {total}   {'   '.join(others)}"


def table_line(texts: Sequence[str], cells: int) -> str:
    """One line of the table: the name takes what is left."""
    marks = (WIDE_BAR if cells >= 105 else NARROW_BAR) + 9
    receipt = 26 if cells >= 105 else 4
    fixed = [(marks, "<"), (4, ">"), (4, ">"), (9, "<"), (11, "<"), (receipt, "<")]
    name = cells - sum(width for width, _ in fixed) - len(fixed)
    widths = [(name, "<"), *fixed]
    parts = [(text, width, side) for text, (width, side) in zip(texts, widths, strict=True)]
    return columns(parts)


def head(cells: int) -> str:
    return "   " + table_line([say(f"secretary.col.{name}") for name in HEADS], cells - 3)


def row(line: Line, cells: int, *, marked: bool) -> str:
    marks = WIDE_BAR if cells >= 105 else NARROW_BAR
    progress = f"{bar(line.done, line.todo, marks)} {line.done}/{line.todo}"
    receipt = format_receipt(line.receipt)
    texts = (
        f"{'*' if marked else ''}{safe(line.judge.id)} {safe(line.judge.name)}",
        progress,
        recused_words(line),
        str(line.left),
        say(f"secretary.is.{line.where}"),
        safe(line.last_active[5:16].replace("T", " ")) or "--",
        (receipt if cells >= 105 else receipt[:4]) or "--",
    )
    return table_line(texts, cells)


def recused_words(line: Line) -> str:
    """How many cases a judge is recused from; `?` where a sealed ballot may say more."""
    known = str(line.recused)
    return known if not line.sealed else f"{known}+?" if line.recused else "?"


def below(board: Dashboard, line: Line | None, cells: int, *, wide: bool) -> str:
    """The judge under the mark, the cases that lack ballots, the end of the log."""
    parts = [
        *_judge(line, cells),
        *_coverage(board, cells, wide=wide),
        *_log(board, cells, wide=wide),
    ]
    return "\n".join(parts)


def _judge(line: Line | None, cells: int) -> Iterator[str]:
    if line is None:
        yield rule(cells)
        return
    yield rule(cells, f"{safe(line.judge.id)} {safe(line.judge.name)}  {safe(line.judge.unit)}")
    told = wrap(judge_words(line), cells - 2)[:2]
    yield from (f" {text}" for text in told)


def judge_words(line: Line) -> str:
    """Where one judge stands and what can be done about it."""
    if line.secret:
        return say("secretary.where.voted")
    receipts = "; ".join(map(format_receipt, line.receipts or (line.receipt,)))
    return say(
        f"secretary.where.{line.where}", left=line.left, receipt=receipts, id=safe(line.judge.id)
    )


def _coverage(board: Dashboard, cells: int, *, wide: bool) -> Iterator[str]:
    if wide:
        yield rule(cells, say("secretary.cases"))
    if board.short:
        yield f" {say('secretary.cases.short', count=len(board.short))}"
        shown = board.short[: CASES_SHOWN if wide else 1]
        for one in shown:
            marks = bar(one.reachable, one.needed, SHORT_BAR)
            yield f"   {safe(one.case)}  {marks} {one.reachable}/{one.needed}"
    elif board.waiting:
        least = min(board.waiting, key=lambda one: one.returned)
        facts = {"case": safe(least.case), "have": least.returned, "needed": least.needed}
        yield f" {say('secretary.cases.waiting', count=len(board.waiting), **facts)}"
    else:
        good = "sealed" if board.sealed else "good"
        yield f" {say(f'secretary.cases.{good}' if board.cases else 'secretary.cases.none')}"


def _log(board: Dashboard, cells: int, *, wide: bool) -> Iterator[str]:
    yield rule(cells, say("secretary.log"))
    shown = board.log[: LOG_LINES["wide" if wide else "narrow"]]
    yield from (f" {cut(safe(log_line(entry)), cells - 2)}" for entry in shown)


def status(board: Dashboard, cells: int) -> str:
    """What is final, who is missing, and the last backup."""
    names = ", ".join(safe(line.judge.name) for line in board.missing)
    left = say("secretary.missing", names=names) if names else say("secretary.all_in")
    if not board.judges:
        left = say("secretary.no_judges")
    if board.final:
        left = f"{say('secretary.finalised', number=board.final)}   {left}"
    backup = say("secretary.backup", at=board.backup or say("secretary.backup.none"))
    return spread(left, backup, cells)
