"""The measures of a result as columns of a CSV file: `measure:dd1`, under the name of its rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sheets.csv_form import read_figure
from sheets.sheet_model import ResultSheet
from words import pick

CODE = "measure:"
"""What the code of a measure's column begins with; its key follows."""
TABLES = ("factor", "adjust")
"""The tables of the rules that ask for measures."""


def headings_of(sheet: ResultSheet, lang: str) -> dict[str, str]:
    """The measures a sheet holds and their headings, in the order of the rules; a measure that
    the rules do not name comes behind, under its key.
    """
    there = {one.measure for one in sheet.measures}
    named = {key: heading for key, heading in _named(sheet, lang) if key in there}
    return {**named, **{key: key for key in sorted(there - named.keys())}}


def _named(sheet: ResultSheet, lang: str) -> Iterator[tuple[str, str]]:
    """Each measure under the name of the first rule that asks for it."""
    seen = set()
    for table in TABLES:
        given = sheet.rules.get(table)
        for rule in given if isinstance(given, list | tuple) else ():
            key = rule.get("measure") if isinstance(rule, Mapping) else None
            if isinstance(key, str) and key not in seen:
                seen.add(key)
                yield key, _name(rule.get("name"), lang) or key


def _name(name: object, lang: str) -> str:
    if not isinstance(name, Mapping):
        return ""
    return pick((str(name.get("zh", "")), str(name.get("en", ""))), lang)


def read_amounts(row: Mapping[str, str], where: str) -> tuple[tuple[str, str], ...]:
    """What a line says was measured: name and amount. Raises E-SHEETFORM."""
    return tuple(
        (code.removeprefix(CODE), read_figure(text, where))
        for code, text in row.items()
        if code.startswith(CODE) and text
    )
