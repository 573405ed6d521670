"""One thing to do, with its command; and how it is begun: a screen, a judge, the ranking first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.screen import Screen

from award.dashboard import Line
from tui.office.flows import opening
from tui.office.frame import OfficeScreen
from tui.office.office import Office
from words import say

Do = Callable[[OfficeScreen], object]
WhyNot = Callable[[Office], str]


def _always(_office: Office) -> str:
    return ""


@dataclass(frozen=True)
class Work:
    """One thing to do: its words are `work.NAME` and `work.NAME.about`.

    `writes`: it is off while another window has the award.
    """

    group: str
    name: str
    command: tuple[str, ...]
    do: Do
    why_not: WhyNot = _always
    writes: bool = True


def look(
    group: str, name: str, command: tuple[str, ...], do: Do, why_not: WhyNot = _always
) -> Work:
    """Work that writes nothing into the award."""
    return Work(group, name, command, do, why_not, writes=False)


def screen_of(module: str, name: str) -> Do:
    """Open one of our screens; it is loaded when it is first asked for."""

    def push(screen: OfficeScreen) -> None:
        from importlib import import_module

        made: Screen[None] = getattr(import_module(f"tui.office.{module}"), name)(screen.office)
        screen.app.push_screen(made)

    return push


def ranked(do: Do) -> Do:
    """Where the ranking is needed it is counted first, or why it cannot be is said."""
    return lambda screen: opening.ranked(screen, lambda: do(screen))


def of_judge(name: str, words: tuple[str, ...], do: Callable[[OfficeScreen, str], object]) -> Do:
    """First which judge, then it goes on."""

    def there(line: Line) -> bool:
        return line.where != "gone"

    def then(page: OfficeScreen, line: Line) -> None:
        do(page, line.judge.id)

    def pick(screen: OfficeScreen) -> None:
        from tui.office.picking import PickJudge

        command, title = screen.office.command(*words), say(f"work.{name}")
        screen.app.push_screen(PickJudge(screen.office, title, command, then, there))

    return pick


def judged(
    group: str, name: str, command: tuple[str, ...], do: Callable[[OfficeScreen, str], object]
) -> Work:
    """Work that is done about one judge."""
    return Work(group, name, command, of_judge(name, command, do))
