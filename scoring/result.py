"""The result of an award as data: standings, ties, tiers, what is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from scoring.rules import TieStep

Unranked = Literal["too_few_ballots", "blocked", ""]
Drop = Literal["high", "low", "judge"]


@dataclass(frozen=True)
class Dropped:
    """One value left out by trimming. `criterion` is empty where a whole total was dropped."""

    judge: str
    which: Drop
    value: Fraction
    criterion: str = ""


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class TieUse:
    """One step of the cascade that was tried on one group of tied cases.

    `values` holds what was compared, per case, exact; `split` says whether it parted them.
    """

    step: TieStep
    cases: tuple[str, ...]
    values: Mapping[str, Fraction]
    split: bool


@dataclass(frozen=True)
class Standing:
    """One line of the ranking. `tied_with` are those who still share the rank at the end."""

    rank: int | None
    score: CaseScore
    tier: str = ""  # tier key; empty: none
    ties: tuple[TieUse, ...] = ()
    tied_with: tuple[str, ...] = ()

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
    """A committee's word on a tie: the cases in order, first is best. Entered by people."""

    cases: tuple[str, ...]
    kind: Literal["chair", "draw"]
    number: int = 0


@dataclass(frozen=True)
class Gap:
    """What is missing for a final result: a judge's cell(s) for a case, or a case's ballots."""

    judge: str
    case: str
    criteria: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """The whole result, in rank order; unranked cases last, in the order of the matrix."""

    standings: tuple[Standing, ...]
    open_cuts: tuple[OpenCut, ...] = ()
    gaps: tuple[Gap, ...] = ()
