"""Line by line: two cases compared, the own order adjusted, the own distribution."""

from __future__ import annotations

from collections.abc import Callable

from tui.ink import safe
from tui.ordering import Order, Way
from tui.pairing import Pair, ranked, table
from tui.paper import material
from tui.plain_talk import Talk
from tui.sitting import Sitting, wording
from tui.spread import spread_lines
from words import say

ROOM = 60  # cells for the marks of a distribution


class PairTalk:
    """`line` gives one case on one line, `number` the case that was typed or an empty text."""

    def __init__(
        self,
        sitting: Sitting,
        talk: Talk,
        line: Callable[[str], str],
        number: Callable[[str], str],
    ) -> None:
        self.sitting, self.talk, self.line, self.number = sitting, talk, line, number

    def spread(self) -> None:
        """The judge's own totals by band: nobody else sees them."""
        self.talk.tell(f"{say('tui.panel.spread')} {say('tui.panel.yours')}")
        for text in spread_lines(self.sitting, ROOM):
            self.talk.tell(text)

    def compare(self) -> None:
        first = self._asked("plain.number")
        second = self._asked("pair.plain.second") if first else ""
        if second and second != first:
            self._compare((first, second))

    def _asked(self, question: str) -> str:
        typed = self.talk.ask(say(question))
        case = self.number(typed)
        if typed and not case:
            self.talk.tell(say("plain.no_case", case=typed))
        return case

    def _compare(self, pair: Pair) -> None:
        for case in pair:
            self.talk.tell(self.line(case))
        for row in table(self.sitting, pair):
            self.talk.tell("  ".join(row.split()))
        self.talk.tell(say("pair.plain.material"))
        if self.talk.choose([say("plain.yes"), say("plain.no")]) == 1:
            for case in pair:
                self.talk.tell(f"\n{self.line(case)}\n{material(self.sitting.whole(case))}")

    def order(self) -> None:
        """The own order; a case changes places by a mark that the judge picks."""
        order = Order(self.sitting)
        for case in order.cases:
            self.talk.tell(say("plain.ranked", rank=order.ranks[case], line=self.line(case)))
        case = "" if self.sitting.sealed else self._asked("pair.plain.which")
        if not case:
            return
        if case not in order.ranks:
            self.talk.tell(say("pair.order.why.none"))
            return
        ways = [say("pair.plain.way", case=safe(case)), say("pair.plain.back", case=safe(case))]
        choice = self.talk.choose([*ways, say("plain.no")])
        if choice:
            self._move(order, case, -1 if choice == 1 else 1)

    def _move(self, order: Order, case: str, step: int) -> None:
        pair = order.pair(case, step)
        if pair is None:
            self.talk.tell(say("pair.order.why.first" if step < 0 else "pair.order.why.last"))
            return
        upper, lower = pair
        self.talk.tell(say("pair.order.intro", upper=safe(upper), lower=safe(lower)))
        ways = order.ways(upper, lower)
        if not ways:
            self.talk.tell(say("pair.plain.none"))
            return
        self.talk.tell(say("pair.plain.ask"))
        choice = self.talk.choose([*map(_described, ways), say("plain.no")])
        if choice:
            self._change(ways[choice - 1])

    def _change(self, way: Way) -> None:
        self.sitting.set_cell(way.case, way.criterion.key, way.cell)
        rank = ranked(Order(self.sitting), way.case)
        changed = {"before": way.before, "after": way.after, "rank": rank}
        name = wording(way.criterion.name)
        self.talk.tell(say("pair.plain.done", case=safe(way.case), name=name, **changed))


def _described(way: Way) -> str:
    name = wording(way.criterion.name)
    marks = {"before": way.before, "after": way.after, "total": way.total}
    return say("pair.order.way", case=safe(way.case), name=name, **marks)
