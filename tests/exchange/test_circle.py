"""The whole circle in processes of its own: a secretary, three judges apart, a courier, a reader.

Every person has a folder and an environment of their own; a judge has nothing but the packet and
the code. Secrets come in by the environment, answers by the keyboard (the line-by-line mode).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.exchange.circle import CASES, CHAIR, SECRETARY, make_award

RECUSED = {"J02": {"003"}}
SLOW = 60  # seconds after which a process hangs


@dataclass
class Person:
    """Somebody at a computer: a folder, a home, and what is in the environment."""

    folder: Path
    secrets: dict[str, str] = field(default_factory=dict)
    said: str = ""

    def __post_init__(self) -> None:
        (self.folder / "home").mkdir(parents=True, exist_ok=True)

    @property
    def env(self) -> dict[str, str]:
        """Nothing of the machine's own but what Python needs to start."""
        own = {"HOME": str(self.folder / "home"), "PYTHONPATH": str(ROOT), "PINGXUAN_LANG": "en"}
        kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT") if key in os.environ}
        return {**kept, **own, "PYTHONUTF8": "1", **self.secrets}

    def does(self, *words: object, code: int = 0) -> str:
        """Run a command here; its whole answer, which has no traceback and no escape byte."""
        command = [sys.executable, "-m", "tests.exchange.cheap", *map(str, words)]
        return self.runs(command, code)

    def verifies(self, *words: object, code: int = 0) -> str:
        """Verify with the standard library alone: `-S` leaves out everything installed."""
        command = [sys.executable, "-S", "-m", "award.verify", *map(str, words), "--lang", "en"]
        return self.runs(command, code)

    def runs(self, command: Sequence[str], code: int = 0) -> str:
        done = subprocess.run(
            command, cwd=self.folder, env=self.env, capture_output=True, text=True,
            encoding="utf-8", timeout=SLOW, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        self.said = done.stdout + done.stderr
        assert "Traceback" not in self.said, self.said
        assert "\x1b" not in self.said
        assert done.returncode == code, self.said
        return self.said

    def scores(self, judge: str, points: str, *first: str) -> str:
        """Score every case at the keyboard and submit; the receipt. `first` are lines before."""
        lines = [*first]
        for case in CASES:
            if case not in RECUSED.get(judge, ()):
                lines += ["3", case, "1", *[points] * 4, "0"]
        packet = next(self.folder.glob("*.packet"))
        words = [sys.executable, "-m", "tests.exchange.cheap", "judge", packet.name, "--plain"]
        with subprocess.Popen(
            words, cwd=self.folder, env=self.env, text=True, encoding="utf-8",
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        ) as process:  # fmt: skip
            assert process.stdin is not None
            process.stdin.write("".join(f"{line}\n" for line in [*lines, "8"]))
            process.stdin.flush()
            asked = _until(process, r"digits (\d \d \d \d)")
            rest, _ = process.communicate(asked.replace(" ", "") + "\n\n0\n", timeout=SLOW)
        assert process.returncode == 0, rest
        receipt = re.search(r"Receipt (\d{4}(?: \d{4}){4})", rest)
        assert receipt is not None, rest
        return receipt[1].replace(" ", "")

    def ballots(self) -> list[Path]:
        return sorted(self.folder.glob("*.ballot"))


def _until(process: subprocess.Popen[str], pattern: str) -> str:
    """Read what is printed, sign by sign, until the pattern is there."""
    assert process.stdout is not None
    text = ""
    while not (found := re.search(pattern, text)):
        sign = process.stdout.read(1)
        assert sign, text
        text += sign
    return found[1]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Person:
    """A secretary whose packets are made; the chair's passphrase comes when it is wanted."""
    folder = make_award(tmp_path_factory.mktemp("circle") / "office")
    office = Person(folder, {"PINGXUAN_PASSPHRASE": SECRETARY})
    office.secrets["PINGXUAN_CHAIR_PASSPHRASE"] = CHAIR
    office.does("keys", "make")
    sheet = " ".join(re.findall(r"\d\d: (\w{5})", office.does("keys", "recovery")))
    office.secrets["PINGXUAN_RECOVERY"] = sheet
    office.does("keys", "drill")
    del office.secrets["PINGXUAN_RECOVERY"], office.secrets["PINGXUAN_CHAIR_PASSPHRASE"]
    office.does("freeze")
    office.does("issue")
    return office


def judge(office: Person, name: str) -> Person:
    """A judge's folder with the packet; the code as read off the letter."""
    folder = office.folder.parent / f"at-{name}"
    person = Person(folder)
    shutil.copy(office.folder / "packets" / f"prize-26-{name}-1.packet", folder)
    page = (office.folder / "letters" / f"prize-26-{name}-1.html").read_text(encoding="utf-8")
    found = re.search(r'class="code">([0-9A-Z-]+)<', page)
    assert found is not None
    person.secrets["PINGXUAN_CODE"] = found[1].lower()
    return person


def swapped(mine: bytes, theirs: bytes) -> bytes:
    """The sealed part of one ballot in the envelope of another: what a courier can do."""
    kind, head, *_rest, signature = theirs.decode("ascii").splitlines()
    payload = mine.decode("ascii").splitlines()[2:-1]
    return "\n".join([kind, head, *payload, signature, ""]).encode("ascii")


def test_the_whole_circle_in_processes_of_its_own(office: Person) -> None:
    one, two, three = (judge(office, name) for name in ("J01", "J02", "J03"))
    stick = office.folder.parent / "stick"
    stick.mkdir()

    # Three judges: one revises, one sends twice, one is late.
    first = one.scores("J01", "80")
    revised = one.scores("J01", "82.5", "8", "", "1")
    second = two.scores("J02", "85")
    assert len({first, revised, second}) == 3
    assert [path.name for path in one.ballots()] == [
        "prize-26-J01-1-1.ballot", "prize-26-J01-1-2.ballot",
    ]  # fmt: skip
    for path in (*one.ballots(), *two.ballots()):
        shutil.copy(path, stick)
    shutil.copy(two.ballots()[0], stick / "prize-26-J02-1-1 (1).ballot")

    # The courier: a file cut short, one edited, one ballot in another's envelope.
    data = two.ballots()[0].read_bytes()
    (stick / "cut.ballot").write_bytes(data[: len(data) // 2])
    (stick / "edited.ballot").write_bytes(data.replace(b'"seq":1', b'"seq":7', 1))
    (stick / "swapped.ballot").write_bytes(swapped(one.ballots()[0].read_bytes(), data))

    said = office.does("collect", stick, code=1)
    for name, refusal in (("cut", "E-TRUNCATED"), ("edited", "E-SIG"), ("swapped", "E-SIG")):
        line = next(line for line in said.splitlines() if f"{name}.ballot" in line)
        assert refusal in line
    assert "2 taken, 1 there already, 1 older" in said
    assert "3 refused" in said
    assert office.does("collect", stick, code=1).count("E-SIG") == 2  # as often as liked

    # Closed: the sheet has the receipts, and not the one of the judge who is late.
    sheet = office.does("close").replace(" ", "")
    assert revised in sheet
    assert second in sheet
    assert first not in sheet
    third = three.scores("J03", "88")
    assert third not in sheet
    assert "E-LATE" in office.does("collect", *three.ballots())

    # Opened by the chair alone, ranked, the late one let in by a minuted decision.
    assert "E-NOSECRET" in office.does("rank", code=1)
    office.secrets["PINGXUAN_CHAIR_PASSPHRASE"] = "not the passphrase"
    assert "E-PASSPHRASE" in office.does("rank", code=1)
    office.secrets["PINGXUAN_CHAIR_PASSPHRASE"] = CHAIR
    office.does("rank", code=1)  # too few ballots
    office.does("accept-late", "J03", "--reason", "snow, minute 4")
    assert "2 ballot" not in office.does("rank", code=1)
    office.does("finalise", "--despite-missing", "--reason", "one recusal")

    # Archived, and read by somebody with nothing but Python.
    named = office.does("archive").splitlines()[:2]
    public, restricted = (office.folder / name for name in named)
    reader = Person(office.folder.parent / "reader")
    for bundle, code, unchecked in ((public, 0, 0), (restricted, 3, 1)):
        said = reader.verifies(bundle, code=code)  # only sealed files need PyNaCl
        assert "FAILED" not in said
        assert said.count("[not checked]") == unchecked
    assert "FAILED" not in office.does("verify", restricted)
    reader.verifies(public, "--receipt", revised)
    reader.verifies(public, "--receipt", first, code=1)
    _every_file_is_watched(reader, public)


VERIFY_EACH = """
import sys
from award.verify import main
sys.stderr = sys.stdout
for name in sys.argv[1:]:
    sys.stdout.write(f"== {main([name, '--lang', 'en'])} {name}\\n")
"""


def _every_file_is_watched(reader: Person, bundle: Path) -> None:
    """One changed byte of each file is found, and the file is named."""
    names = sorted(path.name for path in bundle.iterdir() if path.is_file())
    copies = [reader.folder / f"copy-{name}" for name in names]
    for copy, name in zip(copies, names, strict=True):
        shutil.copytree(bundle, copy)
        data = bytearray((copy / name).read_bytes())
        data[len(data) // 2] ^= 1
        (copy / name).write_bytes(bytes(data))
    reader.runs([sys.executable, "-S", "-c", VERIFY_EACH, *map(str, copies)])
    *said, rest = re.split(r"^== (.*)\n", reader.said, flags=re.MULTILINE)
    assert (len(said), rest) == (2 * len(names), "")
    for text, end, name in zip(said[::2], said[1::2], names, strict=True):
        assert end.startswith(("1 ", "2 "))
        assert end.endswith(f"copy-{name}")
        assert name in text or name.startswith("manifest"), text


def test_a_judge_folder_holds_nothing_of_anybody_else(office: Person) -> None:
    person = judge(office, "J03")
    names = {path.name for path in person.folder.rglob("*") if path.is_file()}
    assert all("J03" in name or name in {"screens.json"} or "draft" in name for name in names)


def test_the_reader_really_has_the_standard_library_only(tmp_path: Path) -> None:
    person = Person(tmp_path / "reader")
    look = "from importlib.util import find_spec as f"
    code = f"{look}; print([m for m in ('nacl', 'click', 'pydantic') if f(m)])"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], env=person.env, capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]"
