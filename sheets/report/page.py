"""The report as one HTML file: no script, nothing from elsewhere, the same bytes each time."""

from __future__ import annotations

from collections import Counter
from typing import Any

from sheets.office.view import View, remark
from sheets.report import pictures
from sheets.report.charts import Chart
from sheets.report.cuts import cut_sentences
from sheets.report.markup import finished, page_of
from sheets.report.svg import to_svg
from words import say
from words.text import clean_line

ROWS_OF_A_PICTURE = 45
"""Rows of the strips that fit on one printed page."""


def write_report(view: View, *, named: bool = False) -> bytes:
    """The report; judges stand in it by name only where `named`. Raises E-NOLIBRARY."""
    return page_of("report.html.j2", content(view, named=named))


def content(view: View, *, named: bool) -> dict[str, Any]:
    """Everything the page shows, as plain text and drawn charts."""
    return {
        "lang": "zh-CN" if view.lang == "zh" else "en",
        "title": say("report.title", view.lang, award=view.award),
        "kind": view.kind,
        "final": view.final,
        "facts": facts(view),
        "heads": heads(view),
        "places": places(view),
        "cuts": cut_sentences(view),
        "strips": _drawn(pictures.strips(view)),
        "profile": _drawn(pictures.profile(view)),
        "judges": _drawn(pictures.judges(view, named=named)),
        "progress": progress(view, named=named),
        "sentences": view.sentences,
        "verify": verify(view),
        "digests": digests(view),
        "say": lambda key: say(f"report.{key}", view.lang),
    }


def facts(view: View) -> list[tuple[str, str]]:
    """What the report is of: label and value."""
    values = {
        "number": view.number,
        "day": view.day() or "-",
        "cases": len(view.lines),
        "judges": len(view.sheet.judges),
    }
    return [(say(f"report.fact.{key}", view.lang), str(value)) for key, value in values.items()]


def heads(view: View) -> list[str]:
    keys = ("rank", "case", "title", "unit", "score", "ballots", "tier", "remark")
    return [view.say(f"head.{key}").replace("\n", "") for key in keys]


def places(view: View) -> list[list[str]]:
    """The ranking, a list of cells per case, in the order of `heads`."""
    return [
        [
            "" if line.place.rank is None else str(line.place.rank),
            line.case.number,
            clean_line(line.case.title),
            clean_line(line.case.unit),
            line.place.score or view.say("unranked"),
            str(line.place.ballots),
            view.tier(line.place.tier),
            remark(view, line),
        ]
        for line in view.lines
    ]


def progress(view: View, *, named: bool) -> list[str]:
    """How many ballots came in and who was recused: by name, or how many per case."""
    words = {"given": len(view.sheet.receipts), "judges": len(view.sheet.judges)}
    said = [say("report.progress", view.lang, **words)] if view.sheet.receipts else []
    out = [
        (line.case.number, judge)
        for line in sorted(view.lines, key=lambda line: line.case.number)
        for judge, cell in zip(view.judges(), line.ballots, strict=True)
        if cell.state == "recused"
    ]
    if not out:
        return [*said, say("report.no_recusal", view.lang)]
    if named:
        items = [say("report.recused_by", view.lang, case=case, judge=judge) for case, judge in out]
    else:
        counts = Counter(case for case, _ in out)
        items = [say("report.recused_count", view.lang, case=c, count=n) for c, n in counts.items()]
    joined = view.say("semicolon").join(items)
    return [*said, say("report.recusals", view.lang, count=len(out), list=joined)]


def verify(view: View) -> list[str]:
    """What anybody can do to check the result."""
    keys = ("formulas", "recount", "digest")
    return [say(f"report.verify.{key}", view.lang, number=view.number) for key in keys]


def digests(view: View) -> list[tuple[str, str]]:
    head = view.sheet.result
    values = {
        "digest": view.digest,
        "rules_digest": head.rules_digest,
        "slate_digest": head.slate_digest,
        "data_digest": head.data_digest,
        "log_head": head.log_head,
        "mode": say(f"sheet.mode.{head.mode}", view.lang) if head.mode else "",
    }
    return [(say(f"sheet.fact.{key}", view.lang), text) for key, text in values.items() if text]


def _drawn(chart: Chart) -> list[Any]:
    """The chart in pieces a page can hold, marked as finished markup; empty without rows."""
    return [finished(to_svg(part)) for part in chart.parts(ROWS_OF_A_PICTURE)]
