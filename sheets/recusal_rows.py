"""Rows to recusals: a judge and cases by number, unit, field or region.

Where a row names several of these, a case must fit them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, product

from db.records import Judge, Nomination, Recusal
from sheets.findings import Findings
from sheets.gathering import Gathered, Place
from sheets.headings import TARGETS
from sheets.lookalikes import skeleton
from sheets.rows import Row
from words import say

BY = "secretary"


@dataclass(frozen=True)
class Request:
    """One row of a file of recusals, before it is known which judge and cases it means."""

    judge: str
    reason: str
    targets: dict[str, str]  # of TARGETS, those that are filled in


def request(row: Row) -> Request:
    return Request(row["judge"], row["reason"], {t: row[t] for t in TARGETS if row[t]})


@dataclass(frozen=True)
class Known:
    """The judges and cases of the award; None where the caller does not know them.

    `persons` are the ids of each person who has several.
    """

    judges: Sequence[Judge] | None
    nominations: Sequence[Nomination] | None
    persons: Sequence[Sequence[str]] = ()

    def ids_of(self, judge: str) -> list[str]:
        """All ids of the person who has this one, as far as they are on the list."""
        known = [one.id for one in self.judges or ()]
        person = next((ids for ids in self.persons if judge in ids), ())
        return [judge, *(one for one in person if one != judge and one in known)]


def expand(gathered: Gathered[Request], known: Known) -> tuple[Recusal, ...]:
    """One recusal for each judge and case, the first reason given staying. `at` is left empty:
    the store knows the time."""
    found: dict[tuple[str, str], Recusal] = {}
    for record, place in zip(gathered.records, gathered.places, strict=True):
        ids = known.ids_of(_judge(record.judge, place, known, gathered.findings))
        cases = _cases(record, place, known, gathered.findings)
        if len(ids) > 1 and cases:
            gathered.findings.warn("W-PERSON", place.of("judge"), name=record.judge[:40],
                                   ids="、".join(ids))  # fmt: skip
        for judge, case in product(ids, cases):
            recusal = Recusal(judge, case, record.reason, BY, "")
            before = found.setdefault((judge, case), recusal)
            if before.reason != record.reason:
                gathered.findings.warn("W-REASONS", place.of("reason"), judge=judge, case=case,
                                       kept=before.reason[:40])  # fmt: skip
    return tuple(found.values())


def _judge(name: str, place: Place, known: Known, findings: Findings) -> str:
    """The id of the judge with this id, or else of the only one with this name."""
    if known.judges is None:
        return name
    ids = [judge.id for judge in known.judges if judge.id.casefold() == name.casefold()]
    ids = ids or [judge.id for judge in known.judges if judge.name == name]
    if len(ids) == 1 or (ids and set(ids) <= set(known.ids_of(ids[0]))):
        return ids[0]
    if ids:
        findings.wrong("E-JUDGEUNCLEAR", place.of("judge"), name=name[:40], ids="、".join(ids))
    else:
        some = "、".join(f"{j.id} {j.name}" for j in islice(known.judges, 10))
        findings.wrong("E-JUDGEUNKNOWN", place.of("judge"), name=name[:40], known=some or "-")
    return ""


def _cases(record: Request, place: Place, known: Known, findings: Findings) -> list[str]:
    if not record.targets:
        findings.wrong("E-NOTARGET", place.of("judge"))
        return []
    if known.nominations is None:
        if set(record.targets) == {"case"}:
            return [record.targets["case"]]
        findings.wrong("E-NEEDCASES", place.of(_first(record)))
        return []
    cases = [n.number for n in known.nominations if _fits(n, record)]
    if not cases:
        _tell_none(record, place, known.nominations, findings)
    elif set(record.targets) != {"case"}:
        shown = "、".join(cases[:20]) + (" ..." if len(cases) > 20 else "")
        findings.warn("W-EXPANDED", place.of(_first(record)), judge=record.judge,
                      count=len(cases), cases=shown)  # fmt: skip
    return cases


def _fits(nomination: Nomination, record: Request) -> bool:
    return all(_value(nomination, name) == value for name, value in record.targets.items())


def _value(nomination: Nomination, target: str) -> str:
    values = {
        "case": nomination.number,
        "unit": nomination.unit,
        "field": nomination.field,
        "region": nomination.region,
    }
    return values[target]


def _first(record: Request) -> str:
    return next(iter(record.targets))


def _tell_none(
    record: Request, place: Place, nominations: Sequence[Nomination], findings: Findings
) -> None:
    """No case fits: name what looks like the value given, for the person to choose."""
    for name, value in record.targets.items():
        have = dict.fromkeys(_value(nomination, name) for nomination in nominations)
        if value not in have:
            near = [each for each in have if _near(each, value)][:5]
            like = say("intake.near" if near else "intake.notnear", names="、".join(near))
            findings.wrong("E-NOCASE", place.of(name), value=value[:60], near="、".join(near),
                           like=like)  # fmt: skip
            return
    values = "、".join(record.targets.values())
    findings.wrong("E-NOCASETOGETHER", place.of(_first(record)), values=values[:100])


def _near(known: str, value: str) -> bool:
    one, other = skeleton(known).lstrip("0"), skeleton(value).lstrip("0")
    return bool(one and other) and (one == other or one in other or other in one)
