"""The judge's whole job line by line: for screen readers and for terminals that cannot do more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from db.records import Ballot
from scoring.rules import Rules
from tui.confirming import Confirming
from tui.desk_shape import Change, Desk
from tui.entry import half_width, random_code
from tui.overview import Overview
from tui.papers import Papers, no_papers
from tui.plain_case import CaseTalk
from tui.plain_changed import ConfirmTalk
from tui.plain_pair import PairTalk
from tui.plain_talk import Left, Talk
from tui.sitting import Sitting, wording
from words import Bad, say, use
from words.text import moment

MENU = ("go_on", "show_all", "open", "find", "review", "undo", "redo", "submit", "compare", "order",
        "spread", "leave")  # fmt: skip


def run(
    desk: Desk,
    rules: Rules,
    *,
    stdin: TextIO,
    stdout: TextIO,
    lang: str | None = None,
    new_code: Callable[[], str] = random_code,
    ballot_file: Callable[[Ballot], Path] | None = None,
    revise: Callable[[], object] | None = None,
    copy_ballot: Callable[[Ballot, str], Path] | None = None,
    save_receipt: Callable[[Ballot], Path] | None = None,
    confirming: Confirming | None = None,
    papers: Papers = no_papers,
    now: Callable[[], str] | None = None,
) -> None:
    """Ask and answer until the judge leaves or the input ends. Every answer is saved at once.

    `ballot_file`, `revise`, `copy_ballot` and `confirming` are there on a judge's own computer;
    see `tui.app`.
    """
    use(lang)
    talk = Talk(stdin, stdout)
    try:
        sitting = Sitting(desk, rules, rules.title, rules.deadline)
        sitting.now = now
        plain = _menu_of(rules)(sitting, talk, new_code, ballot_file, revise, copy_ballot)
        plain.papers, plain.save_receipt = papers, save_receipt
        if confirming is not None and not sitting.sealed:
            ConfirmTalk(sitting, talk, confirming).ask()
        plain.menu()
    except Left:
        talk.tell()
    talk.tell(say("plain.bye"))


def _menu_of(rules: Rules) -> type[Plain]:
    """The menu of a score stage, or that of a vote."""
    if rules.approval is None:
        return Plain
    from tui.plain_ticks import PlainTicks

    return PlainTicks


class Plain:
    """The main menu; one method for each of its lines."""

    entries: tuple[str, ...] = MENU
    words = "plain.menu"
    papers: Papers = staticmethod(no_papers)
    save_receipt: Callable[[Ballot], Path] | None = None

    def __init__(
        self,
        sitting: Sitting,
        talk: Talk,
        new_code: Callable[[], str],
        ballot_file: Callable[[Ballot], Path] | None = None,
        revise: Callable[[], object] | None = None,
        copy_ballot: Callable[[Ballot, str], Path] | None = None,
    ) -> None:
        self.sitting, self.talk, self.new_code = sitting, talk, new_code
        self.ballot_file, self.revise, self.copy_ballot = ballot_file, revise, copy_ballot

    def menu(self) -> None:
        self.talk.tell(self.greeting())
        while True:
            self._where()
            choice = self.talk.choose([say(f"{self.words}.{name}") for name in self.entries])
            if choice == 0:
                return
            try:
                getattr(self, self.entries[choice - 1])()
            except Bad as bad:
                self.talk.tell(str(bad))

    def greeting(self) -> str:
        judge = self.sitting.desk.judge.name
        return say("plain.hello", award=wording(self.sitting.name), judge=judge)

    def _where(self) -> None:
        c = self.sitting.counts()
        counted = {"done": c.done, "open": c.open, "started": c.started, "recused": c.recused}
        self.talk.tell("\n" + say("tui.progress", **counted, total=c.total))
        if self.sitting.sealed:
            self.talk.tell(say("plain.sealed"))
        elif until := self.sitting.until(short=False):
            self.talk.tell(until)

    def line(self, case: str) -> str:
        """One case on one line."""
        sitting, one = self.sitting, self.sitting.case(case)
        doubt = say("tui.doubt") if sitting.answer(case).doubt else ""
        progress = sitting.progress(case)
        parts = (
            case,
            one.title,
            one.unit,
            sitting.mark_word(case),
            sitting.total(case),
            progress,
            say("tui.lacks.comment") if sitting.lacks_comment(case) else "",
            doubt,
        )
        return "  ".join(part for part in parts if part)

    # --- the lines of the menu ---------------------------------------------------------

    def go_on(self) -> None:
        case = self.sitting.resume()
        if case is None:
            self.talk.tell(say("plain.all_done"))
        else:
            self._case(case)

    def show_all(self) -> None:
        for case in self.sitting.cases:
            self.talk.tell(self.line(case.number))

    def open(self) -> None:
        typed = self.talk.ask(say("plain.number"))
        if case := self.number(typed):
            self._case(case)
        else:
            self.talk.tell(say("plain.no_case", case=typed))

    def number(self, typed: str) -> str:
        """The number of a case as it was typed, full-width or not; empty: there is none."""
        plain = "".join(map(half_width, typed))
        return plain if plain in self.sitting.place else ""

    def find(self) -> None:
        found = self.sitting.chosen("all", self.talk.ask(say("plain.search")))
        self.talk.tell(say("plain.found", n=len(found)))
        for case in found:
            self.talk.tell(self.line(case))

    def _case(self, case: str) -> None:
        CaseTalk(self.sitting, self.talk, case, self.papers).menu()

    def pair(self) -> PairTalk:
        return PairTalk(self.sitting, self.talk, self.line, self.number)

    def compare(self) -> None:
        self.pair().compare()

    def order(self) -> None:
        self.pair().order()

    def spread(self) -> None:
        self.pair().spread()

    def review(self) -> None:
        """Hints first, then the judge's own order, best first."""
        overview = Overview(self.sitting)
        asked, rest = overview.rows
        for row in asked:
            self.talk.tell(self.line(row.case))
            self.talk.tell("  " + overview.explained(row))
        for row in rest:
            self.talk.tell(say("plain.ranked", rank=row.rank or "-", line=self.line(row.case)))
        self._dismiss([(row.case, row.hint.key) for row in asked if row.hint])

    def _dismiss(self, hints: list[tuple[str, str]]) -> None:
        """Offer to put the questions away that have been looked at."""
        if not hints or self.sitting.sealed:
            return
        self.talk.tell(say("plain.dismiss"))
        if self.talk.choose([say("plain.yes"), say("plain.no")]) == 1:
            for case, key in hints:
                self.sitting.dismiss(case, key, True)

    def undo(self) -> None:
        self._tell_change("tui.undone", "tui.why.no_undo", self.sitting.undo())

    def redo(self) -> None:
        self._tell_change("tui.redone", "tui.why.no_redo", self.sitting.redo())

    def _tell_change(self, said: str, none: str, change: Change | None) -> None:
        if change is None:
            self.talk.tell(say(none))
            return
        names = {c.key: wording(c.name) for c in self.sitting.criteria}
        what = names.get(change.what) or say(f"tui.field.{change.field}")
        self.talk.tell(say(said, case=change.case, what=what))

    def submit(self) -> None:
        """Four digits to type, as on the screen; anything else goes back."""
        if self.sitting.sealed:
            self._receipt()
            self._offer_revision()
        elif unfinished := self.unfinished():
            self.talk.tell(unfinished)
        else:
            self._submit()

    def unfinished(self) -> str:
        """What still wants an answer, in lines; empty: nothing."""
        cases = self.sitting.chosen("open")
        lines = (say("tui.why.gaps", n=len(cases)), *map(self.line, cases))
        return "\n".join(lines) if cases else ""

    def submit_text(self) -> str:
        c = self.sitting.counts()
        text = "tui.submit.own" if self.revise else "tui.submit.text"
        return say(text, done=c.done, recused=c.recused, open=c.unfinished)

    def _submit(self) -> None:
        code = self.new_code()
        self.talk.tell(self.submit_text())
        typed = "".join(map(half_width, self.talk.ask(say("plain.code", code=" ".join(code)))))
        if typed.replace(" ", "") != code:
            self.talk.tell(say("plain.not_submitted"))
            return
        self.sitting.desk.submit()
        self._receipt()

    def _offer_revision(self) -> None:
        if self.revise is None:
            return
        self.talk.tell(say("plain.revise"))
        if self.talk.choose([say("plain.yes"), say("plain.no")]) == 1:
            self.revise()

    def _receipt(self) -> None:
        ballot = self.sitting.desk.submitted
        if ballot is not None:
            digits = ballot.receipt
            fours = " ".join(digits[i : i + 4] for i in range(0, len(digits), 4))
            self.talk.tell(say("plain.receipt", receipt=fours, at=moment(ballot.at)))
            if self.ballot_file is not None:
                self.talk.tell(say("plain.file", path=self.ballot_file(ballot)))
                self._offer_copy(ballot)
            elif self.save_receipt is not None:
                self._offer_page(ballot, self.save_receipt)

    def _offer_page(self, ballot: Ballot, save: Callable[[Ballot], Path]) -> None:
        self.talk.tell(say("plain.print"))
        if self.talk.choose([say("plain.yes"), say("plain.no")]) == 1:
            self.talk.tell(say("tui.receipt.saved", path=save(ballot)))

    def _offer_copy(self, ballot: Ballot) -> None:
        """Ask for a folder until one is good, or none is wanted."""
        while self.copy_ballot is not None:
            folder = self.talk.ask(say("receipt.copy.line"))
            if not folder:
                return
            try:
                self.talk.tell(say("receipt.copied", path=self.copy_ballot(ballot, folder)))
                return
            except Bad as bad:
                self.talk.tell(str(bad))
