"""A paper for a secret vote, to print and copy: the same for every judge, with nobody's name.

Whose recusals are whose is not on it: a struck-out case would tell whose paper it is.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

from award.chain_words import ChainWords
from award.entering import cases_seen
from award.folder import Award
from award.pages import facts, page, paragraph
from award.paper_pages import FOLDER, STYLE
from award.rounds import round_name
from db.records import Nomination
from files.writing import cannot_write, write_atomic
from scoring.chain_rules import Approval, Stage
from words import pick, say


def write_paper(award: Award, stage: Stage) -> Path:
    """`paper/AWARD-STAGE-vote.html`; the same award gives the same bytes.

    Raises E-STAGE-WAITS, E-CANNOTWRITE or E-FULL.
    """
    folder = award.folder / FOLDER
    text = paper_page(award, stage)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from None
    path = folder / f"{award.rules.award}-{stage.key}-vote.html"
    write_atomic(path, text.encode("utf-8"), overwrite=True)
    return path


def paper_page(award: Award, stage: Stage) -> str:
    """The page; every value is escaped."""
    assert stage.approval is not None  # a vote has its rules
    name = award.rules.name
    rows = [
        (say("letter.award"), pick((name.zh, name.en))),
        (say("letter.stage"), round_name(award.rules, stage.key)),
    ]
    cases = [award.store.nomination(one) for one in cases_seen(award, stage.key)]
    return page(
        say("paper.vote.title"),
        STYLE,
        facts(rows),
        paragraph(say("paper.vote.how"), "small"),
        _table(award, stage.approval, cases),
    )


def _table(award: Award, rule: Approval, cases: list[Nomination]) -> str:
    heads = [say("paper.number"), say("paper.case"), *_questions(award, rule)]
    head = "".join(f"<th>{escape(one)}</th>" for one in heads)
    boxes = '<td class="mark"></td>' * len(rule.ticks)
    body = "\n".join(
        f"<tr><td>{escape(one.number)}</td>"
        f"<td>{escape(one.title)}<br>{escape(one.unit)}</td>{boxes}</tr>"
        for one in cases
    )
    return f'<table class="sheet"><thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table>'


def _questions(award: Award, rule: Approval) -> list[str]:
    """What is ticked, and how many at most: one question, or one for each tier."""
    if not rule.per_tier:
        return [say("paper.vote.tick", count=rule.ticks[0][1])]
    words = ChainWords(award.rules, None)
    return [say("paper.vote.tier", tier=words.tier(key), count=n) for key, n in rule.ticks]
