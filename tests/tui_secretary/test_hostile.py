"""Whatever a nomination, a judge or a reason says is shown as written, and nothing of it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.widgets import Input

from award.events import CaseEvent, record
from award.folder import create
from db.records import Judge, Nomination, Recusal
from db.store import Store
from tests.tui.hostile import FOREIGN, PAYLOADS, hostile_case
from tests.tui.screen import drawn, lines, shown
from tests.tui_secretary import office
from tests.tui_secretary.every_screen import screens
from tests.tui_secretary.screen import running
from tui.office.create import CheckScreen, CreateApp
from tui.office.mapping import MappingScreen
from tui.office.start import StartApp

PLACES = {  # the screen, the keys
    "overview": ("OverviewScreen", ()),
    "judge": ("PageScreen", ("enter",)),
    "remind": ("PageScreen", ("f7",)),
    "send back": ("Form", ("f3",)),
    "ranking": ("RankingScreen", ("f4", "enter")),
    "explain": ("PageScreen", ("f4", "enter", "enter")),
    "judges": ("JudgesScreen", ("work:judges",)),
    "recusals": ("RecusalsScreen", ("work:recusals",)),
    "log": ("PageScreen", ("work:log",)),
    "cases": ("CasesScreen", ("work:attach",)),
    "case": ("PageScreen", ("work:attach", "enter")),
    "correct a case": ("Form", ("work:attach", "f7")),
    "leaving": ("Form", ("work:withdraw-judge", "enter")),
    "events": ("EventsScreen", ("work:event",)),
    "find": ("OverviewScreen", ("slash", "left_square_bracket", "slash", "enter")),
    "final": ("Form", ("f4", "enter", "f9")),
    "work": ("WorkScreen", ("0",)),
    "pick a judge": ("PickJudge", ("work:reissue",)),
    "decisions": ("DecisionsScreen", ("work:undecide",)),
    "marks": ("MarksScreen", ("f4", "enter", "escape", "work:explain-mark")),
    "results": ("ResultsScreen", ("work:results",)),
    "paste": ("PasteScreen", ("work:paste", "enter")),
}
WITHOUT_WORDS = {"WorkScreen", "DecisionsScreen", "MarksScreen", "ResultsScreen", "PasteScreen"}
"""Here nothing foreign need be in sight: there is nothing foreign but the award's name."""
ELSEWHERE = {"StartScreen", "QuestionScreen", "CheckScreen", "MappingScreen"}
"""What has no award yet, or a file that is being read: the tests at the end."""


def test_every_screen_there_is_is_looked_at() -> None:
    assert set(screens()) == {screen for screen, _ in PLACES.values()} | ELSEWHERE


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
    screen, keys = PLACES[place]
    async with running(folder, size, keys=keys) as one:
        assert type(one.app.screen).__name__ == screen
        assert screen in WITHOUT_WORDS or "[" in one.text
        _literal(one.app)
        for y in range(4, len(lines(one.app)) - 5, 4):
            await one.pilot.click(offset=(12, y))
        await one.settle()
        assert one.app.is_running


def _literal(app: App[Any]) -> None:
    """No foreign character, no link and nothing to click in what is drawn."""
    assert not set(FOREIGN) & set(shown(app))
    for strip in drawn(app):
        for segment in strip:
            assert not segment.style or not {"@click", "click"} & set(segment.style.meta)
            assert not segment.style or not segment.style.link


async def test_a_reason_typed_into_a_form_is_literal_too(folder: Path) -> None:
    async with running(folder, keys=("f3",)) as one:
        await one.type("[/x][@click=app.exit]go\x1b[2J")
        text = await one.press("enter")
        assert "[/x][@click=app.exit]go" in text.replace("\n ", "")
        assert not set(FOREIGN) & set(text)


async def test_a_folder_and_typed_answers_are_literal_before_there_is_an_award(
    tmp_path: Path,
) -> None:
    hostile = "[@click=app.exit]go"
    create(tmp_path / hostile)
    start = StartApp(tmp_path, lang="zh", memory={"ruler": "1"})
    async with start.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert hostile in shown(start)
        _literal(start)
    app = CreateApp(tmp_path / "new", lang="zh", memory={"ruler": "1"})
    async with app.run_test(size=(80, 24)) as pilot:
        seen = set()
        for _ in range(30):
            await pilot.pause()
            seen.add(type(app.screen).__name__)
            if isinstance(app.screen, CheckScreen):
                break
            if isinstance(app.focused, Input) and not app.focused.value:
                app.focused.insert_text_at_cursor(f"{hostile}\x1b[2J")
                await pilot.pause()
            _literal(app)
            await pilot.press("enter")
        _literal(app)
        assert "QuestionScreen" in seen
        assert hostile in shown(app)


async def test_the_headings_of_a_foreign_file_are_literal(folder: Path) -> None:
    text = f"编号,{PAYLOADS[1]}\x1b[2J,{PAYLOADS[9]},标题\n1,{PAYLOADS[0]},{PAYLOADS[10]},x\n"
    (folder / "foreign.csv").write_text(text, encoding="utf-8")
    async with running(folder, keys=("work:import", "enter")) as one:
        await one.type("foreign.csv")
        await one.press("enter", "enter", "enter", "f2")
        assert isinstance(one.app.screen, MappingScreen)
        assert PAYLOADS[9] in one.text
        _literal(one.app)
