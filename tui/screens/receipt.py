"""After submitting: the receipt, to copy by hand, to print, to keep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Middle
from textual.content import Content

from db.records import Ballot
from tui.ink import rule, safe
from tui.keys import digit_keys
from tui.screens.base import BaseScreen
from tui.screens.dialogs import CopyDialog, ReviseDialog
from tui.sitting import Sitting
from tui.voting import Voting
from tui.widgets.key_bar import Key
from tui.widgets.line import Line
from tui.wrap import wrap
from words import say
from words.text import moment


def in_fours(digits: str) -> str:
    """`48219930...` as `4821 9930 ...`, for reading aloud."""
    return " ".join(digits[i : i + 4] for i in range(0, len(digits), 4))


class ReceiptScreen(BaseScreen):
    help_topic = "receipt"
    BINDINGS = [
        Binding(digit_keys(1), "print", show=False, id="receipt.print"),
        Binding(digit_keys(2), "second", show=False, id="receipt.second"),
        Binding(digit_keys(3), "third", show=False, id="receipt.third"),
        Binding(digit_keys(4), "revise", show=False, id="receipt.revise"),
        Binding("enter", "view", show=False, id="receipt.enter"),
    ]

    def __init__(self, sitting: Sitting, ballot: Ballot) -> None:
        super().__init__(sitting)
        self.ballot = ballot
        self._where = ""

    def on_mount(self) -> None:
        """Say where the sealed file is, or why it could not be written this time."""
        place = self.judge_app.ballot_file
        if place is not None:
            self.attempt(lambda: self._found(str(place(self.ballot))))

    def _found(self, path: str) -> None:
        self._where = path
        self.query_one("#receipt", Line).fit()

    def compose(self) -> ComposeResult:
        with Middle():
            yield Line(self._draw, id="receipt")
        yield Line(rule)
        yield from self.foot()

    def _draw(self, cells: int) -> Content:
        named = {
            "judge": safe(self.sitting.desk.judge.name),
            "at": safe(moment(self.ballot.at)),
        }
        text = self._ticked(named) if self.sitting.rules.approval else self._scored(named)
        before, after = text.split("@code@")
        return Content.assemble(
            before, (in_fours(safe(self.ballot.receipt)), "bold $primary"), after, self._file(cells)
        )

    def _scored(self, named: Mapping[str, str]) -> str:
        scored = sum(not entry.recusal for entry in self.ballot.entries)
        recused = len(self.ballot.entries) - scored
        n = self.ballot.revision
        revision = say("tui.receipt.revision", n=n) if n > 1 else ""
        return say("tui.receipt", **named, scored=scored, recused=recused, revision=revision)

    def _ticked(self, named: Mapping[str, str]) -> str:
        if Voting(self.sitting).secret:
            known = "secret" if self.ballot.receipt else "voted"
            return say(f"ticks.receipt.{known}", judge=named["judge"])
        return say("ticks.receipt", **named, counts=Voting(self.sitting).counts())

    def _file(self, cells: int) -> str:
        """The ballot file's place, however long, on lines of its own."""
        if not self._where:
            return ""
        texts = say("tui.receipt.file"), safe(self._where)
        lines = (line for text in texts for line in wrap(text, max(cells - 4, 20)))
        return "\n".join(("\n", *(f"    {line}" for line in lines)))

    def keys(self) -> Sequence[Key]:
        word = say("ticks.do.view" if self.sitting.rules.approval else "tui.do.view")
        view = ("3", word, "third") if self._own else ("2", word, "second")
        copy = (Key("2", say("receipt.do.copy"), "second"),) if self._own else ()
        revise = (Key("4", say("tui.do.revise"), "revise"),) if self.judge_app.revise else ()
        return (
            Key("1", say("tui.do.print"), "print", self.why_not("print")),
            *copy,
            Key(*view, self.why_not("view")),
            *revise,
            Key("Esc", say("tui.do.leave"), "back"),
            Key("F1", say("tui.do.help"), "help"),
        )

    @property
    def _own(self) -> bool:
        """On the judge's own computer, where there is a ballot file."""
        return self.judge_app.copy_ballot is not None

    @property
    def _secret(self) -> bool:
        rule = self.sitting.rules.approval
        return rule is not None and rule.secret

    def why_not(self, action: str) -> str:
        views = "third" if self._own else "second"
        if self._secret and action in {"print", "view", views}:
            return say("ticks.why.secret" if action == "print" else "ticks.why.gone")
        if action == "print" and self.judge_app.save_receipt is None:
            return say("tui.why.no_print")
        return super().why_not(action)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is no third thing, and no fourth, away from the judge's own computer."""
        absent = {"third": not self._own, "revise": self.judge_app.revise is None}
        return False if absent.get(action) else super().check_action(action, parameters)

    def action_print(self) -> None:
        save = self.judge_app.save_receipt
        if save is not None:
            self.attempt(
                lambda: self.tell(say("tui.receipt.saved", path=safe(str(save(self.ballot)))))
            )

    def action_second(self) -> None:
        if self._own:
            self.action_copy()
        else:
            self.action_view()

    def action_third(self) -> None:
        if self._own:
            self.action_view()

    def action_copy(self) -> None:
        """Ask where to; a folder that is refused is asked for again."""
        copy = self.judge_app.copy_ballot
        if copy is not None:
            self.app.push_screen(CopyDialog(partial(copy, self.ballot)), self._copied)

    def _copied(self, path: str | None) -> None:
        if path:
            self.tell(say("receipt.copied", path=safe(path)))

    def action_revise(self) -> None:
        """Asked first: what was handed in stays handed in until the next revision is."""
        if self.judge_app.revise is not None:
            self.app.push_screen(ReviseDialog(), self._revised)

    def _revised(self, answer: str | None) -> None:
        revise = self.judge_app.revise
        if answer and revise is not None and self.attempt(revise):
            self.judge_app.go_home().refill()

    def action_view(self) -> None:
        self.app.pop_screen()

    def action_back(self) -> None:
        self.judge_app.action_leave()
