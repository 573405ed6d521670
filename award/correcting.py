"""Corrections of single marks, for the listed reasons only (规则第24条).

A correction sends the judge's ballot back for one cell. The judge enters the mark and hands a
new revision in; the old one stays. A ranking refuses a revision that changes more than was
sent back, however it came.
"""

from __future__ import annotations

from typing import get_args

from award.correction_scope import beyond
from award.folder import Award
from award.log_sentences import name_of_criterion
from award.rounds import require_not_passed, round_of
from db import corrections
from db.reader import Reader
from db.records import Ballot, Correction, CorrectionKind
from scoring.cells import State
from words import Bad, say

KINDS: tuple[CorrectionKind, ...] = get_args(CorrectionKind)


def correct(award: Award, one: Correction) -> Correction:
    """Send one mark back to its judge; what is returned names the revision.

    A second correction of the same revision is added to the first. Raises E-JUDGEUNKNOWN,
    E-CASEUNKNOWN, E-STAGE-PASSED, E-NOBALLOT, E-CORRECTION-CELL or E-TOOLONG; nothing is sent
    back then.
    """
    award.store.judge(one.judge)
    award.store.nomination(one.case)
    require_not_passed(award, round_of(award, one.judge))
    ballot = _ballot_of(award, one.judge)
    _require_cell(ballot, one)
    full = Correction(
        one.judge, ballot.revision, one.case, one.criterion, one.kind, one.note, one.by
    )
    detail = {"revision": full.revision, "case": full.case, "criterion": full.criterion,
              "reason": full.kind, "note": full.note}  # fmt: skip
    award.store.add_document(
        corrections.KIND, full.judge, corrections.pack(full), detail=detail, actor=full.by
    )
    if not ballot.reopened:
        award.store.reopen(full.judge, reason_words(award, full), full.by)
    return full


def in_words(award: Award, one: Correction) -> dict[str, str]:
    """What was sent back and why, as people call it."""
    return {
        "judge": one.judge,
        "case": one.case,
        "criterion": name_of_criterion(award, one.criterion),
        "why": say(f"correction.{one.kind}"),
    }


def reason_words(award: Award, one: Correction) -> str:
    """`更正案例 005 的“实际成效”：超出分值范围。……` for the log and the screens."""
    return say("correction.reason", note=one.note, **in_words(award, one))


def _ballot_of(award: Award, judge: str) -> Ballot:
    """The last ballot, also where it is sent back already for another correction."""
    mine = [one for one in award.store.all_ballots() if one.judge == judge]
    last = mine[-1] if mine else None
    named = {(one.judge, one.revision) for one in award.store.corrections()}
    if last is None or (last.reopened and (judge, last.revision) not in named):
        raise Bad("E-NOBALLOT", judge=judge)
    return last


def _require_cell(ballot: Ballot, one: Correction) -> None:
    cells = next((entry.cells for entry in ballot.entries if entry.case == one.case), {})
    scored = [key for key, cell in cells.items() if cell.state is State.SCORED]
    if one.criterion not in scored:
        known = ", ".join(scored) or "-"
        about = {"judge": one.judge, "case": one.case, "criterion": one.criterion}
        raise Bad("E-CORRECTION-CELL", **about, known=known)


# -- what a new revision may change ------------------------------------------------------------


def refuse_beyond_correction(store: Reader) -> None:
    """Raises E-CORRECTION-SCOPE for every revision that changes more than was sent back."""
    recorded = store.corrections()
    if recorded and (problems := list(beyond(recorded, store.all_ballots()))):
        raise Bad.of(problems)
