"""Pages that carry a secret on paper: a judge's code letter, the recovery sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from award.folder import Award
from award.keys import Held
from award.pages import facts, page, paragraph, steps
from award.rounds import round_name
from db.receipts import groups
from db.records import Judge
from exchange.codes import format_code
from exchange.objects import PacketHeader
from exchange.places import ballot_name, packet_name
from scoring.rules import Rules
from words import pick, say


@dataclass(frozen=True)
class Letter:
    """What a code letter says."""

    award: Award
    judge: Judge
    header: PacketHeader
    code: str
    held: Held | None


def letter_page(letter: Letter) -> str:
    """The code letter: the code, what to compare, what to do."""
    header, name = letter.header, letter.award.rules.name
    packet = packet_name(header)
    code = say("letter.code")
    rows = [
        (say("letter.award"), pick((name.zh, name.en))),
        *stage_row(letter.award.rules, header.stage),
        (say("letter.judge"), f"{letter.judge.name} ({letter.judge.id})"),
        (code, format_code(letter.code)),
        (say("letter.packet"), packet),
        (say("letter.slate"), f"{groups(header.slate)} (v{header.version})"),
    ]
    if letter.held:
        rows.append((say("letter.key"), letter.held.award_print))
    if letter.award.rules.deadline:
        rows.append((say("letter.deadline"), letter.award.rules.deadline))
    rows.append((say("letter.mode"), say(f"letter.mode.{header.mode}")))
    ballot = ballot_name(header, 1)
    told = [
        say(f"letter.step{n}", packet=packet, ballot=ballot, hash=groups(header.slate))
        for n in range(1, 6)
    ]
    keep = paragraph(say("letter.keep"), "small")
    back = paragraph(say(f"letter.back.{header.mode}"), "small")
    return page(say("letter.title"), facts(rows, large=code), steps(told), back, keep)


def stage_row(rules: Rules, stage: str) -> list[tuple[str, str]]:
    """Which stage it is about, where the award has several."""
    return [(say("letter.stage"), round_name(rules, stage))] if rules.chain else []


def recovery_page(award: Award, held: Held, sheet: Sequence[str]) -> str:
    """The recovery sheet: the opening key itself, to be printed, sealed and put away."""
    name = award.rules.name
    rows = [
        (say("letter.award"), pick((name.zh, name.en))),
        (say("letter.opening"), held.opening_print),
    ]
    numbered = [f"{n:02}: {group}" for n, group in enumerate(sheet, 1)]
    lines = [
        paragraph("   ".join(numbered[i : i + 2]), "groups") for i in range(0, len(numbered), 2)
    ]
    told = [say(f"letter.recovery.step{n}") for n in range(1, 4)]
    return page(say("letter.recovery.title"), facts(rows), *lines, steps(told))


def recovery_lines(sheet: Sequence[str]) -> list[str]:
    """The groups, numbered, two on a line."""
    numbered = [f"{n:02}: {group}" for n, group in enumerate(sheet, 1)]
    return ["   ".join(numbered[i : i + 2]) for i in range(0, len(numbered), 2)]
