"""What is done to a stage's values before they are rounded: panels, bonus and penalty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from scoring.chain_rules import Adjustment, Panel
from scoring.inputs import Amount
from scoring.result import CaseScore

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


def unrecorded(rules: Sequence[Adjustment], measures: Mapping[str, Amount]) -> tuple[str, ...]:
    """The measures that must be recorded of a case and are not."""
    asked = (one.measure for one in rules if one.required)
    return tuple(dict.fromkeys(name for name in asked if name not in measures))


def based(rules: Sequence[Adjustment], one: CaseScore, measures: Mapping[str, Amount]) -> CaseScore:
    """A case that lacks what must be recorded, such as its base value, has no score."""
    if one.value is None or not unrecorded(rules, measures):
        return one
    return replace(one, value=None, published=None, dropped=(), unranked="no_base")


def adjusted_by(rule: Adjustment, measures: Mapping[str, Amount]) -> Fraction:
    """Bonus or penalty of one case, in points, for every started `every` above `free`; with
    `exact` in proportion.
    """
    over = max(Fraction(0), Fraction(measures.get(rule.measure, 0)) - rule.free)
    units = Fraction(over, rule.every) if rule.exact else Fraction(-(-over // rule.every))
    points = units * rule.points
    if rule.most:
        points = max(Fraction(-rule.most), min(Fraction(rule.most), points))
    return Fraction(points, 10**rule.decimals)
