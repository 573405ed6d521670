"""Folders in which a database is not safe: those that a service copies, and those on a network.

Locks over a network are not dependable, and a service that copies files makes "conflicted
copies" of an open one. So the user is warned and may go on. Source: the safety notes, 1.1.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path, PurePath

from words import Problem

_SERVICES = (
    "onedrive", "dropbox", "google drive", "googledrive", "nextcloud", "owncloud", "icloud",
    "яндекс.диск", "yandex.disk", "坚果云", "nutstore", "百度网盘", "baidunetdisk", "wps云盘",
    "wps cloud", "wpsdrive",
)  # fmt: skip
_NETWORK_KINDS = {"cifs", "smb3", "smbfs", "nfs", "nfs4", "9p", "fuse.sshfs", "webdav", "davfs"}
_REMOTE = 4  # what Windows says of a drive letter that is a network folder


def warning(path: Path) -> Problem | None:
    """E-SYNCED or E-NETWORK for a database in such a folder; both say to work on a local copy."""
    folder = path.absolute().parent
    if service := synced_by(folder):
        return Problem("E-SYNCED", "", {"path": folder, "service": service})
    if on_network(folder):
        return Problem("E-NETWORK", "", {"path": folder})
    return None


def synced_by(folder: PurePath) -> str:
    """The part of the path that names a copying service, or nothing."""
    return next((part for part in folder.parts if part.lower().startswith(_SERVICES)), "")


def on_network(folder: PurePath) -> bool:
    """A share by its name, a mapped drive on Windows, a network mount elsewhere."""
    if str(folder).startswith(("\\\\", "//")):
        return True
    return _mapped_drive(folder) if sys.platform == "win32" else _network_mount(folder)


def _mapped_drive(folder: PurePath) -> bool:
    import ctypes

    windows = getattr(ctypes, "windll")  # noqa: B009 - there on Windows alone
    return bool(windows.kernel32.GetDriveTypeW(folder.anchor) == _REMOTE)


def _network_mount(folder: PurePath, table: Path = Path("/proc/self/mounts")) -> bool:
    """The kind of the longest mount the folder lies under; unknown counts as local."""
    try:
        lines = table.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    found = [line.split()[1:3] for line in lines if len(line.split()) > 3]
    within = [(len(place), kind) for place, kind in found if _under(folder, place)]
    return max(within, default=(0, ""))[1] in _NETWORK_KINDS


def _under(folder: PurePath, place: str) -> bool:
    place = place.replace("\\040", " ")  # how the table writes a space
    return os.path.commonpath([str(folder), place]) == place.rstrip("/") or place == "/"
