"""What the rules say of a chain of stages, of votes, of places and of what follows publication.

Integers only; `scoring.rules.Rules` holds these. Source: the rule catalogue.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from scoring.rules import Rounding, ScoreStage, Text, TieStep

StageKind = Literal["eligibility", "score", "public_vote", "vote"]
PromotionCut = Literal["extend", "cascade", "decide"]
Conversion = Literal["max_ratio", "share", "rank_points", "bands", "reference_only"]
Base = Literal["members", "present", "valid", "present_minus_recused"]
OverVote = Literal["ballot", "tier"]
VoteOrder = Literal["votes", "ratio"]
GroupBy = Literal["field", "unit", "region", "level"]
PercentOf = Literal["entries", "ranked"]
LineOf = Literal["total", "stage", "criterion"]

APPROVE = "approve"
"""The one question of an approval vote that does not ask tier by tier."""
PERCENT_UNIT = 10**4
"""Percentages and ratios are integers of 10^-4."""


@dataclass(frozen=True)
class Majority:
    """A fraction that must be reached (`>=`), or passed where `strict` (`>`)."""

    numerator: int
    denominator: int
    strict: bool

    def reached(self, votes: int, base: int) -> bool:
        """Nothing is reached of an empty base."""
        have, need = votes * self.denominator, self.numerator * base
        return base > 0 and (have > need if self.strict else have >= need)


@dataclass(frozen=True)
class Promotion:
    """Who goes on to the next stage.

    `top` of all, or with `per` of each group; or `ratio` (of 10^-4) of the places of all tiers,
    cut off; 0: no limit. `least` is the smallest score, in units of the stage's rounding.
    `at_cut`: extend takes in all who are tied there; cascade parts them by `ties`, then by a
    decision; decide by a decision alone.
    """

    top: int = 0
    ratio: int = 0
    per: GroupBy | Literal[""] = ""
    least: int | None = None
    at_cut: PromotionCut = "extend"
    ties: tuple[TieStep, ...] = ()


@dataclass(frozen=True)
class Band:
    """From `votes` upwards a case has `points` (of 10^-decimals of the conversion)."""

    votes: int
    points: int


@dataclass(frozen=True)
class PublicVote:
    """How the valid votes of the public become points.

    `full` is what the whole is worth in max_ratio and share. Points are of 10^-decimals.
    `points` are those of the first, second, ... rank; who is beyond them has 0. `bands` go from
    high to low; below the last is 0.
    """

    convert: Conversion
    full: int = 100
    decimals: int = 0
    points: tuple[int, ...] = ()
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True)
class Approval:
    """A vote by ticks (票决). Which question allows how many ticks stands in `ticks`.

    The questions are `APPROVE` alone, or the keys of the tiers. A tick is a cell with 1 point.
    `over`: too many ticks void the whole ballot, or what it says on that question; the same
    for too few where `fewer` is False.
    """

    quorum: Majority
    base: Base
    threshold: Majority
    ticks: tuple[tuple[str, int], ...]
    fewer: bool
    over: OverVote
    void_in_base: bool
    abstained_in_base: bool
    by: VoteOrder = "votes"
    tier_thresholds: tuple[tuple[str, Majority], ...] = ()
    # True: whose ballot it was is not kept. `LATER` of scoring.rules, which imports this module.
    secret: bool = field(default=False, metadata={"later": True})

    @property
    def per_tier(self) -> bool:
        return self.ticks[0][0] != APPROVE

    def question(self, tier: str) -> str:
        """The question whose ticks decide on a tier."""
        return tier if self.per_tier else APPROVE

    def needed(self, tier: str) -> Majority:
        return dict(self.tier_thresholds).get(tier, self.threshold)


@dataclass(frozen=True)
class Panel:
    """Judges who see cases that other panels do not see."""

    key: str
    judges: tuple[str, ...]


@dataclass(frozen=True)
class Stage:
    """One pass over the cases. `form` is what a judge fills in, in score and vote stages.

    `judges` empty: all of them. `rounding` None: that of the award. With `second_mean` the
    values of each panel are brought to the mean of all.
    """

    key: str
    name: Text
    kind: StageKind
    form: ScoreStage | None = None
    judges: tuple[str, ...] = ()
    rounding: Rounding | None = None
    promotion: Promotion | None = None
    public: PublicVote | None = None
    approval: Approval | None = None
    panels: tuple[Panel, ...] = ()
    second_mean: bool = False


@dataclass(frozen=True)
class Share:
    """What a stage weighs in the total, in units of 10^-4."""

    stage: str
    weight: int


@dataclass(frozen=True)
class Adjustment:
    """A bonus or penalty on a stage's value, before it is rounded.

    `points` (of 10^-decimals, negative for a penalty) for every started `every` of the
    measure above `free` (with `exact` in proportion); `most` is the largest sum,
    without sign, 0: no limit.
    """

    key: str
    name: Text
    stage: str
    measure: str
    free: int
    every: int
    points: int
    most: int
    decimals: int
    # True: what is above `free` counts exactly, a unit that is begun only in part.
    exact: bool = field(default=False, metadata={"later": True})
    # True: a case of which the measure is not recorded has no score; else it counts as 0.
    required: bool = field(default=False, metadata={"later": True})


@dataclass(frozen=True)
class Factor:
    """What a stage's value, or with `criterion` that of one of its criteria, is multiplied by
    before it is rounded: the `measure` of the case, or where none is named `value` (of
    10^-decimals). `rounded`: the value is rounded before it is multiplied.
    """

    key: str
    name: Text
    stage: str
    criterion: str = ""
    measure: str = ""
    value: int = 0
    decimals: int = 0
    rounded: bool = False


@dataclass(frozen=True)
class Line:
    """The least that is needed, in units of 10^-decimals: to be ranked, or for one tier."""

    of: LineOf
    least: int
    decimals: int
    stage: str = ""
    key: str = ""
    tier: str = ""


@dataclass(frozen=True)
class Cap:
    """At most `most` places of one group, in a tier or (`tier` empty) overall.

    `value` empty: of every group by itself.
    """

    by: GroupBy
    most: int
    tier: str = ""
    value: str = ""


@dataclass(frozen=True)
class Floor:
    """At least `least` places for one group, in a tier or overall (kept in the last tier)."""

    by: GroupBy
    value: str
    least: int
    tier: str = ""


@dataclass(frozen=True)
class Publication:
    """What follows the publication: whether those behind move up for a case that is struck."""

    backfill: bool
    reserves: int = 0
    workdays: int = 0
