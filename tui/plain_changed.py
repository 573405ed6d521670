"""Changed cases line by line: what changed, the old scores, keep or score anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.confirming import Confirming
from tui.paper import material
from tui.plain_talk import Talk
from tui.sitting import Sitting
from tui.slate_words import old_scores, reasons, summary
from words import say

if TYPE_CHECKING:
    from exchange.carrying import Asked


class ConfirmTalk:
    """Ask about every case that waits; the judge may leave the rest for later."""

    def __init__(self, sitting: Sitting, talk: Talk, confirming: Confirming) -> None:
        self.sitting, self.talk, self.confirming = sitting, talk, confirming

    def ask(self) -> None:
        waiting = self.confirming.pending()
        if not waiting and not self.confirming.fresh:
            return
        for line in summary(self.confirming.carried, self.confirming.version):
            self.talk.tell(line)
        for one in waiting:
            self._show(one)
            if not self._answered(one):
                return
        if waiting:
            self.talk.tell(say("slate.done"))

    def _show(self, one: Asked) -> None:
        case = self.sitting.case(one.case)
        self.talk.tell(f"\n{say('tui.case')} {case.number}  {case.title}  {case.unit}")
        self.talk.tell(say("slate.why"))
        for line in reasons(self.sitting, one):
            self.talk.tell(f"  {line}")
        self.talk.tell(say("slate.old"))
        for line in old_scores(self.sitting, one):
            self.talk.tell(f"  {line}")

    def _answered(self, one: Asked) -> bool:
        """Until it is answered; False: later."""
        acts = ["anew", "read"]
        if self.confirming.keepable(one):
            acts.insert(0, "keep")
        while choice := self.talk.choose([say(f"slate.do.{act}") for act in (*acts, "later")]):
            act = acts[choice - 1]
            if act == "read":
                self.talk.tell(material(self.sitting.whole(one.case)))
            elif act == "keep":
                self.confirming.keep(self.sitting, one)
                return True
            else:
                self.confirming.anew(one)
                return True
        return False
