"""The counting holds no float, no rounding but its own, no order by accident."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import scoring

FOLDER = Path(scoring.__file__).parent
# Reading config.toml is not counting: the rules arrive as integers.
COUNTING = sorted(p for p in FOLDER.glob("*.py") if not p.name.startswith("config"))
NAMES = [path.name for path in COUNTING]
UNORDERED = (ast.Set, ast.SetComp)
FIRST_WAY = {
    "adjusting", "aggregate", "approval", "ballots", "blocks", "chain", "chain_ties", "compute",
    "decisions", "explain", "factors", "fast", "gaps", "lines", "methods", "placing", "points",
    "promotion",
    "public_vote", "ranking", "seats", "stages", "ties", "tiers", "weighing", "widest",
}  # fmt: skip
SECOND_WAY = sorted(path.stem for path in FOLDER.glob("recount*.py"))


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def called(node: ast.AST) -> str:
    """The name a call names, empty for anything else."""
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "id", "")


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", COUNTING, ids=NAMES)
def test_no_float_no_round_and_no_true_division(path: Path) -> None:
    for node in nodes(path):
        line = getattr(node, "lineno", 0)
        assert not isinstance(getattr(node, "value", None), float), f"float literal, line {line}"
        assert called(node) not in {"float", "round"}, f"{called(node)}(), line {line}"
        assert not isinstance(node, ast.Div), "true division: write Fraction(a, b)"


@pytest.mark.parametrize("path", COUNTING, ids=NAMES)
def test_nothing_is_taken_in_the_order_of_a_set(path: Path) -> None:
    for node in nodes(path):
        walked = getattr(node, "iter", None)
        if walked is not None:
            assert not isinstance(walked, UNORDERED)
            assert called(walked) not in {"set", "frozenset"}


@pytest.mark.parametrize("path", COUNTING, ids=NAMES)
def test_no_chance_no_clock_no_statistics(path: Path) -> None:
    assert not imported(path) & {"random", "secrets", "statistics", "time", "datetime", "os"}


def test_the_recount_shares_nothing_with_the_first_way() -> None:
    shared = {f"scoring.{name}" for name in FIRST_WAY}
    for name in SECOND_WAY:
        assert not imported(FOLDER / f"{name}.py") & shared


def test_the_first_way_does_not_lean_on_the_recount() -> None:
    for name in FIRST_WAY:
        assert not [one for one in imported(FOLDER / f"{name}.py") if "recount" in one]


@pytest.mark.parametrize(
    "module", ["scoring", "scoring.compute", "scoring.recount", "scoring.review"]
)
def test_counting_loads_nothing_heavy(module: str) -> None:
    heavy = ["pydantic", "textual", "rich", "sqlite3", "sqlite_utils", "numpy", "click"]
    code = f"import sys, {module}; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
