"""Judges whom the rules name and the list of judges does not."""

from __future__ import annotations

from award.folder import Award
from words import Bad


def refuse_strangers(award: Award) -> None:
    """Raises E-SIDE-UNKNOWN for a weight of nobody: a slip of the pen would else go unseen."""
    known = {judge.id for judge in award.store.judges()}
    named = dict.fromkeys(judge for one in award.rules.stages for judge, _ in one.judge_weights)
    if strange := [judge for judge in named if judge not in known]:
        raise Bad("E-SIDE-UNKNOWN", table="judge_weights", names=", ".join(strange))
