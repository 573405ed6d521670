"""Only to look at: the ranking under other assumptions, and by other methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from award import comparing, supposing
from tui.ink import columns, safe
from tui.office.flows.asking import REST, ask_about, text_field
from tui.office.page import More, Page
from tui.office.questions import Answers, Done
from words import Bad, say

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen

NUMBER, CASE, TITLE, TIER = 6, 8, 24, 12  # cells


def what_if(screen: OfficeScreen) -> None:
    """One or more assumptions, then who would move and why; nothing is written."""
    office = screen.office

    def texts(answers: Answers) -> list[str]:
        return [part.strip() for part in answers["what_if"].replace("；", ";").split(";")
                if part.strip()]  # fmt: skip

    def act(answers: Answers) -> list[str]:
        if not texts(answers):
            raise Bad("E-WHATIF-NOTHING")
        found = supposing.suppose(office.award, office.ranking, texts(answers))
        return [safe(line) for line in supposing.lines(office.award, office.ranking, found)]

    def command(answers: Answers) -> str:
        words = [part for text in texts(answers) or [REST] for part in ("--what-if", text)]
        return office.command("rank", *words)

    def again(page: OfficeScreen) -> None:
        page.action_back()
        what_if(screen)

    def show(done: Done) -> None:
        more = [More("f2", say("work.do.again"), again)]
        screen.show(Page(say("work.what-if"), done.result, done.command, more=more))

    ask = ask_about("what-if", act, command, [text_field("what_if")], writes=False)
    screen.ask(ask, show)


def compare(screen: OfficeScreen) -> None:
    """The methods side by side, then where the cut would move."""
    office = screen.office

    def load() -> list[str]:
        award = office.award
        found = comparing.comparison_of(award, office.ranking)
        rows = [comparing.heading(), *comparing.rows(award, found)]
        return [*map(_line, rows), "", *(safe(line) for line in comparing.lines(award, found))]

    command = office.command("rank", "--compare")
    screen.work(load, lambda lines: screen.read(say("work.compare"), lines, command))


def _line(texts: list[str]) -> str:
    rank, case, title, *numbers, tier = map(safe, texts)
    cells = [(rank, NUMBER, ">"), (case, CASE, "<"), (title, TITLE, "<")]
    cells += [(one, NUMBER + 2, ">") for one in numbers]
    return columns([*cells, (tier, TIER, "<")])
