"""`pingxuan demo` shows the whole job, twice with the same end."""

from __future__ import annotations

from pathlib import Path

from award.demo import example_config
from award.folder import opened
from award.ranking import rank
from tests.cli.conftest import Pingxuan


def test_demo_ranks_and_exports_and_says_how_to_open_the_screens(
    pingxuan: Pingxuan, tmp_path: Path
) -> None:
    said = pingxuan("demo", tmp_path / "demo", "--no-screens")
    assert said.code == 0
    assert (said.out.count("Classic"), said.out.count("Excellent")) == (10, 10)
    assert "invented" in said.err
    assert "score --judge J01" in said.err


def test_demo_again_finds_it_and_exports_the_same_bytes(pingxuan: Pingxuan, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    pingxuan("demo", folder, "--no-screens")
    exports = {path: path.read_bytes() for path in (folder / "award" / "exports").iterdir()}
    assert pingxuan("demo", folder, "--no-screens").code == 0
    assert {path: path.read_bytes() for path in exports} == exports


def test_demo_leaves_a_folder_with_other_things_alone(pingxuan: Pingxuan, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    said = pingxuan("demo", tmp_path)
    assert "[E-NOTDEMO]" in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_the_example_says_that_its_scores_are_invented() -> None:
    assert "分数虚构" in example_config()
    assert "scores invented" in example_config()


def test_the_example_shows_what_people_ask_about(award: Path) -> None:
    """A tie at the first cut, one more among the classic, recusals, and a far-off mark dropped."""
    with opened(award, readonly=True) as one:
        standings = rank(one).outcome.standings
        spread = [s for s in standings if any(drop.which == "low" for drop in s.score.dropped)]
    tenth, eleventh = standings[9], standings[10]
    assert tenth.score.published == eleventh.score.published
    assert (tenth.rank, eleventh.rank) == (10, 11)
    assert {s.score.ballots for s in standings} == {6, 7}
    assert len(spread) == 20
