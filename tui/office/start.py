"""Where no award is: a new one, one that lies near, an example, an archive to check."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from award.near import PACKET, awards_near, files_near
from tui.ink import columns, rule, safe
from tui.keys import digit_keys
from tui.office.flows import starting
from tui.office.form import Form
from tui.office.office import bare_command
from tui.office.questions import Ask, Done
from tui.screens.frame import Frame
from tui.screens.help import HelpScreen
from tui.shell import Shell
from tui.widgets.key_bar import Key
from tui.widgets.line import Line
from tui.widgets.rows import Rows
from tui.wrap import wrap
from words import say

STARTS: Mapping[str, tuple[tuple[str, ...], Callable[[StartScreen], object]]] = {
    "new": (("new", "DIR"), starting.new),
    "other": (("desk", "-C", "DIR"), starting.other),
    "packet": (("judge", "PACKET"), starting.packet),
    "demo": (("demo",), starting.demo),
    "verify": (("verify", "BUNDLE"), starting.verify),
    "rebuild": (("rebuild", "DIR"), starting.rebuild),
}


@dataclass(frozen=True)
class Start:
    """One thing to begin with."""

    title: str
    command: str
    do: Callable[[], object]
    name: str = ""


class StartApp(Shell):
    """Ends with `chosen`, the folder to open or to make an award in, or with `packet`, the one a
    judge opens; with neither where one has left.
    """

    crashed = "secretary.crash"
    leaving = "work.start.leave"

    def __init__(self, here: Path, **shell: Any) -> None:
        super().__init__(**shell)
        self.here = here
        self.chosen: Path | None = None
        self.packet: Path | None = None

    def first(self) -> StartScreen:
        return StartScreen()

    def choose(self, folder: Path) -> None:
        self.chosen = folder
        self.exit()

    def judge(self, packet: Path) -> None:
        """Ask the code and go on, as the command does."""
        self.packet = packet
        self.exit()


class StartScreen(Frame):
    BINDINGS = [
        Binding("enter", "open", show=False, id="start.open"),
        *(Binding(digit_keys(n), f"pick({n})", show=False, id=f"start.{n}") for n in range(1, 10)),
    ]

    @property
    def start_app(self) -> StartApp:
        return cast(StartApp, self.app)

    def compose(self) -> ComposeResult:
        yield Line(lambda cells: self.titled(say("work.start.title"), cells))
        yield Line(rule)
        yield Line(lambda cells: "\n".join(f" {one}" for one in wrap(self._about(), cells - 2)))
        yield Line(lambda _cells: "")
        yield Rows(id="list")
        yield Line(self._same, id="same")
        yield from self.foot()

    def on_mount(self) -> None:
        self._fill()
        self.query_one(Rows).focus()

    def came_back(self) -> None:
        self._fill()

    def _fill(self) -> None:
        """What lies near is looked for anew each time."""
        rows, self.starts = self.query_one(Rows), self._starts()
        rows.fill(len(self.starts), self._row, picked=rows.picked)

    def _about(self) -> str:
        return say("work.start.about", folder=safe(str(self.start_app.here)))

    def _starts(self) -> list[Start]:
        near = [
            Start(say("work.start.open", name=safe(one.name)),
                  bare_command("desk", "-C", one.name), partial(self.start_app.choose, one))
            for one in awards_near(self.start_app.here)
        ]  # fmt: skip
        # Where a packet lies and no award, whoever stands here is a judge.
        fixed = [
            Start(say(f"work.start.{name}"), bare_command(*words), partial(do, self), name)
            for name, (words, do) in STARTS.items()
        ]
        packets = bool(files_near(self.start_app.here, [PACKET])) and not near
        return [*near, *sorted(fixed, key=lambda one: not (packets and one.name == "packet"))]

    def _row(self, row: int, cells: int) -> str:
        one = self.starts[row]
        title = f"{row + 1} {one.title}"
        return columns([(title, cells // 2, "<"), (one.command, cells - cells // 2 - 1, "<")])

    def _same(self, _cells: int) -> Content:
        return Content.styled(f" {say('work.start.judges')}", "$quiet")

    def help_text(self) -> str:
        return say("work.start.help")

    def keys(self) -> Sequence[Key]:
        return (
            Key("Enter", say("secretary.do.it"), "open"),
            Key(say("tui.key.updown"), say("tui.do.pick")),
            Key("F1", say("tui.do.help"), "help"),
            Key("Esc", say("tui.do.leave"), "back"),
        )

    # --- doing -------------------------------------------------------------------------

    @on(Rows.Opened)
    def action_open(self) -> None:
        self.starts[self.query_one(Rows).picked].do()

    def action_pick(self, number: int) -> None:
        if number <= len(self.starts):
            self.query_one(Rows).picked = number - 1

    def action_back(self) -> None:
        self.app.action_leave()  # type: ignore[attr-defined]

    def put(self, ask: Ask, then: Callable[[Done], object]) -> None:
        """Put questions; `then` is called where the thing was done."""

        def answered(done: Done | None) -> None:
            if done is not None:
                then(done)

        self.app.push_screen(Form(ask, nullcontext), answered)

    def read(self, done: Done) -> None:
        """What came of it, to read; Esc comes back here."""
        said = [*done.result, "", say("secretary.same", command=done.command)]
        head = lambda _help, cells: self.titled(say("work.start.done"), cells)  # noqa: E731
        self.app.push_screen(HelpScreen(head, "\n".join(said)))
