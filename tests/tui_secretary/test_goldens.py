"""Every screen of the secretary, as text, at both sizes and in both languages.

The goldens are read like pictures. To renew them: RENEW_GOLDENS=1, then read the diff.
"""

from __future__ import annotations

import pytest

from tests.tui.screen import ambiguous
from tests.tui_secretary.conftest import Copy
from tests.tui_secretary.screen import running, same_as_golden

SCREENS = {
    # name: (award, keys)
    "overview": ("working", ()),
    "overview-done": ("finished", ("down",)),
    "judge": ("working", ("down", "enter")),
    "remind": ("working", ("f7",)),
    "send-back": ("finished", ("f3",)),
    "peek": ("working", ("f4",)),
    "ranking": ("finished", ("f4", "down", "down", "down", "down")),
    "ranking-median": ("finished", ("f4", "right", "right")),
    "ranking-tied": ("finished", ("f4", "4")),
    "distribution": ("finished", ("f4", "tab")),
    "explain": ("finished", ("f4", "enter")),
    "decide": ("finished", ("0", "slash", *"decide", "enter", "enter")),
    "final": ("finished", ("f4", "f9")),
    "export": ("finished", ("f8",)),
    "work": ("working", ("0",)),
    "rules": ("working", ("0", "enter")),
    "import": ("working", ("0", "down", "enter")),
    "judges": ("working", ("0", "down", "down", "enter")),
    "recusals": ("working", ("0", "down", "down", "down", "enter")),
    "recuse": ("working", ("0", "down", "down", "enter", "f3")),
    "log": ("working", ("0", "slash", *"log", "enter", "enter")),
    "help": ("working", ("f1",)),
    "rounds": ("second-round", ()),
    "rounds-so-far": ("first-round", ("f4",)),
}


OF_OTHERS = {"explain", "rules"}  # sentences of the rules and of the recount have their own marks


WIDE = ("overview", "rounds", "ranking", "ranking-median", "explain", "work", "rules")
ENGLISH = (
    "overview",
    "rounds",
    "rounds-so-far",
    "ranking",
    "send-back",
    "peek",
    "explain",
    "work",
    "import",
    "help",
)
VIEWS = [
    *((name, "80", "zh") for name in SCREENS),
    *((name, "120", "zh") for name in WIDE),
    *((name, "80", "en") for name in ENGLISH),
]


@pytest.mark.parametrize(("name", "size", "lang"), VIEWS)
async def test_the_screen_looks_as_it_should(
    name: str, size: str, lang: str, copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    award, keys = SCREENS[name]
    async with running(copy(award), size, lang, keys) as one:
        text = one.text
    if name not in OF_OTHERS:
        assert ambiguous(text) == set()
    same_as_golden(f"{name}-{size}-{lang}", text, monkeypatch)
