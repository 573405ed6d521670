"""Who gets which tier. Sizes are ceilings; a tie across the end of a tier is decided by
`at_cut`, never by order.

* open: those tied at the cut get nothing yet; the committee decides who of them takes the
  free places. The rest of them come first in the next tier, whoever they are.
* include: all of them come in, above the size. The next tier keeps its own size.
* exclude: none of them comes in, the places stay empty. They come first in the next tier.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scoring.ranking import Group
from scoring.result import OpenCut, Remark, RemarkCode, Vacancy
from scoring.rules import Tier


@dataclass
class Waiting:
    """A group that shares a place. `left` of its members still need one; who, is open
    once an open cut has gone through it."""

    group: Group
    left: int

    @property
    def torn(self) -> bool:
        return self.left < len(self.group)


class Seating:
    """Gives out the places, best group first, tier by tier."""

    def __init__(self, groups: Iterable[Group], cases: Sequence[str]) -> None:
        self.waiting = deque(Waiting(group, len(group)) for group in groups)
        self.cases = cases
        self.tier_of: dict[int, str] = {}  # by position of the case
        self.cuts: list[OpenCut] = []
        self.remarks: dict[int, list[Remark]] = {}  # why somebody at a cut did not get in
        self.vacancies: list[Vacancy] = []

    def fill(self, tier: Tier) -> None:
        """Give out the places of one tier."""
        room = tier.size
        while self.waiting and self.waiting[0].left <= room:
            room -= self.waiting[0].left
            self._seat(tier)
        if self.waiting and room > 0:
            room = self._cut(tier, room)
        if room > 0:
            self.vacancies.append(Vacancy(tier.key, room))

    def _seat(self, tier: Tier) -> None:
        """All of the first group come in; those of a torn one only once it is decided."""
        first = self.waiting.popleft()
        if not first.torn:
            self.tier_of.update(dict.fromkeys(first.group, tier.key))

    def _cut(self, tier: Tier, room: int) -> int:
        """The first group needs more than the room that is left. How much stays empty."""
        if tier.at_cut == "include":
            self._seat(tier)
            return 0
        first = self.waiting[0]
        code: RemarkCode = "cut_open" if tier.at_cut == "open" else "cut_excluded"
        for case in first.group:
            self.remarks.setdefault(case, []).append(Remark(code, "", tier.key))
        if tier.at_cut == "exclude":
            return room
        first.left -= room
        names = tuple(self.cases[case] for case in first.group)
        self.cuts.append(OpenCut(tier.key, room, names))
        return 0


def seat(tiers: Sequence[Tier], groups: Iterable[Group], cases: Sequence[str]) -> Seating:
    """All tiers, in the order of the rules."""
    seating = Seating(groups, cases)
    for tier in tiers:
        seating.fill(tier)
    return seating
