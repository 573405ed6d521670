"""What comes next is found from what was done, for an award that travels and for one that stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from award.archiving import archive
from award.closing import close
from award.collecting import collect
from award.dashboard import dashboard
from award.exporting import export
from award.finalising import finalise
from award.folder import Award, create, opened
from award.freezing import freeze
from award.near import awards_near, is_empty
from award.next_step import next_step
from award.one_window import only_window
from award.opening import open_ballots
from db.records import Judge
from tests.exchange.circle import hand_out, issue_all, make_award, score_all, sealed_ballot
from tests.tui.award import nominations
from tests.tui_secretary.conftest import Copy


def step(award: Award) -> str:
    return next_step(award, dashboard(award))


def test_an_empty_award_asks_for_cases_then_for_judges_then_to_freeze(tmp_path: Path) -> None:
    with opened(create(tmp_path / "award")) as award:
        assert step(award) == "import"
        award.store.add_nominations(nominations(3))
        assert step(award) == "judges"
        award.store.add_judges([Judge("J01", "甲")])
        assert step(award) == "freeze"
        freeze(award)
        assert step(award) == "keys"


def test_where_ballots_travel_it_goes_from_freezing_to_the_archive(tmp_path: Path) -> None:
    folder = make_award(tmp_path / "secretary", mode="open")
    with opened(folder) as award:
        freeze(award)
        assert step(award) == "issue"
    issued = issue_all(folder)
    with opened(folder) as award:
        assert step(award) == "collect"
        files = [sealed_ballot(hand_out(one, tmp_path / judge)) for judge, one in issued.items()]
        collect(award, files)
        assert step(award) == "close"
        close(award, "", "secretary")
        assert step(award) == "ranking"
        open_ballots(award, None, "chair")
        assert step(award) == "final"
        result, _ = finalise(award, "会议同意", "secretary")
        assert step(award) == "export"
        export(award, folder / "exports", result.number, "zh")
        assert step(award) == "archive"
        archive(award, None, None, None)
        assert step(award) == "done"


def test_where_everybody_scores_here_nothing_is_handed_out(tmp_path: Path) -> None:
    with opened(make_award(tmp_path / "award")) as award:
        desk = award.store.desk("J01", award.rules)
        score_all(desk)
        assert step(award) == "score"


def test_a_second_window_looks_and_the_place_is_given_back(copy: Copy) -> None:
    folder = copy("working")
    with only_window(folder) as (first, why):
        assert why == ""
        with only_window(folder) as (second, looking):
            assert "另一个窗口正在办理" in looking or "Another window" in looking
            with pytest.raises(Exception, match="E-READONLY"):
                second.store.note("x", {})
        first.store.note("x", {})
    with only_window(folder) as (_, why):
        assert why == ""


def test_the_awards_of_a_folder_are_found(copy: Copy) -> None:
    folder = copy("working")
    assert awards_near(folder.parent) == (folder,)
    assert not is_empty(folder)
    assert awards_near(folder / "nowhere") == ()
    assert is_empty(folder / "nowhere")
