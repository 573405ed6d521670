"""What an archive holds of an award beside the ballots: stages, votes of the public, events.

Each part is a file of its own and is left out where there is nothing of it. `files_of` writes
them, `inputs_from` reads them: the count is given the same both times. No judge is named: a
receipt stands for one who handed in, and names are taken out of reasons.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TypeVar, cast

from award.published_names import SEATS, Veil
from award.published_shapes import (
    Decided,
    Events,
    Fact,
    Facts,
    Measure,
    Measures,
    PublicRoll,
    PublicRuling,
    PublicRulings,
    PublicVotes,
    RecusedOf,
    Runoffs,
    RunoffSlips,
    Seats,
    Slip,
    Slips,
    Votes,
)
from db.records import Document, Ruling
from exchange.fields import pack, unpack
from files import canonical
from scoring.cells import Matrix
from scoring.inputs import Amount, AwardInputs, CaseFacts, Event, EventKind, Roll, Runoff, VoteCount
from scoring.result import Decision
from words import Bad

FACTS, EVENTS, MEASURES, RUNOFFS, RULINGS = (
    f"{name}.json" for name in ("facts", "events", "measures", "runoffs", "decisions")
)
VOTES, ROLLS = "votes/", "rolls/"
NOBODY = Roll(0, closed=False)
Files = Mapping[str, bytes]
Shape = TypeVar("Shape")
Value = TypeVar("Value")


# -- made when archiving ----------------------------------------------------------------------


def veiled(inputs: AwardInputs, veil: Veil, matrices: Mapping[str, Matrix]) -> AwardInputs:
    """What the count is given, under labels. `matrices` are the stages' under theirs."""
    counts = {
        stage: {case: replace(one, reason=veil.text(one.reason)) for case, one in found.items()}
        for stage, found in inputs.counts.items()
    }
    events = (
        replace(one, reason=veil.text(one.reason), by=veil.text(one.by)) for one in inputs.events
    )
    decisions = (replace(d, judge=veil.labels.get(d.judge, d.judge)) for d in inputs.decisions)
    return replace(
        inputs,
        matrices=matrices,
        counts=counts,
        events=tuple(events),
        decisions=tuple(decisions),
        runoffs=tuple(replace(one, matrix=matrix_from(slips_of(one.matrix)))
                      for one in inputs.runoffs),
    )  # fmt: skip


def public_rulings(rulings: Sequence[Ruling], veil: Veil) -> PublicRulings:
    """What was decided on ties, also what was withdrawn, without names of judges."""
    found = [
        PublicRuling(
            one.decision.number, one.decision.kind, one.decision.cases,
            veil.labels.get(one.decision.judge, one.decision.judge), one.decision.stage,
            veil.text(one.reason), veil.text(one.withdrawn),
        )
        for one in rulings
    ]  # fmt: skip
    return PublicRulings(tuple(found))


def slips_of(matrix: Matrix) -> Slips:
    """The judges' rows of a matrix without their names."""
    width, found = len(matrix.criteria), []
    for judge in range(len(matrix.judges)):
        places = [matrix.at(c, judge, i) for c in range(len(matrix.cases)) for i in range(width)]
        states = "".join(str(matrix.states[place]) for place in places)
        found.append(Slip(states, tuple(matrix.points[place] for place in places)))
    found.sort(key=lambda slip: (slip.states, slip.points))
    return Slips(matrix.criteria, matrix.cases, tuple(found))


def files_of(inputs: AwardInputs, seats: Seats) -> dict[str, bytes]:
    """The files of everything but the ballots; `inputs` are veiled already."""
    facts = Facts(tuple(Fact(f.case, f.field, f.unit, f.region, f.level) for f in inputs.cases))
    files = {FACTS: pack(facts)}
    for stage, counts in inputs.counts.items():
        found = (Votes(v.case, v.counted, v.deducted, v.reason) for v in counts.values())
        files[f"{VOTES}{stage}.json"] = pack(PublicVotes(tuple(found)))
    for stage, roll in inputs.rolls.items():
        files[f"{ROLLS}{stage}.json"] = pack(_roll(roll))
    if inputs.events:
        files[EVENTS] = pack(Events(tuple(map(_decided, inputs.events))))
    if inputs.measures:
        files[MEASURES] = pack(Measures(tuple(_measures(inputs.measures))))
    if seats != Seats():
        files[SEATS] = pack(seats)
    if inputs.runoffs:
        files[RUNOFFS] = pack(
            Runoffs(tuple(RunoffSlips(r.places, slips_of(r.matrix)) for r in inputs.runoffs))
        )
    return files


def _roll(one: Roll) -> PublicRoll:
    recused = tuple(RecusedOf(case, n) for case, n in sorted(one.recused.items()))
    return PublicRoll(one.members, recused, one.most, tuple(sorted(one.void)), one.closed)


def _decided(one: Event) -> Decided:
    return Decided(one.kind, one.case, one.reason, one.by, one.stage, one.tier)


def _measures(found: Mapping[str, Mapping[str, Amount]]) -> Iterator[Measure]:
    for case, values in sorted(found.items()):
        yield from (_measure(case, name, amount) for name, amount in sorted(values.items()))


def _measure(case: str, name: str, amount: Amount) -> Measure:
    """In the fewest decimals that hold it."""
    value = Fraction(amount)
    places = next(at for at in range(5) if 10**at % value.denominator == 0)
    return Measure(case, name, int(value * 10**places), places)


# -- read when verifying ----------------------------------------------------------------------


def inputs_from(
    files: Files,
    matrices: Mapping[str, Matrix],
    decisions: Sequence[Decision],
    cases: Sequence[str],
) -> AwardInputs:
    """What the count is given. Without a file of facts `cases` are all that is known of them.

    Raises E-CANON or E-FORMAT with the name of the file.
    """
    bare = tuple(map(CaseFacts, cases))
    return AwardInputs(
        _read(files, FACTS, Facts, _facts, bare),
        matrices,
        {_stage_of(name): _read(files, name, PublicVotes, _counts, {}) for name in votes_in(files)},
        _read(files, MEASURES, Measures, _values, {}),
        _read(files, EVENTS, Events, _events, ()),
        tuple(decisions),
        _read(files, RUNOFFS, Runoffs, _runoffs, ()),
        {_stage_of(name): _read(files, name, PublicRoll, _rolls, NOBODY)
         for name in sorted(files) if name.startswith(ROLLS)},
    )  # fmt: skip


def seats_from(files: Files) -> Seats:
    """The judges whom the rules name; nobody where there is no such file."""
    return _read(files, SEATS, Seats, lambda one: one, Seats())


def votes_in(files: Files) -> list[str]:
    """The names of the files of public votes."""
    return sorted(name for name in files if name.startswith(VOTES))


def _stage_of(name: str) -> str:
    return name.partition("/")[2].removesuffix(".json")


def _read(
    files: Files,
    name: str,
    shape: type[Shape],
    use: Callable[[Shape], Value],
    otherwise: Value,
) -> Value:
    if name not in files:
        return otherwise
    try:
        return use(unpack(shape, files[name]))
    except Bad as bad:
        where = f"{name} {bad.problems[0].where}".rstrip()
        raise Bad(bad.code, where, **bad.params) from None


def _facts(found: Facts) -> tuple[CaseFacts, ...]:
    return tuple(CaseFacts(f.case, f.field, f.unit, f.region, f.level) for f in found.cases)


def _counts(found: PublicVotes) -> dict[str, VoteCount]:
    return {v.case: VoteCount(v.case, v.counted, v.deducted, v.reason) for v in found.counts}


def counts_in(stored: Document) -> dict[str, VoteCount]:
    """The counts by case of a document of public votes."""
    value = cast(dict[str, list[list[object]]], canonical.loads(stored.payload))
    found = (VoteCount(*row) for row in value["counts"])  # type: ignore[arg-type]
    return {one.case: one for one in found}


def _values(found: Measures) -> dict[str, dict[str, Amount]]:
    made: dict[str, dict[str, Amount]] = {}
    for one in found.measures:
        amount = Fraction(one.value, 10**one.places) if one.places else one.value
        made.setdefault(one.case, {})[one.name] = amount
    return made


def _events(found: Events) -> tuple[Event, ...]:
    return tuple(
        Event(cast(EventKind, one.kind), one.case, one.reason, one.by, one.stage, one.tier)
        for one in found.events
    )


def _rolls(found: PublicRoll) -> Roll:
    recused = {one.case: one.judges for one in found.recused}
    return Roll(found.members, recused, found.most, frozenset(found.void), found.closed)


def _runoffs(found: Runoffs) -> tuple[Runoff, ...]:
    return tuple(Runoff(one.places, matrix_from(one.ballots)) for one in found.runoffs)


def matrix_from(slips: Slips) -> Matrix:
    """The rows of slips as a matrix; who is who nobody knows."""
    labels = [f"slip-{i}" for i in range(1, len(slips.slips) + 1)]
    matrix = Matrix.empty(slips.cases, labels, slips.criteria)
    width = len(slips.criteria)
    for judge, slip in enumerate(slips.slips):
        for at, (state, points) in enumerate(zip(slip.states, slip.points, strict=True)):
            place = matrix.at(at // width, judge, at % width)
            matrix.states[place], matrix.points[place] = int(state), points
    return matrix
