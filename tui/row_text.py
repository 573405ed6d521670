"""One criterion to score, as text: the number in its box, the wording that belongs to it."""

from __future__ import annotations

from scoring.points import format_points
from scoring.rules import Criterion, Level
from tui.entry import Entry
from tui.sitting import wording
from tui.wrap import wrap
from words import say
from words.text import pad
from words.text import width as cells_of

WIDE = 46  # a row this narrow stands in the right-hand pane and shows the whole scale
NAME = {True: 14, False: 16}  # cells of the criterion's name: wide window, narrow one
BOX = 6  # cells inside the brackets


class RowText:
    """What `ScoreRow` shows; it gives the criterion, what is typed, and whether keys come here."""

    criterion: Criterion
    decimals: int
    weight: str
    entry: Entry
    active: bool  # the keys go to this row
    locked: bool  # sealed or recused: shows, takes no key

    @property
    def busy(self) -> bool:
        """A number is being typed and not yet confirmed by Enter or by leaving the row."""
        return self.entry.typed is not None

    @property
    def complaint(self) -> str:
        """Why the typed text is not saved; empty where it is."""
        reading, scale = self.entry.reading, self.criterion.scale
        if not reading.why:
            return ""
        low, high, step = (
            format_points(p, self.decimals) for p in (scale.low, scale.high, scale.step)
        )
        return say(reading.why, low=low, high=high, step=step)

    def lines(self, cells: int) -> list[str]:
        if cells <= WIDE:
            return self._wide(self.head(True), cells)
        return [pad(self.head(False) + self._beside(), cells)]

    def head(self, wide: bool) -> str:
        mark = ">" if self.active else " "
        shown = say("tui.cell.na") if self._not_applicable else self.entry.text or "--"
        caret = "_" if self.busy or (self.active and not self.locked) else " "
        inside = pad(shown + caret, max(BOX, cells_of(shown) + 1), ">")
        scale = self.criterion.scale
        span = (
            f"{format_points(scale.low, self.decimals)}-{format_points(scale.high, self.decimals)}"
        )
        name = pad(wording(self.criterion.name), NAME[wide])
        gap = "  " if wide else "   "
        return f" {mark} {name} {pad(self.weight, 5, '>')}{gap}[{inside}]{gap}{pad(span, 7)} "

    @property
    def _not_applicable(self) -> bool:
        return self.entry.reading.kind == "not_applicable"

    def _beside(self) -> str:
        if self.complaint:
            return self.complaint
        level = self._level()
        return wording(level.text) if level else ""

    def _level(self) -> Level | None:
        reading = self.entry.reading
        if reading.kind != "points":
            return None
        return next((lv for lv in self.criterion.levels if reading.points >= lv.start), None)

    def _wide(self, head: str, cells: int) -> list[str]:
        room = cells - 4
        lines = [pad(head, cells)]
        if self.complaint:
            lines += [f"   {part}" for part in wrap(self.complaint, room)]
        if self.active:
            lines += [f"   {part}" for part in wrap(wording(self.criterion.guide), room)]
            lines += [line for level in self.criterion.levels for line in self._scale(level, room)]
        return [*lines, ""]

    def _scale(self, level: Level, room: int) -> list[str]:
        start = format_points(level.start, self.decimals)
        mark = say("tui.level.yours") if level == self._level() else ""
        text = f"{say('tui.level.from', points=pad(start, 3, '>'))}  {wording(level.text)}{mark}"
        first, *rest = wrap(text, room)
        return [
            f"   {first}",
            *(f"           {part}" for part in wrap(" ".join(rest), room - 8) if rest),
        ]
