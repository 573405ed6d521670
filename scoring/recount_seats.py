"""The recount's places: who gets which tier, by name.

`plain` is for awards where only order and sizes decide; `Table` for all others. A seat is a
pair (case, tier); everything is asked of the list of seats given so far.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from scoring.chain_rules import Cap, Floor
from scoring.inputs import CaseFacts
from scoring.result import OpenCut, Remark, RemarkCode, Vacancy
from scoring.rules import Rules, Tier

Groups = list[list[str]]
Wanted = list[tuple[Floor, int]]  # floors, also equal ones, and how many each wants
Params = dict[str, str | int]


@dataclass
class Table:
    """The places, the remarks, the cuts, the vacancies, and whether all of it is settled."""

    rules: Rules
    facts: dict[str, CaseFacts]
    barred: Callable[[Tier, str], Remark | None]
    ranks: dict[str, int]
    tiers: dict[str, str] = field(default_factory=dict)
    seats: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[tuple[str, Remark]] = field(default_factory=list)
    cuts: list[OpenCut] = field(default_factory=list)
    vacancies: list[Vacancy] = field(default_factory=list)
    open: bool = False

    def serve(self, tier: Tier, size: int, groups: Groups) -> None:
        """One tier, group by group, until it is full or the rules stop."""
        room, ended = size, self.open
        floors: Wanted = [] if ended else self._kept(tier, groups)
        for group in groups:
            if room <= 0 or ended:
                break
            free = [case for case in group if case not in self.tiers]
            fit = []
            for case in free:
                why = self.barred(tier, case) or self._capped(tier, case)
                why = why or self._reserved(tier, case, room, floors)
                if why:
                    self.remarks.append((case, why))
                else:
                    fit.append(case)
            if fit:
                room, ended = self._serve_group(tier, fit, room, floors)
        if room > 0 and not self.open:
            self.vacancies.append(Vacancy(tier.key, room))

    def _serve_group(
        self, tier: Tier, fit: list[str], room: int, floors: Wanted
    ) -> tuple[int, bool]:
        """(the room left, whether the tier ends here)."""
        whole = (
            len(fit) <= room
            and self._too_many(tier, fit) == [0] * len(self.rules.caps)
            and self._floors_hold(tier, fit, room, floors)
        )
        if whole or tier.at_cut == "include":
            self.tiers |= dict.fromkeys(fit, tier.key)
            self.seats += [(case, tier.key) for case in fit]
            return room - len(fit), False
        code: RemarkCode = "cut_excluded" if tier.at_cut == "exclude" else "cut_open"
        self.remarks += [(case, Remark(code, "", tier.key)) for case in fit]
        if tier.at_cut == "exclude":
            return room, len(fit) > room
        most = min([room, len(fit)] + [len(fit) - n for n in self._too_many(tier, fit)])
        self.cuts.append(OpenCut(tier.key, most, tuple(fit)))
        self.open = True
        return room, True

    # -- caps -----------------------------------------------------------------------------

    def _group(self, cap: Cap | Floor, case: str) -> str:
        one = self.facts[case]
        return {"field": one.field, "unit": one.unit, "region": one.region, "level": one.level}[
            cap.by
        ]

    def _held(self, cap: Cap, group: str) -> int:
        mine = [seat for seat in self.seats if self._group(cap, seat[0]) == group]
        return len([seat for seat in mine if not cap.tier or seat[1] == cap.tier])

    def _under(self, cap: Cap, tier: Tier, case: str) -> bool:
        here = not cap.tier or cap.tier == tier.key
        return here and (not cap.value or cap.value == self._group(cap, case))

    def _capped(self, tier: Tier, case: str) -> Remark | None:
        for cap in self.rules.caps:
            group = self._group(cap, case)
            if self._under(cap, tier, case) and self._held(cap, group) + 1 > cap.most:
                params: Params = {
                    "by": cap.by,
                    "value": group,
                    "most": cap.most,
                    "rank": self.ranks[case],
                }
                return Remark("cap", "", tier.key, params)
        return None

    def _too_many(self, tier: Tier, cases: Sequence[str]) -> list[int]:
        """For each cap, how many of these cases it would keep out."""
        found = []
        for cap in self.rules.caps:
            coming = [self._group(cap, case) for case in cases if self._under(cap, tier, case)]
            over = {
                group: self._held(cap, group) + coming.count(group) - cap.most for group in coming
            }
            found.append(sum(number for number in over.values() if number > 0))
        return found

    # -- floors ---------------------------------------------------------------------------

    def _kept(self, tier: Tier, groups: Groups) -> Wanted:
        """The floors of this tier, and how many are really wanted of each."""
        final = self.rules.tiers[-1] is tier or self.rules.tiers[-1].key == tier.key
        able = [
            case for group in groups for case in group
            if case not in self.tiers and self.barred(tier, case) is None
        ]  # fmt: skip
        wanted: Wanted = []
        for floor in self.rules.floors:
            if floor.tier == tier.key or (final and floor.tier == ""):
                could = [case for case in able if self._group(floor, case) == floor.value]
                wanted.append((floor, min(floor.least, self._sitting(floor) + len(could))))
        return wanted

    def _sitting(self, floor: Floor) -> int:
        mine = [tier for case, tier in self.seats if self._group(floor, case) == floor.value]
        return len([tier for tier in mine if floor.tier in ("", tier)])

    def _lacking(self, floors: Wanted, coming: Sequence[str]) -> Wanted:
        """How many each floor would still lack once these have come in."""
        lacks: Wanted = []
        for floor, wanted in floors:
            helping = [case for case in coming if self._group(floor, case) == floor.value]
            lacks.append((floor, max(wanted - self._sitting(floor) - len(helping), 0)))
        return lacks

    def _floors_hold(self, _tier: Tier, coming: Sequence[str], room: int, floors: Wanted) -> bool:
        now = self._lacking(floors, [])
        if len(coming) == 1:
            helps = [f for f, n in now if n and self._group(f, coming[0]) == f.value]
            if helps:
                return True
        return sum(n for _, n in self._lacking(floors, coming)) <= room - len(coming)

    def _reserved(self, tier: Tier, case: str, room: int, floors: Wanted) -> Remark | None:
        if self._floors_hold(tier, [case], room, floors):
            return None
        now = zip(floors, self._lacking(floors, []), strict=True)
        lacking = [pair for pair, (_, missing) in now if missing]
        one, wanted = next(pair for pair in lacking if self._group(pair[0], case) != pair[0].value)
        params: Params = {
            "by": one.by,
            "value": one.value,
            "least": wanted,
            "rank": self.ranks[case],
        }
        return Remark("floor", "", tier.key, params)


def plain(table: Table, sizes: Sequence[tuple[Tier, int]], groups: Groups) -> None:
    """From the top, by order and size alone. A torn group has places, but not yet whose."""
    rest = [(group, len(group)) for group in groups]  # (group, members without a place)
    for tier, size in sizes:
        fitting = _fitting([need for _, need in rest], size)
        room = size - sum(need for _, need in rest[:fitting])
        over = fitting < len(rest) and room > 0
        if over and tier.at_cut == "include":
            fitting, room = fitting + 1, 0
        for group, need in rest[:fitting]:
            table.tiers |= dict.fromkeys(group if need == len(group) else [], tier.key)
        rest = rest[fitting:]
        if over and tier.at_cut != "include":
            code: RemarkCode = "cut_open" if tier.at_cut == "open" else "cut_excluded"
            table.remarks += [(case, Remark(code, "", tier.key)) for case in rest[0][0]]
        if over and tier.at_cut == "open":
            table.cuts.append(OpenCut(tier.key, room, tuple(rest[0][0])))
            rest[0] = (rest[0][0], rest[0][1] - room)
            room = 0
        if room > 0:
            table.vacancies.append(Vacancy(tier.key, room))
    table.open = bool(table.cuts)


def _fitting(needs: Sequence[int], size: int) -> int:
    """How many groups from the top fit whole into the places of a tier."""
    return sum(sum(needs[: n + 1]) <= size for n in range(min(len(needs), max(size, 0))))
