"""Every example gives the results that its README works out by hand."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from award import examples
from award.examples import build_example, examples_folder, names
from tests.cli.conftest import Pingxuan, pingxuan
from tests.conftest import ROOT

__all__ = ["pingxuan"]
Line = tuple[int | None, str, str, str]


def expected(name: str) -> list[Line]:
    """The last table of a README: rank, case, score, tier."""
    text = (ROOT / "examples" / name / "README.md").read_text(encoding="utf-8")
    table = text.split("## Expected result", 1)[1]
    rows = re.findall(r"^\| ([0-9-]+) \| (\S+) \| ([0-9.-]+) \| (\S*) ?\|$", table, re.MULTILINE)
    return [
        (None if rank == "-" else int(rank), case, score.strip("-"), tier)
        for rank, case, score, tier in rows
    ]


def test_the_examples_of_the_folder_are_those_that_can_be_built() -> None:
    assert examples_folder() == ROOT / "examples"
    assert len(names()) >= 5
    readme = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"\]\((\w+)/README\.md\)", readme)) == names()


@pytest.mark.parametrize("name", names())
def test_one_command_gives_the_results_worked_by_hand(
    pingxuan: Pingxuan, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "demo"
    said = pingxuan("demo", "--example", name, folder)
    assert said.code == 0, said.err
    data = json.loads(pingxuan("rank", "--json", "-C", folder / "award").out)
    found = [(p.get("rank"), p["case"], p["score"], p["tier"]) for p in data["ranking"]]
    assert expected(name)
    assert found == expected(name)
    assert pingxuan("recount", "-C", folder / "award").code == 0


def test_of_all_present_one_book_alone_would_be_elected(
    pingxuan: Pingxuan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the README of the secret vote says: void ballots in the base, and no tie is left."""
    source = tmp_path / "secret_vote"
    shutil.copytree(ROOT / "examples" / "secret_vote", source)
    (source / "runoffs.toml").unlink()
    config = (source / "config.toml").read_text(encoding="utf-8")
    changed = config.replace('base = "valid"', 'base = "present"\nvoid_in_base = true')
    assert changed != config
    (source / "config.toml").write_text(changed, encoding="utf-8")
    monkeypatch.setattr(examples, "examples_folder", lambda: tmp_path)
    folder = build_example("secret_vote", tmp_path / "demo")
    data = json.loads(pingxuan("rank", "--json", "-C", folder).out)
    assert [(one["case"], one["tier"]) for one in data["ranking"] if one["tier"]] == [
        ("11", "prize")
    ]


def test_building_twice_changes_nothing(pingxuan: Pingxuan, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    pingxuan("demo", "--example", "median_prize", folder)
    log = pingxuan("log", "-C", folder / "award").out
    build_example("median_prize", folder)
    assert pingxuan("log", "-C", folder / "award").out == log


def test_an_unknown_example_names_those_there_are(pingxuan: Pingxuan, tmp_path: Path) -> None:
    said = pingxuan("demo", "--example", "nobel", tmp_path / "x")
    assert "[E-NOEXAMPLE]" in said.err
    assert "english_award" in said.err


def test_a_folder_with_other_things_is_left_alone(pingxuan: Pingxuan, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    assert "[E-NOTDEMO]" in pingxuan("demo", "--example", "english_award", tmp_path).err
    pingxuan("demo", "--example", "english_award", tmp_path / "one")
    assert "[E-NOTDEMO]" in pingxuan("demo", "--example", "skill_contest", tmp_path / "one").err


def test_rounding_at_the_end_would_share_the_place(pingxuan: Pingxuan, tmp_path: Path) -> None:
    """As the README of the skating example says."""
    folder = build_example("skating_components", tmp_path / "demo")
    data = json.loads(
        pingxuan("rank", "--what-if", "rounding.when=final", "--json", "-C", folder).out
    )
    assert [(one["rank"], one["score"]) for one in data["ranking"]] == [
        (1, "24.67"), (2, "24.50"), (2, "24.50"),
    ]  # fmt: skip
