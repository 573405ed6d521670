"""Every file of one result, by its name. Names are made of the result's number only."""

from __future__ import annotations

from collections.abc import Sequence

from db.records import Nomination
from scoring.rules import Rules
from sheets.announcement import Announced, announcement_text
from sheets.csv_sheet import write_matrix_csv, write_ranking_csv
from sheets.sheet_model import ResultSheet
from sheets.toml_sheet import write_toml


def files_of(
    sheet: ResultSheet, rules: Rules, nominations: Sequence[Nomination], lang: str
) -> dict[str, bytes]:
    """File name -> bytes; the same result gives the same bytes.

    `nominations` are the cases with their bodies, as they were when the result was made
    (the sheet's digest covers them). A provisional announcement says so in its name.
    """
    number, draft = f"{sheet.result.number:03}", sheet.result.kind == "provisional"
    text = announcement_text(announced(sheet, nominations), rules.announce, rules.tiers, lang)
    return {
        f"result-{number}.toml": write_toml(sheet),
        f"ranking-{number}-{lang}.csv": write_ranking_csv(sheet, lang),
        f"scores-{number}-{lang}.csv": write_matrix_csv(sheet, lang),
        f"announcement-{number}{'-draft' if draft else ''}.txt": text.encode("utf-8"),
    }


def announced(sheet: ResultSheet, nominations: Sequence[Nomination]) -> list[Announced]:
    """The cases that have a tier, with their announcement numbers."""
    cases = {case.number: case for case in nominations}
    return [
        Announced(place.tier, place.announce_no, case.unit, case.title, case.body)
        for place in sheet.ranking
        if place.announce_no is not None
        for case in [cases[place.case]]
    ]
