"""The ranking while later rounds have not begun: the last stage's own order, who goes on, and
what comes next.
"""

from __future__ import annotations

from collections.abc import Iterator

from award.entering import entrants
from award.folder import Award
from award.ranking import Ranking
from award.ranking_words import gap_lines
from award.remarks import remark_words
from award.rounds import following, frozen, round_name, round_of, rounds
from award.secret import closed, secret_stages
from scoring.points import format_fixed
from scoring.result import CaseScore, StageOutcome
from words import Bad, say, sentence


def interim(award: Award, ranking: Ranking) -> str:
    """The key of the last round with ballots where another one has yet to begin; else empty."""
    if not award.rules.chain:
        return ""
    with_ballots = {round_of(award, one.judge) for one in ranking.ballots}
    with_ballots |= {one.key for one in secret_stages(award.rules) if closed(award, one)}
    begun = [one.key for one in rounds(award.rules) if one.key in with_ballots]
    return begun[-1] if begun and following(award.rules, begun[-1]) else ""


def interim_rows(award: Award, ranking: Ranking, stage: str) -> list[list[str]]:
    """Rank in the stage, case, title, score, valid ballots, and whether it goes on or why not."""
    titles = {one.number: one.title for one in award.store.headings()}
    found = next(one for one in ranking.outcome.stages if one.key == stage)
    order = sorted(found.scores, key=lambda one: -(one.published or 0) if _has(one) else 1)
    return [
        [_place(found, one), one.case, titles.get(one.case, ""), _score(award, stage, one),
         str(one.ballots), _result(award, ranking, found, one)]
        for one in order
    ]  # fmt: skip


def _has(one: CaseScore) -> bool:
    return one.published is not None


def _place(found: StageOutcome, one: CaseScore) -> str:
    """Equal scores share a place; who has no score has none."""
    if one.published is None:
        return "-"
    better = sum(o.published is not None and o.published > one.published for o in found.scores)
    return str(better + 1)


def _score(award: Award, stage: str, one: CaseScore) -> str:
    if one.published is None:
        return "-"
    own = next(each.rounding for each in award.rules.chain if each.key == stage)
    return format_fixed(one.published, (own or award.rules.rounding).places)


def _result(award: Award, ranking: Ranking, found: StageOutcome, one: CaseScore) -> str:
    if one.case in found.promoted:
        return say("stages.interim.in", next=round_name(award.rules, _next(award, found.key)))
    line = next(each for each in ranking.outcome.standings if each.case == one.case)
    return ", ".join(remark_words(award.rules, remark) for remark in line.remarks)


def _next(award: Award, stage: str) -> str:
    """The stage that follows in the chain, whatever its kind."""
    keys = [one.key for one in award.rules.chain]
    return keys[keys.index(stage) + 1]


def interim_lines(award: Award, ranking: Ranking, stage: str) -> Iterator[str]:
    """What is missing so far, and what comes next once nothing is."""
    after = following(award.rules, stage)
    try:
        cases = entrants(award, after)
    except Bad as bad:
        yield from map(sentence, bad.problems)
        return
    upto = [one.key for one in award.rules.chain]
    known = upto[: upto.index(after)]
    yield from gap_lines(award.rules, [g for g in ranking.outcome.gaps if g.stage in known])
    if frozen(award, after) is None:
        name = round_name(award.rules, after)
        yield say("stages.interim.next", name=name, count=len(cases), cases=", ".join(cases))
