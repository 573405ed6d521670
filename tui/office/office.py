"""What the secretary's screens ask about an award. Read again whenever something was done."""

from __future__ import annotations

import re
import shlex
from functools import cached_property
from pathlib import Path

from award.dashboard import Dashboard, dashboard
from award.folder import Award
from award.ranking import Ranking, rank
from scoring.comparison import Comparison

_PLAIN = re.compile(r"[\w@%+=:,./-]+")


class Office:
    """`award` is open for writing. `marked` are the judges picked with Space."""

    def __init__(self, award: Award, here: Path | None = None) -> None:
        self.award = award
        self.marked: set[str] = set()
        self.comparison: Comparison | None = None  # filled in by a worker; see the ranking
        self._here = (here or Path.cwd()).absolute().resolve()
        self._option = _option(award.folder, self._here)

    @cached_property
    def board(self) -> Dashboard:
        return dashboard(self.award)

    @cached_property
    def ranking(self) -> Ranking:
        """Raises what `award.ranking.rank` raises."""
        return rank(self.award)

    def pulse(self) -> object:
        """Changes whenever judges or other windows do something; cheap to ask."""
        store = self.award.store
        seen = [
            (one.done, one.started, one.last_active) for one in store.progress(self.award.rules)
        ]
        return store.head(), seen

    def renew(self) -> None:
        """Something was done, here or in another window."""
        self.__dict__.pop("board", None)
        self.__dict__.pop("ranking", None)
        self.comparison = None

    @property
    def lang_name(self) -> tuple[str, str]:
        return self.award.rules.name.zh, self.award.rules.name.en

    def place(self, name: str) -> str:
        """A path in the award's folder as one would type it here."""
        folder = self.award.folder.absolute().resolve()
        inside = folder.is_relative_to(self._here)
        return str((folder.relative_to(self._here) if inside else folder) / name)

    def command(self, *words: object) -> str:
        """The command that does the same, as it is typed in a shell."""
        return " ".join(["pingxuan", *(_quoted(str(word)) for word in words), *self._option])


def _quoted(word: str) -> str:
    """As a shell wants it: plain words bare (Chinese is plain), others in quotes."""
    if _PLAIN.fullmatch(word):
        return word
    return shlex.quote(word) if set(word) & set('"$`\\!') else f'"{word}"'


def _option(folder: Path, here: Path) -> list[str]:
    """`-C DIR` where the shell does not stand in the award's folder."""
    folder = folder.absolute().resolve()
    if folder == here:
        return []
    inside = folder.is_relative_to(here)
    return ["-C", _quoted(str(folder.relative_to(here) if inside else folder))]
