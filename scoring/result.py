"""The result of an award as data: standings, ties, tiers, what is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from scoring.rules import LATER, TieStep

Unranked = Literal[
    "too_few_ballots", "too_many_ballots", "blocked", "no_factor", "no_base", "mixed_panels",
    "no_votes", "no_quorum", "not_counted",
    "rejected", "vetoed", "struck", "below_min", "not_promoted", "open_cut", "below_line",
    "below_threshold", "not_elected", "",
]  # fmt: skip
RemarkCode = Literal[
    "rejected", "vetoed", "struck", "below_min", "not_promoted", "open_cut", "below_line",
    "below_threshold", "no_quorum", "not_elected", "cap", "floor", "tier_line", "tier_threshold",
    "ceiling", "cut_open", "cut_excluded", "waits", "preset", "reserve",
]  # fmt: skip
Drop = Literal["high", "low", "judge"]


@dataclass(frozen=True, slots=True)
class Dropped:
    """One value left out by trimming. `criterion` is empty where a whole total was dropped."""

    judge: str
    which: Drop
    value: Fraction
    criterion: str = ""


@dataclass(frozen=True, slots=True)
class CaseScore:
    """One case's number in one stage.

    `value` is exact in points (not scaled); `published` is `value` rounded, in units of
    10^-places. Both are None where the case is not ranked, with the reason.
    """

    case: str
    value: Fraction | None
    published: int | None
    ballots: int  # valid ballots
    dropped: tuple[Dropped, ...] = ()
    unranked: Unranked = ""


@dataclass(frozen=True, slots=True)
class TieUse:
    """One step of the cascade that was tried on one group of tied cases.

    `values` holds what was compared, per case, exact; `split` says whether it parted them.
    """

    step: TieStep
    cases: tuple[str, ...]
    values: Mapping[str, Fraction]
    split: bool


@dataclass(frozen=True, slots=True)
class Remark:
    """Why a case is not where its number would put it: a code, the stage or tier it is about,
    and the values its sentence needs (numbers as exact text).
    """

    code: RemarkCode
    stage: str = ""
    tier: str = ""
    params: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """One line of the ranking. `tied_with` are those who still share the rank at the end."""

    rank: int | None
    score: CaseScore
    tier: str = ""  # tier key; empty: none
    ties: tuple[TieUse, ...] = ()
    tied_with: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def case(self) -> str:
        return self.score.case


@dataclass(frozen=True)
class OpenCut:
    """The rules stop here: the committee must decide which of `cases` get `places` of `tier`."""

    tier: str
    places: int
    cases: tuple[str, ...]


@dataclass(frozen=True)
class Decision:
    """A committee's word on a tie: the cases in order, first is best. Entered by people.

    With `judge`, a draw's word on whose marks are left out (rules that trim one whole
    judge, where several spread equally); `cases` is empty then.
    """

    cases: tuple[str, ...]
    kind: Literal["chair", "draw"]
    number: int = 0
    judge: str = ""
    # Where the cut or the draw of one stage is decided; empty: the final ranking.
    stage: str = field(default="", metadata=LATER)


DecisionFault = Literal["too_short", "repeated", "unknown", "twice", "not_tied", "part_of_tie"]


class DecisionError(Exception):
    """A decision that decides nothing, or too much. `names` are its cases (or its judge).

    too_short: fewer than two cases; repeated: a case twice in one decision; unknown: not in
    the matrix; twice: the same tie decided twice; not_tied: those named do not wait for a
    decision; part_of_tie: only some of those tied are named (`tied` has them all).
    """

    def __init__(
        self, code: DecisionFault, names: tuple[str, ...], tied: tuple[str, ...] = ()
    ) -> None:
        super().__init__(code, names)
        self.code, self.names, self.tied = code, names, tied

    @property
    def cases(self) -> tuple[str, ...]:
        return self.names


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing for a final result: a judge's cell(s) for a case, or a case's ballots.

    A case with too few valid ballots has a gap of its own, without judge and criteria; one that
    lacks a number to be multiplied by has one without judge, `criteria` being the measures.
    """

    judge: str
    case: str
    criteria: tuple[str, ...]
    stage: str = field(default="", metadata=LATER)  # empty in an award of one stage


@dataclass(frozen=True, slots=True)
class Tally:
    """The ticks of one case on one question, out of its own base."""

    case: str
    question: str
    votes: int
    base: int


@dataclass(frozen=True)
class StageOutcome:
    """What one stage of a chain made of its entrants, in the order of the cases.

    `votes` are the valid votes of the public by case; `adjusted` what bonus and penalty
    changed, in points; `members`, `present` and `void` are ballots of an approval vote.
    """

    key: str
    scores: tuple[CaseScore, ...]
    promoted: tuple[str, ...]
    ties: tuple[TieUse, ...] = ()
    votes: Mapping[str, int] = field(default_factory=dict)
    tallies: tuple[Tally, ...] = ()
    adjusted: Mapping[str, Fraction] = field(default_factory=dict)
    quorum: bool = True
    members: int = 0
    present: int = 0
    void: int = 0

    def score(self, case: str) -> CaseScore | None:
        return next((score for score in self.scores if score.case == case), None)


@dataclass(frozen=True, slots=True)
class Vacancy:
    """Places of a tier that nobody has."""

    tier: str
    places: int


@dataclass(frozen=True)
class Outcome:
    """The whole result, in rank order; unranked cases last, in the order of the matrix.

    `open_judges` are those between whom a draw must decide whose marks are left out; the
    cases it touches are blocked until then.
    """

    standings: tuple[Standing, ...]
    open_cuts: tuple[OpenCut, ...] = ()
    gaps: tuple[Gap, ...] = ()
    open_judges: tuple[str, ...] = ()
    stages: tuple[StageOutcome, ...] = ()  # of a chain
    vacancies: tuple[Vacancy, ...] = ()
    open_stages: tuple[str, ...] = ()  # votes without a quorum
