"""A file is there whole under its name, or the old one is untouched."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from files.names import slug, stamp
from files.writing import sweep, unfinished_name, write_atomic
from words import Bad


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_has_the_bytes_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_atomic(tmp_path / "结果.csv", b"one")
    assert (tmp_path / "结果.csv").read_bytes() == b"one"
    assert left(tmp_path) == ["结果.csv"]


def test_a_file_that_is_there_is_kept_unless_overwriting_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a"
    write_atomic(path, b"one")
    with pytest.raises(Bad, match="E-EXISTS"):
        write_atomic(path, b"two")
    assert path.read_bytes() == b"one"
    write_atomic(path, b"two", overwrite=True)
    assert path.read_bytes() == b"two"
    assert left(tmp_path) == ["a"]


def test_a_dangling_link_counts_as_there(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "nothing")
    with pytest.raises(Bad, match="E-EXISTS"):
        write_atomic(tmp_path / "a", b"x")
    assert not (tmp_path / "nothing").exists()


def test_a_stick_without_links_gets_the_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    write_atomic(tmp_path / "a", b"one")
    with pytest.raises(Bad, match="E-EXISTS"):
        write_atomic(tmp_path / "a", b"two")
    assert left(tmp_path) == ["a"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "E-FULL"),
        (errno.EDQUOT, "E-FULL"),
        (errno.EFBIG, "E-FULL"),
        (errno.EROFS, "E-READONLY"),
        (errno.EACCES, "E-CANNOTWRITE"),
        (errno.EIO, "E-CANNOTWRITE"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_at_any_step_keeps_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, code: str
) -> None:
    def fails(*_: object) -> None:
        raise OSError(number, "no")

    path = tmp_path / "a"
    path.write_bytes(b"old")
    owner = os if step == "fsync" else Path
    monkeypatch.setattr(owner, step, fails)
    with pytest.raises(Bad, match=code):
        write_atomic(path, b"new", overwrite=True)
    assert (path.read_bytes(), left(tmp_path)) == (b"old", ["a"])


LIMITED = """
import resource, sys
from files.writing import write_atomic
from words import Bad
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, -1))
try:
    write_atomic(sys.argv[1], b"x" * 5000, overwrite=True)
except Bad as bad:
    print(bad.code)
"""


def test_s07_a_full_disk_keeps_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    said = subprocess.run([sys.executable, "-c", LIMITED, path], capture_output=True, text=True)
    assert (said.stdout, said.stderr) == ("E-FULL\n", "")
    assert (path.read_bytes(), left(tmp_path)) == (b"old", ["a"])


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(Bad, match="E-CANNOTWRITE"):
        write_atomic(tmp_path / "no" / "a", b"x")


def test_the_bytes_are_synced_before_they_get_their_name_and_the_name_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(handle: int) -> None:
        seen.append("folder" if Path(f"/proc/self/fd/{handle}").is_dir() else "file")
        sync(handle)

    def named(path: Path, target: Path) -> Path:
        seen.append("name")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", named)
    write_atomic(tmp_path / "a", b"x", overwrite=True)
    assert seen == ["file", "name", "folder"]


def test_i6_unfinished_files_of_dead_programs_are_swept_away(tmp_path: Path) -> None:
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    (tmp_path / f".tmp-{done.pid}-aa").touch()
    mine = unfinished_name(tmp_path / "a")
    mine.touch()
    old = tmp_path / ".tmp-x-bb"
    old.touch()
    os.utime(old, (0, 0))
    (tmp_path / "kept.tmp").touch()
    sweep(tmp_path)
    assert left(tmp_path) == [mine.name, "kept.tmp"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("../../x", "x"),
        ("CON", "x-con"),
        ("com1", "x-com1"),
        ("a:b", "a-b"),
        ("x.", "x"),
        ("\0\n", "x"),
        ("评委", "x"),
        ("J01", "j01"),
        ("J" * 300, "j" * 40),
        ("İI", "i-i"),
        ("", "x"),
    ],
)
def test_x06_file_names_come_out_safe_whatever_goes_in(text: str, name: str) -> None:
    assert slug(text) == name


def test_a_clock_text_becomes_a_stamp() -> None:
    assert stamp("2026-11-23T16:09:59+08:00") == "20261123-160959"
