"""The complete result as TOML: for people to read, for machines to read back unchanged.

Same sheet, same bytes: the order of keys is fixed here, whatever order the data came in.
The file carries the digest of its own content, so that a later edit is noticed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import NoReturn

import tomli_w

from sheets.parser_words import toml_mistake
from sheets.plain import Plain
from sheets.result_sheet import from_data, payload_digest, to_data
from sheets.sheet_model import ResultSheet
from words import Bad, say

LIMIT = 32 * 2**20
"""Bytes of the largest sheet that is read."""
MAX_DOTS = 50
"""Outside quotes on one line: longer dotted keys make TOML parsers take minutes and gigabytes."""

COMMENT = """\
# 评分汇总表：决定结果的一切都在这里。由程序生成，请勿修改；改动会被发现。
# Result sheet: everything that decided the result. Written by the program; edits are noticed.
# 每一项的含义见 docs/files.md。 Every key is explained in docs/files.md.

"""
SECTIONS = (
    "result", "award", "ranking", "open_cuts", "open_judges", "decisions", "gaps", "tiers",
    "criteria", "cases", "judges", "scores", "receipts", "deviations", "stages", "events",
    "vacancies", "runoffs", "measures", "rules",
)  # fmt: skip
RULE_KEYS = (
    "format", "award", "scale", "criterion", "stage", "aggregate", "missing", "rounding",
    "judge_weights", "ranking", "tier", "judges", "calibration", "deviation", "recheck",
    "recusal", "announce", "id", "key", "from", "name", "zh", "en", "weight",
)  # fmt: skip
"""The order of keys inside the rules; others follow by alphabet."""

_QUOTED = re.compile(r'"(?:[^"\\]++|\\.)*"?')  # one that is not closed takes the rest


def write_toml(sheet: ResultSheet) -> bytes:
    """The whole sheet as UTF-8 TOML with LF line ends."""
    data = to_data(sheet)
    head = data["result"]
    assert isinstance(head, dict)
    document: Plain = {name: _section(name, data[name]) for name in SECTIONS if name in data}
    document["result"] = {**head, "digest": payload_digest(sheet)}
    return (COMMENT + tomli_w.dumps(document, indent=2)).encode("utf-8")


def read_toml(data: bytes) -> ResultSheet:
    """The sheet of `write_toml`'s bytes; CRLF line ends and a BOM are taken too.

    Raises E-SHEETSIZE, E-SHEETTEXT, E-SHEETFORM, or E-SHEETCHANGED where the content is not
    what the digest in the file says.
    """
    if len(data) > LIMIT:
        raise Bad("E-SHEETSIZE", size=len(data), limit=LIMIT)
    document = _parse(_text(data))
    plain = {name: _unwrapped(name, section) for name, section in document.items()}
    digest = _taken_digest(plain)
    sheet = from_data(plain)
    if digest != payload_digest(sheet):
        raise Bad("E-SHEETCHANGED")
    return sheet


def _section(name: str, content: object) -> object:
    """Lists go under `rows`: a bare array after a table would belong to that table."""
    if name == "rules":
        return _ordered(content)
    rows = list(map(_joined, content)) if isinstance(content, list) else None
    return content if rows is None else {"rows": rows}


def _joined(row: object) -> object:
    """The cells of a score row as one text: `85 88.5 recused 90` fits on a line."""
    if not isinstance(row, dict):
        return row
    cells = row.get("cells")
    return {**row, "cells": " ".join(cells)} if isinstance(cells, list) else row


def _unwrapped(name: str, section: object) -> object:
    if name not in SECTIONS:
        raise Bad("E-SHEETFORM", name, expected=say("sheet.expected.known_key"))
    if name in {"result", "award", "rules"} or not isinstance(section, dict):
        return section
    if set(section) != {"rows"} or not isinstance(section["rows"], list):
        raise Bad("E-SHEETFORM", f"{name}.rows", expected=say("sheet.expected.list"))
    return [_split(row) for row in section["rows"]] if name == "scores" else section["rows"]


def _split(row: object) -> object:
    cells = row.get("cells") if isinstance(row, dict) else None
    return {**row, "cells": cells.split()} if isinstance(cells, str) else row  # type: ignore[dict-item]


def _ordered(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _ordered(value[key]) for key in sorted(value, key=_rule_place)}
    return [_ordered(part) for part in value] if isinstance(value, list | tuple) else value


def _rule_place(key: str) -> tuple[int, str]:
    return (RULE_KEYS.index(key) if key in RULE_KEYS else len(RULE_KEYS)), key


def _taken_digest(plain: Plain) -> object:
    """Take the digest out of the head: it is about the sheet and no part of it."""
    head = plain.get("result")
    return head.pop("digest", None) if isinstance(head, dict) else None


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return _unreadable(say("sheet.why.utf8", place=error.start))


def _parse(text: str) -> Plain:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.startswith("#"):
            _refuse_traps(line, number)
    try:
        return tomllib.loads(text, parse_float=_no_float)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        return _unreadable(toml_mistake(text, error))


def _refuse_traps(line: str, number: int) -> None:
    """Long dotted keys, and the quotes we never write, which could hide them."""
    bare = _QUOTED.sub("", line)
    if bare.count(".") > MAX_DOTS or "'" in bare or '"""' in line:
        _unreadable(say("sheet.why.line", line=number))


def _no_float(text: str) -> NoReturn:
    raise ValueError(f"Invalid value {text}")


def _unreadable(why: str) -> NoReturn:
    raise Bad("E-SHEETTEXT", why=why)
