"""Blank score sheets to print: one page per judge, cases down, criteria across."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from award.folder import Award
from award.freezing import require_frozen
from award.letters import stage_row
from award.pages import facts, page, paragraph
from award.paper import Line, sheet_of
from award.rounds import judges_of, require_round, round_on, rules_for
from award.secret import refuse_named_paper
from db.receipts import groups
from db.records import Judge
from files.writing import cannot_write, write_atomic
from scoring.points import format_points
from scoring.rules import Criterion, Rules
from words import pick, say

FOLDER = "paper"
STYLE = """<style>
  table.sheet { border-collapse: collapse; width: 100%; font-size: 11pt; line-height: 1.3; }
  table.sheet th, table.sheet td { border: 1px solid #000; padding: .3em .4em; }
  table.sheet tr { page-break-inside: avoid; } table.sheet th { font-weight: normal; }
  table.sheet td.mark { width: 2.6cm; height: 1cm; } del { color: #555; }
  table.sheet td.words { width: 7cm; }
</style>"""


def write_sheets(award: Award, judges: Sequence[str] = ()) -> tuple[Path, ...]:
    """The sheets of the judges named, or of all of the round that is on, in `paper/`; the same
    award gives the same bytes.

    Raises E-NOTFROZEN, E-SLATECHANGED, E-JUDGEUNKNOWN, E-CANNOTWRITE or E-FULL.
    """
    everyone = judges_of(award, round_on(award))
    wanted = [award.store.judge(one) for one in judges] or list(everyone)
    pages = {one.id: sheet_page(award, one) for one in wanted}
    folder = award.folder / FOLDER
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from None
    paths = {folder / f"{award.rules.award}-{judge}.html": text for judge, text in pages.items()}
    for path, text in paths.items():
        write_atomic(path, text.encode("utf-8"), overwrite=True)
    return tuple(paths)


def sheet_page(award: Award, judge: Judge) -> str:
    """One judge's sheet; every value is escaped."""
    refuse_named_paper(award, judge.id)
    stage = require_round(award, judge.id)
    frozen, rules = require_frozen(award, stage), rules_for(award, stage)
    rows = [
        (say("letter.award"), pick((rules.name.zh, rules.name.en))),
        *stage_row(rules, stage),
        (say("letter.judge"), f"{judge.name} ({judge.id})"),
        (say("letter.slate"), f"{groups(frozen.hash)} (v{frozen.slate.version})"),
        (say("letter.mode"), say("paper.mode")),
    ]
    if rules.deadline:
        rows.append((say("letter.deadline"), rules.deadline))
    return page(
        say("paper.title"),
        STYLE,
        facts(rows),
        paragraph(_how(rules), "small"),
        _table(rules, sheet_of(award, judge.id)),
        paragraph(say("paper.sign")),
        paragraph(say("paper.hands"), "small"),
    )


def _how(rules: Rules) -> str:
    """How the sheet is filled in; where comments are required, that as well."""
    named = [one.name for one in rules.stage.criteria if one.comment]
    if not named:
        return say("paper.how")
    names = say("rules.comma").join(pick((one.zh, one.en)) for one in named)
    return f"{say('paper.how')} {say('paper.how_comment', names=names)}"


def _table(rules: Rules, lines: Sequence[Line]) -> str:
    heads = [escape(say("paper.number")), escape(say("paper.case"))]
    heads += [_head(rules, one) for one in rules.stage.criteria]
    heads += [escape(say("paper.comments"))] if rules.stage.commented else []
    head = "".join(f"<th>{cell}</th>" for cell in heads)
    body = "\n".join(_row(rules, line) for line in lines)
    return f'<table class="sheet"><thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table>'


def _head(rules: Rules, criterion: Criterion) -> str:
    """Name and scale; what may be left out says so, and so does what wants a comment."""
    scale = criterion.scale
    low, high, step = (
        format_points(points, rules.stage.decimals)
        for points in (scale.low, scale.high, scale.step)
    )
    name = pick((criterion.name.zh, criterion.name.en))
    told = [
        name,
        say("paper.scale", low=low, high=high, step=step),
        *([say("paper.optional")] if criterion.optional else []),
        *([say("paper.comment")] if criterion.comment else []),
    ]
    return "<br>".join(map(escape, told))


def _row(rules: Rules, line: Line) -> str:
    case, width = line.case, len(rules.stage.criteria) + rules.stage.commented
    number, title = escape(case.number), f"{escape(case.title)}<br>{escape(case.unit)}"
    if line.where == "recused":
        away = f'<td colspan="{width}">{escape(say("paper.recused", reason=line.reason))}</td>'
        return f"<tr><td><del>{number}</del></td><td><del>{title}</del></td>{away}</tr>"
    room = '<td class="mark"></td>' * len(rules.stage.criteria)
    room += '<td class="words"></td>' if rules.stage.commented else ""
    return f"<tr><td>{number}</td><td>{title}</td>{room}</tr>"
