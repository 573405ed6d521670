"""A stick holds anything; reading it never waits and never takes more than a ballot may have."""

from __future__ import annotations

import os
import resource
import signal
import socket
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from exchange import folder_reading
from exchange.folder_reading import Found, Passed, read_all
from tests.exchange.helpers import refused

BALLOT = b"pingxuan ballot 1\n{}\n"


@pytest.fixture(autouse=True)
def _alarm() -> Iterator[None]:
    """Nothing here may wait: five seconds."""
    signal.alarm(20)
    yield
    signal.alarm(0)


def codes(folder: Path) -> Counter[str]:
    return Counter(
        one.problem.code if isinstance(one, Passed) and one.problem else type(one).__name__
        for one in read_all([folder])
    )


def test_b26_a_ballot_of_100_megabytes_is_not_read(tmp_path: Path) -> None:
    large = tmp_path / "large.ballot"
    with large.open("wb") as file:
        file.write(BALLOT)
        file.truncate(100 << 20)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    (entry,) = read_all([large])
    assert isinstance(entry, Passed)
    assert entry.problem
    assert entry.problem.code == "E-SIZE"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50 << 10  # KiB


def test_b27_a_file_that_is_still_growing_is_taken_as_far_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.ballot"
    path.write_bytes(BALLOT)
    assert [one.data for one in read_all([path]) if isinstance(one, Found)] == [BALLOT]
    path.write_bytes(BALLOT + b"AAAA\n")
    assert [one.data for one in read_all([path]) if isinstance(one, Found)] == [BALLOT + b"AAAA\n"]


def test_b28_5000_files_of_which_4995_are_junk(tmp_path: Path) -> None:
    for i in range(4995):
        (tmp_path / f"{i}.jpg").write_bytes(b"\xff\xd8\xff" + bytes(200))
    for i in range(5):
        (tmp_path / f"{i}.ballot").write_bytes(BALLOT)
    start = time.monotonic()
    assert codes(tmp_path) == {"Passed": 4995, "Found": 5}
    assert time.monotonic() - start < 10


def test_b29_what_systems_leave_behind_is_passed_by(tmp_path: Path) -> None:
    for name in ("._a.ballot", "Thumbs.db", "desktop.ini", ".DS_Store", "~$a.docx"):
        (tmp_path / name).write_bytes(BALLOT)
    (tmp_path / "a (1).ballot").write_bytes(BALLOT)
    assert codes(tmp_path) == {"Passed": 5, "Found": 1}


def test_b30_pipes_sockets_links_devices_and_huge_files_are_passed_by(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.ballot")
    (tmp_path / "folder.ballot").mkdir()
    (tmp_path / "link.ballot").symlink_to("/dev/zero")
    (tmp_path / "loop").symlink_to(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(tmp_path)
        server.bind("socket.ballot")
        os.chdir(here)
        with (tmp_path / "sparse.ballot").open("wb") as file:
            file.truncate(1 << 40)
        assert codes(tmp_path) == {"E-NOTFILE": 3, "E-SIZE": 1, "Passed": 1}


def test_b31_a_file_that_vanishes_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.ballot"
    path.write_bytes(BALLOT)
    real = folder_reading.read_start

    def vanish(where: Path, length: int) -> bytes:
        data = real(where, length)
        path.unlink()
        return data

    monkeypatch.setattr(folder_reading, "read_start", vanish)
    assert codes(tmp_path) == {"E-VANISHED": 1}


def test_a_ballot_is_known_by_its_content_whatever_its_name(tmp_path: Path) -> None:
    inner = tmp_path / "深" / "b"
    inner.mkdir(parents=True)
    (inner / "评分.txt").write_bytes(BALLOT)
    (inner / "mail.txt").write_bytes(b"> pingxuan ballot 1\n")
    (inner / "utf16.txt").write_text("pingxuan ballot 1\n", encoding="utf-16")
    (inner / "notes.txt").write_bytes(b"hello")
    assert codes(tmp_path) == {"Found": 3, "Passed": 1}


def test_a_name_that_is_no_text_does_no_harm(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.ballot"))).write_bytes(BALLOT)
    assert codes(tmp_path) == {"Found": 1}


def test_a_path_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with refused("E-NOFILE"):
        list(read_all([tmp_path / "no"]))


def test_a_folder_without_end_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_reading, "MOST_ENTRIES", 10)
    for i in range(20):
        (tmp_path / str(i)).write_bytes(b"x")
    assert codes(tmp_path) == {"Passed": 10, "E-TOOMANYFILES": 1}
