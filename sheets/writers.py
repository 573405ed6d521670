"""Every file of one result, by its name. Names are made of the result's number only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from db.records import Nomination, ResultKind
from scoring.rules import Rules
from sheets.announcement import Announced, announcement_text
from sheets.csv_sheet import write_matrix_csv, write_ranking_csv
from sheets.sheet_model import ResultSheet
from sheets.toml_sheet import write_toml
from words import say
from words.catalog import LANGUAGES

HIGHEST_NUMBER = 999_999


def export_names(number: int, kind: ResultKind, lang: str) -> dict[str, str]:
    """The file name of each export: `result-003.toml`, `ranking-003-zh.csv`.

    Nothing anybody typed is in a name. Raises ValueError for what is no number, kind or
    language of ours.
    """
    known = kind in get_args(ResultKind) and lang in LANGUAGES
    if not (known and type(number) is int and 0 <= number <= HIGHEST_NUMBER):
        raise ValueError(f"no file name for {number!r}, {kind!r}, {lang!r}")
    draft = "-draft" if kind == "provisional" else ""
    return {
        "toml": f"result-{number:03}.toml",
        "ranking": f"ranking-{number:03}-{lang}.csv",
        "scores": f"scores-{number:03}-{lang}.csv",
        "announcement": f"announcement-{number:03}-{lang}{draft}.txt",
    }


def files_of(
    sheet: ResultSheet, rules: Rules, nominations: Sequence[Nomination], lang: str
) -> dict[str, bytes]:
    """File name -> bytes; the same result gives the same bytes.

    `nominations` are the cases with their bodies, as they were when the result was made
    (the sheet's digest covers them). A provisional announcement says so in its name and text.
    """
    names = export_names(sheet.result.number, sheet.result.kind, lang)
    cases = announced(sheet, nominations)
    notice = provisional_notice(sheet, lang)
    text = announcement_text(cases, rules.announce, rules.tiers, lang, notice)
    return {
        names["toml"]: write_toml(sheet),
        names["ranking"]: write_ranking_csv(sheet, lang),
        names["scores"]: write_matrix_csv(sheet, lang),
        names["announcement"]: text.encode("utf-8"),
    }


def announced(
    sheet: ResultSheet, nominations: Sequence[Nomination], numbers: Mapping[str, int] | None = None
) -> list[Announced]:
    """The cases that have a tier. `numbers`, by case, replace those the rules give."""
    cases = {case.number: case for case in nominations}
    chosen = numbers or {}
    return [
        Announced(
            place.tier, chosen.get(place.case, place.announce_no), case.unit, case.title, case.body
        )
        for place in sheet.ranking
        if place.announce_no is not None
        for case in [cases[place.case]]
    ]


def provisional_notice(sheet: ResultSheet, lang: str) -> str:
    """What a provisional announcement says at its top; empty for a final one."""
    if sheet.result.kind == "final":
        return ""
    kind = say("sheet.kind.provisional", lang)
    return say("sheet.notice", lang, kind=kind, number=sheet.result.number)
