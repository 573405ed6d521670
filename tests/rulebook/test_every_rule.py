"""Every kind of rule by the commands: said, counted, counted again, explained, tried otherwise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Pingxuan
from tests.rulebook.every_rule import ROWS
from tests.rulebook.small import build
from words import use


def came_out(line: dict[str, object], wanted: str) -> str:
    """`score tier rank` of a case, as far as it was asked."""
    if wanted == "-":
        return "-" if line.get("rank") is None else str(line["score"])
    parts = [str(line["score"]), str(line["tier"] or ""), str(line.get("rank"))]
    return " ".join(parts[: len(wanted.split(" "))])


@pytest.mark.parametrize("name", ROWS)
def test_a_rule_does_what_was_worked_by_hand(pingxuan: Pingxuan, tmp_path: Path, name: str) -> None:
    made, expected, words = ROWS[name]
    folder = build(tmp_path / "award", made)
    use("zh")
    told = pingxuan("check", "-C", folder).out
    assert [word for word in words if word not in told] == []
    data = json.loads(pingxuan("rank", "--json", "-C", folder).out)
    lines = {one["case"]: one for one in data["ranking"]}
    assert {case: came_out(lines[case], wanted) for case, wanted in expected.items()} == expected
    again = pingxuan("finalise", "--despite-missing", "--reason", "试验", "-C", folder)
    assert again.code == 0, again.err
    for case in (data["ranking"][0]["case"], data["ranking"][-1]["case"]):
        assert pingxuan("rank", "--explain", case, "-C", folder).code == 0
    for words_ in (("--compare",), ("--what-if", "rounding.places=1")):
        assert pingxuan("rank", *words_, "-C", folder).code == 0


def test_the_first_numbers_of_the_rows_are_those_of_the_catalogue() -> None:
    assert {int(name[:2]) for name in ROWS} <= set(range(1, 26))
