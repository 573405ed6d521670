"""A judge's screens in a real terminal: from start to first paint, from key to paint."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from award.folder import create, opened
from award.freezing import freeze
from bench._rows import Row
from bench._terminal import Terminal
from bench.packet import CASES as PACKET_CASES
from bench.packet import code_of, issued_packet
from db.records import Judge, Nomination

CASES = (40, 10_000)
KEYS = 30  # presses measured for each kind of key
BODY = tuple("材料一段，共有数据 12,345 条，占 84.6%。" * 8 for _ in range(20))


def run() -> list[Row]:
    rows: list[Row] = []
    for count in CASES:
        with tempfile.TemporaryDirectory() as folder:
            rows += _measure(award_of(Path(folder) / "award", count), count)
    with tempfile.TemporaryDirectory() as folder:
        rows.append(_packet(Path(folder)))
    return rows


def _packet(folder: Path) -> Row:
    """From the command to the first picture of a packet that was opened before, its code in a
    file: reading it, the code's key and the check of the slate are within.
    """
    issued = issued_packet(folder / "award")
    (folder / "code").write_text(code_of(issued), encoding="utf-8")
    settings = folder / "pingxuan" / "screens.json"
    settings.parent.mkdir()
    settings.write_text('{"ruler": "1"}', encoding="utf-8")
    starts = []
    for at in range(4):
        terminal = _opened(folder, issued.packet)
        if at == 0:  # until something is scored the slate number is to be compared first
            terminal.wait_for("secretary", 60)
            terminal.settle()
            terminal.send("enter")
        starts.append(terminal.wait_for("Esc", 60))
        if at == 0:
            for key in ("enter", "8", "5"):
                terminal.send(key)
                terminal.settle(1)
        terminal.kill()
    note = f"{PACKET_CASES} cases, key derivation in it"
    return Row("first picture of a packet, opened again", median(starts[1:]), note=note)


def _opened(folder: Path, packet: Path) -> Terminal:
    command = [sys.executable, "-m", "cli.main", "judge", str(packet), "--code-file"]
    places = {name: str(folder) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    return Terminal([*command, str(folder / "code")], (80, 24), **places)


def award_of(folder: Path, count: int) -> Path:
    """A frozen award with so many cases and one judge, who has answered the ruler already."""
    cases = [Nomination(f"{i:05}", f"案例{i}", f"单位{i}", body=BODY) for i in range(1, count + 1)]
    create(folder)
    with opened(folder) as award:
        award.store.add_nominations(cases)
        award.store.add_judges([Judge("J01", "评委一")])
        freeze(award)
    settings = folder / "pingxuan" / "screens.json"
    settings.parent.mkdir()
    settings.write_text('{"ruler": "1"}', encoding="utf-8")
    return folder


def _started(folder: Path) -> Terminal:
    command = [sys.executable, "-m", "cli.main", "score", "--judge", "J01", "--award", str(folder)]
    return Terminal(command, (80, 24), XDG_CONFIG_HOME=str(folder), TEXTUAL_ANIMATIONS="none")


def _measure(folder: Path, count: int) -> list[Row]:
    starts = []
    for _ in range(3):
        terminal = _started(folder)
        starts.append(terminal.wait_for("Enter", 60))
        terminal.kill()
    terminal = _started(folder)
    try:
        terminal.wait_for("Enter", 60)
        terminal.settle()
        down = _keys(terminal, ["down"] * KEYS)
        began = time.perf_counter()
        terminal.send("enter")
        terminal.wait_for("PgUp", 10)
        score = time.perf_counter() - began
        terminal.settle()
        digits = _keys(terminal, ["7", "8", "enter", "up"] * (KEYS // 4))
    finally:
        terminal.kill()
    return [
        Row(f"first paint, {count} cases", median(starts), note="target 0.7 s"),
        Row(f"open a case, {count} cases", score),
        Row(f"key to paint in the list, {count} cases", down, note="target 20 ms"),
        Row(f"key to paint while scoring, {count} cases", digits, note="target 20 ms, saved"),
    ]


def _keys(terminal: Terminal, keys: list[str]) -> float:
    """The median from writing a key to the first byte of what it changes."""
    times = []
    for key in keys:
        began = time.perf_counter()
        terminal.send(key)
        terminal.read(5)
        times.append(time.perf_counter() - began)
        terminal.settle(0.05)
    return median(times)
