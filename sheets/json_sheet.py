"""The complete result as JSON, for other programs; read back unchanged.

Same sheet, same bytes. Keys stand in their order, text as it is, and the file carries the
digest of its own content, so that a later edit is noticed.
"""

from __future__ import annotations

import json
from typing import NoReturn

from sheets.result_sheet import from_data, payload_digest, to_data
from sheets.sheet_model import ResultSheet
from words import Bad, say

LIMIT = 64 * 2**20
"""Bytes of the largest file that is read."""


def write_json(sheet: ResultSheet) -> bytes:
    """The whole sheet as UTF-8 JSON with LF line ends."""
    document = {"pingxuan": "result", "digest": payload_digest(sheet), **to_data(sheet)}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def read_json(data: bytes) -> ResultSheet:
    """The sheet of `write_json`'s bytes; other spacing, CRLF and a BOM are taken too.

    Raises E-SHEETSIZE, E-SHEETTEXT, E-SHEETFORM, or E-SHEETCHANGED where the content is not
    what the digest in the file says.
    """
    if len(data) > LIMIT:
        raise Bad("E-SHEETSIZE", size=len(data), limit=LIMIT)
    document = _parsed(data)
    if document.pop("pingxuan", None) != "result":
        _refuse(say("sheet.why.codes"))
    digest = document.pop("digest", None)
    sheet = from_data(document)
    if digest != payload_digest(sheet):
        raise Bad("E-SHEETCHANGED")
    return sheet


def _parsed(data: bytes) -> dict[str, object]:
    """Strictly: no number but whole ones, no key twice, nothing but one table."""
    try:
        found = json.loads(
            data.decode("utf-8-sig"),
            parse_float=_refuse,
            parse_constant=_refuse,
            object_pairs_hook=_each_once,
        )
    except UnicodeDecodeError as error:
        _refuse(say("sheet.why.utf8", place=error.start))
    except json.JSONDecodeError as error:
        _refuse(say("sheet.why.line", line=error.lineno))
    except (RecursionError, ValueError):
        _refuse("JSON")
    return found if isinstance(found, dict) else _refuse("JSON")


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    return table if len(table) == len(pairs) else _refuse("JSON")


def _refuse(why: str) -> NoReturn:
    raise Bad("E-SHEETTEXT", why=why)
