"""Every screen of the secretary's program, and how one gets there; found anew from the code."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from textual.binding import Binding
from textual.screen import Screen

import tui.office
from tui.office.form import Form

PLACES = {  # the award, the keys
    "OverviewScreen": ("working", ()),
    "WorkScreen": ("working", ("0",)),
    "PageScreen": ("working", ("enter",)),
    "RankingScreen": ("finished", ("f4",)),
    "JudgesScreen": ("working", ("work:judges",)),
    "RecusalsScreen": ("working", ("work:recusals",)),
    "CasesScreen": ("working", ("work:attach",)),
    "PasteScreen": ("working", ("work:paste", "enter")),
    "EventsScreen": ("working", ("work:event",)),
    "DecisionsScreen": ("finished", ("work:undecide",)),
    "MarksScreen": ("finished", ("work:explain-mark",)),
    "ResultsScreen": ("finished", ("work:final", "enter", "work:results")),
    "PickJudge": ("working", ("work:reissue",)),
    "Form": ("working", ("work:recusals", "f3")),
}
IN_A_TEST_OF_ITS_OWN = {
    "StartScreen": "test_start",
    "QuestionScreen": "test_creating",
    "CheckScreen": "test_creating",
    "MappingScreen": "test_more_flows",
}


def screens() -> dict[str, type[Screen[object]]]:
    """Every screen of `tui.office` that is shown: those that no other is made of."""
    for found in pkgutil.walk_packages(tui.office.__path__, "tui.office."):
        importlib.import_module(found.name)
    ours = {one for one in _below(Screen) if one.__module__.startswith("tui.office.")}
    return {one.__name__: one for one in ours if not one.__subclasses__() or one is Form}


def _below(cls: type) -> Iterator[type]:
    for one in cls.__subclasses__():
        yield one
        yield from _below(one)


def bound(screen: type) -> list[Binding]:
    """What the screen binds by itself, and the classes of the secretary's it is made of."""
    ours = [one for one in screen.__mro__ if one.__module__.startswith("tui.office.")]
    made = (one.__dict__.get("BINDINGS", ()) for one in ours)
    return [one for bindings in made for one in bindings if isinstance(one, Binding)]
