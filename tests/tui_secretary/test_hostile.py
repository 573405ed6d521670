"""Whatever a nomination, a judge or a reason says is shown as written, and nothing of it runs."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.app import App
from textual.widgets import Input

from award.events import CaseEvent, record
from award.finalising import finalise
from award.folder import create
from db.records import Judge, Nomination, Recusal
from db.store import Store
from files import canonical
from scoring.result import Decision
from tests.tui.hostile import ESCAPES, FOREIGN, PAYLOADS, hostile_case
from tests.tui.screen import drawn, lines, shown
from tests.tui_secretary import office
from tests.tui_secretary.every_screen import screens
from tests.tui_secretary.screen import Running, running
from tui.office.create import CheckScreen, CreateApp
from tui.office.start import StartApp

TO_HEADINGS = ("work:import", "enter", "FILE", "enter", "enter", "enter", "f2")
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
    "decisions": ("DecisionsScreen", ("DECIDED", "work:undecide")),
    "a runoff of several": ("Form", ("work:runoff",)),
    "that runoff": ("Form", ("work:runoff", "enter")),
    "a runoff taken back": ("Form", ("work:runoff-undo",)),
    "marks": ("MarksScreen", ("f4", "enter", "escape", "work:explain-mark")),
    "results": ("ResultsScreen", ("work:results",)),
    "paste": ("PasteScreen", ("work:paste", "enter", "PASTE")),
    "pasted and read": ("PageScreen", ("work:paste", "enter", "PASTE", "f2")),
    "a heading": ("MappingScreen", TO_HEADINGS),
    "what it means": ("Form", (*TO_HEADINGS, "enter")),
}  # fmt: skip
WITHOUT_WORDS = {"work", "marks"}
"""Here nothing foreign need be in sight: our own words, the ids of judges and numbers of cases."""
EVERY = "".join(PAYLOADS)
PASTED = f"编号\t案例名称\t申报单位\n{PAYLOADS[0]}\t{''.join(PAYLOADS)}{ESCAPES}\t{PAYLOADS[9]}"
ELSEWHERE = {"StartScreen", "QuestionScreen", "CheckScreen"}
"""What has no award yet: the test at the end."""


def test_every_screen_there_is_is_looked_at() -> None:
    assert set(screens()) == {screen for screen, _ in PLACES.values()} | ELSEWHERE


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As if it had come past the cleaning on entry: judges, cases, reasons are all hostile."""
    every = EVERY
    target = tmp_path_factory.mktemp("hostile") / "award"
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
        finalise(award, every, every)
        for number in ("1", "2"):
            opened = {"kind": "open", "cases": [every, number], "places": 1, "where": "classic",
                      "judges": [every, "J01"], "by": every}  # fmt: skip
            award.store.add_document("runoff", number, canonical.dumps(opened))
    text = f"编号,{PAYLOADS[1]}\x1b[2J,{PAYLOADS[9]},标题\n1,{PAYLOADS[0]},{PAYLOADS[10]},x\n"
    (target / "foreign.csv").write_text(text, encoding="utf-8")
    return target


@pytest.fixture
def folder(master: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    target = Path(shutil.copytree(master, tmp_path / "award"))
    monkeypatch.chdir(target)
    return target


@pytest.mark.parametrize("size", ["80", "120"])
@pytest.mark.parametrize("place", PLACES)
async def test_every_screen_shows_it_literally_and_runs_nothing(place, size, folder: Path) -> None:
    screen, keys = PLACES[place]
    async with running(folder, size) as one:
        for key in keys:
            await _done(one, key)
        assert type(one.app.screen).__name__ == screen
        assert place in WITHOUT_WORDS or "[" in one.text
        _literal(one.app)
        for y in range(4, len(lines(one.app)) - 5, 4):
            await one.pilot.click(offset=(12, y))
        await one.settle()
        assert one.app.is_running


async def _done(one: Running, key: str) -> None:
    if key == "PASTE":
        one.app.post_message(events.Paste(PASTED))
        await one.settle()
    elif key == "DECIDED":
        store = one.app.office.award.store
        store.decide(Decision(("001", "002"), "chair", stage=EVERY), EVERY, EVERY)
    elif key == "FILE":
        await one.type("foreign.csv")
    else:
        await one.press(key)


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
