"""Which heading of a file means what: to see, to correct, to remember for the next file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual.binding import Binding

from award.import_headings import Heading, headings_of
from award.importing import Reading, save_mapping
from sheets.headings import FIELDS
from sheets.mapping import merged, pairs_of
from tui.ink import safe
from tui.office.flows.asking import ask_about
from tui.office.flows.intake import Wanted, preview
from tui.office.frame import OfficeScreen
from tui.office.questions import Answers, Field
from tui.office.table import Cells, TableScreen
from tui.widgets.key_bar import Key
from tui.widgets.rows import Rows
from words import say


class MappingScreen(TableScreen):
    """Enter pairs the heading under the mark with another field; the file is read anew at once."""

    BINDINGS = [Binding("f8", "save", show=False, id="mapping.save")]
    help_topic = "mapping"
    widths = (26, 20, 0)

    def __init__(self, below: OfficeScreen, wanted: Wanted, reading: Reading) -> None:
        super().__init__(below.office)
        self._from, self.wanted, self.reading = below, wanted, reading
        self.heads = tuple(say(f"work.mapping.{name}") for name in ("heading", "field", "example"))
        self.headings: list[Heading] = []

    def heading(self) -> str:
        return say("work.mapping")

    def load(self) -> list[Cells]:
        self.headings = headings_of(self.reading, self.wanted.mapping)
        return [
            (
                safe(one.text),
                say(f"intake.field.{one.field}") if one.field else say("work.mapping.left_out"),
                safe(one.example),
            )
            for one in self.headings
        ]

    def about(self, row: int) -> str:
        return say("work.mapping.about")

    def status(self) -> str:
        count = len(self.reading.preview.problems)
        return say("work.mapping.wrong", count=count) if count else ""

    def command(self) -> str:
        return self.wanted.command(self.office)

    def doings(self) -> Sequence[Key]:
        return (
            Key("Enter", say("work.do.map"), "open"),
            Key("F8", say("work.do.remember"), "save", self.why_not("save")),
        )

    def why_not(self, action: str) -> str:
        if action == "save" and not self.wanted.mapping:
            return say("work.why.nothing_paired")
        return ""

    def open(self, row: int) -> None:
        heading, kind = self.headings[row].text, self.reading.kind

        def paired(answers: Answers) -> Wanted:
            typed = merged(pairs_of(self.wanted.mapping, kind), {heading: answers["field"]})
            return replace(self.wanted, mapping=tuple(f"{a}={b}" for a, b in typed.items()))

        def act(answers: Answers) -> tuple[Wanted, Reading]:
            wanted = paired(answers)
            return wanted, wanted.read(self.office)

        choices = [(one.name, say(f"intake.field.{one.name}")) for one in FIELDS[kind]]
        choices.append(("", say("work.mapping.left_out")))
        now = self.headings[row].field
        field = Field("field", safe(heading), now, choices=tuple(choices))
        command = lambda answers: paired(answers).command(self.office)  # noqa: E731
        ask = ask_about("mapping", act, command, [field])
        self.ask(ask, lambda done: self._read(done.result, heading))

    def _read(self, found: tuple[Wanted, Reading], heading: str) -> None:
        """Show it as it reads now, the mark on the same heading: the lines change places."""
        self.wanted, self.reading = found
        self.renewed()
        texts = [one.text for one in self.headings]
        if heading in texts and not self.search:
            self.query_one(Rows).picked = texts.index(heading)

    def action_save(self) -> None:
        command = self.wanted.command(self.office, "--save-map")
        self.write(
            lambda: save_mapping(self.office.award, self.reading),
            lambda path: self.done(say("cli.import.saved", path=self.office.shown(path)), command),
        )

    def action_back(self) -> None:
        """To the preview, as the file reads now."""
        if not self.end_search():
            self.app.pop_screen()
            self.app.pop_screen()
            preview(self._from, self.wanted, self.reading)
