"""What is written down is what is there."""

from __future__ import annotations

import importlib.util
import re

from tests.conftest import ROOT

DOCS = sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md"))
LINK = re.compile(r"\]\(([^)#\s]+)")


def test_every_command_is_written_down_as_it_speaks() -> None:
    path = ROOT / "docs" / "make_commands.py"
    spec = importlib.util.spec_from_file_location("make_commands", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    written = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert written == module.reference(), "run python docs/make_commands.py"


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
