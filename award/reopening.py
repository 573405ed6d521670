"""Send a ballot that was handed in on this computer back to its judge."""

from __future__ import annotations

from award.folder import Award
from award.rounds import require_not_passed, round_of


def reopen(award: Award, judge: str, reason: str, by: str) -> None:
    """Raises E-JUDGEUNKNOWN, E-NOBALLOT, E-REASON, and E-STAGE-PASSED once a later round stands
    on this ballot.
    """
    award.store.judge(judge)
    require_not_passed(award, round_of(award, judge))
    award.store.reopen(judge, reason, by)
