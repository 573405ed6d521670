"""The votes of the public as points, exactly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from scoring.chain_rules import Conversion, PublicVote

Votes = Mapping[str, int]  # valid votes by case


def by_highest(rule: PublicVote, votes: Votes, case: str) -> Fraction:
    """Votes over the highest number of votes, times the full mark; 0 where nobody has any."""
    highest = max(votes.values())
    return Fraction(votes[case] * rule.full, highest) if highest else Fraction(0)


def by_share(rule: PublicVote, votes: Votes, case: str) -> Fraction:
    """Votes over all votes, times the full mark; 0 where there are none."""
    everything = sum(votes.values())
    return Fraction(votes[case] * rule.full, everything) if everything else Fraction(0)


def by_rank(rule: PublicVote, votes: Votes, case: str) -> Fraction:
    """The points of its rank; equal votes share the better rank. Beyond the list: 0."""
    above = sum(other > votes[case] for other in votes.values())
    points = rule.points[above] if above < len(rule.points) else 0
    return Fraction(points, 10**rule.decimals)


def by_band(rule: PublicVote, votes: Votes, case: str) -> Fraction:
    """The points of the highest band that the votes reach; below all of them: 0."""
    points = next((band.points for band in rule.bands if votes[case] >= band.votes), 0)
    return Fraction(points, 10**rule.decimals)


CONVERSIONS: Mapping[Conversion, Callable[[PublicVote, Votes, str], Fraction]] = {
    "max_ratio": by_highest,
    "share": by_share,
    "rank_points": by_rank,
    "bands": by_band,
}


def convert(rule: PublicVote, votes: Votes) -> dict[str, Fraction]:
    """The points of every case with votes; none where they are for reference only."""
    if rule.convert == "reference_only":
        return {}
    return {case: CONVERSIONS[rule.convert](rule, votes, case) for case in votes}
