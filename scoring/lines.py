"""Lines: the least a case needs to be ranked at all, or to have one tier."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from scoring.chain_rules import Line
from scoring.chain_ties import shown
from scoring.points import format_fixed, rounded
from scoring.result import CaseScore, Remark
from scoring.rules import Rules
from scoring.stages import Counted
from scoring.ties import criterion_mean


def below(
    rules: Rules, counted: Mapping[str, Counted], score: CaseScore, tier: str
) -> Remark | None:
    """The first line of `tier` (empty: of the whole ranking) that a case does not reach."""
    for line in rules.lines:
        if line.tier == tier and not _reaches(rules, counted, line, score):
            code = "tier_line" if tier else "below_line"
            return Remark(code, line.stage, tier, _params(rules, counted, line, score))  # type: ignore[arg-type]
    return None


def _reaches(rules: Rules, counted: Mapping[str, Counted], line: Line, score: CaseScore) -> bool:
    value = _value(rules, counted, line, score)
    return value is not None and value >= Fraction(line.least, 10**line.decimals)


def _value(
    rules: Rules, counted: Mapping[str, Counted], line: Line, score: CaseScore
) -> Fraction | None:
    """What the line is about, as published, unless the rules rank on exact values."""
    if line.of == "total":
        published = Fraction(score.published or 0, 10**rules.rounding.places)
        return score.value if rules.rank_exact else published
    one = counted[line.stage]
    at = one.place[score.case]
    if line.of == "stage":
        there = one.scores[at].value is not None
        return shown(one.scores[at], one, rules) if there else None
    return _criterion(rules, one, at, line.key)


def _criterion(rules: Rules, one: Counted, at: int, key: str) -> Fraction | None:
    if one.count is None or one.scores[at].value is None:
        return None
    mean = criterion_mean(one.count, at, key)
    if mean is None or rules.rank_exact:
        return mean
    return Fraction(rounded(mean, one.rounding), 10**one.rounding.places)


def _params(
    rules: Rules, counted: Mapping[str, Counted], line: Line, score: CaseScore
) -> dict[str, str | int]:
    value = _value(rules, counted, line, score)
    found = "" if value is None else f"{value.numerator}/{value.denominator}"
    least = format_fixed(line.least, line.decimals)
    return {"of": line.of, "key": line.key, "score": found, "least": least}
