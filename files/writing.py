"""The one place that creates files: the whole file under its name, or the old one untouched."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import time
from contextlib import suppress
from pathlib import Path

from files.reasons import reason
from words import Bad

_PREFIX = ".tmp-"
_STALE = 3600  # seconds after which another computer's unfinished file is taken for abandoned
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def write_atomic(path: Path | str, data: bytes, *, overwrite: bool = False) -> None:
    """Write `data` under `path`; after a crash there is the old file or the new one.

    Raises E-EXISTS where it is there and `overwrite` is false, E-FULL or E-CANNOTWRITE.
    """
    path = Path(path)
    unfinished = unfinished_name(path)
    try:
        _write_through(unfinished, data)
        put_in_place(unfinished, path, overwrite=overwrite)
    except OSError as error:
        raise cannot_write(path, error) from None
    finally:
        with suppress(OSError):  # a folder that may not be used: nothing was made there
            unfinished.unlink(missing_ok=True)


def unfinished_name(path: Path) -> Path:
    """A new name beside `path`, known to `sweep` should this process die."""
    return path.with_name(f"{_PREFIX}{os.getpid()}-{secrets.token_hex(6)}")


def _write_through(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def put_in_place(unfinished: Path, path: Path, *, overwrite: bool) -> None:
    """Give a finished file its name, durably. Raises E-EXISTS, or OSError."""
    if overwrite:
        unfinished.replace(path)
    else:
        _link_new(unfinished, path)
    sync_folder(path.parent)


def _link_new(unfinished: Path, path: Path) -> None:
    """A hard link never overwrites, also when two programs do it at once."""
    try:
        path.hardlink_to(unfinished)
    except FileExistsError:
        raise Bad("E-EXISTS", path=path) from None
    except OSError:  # a FAT stick has no links: look first, then rename
        if os.path.lexists(path):
            raise Bad("E-EXISTS", path=path) from None
        unfinished.replace(path)


def sync_folder(folder: Path) -> None:
    """Make new names in a folder survive a power cut; Windows does it by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network folders cannot
            os.fsync(handle)
    finally:
        os.close(handle)


def cannot_write(path: Path, error: OSError) -> Bad:
    """What to tell the user of a failed write."""
    if error.errno in NO_ROOM:
        return Bad("E-FULL")
    if error.errno == errno.EROFS:
        return Bad("E-READONLY", path=path.parent)
    return Bad("E-CANNOTWRITE", path=path, why=reason(error))


def is_writable(folder: Path, room: int = 0) -> bool:
    """Whether files can be made in a folder: tried, not asked; with `room` bytes to spare."""
    probe = unfinished_name(folder / "probe")
    try:
        _write_through(probe, b"")
        return shutil.disk_usage(folder).free >= room
    except OSError:
        return False
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove the unfinished files that programs which died have left in a folder."""
    for path in folder.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if _abandoned(path):
                path.unlink()


def sweep_below(folder: Path, depth: int = 3) -> None:
    """As `sweep`, in the folder and those inside it; links are not followed."""
    sweep(folder)
    with suppress(OSError):  # a folder that may not be looked into holds nothing of ours
        for entry in os.scandir(folder) if depth else ():
            if entry.is_dir(follow_symlinks=False):
                sweep_below(Path(entry.path), depth - 1)


def _abandoned(path: Path) -> bool:
    owner = path.name.removeprefix(_PREFIX).partition("-")[0]
    if time.time() - path.stat().st_mtime > _STALE:
        return True
    return os.name == "posix" and owner.isdigit() and not _alive(int(owner))


def _alive(pid: int) -> bool:
    # Never on Windows: there os.kill with 0 ends the process.
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def erase(path: Path) -> None:
    """Overwrite a file with zeros and remove it; what the disk keeps of its own is beyond us."""
    if not path.exists():
        return
    with suppress(OSError):
        size = path.stat().st_size
        with path.open("r+b") as file:
            file.write(bytes(size))
            file.flush()
            os.fsync(file.fileno())
    path.unlink(missing_ok=True)
