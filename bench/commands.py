"""Whole commands, from the shell to the last line printed."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from award.folder import CONFIG, DATABASE, create
from award.rules_file import default_config_text, load_rules
from bench._award import make_ballots
from bench._rows import Row, median

CASES, JUDGES = 200, 50
FIFTH = """
[[criterion]]
key = "fifth"
name = { zh = "其他", en = "Other" }
weight = "10"

[aggregate]"""


def run() -> list[Row]:
    """`rank` on 200 cases x 50 judges x 5 criteria, and what of it is only starting."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        award = create(Path(folder) / "award", five_criteria())
        make_ballots(award / DATABASE, load_rules(award / CONFIG).rules, JUDGES, CASES)
        whole = median(lambda: call("rank", "-C", str(award)))
        rows = [Row(f"rank, {CASES} x {JUDGES} x 5", whole, note="target under 0.6 s")]
        rows.append(
            _part("rank --explain 00001", whole, "rank", "--explain", "00001", "-C", str(award))
        )
        rows.append(_part("check", whole, "check", "-C", str(award)))
    rows.append(_part("--version: nothing but starting", whole, "--version"))
    return rows


def five_criteria() -> str:
    """The default rules with one criterion more; the weights still add to 100."""
    text = default_config_text().replace('weight = "25"', 'weight = "20"')
    return text.replace("\n[aggregate]", FIFTH, 1)


def _part(what: str, whole: float, *words: str) -> Row:
    seconds = median(lambda: call(*words))
    return Row(what, seconds, seconds / whole, note="ratio to the whole of rank")


def call(*words: str) -> None:
    command = [sys.executable, "-m", "cli.main", *words, "--lang", "en"]
    done = subprocess.run(command, capture_output=True)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
