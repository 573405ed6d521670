"""Calls that are not right, and computers that refuse: one sentence, ours, and the right code."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from cli.main import _take_language, main
from tests.cli.conftest import Pingxuan
from tests.conftest import ROOT
from words import use

WRONG = {
    "an option that is not there": (["rank", "--foo"], "E-USAGE-OPTION"),
    "an option without its value": (["rank", "-C"], "E-USAGE-ARGUMENT"),
    "a switch with a value": (["rank", "--json=3"], "E-USAGE-ARGUMENT"),
    "words that are too many": (["rank", "of", "today"], "E-USAGE-EXTRA"),
    "a word out of a short list": (["decide", "1", "2", "--kind", "xx"], "E-USAGE-CHOICE"),
    "a number that is none": (["export", "--number", "abc"], "E-USAGE-NUMBER"),
    "nothing where something is needed": (["reopen"], "E-USAGE-MISSING"),
    "the folder before the command": (["-C", "here", "rank"], "E-USAGE-ORDER"),
    "two kinds of files at once": (["import", "a", "--judges", "--recusals"], "E-USAGE-TOGETHER"),
}


@pytest.mark.parametrize(("words", "code"), WRONG.values(), ids=WRONG)
def test_a_wrong_call_is_one_sentence_in_chinese_and_code_2(
    pingxuan: Pingxuan, words: list[str], code: str
) -> None:
    use("zh")
    said = pingxuan(*words)
    assert (said.code, said.out) == (2, "")
    assert said.err.endswith(f" [{code}]\n")
    assert said.err.count("\n") == 1
    assert not {"requires", "unexpected", "not one of", "valid"} & set(said.err.split())


@pytest.mark.parametrize("words", [["--lang"], ["rank", "--lang"], ["--lang", "fr", "rank"]])
def test_a_language_that_is_not_spoken_is_refused(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(words)
    assert "[E-USAGE-LANG]" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--lang", "zh", "rank"], ["rank", "--lang=zh"]])
def test_the_language_may_stand_anywhere(words: list[str]) -> None:
    assert _take_language(words) == "zh"
    assert words == ["rank"]


def test_a_file_that_is_not_there_has_the_same_code_everywhere(
    pingxuan: Pingxuan, practice: Path
) -> None:
    said = pingxuan("import", "nowhere.csv", "-C", practice)
    assert (said.code, "[E-NOFILE]" in said.err) == (2, True)


def _pipe(award: Path, output: int | IO[str]) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "cli.main", "rank", "-C", str(award)]
    return subprocess.run(call, stdout=output, stderr=subprocess.PIPE, text=True, cwd=ROOT)


def test_a_reader_who_has_seen_enough_is_no_failure(award: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    said = _pipe(award, writing)
    os.close(writing)
    assert (said.returncode, "E-" in said.stderr) == (0, False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full device")
def test_output_to_a_full_disk_says_so(award: Path) -> None:
    with Path("/dev/full").open("w") as full:
        said = _pipe(award, full)
    assert (said.returncode, "[E-FULL]" in said.stderr) == (1, True)


REFUSALS = [
    (PermissionError(errno.EACCES, "Permission denied", "x"), "E-NOACCESS"),
    (OSError(errno.EIO, "Input/output error", "x"), "E-SYSTEM"),
    (OSError(errno.ENOSPC, "No space left on device"), "E-FULL"),
    (OSError(errno.EIO, "Input/output error"), "E-CRASH"),
]


@pytest.mark.parametrize(("error", "code"), REFUSALS)
def test_what_the_computer_refuses_is_a_sentence_in_the_language_of_the_user(
    pingxuan: Pingxuan, monkeypatch: pytest.MonkeyPatch, award: Path, error: OSError, code: str
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(award))

    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("award.folder.load_rules", refuse)
    use("zh")
    said = pingxuan("rank", "-C", award)
    assert (said.code, f"[{code}]" in said.err) == (1, True)
    assert not {"Permission", "Input/output", "space"} & set(said.err.split())


def test_a_folder_or_a_pipe_in_place_of_the_database_is_no_award(
    pingxuan: Pingxuan, award: Path
) -> None:
    (award / "award.db").unlink()
    os.mkfifo(award / "award.db")
    assert "[E-NOAWARD]" in pingxuan("rank", "-C", award).err
