"""What every screen of a vote by ticks has: the vote, what it lacks, its own help."""

from __future__ import annotations

from tui.screens.base import BaseScreen
from tui.sitting import Sitting, wording
from tui.voting import Voting
from words import say


class TickBase(BaseScreen):
    help_topic = "list"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.voting = Voting(sitting)

    @property
    def vote_name(self) -> str:
        """The award and, where its name does not say it already, the stage that is voted on."""
        name, stage = wording(self.sitting.name), wording(self.sitting.stage.name)
        secret = say("ticks.secret") if self.voting.secret else ""
        return "   ".join(filter(None, (name, "" if name.endswith(stage) else stage, secret)))

    def submit_why(self) -> str:
        return self.sealed_why() or self.voting.lacking()

    def help_text(self) -> str:
        return f"{say(f'ticks.help.{self.help_topic}')}\n\n{say('tui.help.everywhere')}"

    def tick(self, case: str, question: str, *, abstain: bool = False) -> None:
        """Tick a case or take the tick away, and say how many there are now."""
        act = self.voting.abstain if abstain else self.voting.tick
        said: list[str] = []
        if self.attempt(lambda: said.append(act(case, question))):
            self.attempt(lambda: self.sitting.desk.remember(case))
            self.again()
            self.tell(said[0])
