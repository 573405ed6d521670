"""From one slate to the next: which of a judge's scores still hold, which the judge is asked about.

What was scored in an earlier draft is taken over where the case is word for word the same and
the criteria are. Where not, the old scores are kept beside the draft with the reasons, and the
judge confirms them or scores anew, case by case; until then the case counts as not scored.
Changes of the rules that a judge does not score by (places, dropped extremes) ask nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Annotated

from db.records import Answer, Nomination
from exchange.fields import at_most, integer, text
from exchange.objects.terms import MAX_CASES, Count, Name
from scoring.cells import Cell, State
from scoring.rules import Criterion, ScoreStage

KIND, ANSWER = "carried", "carried-answer"
_LINES = ("title", "unit", "field", "level", "region")
_MOST = 200
Points = Annotated[int, integer(-(10**12), 10**12)]
Short = Annotated[str, text(0, 20_000)]
Numbers = Annotated[tuple[Name, ...], at_most(MAX_CASES)]


@dataclass(frozen=True)
class OldCell:
    """A score of the earlier draft."""

    criterion: Name
    state: Annotated[int, integer(0, 5)]
    points: Points


@dataclass(frozen=True)
class Why:
    """One reason to ask: `what` changed (title, unit, ..., body, files, criterion).

    `before` is the old text of a line, the key of a criterion; of a body the numbers of the
    paragraphs that differ now, `gone` counting those that are no longer there.
    """

    what: Name
    before: Short
    gone: Annotated[int, integer(0, 1_000_000)] = 0


@dataclass(frozen=True)
class Asked:
    """A case whose old scores wait for the judge's word. `recused` is the old reason, if any."""

    case: Name
    why: Annotated[tuple[Why, ...], at_most(_MOST)]
    cells: Annotated[tuple[OldCell, ...], at_most(_MOST)]
    recused: Short

    @property
    def old(self) -> Mapping[str, Cell]:
        return {one.criterion: Cell(State(one.state), one.points) for one in self.cells}


@dataclass(frozen=True)
class Carried:
    """What became of the draft of slate `version`; kept in the new draft, the same for ever.

    `kept` were taken over as they are, `new` were not on that slate, `removed` are no longer,
    `recused` were scored and the judge is recused from them now. `rules`: something changed in
    the rules, also where no case is asked about for it.
    """

    version: Count
    kept: Numbers
    asked: Annotated[tuple[Asked, ...], at_most(MAX_CASES)]
    new: Numbers
    removed: Numbers
    recused: Numbers
    rules: bool


@dataclass(frozen=True)
class Side:
    """One draft's view: its cases, how they are scored (None where that is not known)."""

    cases: Mapping[str, Nomination]
    stage: ScoreStage | None
    rules_digest: str
    digests: Mapping[str, str] = field(default_factory=dict)  # what the slate says of each case


def compare(
    version: int,
    old: Side,
    new: Side,
    answers: Mapping[str, Answer],
    held: Iterable[str] = (),
) -> Carried:
    """What becomes of `answers` given on the old side. `held`: recused now by the secretary."""
    recused = set(held)
    touched = {case for case, one in answers.items() if one.cells or one.recused}
    both = [case for case in new.cases if case in old.cases]
    changed = criteria_changed(old.stage, new.stage)
    asked = [
        Asked(case, why, _cells(answers[case], old.stage, new.stage), _reason(answers[case]))
        for case in both
        if case in touched - recused
        and (why := (*_why(old.cases[case], new.cases[case], changed), *_files(case, old, new)))
    ]
    waiting = {one.case for one in asked}
    return Carried(
        version=version,
        kept=tuple(case for case in both if case in touched - waiting - recused),
        asked=tuple(asked),
        new=tuple(case for case in new.cases if case not in old.cases),
        removed=tuple(case for case in old.cases if case not in new.cases),
        recused=tuple(
            case for case in both if case in touched & recused and not answers[case].recused
        ),
        rules=old.rules_digest != new.rules_digest,
    )


def criteria_changed(old: ScoreStage | None, new: ScoreStage | None) -> tuple[str, ...]:
    """The keys of the criteria that a judge would score otherwise now; also added and dropped."""
    before, after = (_by_key(stage) for stage in (old, new))
    if old is None or new is None or old.decimals != new.decimals:
        return tuple(after)
    both = [*after, *(key for key in before if key not in after)]
    return tuple(key for key in both if before.get(key) != after.get(key))


def _by_key(stage: ScoreStage | None) -> dict[str, Criterion]:
    return {one.key: one for one in stage.criteria} if stage else {}


def _why(old: Nomination, new: Nomination, criteria: Iterable[str]) -> Iterator[Why]:
    for name in _LINES:
        if (was := getattr(old, name)) != getattr(new, name):
            yield Why(name, was)
    if old.body != new.body:
        yield _body(old.body, new.body)
    yield from (Why("criterion", key) for key in tuple(criteria)[: _MOST - 10])


def _files(case: str, old: Side, new: Side) -> Iterator[Why]:
    """The texts are the same and the digests are not: a file beside the case has changed."""
    before, after = old.digests.get(case), new.digests.get(case)
    texts = any(_why(old.cases[case], new.cases[case], ()))
    if before and after and before != after and not texts:
        yield Why("files", "")


def _body(old: tuple[str, ...], new: tuple[str, ...]) -> Why:
    """The paragraphs of the new body that are not in the old one, and how many are gone."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    same = {block.b + i for block in blocks for i in range(block.size)}
    differ = [str(i + 1) for i in range(len(new)) if i not in same]
    gone = len(old) - sum(block.size for block in blocks)
    return Why("body", ", ".join(differ[:50]), gone)


def _cells(answer: Answer, old: ScoreStage | None, new: ScoreStage | None) -> tuple[OldCell, ...]:
    """The old scores that can still be given: the criterion and the place on its scale exist."""
    if old is None or new is None or old.decimals != new.decimals:
        return ()
    scales = {one.key: one for one in new.criteria}
    return tuple(
        OldCell(key, int(cell.state), cell.points)
        for key, cell in sorted(answer.cells.items())
        if key in scales and (cell.state != State.SCORED or scales[key].scale.allows(cell.points))
    )


def _reason(answer: Answer) -> str:
    return answer.recused.reason if answer.recused else ""
