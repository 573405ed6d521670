"""On the secretary's screens too a picked row, an error and a key that is off are told apart."""

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
from tests.tui.screen import lines
from tests.tui_secretary.conftest import Copy
from tests.tui_secretary.every_screen import PLACES
from tests.tui_secretary.screen import running


@pytest.mark.parametrize("name", PLACES)
async def test_the_picked_row_and_what_is_refused(name: str, copy: Copy) -> None:
    award, keys = PLACES[name]
    async with running(copy(award), keys=keys) as one:
        await rows_stand_out(one.app, one.pilot)
        await errors_stand_out(one.app, one.pilot)


async def test_what_is_refused_in_a_box(copy: Copy) -> None:
    async with running(copy("finished"), keys=("f3", "enter")) as one:
        row = next(y for y, line in enumerate(lines(one.app)) if "[E-NOREASON]" in line)
        for theme, strips in await in_every_colour(one.app, one.pilot):
            said = next(part for part in strips[row] if "[E-NOREASON]" in part.text)
            assert said.style
            assert said.style.bold
            assert not theme or contrast_of(said) >= LEAST


@pytest.mark.parametrize(
    ("keys", "key"),
    [((), "F2 收票"), (("work:undecide",), "F2 登记"), (("work:event",), "F3 撤销")],
)
async def test_a_key_that_is_off_is_there_with_its_reason(
    keys: tuple[str, ...], key: str, copy: Copy
) -> None:
    async with running(copy("working"), keys=keys) as one:
        await an_off_key_stands_out(one.app, one.pilot, key)
