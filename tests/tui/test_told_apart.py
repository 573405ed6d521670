"""In both themes and without colour a picked row, an error and a key that is off are told apart."""

from __future__ import annotations

import pytest

from tests.tui.colours import (
    LEAST,
    an_off_key_stands_out,
    contrast_of,
    errors_stand_out,
    in_every_colour,
    rows_stand_out,
)
from tests.tui.every_screen import PLACES, at, one_of_each, screens
from tests.tui.screen import lines
from tui.screens.frame import Frame

REFUSED = {"submit-wrong": "确认码不对", "recuse-own": "请输入原因。", "score-wrong": "应在 0-100"}
OFF = {"score-recused": "数字 空格", "receipt": "1 打印回执"}


def shown_whole() -> list[str]:
    """Places of whole screens, which have a status line, and of questions with a list."""
    found = screens()
    whole = {name for name in one_of_each() if issubclass(found[PLACES[name].screen], Frame)}
    return sorted(whole | {"pick", "reorder"})


@pytest.mark.parametrize("name", shown_whole())
async def test_the_picked_row_and_what_is_refused(name: str) -> None:
    async with at(name) as (app, pilot):
        await rows_stand_out(app, pilot)
        await errors_stand_out(app, pilot)


@pytest.mark.parametrize("name", REFUSED)
async def test_what_is_refused_where_it_is_typed(name: str) -> None:
    async with at(name) as (app, pilot):
        row = next(y for y, line in enumerate(lines(app)) if REFUSED[name] in line)
        for theme, strips in await in_every_colour(app, pilot):
            said = next(one for one in strips[row] if REFUSED[name] in one.text)
            assert said.style
            assert said.style.bold
            assert not theme or contrast_of(said) >= LEAST


@pytest.mark.parametrize("name", OFF)
async def test_a_key_that_is_off_is_there_with_its_reason(name: str) -> None:
    async with at(name) as (app, pilot):
        await an_off_key_stands_out(app, pilot, OFF[name])


def test_there_is_a_place_for_each() -> None:
    assert {*REFUSED, *OFF} <= set(PLACES)
