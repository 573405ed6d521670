"""Awards in stages to write as files: random ones over every kind of rule, and the examples."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from award.examples import build_example
from award.exporting import source_of
from award.finalising import store
from award.folder import opened
from award.ranking import rank
from db.records import Judge, Nomination
from scoring.cells import Matrix
from scoring.chain_rules import PERCENT_UNIT, Share
from scoring.compute import compute_award
from scoring.result import DecisionError
from sheets.office.source import Source
from sheets.result_sheet import Meta, build, from_payload, payload
from tests.scoring.random_chains import random_chain
from tests.sheets_out.awards import AT


def chain_source(seed: int, lang: str = "zh", *, added: bool = False) -> Source | None:
    """A random award with its result, its stages `added` up whole instead of weighed if asked;
    None where there is nothing to count.
    """
    award = random_chain(seed)
    rules, inputs = award.rules, award.inputs
    if added:
        rules = replace(rules, total=tuple(Share(one.stage, PERCENT_UNIT) for one in rules.total))
    try:
        outcome = compute_award(rules, inputs)
    except DecisionError:
        return None
    if not inputs.cases or not inputs.matrices:
        return None
    nominations = tuple(
        Nomination(one.case, f"案例{one.case}", one.unit, one.field, one.level, one.region, ("文",))
        for one in inputs.cases
    )
    names = dict.fromkeys(j for matrix in inputs.matrices.values() for j in matrix.judges)
    first = rules.stages[0]
    keys = [criterion.key for criterion in first.criteria]
    matrix = inputs.matrices.get(first.key) or Matrix.empty((), (), keys)
    matrix = matrix.of_cases([one.case for one in inputs.cases]) if matrix.judges else matrix
    sheet = build(
        meta=Meta(seed, "final", "pingxuan 0.1.0", "c" * 64),
        rules=rules,
        rules_data={"format": 1},
        nominations=nominations,
        judges=[Judge(name, f"某人{name}") for name in names],
        ballots=[],
        matrix=matrix,
        outcome=outcome,
        inputs=inputs,
    )
    return Source(from_payload(payload(sheet)), rules, nominations, lang, AT)


@cache
def _built(name: str, folder: Path) -> Path:
    return build_example(name, folder)


def example_source(name: str, folder: Path, lang: str = "zh") -> Source:
    """One of the examples of the repository, with its result."""
    with opened(_built(name, folder)) as award:
        result, _ = store(award, rank(award), "provisional", "", "test")
        return replace(source_of(award, result, lang), at=AT)
