"""Judges with a weight by the command line: said, counted, explained, recounted, a slip refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from award.archiving import archive
from award.examples import build_example
from award.finalising import finalise
from award.folder import opened
from award.verify import run
from exchange.bundle import read_bundle
from tests.cli.conftest import Pingxuan
from tests.exchange.test_archive_stages import edited, failed, remade
from tests.exchange.test_verify import bad_lines
from tests.rulebook.conftest import Example
from words import use


def weigh(folder: Path, line: str) -> Path:
    """The award's rules with weights of judges."""
    config = folder / "config.toml"
    config.write_text(f"{line}\n{config.read_text('utf-8')}", encoding="utf-8")
    return folder


@pytest.fixture
def weighed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The skill contest in which the referee R1 counts twice."""
    from award import examples

    source = tmp_path / "examples" / "contest"
    source.mkdir(parents=True)
    for path in (examples.examples_folder() / "skill_contest").iterdir():
        (source / path.name).write_bytes(path.read_bytes())
    weigh(source, 'judge_weights = { R1 = "2" }')
    monkeypatch.setattr(examples, "examples_folder", lambda: source.parent)
    return build_example("contest", tmp_path / "demo")


def test_the_scores_are_those_worked_by_hand(pingxuan: Pingxuan, weighed: Path) -> None:
    """Of K1 91 and 84 go, (2 x 87 + 91 + 89) / 4; of K4 62 and 54, (2 x 57 + 61 + 60) / 4.

    Of K3 92 and one of three 88 go, R1 gave one of these: each of them keeps two thirds,
    (4/3 x 88 + 2/3 x 88 + 2/3 x 88 + 89) / (4/3 + 2/3 + 2/3 + 1).
    """
    data = json.loads(pingxuan("rank", "--json", "-C", weighed).out)
    scores = {one["case"]: one["score"] for one in data["ranking"]}
    assert scores == {"K1": "88.50", "K2": "88.75", "K3": "88.27", "K4": ""}
    assert "agree" in pingxuan("finalise", "-C", weighed).err
    assert pingxuan("recount", "-C", weighed).code == 0


def test_the_explanation_shows_weights_and_shared_losses(pingxuan: Pingxuan, weighed: Path) -> None:
    said = pingxuan("rank", "--explain", "K3", "-C", weighed).out
    assert "each times the weight of its judge: 323.66" in said
    assert "of several equal ones only some go" in said
    data = json.loads(pingxuan("rank", "--explain", "K1", "--json", "-C", weighed).out)
    assert (data["total"], data["divisor"]) == ("354/1", 4)
    assert [one["weight"] for one in data["ballots"]] == [2, 1, 1, 1, 1]
    use("zh")
    said = pingxuan("rank", "--explain", "K1", "-C", weighed).out
    assert "计入的总分各乘以评委权重，合计 354 ÷ 权重合计 4 = 88.5" in said


def test_the_rules_and_the_sheets_say_it(pingxuan: Pingxuan, weighed: Path, tmp_path: Path) -> None:
    assert "Weights of judges: R1 2, all others 1" in pingxuan("check", "-C", weighed).out
    assert pingxuan("export", "-o", tmp_path / "out", "-C", weighed).code == 0
    sheets = "".join(path.read_text("utf-8") for path in (tmp_path / "out").glob("*.toml"))
    assert 'R1 = "2"' in sheets


def test_compare_and_what_if_keep_the_weights(pingxuan: Pingxuan, weighed: Path) -> None:
    assert pingxuan("rank", "--compare", "-C", weighed).code == 0
    said = pingxuan("rank", "--what-if", "judge-weight.R1=1", "--json", "-C", weighed)
    scores = {one["case"]: one["score"] for one in json.loads(said.out)["ranking"]}
    assert (scores["K1"], scores["K2"]) == ("89.00", "88.33")  # as without weights


def test_a_weight_of_nobody_is_refused(pingxuan: Pingxuan, example: Example) -> None:
    folder = weigh(example("skill_contest"), 'judge_weights = { R9 = "2" }')
    for command in ("check", "rank", "freeze"):
        said = pingxuan(command, "-C", folder)
        assert (said.code, "[E-SIDE-UNKNOWN]" in said.err) == (1, True), command
        assert "R9" in said.err


def test_a_weight_that_comes_after_the_ballots_makes_them_stale(
    pingxuan: Pingxuan, example: Example
) -> None:
    folder = weigh(example("skill_contest"), 'judge_weights = { R1 = "2" }')
    assert "[E-STALE]" in pingxuan("rank", "-C", folder).err


def test_weights_are_in_the_archive_and_a_changed_one_is_found(weighed: Path) -> None:
    """The archive counts the same as the award, although nobody has a name in it."""
    with opened(weighed) as award:
        finalise(award, "for the test", "secretary")
        done = archive(award, None, None, None)
    for bundle in (done.public, done.restricted):
        assert bad_lines(run(bundle)) == []
    files = read_bundle(done.public)
    result = json.loads(files["result.json"])
    scores = {one["case"]: one["score"] for one in result["ranking"]}
    assert scores == {"K1": "88.50", "K2": "88.75", "K3": "88.27", "K4": ""}

    def lighter(seats: object) -> None:
        seats["weighted"][0]["weight"] //= 2  # type: ignore[index]

    def passed_on(seats: object) -> None:
        (mine,) = seats["weighted"]  # type: ignore[index]
        receipts = sorted(n[len("ballots/") : -5] for n in files if n.startswith("ballots/"))
        mine["judge"] = next(one for one in receipts if one != mine["judge"])

    for edit in (lighter, passed_on):
        assert failed(remade(edited(files, "seats.json", edit)))


def test_the_example_with_weights_in_panels_is_archived_as_it_was_counted(tmp_path: Path) -> None:
    with opened(build_example("science_panels", tmp_path / "demo")) as award:
        finalise(award, "", "secretary")
        done = archive(award, None, None, None)
    for bundle in (done.public, done.restricted):
        assert bad_lines(run(bundle)) == []
