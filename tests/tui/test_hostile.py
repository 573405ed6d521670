"""Whatever a nomination says is shown as it is written, and nothing of it ever runs."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from exchange.carrying import Asked, Carried, Why
from exchange.earlier import Earlier
from scoring.cells import Cell, State
from scoring.rules import Text
from tests.tui.every_screen import WITHOUT_ROOM, FakeEarlier, screens
from tests.tui.fake_desk import FakeDesk
from tests.tui.hostile import ESCAPES, FOREIGN, PAYLOADS, hostile_desk
from tests.tui.screen import drawn, shown
from tests.tui.votes import TIERS, rules_of
from tui.app import JudgeApp
from tui.confirming import Confirming
from tui.ink import safe
from tui.papers import Paper
from tui.plain import run

PLACES = {  # the screen, the keys
    "home": ("HomeScreen", ()),
    "score": ("ScoreScreen", ("enter",)),
    "papers": ("PapersScreen", ("enter", "f5", "enter")),
    "comment": ("CommentDialog", ("enter", "f2")),
    "recuse": ("RecuseDialog", ("enter", "f3", "1")),
    "review": ("ReviewScreen", ("f4",)),
    "help": ("HelpScreen", ("enter", "f1")),
    "pick": ("PickDialog", ("equals_sign",)),
    "compare": ("CompareScreen", ("equals_sign", "enter")),
    "reorder": ("ReorderDialog", ("f4", "end", "right")),
    "unrecuse": ("WithdrawDialog", ("f3", "1", "enter", "f3")),
    "submit": ("SubmitDialog", ("f9",)),
    "receipt": ("ReceiptScreen", ("f9", *"3719")),
    "copy": ("CopyDialog", ("f9", *"3719", "2", *"[/x]")),
    "revise": ("ReviseDialog", ("f9", *"3719", "4")),
    "leave": ("LeaveDialog", ("escape",)),
    "find": ("HomeScreen", ("slash", "left_square_bracket", "enter")),
    "changed": ("ChangedScreen", ("f7", "enter")),
    "ticks": ("TicksScreen", ("space",)),
    "tick-read": ("TickReadScreen", ("enter",)),
    "tick-review": ("TickReviewScreen", ("space", "f3", "1", "enter", "f4")),
    "tick-help": ("HelpScreen", ("f1",)),
}
OWN_WORDS = {"Ruler", WITHOUT_ROOM}
"""They say nothing that comes from anywhere else."""
SCORED = ("reorder", "submit", "receipt", "copy", "revise")  # every case is to be scored
EVERYTHING = "".join(PAYLOADS) + ESCAPES


def test_every_screen_there_is_is_looked_at() -> None:
    assert set(screens()) == {screen for screen, _ in PLACES.values()} | OWN_WORDS


def desk_for(place: str) -> FakeDesk:
    desk = hostile_desk()
    if "tick" in place:
        rules = rules_of([(key, Text(EVERYTHING), most) for key, _, most in TIERS])
        reasons = hostile_desk().rules.recusal_reasons
        rules = replace(rules, recusal_reasons=reasons)
        return FakeDesk(rules, desk.cases, desk.judge)
    for n, case in enumerate(desk.cases if place in SCORED else ()):
        for criterion in desk.rules.stage.criteria:
            desk.set_cell(case.number, criterion.key, Cell(State.SCORED, 800 + 5 * n))
    return desk


def app_of(desk, **more) -> JudgeApp:
    return JudgeApp(
        desk, desk.rules, name=Text("[/]" + ESCAPES), deadline="[bold]", lang="zh",
        memory={"ruler": "1"}, new_code=lambda: "3719", **more,
    )  # fmt: skip


def whole_app(place: str) -> JudgeApp:
    """On a judge's own computer, with files beside each case; `changed`: over an old draft."""
    asked = Asked("001", (Why("title", EVERYTHING), Why("criterion", EVERYTHING)), (), EVERYTHING)
    carried = Carried(1, (), (asked,), (), (), (), rules=False)
    earlier = cast(Earlier, FakeEarlier(carried))
    return app_of(
        desk_for(place),
        papers=lambda _case: [Paper(EVERYTHING, "1 KiB", lambda: [EVERYTHING], lambda: None)],
        ballot_file=lambda _ballot: Path(EVERYTHING.replace("\0", "")),
        copy_ballot=lambda _ballot, to: Path(to),
        revise=lambda: None,
        confirming=Confirming(earlier, 2) if place == "changed" else None,
    )


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("place", PLACES)
async def test_every_screen_shows_it_literally_and_a_click_anywhere_runs_nothing(
    place, size
) -> None:
    screen, keys = PLACES[place]
    app = whole_app(place)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        assert type(app.screen).__name__ == screen
        text = shown(app)
        assert not set(FOREIGN) & set(text)
        assert "[" in text
        if place == "home":
            for payload in PAYLOADS:
                assert payload[:8] in text, payload
        height = size[1] - 3  # the last lines are our own buttons
        for strip in drawn(app):
            for segment in strip:
                assert not segment.style or not {"@click", "click"} & set(segment.style.meta)
                assert not segment.style or not segment.style.link
        for y in range(4, height, 5):
            await pilot.click(offset=(12, y))
        await pilot.pause()
        assert app.is_running
        assert app._exception is None


async def test_search_text_and_reasons_are_literal_too() -> None:
    app = app_of(hostile_desk())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", "left_square_bracket", "slash", "right_square_bracket", "enter")
        await pilot.pause()
        assert "[/]" in shown(app).splitlines()[2]
        await pilot.press("f3", "3", *"[/x", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "已回避：[/x" in shown(app)


def test_line_by_line_nothing_foreign_reaches_the_terminal() -> None:
    desk = hostile_desk()
    answers = "2\n4\n[\n5\n2\n3\n001\n2\n3\n[/]\n1\n?\n90\n?\n?\n?\n0\n5\n1\n0\n6\n7\n8\n0\n"
    out = io.StringIO()
    run(desk, desk.rules, stdin=io.StringIO(answers), stdout=out, lang="zh")
    said = out.getvalue()
    assert not set(FOREIGN) & set(said)
    for payload in PAYLOADS:
        assert payload in said


def test_the_one_helper_that_makes_text_safe_keeps_what_is_only_strange() -> None:
    for payload in PAYLOADS:
        assert safe(payload) == payload
    assert safe("a\x1b[31mb\u202ec\u200b") == "a〓[31mbc"


async def test_a_hostile_award_can_be_scored_and_submitted() -> None:
    desk = hostile_desk()
    for case in desk.cases:
        for criterion in desk.rules.stage.criteria:
            desk.set_cell(case.number, criterion.key, Cell(State.SCORED, 800))
    app = app_of(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f9")
        await pilot.pause()
        await pilot.press(*"3719")
        await pilot.pause()
        assert desk.submitted is not None
        assert not set(FOREIGN) & set(shown(app))
