"""Judges on paper: sheets to print, one person enters, another confirms or rejects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from award.paper import TO_ENTER, Line, finish, person, require_other, require_ready, sheet_of
from award.paper import check as say_of
from award.paper import enter as keep
from award.paper_pages import write_sheets
from db.receipts import format_receipt
from scoring.cells import Cell, State
from scoring.points import format_points
from scoring.rules import Criterion
from tui.entry import half_width, read, spelled
from tui.ink import safe
from tui.office.flows.asking import ask_about, choice_field, text_field
from tui.office.flows.where import where_lines
from tui.office.questions import Answers, Ask, Field
from words import Bad, pick, say

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen

GIVEN = ("paper", "recused")


def sheets(screen: OfficeScreen) -> None:
    """A blank sheet for every judge, to print."""
    office = screen.office
    command = office.command("paper", "sheets")

    def show(lines: list[str]) -> None:
        screen.read(say("work.paper-sheets"), lines, command)

    def make() -> list[str]:
        paths = write_sheets(office.award)
        folder = safe(str(office.shown(paths[0].parent))) if paths else "-"
        written = where_lines(office, [(path, "") for path in paths])
        return [say("paper.written", folder=folder), "", *written]

    screen.write(make, show)


def enter(screen: OfficeScreen, judge: str) -> None:
    """Who sits here, then case after case; Esc stops, and every finished case is kept."""
    office = screen.office

    def act(answers: Answers) -> tuple[str, list[Line]]:
        require_ready(office.award, judge)
        who = person(answers["who"])
        return who, [one for one in sheet_of(office.award, judge) if one.where in TO_ENTER]

    ask = ask_about("paper-enter", act, lambda a: _command(screen, "enter", judge, a["who"]),
                    [text_field("who")])  # fmt: skip
    screen.ask(ask, lambda done: _enter_next(screen, judge, *done.result))


def _command(screen: OfficeScreen, step: str, judge: str, who: str) -> str:
    return screen.office.command("paper", step, judge, *(["--by", who] if who else []))


def _enter_next(screen: OfficeScreen, judge: str, who: str, left: list[Line]) -> None:
    command = _command(screen, "enter", judge, who)
    if not left:
        return screen.done(say("paper.enter.none", judge=safe(judge)), command)
    line, office = left[0], screen.office
    criteria = office.award.rules.stage.criteria

    def act(answers: Answers) -> None:
        recused = answers["recused"]
        cells = (
            {} if recused else {one.key: _cell(screen, one, answers[one.key]) for one in criteria}
        )
        keep(office.award, judge, who, line.case.number, cells, recused)

    fields = [Field(one.key, _asked(screen, one)) for one in criteria]
    ask = Ask(_title(line, len(left)), _about(line), act, lambda _a: command,
              [*fields, text_field("recused")])  # fmt: skip
    return screen.ask(ask, lambda _done: _enter_next(screen, judge, who, left[1:]))


def _title(line: Line, left: int) -> str:
    return say("work.paper.case", case=safe(line.case.number), left=left)


def _about(line: Line) -> str:
    case = f"{line.case.title}\n{line.case.unit}"
    if line.where == "rejected":
        return f"{case}\n{say('paper.was.rejected', name=line.checked_by)}"
    return case


def _asked(screen: OfficeScreen, one: Criterion) -> str:
    low, high, _step = _scale(screen, one)
    return say("paper.ask", name=pick((one.name.zh, one.name.en)), low=low, high=high)


def _scale(screen: OfficeScreen, one: Criterion) -> tuple[str, str, str]:
    decimals, scale = screen.office.award.rules.stage.decimals, one.scale
    low, high, step = (format_points(p, decimals) for p in (scale.low, scale.high, scale.step))
    return low, high, step


def _cell(screen: OfficeScreen, one: Criterion, typed: str) -> Cell:
    """A mark as typed. Raises E-PAPER-MARK with what is wrong about it."""
    reading = read("".join(map(half_width, typed)), one, screen.office.award.rules.stage.decimals)
    if reading.cell is not None and reading.cell.state is not State.MISSING:
        return reading.cell
    low, high, step = _scale(screen, one)
    why = (
        say(reading.why, low=low, high=high, step=step) if reading.why else say("work.paper.empty")
    )
    raise Bad("E-PAPER-MARK", name=pick((one.name.zh, one.name.en)), why=why)


def check(screen: OfficeScreen, judge: str) -> None:
    """The other person says same or different of each case; nobody edits."""
    office = screen.office

    def act(answers: Answers) -> tuple[str, list[Line]]:
        who = person(answers["who"])
        require_other(office.award, judge, who)
        return who, [one for one in sheet_of(office.award, judge) if one.where == "entered"]

    ask = ask_about("paper-check", act, lambda a: _command(screen, "check", judge, a["who"]),
                    [text_field("who")])  # fmt: skip
    screen.ask(ask, lambda done: _check_next(screen, judge, *done.result))


def _check_next(screen: OfficeScreen, judge: str, who: str, left: list[Line]) -> None:
    office, command = screen.office, _command(screen, "check", judge, who)
    if not left:
        return screen.write(
            lambda: _finished(screen, judge), lambda said: screen.done(said, command)
        )
    line = left[0]

    def act(answers: Answers) -> None:
        say_of(office.award, judge, who, line, agreed=answers["same"] == "yes")

    text = f"{_about(line)}\n\n{_marks(screen, line)}"
    ask = Ask(_title(line, len(left)), text, act, lambda _a: command,
              [choice_field("same", ("yes", "no"))])  # fmt: skip
    return screen.ask(ask, lambda _done: _check_next(screen, judge, who, left[1:]))


def _marks(screen: OfficeScreen, line: Line) -> str:
    stage = screen.office.award.rules.stage
    if line.reason or line.marks is None:
        return say("paper.recused", reason=line.reason)
    cells = line.marks.by_criterion
    return "\n".join(
        f"{pick((one.name.zh, one.name.en))}: {spelled(cells[one.key], stage.decimals)}"
        for one in stage.criteria
    )


def _finished(screen: OfficeScreen, judge: str) -> str:
    """The ballot where everything agrees, else what is still open."""
    award = screen.office.award
    ballot = finish(award, judge)
    if ballot is not None:
        return say("paper.done", judge=safe(judge), receipt=format_receipt(ballot.receipt))
    lines = sheet_of(award, judge)
    rejected = ", ".join(one.case.number for one in lines if one.where == "rejected")
    if rejected:
        return say("paper.check.rejected", cases=rejected, judge=safe(judge))
    return say("paper.check.left", n=sum(one.where in ("missing", "entered") for one in lines))
