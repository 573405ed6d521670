"""Nominations, judges and recusals from files: shown first, then written all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from award import attachments, mapping_file
from award.folder import Award
from award.import_doubts import compared, located
from award.rounds import require_cases_stand
from db.records import Added
from sheets.headings import fold
from sheets.intake import read_judges, read_nominations, read_recusals
from sheets.mapping import merged, pairs_of
from sheets.opening import Pasted
from sheets.preview import Preview
from sheets.watching import Progress
from words import Bad, Problem

Kind = Literal["nominations", "judges", "recusals"]


@dataclass(frozen=True)
class Reading:
    """What was read from files, of which kind; nothing is written yet.

    `typed` are the headings the secretary has paired with fields this time.
    """

    kind: Kind
    preview: Preview[Any]
    typed: Mapping[str, str] = field(default_factory=dict)


def read(
    award: Award,
    kind: Kind,
    paths: Sequence[Path],
    *,
    encoding: str | None = None,
    sheet: str | None = None,
    mapping: Sequence[str] = (),
    pasted: Sequence[Pasted] = (),
    progress: Progress | None = None,
) -> Reading:
    """Read files, folders and pasted texts as `kind`. What is wrong is in the preview's problems.

    The headings saved in the award folder hold, and `mapping` before them. Raises E-MAP,
    E-MAPFIELD or E-MAPFILE.
    """
    typed = pairs_of(mapping, kind)
    both = merged(mapping_file.load(award.folder)[kind], typed)
    options: dict[str, Any] = {
        "encoding": encoding, "sheet": sheet, "mapping": both, "pasted": pasted,
        "progress": progress,
    }  # fmt: skip
    preview = compared(award, kind, _preview(award, kind, paths, options))
    return Reading(kind, _with_unused(preview, typed), typed)


def _preview(
    award: Award, kind: Kind, paths: Sequence[Path], options: dict[str, Any]
) -> Preview[Any]:
    if kind == "judges":
        return read_judges(paths, **options)
    cases = award.store.nominations()
    if kind == "nominations":
        return read_nominations(paths, known=[case.number for case in cases], **options)
    judges, persons = award.store.judges(), award.rules_file.sides.persons
    return read_recusals(paths, judges=judges, nominations=cases, persons=persons, **options)


def _with_unused(preview: Preview[Any], typed: Mapping[str, str]) -> Preview[Any]:
    """Tell the headings that were typed and are in no file: they are slips."""
    used = {fold(heading) for file in preview.files for heading in file.chosen}
    lost = [heading for heading in typed if fold(heading) not in used]
    if not lost or not preview.files:
        return preview
    told = Problem("W-MAPUNUSED", "", {"headings": "、".join(lost)[:100]})
    return replace(preview, warnings=(*preview.warnings, told))


def apply(award: Award, reading: Reading) -> Added:
    """Write what was read, in one transaction; the files themselves are kept with it.

    Raises every problem of the preview, or of the award's own contents, together; nothing
    is written then. The same rows again add nothing. Attachments are copied first, so that one
    that cannot be read stops the import.
    """
    preview = reading.preview
    if preview.problems:
        raise Bad.of(preview.problems)
    if reading.kind == "nominations":
        known = award.store.case_numbers()
        require_cases_stand(award, [one.number for one in preview.rows if one.number not in known])
    kept = attachments.keep_all(award, [(each.case, each.path) for each in preview.attachments])
    try:
        added = _writer(award, reading.kind)(preview.rows, preview.sources)
    except Bad as bad:
        raise Bad.of(located(reading.kind, preview, bad.problems)) from None
    if kept:
        award.store.add_attachments(kept)
    return added


def save_mapping(award: Award, reading: Reading) -> Path:
    """Remember the headings that were typed, for the next import."""
    return mapping_file.save(award.folder, reading.kind, reading.typed)


def _writer(award: Award, kind: Kind) -> Callable[..., Added]:
    writers: dict[Kind, Callable[..., Added]] = {
        "nominations": award.store.add_nominations,
        "judges": award.store.add_judges,
        "recusals": award.store.add_recusals,
    }
    return writers[kind]
