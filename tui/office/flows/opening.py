"""On to the ranking: what came sealed is opened first, and nobody looks too early by accident."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from award.interim import interim, interim_lines, interim_rows
from award.keys import opening_key, recovered_key
from award.opening import open_ballots, opening_keys, sealed_ballots
from award.rounds import round_name
from tui.ink import columns, safe
from tui.office.flows.asking import secret_or_sheet_field
from tui.office.questions import Answers, Ask, Field
from words import say

if TYPE_CHECKING:
    from award.standings import Standings
    from tui.office.frame import OfficeScreen
    from tui.office.office import Office


def open_ranking(screen: OfficeScreen) -> None:
    """The ranking; asks for the chair, or whether to look although judges are missing."""
    office = screen.office
    screen.work(lambda: len(sealed_ballots(office.award)), lambda count: _open(screen, count))


def _open(screen: OfficeScreen, sealed: int) -> None:
    office = screen.office
    if sealed:
        _open_sealed(screen, sealed)
    elif office.board.missing and office.board.count("in") and not office.board.closed:
        _ask_first(screen)
    else:
        _rank(screen)


def _ask_first(screen: OfficeScreen) -> None:
    """Whoever looks early knows scores while judges are still at work."""
    names = ", ".join(safe(line.judge.name) for line in screen.office.board.missing)
    text = say("secretary.peek.text", names=names)
    command = screen.office.command("rank")
    title = say("secretary.do.ranking")
    ask = Ask(title, text, lambda _answers: None, lambda _answers: command, writes=False)
    screen.ask(ask, lambda _done: _rank(screen))


def _open_sealed(screen: OfficeScreen, count: int) -> None:
    """The chair's passphrase, or the recovery sheet; nothing where ballots are not sealed."""
    office = screen.office
    held = opening_keys(office.award)

    def act(answers: Answers) -> int:
        key = None
        if held is not None:
            use = opening_key if answers["kind"] == "chair" else recovered_key
            key = use(held, answers["secret"])
        return open_ballots(office.award, key, "chair")

    kinds = (("chair", say("secretary.open.chair")), ("sheet", say("secretary.open.sheet")))
    fields = [
        Field("kind", say("secretary.open.with"), choices=kinds),
        secret_or_sheet_field("kind"),
    ]
    text = say("secretary.open.text", count=count)
    command = office.command("rank")
    ask = Ask(say("secretary.do.open"), text, act, lambda _a: command, fields if held else ())
    screen.ask(ask, lambda _done: _rank(screen))


def _rank(screen: OfficeScreen) -> None:
    """The ranking; while later stages have yet to begin, the stage that was opened last."""
    office = screen.office
    office.renew()

    from tui.office.ranking import RankingScreen
    from tui.office.ranking_board import viewed

    def load() -> list[str] | Standings:
        stage = interim(office.award, office.ranking)
        return _interim(office, stage) if stage else viewed(office)

    def show(found: list[str] | Standings) -> None:
        if isinstance(found, list):
            screen.read(say("secretary.do.ranking"), found, office.command("rank"))
        else:
            screen.app.push_screen(RankingScreen(office, found))

    screen.work(load, show)


def ranked(screen: OfficeScreen, then: Callable[[], object]) -> None:
    """Go on with what needs the ranking, where it can be counted."""
    screen.work(lambda: screen.office.ranking, lambda _ranking: then())


def _interim(office: Office, stage: str) -> list[str]:
    """The stage that was opened last, while others have yet to begin."""
    award, ranking = office.award, office.ranking
    rows = interim_rows(award, ranking, stage)
    return [
        say("stages.interim", name=round_name(award.rules, stage)),
        "",
        *map(_interim_row, rows),
        "",
        *interim_lines(award, ranking, stage),
    ]


def _interim_row(row: Sequence[str]) -> str:
    place, case, title, score, ballots, result = map(safe, row)
    fixed = [(place, 3, ">"), (case, 8, "<"), (title, 16, "<"), (score, 8, ">"), (ballots, 3, ">")]
    return f"{columns(fixed)}  {result}"
