"""Empty tables to fill in, and the templates of letters to edit in Word or WPS."""

from __future__ import annotations

from pathlib import Path

from files.writing import write_atomic
from sheets.templates import template_csv
from words import language

LETTERS = "letters"
KINDS = ("nominations", "judges", "recusals", LETTERS)


def write_template(kind: str, path: Path, *, force: bool = False) -> Path:
    """Write the table as a file, or every letter into a folder; where it is.

    Raises E-EXISTS where something else is there and `force` is not set.
    """
    if kind == LETTERS:
        return _letters(path, force=force)
    write_atomic(path, template_csv(kind), overwrite=force)
    return path


def _letters(folder: Path, *, force: bool) -> Path:
    """Every letter's template; `export` uses those in the award's folder templates."""
    from award.delivering import deliver, refuse_overwriting
    from sheets.office.docx_templates import NAMES, standard

    files = {f"{name}-{language()}.docx": standard(name, language()) for name in NAMES}
    refuse_overwriting(folder, files, force=force)
    deliver(folder, files)
    return folder
