"""Measures from the list of nominations: a column for each that the rules ask for.

The same file as for the nominations, or a newer one; a difficulty stands beside the case it is
of. Each value is kept as if it were entered by itself; what stands already is passed by.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from award.events import CaseEvent, measured, measures, measures_named, record_all
from award.folder import Award
from scoring.rules import Rules
from sheets.cleaning import tidy_line
from sheets.findings import Findings
from sheets.headings import fold
from sheets.opening import Opened, Options, load, open_table
from sheets.tables import Line
from words import Bad, say


@dataclass(frozen=True)
class Measured:
    """What a file said: so many values, of them so many that were not known before."""

    found: int
    new: int


def import_measures(award: Award, path: Path, by: str = "secretary") -> Measured:
    """Read the measures of a file and keep those that are new.

    Raises every mistake of the file together (E-MEASURES-..., E-EVENT-VALUE), E-MEASURES-NONE.
    """
    known, findings = headings_of(award.rules), Findings()
    if not known:
        raise Bad("E-MEASURES-NONE")
    source, data = load(path)
    opened = open_table(source, data, Options("nominations"), findings)
    reason = say("stages.event_measured", file=source.name)
    cases = {one.number for one in award.store.headings()}
    events = list(_events(opened, known, cases, findings))
    if findings.problems:
        raise Bad.of(findings.problems)
    there = measures(award)
    new = [one for one in events if there.get(one.case, {}).get(one.measure) != one.amount]
    record_all(award, [CaseEvent("measure", one.case, reason, by, measure=one.measure,
                                 value=one.value, places=one.places) for one in new])  # fmt: skip
    return Measured(len(events), len(new))


def headings_of(rules: Rules) -> dict[str, str]:
    """The folded headings by which measures are known: their key, or the name of their rule."""
    found = {fold(key): key for key in measures_named(rules)}
    for one in rules.measuring:
        for name in (one.name.zh, one.name.en):
            found.setdefault(fold(name), one.measure)
    return {heading: key for heading, key in found.items() if heading}


def _events(
    opened: Opened, known: dict[str, str], cases: set[str], findings: Findings
) -> Iterator[CaseEvent]:
    headings = {at: fold(opened.match.headings[at]) for at in opened.match.unknown}
    columns = {at: known[heading] for at, heading in headings.items() if heading in known}
    if not columns:
        findings.wrong("E-MEASURES-HEADING", opened.source.name, known=", ".join(known.values()))
    if "number" not in opened.match.columns:
        findings.wrong("E-MEASURES-NUMBER", opened.source.name)
        return
    seen: set[tuple[str, str]] = set()
    for line in opened.lines:
        if line.blank():
            continue
        case, _ = tidy_line(_cell(line, opened.match.columns["number"]))
        if case not in cases:
            findings.wrong("E-MEASURES-CASE", opened.place(line.number, "number"), case=case)
            continue
        for at, key in columns.items():
            found = _event(opened, line, at, case, key, findings)
            if found and (case, key) in seen:
                place = opened.table.place(line.number, at, opened.match.headings[at])
                findings.wrong("E-MEASURES-TWICE", place, case=case, measure=key)
            elif found:
                seen.add((case, key))
                yield found


def _event(
    opened: Opened, line: Line, at: int, case: str, key: str, findings: Findings
) -> CaseEvent | None:
    """The value of one cell; nothing where it is empty."""
    text, _ = tidy_line(_cell(line, at))
    if not text:
        return None
    try:
        value, places = measured(text)
    except Bad as bad:
        place = opened.table.place(line.number, at, opened.match.headings[at])
        findings.wrong(bad.code, place, **bad.params)
        return None
    return CaseEvent("measure", case, "", "", measure=key, value=value, places=places)


def _cell(line: Line, column: int) -> str:
    return line.cells[column] if column < len(line.cells) else ""
