"""A page to paste a text into: an announcement, or rows copied from a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import TextArea

from award.importing import Reading
from tui.office.flows.intake import Wanted, preview
from tui.office.frame import OfficeScreen
from tui.office.office import Office
from tui.widgets.key_bar import Key
from tui.widgets.line import Line
from words import Bad, say
from words.text import clean

MOST = 1 << 20  # characters; what is longer comes as a file


class PasteScreen(OfficeScreen):
    """F2 shows how the text was understood; it stays here until it was written."""

    BINDINGS = [Binding("f2", "read", show=False, priority=True, id="paste.read")]
    help_topic = "paste"

    def __init__(self, office: Office, wanted: Wanted) -> None:
        super().__init__(office)
        self._wanted = wanted

    def compose(self) -> ComposeResult:
        yield Line(self.headline)
        yield TextArea(
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            theme="css",
            highlight_cursor_line=False,
            compact=True,
            id="pasted",
        )
        yield from self.foot()

    def on_mount(self) -> None:
        self.query_one(TextArea).focus()

    def heading(self) -> str:
        return f"{say('work.paste')}  {say(f'secretary.import.{self._wanted.kind}')}"

    def command(self) -> str:
        return self._wanted.command(self.office)

    def status(self) -> str:
        area = self.query_one(TextArea)
        if not area.text:
            return say("work.paste.empty")
        return say("work.paste.there", lines=area.document.line_count, n=len(area.text))

    def keys(self) -> Sequence[Key]:
        return (
            Key("F2", say("work.do.read"), "read"),
            Key("F1", say("tui.do.help"), "help"),
            Key("Esc", say("tui.do.back"), "back"),
        )

    @on(TextArea.Changed)
    def _changed(self) -> None:
        area = self.query_one(TextArea)
        if area.text != (cleaned := clean(area.text)):  # pasted, and able to steer the terminal
            area.text = cleaned
            area.move_cursor(area.document.end)
        if cleaned:
            self.tell("")
        self.again()

    def action_read(self) -> None:
        self.work(self._read, lambda found: preview(self, *found))

    def _read(self) -> tuple[Wanted, Reading]:
        text = self.query_one(TextArea).text
        if not text.strip():
            raise Bad("E-PASTE-NOTHING")
        if len(text) > MOST:
            raise Bad("E-PASTE-LONG", n=len(text), most=MOST)
        wanted = replace(self._wanted, pasted=text)
        return wanted, wanted.read(self.office)

    def done(self, said: str, command: str) -> None:
        """It was written: room for the next."""
        self.query_one(TextArea).text = ""
        super().done(said, command)
