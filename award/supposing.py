"""`rank --what-if`: the award under other assumptions. In memory; the award is never touched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from award.comparing import seat_data, shift_data, shift_line
from award.folder import Award
from award.ranking import Ranking, inputs_of
from award.ranking_words import tier_words
from award.rules_words import rules_in_words
from award.terms import counted_rules
from scoring.comparison import Move, Seat, Shift, moves, seats, settle, shifts
from scoring.inputs import AwardInputs
from scoring.points import format_exact
from scoring.result import Decision, Outcome
from scoring.rules import Rules
from scoring.weighing import shares
from scoring.whatif import WhatIfError, assume, parse
from words import Bad, pick, say


@dataclass(frozen=True)
class Supposed:
    """The award under assumptions: how it would be counted, what comes out, who moves.

    `idle` are decisions on ties that would be no ties.
    """

    texts: tuple[str, ...]
    rules: Rules
    inputs: AwardInputs
    outcome: Outcome
    idle: tuple[Decision, ...]
    moves: tuple[Move, ...]
    shifts: tuple[Shift, ...]


def suppose(award: Award, ranking: Ranking, texts: Sequence[str]) -> Supposed:
    """The award under all of these assumptions together. Raises E-WHATIF-..."""
    try:
        made = [parse(text) for text in texts]
        rules, inputs = assume(counted_rules(award), inputs_of(award, ranking), made)
    except WhatIfError as error:
        known = ", ".join(error.known)
        raise Bad(f"E-WHATIF-{error.code.upper()}", text=error.text, known=known) from None
    outcome, idle = settle(rules, inputs)
    was = seats(ranking.outcome, award.rules.rounding.places)
    now = seats(outcome, rules.rounding.places)
    moved = shifts([tier.key for tier in rules.tiers], was, now)
    return Supposed(tuple(texts), rules, inputs, outcome, idle, moves(was, now), moved)


def lines(award: Award, ranking: Ranking, found: Supposed) -> Iterator[str]:
    """What is assumed, who would move, how the tiers would change."""
    yield say("whatif.head", what=", ".join(found.texts))
    yield from ("  " + line for line in _assumed(award, ranking, found))
    if not found.moves:
        yield say("whatif.nothing")
    moved = [one for one in found.moves if one.changed("tier") or one.changed("rank")]
    yield from (_move_line(award.rules, one) for one in moved)
    yield from _only_score([one for one in found.moves if one not in moved])
    yield from (shift_line(award.rules, shift) for shift in found.shifts)
    for cut in found.outcome.open_cuts:
        cases = ", ".join(cut.cases)
        yield say("whatif.open", tier=tier_words(found.rules, cut.tier), cases=cases)
    for one in found.idle:
        yield say("whatif.idle", number=one.number, cases=", ".join(one.cases) or one.judge)
    yield say("whatif.untouched")


def _assumed(award: Award, ranking: Ranking, found: Supposed) -> Iterator[str]:
    """The sentences of the rules that would read otherwise, and who would be left out."""
    own = inputs_of(award, ranking)
    for kind, names in (("judges", _judges), ("cases", _cases)):
        gone = [name for name in names(own) if name not in names(found.inputs)]
        if gone:
            yield say(f"whatif.without_{kind}", names=", ".join(gone))
    pairs = [text.partition("=")[2].strip() for text in found.texts if text.startswith("recused")]
    if pairs:
        yield say("whatif.recused", names=", ".join(pairs))
    if _weights(found.rules) != _weights(counted_rules(award)):
        yield say("whatif.weights", list=_weights(found.rules))
    was, now = rules_in_words(award.rules), rules_in_words(_unweighed(found.rules, award.rules))
    yield from (line for line in now if line not in was)


def _judges(inputs: AwardInputs) -> list[str]:
    return list(dict.fromkeys(j for matrix in inputs.matrices.values() for j in matrix.judges))


def _cases(inputs: AwardInputs) -> list[str]:
    return [facts.case for facts in inputs.cases]


def _weights(rules: Rules) -> str:
    """`Innovation 23.07.., Effect 40`: what each counted criterion is worth of 100, exact."""
    stage = rules.stage
    if stage.summing:
        return ""
    worth = shares(stage)
    names = [stage.criteria[at].name for at in stage.counted]
    parts = [format_exact(Fraction(100 * share, sum(worth))) for share in worth]
    return ", ".join(
        f"{pick((name.zh, name.en))} {part}%" for name, part in zip(names, parts, strict=True)
    )


def _unweighed(rules: Rules, own: Rules) -> Rules:
    """The assumed rules with the criteria as written: the sentence on weights is made above."""
    pairs = zip(rules.stages, own.stages, strict=True)
    stages = tuple(replace(one, criteria=was.criteria) for one, was in pairs)
    return replace(rules, stages=stages)


def _move_line(rules: Rules, move: Move) -> str:
    key = "whatif.move" if move.changed("tier") else "whatif.move_inside"
    why = say("whatif.why_own" if move.changed("score") else "whatif.why_others")
    was, now = _seat(rules, "was", move.before), _seat(rules, "now", move.after)
    return say(key, case=move.case, **was, **now) + why


def _only_score(found: Sequence[Move]) -> Iterator[str]:
    """Those who keep rank and tier, on one line."""
    parts = [
        f"{one.case} {one.before.score} -> {one.after.score}"
        for one in found
        if one.before and one.after
    ]
    if parts:
        yield say("whatif.only_score", list=", ".join(parts))


def _seat(rules: Rules, when: str, seat: Seat | None) -> dict[str, str]:
    tier = tier_words(rules, seat.tier) if seat else ""
    return {
        f"{when}_rank": str(seat.rank) if seat and seat.rank else "-",
        f"{when}_score": (seat.score if seat else "") or "-",
        f"{when}_tier": tier or say("explain.no_tier"),
    }


def data(found: Supposed) -> dict[str, object]:
    """The same for machines."""
    return {
        "what_if": list(found.texts),
        "moves": [
            {"case": one.case, "before": seat_data(one.before), "after": seat_data(one.after)}
            for one in found.moves
        ],
        "shifts": [shift_data(one) for one in found.shifts],
        "open_cuts": [
            {"tier": cut.tier, "places": cut.places, "cases": list(cut.cases)}
            for cut in found.outcome.open_cuts
        ],
        "idle_decisions": [one.number for one in found.idle],
        "ranking": [
            {"case": case, **seat_data(seat)}
            for case, seat in seats(found.outcome, found.rules.rounding.places).items()
        ],
    }
