"""A required comment on the screens: what is lacking is said where the judge looks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tui.award import DEADLINE, JUDGE, NAME, RULES, nominations, score
from tests.tui.fake_desk import FakeDesk
from tests.tui.screen import ambiguous, same_as_golden, shown
from tests.tui.test_goldens import SIZES
from tui.app import JudgeApp

(STAGE,) = RULES.stages
FIRST, *OTHERS = STAGE.criteria
COMMENTED = replace(
    RULES, stages=(replace(STAGE, criteria=(replace(FIRST, comment=True), *OTHERS)),)
)
WRITTEN = ("f2", *"ok", "f2")
SCREENS = {
    # name: keys; 001 has every mark and no comment, 002 has both
    "needs-comment-home": (),
    "needs-comment-score": ("enter",),
    "needs-comment-written": ("enter", *WRITTEN),
    "needs-comment-review": ("f4",),
}


def desk() -> FakeDesk:
    made = FakeDesk(COMMENTED, nominations(4), JUDGE)
    for case in ("001", "002"):
        score(made, case, (880, 850, 870, 850))
    made.set_comment("002", "有数据")
    made.last_case = "001"
    return made


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCREENS)
async def test_the_screen_says_that_the_comment_is_missing(name: str, size: str, lang: str) -> None:
    app = JudgeApp(desk(), COMMENTED, name=NAME, deadline=DEADLINE, lang=lang,
                   memory={"ruler": "1"}, new_code=lambda: "3719")  # fmt: skip
    async with app.run_test(size=SIZES[size]) as pilot:
        await pilot.pause()
        for key in SCREENS[name]:
            await pilot.press(key)
            await pilot.pause()
        text = shown(app)
    assert ambiguous(text) == set()
    same_as_golden(f"{name}-{size}-{lang}", text)
