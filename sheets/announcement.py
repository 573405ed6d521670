"""The announcement: which number a case is announced under, and the published text.

The number of an announcement counts within a tier and is no rank: by field order it says
nothing of merit. The text has the published form: two newlines, the title, the section heads,
then every case as one line and its paragraphs, each after a blank line, no newline at the end.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scoring.rules import Announce, Text, Tier
from sheets.numerals import chinese, english
from words import Bad, Problem, pick

SLOT = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True)
class Winner:
    """What numbering needs to know of one case that has a tier."""

    case: str
    tier: str
    rank: int
    field: str = ""


@dataclass(frozen=True)
class Announced:
    """One case as it is announced; `number` counts within its tier, from 1."""

    tier: str
    number: int
    unit: str
    title: str
    body: tuple[str, ...] = ()


def number_cases(winners: Iterable[Winner], announce: Announce) -> dict[str, int]:
    """The announcement number of every case, from 1 in each tier.

    By `rank`, or by `field`: the fields in the order the rules name them and within one
    field by rank; cases of fields that are not named follow together, by rank. Cases that
    share a rank at the end of the cascade stand in the order of their case numbers.
    """
    tiers: dict[str, list[Winner]] = defaultdict(list)
    for winner in winners:
        tiers[winner.tier].append(winner)
    ordered = (sorted(tier, key=lambda w: _place(w, announce)) for tier in tiers.values())
    return {winner.case: number for tier in ordered for number, winner in enumerate(tier, 1)}


def _place(winner: Winner, announce: Announce) -> tuple[int, int, int, str]:
    """What winners are sorted by. Shorter case numbers come first: 2, 10, 100."""
    known = announce.order == "field" and winner.field in announce.fields
    unnamed = len(announce.fields) if announce.order == "field" else 0
    group = announce.fields.index(winner.field) if known else unnamed
    return group, winner.rank, len(winner.case), winner.case


@dataclass(frozen=True)
class Block:
    """One paragraph of the announcement: `notice`, `title`, `head`, `case` or `text`."""

    kind: str
    text: str


def announcement_text(
    cases: Iterable[Announced],
    announce: Announce,
    tiers: Sequence[Tier],
    lang: str = "zh",
    notice: str = "",
) -> str:
    """The whole announcement. A tier nobody is in has no head; a `notice` stands before all.

    Raises E-ANNOUNCENUMBERS where the numbers of a tier are not 1, 2, 3 and so on, once each.
    """
    blocks = announcement_blocks(cases, announce, tiers, lang, notice)
    return "\n\n" + "\n\n".join(block.text for block in blocks)


def announcement_blocks(
    cases: Iterable[Announced],
    announce: Announce,
    tiers: Sequence[Tier],
    lang: str = "zh",
    notice: str = "",
) -> list[Block]:
    """The announcement paragraph by paragraph, for files that set each kind differently."""
    by_tier = _by_tier(cases, tiers)
    _check_numbers(by_tier)
    blocks = [Block("notice", notice)] * bool(notice)
    blocks.append(Block("title", _words(announce.title, lang)))
    heads = (_head(tier, len(members), announce, lang) for tier, members in by_tier)
    blocks += [Block("head", head) for head in heads]
    for tier, members in by_tier:
        for case in _printed_order(members, announce):
            blocks.append(Block("case", _line(case, tier, announce, lang)))
            blocks += [Block("text", text) for text in _paragraphs(case.body)]
    return blocks


def _by_tier(
    cases: Iterable[Announced], tiers: Sequence[Tier]
) -> list[tuple[Tier, list[Announced]]]:
    members = sorted(cases, key=lambda case: case.number)
    grouped = [(tier, [case for case in members if case.tier == tier.key]) for tier in tiers]
    return [(tier, group) for tier, group in grouped if group]


def _check_numbers(by_tier: Iterable[tuple[Tier, Sequence[Announced]]]) -> None:
    problems = []
    for tier, members in by_tier:
        have = Counter(case.number for case in members)
        wrong = sorted((have - Counter(range(1, len(members) + 1))).elements())
        if wrong:
            params = {"count": len(members), "numbers": ", ".join(map(str, wrong))}
            problems.append(Problem("E-ANNOUNCENUMBERS", _words(tier.name), params))
    if problems:
        raise Bad.of(problems)


def _printed_order(members: Sequence[Announced], announce: Announce) -> list[Announced]:
    if announce.sequence == "in_order":
        return list(members)
    return sorted(members, key=lambda case: (case.number % 2 == 0, case.number))


def _head(tier: Tier, count: int, announce: Announce, lang: str) -> str:
    numeral = chinese(count) if lang == "zh" else english(count)
    head = _two(announce.head) if lang == "zh" and count == 2 else announce.head
    return _fill(head, lang, count=numeral, tier=_words(tier.name, lang))


def _two(head: Text) -> Text:
    """Two before 大 is 两, as people say it; elsewhere the numeral stays 二."""
    return Text(_words(head, "zh").replace("{count}大", "两大"), head.en)


def _line(case: Announced, tier: Tier, announce: Announce, lang: str) -> str:
    numeral = chinese(case.number) if lang == "zh" else str(case.number)
    label = _fill(announce.label, lang, tier=_words(tier.name, lang), number=numeral)
    return _fill(announce.line, lang, label=label, unit=case.unit, title=case.title)


def _paragraphs(body: Iterable[str]) -> list[str]:
    """Every line that is not blank is a paragraph, its text untouched."""
    return [line for text in body for line in text.split("\n") if line.strip()]


def _fill(pattern: Text, lang: str, **values: str) -> str:
    """The pattern with its slots filled once, literally: `{title}` within a title stays."""
    slots: Mapping[str, str] = values
    return SLOT.sub(lambda found: slots.get(found[1], found[0]), _words(pattern, lang))


def _words(text: Text, lang: str | None = None) -> str:
    return pick((text.zh, text.en), lang)
