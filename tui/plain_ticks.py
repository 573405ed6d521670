"""A vote by ticks line by line."""

from __future__ import annotations

from collections.abc import Callable

from tui.paper import material
from tui.plain import Plain
from tui.plain_case import CaseTalk
from tui.sitting import wording
from tui.voting import Voting
from words import Bad, say

MENU = ("show_all", "tick", "abstain", "read", "recuse", "find", "review", "undo", "redo",
        "submit", "leave")  # fmt: skip


class PlainTicks(Plain):
    """The menu of a vote. `Plain` has what is the same when scoring."""

    entries, words = MENU, "ticks.menu"

    @property
    def voting(self) -> Voting:
        return Voting(self.sitting)

    def greeting(self) -> str:
        return say(
            "ticks.plain.hello",
            award=wording(self.sitting.name),
            stage=wording(self.sitting.stage.name),
            judge=self.sitting.desk.judge.name,
        )

    def _where(self) -> None:
        self.talk.tell("\n" + self.voting.counts())
        if self.sitting.sealed:
            self.talk.tell(say("ticks.sealed"))
        elif self.voting.secret:
            self.talk.tell(say("ticks.secret"))

    def line(self, case: str) -> str:
        one, voting = self.sitting.case(case), self.voting
        marks = (f"{voting.mark(case, q)} {voting.name(q)}".strip() for q in voting.questions)
        return "  ".join(part for part in (*marks, case, one.title, one.unit) if part)

    # --- the lines of the menu ---------------------------------------------------------

    def tick(self) -> None:
        self._toggle(self.voting.tick)

    def abstain(self) -> None:
        self._toggle(self.voting.abstain)

    def _toggle(self, act: Callable[[str, str], str]) -> None:
        """Ask on which question and for which cases; each is said as it is done."""
        if self.sitting.sealed:
            self.talk.tell(say("ticks.sealed"))
            return
        question = self._question()
        for case in self._cases() if question else ():
            try:
                self.talk.tell(act(case, question))
            except Bad as bad:
                self.talk.tell(str(bad))

    def _question(self) -> str:
        """The only one, or the tier that is asked for; empty: back."""
        if not self.voting.per_tier:
            return self.voting.questions[0]
        self.talk.tell(say("ticks.plain.tier"))
        names = [f"{self.voting.name(q)}  {self.voting.count(q)}" for q in self.voting.questions]
        choice = self.talk.choose([*names, say("ticks.plain.back")])
        return self.voting.questions[choice - 1] if choice else ""

    def _cases(self) -> list[str]:
        found = []
        for typed in self.talk.ask(say("ticks.plain.cases")).split():
            if number := self.number(typed):
                found.append(number)
            else:
                self.talk.tell(say("plain.no_case", case=typed))
        return found

    def read(self) -> None:
        for case in self._cases():
            self.sitting.desk.remember(case)
            self.talk.tell(self.line(case))
            self.talk.tell(material(self.sitting.whole(case)))

    def recuse(self) -> None:
        for case in self._cases()[:1]:
            CaseTalk(self.sitting, self.talk, case).recuse()

    def review(self) -> None:
        """The whole ballot as it will be submitted."""
        for question in self.voting.questions:
            self.talk.tell(f"{self.voting.name(question)} {self.voting.count(question)}".strip())
            self._list(self.voting.ticked(question), "ticks.review.none")
        for name in ("abstained", "recused"):
            if cases := getattr(self.voting, name)():
                self.talk.tell(say(f"ticks.review.{name}"))
                self._list(cases, "")

    def _list(self, cases: list[str], none: str) -> None:
        for case in cases:
            self.talk.tell("  " + self.line(case))
        if not cases:
            self.talk.tell("  " + say(none))

    def unfinished(self) -> str:
        return self.voting.lacking()

    def _receipt(self) -> None:
        """Of a secret ballot the receipt is told once, and later only that there is one."""
        ballot = self.sitting.desk.submitted
        if not self.voting.secret or ballot is None:
            super()._receipt()
            return
        known = "secret" if ballot.receipt else "voted"
        text = say(f"ticks.receipt.{known}", judge=self.sitting.desk.judge.name)
        self.talk.tell(text.replace("@code@", ballot.receipt))

    def submit_text(self) -> str:
        kind = "secret" if self.voting.secret else "own" if self.revise else "text"
        return say(f"ticks.submit.{kind}", counts=self.voting.counts())
