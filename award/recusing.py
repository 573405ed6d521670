"""The secretary enters that one judge does not score one case."""

from __future__ import annotations

from award.folder import Award
from db.records import Recusal
from words import Bad


def recuse(award: Award, judge: str, case: str, reason: str) -> bool:
    """Whether it is new: the same recusal again adds nothing.

    Raises E-NOREASON, or every mistake at once (E-JUDGEUNKNOWN, E-CASEUNKNOWN, E-TOOLONG ...).
    """
    if not reason.strip():
        raise Bad("E-NOREASON")
    return bool(award.store.add_recusals([Recusal(judge, case, reason, "", "")]).new)
