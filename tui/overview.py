"""The rows of the overview before submitting: what to look at again first, the rest by total."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from scoring.review import Hint
from tui.ink import safe
from tui.ordering import Order
from tui.sitting import Sitting, wording
from words import say

ASKED = {"outlier": "check", "tie": "tie"}  # hints that can be dismissed
HINTED = ("check", "tie", "doubt")  # kinds that ask, and never block
KINDS = ("unfinished", "check", "tie", "doubt", "recused")  # in the order of the list


@dataclass(frozen=True)
class Row:
    """One case; `kind` is why it is looked at, empty where there is no reason."""

    case: str
    rank: int | None
    kind: str = ""
    hint: Hint | None = None


class Overview:
    """Built anew whenever something has changed; asks the figures once.

    With `waiting` it holds nothing: what is shown while a long one is being made.
    """

    def __init__(self, sitting: Sitting, *, waiting: bool = False) -> None:
        self.sitting, self.waiting = sitting, waiting
        self.ranks: Mapping[str, int] = {}
        self._hints: dict[str, list[Hint]] = {}
        if not waiting:
            self._ask(sitting)

    def _ask(self, sitting: Sitting) -> None:
        answers = sitting.answers()
        self.ranks = sitting.figures.ranks(answers)
        for hint in sitting.figures.hints(answers):
            if hint.kind in ASKED and hint.key not in sitting.desk.dismissed(hint.case):
                self._hints.setdefault(hint.case, []).append(hint)

    @cached_property
    def order(self) -> Order:
        """Who stands next to whom."""
        return Order(self.sitting, self.ranks)

    @cached_property
    def rows(self) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
        """Rows to look at again, and the others, best first."""
        cases = () if self.waiting else self.sitting.cases
        rows = [self._row(case.number) for case in cases]
        asked = [row for row in rows if row.kind]
        asked.sort(key=lambda row: (KINDS.index(row.kind), row.rank or 0))
        rest = [row for row in rows if not row.kind]
        rest.sort(key=lambda row: row.rank or 0)
        return tuple(asked), tuple(rest)

    @classmethod
    def whole(cls, sitting: Sitting) -> Overview:
        """With its rows worked out; for thousands of cases that takes a moment."""
        made = cls(sitting)
        _ = made.rows, made.order
        return made

    def _row(self, case: str) -> Row:
        mark, rank = self.sitting.mark(case), self.ranks.get(case)
        if mark == "recused":
            return Row(case, None, "recused")
        if mark != "done":
            return Row(case, None, "unfinished")
        for kind in ("check", "tie"):
            for hint in self._hints.get(case, ()):
                if ASKED[hint.kind] == kind:
                    return Row(case, rank, kind, hint)
        return Row(case, rank, "doubt" if self.sitting.answer(case).doubt else "")

    def counted(self, kind: str) -> int:
        """How many rows have this reason; for ties, how many groups."""
        rows = [row for row in self.rows[0] if row.kind == kind]
        return len({row.rank for row in rows}) if kind == "tie" else len(rows)

    def explained(self, row: Row) -> str:
        """Why the row is in the list, as a question, never as a reproach."""
        if row.kind == "unfinished":
            missing = self.sitting.missing(row.case)
            names = " ".join(wording(c.name) for c in missing)
            return say("tui.hint.unfinished", n=len(missing), names=names)
        if row.kind == "recused":
            recused = self.sitting.answer(row.case).recused
            return say("tui.hint.recused", why=safe(recused.reason if recused else ""))
        if row.kind == "doubt":
            return say("tui.hint.doubt")
        return self._question(row.hint) if row.hint else ""

    def _question(self, hint: Hint) -> str:
        if hint.kind == "tie":
            others = " ".join(safe(case) for case in hint.cases if case != hint.case)
            return say("tui.hint.tie", cases=others, total=self.sitting.total(hint.case))
        points = self.sitting.figures.points
        low, high, own = hint.low or 0, hint.high or 0, hint.points or 0
        names = {c.key: wording(c.name) for c in self.sitting.criteria}
        key = "tui.hint.low" if own < low else "tui.hint.high"
        return say(
            key, name=names[hint.criteria[0]], own=points(own), low=points(low), high=points(high)
        )
