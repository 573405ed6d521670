"""The whole award of `circle`, built once and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from exchange import crypto
from tests.exchange.circle import Circle, circle


@pytest.fixture(autouse=True, scope="session")
def _cheap_codes() -> Iterator[None]:
    """Keys of open awards without the half second that each costs a thief."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(crypto, "OPEN_ROUNDS", 10)
        yield


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Circle:
    """A sealed award whose packets are with the judges. Only to be copied."""
    return circle(tmp_path_factory.mktemp("circle") / "one")


@pytest.fixture
def around(built: Circle, tmp_path: Path) -> Circle:
    """A copy of it to work on."""
    return copied(built, tmp_path / "copy")


def copied(one: Circle, to: Path) -> Circle:
    """The same award in another folder."""
    shutil.copytree(one.folder.parent, to)
    return Circle(
        to / one.folder.name,
        one.frozen,
        {
            judge: replace(handed, packet=to / handed.packet.parent.name / handed.packet.name)
            for judge, handed in one.handed.items()
        },
    )
