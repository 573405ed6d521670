"""Trying out: who and what is left out, who counts for how much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from scoring.assumptions import Assumption, WhatIfError, known_name
from scoring.cells import Matrix, State
from scoring.comparison import every_form
from scoring.inputs import AwardInputs
from scoring.points import parse_points
from scoring.rules import JUDGE_PLACES, JUDGE_UNIT, Rules, ScoreStage
from scoring.selection import without

MOST_WEIGHT = 1000


def parted(inputs: AwardInputs, by_key: Mapping[str, Sequence[Assumption]]) -> AwardInputs:
    """Without some judges and cases, and without what was decided about these; with recusals."""
    names = [facts.case for facts in inputs.cases]
    pairs = [_pair(one, inputs) for one in by_key.get("recused", [])]
    judges = {known_name(one, one.value, judges_of(inputs))
              for one in by_key.get("without-judge", [])}  # fmt: skip
    cases = {known_name(one, one.value, names) for one in by_key.get("without-case", [])}
    if not (judges or cases or pairs):
        return inputs
    return replace(
        inputs,
        cases=tuple(facts for facts in inputs.cases if facts.case not in cases),
        matrices={key: without(_recused(one, pairs), judges=judges, cases=cases)
                  for key, one in inputs.matrices.items()},
        events=tuple(one for one in inputs.events if one.case not in cases),
        decisions=tuple(one for one in inputs.decisions
                        if not cases & set(one.cases) and one.judge not in judges),
        runoffs=tuple(one for one in inputs.runoffs if not cases & set(one.matrix.cases)),
    )  # fmt: skip


def judges_of(inputs: AwardInputs) -> list[str]:
    """Every judge of every stage."""
    return list(dict.fromkeys(judge for one in inputs.matrices.values() for judge in one.judges))


def _pair(one: Assumption, inputs: AwardInputs) -> tuple[str, str]:
    """`JUDGE/CASE`; a case number may have a stroke of its own."""
    judge, stroke, case = one.value.partition("/")
    if not stroke:
        raise WhatIfError("value", one.text, ("JUDGE/CASE",))
    known_name(one, judge, judges_of(inputs))
    return judge, known_name(one, case, [facts.case for facts in inputs.cases])


def _recused(matrix: Matrix, pairs: Sequence[tuple[str, str]]) -> Matrix:
    """A copy in which these judges leave these cases."""
    here = [(j, c) for j, c in pairs if j in matrix.judges and c in matrix.cases]
    if not here:
        return matrix
    states = bytearray(matrix.states)
    for judge, case in here:
        start = matrix.at(matrix.cases.index(case), matrix.judges.index(judge), 0)
        states[start : start + len(matrix.criteria)] = bytes([State.RECUSED]) * len(matrix.criteria)
    return replace(matrix, states=states)


def weighed(rules: Rules, inputs: AwardInputs, given: Sequence[Assumption]) -> Rules:
    """Other weights of judges, in the stages these judges are in."""
    wanted = {known_name(one, one.name, judges_of(inputs)): _weight(one) for one in given}

    def change(stage: ScoreStage) -> ScoreStage:
        matrix = inputs.matrices.get(stage.key)
        mine = {j: w for j, w in wanted.items() if matrix is not None and j in matrix.judges}
        return replace(stage, judge_weights=tuple({**dict(stage.judge_weights), **mine}.items()))

    return every_form(rules, change) if wanted else rules


def _weight(one: Assumption) -> int:
    weight = parse_points(one.value, JUDGE_PLACES)
    if weight is None or not 0 < weight <= MOST_WEIGHT * JUDGE_UNIT:
        raise WhatIfError("value", one.text, (f"0 < n <= {MOST_WEIGHT}",))
    return weight
