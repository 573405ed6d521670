"""Every screen of the secretary, as text, at both sizes and in both languages.

The goldens are read like pictures. To renew them: RENEW_GOLDENS=1, then read the diff.
"""

from __future__ import annotations

import pytest

from tests.tui.screen import ambiguous, overfull
from tests.tui_secretary.conftest import Copy
from tests.tui_secretary.screen import SIZES, running, same_as_golden

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
    "decide": ("finished", ("work:decide",)),
    "final": ("finished", ("f4", "f9")),
    "export": ("finished", ("f8",)),
    "work": ("working", ("0",)),
    "rules": ("working", ("work:rules",)),
    "import": ("working", ("work:import",)),
    "judges": ("working", ("work:judges",)),
    "recusals": ("working", ("work:recusals",)),
    "recuse": ("working", ("work:judges", "f3")),
    "log": ("working", ("work:log",)),
    "help": ("working", ("f1",)),
    "rounds": ("second-round", ()),
    "rounds-so-far": ("first-round", ("f4",)),
    "cases": ("working", ("work:attach",)),
    "case": ("working", ("work:attach", "enter")),
    "attach": ("working", ("work:attach", "f2")),
    "correct-case": ("working", ("work:attach", "f7")),
    "amend": ("working", ("work:amend",)),
    "template": ("working", ("work:template",)),
    "leaving": ("finished", ("work:withdraw-judge", "down", "enter")),
    "replacing": ("finished", ("work:replace-judge", "down", "enter")),
    "events": ("working", ("work:event",)),
    "event": ("working", ("work:event", "f2")),
    "veto": ("working", ("work:event", "f2", "2", "enter")),
    "decisions": ("finished", ("work:undecide",)),
    "what-if": ("finished", ("work:what-if",)),
    "compare": ("finished", ("work:compare",)),
    "correct": ("finished", ("work:correct",)),
    "sample": ("finished", ("work:sample",)),
    "marks": ("finished", ("work:explain-mark",)),
    "results": ("finished", ("work:results",)),
    "verify": ("finished", ("work:verify",)),
    "rebuild": ("working", ("work:rebuild",)),
    "journal": ("working", ("work:journal",)),
}


OF_OTHERS = {
    "explain",
    "rules",
    "compare",
}  # sentences of the rules and of the recount have their own marks
LANGS = ("zh", "en")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", SCREENS)
async def test_the_screen_looks_as_it_should(
    name: str, lang: str, copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the small size, then the window is made larger."""
    award, keys = SCREENS[name]
    async with running(copy(award), "80", lang, keys) as one:
        for size in SIZES:
            await one.resize(size)
            if name not in OF_OTHERS:
                assert ambiguous(one.text) == set()
            assert overfull(one.app) == []
            same_as_golden(f"{name}-{size}-{lang}", one.text, monkeypatch)


async def test_a_wide_window_has_the_whole_table_of_an_explanation(
    copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(copy("finished"), "120", "zh", ("f4", "enter")) as one:
        same_as_golden("explain-wide-120-zh", one.text, monkeypatch)
