"""Checks of the marks: scales, weights or points, and the levels written on them.

Two forms. With `weight`, every criterion is marked on the same scale and the ballot is the
weighted mean. With `points`, a criterion is marked up to its points, the ballot is their sum,
and the maximum of [scale] is the full mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scoring.config_mistakes import RuleProblem
from scoring.config_numbers import plain
from scoring.config_read import Data, Path, items, number, table

FULL_WEIGHT = 100


def check_scales(data: Data) -> Iterator[RuleProblem]:
    """Every scale that is marked on goes up, in steps that reach its end."""
    if "scale" in data:
        yield from _scale(table(data, "scale"), ("scale",))
    for path, item in items(data, "criterion"):
        if "scale" in item:
            yield from _scale(table(item, "scale"), (*path, "scale"))
            yield from _own_scale(data, path, item)


def _scale(scale: Data, path: Path) -> Iterator[RuleProblem]:
    low, high, step = (number(scale, key) for key in ("min", "max", "step"))
    if low is not None and high is not None and low >= high:
        yield RuleProblem("E-RULE-MINMAX", (*path, "max"), {"min": plain(low), "max": plain(high)})
    if step is None:
        return
    if step <= 0:
        yield RuleProblem("E-RULE-STEP", (*path, "step"))
    elif low is not None and high is not None and low < high and (high - low) % step:
        yield _uneven((*path, "step"), low, high, step)


def _uneven(path: Path, low: Fraction, high: Fraction, step: Fraction) -> RuleProblem:
    params = {"min": plain(low), "max": plain(high), "step": plain(step)}
    return RuleProblem("E-RULE-STEPS", path, params)


def _own_scale(data: Data, path: Path, item: Data) -> Iterator[RuleProblem]:
    """A weighted mean of marks out of 10 and marks out of 100 means nothing."""
    if item.get("counted") is False:
        return
    if "points" in item:
        points, high = number(item, "points"), number(table(item, "scale"), "max")
        if None not in (points, high) and points != high:
            yield RuleProblem(
                "E-RULE-SCALEPOINTS", (*path, "scale"), {"max": plain(points or Fraction(0))}
            )
        return
    ours, common = (_ends(table(where, "scale")) for where in (item, data))
    if None not in (*ours, *common) and ours != common:
        yield RuleProblem("E-RULE-SCALEDIFFERS", (*path, "scale"))


def _ends(scale: Data) -> tuple[Fraction | None, Fraction | None]:
    return number(scale, "min"), number(scale, "max")


def check_shares(data: Data) -> Iterator[RuleProblem]:
    """Weights add to 100, or points to the full mark; one form for all criteria."""
    criteria = list(items(data, "criterion"))
    counted = [(path, item) for path, item in criteria if item.get("counted") is not False]
    for path, item in criteria:
        yield from _share(path, item)
    if criteria and not counted:
        yield RuleProblem("E-RULE-NOTHINGCOUNTED", ("criterion",))
    elif len({form for _, item in counted for form in ("weight", "points") if form in item}) > 1:
        yield RuleProblem("E-RULE-MIXED", ("criterion",))
    elif any("points" in item for _, item in counted):
        yield from _points(data, counted)
    else:
        yield from _weights([item for _, item in counted])
    if counted and all(item.get("optional") is True for _, item in counted):
        yield RuleProblem("E-RULE-ALLOPTIONAL", ("criterion",))


def _share(path: Path, item: Data) -> Iterator[RuleProblem]:
    """One criterion's weight or points: there if it counts, above 0, and only then."""
    given = [key for key in ("weight", "points") if key in item]
    if item.get("counted") is False:
        for key in given:
            yield RuleProblem("E-RULE-UNCOUNTED", (*path, key), {"key": key})
        return
    if not given and item.get("counted", True) is True:
        yield RuleProblem("E-RULE-NODEFAULT", (*path, "weight"), {"key": "weight"})
    for key in given:
        share = number(item, key)
        if share is not None and share <= 0:
            yield RuleProblem("E-RULE-POSITIVE", (*path, key))


def _weights(counted: list[Data]) -> Iterator[RuleProblem]:
    total = _total(counted, "weight")
    if total is not None and total != FULL_WEIGHT:
        yield RuleProblem("E-RULE-WEIGHTS", ("criterion",), {"sum": plain(total)})


def _points(data: Data, counted: list[tuple[Path, Data]]) -> Iterator[RuleProblem]:
    low, full = _ends(table(data, "scale"))
    if low is not None and low != 0:
        yield RuleProblem("E-RULE-POINTSMIN", ("scale", "min"))
    total = _total([item for _, item in counted], "points")
    if total is not None and full is not None and total != full:
        params = {"sum": plain(total), "max": plain(full)}
        yield RuleProblem("E-RULE-POINTS", ("criterion",), params)
    step = number(table(data, "scale"), "step")
    for path, item in (one for one in counted if "scale" not in one[1]):
        points = number(item, "points")
        if points is not None and points > 0 and step is not None and step > 0 and points % step:
            yield _uneven((*path, "points"), Fraction(0), points, step)


def _total(criteria: list[Data], key: str) -> Fraction | None:
    """The sum, or None where one of them cannot be read or is not there."""
    shares = [number(item, key) for item in criteria]
    known = [share for share in shares if share is not None]
    return sum(known, Fraction(0)) if known and len(known) == len(shares) else None


def check_levels(data: Data) -> Iterator[RuleProblem]:
    """Levels go down and lie on the criterion's scale."""
    for path, item in items(data, "criterion"):
        low, high = _range(data, item)
        before: Fraction | None = None
        for at, level in items(item, "levels"):
            start = number(level, "from")
            if start is None:
                continue
            place = (*path, *at, "from")
            if low is not None and high is not None and not low <= start <= high:
                yield RuleProblem("E-RULE-LEVEL", place, {"min": plain(low), "max": plain(high)})
            if before is not None and start >= before:
                yield RuleProblem("E-RULE-LEVELS", place, {"before": plain(before)})
            before = start


def _range(data: Data, item: Data) -> tuple[Fraction | None, Fraction | None]:
    """The lowest and highest mark of one criterion, where they can be known and make sense."""
    low, high = _ends(table(item if "scale" in item else data, "scale"))
    if "points" in item:
        high = number(item, "points")
    sensible = low is not None and high is not None and low < high
    return (low, high) if sensible else (None, None)
