"""What is written down is what is there."""

from __future__ import annotations

import re
import subprocess
import sys

from tests.conftest import ROOT

DOCS = sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md"))
LINK = re.compile(r"\]\(([^)#\s]+)")


def test_every_command_is_written_down_as_it_speaks() -> None:
    command = [sys.executable, str(ROOT / "docs" / "make_commands.py"), "--check"]
    assert subprocess.run(command, cwd=ROOT).returncode == 0, "run python docs/make_commands.py"


def test_every_link_between_the_documents_leads_somewhere() -> None:
    broken = [
        f"{path.name}: {link}"
        for path in DOCS
        for link in LINK.findall(path.read_text(encoding="utf-8"))
        if not (path.parent / link).exists()
    ]
    assert broken == []


def test_both_readmes_name_the_same_commands() -> None:
    named = [
        sorted(set(re.findall(r"`pingxuan ([a-z]+)", (ROOT / name).read_text(encoding="utf-8"))))
        for name in ("README.md", "README.zh.md")
    ]
    assert named[0] == named[1]
