"""The report as one HTML file: no script, nothing from elsewhere, the same bytes each time."""

from __future__ import annotations

from collections import Counter
from typing import Any

from sheets.office.view import Part, View, remark
from sheets.report import pictures
from sheets.report.charts import Chart
from sheets.report.cuts import cut_sentences
from sheets.report.markup import finished, page_of
from sheets.report.svg import to_svg
from words import say
from words.text import clean_line

NUMERALS = "一二三四五六七八九十"
ROWS_OF_A_PICTURE = 45
"""Rows of the strips that fit on one printed page."""


def write_report(view: View, *, named: bool = False) -> bytes:
    """The report; judges stand in it by name only where `named`. Raises E-NOLIBRARY."""
    return page_of("report.html.j2", content(view, named=named))


def content(view: View, *, named: bool) -> dict[str, Any]:
    """Everything the page shows, as plain text and drawn charts."""
    shown = {
        "lang": "zh-CN" if view.lang == "zh" else "en",
        "title": say("report.title", view.lang, award=view.award),
        "kind": view.kind,
        "final": view.final,
        "facts": facts(view),
        "heads": heads(view),
        "places": places(view),
        "cuts": cut_sentences(view),
        "figures": figures(view, named=named),
        "progress": progress(view, named=named),
        "sentences": view.sentences,
        "verify": verify(view),
        "digests": digests(view),
    }
    return {**shown, "words": _headings(shown, view.lang)}


def _headings(shown: dict[str, Any], lang: str) -> dict[str, str]:
    """The headings of the sections there are, numbered as they come."""
    keys = ["ranking", *(["cuts"] if shown["cuts"] else [])]
    keys += [section["key"] for section in shown["figures"]]
    keys += ["progress_head", *(["rules"] if shown["sentences"] else []), "verify_head"]
    numbers = NUMERALS if lang == "zh" else range(1, len(NUMERALS) + 1)
    return {
        key: say("report.numbered", lang, number=number, head=say(f"report.{key}", lang))
        for key, number in zip(keys, numbers, strict=False)
    }


def facts(view: View) -> list[tuple[str, str]]:
    """What the report is of: label and value."""
    values = {
        "number": view.number,
        "day": view.day() or "-",
        "cases": len(view.lines),
        "judges": view.judge_count,
    }
    return [(say(f"report.fact.{key}", view.lang), str(value)) for key, value in values.items()]


def heads(view: View) -> list[tuple[str, bool]]:
    """The headings of the ranking, and whether the column is narrow and centred."""
    stages = [(view.name(part.record), True) for part in _weighed(view)]
    left = [("rank", True), ("case", True), ("title", False), ("unit", False)]
    right = [("total" if stages else "score", True), *([] if stages else [("ballots", True)]),
             ("tier", True), ("remark", False)]  # fmt: skip
    said = [[(view.say(f"head.{key}").replace("\n", ""), narrow) for key, narrow in side]
            for side in (left, right)]  # fmt: skip
    return [*said[0], *stages, *said[1]]


def _weighed(view: View) -> list[Part]:
    """The stages with a number of their own, where there are several."""
    found = [part for part in view.parts if any(one.score for one in part.record.results)]
    return found if len(found) > 1 else []


def places(view: View) -> list[dict[str, Any]]:
    """The ranking, the cells of each case in the order of `heads`; `ends`: its tier ends there."""
    results = [part.results for part in _weighed(view)]
    rows = []
    for at, line in enumerate(view.lines):
        following = view.lines[at + 1].place.tier if at + 1 < len(view.lines) else line.place.tier
        cells = [
            "" if line.place.rank is None else str(line.place.rank),
            line.case.number,
            clean_line(line.case.title),
            clean_line(line.case.unit),
            *(one[line.case.number].score if line.case.number in one else "" for one in results),
            line.place.score or view.say("unranked"),
            *([] if results else [str(line.place.ballots)]),
            view.tier(line.place.tier),
            remark(view, line),
        ]
        rows.append(
            {"cells": cells, "ends": bool(line.place.tier) and line.place.tier != following}
        )
    return rows


def figures(view: View, *, named: bool) -> list[dict[str, Any]]:
    """The charts under their headings, stage by stage where there are several."""
    sections: dict[str, list[tuple[str, Chart]]] = {"strips": [], "profile": [], "judges": []}
    for name, one in pictures.of_stages(view):
        sections["strips"].append((name, one))
    for judged in view.judged:
        if judged.ticks:
            continue
        if len(judged.criteria) > 1 or not view.parts:
            sections["profile"].append((judged.stage, pictures.profile(judged)))
        sections["judges"].append((judged.stage, pictures.judges(judged, named=named)))
    return [
        {
            "key": key,
            "note": _note(view, key),
            "groups": [{"name": name, "charts": _drawn(chart)} for name, chart in charts],
        }
        for key, charts in sections.items()
        if any(chart.rows for _, chart in charts)
    ]


def _note(view: View, key: str) -> str:
    """What a chart shows; beside the means by criterion, that they leave weights aside."""
    kind = f"{key}_note_stages" if view.parts and key == "strips" else f"{key}_note"
    if key == "strips" and not view.parts and not pictures.on_scale(view):
        kind = "strips_note_beyond"
    said = say(f"report.{kind}", view.lang)
    weighed = any(one.rules.stage.judge_weights for one in view.judged if not one.ticks)
    return (
        f"{said}{say('report.profile_weights', view.lang)}"
        if weighed and key == "profile"
        else said
    )


def progress(view: View, *, named: bool) -> list[str]:
    """How many ballots came in and who was recused: by name, or how many per case."""
    words = {"given": len(view.sheet.receipts), "judges": view.judge_count}
    said = [say("report.progress", view.lang, **words)] if view.sheet.receipts else []
    for judged in view.judged:
        said.append(f"{judged.stage}{view.say('colon') if judged.stage else ''}"
                    f"{_recusals(judged, named=named)}")  # fmt: skip
    return said


def _recusals(view: View, *, named: bool) -> str:
    """Who was recused from what in one stage."""
    out = [
        (line.case.number, judge)
        for line in sorted(view.lines, key=lambda line: line.case.number)
        for judge, cell in zip(view.judges(), line.ballots, strict=True)
        if cell.state == "recused"
    ]
    if not out:
        return say("report.no_recusal", view.lang)
    if named:
        items = [say("report.recused_by", view.lang, case=case, judge=judge) for case, judge in out]
    else:
        counts = Counter(case for case, _ in out)
        items = [say("report.recused_count", view.lang, case=c, count=n) for c, n in counts.items()]
    joined = view.say("semicolon").join(items)
    return say("report.recusals", view.lang, count=len(out), list=joined)


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
