"""F5 on a case: its attachments. Read here as text, or opened with the system's own program."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from tui.ink import rule, safe
from tui.papers import Paper
from tui.screens.frame import Frame
from tui.widgets.key_bar import Key
from tui.widgets.line import Line
from tui.widgets.reader import Reader
from tui.widgets.rows import Rows
from words import Bad, say

OUTSIDE_KEYS = "f5,ctrl+o,o,fullwidth_latin_small_letter_o"  # F5 belongs to the browser
SHOWN = 6  # lines of the list; the rest of the screen is for the text


class PapersScreen(Frame):
    """`head` draws the first line as the screen below does it: (title, cells)."""

    DEFAULT_CSS = f"PapersScreen Rows {{ height: auto; max-height: {SHOWN}; }}"
    BINDINGS = [
        Binding("enter", "read", show=False, id="papers.read"),
        Binding(OUTSIDE_KEYS, "outside", show=False, id="papers.open"),
        Binding("tab,shift+tab", "pane", show=False, id="papers.pane"),
    ]

    def __init__(
        self, head: Callable[[str, int], Content], case: str, papers: Sequence[Paper]
    ) -> None:
        super().__init__()
        self._head, self._case, self._papers = head, case, papers

    def compose(self) -> ComposeResult:
        yield Line(lambda cells: self._head(self._title(), cells))
        yield Rows(id="papers")
        yield Line(self._rule, id="rule")
        yield Reader(id="paper-text")
        yield from self.foot()

    def on_mount(self) -> None:
        rows = self.query_one(Rows)
        rows.styles.height = min(len(self._papers), SHOWN)
        rows.fill(len(self._papers), self._draw)
        rows.focus()

    def _title(self) -> str:
        return f"{say('tui.case')} {safe(self._case)}   {say('tui.papers.title')}"

    def _draw(self, row: int, _cells: int) -> str:
        paper = self._papers[row]
        return f"{row + 1}  {safe(paper.name)}   {paper.size_words}"

    def _rule(self, cells: int) -> str:
        first, last, total = self.query_one(Reader).position
        return rule(
            cells, right=say("tui.lines", first=first, last=last, total=total) if total else ""
        )

    def status(self) -> str:
        return say("tui.papers.help")

    def help_text(self) -> str:
        return say("tui.papers.help")

    def titled(self, title: str, cells: int) -> Content:
        return self._head(title, cells)

    def keys(self) -> Sequence[Key]:
        return (
            Key(say("tui.key.updown"), say("tui.papers.pick")),
            Key("Enter", say("tui.papers.read"), "read"),
            Key("F5", say("tui.papers.open"), "outside"),
            Key("Tab", say("tui.papers.pane"), "pane"),
            Key("PgUp/PgDn", say("tui.do.page"), "page"),
            Key("F1", say("tui.do.help"), "help"),
            Key("Esc", say("tui.do.back"), "back"),
        )

    @property
    def _paper(self) -> Paper:
        return self._papers[self.query_one(Rows).picked]

    async def action_read(self) -> None:
        """In a thread: a long PDF takes seconds, and the screen stays alive."""
        paper = self._paper
        self.tell(say("tui.papers.reading", name=safe(paper.name)))
        try:
            text = "\n\n".join(await asyncio.to_thread(paper.read))
        except Bad as bad:
            self.tell(str(bad), alarm=True)
            return
        self.tell("")
        reader = self.query_one(Reader)
        reader.load(paper.name, text)
        reader.focus()

    def action_outside(self) -> None:
        paper = self._paper
        if self.attempt(paper.open):
            self.tell(say("tui.papers.opened", name=safe(paper.name)))

    def action_pane(self) -> None:
        reader = self.query_one(Reader)
        (self.query_one(Rows) if reader.has_focus else reader).focus()

    def action_page(self) -> None:
        self.query_one(Reader).action_page(1)

    @on(Rows.Opened)
    async def _opened(self) -> None:
        await self.action_read()

    def on_reader_moved(self) -> None:
        self.query_one("#rule", Line).refresh()
