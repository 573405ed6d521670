"""One LibreOffice for the whole suite, however many processes run the tests.

Starting it takes seconds, converting a file a quarter of one. Whoever needs it first starts it
with a document open, so that it stays; every further call hands its files to the one that runs.
Where it does not run, a call starts a LibreOffice of its own and comes to the same.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

PROGRAM = shutil.which("soffice")
HOME = "PINGXUAN_TESTS_OFFICE"  # names the folder of this run to every process of it
SLOW = 300  # seconds; files wait in a queue behind those of other tests
START = 120  # seconds after which it is not coming
STARTED: list[Any] = []

needs_soffice = pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")


def converted(sources: Sequence[Path], kind: str, folder: Path, *options: str) -> list[Path]:
    """The files as LibreOffice saves them as another kind, in the folder."""
    home = Path(os.environ[HOME])
    if os.name == "posix":
        _running(home)
    command = [*_program(home), *options, "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, sources)], check=True, timeout=SLOW, capture_output=True)
    made = [folder / f"{one.stem}.{kind.partition(':')[0]}" for one in sources]
    assert all(one.is_file() for one in made), f"LibreOffice made not all of {made}"
    return made


def _program(home: Path) -> list[str]:
    return [PROGRAM or "", f"-env:UserInstallation={home.as_uri()}/profile", "--headless"]


def _running(home: Path) -> None:
    """Start it unless another test has; back when its document is open."""
    held = home / "held.txt"
    try:
        held.open("x").close()
    except FileExistsError:
        pass
    else:
        _start(home, held)
    lock, never = home / f".~lock.{held.name}#", home / "never"
    end = time.monotonic() + START
    while not (lock.exists() or never.exists()):
        time.sleep(0.02)  # another program starts: there is nothing to wait on but its file
        if time.monotonic() > end:
            never.touch()  # nobody waits a second time; each call starts one of its own


def _start(home: Path, held: Path) -> None:
    none = subprocess.DEVNULL
    process = subprocess.Popen(
        [*_program(home), "--norestore", str(held)],
        stdin=none, stdout=none, stderr=none, start_new_session=True,
    )  # fmt: skip
    STARTED.append(process)
    (home / "process").write_text(str(process.pid))


def make_room() -> None:
    """A folder for the LibreOffice of this run."""
    os.environ[HOME] = tempfile.mkdtemp(prefix="office-")


def end_it() -> None:
    """The end of the run is the end of its LibreOffice."""
    home = Path(os.environ.pop(HOME))
    if (home / "process").exists():
        with suppress(ProcessLookupError):
            os.killpg(int((home / "process").read_text()), signal.SIGTERM)
    for process in STARTED:
        process.wait()
    shutil.rmtree(home, ignore_errors=True)
