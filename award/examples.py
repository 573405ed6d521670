"""The awards in the folder `examples`: each is built as a secretary would, from its own files.

config.toml, nominations (.toml or .csv), judges.toml, scores.toml; where needed recusals.toml,
panels.toml (which panel reads which cases), sheets.toml of ballots on paper,
explanations.toml of far marks, decisions.toml of the committee, votes-STAGE.csv of the public,
closings.toml of secret votes, runoffs.toml of runoffs and events.toml of what was decided about
single cases. README.md has the results worked by hand.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from award import paper
from award.deciding import decide, decide_judge
from award.demo import AWARD, INCOMING
from award.desks import seat_of
from award.deviating import explain_mark
from award.events import CaseEvent, record, recorded
from award.folder import CONFIG, DATABASE, Award, create, opened
from award.freezing import freeze, frozen
from award.importing import Kind, apply, read
from award.measuring import import_measures
from award.panel_assigning import assign_panels, planned_panels
from award.papers import enter_files
from award.public_votes import import_votes
from award.runoff_acts import close_runoff, open_runoff
from award.runoff_ballots import enter_ballot
from award.runoffs import held
from award.secret import closed, require_stage, voted
from award.secret_closing import close_vote
from db.ticks import NO_TICK, TICK
from files.writing import write_atomic
from scoring.cells import Cell, State
from scoring.chain_rules import APPROVE
from scoring.points import parse_points
from scoring.rules import Rules
from words import Bad

README = "README.md"
KINDS: tuple[Kind, ...] = ("nominations", "judges", "recusals")
STATES = {"not_applicable": State.NOT_APPLICABLE, "abstained": State.ABSTAINED}


def examples_folder() -> Path:
    """The examples in a clone or an editable install, or as a wheel carries them."""
    carried = Path(str(files("award").joinpath("example_awards")))
    return carried if carried.is_dir() else Path(__file__).resolve().parent.parent / "examples"


def names() -> list[str]:
    """The examples there are, by name."""
    folder = examples_folder()
    if not folder.is_dir():
        return []
    return sorted(one.name for one in folder.iterdir() if (one / CONFIG).is_file())


def build_example(name: str, folder: Path) -> Path:
    """Make the example in `folder`, or find it there; its award folder.

    Raises E-NOEXAMPLE, and E-NOTDEMO where something else is in the folder.
    """
    if name not in names():
        raise Bad("E-NOEXAMPLE", name=name, known=", ".join(names()) or "-")
    source, award_folder = examples_folder() / name, folder / AWARD
    _unpack(source, folder)
    if not (award_folder / DATABASE).exists():
        create(award_folder, (source / CONFIG).read_text(encoding="utf-8"))
    with opened(award_folder) as award:
        _import_all(award, folder / INCOMING)
        _assign_all(award, source)
        _record_all(award, source, "before")
        _submit_all(award, _table(source / "scores.toml"))
        _paper_all(award, source)
        _votes_all(award, source)
        _close_all(award, source)
        _record_all(award, source, "after")
        _explain_all(award, source)
        _decide_all(award, source)
        _runoffs_all(award, source)
    return award_folder


def _unpack(source: Path, folder: Path) -> None:
    """Copy the files; a folder that holds anything else than this example is left alone."""
    incoming = folder / INCOMING
    if folder.exists() and any(folder.iterdir()):
        mark = incoming / CONFIG
        if not mark.is_file() or mark.read_bytes() != (source / CONFIG).read_bytes():
            raise Bad("E-NOTDEMO", path=folder)
    incoming.mkdir(parents=True, exist_ok=True)
    for one in sorted(source.iterdir()):
        if one.is_file() and not (incoming / one.name).exists():
            write_atomic(incoming / one.name, one.read_bytes(), overwrite=False)


def _import_all(award: Award, incoming: Path) -> None:
    for kind in KINDS:
        for path in sorted(incoming.glob(f"{kind}.*")):
            apply(award, read(award, kind, [path]))
    if any(one.measure for one in award.rules.factors):  # they stand in the list of nominations
        for path in sorted(incoming.glob("nominations.*")):
            import_measures(award, path)


def _assign_all(award: Award, source: Path) -> None:
    """Which panel reads which cases: panels.toml."""
    path = source / "panels.toml"
    if path.is_file() and award.store.assignment() is None:
        assign_panels(award, planned_panels(award, _table(path)["panel"]), "secretary")


def _submit_all(award: Award, scores: Mapping[str, Any]) -> None:
    """Type every judge's marks and hand them in; who has done so is passed by."""
    for judge in award.store.judges():
        if judge.id not in scores:
            continue
        seat = seat_of(award, judge.id)
        if seat.desk.submitted:
            continue
        for case, marks in scores[judge.id].items():
            for key, text in marks.items():
                seat.desk.set_cell(case, key, _cell(seat.rules, text))
        seat.desk.submit()


def _paper_all(award: Award, source: Path) -> None:
    """Ballots of a vote given on paper: one person enters the ticks, another confirms them."""
    done = set(award.store.handed_in())
    for one in _entries(source, "sheet"):
        if one["judge"] in done:
            continue
        if frozen(award) is None:
            freeze(award)
        for case in (nomination.number for nomination in award.store.nominations()):
            cell = TICK if case in one["ticks"] else NO_TICK
            paper.enter(award, one["judge"], one["entered_by"], case, {APPROVE: cell})
        for line in paper.sheet_of(award, one["judge"]):
            paper.check(award, one["judge"], one["checked_by"], line, agreed=True)
        paper.finish(award, one["judge"])


def _votes_all(award: Award, source: Path) -> None:
    """The counts of each public vote: votes-STAGE.csv."""
    for path in sorted(source.glob("votes-*.csv")):
        import_votes(award, path, path.stem.removeprefix("votes-"))


def _close_all(award: Award, source: Path) -> None:
    """Papers into the box of a secret vote, and the box opened: closings.toml."""
    for one in _entries(source, "closing"):
        stage = require_stage(award, one["stage"])
        if closed(award, stage):
            continue
        first, second = (source / name for name in one["papers"])
        waiting = [judge for judge in one["voters"] if judge not in voted(award, stage)]
        if waiting:
            people = (one["entered_by"], one["checked_by"])
            enter_files(award, stage, (first, second), waiting, *people)
        close_vote(award, stage, one["entered_by"], one["missing"])


def _record_all(award: Award, source: Path, when: str) -> None:
    """What was decided about single cases before the scoring, or after it."""
    there = {(one.kind, one.case) for one in recorded(award)}
    for one in _entries(source, "event"):
        if one["when"] == when and (one["kind"], one["case"]) not in there:
            given = {key: value for key, value in one.items() if key != "when"}
            record(award, CaseEvent(**given))


def _cell(rules: Rules, text: str) -> Cell:
    if text in STATES:
        return Cell(STATES[text])
    points = parse_points(text, rules.stage.decimals, signed=True)
    assert points is not None, text
    return Cell(State.SCORED, points)


def _explain_all(award: Award, source: Path) -> None:
    there = {one.subject for one in award.store.documents("explanation")}
    for one in _entries(source, "explanation"):
        if f"{one['judge']}/{one['case']}" not in there:
            explain_mark(award, one["judge"], one["case"], one["text"], one["judge"])


def _decide_all(award: Award, source: Path) -> None:
    for one in list(_entries(source, "decision"))[len(award.store.rulings()) :]:
        if "judge" in one:
            decide_judge(award, one["judge"], one["reason"], one["by"])
        else:
            decide(award, one["cases"], one["kind"], one["reason"], one["by"])


def _runoffs_all(award: Award, source: Path) -> None:
    """Open each runoff, vote in it on the screen or on paper, close it."""
    for one in list(_entries(source, "runoff"))[len(held(award)) :]:
        opened_now, _ = open_runoff(award, one["cases"], one["by"])
        for ballot in one["ballot"]:
            _vote(award, opened_now.number, ballot)
        close_runoff(award, opened_now.number, one["by"])


def _vote(award: Award, number: int, ballot: Mapping[str, Any]) -> None:
    if "entered_by" in ballot:
        people = (ballot["entered_by"], ballot["checked_by"])
        enter_ballot(award, number, ballot["judge"], ballot["ticks"], *people)
        return
    booth = seat_of(award, ballot["judge"]).desk
    for case in ballot["ticks"]:
        booth.set_cell(case, APPROVE, TICK)
    booth.submit()


def _entries(source: Path, kind: str) -> Iterator[Mapping[str, Any]]:
    path = source / f"{kind}s.toml"
    return iter(_table(path)[kind] if path.is_file() else ())


def _table(path: Path) -> Mapping[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
