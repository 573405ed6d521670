"""What the secretary's screens ask about an award. Read again whenever something was done."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cached_property
from importlib import import_module
from pathlib import Path
from threading import local

from award.dashboard import Dashboard, as_of_now, dashboard
from award.folder import CONFIG, Award
from award.next_step import Step, next_step
from award.ranking import Ranking, rank
from award.rules_file import load_rules
from scoring.comparison import Comparison
from words import Bad, say

WANTED_SOON = ("tui.office.work", "tui.office.ranking")
_PLAIN = re.compile(r"[\w@%+=:,./-]+")


class Office:
    """`award` is open. `marked` are the judges picked with Space.

    `watching` is why these screens only look, where they do. What takes its time runs in a
    thread, within `apart`: there `award` has a connection of its own.
    """

    def __init__(self, award: Award, here: Path | None = None, watching: str = "") -> None:
        self.marked: set[str] = set()
        self.comparison: Comparison | None = None  # filled in by a worker; see the ranking
        self.step: Step | None = None  # found by a worker
        self.far = 0  # thousandths of a long reading in another thread
        self.mistakes = ""  # of config.toml as it is now, where there are any
        self.runoff_off = say("work.busy")  # why no runoff can be begun; found by a worker
        self._award, self._apart, self._watching = award, local(), watching
        self._fresh: tuple[object, Dashboard] | None = None  # of a worker: a pulse, the board then
        self._config = _stamp(award.folder / CONFIG)
        self._here = (here or Path.cwd()).absolute().resolve()
        self._option = _option(award.folder, self._here)
        self._seen = self.pulse()  # when `board` and `ranking` were true
        self.board = dashboard(award)

    # --- the award ---------------------------------------------------------------------

    @property
    def award(self) -> Award:
        return getattr(self._apart, "award", self._award)

    @contextmanager
    def apart(self) -> Iterator[None]:
        """In another thread: the award on a connection of its own."""
        self.far = 0
        with self._award.store.beside() as store:
            self._apart.award = replace(self._award, store=store)
            try:
                yield
            finally:
                del self._apart.award

    def tell_far(self, thousandths: int) -> None:
        self.far = thousandths

    @property
    def locked(self) -> str:
        """Why nothing can be written; empty where it can."""
        if self._watching:
            return say("work.why.watching")
        return say("work.why.mistakes") if self.mistakes else ""

    @property
    def locked_words(self) -> str:
        """The same as a sentence, with who or what is in the way."""
        return self._watching or self.mistakes

    @property
    def next_words(self) -> str:
        """What is to be done next; empty until it is found. A command names who is waited for."""
        if not self.step:
            return ""
        waited = next(iter(self.board.missing or self.board.judges), None)
        return say(f"work.next.{self.step}", judge=waited.judge.id if waited else "J01")

    @cached_property
    def ranking(self) -> Ranking:
        """Raises what `award.ranking.rank` raises."""
        return rank(self.award)

    @property
    def known_ranking(self) -> Ranking | None:
        """The ranking, where it has been counted since something was done."""
        return self.__dict__.get("ranking")

    def read_ahead(self) -> Dashboard:
        """The board as it is now, for `renew`; in a thread, because it reads every case."""
        pulse = self.pulse()
        if pulse == self._seen:
            return self.board
        if self._fresh is None or self._fresh[0] != pulse:
            self._fresh = pulse, dashboard(self.award)
        return self._fresh[1]

    def look_after(self) -> None:
        """Read ahead once something was done; what was done stays done where that fails."""
        with suppress(Bad):
            self.read_ahead()

    def find_step(self) -> None:
        """What is to be done next, and whether a runoff is; in a thread, as `read_ahead`."""
        from tui.office.flows import runoff

        self.step = next_step(self.award, self.read_ahead())
        self.runoff_off = runoff.found_why_not(self.award)
        for name in WANTED_SOON:  # so that the key that opens it does not wait for loading
            import_module(name)

    def pulse(self) -> object:
        """Changes whenever judges or other windows do something; cheap to ask."""
        store = self.award.store
        seen = [
            (one.done, one.started, one.last_active) for one in store.progress(self.award.rules)
        ]
        return store.head(), seen, _stamp(self.award.folder / CONFIG)

    def renew(self) -> None:
        """Something may have been done, here or in another window; where nothing was, what is
        known stays.
        """
        pulse = self.pulse()
        if pulse == self._seen:
            self.board = as_of_now(self.board, self.award)
            return
        ahead = self._fresh is not None and self._fresh[0] == pulse
        self._reread()
        self.board = self._fresh[1] if ahead and self._fresh else dashboard(self.award)
        self._seen, self._fresh, self.comparison = pulse, None, None
        self.__dict__.pop("ranking", None)

    def _reread(self) -> None:
        """The rules, where config.toml was edited meanwhile; with mistakes the old ones stay."""
        stamp = _stamp(self._award.folder / CONFIG)
        if stamp == self._config:
            return
        self._config, self.mistakes = stamp, ""
        try:
            rules_file = load_rules(self._award.folder / CONFIG)
        except Bad as bad:
            self.mistakes = str(bad)
        else:
            self._award = replace(self._award, rules_file=rules_file)

    # --- what is shown of it -----------------------------------------------------------

    @property
    def lang_name(self) -> tuple[str, str]:
        return self.award.rules.name.zh, self.award.rules.name.en

    def place(self, name: str) -> str:
        """A path in the award's folder as one would type it here."""
        return str(self.shown(self.award.folder / name))

    def shown(self, path: Path) -> Path:
        """A path as one would type it where the shell stands."""
        path = path.absolute().resolve()
        return path.relative_to(self._here) if path.is_relative_to(self._here) else path

    def command(self, *words: object) -> str:
        """The command that does the same, as it is typed in a shell."""
        return " ".join([bare_command(*words), *self._option])


def bare_command(*words: object) -> str:
    """A command that belongs to no award, as it is typed in a shell."""
    return " ".join(["pingxuan", *(_quoted(str(word)) for word in words)])


def _stamp(path: Path) -> object:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


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
