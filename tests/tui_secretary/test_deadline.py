"""How long is left until the deadline, and where it is shown."""

from __future__ import annotations

import pytest

from award.deadline import Left, left, left_words
from tests.tui.award import desk
from tests.tui.screen import app_for, shown
from words import use

NOW = "2026-06-28T10:45:00+08:00"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2026-06-30 18:00", Left(2, 7, 15)),
        ("2026-06-30T18:00", Left(2, 7, 15)),
        ("2026年6月30日 18:00", Left(2, 7, 15)),
        ("6月30日 18:00", Left(2, 7, 15)),
        ("6月30日18点", Left(2, 7, 15)),
        ("2026-06-28", Left(0, 13, 15)),
        ("2026-06-28 10:00", Left(0, 0, 45, over=True)),
        ("2026-06-31", None),
        ("2026-06-28 25:00", None),
        ("月底", None),
        ("", None),
    ],
)
def test_a_deadline_as_people_write_it(written: str, found: Left | None) -> None:
    assert left(written, NOW) == found


def test_the_words_are_as_long_as_they_need_to_be() -> None:
    use("zh")
    assert left_words("2026-06-30 18:00", NOW) == "距截止 2 天 7 小时"
    assert left_words("2026-06-28 18:00", NOW) == "距截止 7 小时 15 分"
    assert left_words("2026-06-28 10:00", NOW) == "已过截止 45 分"
    assert left_words("随时", NOW) == ""


@pytest.mark.parametrize(
    ("size", "now", "text"),
    [
        ((120, 40), "2026-06-28T10:45:00+08:00", "截止 6月30日 18:00   距截止 2 天 7 小时"),
        ((80, 24), "2026-06-28T10:45:00+08:00", "截止 6月30日 18:00"),
        ((80, 24), "2026-06-30T10:45:00+08:00", "距截止 7 小时 15 分"),
    ],
)
async def test_a_judge_sees_what_is_left(size: tuple[int, int], now: str, text: str) -> None:
    app = app_for(desk(), now=lambda: now)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert shown(app).splitlines()[0].endswith(text)
