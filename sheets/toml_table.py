"""TOML to a table: a list such as `[[nomination]]`, its keys as headings, text only."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

from sheets.findings import Findings
from sheets.headings import RecordKind
from sheets.parser_words import toml_mistake
from sheets.tables import Line, Table
from sheets.toml_traps import find_trap
from words import Bad

LISTS: Mapping[RecordKind, tuple[str, ...]] = {
    "nominations": ("nomination", "nominations", "case", "cases", "申报", "案例"),
    "judges": ("judge", "judges", "评委"),
    "recusals": ("recusal", "recusals", "回避"),
}
FIRST_LINE = re.compile(
    r"""\s*(\[\[?\s*[\w"'][^\],;\t]*\]\]?\s*(\#.*)?|(?!sep=)[\w-]+\s*=\s*\S.*)"""
)


class _Float(str):
    """A number with a fraction as it was written: marked so that it is refused, never rounded."""


def looks_like_toml(text: str) -> bool:
    """By the first line that is neither blank nor a comment: `[[nomination]]` or `key = value`."""
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return FIRST_LINE.fullmatch(next(lines, "")) is not None


def read_toml(text: str, name: str, encoding: str, kind: RecordKind, findings: Findings) -> Table:
    """The table of the entries of one kind. Raises E-TOML..., tells wrong values in `findings`."""
    entry, entries = _list(_parse(text, name), name, kind, findings)
    headings = list(dict.fromkeys(key for each in entries for key in each))
    table = Table(name, "toml", (), entry=entry, encoding=encoding)
    lines = [Line(0, tuple(headings))]
    for number, each in enumerate(entries, 1):
        cells = (_text(each.get(key, ""), table, number, key, findings) for key in headings)
        lines.append(Line(number, tuple(cells)))
    table.lines = lines
    return table


def _parse(text: str, name: str) -> Mapping[str, object]:
    if trap := find_trap(text):
        raise Bad(trap[0], f"{name}:{trap[1]}")
    try:
        return tomllib.loads(text, parse_float=_Float)
    except (ValueError, RecursionError) as error:  # also an integer of thousands of digits
        raise Bad("E-TOML", name, why=toml_mistake(text, error)) from None


def _list(
    document: Mapping[str, object], name: str, kind: RecordKind, findings: Findings
) -> tuple[str, list[Mapping[str, object]]]:
    """The list of this kind; other keys of the document are told, not read."""
    found = next((key for key in LISTS[kind] if key in document), None)
    entries = document.get(found) if found else None
    if not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
        raise Bad("E-TOMLLIST", name, wanted=f"[[{LISTS[kind][0]}]]")
    for key in document:
        if key != found:
            findings.warn("W-TOMLKEY", name, key=key[:100])
    return str(found), entries


def _text(value: object, table: Table, number: int, key: str, findings: Findings) -> str:
    """A text, or a list of texts as paragraphs; anything else must be put in quotes."""
    if type(value) is str:
        return value
    if isinstance(value, list) and all(type(each) is str for each in value):
        return "\n".join(value)
    findings.wrong("E-TOMLTYPE", table.place(number, heading=key), value=str(value)[:40])
    return ""
