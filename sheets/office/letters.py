"""What the letters are filled in with, as plain text under the names the templates use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from db.records import Nomination
from scoring.points import format_exact, format_points
from sheets.announcement import announcement_blocks
from sheets.office.view import Line, View, is_state, remark, state_words
from sheets.office.xlsx_columns import criterion_heads
from sheets.office.xlsx_summary import decision_lines, facts_line
from sheets.writers import announced
from words import say

Content = dict[str, object]


def _say(view: View, key: str, **params: object) -> str:
    return say(f"letters.{key}", view.lang, **params)


def _common(view: View) -> Content:
    draft = _say(view, "draft", kind=view.kind, number=view.number)
    return {
        "award": view.award,
        "day": view.day(),
        "draft": "" if view.final else draft,
        "digest": view.digest,
        "cases": str(len(view.lines)),
        "judges": str(view.judge_count),
        "number": str(view.number),
        "kind": view.kind,
    }


def announcement_content(view: View, nominations: Sequence[Nomination]) -> Content:
    """`title` and `blocks`, each with `kind` (head, case, text) and `text`."""
    cases = announced(view.sheet, nominations)
    blocks = announcement_blocks(cases, view.rules.announce, view.rules.tiers, view.lang)
    title = next(block.text for block in blocks if block.kind == "title")
    rest = [{"kind": b.kind, "text": b.text} for b in blocks if b.kind != "title"]
    return {**_common(view), "title": title, "blocks": rest}


def notice_content(view: View) -> Content:
    """`tiers`, each with `name` and `cases` in the order of their announcement numbers."""
    tiers = [(tier, _winners(view, tier.key)) for tier in view.sheet.tiers]
    counts = [
        _say(view, "tier_count", tier=view.name(tier), count=len(lines))
        for tier, lines in tiers
        if lines
    ]
    return {
        **_common(view),
        "tier_counts": view.say("comma").join(counts),
        "tiers": [
            {"name": view.name(tier), "cases": [_listed(line) for line in lines]}
            for tier, lines in tiers
            if lines
        ],
    }


def _winners(view: View, tier: str) -> list[Line]:
    lines = [line for line in view.lines if line.place.tier == tier]
    return sorted(lines, key=lambda line: line.place.announce_no or 0)


def _listed(line: Line) -> dict[str, str]:
    number = str(line.place.announce_no or "")
    return {"number": number, "title": line.case.title, "unit": line.case.unit}


def result_content(view: View) -> Content:
    """`lines` in rank order, `remarks` on what is open or was decided."""
    return {
        **_common(view),
        "facts": facts_line(view),
        "lines": [
            {
                "rank": "" if line.place.rank is None else str(line.place.rank),
                "case": line.case.number,
                "title": line.case.title,
                "unit": line.case.unit,
                "score": line.place.score or view.say("unranked"),
                "tier": view.tier(line.place.tier),
            }
            for line in view.lines
        ],
        "remarks": [*decision_lines(view), *_left_out(view)],
    }


def _left_out(view: View) -> Iterator[str]:
    """Why each case without a rank has none."""
    for line in view.lines:
        why = remark(view, line)
        if not line.place.score and why:
            yield _say(view, "left_out", case=line.case.number, title=line.case.title, why=why)


def ballots_content(view: View, *, blank: bool) -> Content:
    """`judges`, each with `criteria` (headings), `scale`, `stage` (empty for the only one) and
    `lines` in the order of the case numbers; a judge of two stages has two of them.

    Blank sheets have marks only where a judge is recused.
    """
    receipts = {one.judge: one.receipt for one in view.sheet.receipts}
    sheets = [
        sheet
        for judged in view.judged
        for sheet in _sheets(judged, {} if blank else receipts, blank=blank)
    ]
    first = view.judged[0]
    return {
        **_common(view),
        "criteria": criterion_heads(first),
        "judges": sheets,
        "scale": _scale(first),
    }


def _sheets(view: View, receipts: Mapping[str, str], *, blank: bool) -> Iterator[Content]:
    """The score sheet of each judge of one stage."""
    lines = sorted(view.lines, key=lambda line: line.case.number)
    for at, judge in enumerate(view.sheet.judges):
        receipt = receipts.get(judge.id, "")
        yield {
            "id": judge.id,
            "name": view.judges()[at],
            "receipt": _say(view, "ballots.receipt", receipt=receipt) if receipt else "",
            "stage": _say(view, "ballots.stage", stage=view.stage) if view.stage else "",
            "criteria": criterion_heads(view),
            "scale": _scale(view),
            "lines": [_marked(view, line, at, blank=blank) for line in lines],
        }


def _marked(view: View, line: Line, at: int, *, blank: bool) -> Content:
    ballot = line.ballots[at]
    marks = [_mark(view, cell) for cell in ballot.cells]
    if blank:
        recused = state_words(view, "recused")
        marks = [mark if mark == recused else "" for mark in marks]
    total = "" if blank or view.ticks or ballot.total is None else _shown(ballot.total)
    case = line.case
    return {
        "case": case.number,
        "title": case.title,
        "unit": case.unit,
        "marks": marks,
        "total": total,
    }


def _mark(view: View, cell: str) -> str:
    """A cell as written on paper: a tick, points, or the word of a state."""
    if is_state(cell):
        return state_words(view, cell)
    return ("√" if Fraction(cell) else "") if view.ticks else cell


def _shown(total: Fraction) -> str:
    return format_exact(total).partition("..")[0]


def _scale(view: View) -> str:
    """The common scale in words; nothing where criteria differ, their headings say it then."""
    if view.ticks:
        return _say(view, "ballots.ticks")
    scales = {criterion.scale for criterion in view.criteria}
    if len(scales) > 1:
        return ""
    scale, decimals = scales.pop(), view.rules.stage.decimals
    ends = {"low": scale.low, "high": scale.high, "step": scale.step}
    shown = {name: format_points(points, decimals) for name, points in ends.items()}
    return _say(view, "ballots.scale", **shown)
