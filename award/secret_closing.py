"""The end of a secret vote: who has not voted, what that means for the quorum, opening the box."""

from __future__ import annotations

from dataclasses import dataclass

from award.chain_words import ChainWords
from award.folder import Award
from award.published import sheet_of
from award.rounds import round_name
from award.secret import CLOSED, closed, members, seats, voted
from db.box import Box, Content
from db.rules_digest import digest_of
from files import canonical
from scoring.chain_rules import Stage
from words import Bad, say


@dataclass(frozen=True)
class Turnout:
    """Who has voted and who may still; `of` counts the quorum: also those who left are members."""

    voted: tuple[str, ...]
    waiting: tuple[str, ...]
    of: int
    quorum: bool


def turnout(award: Award, stage: Stage) -> Turnout:
    assert stage.approval is not None  # a vote has its rules
    there, of = voted(award, stage), len(seats(award, stage))
    waiting = tuple(judge for judge in members(award, stage) if judge not in there)
    return Turnout(there, waiting, of, stage.approval.quorum.reached(len(there), of))


def turnout_lines(award: Award, stage: Stage) -> list[str]:
    """Who has voted and who has not, never what; the quorum; whether the box is shut."""
    now, state = turnout(award, stage), "closed" if closed(award, stage) else "open"
    told = (("voted", now.voted), ("waiting", now.waiting))
    return [
        *(say(f"vote.line.{name}", list=", ".join(judges) or "-", count=len(judges))
          for name, judges in told),
        quorum_words(award, stage, now),
        say(f"vote.line.{state}", stage=round_name(award.rules, stage.key)),
    ]  # fmt: skip


def quorum_words(award: Award, stage: Stage, now: Turnout) -> str:
    """What the rules want of the number of voters, and whether it is there."""
    assert stage.approval is not None
    part = ChainWords(award.rules, None).majority(stage.approval.quorum)
    short = "failed" if closed(award, stage) else "short"
    key = "reached" if now.quorum else short
    return say(f"vote.quorum.{key}", part=part, voted=len(now.voted), members=now.of)


def close_vote(award: Award, stage: Stage, by: str, despite: str = "") -> tuple[int, bool]:
    """Take the ballots out of the box, all at once; how many, and whether it is new.

    `despite` is the written reason to do it although somebody has not voted. Raises E-VOTE-EMPTY,
    E-BOX-COUNT where the box does not hold one ballot for each who voted, E-STALE for a ballot
    given under other rules, E-VOTE-MISSING.
    """
    if done := closed(award, stage):
        Box(award.folder, stage.key).empty()
        return len(done.ballots), False
    box, now = Box(award.folder, stage.key), turnout(award, stage)
    held = box.read()
    _require_whole(award, stage, held, now, despite)
    ballots = [part.decode("ascii") for part in held.ballots]
    payload = canonical.dumps({"ballots": ballots, "void": sorted(held.void)})
    award.store.backup(CLOSED)
    detail: dict[str, object] = {"ballots": len(ballots), "void": len(held.void)}
    if now.waiting:
        detail |= {"missing": list(now.waiting), "reason": despite}
    award.store.add_document(CLOSED, stage.key, payload, number=1, detail=detail, actor=by)
    box.empty()
    return len(ballots), True


def _require_whole(award: Award, stage: Stage, held: Content, now: Turnout, despite: str) -> None:
    if not now.voted:
        raise Bad("E-VOTE-EMPTY", stage=stage.key)
    if len(held.ballots) != len(now.voted):
        raise Bad("E-BOX-COUNT", ballots=len(held.ballots), voters=len(now.voted))
    _refuse_stale(award, held)
    if now.waiting and not despite:
        raise Bad(
            "E-VOTE-MISSING",
            stage=round_name(award.rules, stage.key),
            count=len(now.waiting),
            list=", ".join(now.waiting),
            quorum=quorum_words(award, stage, now),
        )


def _refuse_stale(award: Award, held: Content) -> None:
    now = digest_of(award.rules)
    for part in held.ballots:
        was = sheet_of(part, "-").rules
        if was != now:
            raise Bad("E-STALE", judges="-", was=was[:8], now=now[:8])
