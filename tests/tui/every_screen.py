"""Every screen of a judge's program, and how one gets there; they are found from the code."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, NamedTuple, cast

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

import tui.screens
from exchange.carrying import Asked, Carried, OldCell, Why
from exchange.earlier import Earlier
from scoring.cells import State
from tests.tui.award import DEADLINE, JUDGE, NAME, desk, finished, nominations
from tests.tui.fake_desk import FakeDesk
from tests.tui.screen import app_for
from tests.tui.votes import ONE, TIERS, rules_of
from tui.app import JudgeApp
from tui.confirming import Confirming
from tui.papers import Paper
from words import Bad

SIZES = {"80": (80, 24), "120": (120, 40)}
TOO_SMALL = (79, 23)
TICKED = ("space", "down", "space", "down", "0", "down", "f3", "1", "enter")
TIERED = ("space", "2", "down", "space", "down", "0")
SCORES = tuple(OldCell(key, State.SCORED.value, 800) for key in ("innovation", "feasible"))


class Place(NamedTuple):
    """Where a screen is: its class, the judge's program in a language, the keys."""

    screen: str
    make: Callable[[str], JudgeApp]
    keys: Sequence[str]


# --- programs --------------------------------------------------------------------------


def half(lang: str) -> JudgeApp:
    return app_for(desk(), lang)


def filed(lang: str) -> JudgeApp:
    """Files lie beside the case."""
    return app_for(desk(), lang, papers=papers)


def whole(lang: str) -> JudgeApp:
    return app_for(finished(), lang)


def first(lang: str) -> JudgeApp:
    """Started for the first time: do the lines end at the same place?"""
    return app_for(desk(), lang, memory={})


def own(lang: str) -> JudgeApp:
    """On the judge's own computer, where submitting seals a file."""
    return app_for(
        finished(), lang,
        save_receipt=lambda _ballot: Path("receipt.html"),
        ballot_file=lambda ballot: Path(f"award-{ballot.judge}-1-1.ballot"),
        revise=lambda: None,
        copy_ballot=lambda _ballot, to: Path(to) / "award-J01-1-1.ballot",
    )  # fmt: skip


def changed(lang: str) -> JudgeApp:
    """The slate was changed after a draft: two cases wait, one was new."""
    asked = (
        Asked("002", (Why("title", "老年人居家改造"), Why("body", "3, 4")), SCORES, ""),
        Asked("008", (Why("unit", "市文化馆"),), (), "我参与过该项目"),
    )
    carried = Carried(1, ("001", "003"), asked, ("040",), (), (), rules=False)
    earlier = cast(Earlier, FakeEarlier(carried))
    return app_for(desk(), lang, confirming=Confirming(earlier, 2, fresh=True))


class FakeEarlier:
    def __init__(self, carried: Carried) -> None:
        self.carried, self.settled = carried, set[str]()

    def pending(self) -> tuple[Asked, ...]:
        return tuple(one for one in self.carried.asked if one.case not in self.settled)

    def settle(self, case: str, *, kept: bool) -> None:
        self.settled.add(case)


def ticking(*questions: Any) -> Callable[[str], JudgeApp]:
    """A vote by ticks over the cases of the mock-ups."""

    def make(lang: str) -> JudgeApp:
        rules = rules_of(questions)
        one = FakeDesk(rules, nominations(18), JUDGE)
        return JudgeApp(one, rules, name=NAME, deadline=DEADLINE, lang=lang, papers=papers,
                        memory={"ruler": "1"}, new_code=lambda: "3719")  # fmt: skip

    return make


def papers(case: str) -> Sequence[Paper]:
    """Beside 007 and the cases of a vote: one that is read, one that cannot be, one left out."""
    if case not in {"001", "007"}:
        return ()
    return (
        Paper("服务数据统计表.xlsx", "12 KiB", lambda: PAGES, lambda: None),
        Paper("现场照片.png", "3 MiB", _unreadable, lambda: None),
        Paper("介绍短片.mp4", "220 MiB", _unreadable, lambda: None, left_out=True),
    )


PAGES = [
    f"第 {n} 季度：随访 {3000 + n * 11} 人次，规范管理率 {80 + n}.{n}%。" * 3 for n in range(1, 9)
]


def _unreadable() -> Sequence[str]:
    raise Bad("E-NOTEXT", "现场照片.png")


# --- places ----------------------------------------------------------------------------

PLACES = {  # by the name of the golden; the first of a screen is where its keys are tried
    "home": Place("HomeScreen", half, ()),
    "home-find": Place("HomeScreen", half, ("slash", *"2", "enter")),
    "score": Place("ScoreScreen", half, ("enter",)),
    "score-typing": Place("ScoreScreen", half, ("enter", *"78")),
    "score-wrong": Place("ScoreScreen", half, ("enter", *"999")),
    "score-recused": Place("ScoreScreen", half, ("enter", "f7", "f7")),
    "papers": Place("PapersScreen", filed, ("enter", "f5")),
    "papers-read": Place("PapersScreen", filed, ("enter", "f5", "enter")),
    "comment": Place("CommentDialog", half, ("enter", "f2")),
    "recuse": Place("RecuseDialog", half, ("enter", "f3", "2")),
    "recuse-own": Place("RecuseDialog", half, ("enter", "f3", "4", "enter")),
    "unrecuse": Place("WithdrawDialog", half, ("enter", "f7", "f7", "f3")),
    "review": Place("ReviewScreen", whole, ("f4",)),
    "review-gaps": Place("ReviewScreen", half, ("f4",)),
    "compare": Place("CompareScreen", whole, ("f4", "down", "equals_sign")),
    "compare-second": Place("CompareScreen", whole, ("f4", "down", "equals_sign", "right")),
    "pick": Place("PickDialog", half, ("equals_sign", *"01")),
    "reorder": Place("ReorderDialog", whole, ("f4", "down", "right")),
    "submit": Place("SubmitDialog", whole, ("f9", "3", "7")),
    "submit-wrong": Place("SubmitDialog", own, ("f9", *"3718")),
    "receipt": Place("ReceiptScreen", whole, ("f9", *"3719")),
    "receipt-own": Place("ReceiptScreen", own, ("f9", *"3719")),
    "copy": Place("CopyDialog", own, ("f9", *"3719", "2")),
    "revise": Place("ReviseDialog", own, ("f9", *"3719", "4")),
    "sealed": Place("ScoreScreen", whole, ("f9", *"3719", "2", "enter")),
    "changed": Place("ChangedScreen", changed, ()),
    "changed-case": Place("ChangedScreen", changed, ("enter",)),
    "changed-nothing-kept": Place("ChangedScreen", changed, ("enter", "1")),
    "ticks": Place("TicksScreen", ticking(*ONE), TICKED),
    "ticks-tiers": Place("TicksScreen", ticking(*TIERS), TIERED),
    "ticks-read": Place("TickReadScreen", ticking(*TIERS), ("2", "enter", "space")),
    "ticks-review": Place("TickReviewScreen", ticking(*TIERS), (*TIERED, "f4")),
    "ticks-submit": Place("SubmitDialog", ticking(*ONE), ("space", "f9", "3", "7")),
    "ticks-receipt": Place("ReceiptScreen", ticking(*ONE), ("space", "f9", *"3719")),
    "ticks-help": Place("HelpScreen", ticking(*ONE), ("f1",)),
    "leave": Place("LeaveDialog", half, ("escape",)),
    "help": Place("HelpScreen", half, ("enter", "f1")),
    "ruler": Place("Ruler", first, ()),
}  # fmt: skip
WITHOUT_ROOM = "TooSmall"
"""Shown in no window of a golden's size: it has goldens and tests of its own."""


def screens(package: Any = tui.screens, *, base: type = Screen) -> dict[str, type]:
    """Every screen of a package that is shown: those that no other of it is made of."""
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(found.name)
    ours = {one for one in _below(base) if one.__module__.startswith(f"{package.__name__}.")}
    return {one.__name__: one for one in ours if not ours & set(_below(one))}


def _below(cls: type) -> Iterator[type]:
    for one in cls.__subclasses__():
        yield one
        yield from _below(one)


def one_of_each() -> list[str]:
    """Of every screen the first place."""
    found: dict[str, str] = {}
    for name, place in PLACES.items():
        found.setdefault(place.screen, name)
    return list(found.values())


@asynccontextmanager
async def at(
    name: str, lang: str = "zh", size: str = "80", theme: str = ""
) -> AsyncIterator[tuple[App[Any], Pilot[Any]]]:
    """The program at one of the places."""
    place = PLACES[name]
    app = place.make(lang)
    if theme:
        app.theme = theme
    async with app.run_test(size=SIZES[size]) as pilot:
        await pilot.pause()
        for key in place.keys:
            await pilot.press(key)
            await pilot.pause()
        assert type(app.screen).__name__ == place.screen
        yield app, pilot
