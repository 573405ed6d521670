"""Rank an award as it stands now: ballots in, the whole outcome out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from award import events, runoffs
from award.correcting import refuse_beyond_correction
from award.deviating import Mark, marks_of
from award.folder import Award
from award.inputs import cells_of, facts_of, first_judges, gather
from award.opening import require_opened
from award.persons import overlooked
from award.rounds import round_of
from award.strangers import refuse_strangers
from award.terms import counted_rules
from db.records import Ballot
from scoring.cells import Matrix
from scoring.comparison import alone
from scoring.compute import compute_award
from scoring.inputs import AwardInputs
from scoring.result import Decision, DecisionError, Outcome
from scoring.selection import without
from words import Bad, Problem, say


@dataclass(frozen=True)
class Ranking:
    """An award ranked as it stands now.

    `matrix` is what was counted: without shadow judges and calibration cases, who are in
    `aside`, the whole matrix. `marks` lie far from the others; `overlooked` are recusals that
    another id of the same person has passed over.
    """

    matrix: Matrix
    outcome: Outcome
    ballots: tuple[Ballot, ...]
    decisions: tuple[Decision, ...]
    aside: Matrix | None = None
    marks: tuple[Mark, ...] = ()
    inputs: AwardInputs | None = None
    overlooked: tuple[Problem, ...] = ()

    def marks_in(self, stage: str, case: str) -> tuple[Mark, ...]:
        """The marks of one case in one stage that lie far from the others."""
        return tuple(m for m in self.marks if (m.stage, m.flag.case) == (stage, case))

    @property
    def unexplained(self) -> tuple[Mark, ...]:
        """The marks that still need a written explanation."""
        return tuple(one for one in self.marks if one.waits)

    @property
    def complete(self) -> bool:
        """Nothing is missing and nothing waits for a decision or an explanation."""
        outcome = self.outcome
        people = outcome.open_cuts or outcome.open_judges or outcome.open_stages
        return not (outcome.gaps or people or self.unexplained or self.overlooked)


def rank(award: Award) -> Ranking:
    """The ranking from the submitted ballots.

    Raises E-STALE for every ballot given under other rules than those in config.toml now,
    E-DECISION-IDLE where a recorded decision meets no tie any more, E-CORRECTION-SCOPE,
    E-SIDE-UNKNOWN, E-NOTHING without nominations or judges; where ballots travel
    also E-NOTCLOSED, E-NOTOPENED, E-OFFSHEET and E-LEFTOUT. E-RUNOFF-IDLE for a runoff like
    E-DECISION-IDLE.
    """
    _refuse_empty(award)
    refuse_strangers(award)
    require_opened(award)
    ballots = award.store.ballots()
    _refuse_stale(award, ballots)
    refuse_beyond_correction(award.store)
    whole = cells_of(award, award.rules.stage, first_judges(award))
    matrix, decisions = counted(award, whole), award.store.decisions()
    inputs = gather(award, tuple(decisions), lambda found: counted(award, found), matrix)
    try:
        outcome = compute_award(counted_rules(award), inputs)
    except DecisionError as error:
        raise _idle_runoff(award, error) or _recorded_refused(error, decisions) from None
    marks = marks_of(award, inputs.matrices)
    passed_over = tuple(overlooked(award, [*inputs.matrices.values()]))
    return Ranking(
        matrix, outcome, tuple(ballots), tuple(decisions), whole, marks, inputs, passed_over
    )


def inputs_before(award: Award, stages: Sequence[str]) -> AwardInputs:
    """What counts in these rounds alone, whatever is still sealed of others.

    Raises what `rank` raises of them.
    """
    _refuse_empty(award)
    facts = award.store.headings()
    if not stages:
        return AwardInputs(tuple(map(facts_of, facts)), events=events.counted(award))
    require_opened(award, stages)
    _refuse_stale(award, [one for one in award.store.ballots()
                          if round_of(award, one.judge) in stages])  # fmt: skip
    refuse_beyond_correction(award.store)
    whole = cells_of(award, award.rules.stage, first_judges(award))
    decisions = tuple(award.store.decisions())
    only = frozenset(stages)
    return gather(
        award, decisions, lambda found: counted(award, found), counted(award, whole), only
    )


def inputs_of(award: Award, ranking: Ranking) -> AwardInputs:
    """What the ranking was counted from: the one place to ask for counting it in another way."""
    return ranking.inputs or alone(award.rules, ranking.matrix, ranking.decisions)


def counted(award: Award, whole: Matrix) -> Matrix:
    """The matrix without shadow judges and calibration cases. Raises E-SIDE-UNKNOWN."""
    sides = award.rules_file.sides
    tables = {"[judges] shadow": (sides.shadow, whole.judges),
              "[calibration] cases": (sides.calibration, whole.cases)}  # fmt: skip
    for table, (named, known) in tables.items():
        if strange := [name for name in named if name not in known and not award.rules.chain]:
            raise Bad("E-SIDE-UNKNOWN", table=table, names=", ".join(strange))
    shadow = [judge for judge in sides.shadow if judge in whole.judges]
    return without(whole, judges=shadow, cases=sides.calibration)


def _recorded_refused(error: DecisionError, decisions: Sequence[Decision]) -> Bad:
    """A recorded decision that decides nothing any more is named by its number."""
    idle = [one for one in decisions if error.names in {one.cases, (one.judge,)}]
    if not idle or error.code == "twice":
        return decision_refused(error)
    return Bad("E-DECISION-IDLE", number=idle[-1].number, cases=", ".join(error.names))


def _idle_runoff(award: Award, error: DecisionError) -> Bad | None:
    """A runoff that meets no tie any more is named by its number."""
    idle = [one for one in runoffs.held(award) if one.closed and not one.withdrawn
            and one.cases == error.names]  # fmt: skip
    if not idle or error.code != "not_tied":
        return None
    return Bad("E-RUNOFF-IDLE", number=idle[-1].number, cases=", ".join(error.names))


def decision_refused(error: DecisionError) -> Bad:
    """The sentence of a decision that decides nothing, or too much."""
    names = ", ".join(error.names)
    return Bad(f"E-DECISION-{error.code.upper()}", cases=names, tied=", ".join(error.tied))


def _refuse_empty(award: Award) -> None:
    for kind in ("nominations", "judges"):
        if not getattr(award.store, kind)():
            raise Bad("E-NOTHING-" + kind.upper())


def _refuse_stale(award: Award, ballots: Sequence[Ballot]) -> None:
    now = award.rules_file.digest
    stale: dict[str, list[str]] = {}
    for ballot in ballots:
        stale.setdefault(ballot.rules, []).append(ballot.judge)
    stale.pop(now, None)
    problems = [
        Problem("E-STALE", "", {"judges": some(judges), "was": was[:8], "now": now[:8]})
        for was, judges in stale.items()
    ]
    if problems:
        raise Bad.of(problems)


def some(names: Sequence[str]) -> str:
    """All of a few names, or the first ones and how many there are."""
    if len(names) <= SHOWN:
        return ", ".join(names)
    return say("cli.rank.missing_many", first=", ".join(names[:SHOWN]), count=len(names))


SHOWN = 5
