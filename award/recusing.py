"""The secretary enters that one judge does not score one case."""

from __future__ import annotations

from award.folder import Award
from award.rounds import require_not_passed, round_of
from db.records import Recusal
from words import Bad


def recuse(award: Award, judge: str, case: str, reason: str) -> bool:
    """Whether it is new: the same recusal again adds nothing.

    Raises E-NOREASON, E-STAGE-PASSED, or every mistake at once (E-JUDGEUNKNOWN, E-CASEUNKNOWN,
    E-TOOLONG ...).
    """
    if not reason.strip():
        raise Bad("E-NOREASON")
    require_not_passed(award, round_of(award, judge))
    return bool(award.store.add_recusals([Recusal(judge, case, reason, "", "")]).new)
