"""Headings that the secretary has paired with fields, for one import or kept in a file.

The file `mapping.toml` has a table for each kind of record; an empty name leaves a column out:

    [nominations]
    "案件名" = "title"
    "联系人" = ""
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping

import tomli_w

from sheets.headings import FIELDS, RecordKind, aliases, fold
from sheets.parser_words import toml_mistake
from sheets.toml_traps import find_trap
from words import Bad, Problem, say
from words.text import clean_line

Mappings = Mapping[RecordKind, Mapping[str, str]]
MOST = 200  # headings of one kind
LONGEST = 100  # characters of a heading


def pairs_of(texts: Iterable[str], kind: RecordKind) -> dict[str, str]:
    """`案件名=title` or `案件名=案例名称`, as typed. Raises E-MAP or E-MAPFIELD, all of them."""
    found: dict[str, str] = {}
    problems = []
    for text in texts:
        heading, sign, name = text.partition("=")
        if not sign or not fold(heading):
            problems.append(Problem("E-MAP", "", {"text": text[:80]}))
        elif (field := field_of(name, kind)) is None:
            problems.append(_unknown(name, kind, ""))
        else:
            found[clean_line(heading)] = field
    if problems:
        raise Bad.of(problems)
    return found


def field_of(name: str, kind: RecordKind) -> str | None:
    """The field that is meant by its own name or by one of its headings; "" leaves out."""
    name = name.strip()
    if not name or name in {field.name for field in FIELDS[kind]}:
        return name
    return aliases(kind).get(fold(name))


def _unknown(name: str, kind: RecordKind, where: str) -> Problem:
    known = "、".join(f"{field.name}({field.headings[0]})" for field in FIELDS[kind])
    return Problem("E-MAPFIELD", where, {"name": name[:40], "known": known})


def parse(data: bytes, where: str) -> dict[RecordKind, dict[str, str]]:
    """The content of a mapping file. Raises E-MAPFILE or E-MAPFIELD, all that is wrong."""
    document = _document(data, where)
    found: dict[RecordKind, dict[str, str]] = {kind: {} for kind in FIELDS}
    problems = [p for key, table in document.items() for p in _take(found, key, table, where)]
    if problems:
        raise Bad.of(problems)
    return found


def _document(data: bytes, where: str) -> Mapping[str, object]:
    """Raises E-MAPFILE."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise Bad("E-MAPFILE", where, why=say("sheet.why.utf8", place=error.start + 1)) from None
    if trap := find_trap(text):
        raise Bad("E-MAPFILE", where, why=say("sheet.why.line", line=trap[1]))
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise Bad("E-MAPFILE", where, why=toml_mistake(text, error)) from None


def _take(
    found: dict[RecordKind, dict[str, str]], key: str, table: object, where: str
) -> Iterable[Problem]:
    kind = next((kind for kind in FIELDS if kind == key), None)
    if kind is None or not isinstance(table, dict) or len(table) > MOST:
        yield Problem("E-MAPFILE", where, {"why": f"[{key[:40]}]"})
        return
    for heading, name in table.items():
        field = field_of(name, kind) if isinstance(name, str) else None
        if field is None or not fold(heading) or len(heading) > LONGEST:
            yield _unknown(f"{heading[:40]} = {name}", kind, where)
        else:
            found[kind][clean_line(heading)] = field


def render(mappings: Mappings) -> bytes:
    """The mapping file; kinds without a heading are left out."""
    kept: dict[str, dict[str, str]] = {
        kind: dict(pairs) for kind, pairs in mappings.items() if pairs
    }
    return tomli_w.dumps(kept).encode("utf-8")


def merged(saved: Mapping[str, str], typed: Mapping[str, str]) -> dict[str, str]:
    """Both; what is typed now goes before what was saved."""
    now = {fold(heading) for heading in typed}
    return {**{h: name for h, name in saved.items() if fold(h) not in now}, **typed}
