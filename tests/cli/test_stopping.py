"""Ctrl-C at any moment: exit code 130 and no Python words; what was chosen on screens is kept."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cli import memory
from tests.conftest import ROOT

PROGRAM = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job begins without it
class AtImport:
    def find_spec(self, name, *rest):
        if name == {name!r}:
            {act}
class Dropped:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)
        for _ in range(1000):
            pass
sys.meta_path.insert(0, AtImport())
sys.argv = ["pingxuan", "--version"]
from cli.main import main
{before}
main()
"""
STOP = "os.kill(os.getpid(), signal.SIGINT)"
EARLY = ("cli.interrupts", "click", "words.catalog", "cli.errors", "cli.surroundings", "cli.group")


def stopped(name: str, act: str, before: str = "") -> None:
    program = PROGRAM.format(name=name, act=act, before=before)
    call = [sys.executable, "-c", program]
    said = subprocess.run(call, capture_output=True, text=True, cwd=ROOT)
    assert said.returncode == 130
    assert "Traceback" not in said.stderr
    assert "ignored" not in said.stderr


posix = pytest.mark.skipif(sys.platform == "win32", reason="os.kill there ends the program itself")


@posix
@pytest.mark.parametrize("name", EARLY)
def test_ctrl_c_while_the_program_is_loaded(name: str) -> None:
    stopped(name, STOP)


@posix
def test_ctrl_c_while_a_command_works() -> None:
    stopped("award.program", STOP)


@posix
def test_ctrl_c_that_python_would_drop() -> None:
    stopped("award.program", "Dropped()")


@posix
def test_ctrl_c_while_the_program_is_put_away() -> None:
    stopped("-", "pass", f"import atexit; atexit.register(lambda: {STOP})")


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(memory, "path", lambda: tmp_path / "pingxuan" / "screens.json")
    return memory.path()


def test_a_choice_is_kept_the_moment_it_is_made(kept: Path) -> None:
    memory.Memory()["ruler"] = "2"
    assert json.loads(kept.read_text(encoding="utf-8")) == {"ruler": "2"}
    assert memory.Memory() == {"ruler": "2"}


def test_a_file_that_is_not_ours_is_no_choice(kept: Path) -> None:
    kept.parent.mkdir()
    for text in ("[1]", "{", "[" * 9999, '{"ruler": 2}'):
        kept.write_text(text, encoding="utf-8")
        assert memory.Memory() == {}


def test_where_nothing_can_be_kept_the_screens_go_on(kept: Path) -> None:
    kept.parent.write_text("in the way")
    choices = memory.Memory()
    choices["theme"] = "dark"
    assert choices == {"theme": "dark"}
