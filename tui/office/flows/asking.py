"""What several questions have in common: a path, a reason, who acts, a plain yes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from exchange.recovery import GROUP, GROUPS, groups_typed
from files.dropped import dropped_path, dropped_paths
from tui.office.nearby import Offer
from tui.office.page import More, Page
from tui.office.questions import Answers, Ask, Field
from words import Bad, say

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen

T = TypeVar("T")

BY = "secretary"
PLAIN = frozenset(
    {"checked", "name", "unit", "recused", "head", "digest", "despite"}
)  # questions without an example
REST = "..."  # in a command: what was not typed yet


def path_of(typed: str) -> Path:
    """A path as typed, or as a window drops it. Raises E-NOPATH."""
    path = dropped_path(typed)
    if path is None:
        raise Bad("E-NOPATH")
    return path


def paths_of(typed: str) -> list[Path]:
    """One path or several that were dropped together. Raises E-NOPATH."""
    return dropped_paths(typed) or [path_of(typed)]


def path_field(
    label: str, start: str = "", key: str = "path", near: tuple[Offer, ...] = ()
) -> Field:
    """A path; where none is there yet, one of those that lie `near` can be picked."""
    hint = say("secretary.path.hint")
    return Field(key, label, start, hint=hint, needed=True, near=() if start else near)


def reason_of(answers: Answers) -> str:
    """Raises E-NOREASON where nothing was written."""
    if not answers["reason"]:
        raise Bad("E-NOREASON")
    return answers["reason"]


def reason_field(hint: str = "secretary.ask.reason.hint") -> Field:
    return Field("reason", say("secretary.ask.reason"), hint=say(hint), needed=True)


def secret_field(label: str, key: str = "secret") -> Field:
    return Field(key, label, hidden=True, needed=True)


def sheet_field(label: str, key: str = "sheet") -> Field:
    """The recovery sheet: in sight, because it has left its envelope and is compared while it is
    typed.
    """
    return Field(key, label, told=_sheet_told)


def secret_or_sheet_field(way: str, key: str = "secret") -> Field:
    """The chair's passphrase; where the answer `way` is `sheet`, the recovery sheet, in sight."""
    in_sight = lambda answers: answers.get(way) == "sheet"  # noqa: E731
    label = say("secretary.open.secret")
    return Field(key, label, hidden=True, needed=True, told=_sheet_told, in_sight=in_sight)


def _sheet_told(typed: str) -> str:
    groups = groups_typed(typed)
    wrong = [str(place) for place, (_, holds) in enumerate(groups, 1) if not holds]
    whole = sum(len(group) == GROUP for group, _ in groups)
    lines = [say("secretary.sheet.typed", done=whole, of=GROUPS)]
    lines += [
        "  ".join(group for group, _ in groups[at : at + GROUPS // 2])
        for at in range(0, len(groups), GROUPS // 2)
    ]
    if wrong:
        lines.append(say("secretary.sheet.wrong", groups=", ".join(wrong)))
    return "\n".join(lines)


def choice_field(key: str, values: Sequence[str], start: str = "") -> Field:
    """One of `values`; the question is `work.ask.KEY`, the answers `work.ask.KEY.VALUE`."""
    choices = tuple((one, say(f"work.ask.{key}.{one}")) for one in values)
    return Field(key, say(f"work.ask.{key}"), start, choices=choices)


def text_field(key: str, start: str = "") -> Field:
    """A line to type; the question is `work.ask.KEY`, an example `work.ask.KEY.hint`."""
    hint = "" if key in PLAIN else say(f"work.ask.{key}.hint")
    return Field(key, say(f"work.ask.{key}"), start, hint=hint)


def ask_about(
    name: str,
    act: Callable[[Answers], Any],
    command: Callable[[Answers], str],
    fields: Sequence[Field] = (),
    *,
    writes: bool = True,
) -> Ask:
    """A box whose title is `work.NAME` and whose text is `work.NAME.text`."""
    title, text = say(f"work.{name}"), say(f"work.{name}.text")
    return Ask(title, text, act, command, fields, writes)


def confirm(
    screen: OfficeScreen,
    title: str,
    lines: Sequence[str],
    command: str,
    act: Callable[[], T],
    said: Callable[[T], str],
    *,
    word: str = "",
    why_not: str = "",
    more: Sequence[More] = (),
) -> None:
    """What would be done, to read; Enter does it, goes back and says so."""

    def write(page: OfficeScreen) -> None:
        page.write(act, lambda found: done(page, found))

    def done(page: OfficeScreen, found: T) -> None:
        page.action_back()
        screen.done(said(found), command)

    word = word or say("secretary.do.it")
    screen.show(Page(title, lines, command, word, write, why_not, more))


def number_of(typed: str, least: int = 0) -> int:
    """A whole number of plain digits. Raises E-NUMBER."""
    if not (typed.isascii() and typed.isdigit() and len(typed) < 10 and int(typed) >= least):
        raise Bad("E-NUMBER", least=least)
    return int(typed)


def names_of(typed: str) -> list[str]:
    """Numbers or names one after another, however they are parted."""
    return typed.translate(_BETWEEN).split()


_BETWEEN = str.maketrans(dict.fromkeys(",，、;；>＞", " "))
