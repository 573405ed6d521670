"""What the rules say of a judge by name, and who it is said of after somebody was replaced.

The rules name judges where they weigh a ballot, adjust a person's marks, or form panels. They
are frozen and hashed, so they stay as they are; whoever takes the place of a judge who left
with all scores counts as that judge would have: with the weight, in the panel. A published
adjustment is of a person's hand and passes to nobody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from award.folder import Award
from award.rounds import came_for
from scoring.chain_rules import Stage
from scoring.points import format_points
from scoring.rules import Rules, ScoreStage
from words import say

WEIGHT_PLACES = 4  # weights of judges are of 10^-4


def counted_rules(award: Award) -> Rules:
    """The rules as they are counted; those of the award where nobody was replaced."""
    return handed_on(award, award.rules, {one.id for one in award.store.judges()})


def handed_on(award: Award, rules: Rules, known: Collection[str]) -> Rules:
    """The rules as they were counted while the judges were these: an old result knows nobody
    who came later.
    """
    heirs = _heirs(award, known)
    if not heirs:
        return rules
    forms = {one.key: _form(one, heirs) for one in rules.stages}
    chain = (_stage(one, forms, heirs) for one in rules.chain)
    return replace(rules, stages=tuple(forms.values()), chain=tuple(chain))


def _heirs(award: Award, known: Collection[str]) -> dict[str, str]:
    """Who left and took the scores along, and who of those known sits there now."""
    gone = {one for one, left in award.store.withdrawals().items() if left.scores == "drop"}
    seats = {left: new for new, left in came_for(award).items() if left in gone and new in known}
    return {left: _last(seats, left) for left in seats}


def _last(seats: Mapping[str, str], judge: str) -> str:
    while judge in seats:
        judge = seats[judge]
    return judge


def _form(form: ScoreStage, heirs: Mapping[str, str]) -> ScoreStage:
    weights = tuple((heirs.get(judge, judge), weight) for judge, weight in form.judge_weights)
    return replace(form, judge_weights=weights)


def _stage(stage: Stage, forms: Mapping[str, ScoreStage], heirs: Mapping[str, str]) -> Stage:
    panels = tuple(
        replace(one, judges=tuple(heirs.get(judge, judge) for judge in one.judges))
        for one in stage.panels
    )
    return replace(stage, form=forms[stage.form.key] if stage.form else None, panels=panels)


def weighed(award: Award, judge: str) -> bool:
    """Whether the rules weigh the ballot of this judge."""
    return any(judge in dict(form.judge_weights) for form in counted_rules(award).stages)


def terms_lines(award: Award, judge: str, new: str, scores: str) -> Iterator[str]:
    """What passes from a judge who is replaced to the new one, and what does not."""
    rules, way = counted_rules(award), "passes" if scores == "drop" else "stays"
    names = {"judge": judge, "new": new}
    for form in rules.stages:
        if weight := dict(form.judge_weights).get(judge):
            shown = format_points(weight, WEIGHT_PLACES)
            yield say(f"collect.replace.weight.{way}", weight=shown, **names)
        if points := dict(form.judge_adjust).get(judge):
            shown = format_points(points, form.decimals)
            yield say("collect.replace.adjust", points=shown, **names)
    for panel in (one for stage in rules.chain for one in stage.panels if judge in one.judges):
        yield say("collect.replace.panel", panel=panel.key, **names)
