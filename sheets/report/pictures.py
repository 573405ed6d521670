"""The charts of a report: how the ballots of each case lie, the criteria, the judges."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

from scoring.points import format_fixed, round_to
from sheets.office.figures import Spread, floor_of, profiles, spreads
from sheets.office.view import Line, Part, View
from sheets.report.charts import POINTS, Chart, Mark, Row, Shape
from words import say


def of_stages(view: View) -> Iterable[tuple[str, Chart]]:
    """How the cases did: in the award, or in each stage that gave them a number."""
    if not view.parts:
        yield "", strips(view)
    for part in view.parts:
        name = view.name(part.record)
        if part.record.ticks:
            yield from _ticks(view, part)
        elif part.view:
            yield name, strips(part.view)
        elif part.record.votes:
            yield name, _votes(view, part)


def _ticks(view: View, part: Part) -> Iterable[tuple[str, Chart]]:
    """A bar per case: the ticks of a question, with their base as the number beside it."""
    known = {(one.case, one.question): one for one in part.record.ticks}
    for question in part.record.criteria:
        found = [(line, known[line.case.number, question.key]) for line in view.lines
                 if (line.case.number, question.key) in known]  # fmt: skip
        rows = [_bar(line, Fraction(one.votes), f"{one.votes}/{one.base}") for line, one in found]
        highest = max((one.base for _, one in found), default=0)
        legend: tuple[tuple[Shape, str], ...] = (("bar", _say(view, "legend.ticks")),)
        name = view.name(part.record)
        if len(part.record.criteria) > 1:
            name = f"{name}{view.say('colon')}{view.name(question)}"
        yield name, Chart(name, 0, max(highest, 1), tuple(rows), legend)


def _votes(view: View, part: Part) -> Chart:
    """A bar per case: the valid votes of the public."""
    known = {one.case: one.counted - one.deducted for one in part.record.votes}
    lines = [line for line in view.lines if line.case.number in known]
    rows = [
        _bar(line, Fraction(known[line.case.number]), f"{known[line.case.number]:,}")
        for line in lines
    ]
    legend: tuple[tuple[Shape, str], ...] = (("bar", _say(view, "legend.votes")),)
    highest = max((known[line.case.number] for line in lines), default=0)
    return Chart(view.name(part.record), 0, max(highest, 1), tuple(rows), legend)


def _bar(line: Line, value: Fraction, said: str) -> Row:
    return Row(_called(line), (Mark("bar", Fraction(0), value),), said)


def _called(line: Line) -> str:
    """Rank and title; the number where the case has no rank."""
    rank = line.place.rank
    return f"{line.case.number if rank is None else rank}. {line.case.title}"


def strips(view: View) -> Chart:
    """A row per ranked case: every ballot a dot, dropped ones hollow, the score a stroke where it
    is of the scale of the ballots.

    Of a stage: a row for each case that was in it.
    """
    ranked = [line for line in view.lines if view.stage or line.place.rank is not None]
    totals = [total for line in ranked for total in line.valid]
    low, high, stroke = floor_of(totals), _ceiling(totals), on_scale(view)
    words: tuple[Shape, ...] = ("dot", "ring", "tick") if stroke else ("dot", "ring")
    return Chart(
        _say(view, "strips"),
        low,
        high,
        tuple(_strip(line, stroke=stroke) for line in ranked),
        tuple((shape, _say(view, f"legend.{shape}")) for shape in words),
        () if view.stage else tuple(_ends(view, ranked)),
    )


def on_scale(view: View) -> bool:
    """Whether scores can stand on the axis of the ballots: factors, sums, bonus and penalty may
    put them far beyond it, and a stroke at its end would be a wrong number.
    """
    totals = [total for line in view.lines for total in line.valid]
    low, high = floor_of(totals), _ceiling(totals)
    scores = [Fraction(line.place.score) for line in view.lines if line.place.score]
    return not view.beyond.factors and all(low <= score <= high for score in scores)


def _strip(line: Line, *, stroke: bool) -> Row:
    ballots = [cell for cell in line.ballots if cell.total is not None]
    dots: list[Mark] = []
    for cell in sorted(ballots, key=lambda cell: (cell.drop == "", cell.total)):
        assert cell.total is not None
        dots.append(Mark("ring" if cell.drop else "dot", cell.total))
    score = [Mark("tick", Fraction(line.place.score))] if line.place.score and stroke else []
    return Row(_called(line), (*score, *dots), line.place.score)


def _ends(view: View, ranked: list[Line]) -> Iterable[tuple[int, str]]:
    """Where a tier ends and another begins, or none."""
    for at, (upper, lower) in enumerate(pairwise(ranked), 1):
        if upper.place.tier and upper.place.tier != lower.place.tier:
            yield at, _say(view, "tier_end", tier=view.tier(upper.place.tier))


def _ceiling(values: Iterable[Fraction]) -> int:
    highest = max(values, default=Fraction(5))
    return int(-(-(highest + 1) // 5) * 5)


def profile(view: View) -> Chart:
    """A row per criterion: the mean of each tier and of all cases."""
    groups = profiles(view)
    found = [value for _, values in groups for value in values if value is not None]
    shapes = [POINTS[at % len(POINTS)] for at in range(len(groups))]
    rows = [
        Row(
            view.name(criterion),
            tuple(
                Mark(shape, value)
                for shape, (_, values) in zip(shapes, groups, strict=True)
                for value in [values[at]]
                if value is not None
            ),
        )
        for at, criterion in enumerate(view.sheet.criteria)
    ]
    legend = tuple(zip(shapes, [name for name, _ in groups], strict=True))
    title = _say(view, "profile")
    return Chart(title, floor_of(found), _ceiling(found), tuple(rows), legend)


def judges(view: View, *, named: bool) -> Chart:
    """A row per judge: lowest to highest, the middle half, the median.

    Without names the rows stand in the order of what they show, so that their order says
    nothing more.
    """
    pairs = [(name, one) for name, one in zip(view.judges(), spreads(view), strict=True) if one]
    if not named:
        rising = sorted((one for _, one in pairs), key=_content)
        pairs = [(_say(view, "a_judge", number=at), one) for at, one in enumerate(rising, 1)]
    low, high = [one.low for _, one in pairs], [one.high for _, one in pairs]
    words: tuple[Shape, ...] = ("range", "box", "tick")
    legend = tuple((shape, _say(view, f"judges.{shape}")) for shape in words)
    rows = tuple(Row(name, _box(one), _two(one.middle)) for name, one in pairs)
    return Chart(_say(view, "judges"), floor_of(low), _ceiling(high), rows, legend)


def _content(one: Spread) -> tuple[Fraction, ...]:
    return one.middle, one.low, one.lower, one.upper, one.high, one.mean


def _box(one: Spread) -> tuple[Mark, ...]:
    return (
        Mark("range", one.low, one.high),
        Mark("box", one.lower, one.upper),
        Mark("tick", one.middle),
    )


def _two(value: Fraction) -> str:
    return format_fixed(round_to(value, 2, "half_up"), 2)


def _say(view: View, key: str, **params: object) -> str:
    return say(f"report.{key}", view.lang, **params)
