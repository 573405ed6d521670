"""`assign` and `recuse` on the command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Pingxuan
from tests.exchange.circle import make_award


def test_assign_shows_the_plan_and_does_it_with_yes(tmp_path: Path, pingxuan: Pingxuan) -> None:
    folder = make_award(tmp_path / "award")
    shown = pingxuan("assign", "--ballots", 2, "--seed", 7, "-C", folder)
    assert (shown.code, "Add --yes" in shown.err) == (0, True)
    assert "12 cases with 2 judges each" in shown.out
    done = pingxuan("assign", "--ballots", 2, "--seed", 7, "--yes", "-C", folder)
    assert (done.code, done.out) == (0, shown.out)
    back = pingxuan("assign", "--everybody", "-C", folder)
    assert back.code == 0
    assert "everybody reads everything" in back.err


def test_assign_says_what_stands_in_the_way(tmp_path: Path, pingxuan: Pingxuan) -> None:
    folder = make_award(tmp_path / "award")
    assert pingxuan("assign", "--ballots", 9, "--yes", "-C", folder).code == 1
    assert pingxuan("assign", "-C", folder).code == 2


def test_a_recusal_is_entered_with_a_reason(tmp_path: Path, pingxuan: Pingxuan) -> None:
    folder = make_award(tmp_path / "award")
    words = ("recuse", "--judge", "J01", "--case", "005", "-C", folder)
    assert "[E-NOREASON]" in pingxuan(*words).err
    assert "Recorded" in pingxuan(*words, "--reason", "family").err
    assert "before" in pingxuan(*words, "--reason", "family").err
    wrong = pingxuan("recuse", "--judge", "J09", "--case", "005", "--reason", "x", "-C", folder)
    assert (wrong.code, "[E-JUDGEUNKNOWN]" in wrong.err) == (1, True)
