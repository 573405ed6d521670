"""The cases of a round: all at first, later those whom the earlier stages let pass."""

from __future__ import annotations

from collections.abc import Iterator

from award.events import counted
from award.folder import Award
from award.rounds import earlier, frozen, round_name
from award.terms import counted_rules
from scoring.entering import Entering, entering
from scoring.result import DecisionError
from words import Bad, Problem


def entrants(award: Award, stage: str, *, despite: bool = False) -> tuple[str, ...]:
    """The numbers of the cases of a round, in natural order.

    Raises E-STAGE-WAITS and, with it, everything that is still open before it; `despite`: what
    is missing is not asked for (decisions are). Raises also what `award.ranking.rank` raises of
    the earlier rounds: E-NOTCLOSED, E-NOTOPENED, E-STALE.
    """
    if not award.rules.chain:
        return tuple(one.number for one in award.store.headings())
    found = _entering(award, stage)
    if problems := list(_open(award, found, despite=despite)):
        waits = {"stage": round_name(award.rules, _unfinished(award, stage, found))}
        raise Bad.of([Problem("E-STAGE-WAITS", "", waits), *problems])
    return found.cases


def cases_seen(award: Award, stage: str) -> tuple[str, ...]:
    """The cases of a round for who looks only: as frozen, as they would be, or else all."""
    every = tuple(one.number for one in award.store.headings())
    if not award.rules.chain:
        return every
    if held := frozen(award, stage):
        own = {one.number for one in held.slate.cases} - taken_out(award, stage)
        return tuple(case for case in every if case in own)
    try:
        return entrants(award, stage)
    except Bad:
        return every


def taken_out(award: Award, stage: str) -> frozenset[str]:
    """The cases that somebody rejected or vetoed before a round or in it."""
    keys = [one.key for one in award.rules.chain]
    upto = set(keys[: keys.index(stage) + 1])
    return frozenset(
        one.case
        for one in counted(award)
        if one.kind in {"reject", "veto"}
        and (one.stage or (keys[0] if one.kind == "reject" else "")) in upto
    )


def _unfinished(award: Award, stage: str, found: Entering) -> str:
    """The first stage that something is missing in."""
    open_ = {gap.stage for gap in found.gaps} | {cut.tier for cut in found.cuts}
    keys = [one.key for one in award.rules.chain]
    waiting = (key for key in keys if key in open_ | set(found.quorum))
    return next(waiting, earlier(award.rules, stage)[-1])


def _entering(award: Award, stage: str) -> Entering:
    from award.ranking import decision_refused, inputs_before

    try:
        return entering(
            counted_rules(award), inputs_before(award, earlier(award.rules, stage)), stage
        )
    except DecisionError as error:
        raise decision_refused(error) from None


def _open(award: Award, found: Entering, *, despite: bool) -> Iterator[Problem]:
    from award.ranking_words import gap_lines, open_cut

    if not despite:
        for line in gap_lines(award.rules, found.gaps):
            yield Problem("E-STAGE-MISSING", "", {"what": line})
    yield from (open_cut(award.rules, cut).problems[0] for cut in found.cuts)
    if found.judges:
        draw = {"judges": ", ".join(found.judges), "first": found.judges[0]}
        yield Problem("E-OPENJUDGES", "", draw)
    for key in found.quorum:
        yield Problem("E-QUORUM", "", {"stage": round_name(award.rules, key)})
