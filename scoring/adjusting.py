"""What is done to a stage's values before they are rounded: panels, bonus and penalty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from scoring.chain_rules import Adjustment, Panel

Values = Mapping[str, Fraction]  # by case, exact, in points


def panel_of(panels: Sequence[Panel], judges: Sequence[str]) -> str:
    """The panel whose judges gave a case its valid ballots; empty where they are of several."""
    found = [panel.key for panel in panels if all(judge in panel.judges for judge in judges)]
    return found[0] if found else ""


def second_mean(values: Values, panels: Mapping[str, str]) -> dict[str, Fraction]:
    """Each value times R / A (二次平均): R the mean of all values, A that of its panel.

    A panel whose mean is 0 stays as it is.
    """
    overall, means = panel_means(values, panels)
    return {
        case: Fraction(value * overall, means[panels[case]]) if means[panels[case]] else value
        for case, value in values.items()
    }


def panel_means(values: Values, panels: Mapping[str, str]) -> tuple[Fraction, dict[str, Fraction]]:
    """R, the mean of all values, and by panel A, that of its cases."""
    means = {panel: _mean([v for c, v in values.items() if panels[c] == panel])
             for panel in panels.values()}  # fmt: skip
    return _mean(list(values.values())), means


def _mean(values: Sequence[Fraction]) -> Fraction:
    return Fraction(sum(values), len(values)) if values else Fraction(0)


def adjusted_by(rule: Adjustment, measures: Mapping[str, int]) -> Fraction:
    """Bonus or penalty of one case, in points, for every started `every` above `free`."""
    over = max(0, measures.get(rule.measure, 0) - rule.free)
    points = -(-over // rule.every) * rule.points
    if rule.most:
        points = max(-rule.most, min(rule.most, points))
    return Fraction(points, 10**rule.decimals)
