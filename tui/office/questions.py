"""What a box asks and what comes of it: questions, what is done with the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Answers = Mapping[str, str]


@dataclass(frozen=True)
class Field:
    """One question. With `choices` (value, words) one is picked; with `unpicked` none is before
    somebody picks. What is `hidden` shows as stars, except where the other answers say `in_sight`;
    `told` is what is said of an answer that is in sight while it is typed. `needed`: where it is
    empty, a refusal puts the mark here. `near` are answers (value, words) to pick or not.
    """

    key: str
    label: str
    value: str = ""
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    hidden: bool = False
    told: Callable[[str], str] | None = None
    in_sight: Callable[[Answers], bool] = lambda _answers: False
    unpicked: bool = False
    needed: bool = False
    near: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Ask:
    """What is asked. `act` does it, in a thread, and may raise Bad; `command` says the same as a
    command. `writes`: nothing of it is possible while another window has the award.
    """

    title: str
    text: str
    act: Callable[[Answers], Any]
    command: Callable[[Answers], str]
    fields: Sequence[Field] = ()
    writes: bool = True


@dataclass(frozen=True)
class Done:
    """What `act` gave back, the command that would have done it, and what was answered."""

    result: Any
    command: str
    answers: Answers
