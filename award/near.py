"""What lies near: awards in this folder's own folders, files where people leave them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_desktop_path, user_downloads_path

from award.folder import CONFIG, DATABASE
from award.mapping_file import NAME as MAPPING

MOST = 500  # entries of a folder that are looked at
OFFERED = 5  # files to pick from: more would not fit a small box
PACKET = ".packet"
OURS = frozenset({CONFIG, MAPPING})  # of the award itself: nobody takes them in


@dataclass(frozen=True)
class Near:
    """Something to pick. `place`: here, above, desktop or downloads."""

    path: Path
    place: str


def is_award(folder: Path) -> bool:
    return all((folder / name).is_file() for name in (CONFIG, DATABASE))


def awards_near(folder: Path) -> tuple[Path, ...]:
    """The awards directly below a folder, by name; what cannot be read is passed over."""
    return tuple(sorted(one for one in _entries(folder) if is_award(one)))


def files_near(folder: Path, endings: Collection[str]) -> tuple[Near, ...]:
    """The files with one of the endings in this folder, the one above, and where a browser or a
    person leaves them; in each the newest first, each file once.
    """
    found: dict[Path, Near] = {}
    for place, where in _places(folder).items():
        for path in sorted(_fitting(where, endings), key=_age):
            found.setdefault(path.resolve(), Near(path, place))
    return tuple(found.values())[:OFFERED]


def _places(folder: Path) -> dict[str, Path]:
    return {
        "here": folder,
        "above": folder.absolute().parent,
        "desktop": user_desktop_path(),
        "downloads": user_downloads_path(),
    }


def _fitting(folder: Path, endings: Collection[str]) -> Iterator[Path]:
    for path in _entries(folder):
        named = not path.name.startswith((".", "~$")) and path.name not in OURS
        if named and path.suffix.lower() in endings and path.is_file():
            yield path


def _age(path: Path) -> tuple[int, str]:
    """The newest first; of the same moment by name."""
    try:
        return -path.stat().st_mtime_ns, path.name
    except OSError:
        return 0, path.name


def is_empty(folder: Path) -> bool:
    """Nothing lies in it, or it is not there."""
    return not any(True for _ in _entries(folder))


def _entries(folder: Path) -> Iterator[Path]:
    try:
        yield from (one for _, one in zip(range(MOST), folder.iterdir(), strict=False))
    except OSError:
        return
