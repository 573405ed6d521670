"""The ranking as text: the table with its bars and cuts, the strips, the pane of one case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from award.standing_words import pane
from award.standings import Cut, Row, Standings, method_words
from scoring.result import OpenCut
from tui.ink import columns, rule, safe, safe_lines
from tui.wrap import wrap
from words import say

WIDE = 105  # cells of a line from which there is room for all columns
NARROW_BAR, WIDE_BAR = 12, 28
STRIPS = 7  # at most so many strips are drawn, around the case under the mark
STRIP = 60  # cells of a strip
PANE = {"narrow": 4, "wide": 7}


def line(texts: Sequence[str], view: Standings, cells: int) -> str:
    """Rank, number, title, score, bar, ballots, range; where it is wide also spread and others."""
    wide = cells >= WIDE
    bar = WIDE_BAR if wide else NARROW_BAR
    fixed = [
        (5, ">"),
        (number_width(view), "<"),
        (0, "<"),
        (6, ">"),
        (bar, "<"),
        (3, ">"),
        (8, "<"),
    ]
    if wide:
        fixed += [(6, ">"), *((6, ">") for _ in view.methods[1:])]
    free = cells - sum(room for room, _ in fixed) - len(fixed) + 1
    widths = [(room or free, side) for room, side in fixed]
    return columns([(text, *shape) for text, shape in zip(texts, widths, strict=False)])


def number_width(view: Standings) -> int:
    return min(max(4, view.number_width), 14)


def head(view: Standings, cells: int) -> str:
    low, high = view.axis
    bar = WIDE_BAR if cells - 3 >= WIDE else NARROW_BAR
    scale = f"{low}{str(high).rjust(bar - len(str(low)))}"
    names = [say(f"secretary.rank.{name}") for name in ("rank", "case", "title", "score")]
    rest = [say(f"secretary.rank.{name}") for name in ("ballots", "span", "spread")]
    others = [method_words(name, ".short") for name in view.methods if name != view.method]
    return "   " + line([*names, scale, *rest, *others], view, cells - 3)


def row(view: Standings, one: Row, cells: int) -> str:
    bar = WIDE_BAR if cells >= WIDE else NARROW_BAR
    filled = view.filled(one, bar)
    texts = (
        str(one.standing.rank or "-"),
        safe(one.case),
        safe(one.nomination.title),
        one.score,
        "#" * filled + "." * (bar - filled),
        str(one.standing.score.ballots),
        one.span,
        one.spread,
        *one.others,
    )
    return line(texts, view, cells)


def cut(view: Standings, one: Cut, cells: int) -> str:
    """`-- 入选线 经典案例 ---- what decided it --`."""
    name = say("secretary.cut", tier=safe(view.tier_name(one.tier)))
    return rule(cells, name, safe(one.words))


def below(view: Standings, one: Row | None, cells: int, *, wide: bool, lines: int = 0) -> str:
    """How the case under the mark came to its number."""
    if one is None:
        return rule(cells)
    told = [text for part in pane(view, one) for text in wrap(safe_lines(part), cells - 2)]
    shown = told[: lines or PANE["wide" if wide else "narrow"]]
    head_line = rule(cells, say("secretary.how", case=safe(one.case)))
    return "\n".join([head_line, *(f" {text}" for text in shown)])


def strips(view: Standings, one: Row | None, cells: int) -> str:
    """The judges' totals of the cases around the mark, unnamed."""
    low, high = view.strip_axis
    number = number_width(view)
    scale = f"{low}{str(high).rjust(STRIP - len(str(low)))}"
    near = _around(view, one)
    lines = [
        f"   {safe(each.case):<{number}} {view.strip(each, STRIP)}  {_ends(view, each)}"
        for each in near
    ]
    return "\n".join([rule(cells, say("secretary.strips")), f"   {'':<{number}} {scale}", *lines])


def _around(view: Standings, one: Row | None) -> Sequence[Row]:
    """A few rows with the one under the mark in their middle."""
    ranked = [each for each in view.rows if view.totals(each.case)]
    at = ranked.index(one) if one in ranked else 0
    start = max(min(at - STRIPS // 2, len(ranked) - STRIPS), 0)
    return ranked[start : start + STRIPS]


def _ends(view: Standings, one: Row) -> str:
    totals = view.totals_words(one.case)
    return f"{totals[0]} - {totals[-1]}" if totals else ""


def distribution(view: Standings, cells: int, lines: int) -> str:
    """How many cases have how many points."""
    bands = view.distribution
    most = max((count for _, count in bands), default=0)
    room = max(cells - 20, 10)
    drawn = [f"   {band:>8}  {_marks(count, most, room)} {count}" for band, count in bands][:lines]
    return "\n".join([rule(cells, say("secretary.distribution")), *drawn])


def _marks(count: int, most: int, room: int) -> str:
    """One mark for each, or in proportion where they are too many."""
    return "#" * (count if most <= room else -(-count * room // most))


def open_words(view: Standings, cuts: Sequence[OpenCut]) -> Iterator[str]:
    """What waits for the committee, for the status line."""
    for one in cuts:
        cases = ", ".join(safe(case) for case in one.cases)
        tier = safe(view.tier_name(one.tier))
        yield say("secretary.open_cut", cases=cases, places=one.places, tier=tier)
