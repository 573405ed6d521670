"""The columns of 评分汇总表: what stands above each, and what in it for a case."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from scoring.points import format_points
from scoring.rules import JUDGE_PLACES, Criterion
from sheets.office.book import number_form, places_of
from sheets.office.view import BallotCell, Line, Part, View, remark, state_words
from words.text import clean_line, width

MARKS = {"high": "▲", "low": "▼", "judge": "×"}
DROPPED = {"font_strikeout": True, "bg_color": "#E4E4E4"}
CENTRED: Mapping[str, object] = {"border": 1, "align": "center", "text_wrap": True}
FAINT: Mapping[str, object] = {
    "border": 1, "align": "center", "font_color": "#7F7F7F", "italic": True
}  # fmt: skip
TICKED = '[=1]"√";[=0]"－";0'
"""How a tick of an approval vote is shown; the cell stays a number."""


@dataclass(frozen=True)
class Column:
    """One column: its heading, its width in half-width cells, the heading above several."""

    head: str
    cells: int
    group: str = ""


@dataclass(frozen=True)
class Shown:
    """What stands in one cell, and how it looks."""

    value: str | Fraction | int
    look: Mapping[str, object]


@dataclass(frozen=True)
class Block:
    """Columns beside each other, and what they show of a line."""

    columns: tuple[Column, ...]
    cells: Callable[[Line], Sequence[Shown]]


def blocks_of(view: View) -> list[Block]:
    """The columns from left to right: the case, the ballots or the stages, the result."""
    middle = [block for part in view.parts for block in stage_blocks(part, view)]
    return [_case_block(view), *(middle or _ballot_blocks(view, view)), _result_block(view)]


def columns_of(view: View) -> list[Column]:
    """All columns; neighbours of one group stand under one heading."""
    return [column for block in blocks_of(view) for column in block.columns]


# -- the case and the result ----------------------------------------------------------------


def _case_block(view: View) -> Block:
    titles = [width(line.case.title) for line in view.lines]
    units = [width(line.case.unit) for line in view.lines]
    columns = (
        Column(view.say("head.case"), 6),
        Column(view.say("head.title"), _wide(titles, 28)),
        Column(view.say("head.unit"), _wide(units, 20)),
    )
    words: Mapping[str, object] = {"border": 1, "text_wrap": True}

    def cells(line: Line) -> list[Shown]:
        case = line.case
        return [Shown(case.number, CENTRED), Shown(case.title, words), Shown(case.unit, words)]

    return Block(columns, cells)


def _wide(widths: Sequence[int], most: int) -> int:
    return min(max([10, *widths]) + 2, most)


def _result_block(view: View) -> Block:
    heads = ("head.total_exact", "head.total") if view.parts else (value_head(view), "head.score")
    exact, score = heads
    columns = (
        *((Column(view.say("head.ballots"), 6),) if not view.parts else ()),
        Column(view.say(exact), 9),
        Column(view.say(score), 8),
        Column(view.say("head.rank"), 5),
        Column(view.say("head.tier"), 9),
        Column(view.say("head.remark"), 26 if view.parts else 16),
    )
    places = view.rules.rounding.places

    def cells(line: Line) -> list[Shown]:
        place = line.place
        return [
            *([_number(place.ballots, 0)] if not view.parts else []),
            _number(_exact(place.exact), 4),
            _number(_exact(place.score), places, bold=True)
            if place.score
            else Shown(view.say("unranked"), FAINT),
            _number(place.rank, 0),
            Shown(view.tier(place.tier), CENTRED),
            Shown(remark(view, line), {"border": 1, "text_wrap": True}),
        ]

    return Block(columns, cells)


# -- ballots ----------------------------------------------------------------------------------


def _ballot_blocks(view: View, award: View) -> list[Block]:
    """A column per judge, then a column per criterion."""
    alone = not award.parts
    points = bool(view.beyond.parts)  # what a criterion gives says more than its mean
    groups = [view.say("group.judges"), view.say("group.points" if points else "group.means")]
    if not alone:
        groups = [view.stage, view.stage]
    judges = tuple(Column(head, 8, groups[0]) for head in judge_heads(view))
    heads = criterion_heads(view) if alone or len(view.criteria) > 1 else []
    means = tuple(Column(head, _word(head), groups[1]) for head in heads)
    totals = [total for line in view.lines for total in line.valid]
    places = max(places_of(totals), 1)

    def ballots(line: Line) -> list[Shown]:
        return [_ballot(view, ballot, places) for ballot in line.ballots]

    def criteria(line: Line) -> list[Shown]:
        if not points:
            return [_number(mean, 2) for mean in line.means]
        given = view.beyond.parts.get(line.case.number, {})
        return [_number(given.get(one.key), 2) for one in view.criteria]

    blocks = [Block(judges, ballots), *([Block(means, criteria)] if means else [])]
    return [*blocks, *_factor_blocks(view, groups[1] if award.parts else view.say("group.factors"))]


def _factor_blocks(view: View, group: str) -> list[Block]:
    """What a case is multiplied by; a number that is the same for all stands in the rules."""
    chosen = [(at, one) for at, one in enumerate(view.beyond.factors) if one.measure]
    names = [view.name(one.name) for _, one in chosen]
    columns = tuple(Column(name, _word(name), group) for name in names)

    def numbers(line: Line) -> list[Shown]:
        found = view.beyond.numbers.get(line.case.number, ())
        return [_number(found[at] if found else None, 2) for at, _ in chosen]

    return [Block(columns, numbers)] if chosen else []


def value_head(view: View) -> str:
    """A sum, or what was multiplied, is no mean."""
    summed = view.rules.stage.aggregation.method in {"sum", "trimmed_sum"}
    return "head.exact" if summed or view.beyond.factors else "head.mean"


def _ballot(view: View, ballot: BallotCell, places: int) -> Shown:
    if ballot.total is None:
        return Shown(state_words(view, ballot.state), FAINT)
    look = {"border": 1, "align": "center", "num_format": number_form(places)}
    if ballot.drop:
        look |= DROPPED | {"num_format": number_form(places, MARKS[ballot.drop])}
    return Shown(ballot.total, look)


# -- the stages of a chain --------------------------------------------------------------------


def stage_blocks(part: Part, award: View) -> list[Block]:
    """What one stage says of each case; of a formal check it is in the remark."""
    if part.stage.kind == "public_vote":
        return [_public_block(part, award)]
    if part.stage.kind == "vote":
        return _vote_blocks(part, award)
    if part.stage.kind == "score":
        return _score_blocks(part, award)
    return []


def _name(part: Part, award: View) -> str:
    return award.name(part.record)


def _score_blocks(part: Part, award: View) -> list[Block]:
    """The ballots, what was added or taken off, and the score of the stage."""
    view = part.view
    found = [
        Block(block.columns, _of_stage(view, block)) for block in _ballot_blocks(view, award)
    ] if view else []  # fmt: skip
    name, results = _name(part, award), part.results
    changed = any(one.adjusted for one in part.record.results)
    heads = ["head.adjusted"] if changed else []
    columns = tuple(Column(award.say(head), 8, name) for head in [*heads, "head.stage_score"])

    def cells(line: Line) -> list[Shown]:
        result = results.get(line.case.number)
        if result is None:
            return [Shown("", CENTRED)] * len(columns)
        change = [_number(_exact(result.adjusted), 2)] if changed else []
        return [*change, _score(result.score)]

    return [*found, Block(columns, cells)]


def _of_stage(view: View, block: Block) -> Callable[[Line], Sequence[Shown]]:
    """The cells of the same case in a stage; empty ones where it was not in it."""
    lines = {line.case.number: line for line in view.lines}

    def cells(line: Line) -> Sequence[Shown]:
        mine = lines.get(line.case.number)
        return block.cells(mine) if mine else [Shown("", CENTRED)] * len(block.columns)

    return cells


def _score(text: str) -> Shown:
    places = len(text.partition(".")[2])
    return _number(_exact(text), places, bold=True)


def _public_block(part: Part, award: View) -> Block:
    """Votes counted, deducted and valid, and what they are worth."""
    votes = {one.case: one for one in part.record.votes}
    results, name = part.results, _name(part, award)
    heads = ("votes", "deducted", "valid_votes", "stage_score")
    wide = max((len(str(one.counted)) for one in part.record.votes), default=0)
    columns = tuple(Column(award.say(f"head.{head}"), max(8, wide + 2), name) for head in heads)

    def cells(line: Line) -> list[Shown]:
        one, result = votes.get(line.case.number), results.get(line.case.number)
        if one is None or result is None:
            return [Shown("", CENTRED)] * len(columns)
        figures = (one.counted, one.deducted, one.counted - one.deducted)
        return [*(_number(figure, 0) for figure in figures), _score(result.score)]

    return Block(columns, cells)


def _vote_blocks(part: Part, award: View) -> list[Block]:
    """Each judge's ticks where they are known, then ticks and base of every question."""
    ticks = {(one.case, one.question): one for one in part.record.ticks}
    name = _name(part, award)
    questions = [(one.key, award.name(one)) for one in part.record.criteria]
    columns = [
        Column(f"{word}\n{award.say(f'head.{head}')}" if len(questions) > 1
               else award.say(f"head.{head}"), 8, name)
        for _, word in questions for head in ("ticks", "base")
    ]  # fmt: skip

    def cells(line: Line) -> list[Shown]:
        found = [ticks.get((line.case.number, key)) for key, _ in questions]
        return [
            _number(value, 0, bold=bold)
            for one in found
            for value, bold in (
                ((one.votes, True), (one.base, False)) if one else ((None, False),) * 2
            )
        ]

    return [*_tick_blocks(part, award), Block(tuple(columns), cells)]


def _tick_blocks(part: Part, award: View) -> list[Block]:
    """A column per judge; only for one question, more are in the sheet of all marks."""
    view = part.view
    if view is None or view.hidden or len(view.sheet.criteria) > 1:
        return []
    columns = tuple(Column(head, 8, _name(part, award)) for head in judge_heads(view))

    def cells(line: Line) -> list[Shown]:
        return [tick_shown(view, ballot.cells[0]) for ballot in line.ballots]

    return [Block(columns, _of_stage(view, Block(columns, cells)))]


def tick_shown(view: View, cell: str) -> Shown:
    if cell[:1].isalpha():
        return Shown(state_words(view, cell), FAINT)
    return Shown(Fraction(cell), {"border": 1, "align": "center", "num_format": TICKED})


# -- small things -----------------------------------------------------------------------------


def _exact(text: str) -> Fraction | None:
    return Fraction(text) if text else None


def _number(value: Fraction | int | None, places: int, *, bold: bool = False) -> Shown:
    if value is None:
        return Shown("", CENTRED)
    look = {"border": 1, "align": "center", "num_format": number_form(places)}
    return Shown(value, look | ({"bold": True} if bold else {}))


def _word(head: str) -> int:
    """Room for the longest word, so that none is broken; Chinese may break anywhere."""
    longest = max(map(width, head.split())) if head.isascii() else 8
    return min(max(8, longest + 2), 14)


def criterion_heads(view: View) -> list[str]:
    return [criterion_head(view, criterion) for criterion in view.criteria]


def judge_heads(view: View) -> list[str]:
    """Id and name on two lines, once where they are the same; the weight where it is not 1."""
    given = () if view.hidden else view.rules.stage.judge_weights
    weights = {judge: format_points(weight, JUDGE_PLACES) for judge, weight in given}
    heads = []
    for judge in view.sheet.judges:
        name = clean_line(judge.name)
        head = f"{judge.id}\n{name}" if name and name != judge.id else judge.id
        heads.append(f"{head} ×{weights[judge.id]}" if judge.id in weights else head)
    return heads


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
