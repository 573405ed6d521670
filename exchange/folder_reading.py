"""What lies in the folders that ballots come back in: read within bounds, never waiting.

A stick holds anything: pictures, pipes, links, files that are still being copied, files of a
terabyte. Only the first bytes of a file are read to see whether it is meant as a ballot; the
rest of it only then, and never more than a ballot may have. Links are not followed.
Source: the safety notes, 1.4, drop folder.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from exchange.objects import BALLOT_LIMIT
from files.reading import read_bounded, read_start
from words import Bad, Problem

SUFFIX = ".ballot"
MOST_ENTRIES = 100_000
DEEPEST = 8

_LOOK = 4096  # bytes at the start that tell what a file is meant to be
_MARKS = (b"pingxuan ", "pingxuan ".encode("utf-16-le"), "pingxuan ".encode("utf-16-be"))
_OTHER_KIND = re.compile(rb"(?:\xef\xbb\xbf)?pingxuan ([a-z-]{1,20}) 1\r?\n")
_SYSTEM_NAMES = {"thumbs.db", "desktop.ini", ".ds_store"}


@dataclass(frozen=True)
class Found:
    """A file that is meant as a ballot."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Passed:
    """Something not read to its end, and why; without a problem it is no concern of ours."""

    name: str
    problem: Problem | None = None


Entry: TypeAlias = Found | Passed


def read_all(paths: Sequence[Path | str]) -> Iterator[Entry]:
    """Every entry of the files and folders named, folders with all that is in them.

    Raises E-NOFILE for a path that is not there at all.
    """
    for path in map(Path, paths):
        if not os.path.lexists(path):
            raise Bad("E-NOFILE", path=path)
        if path.is_dir():  # a folder that was named may be a link; what is in it may not
            yield from _folder(path)
        else:
            yield _file(path, asked=True)


def _folder(top: Path) -> Iterator[Entry]:
    count = 0
    waiting = [(top, 0)]
    while waiting:
        folder, depth = waiting.pop()
        for entry in _entries(folder):
            count += 1
            if count > MOST_ENTRIES:
                yield Passed(str(top), Problem("E-TOOMANYFILES", "", {"limit": MOST_ENTRIES}))
                return
            if (
                entry.is_dir(follow_symlinks=False)
                and depth < DEEPEST
                and not _is_system(entry.name)
            ):
                waiting.append((Path(entry.path), depth + 1))
            else:
                yield _file(Path(entry.path))


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """In the order of names, so that two runs say the same; a folder that vanished is empty."""
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError:
        return []


def _is_system(name: str) -> bool:
    """What systems leave behind by themselves."""
    return name.startswith(("._", ".tmp-", "~$", ".Trash")) or name.lower() in _SYSTEM_NAMES


def _file(path: Path, *, asked: bool = False) -> Entry:
    """One file; `asked` where a person named it, who then hears about it whatever it is."""
    name = path.name
    meant = asked or name.lower().endswith(SUFFIX)
    if _is_system(name) and not asked:
        return Passed(name)
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            return Passed(name, Problem("E-NOTFILE", "", {"path": name}) if meant else None)
        start = read_start(path, _LOOK)
        meant = meant or any(mark in start for mark in _MARKS) or _zipped(start)
        return _whole(path, start) if meant else Passed(name)
    except OSError:
        return Passed(name, Problem("E-VANISHED", "", {"name": name}))
    except Bad as bad:
        code = "E-VANISHED" if bad.code == "E-NOFILE" else bad.code
        return Passed(name, Problem(code, "", {"name": name, **bad.params}))


def _whole(path: Path, start: bytes) -> Entry:
    """Another kind of our own files is told at once: packets may be large."""
    other = _OTHER_KIND.match(start)
    if other and other[1] != b"ballot":
        facts = {"kind": "ballot", "found": other[1].decode("ascii")}
        return Passed(path.name, Problem("E-KIND", "", facts))
    return Found(path.name, read_bounded(path, BALLOT_LIMIT, follow_links=False))


def _zipped(start: bytes) -> bool:
    """An archive with a ballot in it: somebody packed what should come as it is."""
    return start.startswith(b"PK\x03\x04") and SUFFIX.encode() in start
