"""S24: a database in a copied or network folder is warned about."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from db import places
from words import sentence


@pytest.mark.parametrize(
    "folder",
    [
        "/home/a/OneDrive - 某单位/评选",
        "/x/Dropbox/y",
        "/x/Яндекс.Диск",
        "/x/坚果云/y",
        "/x/Nextcloud",
    ],
)
def test_s24_a_copied_folder_is_named(folder: str) -> None:
    found = places.warning(Path(folder) / "award.db")
    assert found is not None
    assert found.code == "E-SYNCED"
    assert str(found.params["service"]) in folder
    assert sentence(found, "zh")
    assert sentence(found, "en")


def test_an_ordinary_folder_is_not_warned_about(tmp_path: Path) -> None:
    assert places.warning(tmp_path / "award.db") is None


def test_s24_a_share_is_on_the_network() -> None:
    assert places.on_network(PureWindowsPath(r"\\server\share\award"))


@pytest.mark.parametrize(
    ("folder", "expected"),
    [("/mnt/share/award", True), ("/mnt/shared", False), ("/home/x", False), ("/mnt/a b/c", True)],
)
def test_s24_a_mounted_share_is_on_the_network(tmp_path: Path, folder: str, expected: bool) -> None:
    table = tmp_path / "mounts"
    table.write_text(
        "/dev/sda / ext4 rw 0 0\n//s/x /mnt/share cifs rw 0 0\ns:/y /mnt/a\\040b nfs4 rw 0 0\n"
        "broken\n"
    )
    assert places._network_mount(PurePosixPath(folder), table) is expected
    assert not places._network_mount(PurePosixPath(folder), tmp_path / "nothing")
