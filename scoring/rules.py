"""What a committee's rules say, checked and with every number an integer.

Built from config.toml by `scoring.config`; never built by hand outside tests.
Source: the rule catalogue in docs/rules.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # an award of one stage has none of them
    from scoring.chain_rules import (
        Adjustment,
        Approval,
        Cap,
        Factor,
        Floor,
        Line,
        PercentOf,
        Publication,
        Share,
        Stage,
    )

CountMethod = Literal["mean", "trimmed_mean", "trimmed_sum", "median", "sum"]
TRIMMED: tuple[CountMethod, ...] = ("trimmed_mean", "trimmed_sum")
TrimOf = Literal["total", "criterion", "judge"]
MissingPolicy = Literal["exclude", "block", "zero"]
RoundingMode = Literal["half_up", "half_even", "down"]
RoundingWhen = Literal["every_criterion", "every_stage", "final"]
TieKind = Literal[
    "criterion", "mean", "median", "high_count", "head_to_head", "more_decimals", "decision",
    "stage", "votes", "less", "runoff",
]  # fmt: skip
SharedRank = Literal["skip", "dense"]
AtCut = Literal["open", "include", "exclude"]
AnnounceOrder = Literal["rank", "field"]
AnnounceSequence = Literal["in_order", "odd_then_even"]

JUDGE_PLACES = 4  # decimals of a judge's weight
JUDGE_UNIT = 10**JUDGE_PLACES
"""Weights of judges are whole numbers of 1/JUDGE_UNIT."""

LATER = {"later": True}
"""Marks a field that came after the first form of the rules. Where it stands at its default it
is no part of the rules' digest, so that ballots of earlier awards still name their rules."""


@dataclass(frozen=True)
class Text:
    """A wording in both languages; either may be empty, not both."""

    zh: str = ""
    en: str = ""


@dataclass(frozen=True)
class Scale:
    """The points a judge may give: `low`, `low + step`, ... up to `high`, in stage units."""

    low: int
    high: int
    step: int

    def allows(self, points: int) -> bool:
        return self.low <= points <= self.high and (points - self.low) % self.step == 0

    def nudged(self, points: int, direction: int, whole: int) -> int:
        """One whole point (`whole`, in stage units) up or down, or one step where that is no
        part of a whole point; at the ends of the scale it stays where it is.
        """
        by = self.step if whole % self.step else whole
        moved = points + direction * by
        return moved if self.allows(moved) else points


@dataclass(frozen=True)
class Level:
    """The wording for points from `start` upwards (stage units), until the next level."""

    start: int
    text: Text


@dataclass(frozen=True)
class Criterion:
    """One thing that is scored. `weight` is scaled by the stage's `weight_decimals`."""

    key: str
    name: Text
    weight: int
    scale: Scale
    guide: Text = Text()
    levels: tuple[Level, ...] = ()  # highest first
    counted: bool = True  # False: shown, recorded, never in a sum
    optional: bool = False  # True: a judge may answer "not applicable"
    # True: who marks it writes a comment on the case.
    comment: bool = field(default=False, metadata=LATER)


@dataclass(frozen=True)
class Aggregation:
    """How the ballots of one case become one number.

    With `trimmed_mean`, `high` and `low` extremes are dropped once a case has at least
    `start` valid ballots; below it the plain mean is used. `of` says what is trimmed.

    `trimmed_sum` is the sum of what is left of `start` ballots. A case with another number of
    ballots has no sum that could stand beside it: it is not ranked, or, with `scaled`, its sum
    is brought up or down in proportion.
    """

    method: CountMethod
    high: int = 0
    low: int = 0
    start: int = 0
    of: TrimOf = "total"
    scaled: bool = field(default=False, metadata=LATER)

    @property
    def trims(self) -> bool:
        return self.method in TRIMMED

    @property
    def left(self) -> int:
        """How many values a trimmed sum is made of."""
        return self.start - self.high - self.low


@dataclass(frozen=True)
class Missing:
    """What an unscored cell means, and the fewest valid ballots a case needs to be ranked."""

    policy: MissingPolicy
    minimum: int


@dataclass(frozen=True)
class Rounding:
    """Named rounding to `places` decimals, at the stages named by `when`.

    With an `interval` (in units of 10^-places) to whole multiples of it.
    """

    mode: RoundingMode
    places: int
    when: RoundingWhen
    interval: int = field(default=1, metadata=LATER)


@dataclass(frozen=True)
class ScoreStage:
    """One pass in which judges score cases by criteria."""

    key: str
    name: Text
    criteria: tuple[Criterion, ...]
    decimals: int  # points are integers of 10^-decimals
    weight_decimals: int
    aggregation: Aggregation
    missing: Missing
    summing: bool = False  # True: a ballot is the sum of its points, not the weighted mean
    # Published adjustments, frozen: (judge, points in stage units) added to that judge's totals.
    judge_adjust: tuple[tuple[str, int], ...] = field(default=(), metadata=LATER)
    # (judge, weight in 1/JUDGE_UNIT) of those whose ballots do not count 1.
    judge_weights: tuple[tuple[str, int], ...] = field(default=(), metadata=LATER)

    @property
    def counted(self) -> tuple[int, ...]:
        """Positions of the criteria that enter the total."""
        return tuple(i for i, c in enumerate(self.criteria) if c.counted)

    @property
    def commented(self) -> bool:
        """Whether a case is finished only with a comment."""
        return any(criterion.comment for criterion in self.criteria)


@dataclass(frozen=True)
class TieStep:
    """One step of the cascade.

    `key` names the criterion (`criterion`), the stage (`stage`, `votes`) or the measure
    (`less`); `stage` says in which stage the other kinds look, empty where there is but one.
    """

    kind: TieKind
    key: str = ""
    stage: str = field(default="", metadata=LATER)


@dataclass(frozen=True)
class Tier:
    """A band of places. `size` is a ceiling; `at_cut` is for those still tied at its end."""

    key: str
    name: Text
    size: int
    at_cut: AtCut
    percent: int = field(default=0, metadata=LATER)  # of 10^-4 %; above 0 it replaces `size`
    percent_of: PercentOf = field(default="ranked", metadata=LATER)


@dataclass(frozen=True)
class Announce:
    """How the announcement is ordered, numbered and printed."""

    title: Text
    order: AnnounceOrder
    fields: tuple[str, ...]  # the order of fields; others follow
    sequence: AnnounceSequence
    # Patterns of the printed text. Slots: {count} and {tier}; {tier} and {number}; {label}, {unit}
    # and {title}. A slot is filled once, literally; anything else in braces stays as it is.
    head: Text = Text("● {count}大{tier} ●", "● {count} {tier} Cases ●")
    label: Text = Text("{tier}{number}", "{tier} Case {number}")
    line: Text = Text("{label} · 参评单位:{unit} {title}", "{label} · {unit} · {title}")


@dataclass(frozen=True)
class Rules:
    """Everything that decides a medal, and how it is announced."""

    award: str
    name: Text
    stages: tuple[ScoreStage, ...]
    rounding: Rounding
    rank_exact: bool  # True: rank on the exact value, not on the published one
    ties: tuple[TieStep, ...]
    shared: SharedRank
    tiers: tuple[Tier, ...]
    announce: Announce
    recusal_reasons: tuple[Text, ...] = ()
    deadline: str = ""  # as written, "2026-12-31 18:00"; shown, never enforced
    # `stages` holds the forms that judges fill in, in order. An award with a chain of stages has
    # all of them in `chain`; in an award of one score stage the rest of this is empty.
    chain: tuple[Stage, ...] = field(default=(), metadata=LATER)
    total: tuple[Share, ...] = field(default=(), metadata=LATER)
    adjustments: tuple[Adjustment, ...] = field(default=(), metadata=LATER)
    factors: tuple[Factor, ...] = field(default=(), metadata=LATER)
    lines: tuple[Line, ...] = field(default=(), metadata=LATER)
    caps: tuple[Cap, ...] = field(default=(), metadata=LATER)
    floors: tuple[Floor, ...] = field(default=(), metadata=LATER)
    publication: Publication | None = field(default=None, metadata=LATER)
    focus: str = field(default="", metadata=LATER)  # the stage somebody looks at; decides nothing

    @property
    def stage(self) -> ScoreStage:
        """The one score stage of a one-stage award; of a chain the one in focus, or the first
        that judges fill in.
        """
        return next((one for one in self.stages if one.key == self.focus), self.stages[0])

    @property
    def approval(self) -> Approval | None:
        """How the stage somebody looks at is voted on; None where it is scored."""
        key = self.stage.key if self.stages else ""
        return next((one.approval for one in self.chain if one.key == key), None)

    @property
    def title(self) -> Text:
        """What somebody works on: the award, in a chain with the stage in focus."""
        if not self.focus:
            return self.name
        one, two = self.name, self.stage.name
        return Text(
            f"{one.zh or one.en} {two.zh or two.en}", f"{one.en or one.zh}: {two.en or two.zh}"
        )

    def looking_at(self, stage: str) -> Rules:
        """The same rules, for somebody who works on one stage."""
        return replace(self, focus=stage)

    def stage_of(self, judge: str) -> str:
        """The key of the stage a judge belongs to; empty where it is not said."""
        judged = [one for one in self.chain if one.form]
        named = (one.key for one in judged if judge in one.judges)
        return next(named, judged[0].key if len(judged) == 1 and not judged[0].judges else "")

    def factors_of(self, stage: str, criterion: str = "") -> tuple[Factor, ...]:
        """What the value of a stage, or of one criterion in it, is multiplied by, in order."""
        found = (one for one in self.factors if one.stage == stage)
        return tuple(one for one in found if one.criterion == criterion)

    def each_factored(self, stage: str) -> bool:
        """Whether a stage has a factor for single criteria."""
        return any(one.stage == stage and one.criterion for one in self.factors)

    def adjustments_of(self, stage: str) -> tuple[Adjustment, ...]:
        """Bonus and penalty of a stage, in order."""
        return tuple(one for one in self.adjustments if one.stage == stage)

    @property
    def measuring(self) -> tuple[Factor | Adjustment, ...]:
        """The rules that ask for a measure of each case."""
        return (*(one for one in self.factors if one.measure), *self.adjustments)

    def passes(self) -> tuple[Stage, ...]:
        """The chain; of an award without one, its score stage as a chain of one."""
        from scoring.chain_rules import Stage

        return self.chain or (Stage(self.stage.key, self.stage.name, "score", self.stage),)
