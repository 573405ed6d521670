"""A plan as sentences, for the screen or the terminal, before anything is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from award.assignment_connect import SEARCH
from award.assignment_model import Change, Connection, FieldShare, Load, Part, Plan
from db.order import natural
from scoring.points import format_fixed, round_to
from words import language, say, sentence

_NOBODY: Mapping[str, str] = MappingProxyType({})
NAMED = 12  # longer lists are cut, with their number


def plan_lines(
    plan: Plan, lang: str | None = None, people: Mapping[str, str] = _NOBODY
) -> list[str]:
    """Head, connectedness, fields and judges, with the names in `people` by id; or why nothing
    can be assigned.
    """
    lang = lang or language()
    if plan.problems:
        head = say("assignment.impossible", lang)
        return [head, *(sentence(problem, lang) for problem in plan.problems)]
    return [
        *_head(plan, lang),
        *connection_lines(plan, lang),
        *_fields(plan, lang),
        *_loads(plan, lang, people),
    ]


def _head(plan: Plan, lang: str) -> Iterator[str]:
    loads = sorted(len(load.cases) for load in plan.loads)
    ballots = sorted(Counter(case for case, _ in plan.pairs).values())
    yield say(
        "assignment.head",
        lang,
        cases=len(ballots),
        ballots=_span(ballots[0], ballots[-1], lang),
        readings=len(plan.pairs),
        judges=len(loads),
        loads=_span(loads[0], loads[-1], lang),
        seed=plan.seed,
    )
    if loads[-1] - loads[0] > 1:
        yield say("assignment.uneven", lang, gap=loads[-1] - loads[0])


def _span(low: int, high: int, lang: str) -> str:
    return str(low) if low == high else say("assignment.span", lang, low=low, high=high)


def connection_lines(plan: Plan, lang: str | None = None) -> list[str]:
    """Whether the judges can be compared; if not, the groups, the reason and what would help."""
    lang, link = lang or language(), plan.connection
    if link.connected:
        return [say("assignment.connected", lang)]
    parts = [_part(nth, part, lang) for nth, part in enumerate(link.parts[:NAMED], 1)]
    split = say("assignment.split", lang, parts=len(link.parts))
    return [split, *parts, _reason(plan, lang), _change(link, lang)]


def _part(nth: int, part: Part, lang: str) -> str:
    judges, cases = names(part.judges, lang), names(part.cases, lang)
    return say("assignment.part", lang, nth=nth, judges=judges, cases=cases)


def names(listed: Sequence[str], lang: str) -> str:
    """All of a short list, the first of a long one with its number."""
    if len(listed) <= NAMED:
        return ", ".join(listed)
    return say("assignment.many", lang, first=", ".join(listed[:NAMED]), count=len(listed))


def _reason(plan: Plan, lang: str) -> str:
    cases, judges, readings = (
        len({case for case, _ in plan.pairs}),
        len(plan.loads),
        len(plan.pairs),
    )
    need = cases + judges - 1
    return say(
        f"assignment.reason.{plan.connection.reason}",
        lang,
        cases=cases,
        judges=judges,
        readings=readings,
        need=need,
        short=need - readings,
        tries=SEARCH,
    )


def _change(link: Connection, lang: str) -> str:
    if link.change is None:
        return say("assignment.change.none", lang)
    steps = say("assignment.comma", lang).join(_steps(link.change, lang))
    return say("assignment.change", lang, steps=steps)


def _steps(change: Change, lang: str) -> Iterator[str]:
    if change.more:
        yield say("assignment.change.more", lang, cases=", ".join(change.more))
    for case, judge in change.permit:
        yield say("assignment.change.permit", lang, case=case, judge=judge)
    for key, step in (("lower", change.lower), ("higher", change.higher)):
        if step:
            yield say(f"assignment.change.{key}", lang, step=step)


def _fields(plan: Plan, lang: str) -> list[str]:
    return [_field(share, len(plan.loads), lang) for share in plan.fields]


def _field(share: FieldShare, judges: int, lang: str) -> str:
    mean = format_fixed(round_to(Fraction(share.readings, judges), 1, "half_up"), 1)
    name = share.field or say("assignment.nofield", lang)
    each = _span(share.least, share.most, lang)
    return say("assignment.field", lang, field=name, cases=share.cases, each=each, mean=mean)


def _loads(plan: Plan, lang: str, people: Mapping[str, str]) -> list[str]:
    return [_load(plan, load, lang, people.get(load.judge, "")) for load in plan.loads]


def _load(plan: Plan, load: Load, lang: str, name: str) -> str:
    judge = f"{load.judge} {name}".strip()
    counts = zip(plan.fields, load.fields, strict=True)
    none = say("assignment.nofield", lang)
    fields = ", ".join(f"{share.field or none} {count}" for share, count in counts)
    cases = ", ".join(sorted(load.cases, key=natural))
    return say(
        "assignment.load", lang, judge=judge, count=len(load.cases), fields=fields, cases=cases
    )
