"""One person with several ids: an id belongs to one stage, a person may judge in several.

[[person]] of config.toml says which ids are the same person. What keeps a person from a case
holds for all of these ids; ballots, desks and packets go by the id alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from award.folder import Award
from db.records import Recusal
from scoring.cells import Matrix, State
from words import Problem


def ids_of(award: Award, judge: str) -> tuple[str, ...]:
    """All ids of the person behind this one that are on the list; the one itself first."""
    known = {one.id for one in award.store.judges()}
    others = next((ids for ids in award.rules_file.sides.persons if judge in ids), ())
    return (judge, *(one for one in others if one != judge and one in known))


def for_all_ids(award: Award, rows: list[Recusal]) -> list[Recusal]:
    """The recusals, each for every id of its person."""
    return [replace(row, judge=one) for row in rows for one in ids_of(award, row.judge)]


def overlooked(award: Award, matrices: list[Matrix]) -> Iterator[Problem]:
    """E-PERSON-RECUSED for every case a person has left under one id and marked under another."""
    states = _states(matrices)
    for ids in award.rules_file.sides.persons:
        for (judge, case), state in states.items():
            if judge not in ids or state is not State.RECUSED:
                continue
            marked = [one for one in ids if states.get((one, case)) is State.SCORED]
            for one in marked:
                yield Problem("E-PERSON-RECUSED", case, {"judge": judge, "other": one})


def _states(matrices: list[Matrix]) -> dict[tuple[str, str], State]:
    """What each judge did with each case, by the first criterion in which it can be seen."""
    found: dict[tuple[str, str], State] = {}
    for matrix in matrices:
        for c, case in enumerate(matrix.cases):
            for j, judge in enumerate(matrix.judges):
                cells = {matrix.cell(c, j, k).state for k in range(len(matrix.criteria))}
                seen = next((s for s in (State.RECUSED, State.SCORED) if s in cells), None)
                if seen is not None:
                    found[judge, case] = seen
    return found
