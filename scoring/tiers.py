"""Who gets which tier. Sizes are ceilings; a tie across the end of a tier is decided by
`at_cut`, never by order.

* open: those tied at the cut get nothing yet; the committee decides who of them takes the
  free places. The others of them come first in the next tier, whoever they are.
* include: all of them come in, above the size. The next tier keeps its own size.
* exclude: none of them comes in, the places stay empty. They come first in the next tier.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scoring.ranking import Group
from scoring.result import OpenCut
from scoring.rules import Tier


class Seating:
    """Seats groups, best first, tier by tier."""

    def __init__(self, groups: Iterable[Group], cases: Sequence[str]) -> None:
        self.waiting = list(reversed(list(groups)))
        self.cases = cases
        self.tier_of: dict[int, str] = {}
        self.cuts: list[OpenCut] = []
        self.torn: Group = ()  # a group across an open cut
        self.left = 0  # how many of it still have no place

    def fill(self, tier: Tier) -> None:
        """Give out the places of one tier."""
        room = self._seat_torn(tier) if self.left else tier.size
        while self.waiting and len(self.waiting[-1]) <= room:
            room -= len(self.waiting[-1])
            self._seat(self.waiting.pop(), tier)
        if self.waiting and room > 0:
            self._cut(tier, room)

    def _seat_torn(self, tier: Tier) -> int:
        """Places left in this tier after those of the torn group whom the last cut left over."""
        room = tier.size
        if self.left <= room or (tier.at_cut == "include" and room > 0):
            rest, self.left = max(room - self.left, 0), 0
            return rest
        if tier.at_cut == "open" and room > 0:
            self.cuts.append(self._open(tier, room, self.torn))
            self.left -= room
        return 0

    def _cut(self, tier: Tier, room: int) -> None:
        """The next group is larger than the room left."""
        if tier.at_cut == "include":
            self._seat(self.waiting.pop(), tier)
        elif tier.at_cut == "open":
            self.torn = self.waiting.pop()
            self.left = len(self.torn) - room
            self.cuts.append(self._open(tier, room, self.torn))

    def _seat(self, group: Group, tier: Tier) -> None:
        self.tier_of.update(dict.fromkeys(group, tier.key))

    def _open(self, tier: Tier, room: int, group: Group) -> OpenCut:
        return OpenCut(tier.key, room, tuple(self.cases[case] for case in group))


def seat(tiers: Sequence[Tier], groups: Iterable[Group], cases: Sequence[str]) -> Seating:
    """All tiers, in the order of the rules."""
    seating = Seating(groups, cases)
    for tier in tiers:
        seating.fill(tier)
    return seating
