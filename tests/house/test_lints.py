"""Rules of the house that no general linter knows."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from tests.conftest import ROOT

PACKAGES = ("award", "cli", "db", "exchange", "files", "scoring", "sheets", "tui", "words")
SOURCES = sorted(path for name in PACKAGES for path in (ROOT / name).rglob("*.py"))
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__", "system", "popen"}
FORBIDDEN_MODULES = {"pickle", "marshal", "shelve", "yaml", "dill"}
# The crash report must not depend on our own code; a backup opens its own copy to sync it.
WRITERS = {"files/writing.py", "cli/errors.py", "db/backup.py"}


@cache
def _nodes(path: Path) -> tuple[ast.AST, ...]:
    """What a source is made of; several rules look at the same."""
    kinds = (ast.Call, ast.Import, ast.ImportFrom)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return tuple(node for node in ast.walk(tree) if isinstance(node, kinds))


def _calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in _nodes(path) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def _found(look: Callable[[Path], list[int]]) -> list[str]:
    """Every place in our sources where `look` finds something."""
    places = ((path, line) for path in SOURCES for line in look(path))
    return [f"{path.relative_to(ROOT)}:{line}" for path, line in places]


def test_nothing_runs_code_from_data() -> None:
    def look(path: Path) -> list[int]:
        return [c.lineno for c in _calls(path) if _name(c) in FORBIDDEN_CALLS and not _is_regex(c)]

    assert _found(look) == []


def _is_regex(call: ast.Call) -> bool:
    """`re.compile` is no code."""
    func = call.func
    return (
        isinstance(func, ast.Attribute)
        and isinstance(func.value, ast.Name)
        and func.value.id == "re"
    )


def test_nothing_reads_formats_that_run_code() -> None:
    def look(path: Path) -> list[int]:
        return [
            node.lineno
            for node in _nodes(path)
            if isinstance(node, ast.Import | ast.ImportFrom)
            and {alias.name.split(".")[0] for alias in node.names} & FORBIDDEN_MODULES
        ]

    assert _found(look) == []


def test_only_one_module_writes_files() -> None:
    def look(path: Path) -> list[int]:
        if str(path.relative_to(ROOT)) in WRITERS:
            return []
        return [c.lineno for c in _calls(path) if _name(c).startswith("write_") and _raw(c)] + [
            c.lineno for c in _calls(path) if _name(c) == "open" and _writes(c)
        ]

    assert _found(look) == []


def _raw(call: ast.Call) -> bool:
    return _name(call) in {"write_text", "write_bytes"}


def _writes(call: ast.Call) -> bool:
    """A mode that writes, given in place or by name."""
    given = [*call.args[:2], *(k.value for k in call.keywords if k.arg == "mode")]
    modes = [arg.value for arg in given if isinstance(arg, ast.Constant)]
    return any(re.fullmatch(r"[rwxabt+]{1,3}", str(m)) and set(str(m)) & set("wxa+") for m in modes)


def test_the_core_loads_nothing_heavy() -> None:
    heavy = "{'textual', 'rich', 'sqlite3', 'sqlite_utils', 'pydantic', 'numpy', 'click'}"
    code = (
        "import sys, scoring, scoring.compute, scoring.recount, scoring.explain, scoring.review\n"
        f"sys.exit(', '.join(sorted({heavy} & set(sys.modules))) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, done.stderr.strip()) == (0, "")


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], capture_output=True, text=True, cwd=ROOT)
    return [ROOT / name for name in listed.stdout.splitlines()]


def test_no_file_names_a_package_index_or_a_path_of_a_machine() -> None:
    hosts = ["py" + "pi.org", "python" + "hosted.org", "/ro" + "ot/", "/wo" + "rk/"]
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


def test_the_database_loads_no_library_that_only_lies_about() -> None:
    code = (
        "import sys, db.store\n"
        "sys.exit(', '.join(sorted({'numpy', 'pandas'} & set(sys.modules))) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, done.stderr.strip()) == (0, "")


def test_no_pattern_has_a_possessive_group() -> None:
    """They match wrongly before Python 3.11.5, which Debian 12 does not have."""
    possessive = re.compile(r"\)[*+?]\+")
    found = [path.name for path in SOURCES if possessive.search(path.read_text("utf-8"))]
    assert found == []
