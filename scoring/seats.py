"""Places under conditions: caps, floors, lines, thresholds, ceilings, preset places.

Tier by tier from the top. Who may not sit is passed over with a remark, and is looked at
again in the next tier. Where a tie cannot be seated whole, `at_cut` says what happens; at an
open cut everything behind it waits, since it may depend on who is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from scoring.chain_rules import Cap, Floor
from scoring.inputs import CaseFacts
from scoring.result import OpenCut, Remark, Vacancy
from scoring.rules import Rules, Tier

Names = tuple[str, ...]
Params = dict[str, str | int]
Permit = Callable[[Tier, str], Remark | None]


@dataclass
class Seats:
    """Who sits where. `permit` says why a case may not have a tier by itself, if it may not."""

    rules: Rules
    facts: Mapping[str, CaseFacts]
    permit: Permit
    ranks: Mapping[str, int]
    tier_of: dict[str, str] = field(default_factory=dict)
    remarks: dict[str, list[Remark]] = field(default_factory=dict)
    cuts: list[OpenCut] = field(default_factory=list)
    vacancies: list[Vacancy] = field(default_factory=list)
    given: list[tuple[str, str]] = field(default_factory=list)  # (case, tier), inside the sizes
    stopped: bool = False

    def preset(self, case: str, tier: str, reason: str) -> None:
        """A place outside the size; it counts for no cap and no floor."""
        self.tier_of[case] = tier
        self._say(case, Remark("preset", "", tier, {"reason": reason}))

    def fill(self, tier: Tier, size: int, groups: Sequence[Names]) -> None:
        """Give out the places of one tier to the groups, the best first."""
        if self._is_stopped():
            return
        floors, room = self._floors(tier, groups), size
        for group in groups:
            if room <= 0:
                break
            able = tuple(
                c for c in group if c not in self.tier_of and self._may(tier, c, room, floors)
            )
            if able:
                room = self._seat(tier, able, room, floors)
            if self._is_stopped():
                return
        if room > 0:
            self.vacancies.append(Vacancy(tier.key, room))

    def _seat(self, tier: Tier, able: Names, room: int, floors: Sequence[Floor]) -> int:
        """Seat a group, or do what the rules say where not all of it can sit. The room left."""
        if self._together(tier, able, room, floors) or tier.at_cut == "include":
            self._take(tier, able)
            return room - len(able)
        if tier.at_cut == "exclude":
            self._say_all(able, Remark("cut_excluded", "", tier.key))
            # The tier ends here where its places would not do; those left stay empty.
            if len(able) > room:
                self.vacancies.append(Vacancy(tier.key, room))
                return 0
            return room
        self.cuts.append(OpenCut(tier.key, self._most(tier, able, room), able))
        self._say_all(able, Remark("cut_open", "", tier.key))
        self.stopped = True
        return room

    def _is_stopped(self) -> bool:
        return self.stopped

    def _take(self, tier: Tier, cases: Names) -> None:
        self.tier_of.update(dict.fromkeys(cases, tier.key))
        self.given += [(case, tier.key) for case in cases]

    # -- one case -----------------------------------------------------------------------

    def _may(self, tier: Tier, case: str, room: int, floors: Sequence[Floor]) -> bool:
        """Whether the case can sit here if it were alone; why not is put down."""
        why = (
            self.permit(tier, case) or self._cap(tier, case) or self._kept(tier, case, room, floors)
        )
        if why:
            self._say(case, why)
        return why is None

    def _cap(self, tier: Tier, case: str) -> Remark | None:
        for cap in self._caps(tier, case):
            group = self.facts[case].group(cap.by)
            if self._seated(cap, group) >= cap.most:
                params: Params = {
                    "by": cap.by,
                    "value": group,
                    "most": cap.most,
                    "rank": self.ranks[case],
                }
                return Remark("cap", "", tier.key, params)
        return None

    def _kept(self, tier: Tier, case: str, room: int, floors: Sequence[Floor]) -> Remark | None:
        """The places that are left are kept for others."""
        if self._fits((case,), room, floors):
            return None
        one = next(f for f in floors if not self._of(f, case) and self._unmet(f, ()))
        params: Params = {
            "by": one.by,
            "value": one.value,
            "least": one.least,
            "rank": self.ranks[case],
        }
        return Remark("floor", "", tier.key, params)

    # -- caps ---------------------------------------------------------------------------

    def _caps(self, tier: Tier, case: str) -> Iterable[Cap]:
        group = self.facts[case].group
        return (
            cap for cap in self.rules.caps
            if cap.tier in {"", tier.key} and cap.value in {"", group(cap.by)}
        )  # fmt: skip

    def _seated(self, cap: Cap, group: str) -> int:
        return sum(
            self.facts[case].group(cap.by) == group and cap.tier in {"", tier}
            for case, tier in self.given
        )

    def _excess(self, tier: Tier, cap: Cap, able: Names) -> int:
        """How many of the group are too many under one cap."""
        groups = [self.facts[c].group(cap.by) for c in able if cap in self._caps(tier, c)]
        return sum(
            max(0, self._seated(cap, group) + groups.count(group) - cap.most)
            for group in dict.fromkeys(groups)
        )

    # -- floors -------------------------------------------------------------------------

    def _floors(self, tier: Tier, groups: Sequence[Names]) -> tuple[Floor, ...]:
        """The floors to keep here, each no larger than those who could still fill it."""
        last = tier.key == self.rules.tiers[-1].key
        here = [f for f in self.rules.floors if f.tier == tier.key or (last and not f.tier)]
        waiting = [c for group in groups for c in group if c not in self.tier_of]
        can = [case for case in waiting if self.permit(tier, case) is None]
        return tuple(
            Floor(f.by, f.value, min(f.least, self._have(f) + sum(self._of(f, c) for c in can)),
                  f.tier)
            for f in here
        )  # fmt: skip

    def _of(self, floor: Floor, case: str) -> bool:
        return self.facts[case].group(floor.by) == floor.value

    def _have(self, floor: Floor) -> int:
        return sum(self._of(floor, case) and floor.tier in {"", tier} for case, tier in self.given)

    def _unmet(self, floor: Floor, coming: Names) -> int:
        return max(0, floor.least - self._have(floor) - sum(self._of(floor, c) for c in coming))

    def _fits(self, able: Names, room: int, floors: Sequence[Floor]) -> bool:
        """Whether enough places are left for the floors once these sit.

        One for whom a place is kept may always take it.
        """
        if len(able) == 1 and any(self._of(f, able[0]) and self._unmet(f, ()) for f in floors):
            return True
        return room - len(able) >= sum(self._unmet(f, able) for f in floors)

    # -- a group ------------------------------------------------------------------------

    def _together(self, tier: Tier, able: Names, room: int, floors: Sequence[Floor]) -> bool:
        if len(able) > room or not self._fits(able, room, floors):
            return False
        return not any(self._excess(tier, cap, able) for cap in self.rules.caps)

    def _most(self, tier: Tier, able: Names, room: int) -> int:
        """How many of a tied group can sit at most."""
        caps = [len(able) - self._excess(tier, cap, able) for cap in self.rules.caps]
        return min(room, len(able), *caps)

    def _say(self, case: str, remark: Remark) -> None:
        self.remarks.setdefault(case, []).append(remark)

    def _say_all(self, cases: Names, remark: Remark) -> None:
        for case in cases:
            self._say(case, remark)
