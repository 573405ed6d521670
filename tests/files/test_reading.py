"""Reading what others made: bounded, never waiting, the bytes and not the name decide."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from files.reading import in_units, read_bounded, sniff
from words import Bad

LIMIT = 1000


@pytest.fixture(autouse=True)
def _alarm() -> Iterator[None]:
    """A read that waits is stopped after five seconds, and fails."""
    signal.alarm(5)
    yield
    signal.alarm(0)


def refused(path: Path, *, follow_links: bool = True) -> str:
    with pytest.raises(Bad) as caught:
        read_bounded(path, LIMIT, follow_links=follow_links)
    return caught.value.code


@pytest.mark.parametrize("size", [0, 1, LIMIT])
def test_a_file_up_to_the_limit_is_read_whole(tmp_path: Path, size: int) -> None:
    path = tmp_path / "a b 案例.csv"
    path.write_bytes(b"x" * size)
    assert read_bounded(path, LIMIT) == b"x" * size


def test_a_larger_file_is_refused_with_both_sizes(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * (LIMIT + 1))
    with pytest.raises(Bad) as caught:
        read_bounded(path, LIMIT)
    assert (caught.value.params["size"], caught.value.params["limit"]) == ("1001 B", "1000 B")


def test_b30_a_sparse_terabyte_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "sparse"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    assert refused(path) == "E-SIZE"


def test_b30_a_pipe_nobody_writes_to_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert refused(path) == "E-NOTFILE"


def test_b30_a_socket_is_refused(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        assert refused(tmp_path / "s") == "E-NOTFILE"


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_b30_a_device_is_refused(path: str) -> None:
    assert refused(Path(path)) == "E-NOTFILE"


def test_b30_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.ballot").mkdir()
    assert refused(tmp_path / "x.ballot") == "E-NOTFILE"


def test_a_link_is_followed_only_where_that_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"data")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert read_bounded(tmp_path / "link", LIMIT) == b"data"
    assert refused(tmp_path / "link", follow_links=False) == "E-NOTFILE"


def test_a_link_to_a_device_is_refused_also_when_links_are_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/dev/zero")
    assert refused(tmp_path / "link") == "E-NOTFILE"


def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert refused(tmp_path / "a") == "E-NOTFILE"


@pytest.mark.parametrize("name", ["nothing", "nothing/below", "x" * 300, "nul\0byte"])
def test_a_file_that_is_not_there_is_said_so(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path / name) in {"E-NOFILE", "E-CANNOTREAD"}


def test_a_file_that_grows_while_it_is_read_stops_at_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * LIMIT)
    small = path.stat()
    path.write_bytes(b"x" * LIMIT * 5)
    monkeypatch.setattr(os, "fstat", lambda _: small)
    assert refused(path) == "E-SIZE"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b"PK\x03\x04rest", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
        (b"%PDF-1.7", "pdf"),
        (b"SQLite format 3\0", "sqlite"),
        ("编号,案例".encode("utf-16"), "utf16"),
        ("number,title\n1,a\n".encode("utf-16-le"), "utf16"),
        ("number,title\n1,a\n".encode("utf-16-be"), "utf16"),
        (b"\0" * 100, "binary"),
        (b"abc\0def", "binary"),
        ("编号,案例".encode(), "text"),
        ("编号,案例".encode("gb18030"), "text"),
    ],
)
def test_the_bytes_say_what_a_file_is(data: bytes, kind: str) -> None:
    assert sniff(data) == kind


def test_sizes_are_said_for_people() -> None:
    assert [in_units(n) for n in (0, 1023, 1024, 1025, 64 << 20)] == [
        "0 B", "1023 B", "1 KiB", "2 KiB", "64 MiB",
    ]  # fmt: skip
