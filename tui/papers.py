"""What the screens need of the files beside a case; without it they know of none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from words import say


@dataclass(frozen=True)
class Paper:
    """One file: its name, its size in words, and what can be done with it.

    `read` gives its paragraphs and may take seconds, `open` hands it to the system's own
    program; both raise Bad. `left_out`: the packet had no room for it, and its bytes are not here.
    """

    name: str
    size: str
    read: Callable[[], Sequence[str]]
    open: Callable[[], None]
    left_out: bool = False

    @property
    def size_words(self) -> str:
        """The size, and whether the file is not here at all."""
        return f"{self.size}   {say('tui.papers.left_out')}" if self.left_out else self.size


Papers = Callable[[str], Sequence[Paper]]
"""The files beside a case, by its number."""


def no_papers(_case: str) -> Sequence[Paper]:
    return ()
