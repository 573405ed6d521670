"""The same result by a second, plain, independent way.

Written from the definitions in docs/scoring.md, for reading and not for speed: fractions
and dictionaries by name; no common denominators, no positions, no shared helpers. It has
only the types of rules, cells and results in common with the first way. Where the two
differ, nothing may be published.
"""

from __future__ import annotations

from collections.abc import Sequence

from scoring.cells import Matrix
from scoring.recount_numbers import Numbers
from scoring.recount_places import Places
from scoring.result import CaseScore, Decision, DecisionError, DecisionFault, Gap, Outcome, Standing
from scoring.rules import Rules


def recount(rules: Rules, matrix: Matrix, decisions: Sequence[Decision] = ()) -> Outcome:
    """Count everything again. Raises DecisionError exactly where `compute` does."""
    check_each(decisions, matrix)
    numbers = Numbers(rules.stage, rules.rounding, matrix)
    drawn = check_draw(decisions, numbers.candidates)
    scores = numbers.scores(drawn)
    places = Places(rules, numbers, scores, decisions)
    check_unused(places)
    tiers, cuts = places.tiers()
    open_judges = numbers.candidates if len(numbers.candidates) > 1 and not drawn else []
    lines = standings(places, tiers, scores)
    return Outcome(lines, cuts, gaps(numbers, scores), tuple(open_judges))


def standings(
    places: Places, tiers: dict[str, str], scores: dict[str, CaseScore]
) -> tuple[Standing, ...]:
    """The ranked cases from the top, then the unranked ones."""
    ranks = places.ranks()
    ranked = [
        Standing(
            ranks[case],
            scores[case],
            tiers.get(case, ""),
            tuple(places.uses[case]),
            tuple(other for other in group if other != case),
        )
        for group in places.groups
        for case in group
    ]
    return (*ranked, *(Standing(None, score) for score in scores.values() if score.unranked))


def gaps(numbers: Numbers, scores: dict[str, CaseScore]) -> tuple[Gap, ...]:
    """Holes judge by judge, then the lack of ballots, for each case."""
    found: list[Gap] = []
    for case, score in scores.items():
        holes = {judge: numbers.holes(case, judge) for judge in numbers.matrix.judges}
        found += [Gap(judge, case, keys) for judge, keys in holes.items() if keys]
        found += [Gap("", case, ())] if score.unranked == "too_few_ballots" else []
    return tuple(found)


def check_each(decisions: Sequence[Decision], matrix: Matrix) -> None:
    """Each decision by itself: two cases or more, each once, known, and no tie twice."""
    seen: list[list[str]] = []
    for decision in decisions:
        names = sorted(decision.cases)
        faults: dict[DecisionFault, bool] = {
            "too_short": len(names) < 2,
            "repeated": any(names.count(name) > 1 for name in names),
            "unknown": any(name not in matrix.cases for name in names),
            "twice": names in seen,
        }
        for code, wrong in faults.items():
            if wrong and not decision.judge:
                raise DecisionError(code, decision.cases)
        seen.append(names)


def check_draw(decisions: Sequence[Decision], candidates: Sequence[str]) -> str:
    """The judge drawn to be left out, if a draw was needed and made."""
    named = tuple(decision.judge for decision in decisions if decision.judge)
    if len(named) > 1:
        raise DecisionError("twice", named)
    if named and (len(candidates) < 2 or named[0] not in candidates):
        raise DecisionError("not_tied", named)
    return "".join(named)


def check_unused(places: Places) -> None:
    """A decision that met no tie is refused; a tie it names only in part is shown."""
    for decision in places.unused:
        for group in places.groups:
            if all(case in group for case in decision.cases):
                raise DecisionError("part_of_tie", decision.cases, tuple(group))
        raise DecisionError("not_tied", decision.cases)
