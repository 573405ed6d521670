"""Where the files beside a database lie."""

from __future__ import annotations

from pathlib import Path


def backups_of(path: Path) -> Path:
    """The folder of a database's backups."""
    return path.parent / "backups"


def newest_backup(path: Path) -> Path | None:
    """The last backup by its name, which begins with the time it was made."""
    found = sorted(backups_of(path).glob(f"{path.stem}-*.db"))
    return found[-1] if found else None
