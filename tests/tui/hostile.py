"""A nomination whose every field tries to be markup, an action or a command to the terminal."""

from __future__ import annotations

from dataclasses import replace

from db.records import Judge, Nomination
from scoring.rules import Text
from tests.tui.award import RULES
from tests.tui.fake_desk import FakeDesk

PAYLOADS = (
    "[/]",
    "[bold]x",
    "[$error]",
    '[a="',
    "[/",
    "[B]",
    "[ red]",
    "[[x]]",
    "\\[x]\\",
    "[@click=app.exit]go[/]",
    "[link=file:///etc]y[/link]",
    "{0}{x!r}%s",
)
ESCAPES = "\x1b[2J\x1b]0;t\x07\x1b]52;c;aGk=\x07\x9b31m\x00\u202e\u200b\u2066"
FOREIGN = "\x1b\x07\x9b\x00\u202e\u200b\u2066"


def hostile_case(number: str, payload: str) -> Nomination:
    """As if it had come past the cleaning on entry."""
    text = f"{payload}{ESCAPES}"
    return Nomination(number, text, text, text, text, text, (text, f"一、{text}"))


def hostile_desk() -> FakeDesk:
    """One case per payload; the judge, the rules and the reasons are hostile as well."""
    everything = "".join(PAYLOADS) + ESCAPES
    criteria = tuple(
        replace(
            c,
            name=Text(PAYLOADS[i] + ESCAPES),
            guide=Text(everything),
            levels=tuple(replace(level, text=Text(everything)) for level in c.levels),
        )
        for i, c in enumerate(RULES.stage.criteria)
    )
    rules = replace(
        RULES,
        stages=(replace(RULES.stage, criteria=criteria),),
        recusal_reasons=(Text(everything), Text("[/]")),
    )
    cases = tuple(hostile_case(f"{i:03}", payload) for i, payload in enumerate(PAYLOADS, 1))
    made = FakeDesk(rules, cases, Judge("J01", everything, everything))
    for case in cases:
        made.set_comment(case.number, everything)
    return made
