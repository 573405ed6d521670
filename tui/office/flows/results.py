"""Results: the whole explanation, a committee's decision, final, counted again, exported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from award.deciding import decide as record_decision
from award.explaining import COLUMN, NARROW_COLUMN, explanation
from award.exporting import Exported
from award.exporting import export as write_files
from award.finalising import finalise as make_final
from award.finalising import recount_result
from award.ranking_words import missing_lines
from tui.ink import safe
from tui.office.flows.asking import BY, REST, path_field, path_of, reason_field, reason_of
from tui.office.form import Answers, Ask, Done, Field
from words import Bad, language, say

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen
    from tui.office.office import Office

EXPORTS = "exports"
WIDE = 110  # cells of a screen with room for the whole table of an explanation
SHOWN = 4  # lines of what is missing, before a final result
BETWEEN = str.maketrans(dict.fromkeys(",，、>＞", " "))


def explain(screen: OfficeScreen, case: str) -> None:
    """Every cell and every step of one case."""
    office = screen.office
    column = COLUMN if screen.size.width >= WIDE else NARROW_COLUMN
    lines = explanation(office.award, office.ranking, case, column)
    command = office.command("rank", "--explain", case)
    screen.read(say("secretary.explain", case=safe(case)), lines, command)


def open_tie(office: Office) -> tuple[str, ...]:
    """The cases of the first cut that waits for a decision; none where nothing waits."""
    try:
        cuts = office.ranking.outcome.open_cuts
    except Bad:
        return ()
    return cuts[0].cases if cuts else ()


def decide(screen: OfficeScreen) -> None:
    """The committee's order of cases that are tied: best first, how it was found, why."""
    office = screen.office

    def numbers(answers: Answers) -> list[str]:
        return answers["cases"].translate(BETWEEN).split()

    def act(answers: Answers) -> str:
        kind = cast(Literal["chair", "draw"], answers["kind"])
        record_decision(office.award, numbers(answers), kind, reason_of(answers), BY)
        return " > ".join(numbers(answers))

    def command(answers: Answers) -> str:
        reason = answers["reason"] or REST
        words = [*numbers(answers), "--kind", answers["kind"], "--reason", reason]
        return office.command("decide", *words)

    kinds = (("chair", say("secretary.decide.chair")), ("draw", say("secretary.decide.draw")))
    hint = say("secretary.decide.hint")
    fields = [
        Field("cases", say("secretary.decide.cases"), " ".join(open_tie(office)), hint=hint),
        Field("kind", say("secretary.decide.kind"), choices=kinds),
        reason_field("secretary.decide.reason"),
    ]
    ask = Ask(say("secretary.do.decide"), say("secretary.decide.text"), act, command, fields)
    said = "secretary.decide.done"
    screen.ask(ask, lambda done: screen.done(say(said, cases=safe(done.result)), done.command))


def finalise(screen: OfficeScreen) -> None:
    """Freeze a numbered result; with a reason where something is missing."""
    office = screen.office
    if not screen.attempt(lambda: office.ranking):
        return
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
    ask = Ask(say("secretary.do.final"), "\n".join([text, *lines]), act, command, fields)
    screen.ask(ask, lambda done: screen.done(done.result, done.command))


def recount(screen: OfficeScreen) -> None:
    """Count the newest final result again, by the second way."""
    office = screen.office

    def act() -> None:
        result, cases = recount_result(office.award, None)
        said = say("secretary.recount.done", number=result.number, count=cases)
        screen.done(said, office.command("recount"))

    screen.attempt(act)


def export(screen: OfficeScreen) -> None:
    """Write the sheets of the newest final result, or of the ranking as it is now."""
    office = screen.office
    start, number = office.place(EXPORTS), _newest_final(office)

    def act(answers: Answers) -> Exported:
        force = answers["force"] == "yes"
        return write_files(office.award, path_of(answers["path"]), number, language(), force=force)

    def command(answers: Answers) -> str:
        words: list[object] = ["export"]
        words += [] if number is None else ["--number", number]
        words += [] if answers["path"] == start else ["-o", answers["path"]]
        words += ["--force"] if answers["force"] == "yes" else []
        return office.command(*words)

    force = (("no", say("secretary.export.keep")), ("yes", say("secretary.export.force")))
    fields = [
        path_field(say("secretary.export.folder"), start),
        Field("force", say("secretary.export.there"), choices=force),
    ]
    text = say("secretary.export.now" if number is None else "secretary.export.final")
    ask = Ask(say("secretary.do.export"), text, act, command, fields)
    screen.ask(ask, lambda done: _show_exported(screen, done))


def _newest_final(office: Office) -> int | None:
    final = [one.number for one in office.award.store.results() if one.kind == "final"]
    return final[-1] if final else None


def _show_exported(screen: OfficeScreen, done: Done) -> None:
    one: Exported = done.result
    head = say("cli.export.done", number=one.number, kind=say(f"cli.export.{one.kind}"))
    screen.office.renew()
    screen.read(say("secretary.do.export"), [head, "", *map(str, one.paths)], done.command)
