"""What a sentence tells people to do next can be done, exactly as it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Pingxuan
from words import use


@pytest.mark.parametrize("kind", ["judges", "recusals"])
def test_a_template_says_the_import_that_reads_it(
    pingxuan: Pingxuan, practice: Path, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / f"{kind}.csv"
    told = pingxuan("template", kind, "-o", path).err.strip()
    assert told.endswith(f"pingxuan import --{kind} {path}")
    words = told.partition("pingxuan ")[2].split()
    assert pingxuan(*words, "-C", practice).code == 0


def test_a_new_award_where_one_is_does_not_offer_to_overwrite_it(
    pingxuan: Pingxuan, practice: Path
) -> None:
    said = pingxuan("new", practice)
    assert (said.code, "[E-AWARDTHERE]" in said.err, "--force" in said.err) == (1, True, False)


def test_new_can_be_run_again_after_it_was_stopped_and_keeps_the_rules_that_are_there(
    pingxuan: Pingxuan, practice: Path
) -> None:
    (practice / "award.db").unlink()
    before = (practice / "config.toml").read_bytes()
    assert pingxuan("new", practice).code == 0
    assert (practice / "config.toml").read_bytes() == before
    assert pingxuan("check", "-C", practice).code == 0


def test_after_new_every_command_that_is_named_is_written_as_it_must_be(
    pingxuan: Pingxuan, tmp_path: Path
) -> None:
    use("zh")
    said = pingxuan("new", tmp_path / "评选 一").err
    assert "pingxuan check" in said
    assert "-C" not in said


def test_check_promises_no_secrecy_for_ballots_given_in_the_award_folder(
    pingxuan: Pingxuan, award: Path
) -> None:
    last = pingxuan("check", "-C", award).out.splitlines()[-1]
    assert "given in the award folder itself are not locked" in last


@pytest.mark.parametrize("number", ["0", "-1", "99"])
def test_a_result_that_is_not_there_is_named_and_so_are_those_that_are(
    pingxuan: Pingxuan, award: Path, number: str
) -> None:
    assert "[E-NOFINAL]" in pingxuan("recount", "-C", award).err
    pingxuan("finalise", "-C", award)
    said = pingxuan("export", "--number", number, "-C", award)
    assert (said.code, f"number {number}. There are: 1." in said.err) == (1, True)
