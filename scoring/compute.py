"""The one call: rules, matrix and the committee's decisions in, the whole result out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scoring.aggregate import Count
from scoring.cells import Matrix
from scoring.decisions import Decisions, drawn_judge
from scoring.gaps import find_gaps
from scoring.ranking import Ranking, rank_cases, rank_numbers
from scoring.result import CaseScore, Decision, DecisionError, Outcome, Standing
from scoring.rules import Rules
from scoring.tiers import Seating, seat
from scoring.ties import Bench

__all__ = ["DecisionError", "compute"]


def compute(rules: Rules, matrix: Matrix, decisions: Sequence[Decision] = ()) -> Outcome:
    """Standings, ties, tiers, open cuts and gaps.

    Raises DecisionError where a decision names cases that are not tied, or is typed twice.
    """
    ties = Decisions(decisions, matrix)
    count = Count(rules.stage, rules.rounding, matrix)
    count.drawn = drawn_judge(decisions, count.drawable)
    scores = count.scores()
    ranking = rank_cases(Bench(rules, count, scores), ties)
    ties.check_used([tuple(matrix.cases[case] for case in group) for group in ranking.groups])
    seating = seat(rules.tiers, ranking.groups, matrix.cases)
    standings = (*_ranked(rules, scores, ranking, seating), *_unranked(scores))
    gaps = find_gaps(count.ballots, scores)
    return Outcome(standings, tuple(seating.cuts), gaps, count.open_judges)


def _ranked(
    rules: Rules, scores: Sequence[CaseScore], ranking: Ranking, seating: Seating
) -> Iterator[Standing]:
    ranks = rank_numbers(ranking.groups, rules.shared)
    for rank, group in zip(ranks, ranking.groups, strict=True):
        names = tuple(scores[case].case for case in group)
        for at, case in enumerate(group):
            ties = tuple(ranking.uses.get(case, ()))
            others = names[:at] + names[at + 1 :]
            tier = seating.tier_of.get(case, "")
            yield Standing(rank, scores[case], tier, ties, others)


def _unranked(scores: Sequence[CaseScore]) -> Iterator[Standing]:
    return (Standing(None, score) for score in scores if score.published is None)
