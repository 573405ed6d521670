"""Measures from the list of nominations: a column for each that the rules ask for.

The same file as for the nominations, or one that has only the number of the case and the
measures; a difficulty stands beside the case it is of. Each value is kept as if it were entered
by itself; what stands already is passed by.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from award import mapping_file
from award.events import CaseEvent, measured, measures, measures_named, record_all
from award.folder import Award
from scoring.rules import Rules
from sheets.cleaning import tidy_line
from sheets.findings import Findings
from sheets.headings import fold
from sheets.mapping import merged, pairs_of
from sheets.opening import Opened, Options, load, open_table
from sheets.tables import Line
from words import Bad, say


@dataclass(frozen=True)
class Measured:
    """What a file said: so many values, of them so many that were not known before."""

    found: int
    new: int


def import_measures(
    award: Award,
    path: Path,
    by: str = "secretary",
    *,
    encoding: str | None = None,
    sheet: str | None = None,
    mapping: Sequence[str] = (),
    dry: bool = False,
) -> Measured:
    """Read the measures of a file and keep those that are new; `dry` keeps none.

    Raises every mistake of the file together (E-MEASURES-..., E-EVENT-VALUE), E-MEASURES-NONE.
    """
    known, findings = headings_of(award.rules), Findings()
    if not known:
        raise Bad("E-MEASURES-NONE")
    source, data = load(path)
    headings = _mapping(award, mapping)
    options = Options("nominations", encoding, sheet, headings, also=frozenset(known))
    opened = open_table(source, data, options, findings)
    cases = {one.number for one in award.store.headings()}
    events = list(_events(opened, known, cases, findings))
    if findings.problems:
        raise Bad.of(findings.problems)
    there = measures(award)
    new = [one for one in events if there.get(one.case, {}).get(one.measure) != one.amount]
    if not dry:
        _keep(award, new, source.name, by)
    return Measured(len(events), len(new))


def _mapping(award: Award, typed: Sequence[str]) -> Mapping[str, str]:
    """The headings as they are paired for nominations."""
    saved = mapping_file.load(award.folder)["nominations"]
    return merged(saved, pairs_of(typed, "nominations"))


def _keep(award: Award, new: Sequence[CaseEvent], file: str, by: str) -> None:
    reason = say("stages.event_measured", file=file)
    record_all(award, [replace(one, reason=reason, by=by) for one in new])


def headings_of(rules: Rules) -> dict[str, str]:
    """The folded headings by which measures are known: their key, or the name of their rule."""
    found = {fold(key): key for key in measures_named(rules)}
    for one in rules.measuring:
        for name in (one.name.zh, one.name.en):
            found.setdefault(fold(name), one.measure)
    return {heading: key for heading, key in found.items() if heading}


def _named(known: Mapping[str, str]) -> str:
    return ", ".join(dict.fromkeys(known.values()))


def _events(
    opened: Opened, known: dict[str, str], cases: set[str], findings: Findings
) -> Iterator[CaseEvent]:
    headings = {at: fold(opened.match.headings[at]) for at in opened.match.unknown}
    columns = {at: known[heading] for at, heading in headings.items() if heading in known}
    if not columns:
        findings.wrong("E-MEASURES-HEADING", opened.source.name, known=_named(known))
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
