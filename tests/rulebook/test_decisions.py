"""Where the rules stop people decide: draws between judges, and taking a decision back."""

from __future__ import annotations

from pathlib import Path

import pytest

from award.examples import _submit_all
from award.folder import create, opened
from award.importing import apply, read
from award.ranking import rank
from tests.cli.conftest import Pingxuan
from tests.rulebook.conftest import Example
from words import Bad

RULES = """format = 1
[award]
id = "draw"
name = { en = "Draw" }
[scale]
min = "0"
max = "100"
step = "1"
[[criterion]]
key = "total"
name = { en = "Total" }
weight = "100"
[aggregate]
method = "trimmed_mean"
of = "judge"
from = 3
[missing]
policy = "exclude"
min_ballots = 1
[rounding]
mode = "half_up"
places = 1
when = "final"
[ranking]
by = "published"
ties = []
shared = "skip"
"""


@pytest.fixture
def tied_judges(tmp_path: Path) -> Path:
    """J1 and J2 both spread by 20; one of them must be drawn to be left out."""
    folder = create(tmp_path / "award", RULES)
    (tmp_path / "cases.csv").write_text("编号,案例名称,参评单位\nA,甲,单位\nB,乙,单位\n", "utf-8")
    (tmp_path / "judges.csv").write_text("编号,姓名\nJ1,一\nJ2,二\nJ3,三\n", "utf-8")
    given = {"J1": (60, 80), "J2": (90, 70), "J3": (75, 75)}
    with opened(folder) as award:
        apply(award, read(award, "nominations", [tmp_path / "cases.csv"]))
        apply(award, read(award, "judges", [tmp_path / "judges.csv"]))
        _submit_all(award, {judge: {"A": {"total": str(a)}, "B": {"total": str(b)}}
                            for judge, (a, b) in given.items()})  # fmt: skip
    return folder


def test_equal_judges_stop_the_ranking_with_the_command_that_goes_on(
    pingxuan: Pingxuan, tied_judges: Path
) -> None:
    said = pingxuan("rank", "-C", tied_judges)
    assert said.code == 1
    assert "[E-OPENJUDGES]" in said.err
    assert "pingxuan decide --judge J1 --kind draw" in said.err
    assert "[E-OPENJUDGES]" in pingxuan("finalise", "-C", tied_judges).err


def test_a_drawn_judge_is_left_out_and_it_is_on_the_sheet(
    pingxuan: Pingxuan, tied_judges: Path
) -> None:
    """Without J1: A (90 + 75) / 2 = 82.5, B (70 + 75) / 2 = 72.5."""
    draw = ["decide", "--judge", "J1", "--kind", "draw", "--reason", "lot 3", "-C", tied_judges]
    assert pingxuan(*draw).code == 0
    with opened(tied_judges, readonly=True) as award:
        assert [(d.judge, d.cases, d.number) for d in award.store.decisions()] == [("J1", (), 1)]
        award.store.check()
    said = pingxuan("rank", "-C", tied_judges)
    assert said.code == 0
    assert "82.5" in said.out
    assert "72.5" in said.out
    assert pingxuan("finalise", "-C", tied_judges).code == 0
    assert pingxuan("recount", "-C", tied_judges).code == 0


def test_a_draw_about_a_judge_who_is_not_equal_is_refused(
    pingxuan: Pingxuan, tied_judges: Path
) -> None:
    draw = ["decide", "--kind", "draw", "--reason", "lot", "-C", tied_judges]
    assert "[E-DECISION-JUDGE]" in pingxuan(*draw, "--judge", "J3").err
    assert "[E-JUDGEUNKNOWN]" in pingxuan(*draw, "--judge", "J9").err
    assert "[E-DECISION-WHAT]" in pingxuan(*draw).err
    assert "[E-DECISION-WHAT]" in pingxuan(*draw, "A", "B", "--judge", "J1").err
    with opened(tied_judges, readonly=True) as award:
        assert award.store.decisions() == ()


def test_a_withdrawn_decision_opens_the_tie_again_and_stays_on_record(
    pingxuan: Pingxuan, example: Example
) -> None:
    folder = example("median_prize")
    assert "[E-NOREASON]" in pingxuan("undecide", "1", "-C", folder).err
    assert "[E-NODECISION]" in pingxuan("undecide", "7", "--reason", "x", "-C", folder).err
    assert pingxuan("undecide", "1", "--reason", "wrong minutes", "-C", folder).code == 0
    assert "[E-OPENCUT]" in pingxuan("rank", "-C", folder).err
    assert "[E-NODECISION]" in pingxuan("undecide", "1", "--reason", "again", "-C", folder).err
    assert "wrong minutes" in pingxuan("log", "-C", folder).out
    with opened(folder, readonly=True) as award:
        (ruling,) = award.store.rulings()
    assert (ruling.decision.cases, ruling.withdrawn) == (("B4", "B1"), "wrong minutes")


def test_the_next_decision_has_the_next_number(pingxuan: Pingxuan, example: Example) -> None:
    folder = example("median_prize")
    pingxuan("undecide", "1", "--reason", "wrong minutes", "-C", folder)
    pingxuan("decide", "B1", "B4", "--kind", "draw", "--reason", "lot", "-C", folder)
    with opened(folder, readonly=True) as award:
        assert [one.number for one in award.store.decisions()] == [2]


def test_a_decision_the_scores_have_overtaken_names_the_way_out(
    pingxuan: Pingxuan, example: Example
) -> None:
    from tests.rulebook.conftest import submitted_again

    folder = example("median_prize")
    pingxuan("reopen", "J1", "--reason", "wrong book", "-C", folder)
    submitted_again(folder, "J1", {"B1": {"merit": "10"}})
    with opened(folder, readonly=True) as award, pytest.raises(Bad) as caught:
        rank(award)
    assert caught.value.code == "E-DECISION-IDLE"
    assert "pingxuan undecide 1" in str(caught.value)
