"""When the program fails, the judge reads a sentence and no score, name or comment leaks."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.tui.award import desk
from tests.tui.screen import app_for
from tui.crash import report, write_report


def fail(secret_score: int, secret_name: str) -> None:
    try:
        raise KeyError(f"{secret_name} {secret_score}")
    except KeyError as error:
        raise ValueError(f"comment of {secret_name}: {secret_score}") from error


def test_the_report_says_where_and_never_with_what() -> None:
    with pytest.raises(ValueError, match="comment") as caught:
        fail(9731, "王建国")
    text = report(caught.value)
    assert "ValueError" in text
    assert "KeyError" in text
    assert "test_crash.py" in text
    assert "9731" not in text
    assert "王建国" not in text
    assert str(Path.home()) not in text


def test_only_the_owner_can_read_it_and_a_full_place_is_no_second_failure(tmp_path: Path) -> None:
    path = write_report(ValueError(), tmp_path)
    assert path is not None
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert write_report(ValueError(), tmp_path / "nowhere") is None


async def test_a_crash_of_a_screen_ends_with_a_sentence_and_the_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    app = app_for(desk(), crash_folder=tmp_path)

    async def crash() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("enter")
            app.screen.query_one("#keys")._keys = lambda: 1 / 0
            app.call_later(app.screen.again)
            await pilot.pause()

    with pytest.raises(ZeroDivisionError):
        await crash()
    (found,) = tmp_path.glob("pingxuan-*-crash.txt")
    assert "ZeroDivisionError" in found.read_text(encoding="utf-8")
    said = capsys.readouterr().err
    assert "已经保存的打分都在" in said
    assert "做法扎实" not in said
