"""The judge's word on the cases that were changed after they were scored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.sitting import Sitting

if TYPE_CHECKING:
    from exchange.carrying import Asked
    from exchange.earlier import Earlier


class Confirming:
    """Which cases still wait, and the two answers. `version` is the slate's number now.

    `fresh`: the earlier draft was taken over at this very start, so the judge has not heard of it.
    """

    def __init__(self, earlier: Earlier, version: int, *, fresh: bool = False) -> None:
        self._earlier, self.version, self.fresh = earlier, version, fresh
        self.carried = earlier.carried

    def pending(self) -> tuple[Asked, ...]:
        return self._earlier.pending()

    @staticmethod
    def keepable(one: Asked) -> bool:
        """Whether there is anything that can be kept."""
        return bool(one.old or one.recused)

    def keep(self, sitting: Sitting, one: Asked) -> None:
        """Write the old scores as if typed just now: Ctrl+Z takes them back in one step."""
        for criterion, cell in one.old.items():
            sitting.set_cell(one.case, criterion, cell, run=("kept", one.case))
        if one.recused:
            sitting.recuse(one.case, one.recused)
        self._earlier.settle(one.case, kept=True)

    def anew(self, one: Asked) -> None:
        """The old scores no longer stand; the case is scored in the list."""
        self._earlier.settle(one.case, kept=False)
