"""Results: the whole explanation, a committee's decision, final, counted again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from award.deciding import decide as record_decision
from award.deciding import decide_judge
from award.deciding import undecide as withdraw_decision
from award.explaining import COLUMN, NARROW_COLUMN, explanation
from award.finalising import finalise as make_final
from award.finalising import recount_result
from award.ranking_words import missing_lines
from db.records import StoredResult
from scoring.result import OpenCut
from tui.ink import safe
from tui.office.flows.asking import BY, REST, ask_about, names_of, reason_field, reason_of
from tui.office.questions import Answers, Ask, Field
from words import Bad, say

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen
    from tui.office.office import Office

WIDE = 110  # cells of a screen with room for the whole table of an explanation
SHOWN = 4  # lines of what is missing, before a final result


def explain(screen: OfficeScreen, case: str) -> None:
    """Every cell and every step of one case."""
    office = screen.office
    column = COLUMN if screen.size.width >= WIDE else NARROW_COLUMN
    lines = explanation(office.award, office.ranking, case, column)
    command = office.command("rank", "--explain", case)
    screen.read(say("secretary.explain", case=safe(case)), lines, command)


def open_tie(office: Office) -> tuple[str, ...]:
    """The cases of the first cut that waits for a decision; none where nothing waits."""
    cut = _open_cut(office)
    return cut.cases if cut else ()


def _open_cut(office: Office) -> OpenCut | None:
    try:
        cuts = office.ranking.outcome.open_cuts
    except Bad:
        return None
    return cuts[0] if cuts else None


def open_judges(office: Office) -> tuple[str, ...]:
    """The judges of whom a draw leaves one out; none where nothing is to be drawn."""
    try:
        return tuple(office.ranking.outcome.open_judges)
    except Bad:
        return ()


def waiting(office: Office) -> bool:
    """Whether something waits for the committee."""
    return bool(open_tie(office) or open_judges(office))


def why_not_final(office: Office) -> str:
    """Why what needs a final result cannot be done."""
    kinds = [one.kind for one in office.award.store.results()]
    return "" if "final" in kinds else say("work.why.not_final")


def decide(screen: OfficeScreen) -> None:
    """The committee's word on what waits: an order of tied cases, or a draw between judges."""
    if open_judges(screen.office):
        _draw_judge(screen)
    else:
        _order(screen)


def _draw_judge(screen: OfficeScreen) -> None:
    """Several judges spread equally: whom the draw leaves out."""
    office = screen.office

    def act(answers: Answers) -> str:
        decide_judge(office.award, answers["judge"], reason_of(answers), BY)
        return answers["judge"]

    def command(answers: Answers) -> str:
        words = ["--judge", answers["judge"], "--kind", "draw"]
        return office.command("decide", *words, "--reason", answers["reason"] or REST)

    choices = tuple((one, safe(one)) for one in open_judges(office))
    fields = [Field("judge", say("work.ask.judge"), choices=choices), reason_field()]
    said = "secretary.decide.done"
    screen.ask(
        ask_about("draw", act, command, fields),
        lambda done: screen.done(say(said, cases=safe(done.result)), done.command),
    )


def _order(screen: OfficeScreen) -> None:
    """The committee's order of cases that are tied: best first, how it was found, why."""
    office, cut = screen.office, _open_cut(screen.office)
    stages = [one.key for one in office.award.rules.chain]
    stage = cut.tier if cut and cut.tier in stages else ""

    def numbers(answers: Answers) -> list[str]:
        return names_of(answers["cases"])

    def act(answers: Answers) -> str:
        kind = cast(Literal["chair", "draw"], answers["kind"])
        if not numbers(answers):
            raise Bad("E-NOORDER", cases=safe(tied))
        record_decision(office.award, numbers(answers), kind, reason_of(answers), BY, stage)
        return " > ".join(numbers(answers))

    def command(answers: Answers) -> str:
        reason = answers["reason"] or REST
        words = [*(numbers(answers) or [REST]), "--kind", answers["kind"]]
        words += ["--stage", stage] if stage else []
        return office.command("decide", *words, "--reason", reason)

    kinds = (("chair", say("secretary.decide.chair")), ("draw", say("secretary.decide.draw")))
    tied = " ".join(open_tie(office))
    hint = say("secretary.decide.hint" if tied else "secretary.decide.example", cases=safe(tied))
    fields = [
        Field("cases", say("secretary.decide.cases"), hint=hint, needed=True),
        Field("kind", say("secretary.decide.kind"), choices=kinds),
        reason_field("secretary.decide.reason"),
    ]
    ask = Ask(say("secretary.do.decide"), say("secretary.decide.text"), act, command, fields)
    said = "secretary.decide.done"
    screen.ask(ask, lambda done: screen.done(say(said, cases=safe(done.result)), done.command))


def finalise(screen: OfficeScreen) -> None:
    """Freeze a numbered result; with a reason where something is missing."""
    screen.work(lambda: screen.office.ranking, lambda _ranking: _finalise(screen))


def _finalise(screen: OfficeScreen) -> None:
    office = screen.office
    complete = office.ranking.complete
    lines = [safe(line) for line in missing_lines(office.award, office.ranking)][:SHOWN]
    text = say("secretary.final.text" if complete else "secretary.final.missing")

    def act(answers: Answers) -> str:
        result, new = make_final(office.award, "" if complete else reason_of(answers), BY)
        key = "cli.finalise.done" if new else "cli.finalise.same"
        return say(key, number=result.number, digest=result.digest[:16])

    def command(answers: Answers) -> str:
        if complete:
            return office.command("finalise")
        reason = answers["reason"] or REST
        return office.command("finalise", "--despite-missing", "--reason", reason)

    fields = () if complete else [reason_field("secretary.final.reason")]
    if open_tie(office):
        lines.append(say("secretary.final.tie"))
    ask = Ask(say("secretary.do.final"), "\n".join([text, *lines]), act, command, fields)
    screen.ask(ask, lambda done: screen.done(done.result, done.command))


def undecide(screen: OfficeScreen, number: int) -> None:
    """Take a decision back; the tie is open again and both stay on record."""
    office = screen.office

    def act(answers: Answers) -> None:
        withdraw_decision(office.award, number, reason_of(answers), BY)

    def command(answers: Answers) -> str:
        return office.command("undecide", number, "--reason", answers["reason"] or REST)

    ask = ask_about("undecide", act, command, [reason_field()])
    said = say("cli.undecide.done", number=number)
    screen.ask(ask, lambda done: screen.done(said, done.command))


def recount(screen: OfficeScreen, number: int | None = None) -> None:
    """Count a final result again, by the second way; the newest where none is named."""
    office = screen.office
    words = [] if number is None else ["--number", number]
    command = office.command("recount", *words)

    def show(found: tuple[StoredResult, int]) -> None:
        result, cases = found
        screen.done(say("secretary.recount.done", number=result.number, count=cases), command)

    screen.work(lambda: recount_result(office.award, number), show)
