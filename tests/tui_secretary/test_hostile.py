"""Whatever a nomination, a judge or a reason says is shown as written, and nothing of it runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from award.events import CaseEvent, record
from db.records import Judge, Nomination, Recusal
from db.store import Store
from tests.tui.hostile import FOREIGN, PAYLOADS, hostile_case
from tests.tui.screen import drawn, lines
from tests.tui_secretary import office
from tests.tui_secretary.screen import running

PLACES = {
    "overview": (),
    "judge": ("enter",),
    "remind": ("f7",),
    "send back": ("f3",),
    "ranking": ("f4", "enter"),
    "explain": ("f4", "enter", "enter"),
    "judges": ("work:judges",),
    "recusals": ("work:recusals",),
    "log": ("work:log",),
    "cases": ("work:attach",),
    "case": ("work:attach", "enter"),
    "correct a case": ("work:attach", "f7"),
    "leaving": ("work:withdraw-judge", "enter"),
    "events": ("work:event",),
    "find": ("slash", "left_square_bracket", "slash", "enter"),
    "final": ("f4", "enter", "f9"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """As if it had come past the cleaning on entry: judges, cases, reasons are all hostile."""
    every = "".join(PAYLOADS)
    target = tmp_path / "award"
    target.mkdir()
    (target / "config.toml").write_text(office.config(), encoding="utf-8")
    Store.create(target / "award.db", "secretary", clock=office.clock).close()
    with office.opened(target) as award:
        cases: list[Nomination] = [hostile_case(f"{i:03}", p) for i, p in enumerate(PAYLOADS, 1)]
        award.store.add_nominations(cases)
        people = [Judge(f"J{i:02}", PAYLOADS[i] + every, every) for i in range(1, 5)]
        award.store.add_judges(people)
        award.store.add_recusals([Recusal("J02", "003", every, "", "")])
        for at, judge in enumerate(people[:3]):
            office.score(award.store.desk(judge.id, award.rules), at)
        record(award, CaseEvent("veto", "012", every, every))
        award.store.note("[bold]", {"reason": every}, "[/]")
    monkeypatch.chdir(target)
    return target


@pytest.mark.parametrize("size", ["80", "120"])
@pytest.mark.parametrize("place", PLACES)
async def test_every_screen_shows_it_literally_and_runs_nothing(place, size, folder: Path) -> None:
    async with running(folder, size, keys=PLACES[place]) as one:
        text = one.text
        assert not set(FOREIGN) & set(text)
        assert "[" in text
        for strip in drawn(one.app):
            for segment in strip:
                assert not segment.style or not {"@click", "click"} & set(segment.style.meta)
                assert not segment.style or not segment.style.link
        for y in range(4, len(lines(one.app)) - 5, 4):
            await one.pilot.click(offset=(12, y))
        await one.settle()
        assert one.app.is_running


async def test_a_reason_typed_into_a_form_is_literal_too(folder: Path) -> None:
    async with running(folder, keys=("f3",)) as one:
        await one.type("[/x][@click=app.exit]go\x1b[2J")
        text = await one.press("enter")
        assert "[/x][@click=app.exit]go" in text.replace("\n ", "")
        assert not set(FOREIGN) & set(text)
