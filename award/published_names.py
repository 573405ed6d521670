"""Labels in the place of judges: in matrices, decisions, rules, and in what people wrote.

In the public archive a judge is the receipt of the ballot, and who handed in nothing is
`absent-1`, ...
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from award.published_shapes import Adjusted, PanelSeats, Seats, Weighted
from scoring.cells import Matrix
from scoring.chain_rules import Stage
from scoring.result import Decision
from scoring.rules import Rules, ScoreStage
from words import Bad

SEATS = "seats.json"
HIDDEN = "[…]"
"""What stands in a published reason for the name of a judge."""


@dataclass(frozen=True)
class Veil:
    """Labels in the place of judges, and their names and ids taken out of what people wrote."""

    labels: Mapping[str, str]  # judge -> receipt or absent-n
    names: tuple[str, ...]

    def text(self, said: str) -> str:
        """A reason without any judge's name; an id only where it stands by itself."""
        for name in sorted(filter(None, self.names), key=len, reverse=True):
            said = said.replace(name, HIDDEN)
        for judge in self.labels:
            said = re.sub(rf"(?<![0-9A-Za-z_-]){re.escape(judge)}(?![0-9A-Za-z_-])", HIDDEN, said)
        return said


def relabelled(matrix: Matrix, labels: Mapping[str, str], order: Sequence[str]) -> Matrix:
    """The same cells under other names of the judges, in another order."""
    new = Matrix.empty(matrix.cases, order, matrix.criteria)
    place = {label: i for i, label in enumerate(order)}
    for c in range(len(matrix.cases)):
        for j, judge in enumerate(matrix.judges):
            for i in range(len(matrix.criteria)):
                to, source = new.at(c, place[labels[judge]], i), matrix.at(c, j, i)
                new.points[to], new.states[to] = matrix.points[source], matrix.states[source]
    return new


def relabelled_decisions(
    decisions: Sequence[Decision], labels: Mapping[str, str]
) -> tuple[Decision, ...]:
    return tuple(replace(one, judge=labels.get(one.judge, one.judge)) for one in decisions)


def seats_of(rules: Rules, labels: Mapping[str, str]) -> Seats:
    """The judges whom panels, published adjustments and weights name, in the order of their
    labels.
    """
    panels = [
        PanelSeats(stage.key, one.key, tuple(sorted(labels.get(j, j) for j in one.judges)))
        for stage in rules.chain
        for one in stage.panels
    ]
    adjusted = [
        Adjusted(stage.key, labels.get(judge, judge), points)
        for stage in rules.stages
        for judge, points in stage.judge_adjust
    ]
    weighted = [
        Weighted(stage.key, labels.get(judge, judge), weight)
        for stage in rules.stages
        for judge, weight in stage.judge_weights
    ]
    return Seats(
        tuple(panels),
        tuple(sorted(adjusted, key=lambda a: (a.stage, a.judge))),
        tuple(sorted(weighted, key=lambda w: (w.stage, w.judge))),
    )


def under_labels(rules: Rules, seats: Seats) -> Rules:
    """The rules with the labels of the judges whom they name.

    Raises E-FORMAT where these are not as many as the rules name, or are adjusted or weighted
    otherwise.
    """
    _require_fitting(rules, seats)
    forms = {form.key: _form(form, seats) for form in rules.stages}
    return replace(
        rules,
        stages=tuple(forms.values()),
        chain=tuple(_stage(stage, seats, forms) for stage in rules.chain),
    )


def _require_fitting(rules: Rules, seats: Seats) -> None:
    wanted = [(s.key, p.key, len(set(p.judges))) for s in rules.chain for p in s.panels]
    given = [(one.stage, one.panel, len(set(one.judges))) for one in seats.panels]
    points = sorted((s.key, points) for s in rules.stages for _, points in s.judge_adjust)
    weights = sorted((s.key, weight) for s in rules.stages for _, weight in s.judge_weights)
    fits = (
        wanted == given,
        points == sorted((one.stage, one.points) for one in seats.adjusted),
        weights == sorted((one.stage, one.weight) for one in seats.weighted),
    )
    if not all(fits):
        raise Bad("E-FORMAT", SEATS, need="config.toml")


def _form(form: ScoreStage, seats: Seats) -> ScoreStage:
    adjust = ((one.judge, one.points) for one in seats.adjusted if one.stage == form.key)
    weigh = ((one.judge, one.weight) for one in seats.weighted if one.stage == form.key)
    return replace(form, judge_adjust=tuple(adjust), judge_weights=tuple(weigh))


def _stage(stage: Stage, seats: Seats, forms: Mapping[str, ScoreStage]) -> Stage:
    judges = {one.panel: one.judges for one in seats.panels if one.stage == stage.key}
    panels = tuple(replace(one, judges=judges[one.key]) for one in stage.panels)
    form = forms[stage.form.key] if stage.form else None
    return replace(stage, form=form, panels=panels, judges=())
