"""Rules of the house that no general linter knows."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGES = ("award", "cli", "db", "exchange", "files", "scoring", "sheets", "tui", "words")
SOURCES = sorted(path for name in PACKAGES for path in (ROOT / name).rglob("*.py"))
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__", "system", "popen"}
FORBIDDEN_MODULES = {"pickle", "marshal", "shelve", "yaml", "dill"}
WRITERS = {"files/writing.py", "cli/errors.py"}  # the crash report must not depend on our own code


def _calls(path: Path) -> Iterator[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def _ids(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in paths]


@pytest.mark.parametrize("path", SOURCES, ids=_ids(SOURCES))
def test_nothing_runs_code_from_data(path: Path) -> None:
    named = [
        _name(call)
        for call in _calls(path)
        if _name(call) in FORBIDDEN_CALLS and not _is_regex(call)
    ]
    assert named == []


def _is_regex(call: ast.Call) -> bool:
    """`re.compile` is no code."""
    func = call.func
    return (
        isinstance(func, ast.Attribute)
        and isinstance(func.value, ast.Name)
        and func.value.id == "re"
    )


@pytest.mark.parametrize("path", SOURCES, ids=_ids(SOURCES))
def test_nothing_reads_formats_that_run_code(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {
        alias.name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert not imported & FORBIDDEN_MODULES


@pytest.mark.parametrize("path", SOURCES, ids=_ids(SOURCES))
def test_only_one_module_writes_files(path: Path) -> None:
    if str(path.relative_to(ROOT)) in WRITERS:
        return
    writing = [
        call.lineno
        for call in _calls(path)
        if _name(call) in {"write_text", "write_bytes"} or (_name(call) == "open" and _writes(call))
    ]
    assert writing == []


def _writes(call: ast.Call) -> bool:
    modes = [arg.value for arg in call.args[:2] if isinstance(arg, ast.Constant)]
    modes += [
        k.value.value
        for k in call.keywords
        if k.arg == "mode" and isinstance(k.value, ast.Constant)
    ]
    return any(
        isinstance(mode, str) and re.fullmatch(r"[rwxab+t]{1,3}", mode) and set(mode) & set("wxa+")
        for mode in modes
    )


def test_the_core_loads_nothing_heavy() -> None:
    heavy = "{'textual', 'rich', 'sqlite3', 'sqlite_utils', 'pydantic', 'numpy', 'click'}"
    code = (
        "import sys, scoring, scoring.compute, scoring.recount, scoring.explain, scoring.review\n"
        f"sys.exit(', '.join(sorted({heavy} & set(sys.modules))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, done.stderr.strip()) == (0, "")


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], capture_output=True, text=True, cwd=ROOT)
    return [ROOT / name for name in listed.stdout.splitlines()]


def test_no_file_names_a_package_index_or_a_path_of_a_machine() -> None:
    hosts = ["py" + "pi.org", "python" + "hosted.org", "/ro" + "ot/", "/ho" + "me/", "/wo" + "rk/"]
    found = [
        f"{path.relative_to(ROOT)}: {host}"
        for path in _tracked()
        if path.is_file() and path.suffix not in {".png", ".svg"}
        for host in hosts
        if host in path.read_text(encoding="utf-8", errors="replace")
    ]
    assert found == []


def test_the_locks_hold_hashes_and_no_address() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text, lock.name
        pins = re.findall(r"^[A-Za-z0-9_.-]+(?:\[.*?\])?==", text, flags=re.MULTILINE)
        assert len(pins) > 10
        assert text.count("--hash=sha256:") >= len(pins)
