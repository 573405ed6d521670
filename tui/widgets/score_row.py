"""One criterion to score. Keeps every printable key on the screen, in red where it is no score."""

from __future__ import annotations

import unicodedata

from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.widgets import Static

from scoring.cells import Cell
from scoring.points import format_points
from scoring.rules import Criterion, Level
from tui.entry import LONGEST, Entry
from tui.sitting import wording
from tui.wrap import wrap
from words import say
from words.text import pad, width

WIDE = 44  # a row this narrow stands in the right-hand pane and shows the whole scale
NAME = {True: 14, False: 16}  # cells of the criterion's name: wide window, narrow one
BOX = 6  # cells inside the brackets
NOT_TYPED = frozenset(" 　/／、?？=＝")  # bound everywhere, so never part of a score


def typed_char(event: events.Key) -> str:
    """The printable character of a key, also where only its name is known; empty if none."""
    if event.character:
        return event.character if event.is_printable else ""
    try:
        return unicodedata.lookup(event.key.replace("_", " ").upper())
    except KeyError:
        return ""


class ScoreRow(Static):
    DEFAULT_CSS = """
    ScoreRow { height: auto; width: 1fr; }
    ScoreRow.active { text-style: bold; }
    ScoreRow.wrong { color: $alarm; text-style: bold; }
    """

    def __init__(self, criterion: Criterion, decimals: int, weight: str) -> None:
        super().__init__(markup=False)
        self.criterion, self.decimals, self.weight = criterion, decimals, weight
        self.entry = Entry(criterion, decimals)
        self.active = False  # the keys go to this row
        self.locked = False  # sealed or recused: shows, takes no key

    def settle(self, cell: Cell) -> None:
        """Show what is saved; typing is over."""
        self.entry.settle(cell)
        self.draw()

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

    def takes(self, event: events.Key) -> bool:
        """Whether a key is typed into the row; if so, the row shows it. Saving is not its work."""
        char = typed_char(event)
        if self.locked or not (event.key == "backspace" or (char and char not in NOT_TYPED)):
            return False
        if event.key == "backspace":
            self.entry.backspace()
        else:
            self.entry.add(char)
        self.draw()
        return True

    def paste(self, text: str) -> bool:
        """Take pasted text in as if typed; False where the row is closed."""
        for char in "" if self.locked else text.strip()[:LONGEST]:
            self.entry.add(char)
        self.draw()
        return not self.locked

    def on_resize(self) -> None:
        self.draw()

    def draw(self) -> None:
        """Draw the row anew for its width, and put the terminal's own cursor at the caret."""
        cells = self.size.width or 78
        head = self._head(wide := cells <= WIDE + 2)
        self.set_class(self.active, "active")
        self.set_class(self.entry.reading.kind == "wrong", "wrong")
        lines = self._wide(head, cells) if wide else [pad(head + self._beside(), cells)]
        self.update(Content("\n".join(lines)))
        if self.active:
            caret = width(head.rpartition("]")[0].rstrip(" _"))
            self.app.cursor_position = self.content_region.offset + Offset(caret, 0)

    def _head(self, wide: bool) -> str:
        mark = ">" if self.active else " "
        shown = say("tui.cell.na") if self._not_applicable else self.entry.text or "--"
        caret = "_" if self.busy or (self.active and not self.locked) else " "
        inside = pad(shown + caret, max(BOX, width(shown) + 1), ">")
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
