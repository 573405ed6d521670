"""What is written down is what is there."""

from __future__ import annotations

import importlib.util
import re

import pytest

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


@pytest.mark.parametrize("path", DOCS, ids=[path.name for path in DOCS])
def test_every_link_between_the_documents_leads_somewhere(path) -> None:  # type: ignore[no-untyped-def]
    links = LINK.findall(path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_both_readmes_name_the_same_commands() -> None:
    named = [
        sorted(set(re.findall(r"`pingxuan ([a-z]+)", (ROOT / name).read_text(encoding="utf-8"))))
        for name in ("README.md", "README.zh.md")
    ]
    assert named[0] == named[1]
