"""Runoffs as sentences: what is wanted, who may vote, how each stands, what came out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from award.chain_words import stage_name, tier_name
from award.folder import Award
from award.ranking import Ranking
from award.ranking_words import open_cut
from award.runoff_wanted import Wanted, wanted_at
from award.runoffs import Held, as_runoff, held
from scoring.approval import runoff_tally
from words import Problem, say
from words.text import clean_line


def where_words(award: Award, where: str) -> str:
    """The tier or the stage whose places are voted on."""
    tiers = {tier.key for tier in award.rules.tiers}
    return tier_name(award.rules, where) if where in tiers else stage_name(award.rules, where)


def waiting(award: Award, asked: Sequence[Wanted]) -> Iterator[Problem]:
    """What `rank` and `runoff list` say of each tie that wants a runoff, or has one running."""
    running = [one for one in held(award) if one.open]
    for one in asked:
        same = [found for found in running if set(found.cases) == set(one.cases)]
        yield _running(award, same[0]) if same else _wanted(award, one)


def _wanted(award: Award, one: Wanted) -> Problem:
    return Problem(
        "E-RUNOFF-WANTED",
        "",
        {
            "where": where_words(award, one.where),
            "places": one.places,
            "cases": ", ".join(one.cases),
            "judges": ", ".join(one.judges) or "-",
            "away": say("runoff.away", judges=", ".join(one.away)) if one.away else "",
            "before": say("runoff.before", count=one.before) if one.before else "",
            "example": " ".join(one.cases),
        },
    )


def _running(award: Award, one: Held) -> Problem:
    return Problem(
        "E-RUNOFF-RUNNING",
        "",
        {
            "where": where_words(award, one.where),
            "cases": ", ".join(one.cases),
            "number": one.number,
            "voted": len(one.voted),
            "of": len(one.judges),
            "waiting": ", ".join(one.waiting) or "-",
        },
    )


def open_cuts(award: Award, ranking: Ranking) -> list[Problem]:
    """What is to be done at each open cut: a runoff where the rules name one, else a decision."""
    told: list[Problem] = []
    for cut in ranking.outcome.open_cuts:
        asked = wanted_at(award, ranking, cut)
        told += waiting(award, [asked]) if asked else open_cut(award.rules, cut).problems
    return told


def opened_lines(award: Award, one: Held) -> Iterator[str]:
    """What the judges are told when a runoff is opened."""
    yield say(
        "runoff.task",
        where=where_words(award, one.where),
        places=one.places,
        cases=", ".join(one.cases),
        judges=", ".join(one.judges),
    )
    for case in one.cases:
        nomination = award.store.nomination(case)
        yield f"  {case}  {clean_line(nomination.title)}  {clean_line(nomination.unit)}"
    if one.waiting:
        yield say("runoff.vote_with", judge=one.waiting[0])


def held_line(award: Award, one: Held) -> str:
    """One line of `runoff list`."""
    state = "withdrawn" if one.withdrawn else "closed" if one.closed else "open"
    return say(
        "runoff.line",
        number=one.number,
        state=say(f"runoff.state.{state}"),
        where=where_words(award, one.where),
        places=one.places,
        cases=", ".join(one.cases),
        voted=len(one.voted),
        of=len(one.judges),
        waiting=", ".join(one.waiting) or "-",
    )


def votes_lines(award: Award, one: Held) -> Iterator[str]:
    """What came out of a runoff that is closed."""
    tally = runoff_tally(as_runoff(award, one))
    yield say("runoff.ballots", present=tally.present, of=len(one.judges), void=tally.void)
    if one.waiting:
        yield say("runoff.not_voted", list=", ".join(one.waiting))
    for case, votes in sorted(tally.votes.items(), key=lambda pair: -pair[1]):
        yield say("runoff.votes", case=case, votes=votes)
