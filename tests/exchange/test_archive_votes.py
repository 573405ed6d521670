"""Secret votes and runoffs are archived without saying whose ballot is whose, and recounted."""

from __future__ import annotations

from pathlib import Path

import pytest

from award.archiving import archive
from award.examples import build_example
from award.finalising import finalise
from award.folder import opened
from award.secret import require_stage
from award.secret_closing import close_vote
from award.verify import run, text_of
from exchange.bundle import read_bundle
from tests.exchange.test_archive_stages import edited, failed, remade
from tests.exchange.test_verify import bad_lines
from tests.rulebook.test_secret_votes import master, secret, vote

__all__ = ["master", "secret"]
TICKS = {"N7": "ABD", "N1": "ABC", "N2": "ABD", "N3": "ACD", "N4": "ABE", "N5": "BCD"}


def archived(folder: Path) -> tuple[Path, Path]:
    with opened(folder) as award:
        finalise(award, "for the test", "secretary")
        done = archive(award, None, None, None)
    return done.public, done.restricted


def test_a_secret_vote_is_recounted_and_each_receipt_is_found(secret: Path) -> None:
    receipts = {judge: vote(secret, judge, *ticks) for judge, ticks in TICKS.items()}
    with opened(secret) as award:
        close_vote(award, require_stage(award), "secretary", "for the test")
    public, restricted = archived(secret)
    for bundle in (public, restricted):
        assert [text_of(line) for line in bad_lines(run(bundle))] == []
    for receipt in receipts.values():
        assert bad_lines(run(public, receipt)) == []
    assert "verify.secret.good" in {line.key for line in run(restricted)}
    files = read_bundle(public)
    forged = edited(files, "rolls/ballot.json", lambda roll: roll.update(members=1))
    assert "verify.stage.bad" in failed(remade(forged))


def test_a_runoff_is_recounted_and_a_ballot_changed_in_it_is_found(tmp_path: Path) -> None:
    public, restricted = archived(build_example("runoff_vote", tmp_path / "demo"))
    for bundle in (public, restricted):
        assert [text_of(line) for line in bad_lines(run(bundle))] == []

    def turned(found: object) -> None:
        for one in found["runoffs"]:  # type: ignore[index]
            for slip in one["ballots"]["slips"]:
                slip["points"] = [1 - points for points in slip["points"]]

    forged = edited(read_bundle(public), "runoffs.json", turned)
    assert failed(remade(forged)) & {"verify.result.bad", "verify.broken"}


@pytest.mark.parametrize("name", ["approval_vote", "second_round", "median_prize"])
def test_the_examples_are_archived_and_recounted(tmp_path: Path, name: str) -> None:
    for bundle in archived(build_example(name, tmp_path / "demo")):
        assert [text_of(line) for line in bad_lines(run(bundle))] == []
