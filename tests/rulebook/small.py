"""A small award from rules and marks as they are written in a test, built in its folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomli_w

from award import paper
from award.desks import seat_of
from award.events import CaseEvent, record
from award.folder import Award, create, opened
from award.freezing import freeze, frozen
from award.public_votes import import_votes
from award.rounds import require_round
from db.records import Judge, Nomination, Recusal
from scoring.cells import Cell, State
from scoring.points import parse_points
from scoring.rules import Rules
from words import Bad

BASE: dict[str, Any] = {
    "format": 1,
    "award": {"id": "small", "name": {"zh": "小评选", "en": "Small"}},
    "scale": {"min": "0", "max": "100", "step": "0.1"},
    "criterion": [{"key": "score", "name": {"zh": "评分", "en": "Score"}, "weight": "100"}],
    "aggregate": {"method": "mean"},
    "missing": {"policy": "exclude", "min_ballots": 1},
    "rounding": {"mode": "half_up", "places": 2, "when": "every_stage"},
    "ranking": {"by": "published", "ties": [], "shared": "skip"},
}
Marks = Mapping[str, str]  # case -> "90 80/70 -": one word for each judge, criteria parted by /


@dataclass(frozen=True)
class Small:
    """Rules (over BASE; None takes a table out), marks by stage, facts of cases, what was decided.

    `-` is a recusal, `a` an abstention; a judge with a `?` hands nothing in. `events` are of
    CaseEvent without reason and name; `votes` is the text of a file of counts for the stage of
    that key. The judges of `paper` vote on paper, where more can be ticked than is allowed.
    """

    rules: Mapping[str, Any] = field(default_factory=dict)
    marks: Marks | Mapping[str, Marks] = field(default_factory=dict)
    facts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    events: Sequence[Mapping[str, Any]] = ()
    votes: Mapping[str, str] = field(default_factory=dict)
    paper: Sequence[str] = ()


def judges_of(stage: str, count: int) -> list[str]:
    """`J1`, `J2`; of a stage `firstJ1`, `firstJ2`."""
    return [f"{stage}J{n}" for n in range(1, count + 1)]


def score(key: str, count: int = 1, **more: Any) -> dict[str, Any]:
    """A score stage for so many judges."""
    name = {"zh": f"阶段{key}", "en": f"Stage {key}"}
    return {"key": key, "name": name, "kind": "score", "judges": judges_of(key, count), **more}


def public(key: str, **rule: Any) -> dict[str, Any]:
    """A public vote with its conversion."""
    name = {"zh": f"阶段{key}", "en": f"Stage {key}"}
    return {"key": key, "name": name, "kind": "public_vote", "public": rule}


def ballot(count: int, **rule: Any) -> dict[str, Any]:
    """An approval vote of so many judges; what is not said is the simplest."""
    name = {"zh": "票决", "en": "Vote"}
    simplest = {
        "quorum": "> 0/1", "base": "present", "threshold": "> 1/2", "ticks": 2, "fewer": True,
        "over": "ballot", "abstained_in_base": True, "by": "votes",
    }  # fmt: skip
    made = {**simplest, **rule}
    if made["base"] in {"present", "present_minus_recused"}:
        made.setdefault("void_in_base", True)
    return {"key": "v", "name": name, "kind": "vote", "judges": judges_of("", count), "vote": made}


def tiers(*sizes: int, **more: Any) -> list[dict[str, Any]]:
    """Tiers t1, t2, ... of these sizes."""
    return [
        {"key": f"t{n}", "name": {"en": f"Tier {n}"}, "size": size, "at_cut": "open", **more}
        for n, size in enumerate(sizes, 1)
    ]


def config_text(made: Small) -> str:
    data = {**BASE, **made.rules}
    return tomli_w.dumps({key: value for key, value in data.items() if value is not None})


def build(folder: Path, made: Small) -> Path:
    """The award with all ballots handed in and everything recorded."""
    create(folder, config_text(made))
    stages = _stages(made)
    with opened(folder) as award:
        _enrol(award, made, stages)
        for event in made.events:
            record(award, CaseEvent(reason="by the rules", by="committee", **event))
        for key, text in made.votes.items():
            path = folder / f"{key}.csv"
            path.write_text(text, encoding="utf-8")
            import_votes(award, path, key)
        for stage, rows in stages.items():
            width = max(len(line.split()) for line in rows.values())
            for at, judge in enumerate(judges_of(stage, width)):
                if judge not in made.paper:
                    _hand_in(award, judge, {case: line.split()[at] for case, line in rows.items()})
            for at, judge in enumerate(judges_of(stage, width)):
                if judge in made.paper:
                    _on_paper(award, judge, {c: line.split()[at] for c, line in rows.items()})
    return folder


def _stages(made: Small) -> dict[str, Marks]:
    nested = any(not isinstance(line, str) for line in made.marks.values())
    return dict(made.marks) if nested else {"": made.marks}  # type: ignore[arg-type,dict-item]


def _enrol(award: Award, made: Small, stages: Mapping[str, Marks]) -> None:
    cases = dict.fromkeys(case for rows in stages.values() for case in rows)
    award.store.add_nominations(
        [Nomination(case, f"案例{case}", **{"unit": f"单位{case}", **made.facts.get(case, {})})
         for case in cases]
    )  # fmt: skip
    recused = []
    for stage, rows in stages.items():
        judges = judges_of(stage, max(len(line.split()) for line in rows.values()))
        award.store.add_judges([Judge(one, f"评委{one}") for one in judges])
        recused += [Recusal(judge, case, "亲属", "", "") for case, line in rows.items()
                    for judge, word in zip(judges, line.split(), strict=True)
                    if word == "-"]  # fmt: skip
    if recused:
        award.store.add_recusals(recused)


def _hand_in(award: Award, judge: str, words: Mapping[str, str]) -> None:
    if "?" in words.values():
        return
    try:
        seat = seat_of(award, judge)
    except Bad as bad:
        if bad.code == "E-STAGE-WAITS":
            return  # the stage before it is open: that is what the test is about
        raise
    keys = [criterion.key for criterion in seat.rules.stage.criteria]
    for case in seat.desk.cases:
        word = words[case.number]
        if word == "-":
            continue
        for key, text in zip(keys, word.split("/"), strict=True):
            seat.desk.set_cell(case.number, key, _cell(text, seat.rules))
    seat.desk.submit()


def _cell(text: str, rules: Rules) -> Cell:
    if text == "a":
        return Cell(State.ABSTAINED)
    points = parse_points(text, rules.stage.decimals)
    assert points is not None, text
    return Cell(State.SCORED, points)


def _on_paper(award: Award, judge: str, words: Mapping[str, str]) -> None:
    """One person enters the paper as it stands, another confirms it."""
    if frozen(award) is None:
        freeze(award)
    rules = award.rules.looking_at(require_round(award, judge))
    keys = [one.key for one in rules.stage.criteria]
    for case, word in words.items():
        if word != "-":
            texts = zip(keys, word.split("/"), strict=True)
            paper.enter(award, judge, "甲", case, {key: _cell(text, rules) for key, text in texts})
    for line in paper.sheet_of(award, judge):
        if line.where == "entered":
            paper.check(award, judge, "乙", line, agreed=True)
    paper.finish(award, judge)
