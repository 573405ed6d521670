"""What the secretary does next: found from what was done so far, never asked."""

from __future__ import annotations

from typing import Literal

from award.dashboard import TROUBLE, Dashboard
from award.folder import ARCHIVE, Award
from award.freezing import require_frozen
from award.issuing import current_issue
from award.keys import held_keys, is_drilled
from award.opening import sealed_ballots
from award.rounds import following, judges_of, round_on
from award.rounds_view import round_shown
from words import Bad

Step = Literal[
    "import", "judges", "freeze", "keys", "drill", "issue", "settle", "collect", "score",
    "close", "ranking", "final", "export", "archive", "done",
]  # fmt: skip

HERE = ("working", "in", "back")  # judges who score on this computer


def next_step(award: Award, board: Dashboard) -> Step:
    """The next step of the work, for an award whose ballots travel or are given here."""
    if not board.cases:
        return "import"
    if not board.judges:
        return "judges"
    here = not board.travels and any(one.where in HERE for one in board.judges)
    if not here and not board.closed and (step := _handing_out(award)):
        return step
    return _coming_back(board) or _next_round(award, board) or _result(award, board)


def _handing_out(award: Award) -> Step | None:
    """Until every judge of the round has a packet of the slate that holds."""
    stage = round_shown(award)
    try:
        found = require_frozen(award, stage)
    except Bad:
        return "freeze"
    if found.slate.mode == "sealed":
        held = held_keys(award)
        if held is None:
            return "keys"
        if not is_drilled(award, held):
            return "drill"
    gone = award.store.withdrawals()
    staying = [one.id for one in judges_of(award, found.slate.stage) if one.id not in gone]
    packets = [current_issue(award, judge) for judge in staying]
    whole = all(packet and packet.slate == found.hash for packet in packets)
    return None if whole else "issue"


def _coming_back(board: Dashboard) -> Step | None:
    """Until everything is in, and closed where it travels."""
    if board.closed:
        return None
    if any(line.where in TROUBLE and line.where != "back" for line in board.judges):
        return "settle"
    if board.missing:
        return "collect" if board.travels else "score"
    return "close" if board.travels else None


def _next_round(award: Award, board: Dashboard) -> Step | None:
    """In a chain: the round that was closed is opened, then the next one is frozen."""
    if not (award.rules.chain and board.travels and following(award.rules, round_on(award))):
        return None
    return "ranking" if sealed_ballots(award, [round_on(award)]) else "freeze"


def _result(award: Award, board: Dashboard) -> Step:
    """From the ranking to the archive."""
    final = [one.number for one in award.store.results() if one.kind == "final"]
    if not final:
        ranked = board.travels and not any(one.action == "open" for one in award.store.log())
        return "ranking" if ranked else "final"
    number = final[-1]
    written = [one.detail.get("result") for one in award.store.log() if one.action == "export"]
    if number not in written:
        return "export"
    there = award.folder / ARCHIVE / f"{award.rules.award}-{number}-public" / "manifest.json"
    return "done" if there.exists() else "archive"
