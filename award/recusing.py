"""The secretary enters that one judge does not score one case."""

from __future__ import annotations

from award.folder import Award
from award.persons import for_all_ids
from award.rounds import require_not_passed, round_of
from db.records import Recusal
from words import Bad


def recuse(award: Award, judge: str, case: str, reason: str) -> bool:
    """Whether it is new: the same recusal again adds nothing. It holds for every id of the person
    whose stage is not over.

    Raises E-NOREASON, E-STAGE-PASSED, or every mistake at once (E-JUDGEUNKNOWN, E-CASEUNKNOWN,
    E-TOOLONG ...).
    """
    if not reason.strip():
        raise Bad("E-NOREASON")
    require_not_passed(award, round_of(award, judge))
    rows = for_all_ids(award, [Recusal(judge, case, reason, "", "")])
    rows = [row for row in rows if row.judge == judge or not _over(award, row.judge)]
    return bool(award.store.add_recusals(rows).new)


def _over(award: Award, judge: str) -> bool:
    """Whether the stage of another id of the person is over: then it stays as it was."""
    try:
        require_not_passed(award, round_of(award, judge))
    except Bad:
        return True
    return False
