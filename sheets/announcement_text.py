"""A published announcement read back as nominations.

A case is a line `经典案例三 · 参评单位:UNIT TITLE` and the paragraphs up to the next such line;
the unit ends at the first space. What stands before the first case, and lines such as
`● 十大经典案例 ●`, are no part of a case. The number of a case is in its label and never in
the order of reading, which is odd numbers first, then even. Nothing is corrected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from sheets.findings import Findings
from sheets.numerals import chinese
from sheets.tables import Line, Table

HEADINGS = ("公告编号", "参评单位", "案例名称", "正文")
GROUPS = ("经典案例", "优秀案例")  # in this order; other groups follow as they first appear
HEAD = re.compile(r"\s*(?P<label>[^\s·•・]{1,30})\s*[·•・]\s*参评单位\s*[:：](?P<rest>.*)")
NEARLY = re.compile(r".{0,30}参评单位\s*[:：]")
SECTION = re.compile(r"\s*([●◆■★])[^●◆■★]*\1\s*")
LABEL = re.compile(r"(?P<group>.*?)(?P<numeral>[一二三四五六七八九十百千零]+|[0-9]{1,6})")


@dataclass
class _Case:
    """One case as it stands in the text; `line` is that of its head."""

    line: int
    label: str
    group: str
    number: int
    unit: str
    title: str
    body: list[str] = field(default_factory=list)


def looks_like_announcement(text: str) -> bool:
    """Whether any line is the head of a case."""
    return any(HEAD.fullmatch(line) for line in text.splitlines())


def read_announcement(text: str, name: str, encoding: str, findings: Findings) -> Table:
    """The cases by label: first all 经典案例 from 一 up, then all 优秀案例, then other groups."""
    table = Table(name, "announcement", (), encoding=encoding)
    cases = list(_cases(text, table, findings))
    _check(cases, table, findings)
    groups = list(dict.fromkeys((*GROUPS, *(case.group for case in cases))))
    cases.sort(key=lambda case: (groups.index(case.group), case.number, case.line))
    rows = (Line(c.line, (c.label, c.unit, c.title, "\n".join(c.body))) for c in cases)
    table.lines = [Line(0, HEADINGS), *rows]
    return table


def _cases(text: str, table: Table, findings: Findings) -> Iterator[_Case]:
    case: _Case | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if head := HEAD.fullmatch(line):
            if case:
                yield case
            case = _head(number, head["label"], head["rest"], table, findings)
        elif NEARLY.match(line):
            findings.wrong("E-HEADLINE", table.place(number), line=line.strip()[:40])
        elif case and line.strip() and not SECTION.fullmatch(line):
            case.body.append(line)
    if case:
        yield case


def _head(line: int, label: str, rest: str, table: Table, findings: Findings) -> _Case:
    unit, _, title = rest.strip().partition(" ")
    parts = LABEL.fullmatch(label)
    number = _value(parts["numeral"]) if parts else 0
    if not number:
        findings.wrong("E-LABEL", table.place(line), label=label)
    if not (unit and title.strip()):
        findings.wrong("E-HEADLINE", table.place(line), line=f"{label} {rest.strip()}"[:40])
    return _Case(line, label, parts["group"] if parts else label, number, unit, title.strip())


def _check(cases: list[_Case], table: Table, findings: Findings) -> None:
    """Labels given twice are wrong; gaps and cases without text are told."""
    places: dict[tuple[str, int], int] = {}
    for case in cases:
        key = (case.group, case.number)
        if case.number and key in places:
            findings.wrong("E-LABELTWICE", table.place(case.line), label=case.label,
                           first=table.place(places[key]))  # fmt: skip
        places.setdefault(key, case.line)
        if not case.body:
            findings.warn("W-NOBODY", table.place(case.line), label=case.label)
    for group in dict.fromkeys(case.group for case in cases):
        have = {case.number for case in cases if case.group == group}
        gaps = [n for n in range(1, min(max(have), 1000)) if n not in have]
        if gaps:
            findings.warn("W-LABELGAP", table.file, group=group, missing=_listed(gaps))


def _listed(numbers: list[int]) -> str:
    return "、".join(map(str, numbers[:10])) + (" ..." if len(numbers) > 10 else "")


def _value(numeral: str) -> int:
    """1 for 一 or 1, 10 for 十; 0 for what is no number."""
    return int(numeral) if numeral.isascii() else _numerals().get(numeral, 0)


@cache
def _numerals() -> Mapping[str, int]:
    return {chinese(number): number for number in range(1, 1000)}
