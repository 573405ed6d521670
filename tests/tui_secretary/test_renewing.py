"""What the screens know of an award is read anew where something was done, and only there."""

from __future__ import annotations

import pytest

from tests.tui_secretary.conftest import Copy
from tests.tui_secretary.office import opened
from tests.tui_secretary.screen import running
from tui.office import office as module
from tui.office.office import Office
from tui.office.ranking import RankingScreen


def test_the_board_is_read_anew_only_where_something_was_done(
    copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(copy("working")) as award:
        office = Office(award)
        before, ranking = office.board, office.ranking
        monkeypatch.setattr(module, "dashboard", None)  # would fail where it were read
        office.renew()
        assert (office.board, office.ranking) == (before, ranking)
        monkeypatch.undo()
        award.store.note("backup", {})
        office.renew()
        assert office.board.log[0].action == "backup"
        assert office.known_ranking is None


def test_what_was_read_ahead_in_a_thread_is_taken_and_nothing_older(
    copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(copy("working")) as award:
        office = Office(award)
        award.store.note("backup", {"kind": "one"})
        ahead = office.read_ahead()
        with monkeypatch.context() as patch:
            patch.setattr(module, "dashboard", None)
            assert office.read_ahead() is ahead
            office.renew()
        assert office.board is ahead
        office.read_ahead()
        award.store.note("backup", {"kind": "two"})
        office.renew()
        assert office.board.log[0].detail == {"kind": "two"}


async def test_a_decision_elsewhere_is_in_the_ranking_that_is_come_back_to(copy: Copy) -> None:
    async with running(copy("finished"), keys=("f4", "enter")) as one:
        old = one.app.office.ranking
        one.app.office.award.store.note("elsewhere", {})
        one.app.office.renew()
        await one.press("escape")
        assert isinstance(one.app.screen, RankingScreen)
        assert one.app.screen.view.ranking is one.app.office.ranking is not old
