"""A screen as text, with what must hold for every screen."""

from __future__ import annotations

from typing import Any

from tui.app import JudgeApp

from tests.tui.award import DEADLINE, NAME, RULES
from tests.tui.fake_desk import FakeDesk


def app_for(desk: FakeDesk, lang: str = "zh", **more: Any) -> JudgeApp:
    more.setdefault("memory", {"ruler": "1"})
    more.setdefault("new_code", lambda: "3719")
    return JudgeApp(desk, RULES, name=NAME, deadline=DEADLINE, lang=lang, **more)


def lines(app: JudgeApp) -> list[str]:
    """The rendered lines. The one place that touches the private compositor."""
    strips = app.screen._compositor.render_strips()  # noqa: SLF001
    return [strip.text for strip in strips]


def shown(app: JudgeApp) -> str:
    """What is visible, a dialog over its screen, one line per row, no blanks at the ends."""
    return "".join(f"{line.rstrip()}\n" for line in lines(app))
