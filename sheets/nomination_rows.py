"""Rows to nominations, and what is doubtful about a set of them."""

from __future__ import annotations

from dataclasses import replace
from sys import intern

from db.records import Nomination
from sheets.case_numbers import given, is_mangled, too_short
from sheets.gathering import Gathered
from sheets.lookalikes import alike, mixed
from sheets.rows import Row


def nomination(row: Row) -> Nomination:
    """As it is in the file; the number may still be missing, the digest is made by the store."""
    body = row["body"]
    return Nomination(
        number=row["number"],
        title=row["title"],
        unit=intern(row["unit"]),  # a million cases share a few names
        field=intern(row["field"]),
        level=intern(row["level"]),
        region=intern(row["region"]),
        body=tuple(body.split("\n")) if body else (),
        label=row["label"],
    )


def check_nominations(gathered: Gathered[Nomination]) -> None:
    """Give numbers, refuse doubles, warn of what looks like a slip."""
    numbered = give_numbers(gathered)
    records = gathered.records
    numbers = [record.number for record in records]
    gathered.twice(numbers, "number", "E-NUMBERTWICE", wrong=True)
    gathered.twice([record.title for record in records], "title", "W-TITLETWICE", wrong=False)
    _doubt_numbers(gathered, numbers, numbered)
    _doubt_units(gathered)
    _doubt_characters(gathered)


def give_numbers(gathered: Gathered[Nomination]) -> frozenset[int]:
    """Number the cases of files that have no numbers at all, in order; the positions numbered.

    A blank number in a file that has numbers is a mistake.
    """
    numbering = {
        id(p.opened) for r, p in zip(gathered.records, gathered.places, strict=True) if r.number
    }
    bare: list[int] = []
    for position, (record, place) in enumerate(zip(gathered.records, gathered.places, strict=True)):
        if record.number:
            continue
        if id(place.opened) in numbering:
            gathered.findings.wrong("E-NONUMBER", place.of("number"), title=record.title[:40])
        else:
            bare.append(position)
    used = {record.number for record in gathered.records}
    for position, number in zip(bare, given(len(bare), used), strict=True):
        gathered.records[position] = replace(gathered.records[position], number=number)
    _tell_given(gathered, bare)
    return frozenset(bare)


def _tell_given(gathered: Gathered[Nomination], bare: list[int]) -> None:
    by_file: dict[str, list[str]] = {}
    for position in bare:
        name = gathered.places[position].opened.table.file
        by_file.setdefault(name, []).append(gathered.records[position].number)
    for name, numbers in by_file.items():
        gathered.findings.warn(
            "W-NUMBERED", name, first=numbers[0], last=numbers[-1], count=len(numbers)
        )


def _doubt_numbers(
    gathered: Gathered[Nomination], numbers: list[str], ours: frozenset[int]
) -> None:
    for position in too_short(numbers):
        place = gathered.places[position].of("number")
        gathered.findings.warn("W-NUMBERSHORT", place, number=numbers[position])
    for position, number in enumerate(numbers):
        if position not in ours and is_mangled(number):
            place = gathered.places[position].of("number")
            gathered.findings.warn("W-NUMBERMANGLED", place, number=number)
    for group in alike(n.lstrip("0") or n for n in numbers if not n.isdecimal()):
        gathered.findings.warn("W-NUMBERALIKE", "", names="、".join(group[:5]))


def _doubt_units(gathered: Gathered[Nomination]) -> None:
    first: dict[str, int] = {}
    for position, record in enumerate(gathered.records):
        first.setdefault(record.unit, position)
    for group in alike(first):
        where = gathered.places[first[group[-1]]].of("unit")
        gathered.findings.warn("W-UNITALIKE", where, names="、".join(group[:5]))


def _doubt_characters(gathered: Gathered[Nomination]) -> None:
    """Both 題 and 题 are used: told with the cases of the rarer one, never corrected."""
    used: set[str] = set()
    for record in gathered.records:
        used.update(record.title, record.unit, *record.body)
    for old, new in mixed(used):
        cases = [
            r.number for r in gathered.records if old in r.title or any(old in p for p in r.body)
        ]
        shown = "、".join(cases[:10]) + (" ..." if len(cases) > 10 else "")
        gathered.findings.warn("W-MIXED", "", old=old, new=new, count=len(cases), cases=shown)
