"""A judge who recuses inside the ballot is counted as soon as the ballot is open, not before."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from pathlib import Path

import pytest

from award.close_pages import sheet_lines
from award.closed import close_record
from award.closing import close
from award.collecting import collect
from award.dashboard import Dashboard, Line, dashboard
from award.folder import opened
from award.keys import opening_key, require_keys
from award.opening import open_ballots
from cli.commands.status import case_lines
from cli.main import run
from db.clock import on_the_wall
from tests.exchange.circle import CHAIR, SECRETARY, Circle, open_packet, quick_ballot, score_all
from tests.exchange.returned import built
from tui.office.overview_view import below, row
from words import use

CASE = "005"


@pytest.fixture
def ring(tmp_path: Path) -> Circle:
    """All three have handed in; J03 is recused from a case by the own ballot alone."""
    ring = built(tmp_path / "circle")
    files = []
    for judge in ("J01", "J02"):
        files.append(tmp_path / f"{judge}.ballot")
        files[-1].write_bytes(quick_ballot(ring.handed[judge]))
    with open_packet(ring.handed["J03"]) as work:
        desk = work.desk()
        desk.recuse(CASE, "曾共事")
        score_all(desk)
        files.append(work.ballot_path(desk.submit()))
    with opened(ring.folder) as award:
        collect(award, files)
        close(award, SECRETARY, "secretary")
    return ring


def seen(ring: Circle) -> Dashboard:
    with opened(ring.folder, readonly=True) as award:
        return dashboard(award)


def line_of(board: Dashboard, judge: str) -> Line:
    return next(line for line in board.judges if line.judge.id == judge)


def returned(board: Dashboard, case: str) -> tuple[int, int]:
    return next((one.returned, one.reachable) for one in board.cases if one.case == case)


def open_all(ring: Circle) -> None:
    with opened(ring.folder) as award:
        open_ballots(award, opening_key(require_keys(award), CHAIR), "chair")


def test_what_a_sealed_ballot_recuses_is_unknown_and_then_counted(
    ring: Circle, capsys: pytest.CaptureFixture[str]
) -> None:
    use("zh")
    board = seen(ring)
    three = line_of(board, "J03")
    assert board.sealed
    assert (three.sealed, three.recused, three.done, three.todo) == (True, 0, 12, 12)
    assert returned(board, CASE) == (3, 3)
    assert " ? " in row(three, 100, marked=False)
    assert "1+?" in row(line_of(board, "J02"), 100, marked=False)

    open_all(ring)
    board = seen(ring)
    three = line_of(board, "J03")
    assert not board.sealed
    assert (three.sealed, three.recused, three.done, three.todo) == (False, 1, 11, 11)
    assert returned(board, CASE) == (2, 2)
    assert returned(board, "003") == (2, 2)  # registered by the office, and in the ballot: once
    assert run(["status", "-C", str(ring.folder)]) == 0
    assert f"案例 {CASE}：最多只能得到 2 份" in capsys.readouterr().err


def test_the_close_sheet_names_the_stage_and_the_time_as_people_do(ring: Circle) -> None:
    use("zh")
    with opened(ring.folder) as award:
        record = close_record(award)
        assert record is not None
        lines = sheet_lines(award, record.signed)
    assert not [line for line in lines if line.endswith(": score")]
    (at,) = [line for line in lines if line.startswith("截止")]
    assert re.search(r": \d{4}-\d\d-\d\d \d\d:\d\d \(UTC[+-]\d\d:\d\d\)$", at)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="no time zone of one's own here")
def test_a_time_that_travels_is_shown_as_the_clock_on_the_wall_has_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        assert on_the_wall("2026-11-23T18:09Z") == "2026-11-24 02:09 (UTC+08:00)"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_that_there_are_enough_is_said_of_what_is_known(ring: Circle) -> None:
    use("zh")
    board = seen(ring)
    enough = replace(board, cases=tuple(replace(one, needed=1) for one in board.cases))
    assert "未拆封评分表里的回避，拆封后才知道" in below(enough, None, 80, wide=False)
    assert "拆封后才知道" in " ".join(case_lines(enough.cases, sealed=True))
    unsealed = replace(enough, judges=tuple(replace(o, sealed=False) for o in enough.judges))
    assert "未拆封" not in below(unsealed, None, 80, wide=False)
    assert "拆封" not in " ".join(case_lines(enough.cases, sealed=False))
