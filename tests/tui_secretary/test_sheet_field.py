"""The recovery sheet is typed in sight, group by group as on the paper; a wrong one is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from award.folder import opened
from award.freezing import freeze
from award.keys import make_keys
from exchange.recovery import recovery_groups
from tests.exchange.circle import CHAIR, SECRETARY, make_award
from tests.exchange.helpers import CHEAP
from tests.tui_secretary.screen import running

GROUPS = recovery_groups(bytes(range(32)))


async def test_the_groups_stand_below_as_they_are_typed_and_the_wrong_one_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_award(tmp_path / "award")
    with opened(folder) as award:
        make_keys(award, SECRETARY, CHAIR, cost=CHEAP)
        freeze(award)
    monkeypatch.chdir(folder)
    async with running(folder, keys=("work:drill", "down")) as one:
        assert "已输入 0 组，共 14 组" in one.text
        text = await one.type(f"{GROUPS[0].lower()} {GROUPS[1]} {GROUPS[2][:2]}")
        assert "已输入 2 组，共 14 组" in text
        assert f"{GROUPS[0]}  {GROUPS[1]}  {GROUPS[2][:2]}" in text
        assert "不对" not in text
        text = await one.type(f"{GROUPS[2][2:]} {GROUPS[4]}")
        assert "第 4 组不对" in text
