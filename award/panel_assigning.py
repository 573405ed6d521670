"""Which panel reads which cases (规则第10条): shown first, then written down as an assignment.

`a=S01,S02` names cases, `b=field:化学` a field, unit, region or level; both may be mixed. The
judges of a panel get its cases, all other judges everything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from award.assigning import keep, of_others
from award.folder import Award
from award.terms import counted_rules
from db.records import Assignment, Nomination
from scoring.chain_rules import Panel
from words import Bad, Problem, say

GROUPS = ("field", "unit", "region", "level")


@dataclass(frozen=True)
class PanelShare:
    """One panel, its judges and the numbers of its cases, in the order of the list."""

    panel: str
    judges: tuple[str, ...]
    cases: tuple[str, ...]


def planned_panels(award: Award, texts: Sequence[str]) -> tuple[PanelShare, ...]:
    """What these `KEY=CASES` would give each panel. Raises every mistake together.

    E-PANEL-FORM, E-PANEL-UNKNOWN, E-PANEL-CASE, E-PANEL-TWICE (a case in two panels),
    E-PANEL-LEFT (a case in none), E-JUDGEUNKNOWN.
    """
    panels = {panel.key: panel for panel in panels_of(award)}
    nominations = award.store.nominations()
    problems: list[Problem] = []
    shares: list[PanelShare] = []
    for text in texts:
        key, equals, names = text.partition("=")
        key = key.strip()
        if not (equals and names.strip()):
            problems.append(Problem("E-PANEL-FORM", "", {"text": text}))
        elif key not in panels:
            known = ", ".join(panels) or "-"
            problems.append(Problem("E-PANEL-UNKNOWN", "", {"key": key, "known": known}))
        else:
            found = [_cases(nominations, name.strip()) for name in names.split(",")]
            problems += [Problem("E-PANEL-CASE", key, {"name": name.strip()})
                         for name, cases in zip(names.split(","), found, strict=True)
                         if not cases]  # fmt: skip
            wanted = {case for cases in found for case in cases}
            own = tuple(one.number for one in nominations if one.number in wanted)
            shares.append(PanelShare(key, panels[key].judges, own))
    problems += [*_strangers(award, shares), *(() if problems else _uneven(nominations, shares))]
    if problems:
        raise Bad.of(problems)
    return tuple(shares)


def panels_of(award: Award) -> tuple[Panel, ...]:
    """The panels of all stages."""
    return tuple(panel for stage in counted_rules(award).chain for panel in stage.panels)


def _cases(nominations: Sequence[Nomination], name: str) -> list[str]:
    kind, colon, value = name.partition(":")
    if colon and kind in GROUPS:
        return [one.number for one in nominations if getattr(one, kind) == value]
    return [one.number for one in nominations if one.number == name]


def _strangers(award: Award, shares: Sequence[PanelShare]) -> Iterator[Problem]:
    known = [judge.id for judge in award.store.judges()]
    for share in shares:
        for judge in share.judges:
            if judge not in known:
                said = {"name": judge, "known": ", ".join(known[:20]) or "-"}
                yield Problem("E-JUDGEUNKNOWN", share.panel, said)


def _uneven(nominations: Sequence[Nomination], shares: Sequence[PanelShare]) -> Iterator[Problem]:
    """Every case belongs to exactly one panel."""
    often = Counter(case for share in shares for case in set(share.cases))
    for case in (case for case, count in often.items() if count > 1):
        where = ", ".join(share.panel for share in shares if case in share.cases)
        yield Problem("E-PANEL-TWICE", case, {"panels": where})
    left = [one.number for one in nominations if one.number not in often]
    if left:
        yield Problem("E-PANEL-LEFT", "", {"cases": ", ".join(left[:20]), "count": len(left)})


def assign_panels(award: Award, shares: Sequence[PanelShare], by: str) -> Assignment:
    """Write it down; the same again adds nothing. Raises E-ASSIGN-LATE."""
    everything = frozenset(one.number for one in award.store.nominations())
    own = {judge: frozenset(share.cases) for share in shares for judge in share.judges}
    all_ = {judge.id: everything for judge in award.store.judges()}
    one = Assignment(0, 0, {**all_, **of_others(award), **own})
    if award.store.assignment() != one:
        keep(award, one, by)
    return one


def panel_lines(shares: Sequence[PanelShare]) -> list[str]:
    """One sentence for each panel."""
    return [
        say("assignment.panel", panel=share.panel, judges=", ".join(share.judges),
            count=len(share.cases), cases=", ".join(share.cases))
        for share in shares
    ]  # fmt: skip
