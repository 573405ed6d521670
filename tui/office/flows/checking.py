"""Checking again: one mark sent back, the list of cases to be checked, a far mark explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from award import sampling
from award.correcting import KINDS, in_words
from award.correcting import correct as send_back
from award.deviating import explain_mark
from award.sampling import Check
from db.records import Correction
from tui.ink import columns, safe
from tui.office.flows.asking import (
    BY,
    REST,
    ask_about,
    reason_field,
    reason_of,
    text_field,
)
from tui.office.page import More, Page
from tui.office.questions import Answers, Done, Field
from words import Bad, pick, say

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen

WIDTHS = (8, 28, 12, 28)  # cells of the list of cases


def correct(screen: OfficeScreen, judge: str = "", case: str = "") -> None:
    """Which mark; why and a note are asked in a second box."""
    office = screen.office
    criteria = tuple(
        (one.key, safe(pick((one.name.zh, one.name.en))))
        for stage in office.award.rules.stages
        for one in stage.criteria
    )

    def act(answers: Answers) -> None:
        office.award.store.judge(answers["judge"])
        office.award.store.nomination(answers["case"])

    fields = [
        text_field("case", case),
        text_field("judge", judge),
        Field("criterion", say("work.ask.criterion"), choices=criteria),
    ]
    ask = ask_about("correct", act, lambda a: _correct_command(screen, a), fields)
    screen.ask(ask, lambda done: _why(screen, done))


def _correct_command(screen: OfficeScreen, answers: Answers) -> str:
    words = [answers["case"] or REST, answers["judge"] or REST, "--criterion", answers["criterion"]]
    words += ["--reason", answers.get("correction") or REST]
    words += ["--note", answers["note"]] if answers.get("note") else []
    return screen.office.command("correct", *words)


def _why(screen: OfficeScreen, first: Done) -> None:
    office, mark = screen.office, first.answers

    def act(answers: Answers) -> str:
        kind = next((one for one in KINDS if one == answers["correction"]), None)
        if kind is None:
            raise Bad("E-NOCAUSE")
        note = safe(answers["note"])
        wanted = Correction(mark["judge"], 0, mark["case"], mark["criterion"], kind, note, BY)
        return safe(
            say("correction.done", **in_words(office.award, send_back(office.award, wanted)))
        )

    choices = tuple((one, say(f"correction.{one}")) for one in KINDS)
    why = Field(
        "correction", say("work.ask.correction"), choices=choices, unpicked=True, needed=True
    )
    fields = [why, text_field("note")]
    command = lambda answers: _correct_command(screen, {**mark, **answers})  # noqa: E731
    ask = ask_about("correct.why", act, command, fields)
    screen.ask(ask, lambda done: screen.done(done.result, done.command))


def sample(screen: OfficeScreen) -> None:
    """The list that was drawn, with what was found; before that, the drawing."""
    screen.work(lambda: _listed(screen), lambda lines: _show_sample(screen, lines))


def _listed(screen: OfficeScreen) -> list[str]:
    award = screen.office.award
    found = sampling.check(award)
    if found is None:
        return []
    titles = {one.number: one.title for one in award.store.headings()}
    heads = [say(f"correction.{name}") for name in ("case", "title", "why", "found")]
    rows = [heads, *sampling.rows(found, titles)]
    table = [columns([(safe(text), room, "<") for text, room in zip(row, WIDTHS, strict=True)])
             for row in rows]  # fmt: skip
    return [*sampling.said(found), "", *table]


def _show_sample(screen: OfficeScreen, lines: list[str]) -> None:
    if not lines:
        return _draw(screen, again=False)
    more = [
        More("f2", say("work.correct"), correct),
        More("f3", say("work.sample.again"), lambda page: _draw(page, again=True)),
    ]
    title, command = say("work.sample"), screen.office.command("sample")
    return screen.show(Page(title, lines, command, more=more))


def _draw(screen: OfficeScreen, *, again: bool) -> None:
    office = screen.office

    def act(answers: Answers) -> Check:
        reason = reason_of(answers) if again else ""
        return sampling.draw_sample(office.award, answers["seed"], BY, reason)

    def command(answers: Answers) -> str:
        words = ["--seed", answers["seed"]] if answers["seed"] else []
        words += ["--again", "--reason", answers["reason"] or REST] if again else []
        return office.command("sample", *words)

    fields = [text_field("seed"), *([reason_field()] if again else [])]

    def drawn(done: Done) -> None:
        if again:
            screen.action_back()
        office.renew()
        title = say("work.sample")
        screen.work(
            lambda: _listed(screen),
            lambda lines: screen.read(title, [say("correction.drawn_now"), *lines], done.command),
        )

    screen.ask(ask_about("sample", act, command, fields), drawn)


def explain(screen: OfficeScreen, judge: str, case: str) -> None:
    """Why a mark is far from the others, in writing."""
    office = screen.office

    def act(answers: Answers) -> None:
        explain_mark(office.award, judge, case, answers["text"], BY)

    def command(answers: Answers) -> str:
        return office.command("explain-mark", judge, case, "--text", answers["text"] or REST)

    said = say("deviation.recorded", judge=safe(judge), case=safe(case))
    ask = ask_about("explain-mark", act, command, [text_field("text")])
    screen.ask(ask, lambda done: screen.done(said, done.command))
