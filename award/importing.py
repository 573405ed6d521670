"""Nominations, judges and recusals from files: shown first, then written all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from award.folder import Award
from db.records import Added
from sheets.intake import read_judges, read_nominations, read_recusals
from sheets.preview import Preview
from words import Bad

Kind = Literal["nominations", "judges", "recusals"]


@dataclass(frozen=True)
class Reading:
    """What was read from files, of which kind; nothing is written yet."""

    kind: Kind
    preview: Preview[Any]


def read(
    award: Award,
    kind: Kind,
    paths: Sequence[Path],
    *,
    encoding: str | None = None,
    sheet: str | None = None,
) -> Reading:
    """Read files as `kind`. What is wrong is in the preview's problems, all of it."""
    if kind == "recusals":
        judges, cases = award.store.judges(), award.store.nominations()
        preview = read_recusals(
            paths, encoding=encoding, sheet=sheet, judges=judges, nominations=cases
        )
        return Reading(kind, preview)
    reader = read_nominations if kind == "nominations" else read_judges
    return Reading(kind, reader(paths, encoding=encoding, sheet=sheet))


def apply(award: Award, reading: Reading) -> Added:
    """Write what was read, in one transaction; the files themselves are kept with it.

    Raises every problem of the preview, or of the award's own contents, together; nothing
    is written then. The same rows again add nothing.
    """
    preview = reading.preview
    if preview.problems:
        raise Bad.of(preview.problems)
    return _writer(award, reading.kind)(preview.rows, preview.sources)


def _writer(award: Award, kind: Kind) -> Callable[..., Added]:
    writers: dict[Kind, Callable[..., Added]] = {
        "nominations": award.store.add_nominations,
        "judges": award.store.add_judges,
        "recusals": award.store.add_recusals,
    }
    return writers[kind]
