"""The close sheet for people: text, and a page to print; and its files beside the award."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from award.folder import Award
from award.pages import facts, page, paragraph
from award.printed import printed
from award.rounds import round_name
from db.clock import on_the_wall
from db.receipts import format_receipt, groups
from exchange.closing import SignedSheet, digest_of, to_toml
from exchange.crypto import fingerprint
from files.writing import cannot_write, write_atomic
from words import pick, say
from words.text import clean_line

FOLDER = "close"


def write_sheet(award: Award, signed: SignedSheet) -> tuple[Path, ...]:
    """Text, page and TOML in `close/`, of a chain named by the stage; the same sheet gives the
    same bytes.
    """
    folder = award.folder / FOLDER
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from None
    text = "\n".join([*sheet_lines(award, signed), ""])
    stem = f"close-sheet-{signed.header.stage}" if award.rules.chain else "close-sheet"
    files = {
        f"{stem}.txt": text.encode("utf-8"),
        f"{stem}.html": sheet_page(award, signed).encode("utf-8"),
        f"{stem}.toml": to_toml(signed, [say("collect.sheet.title")]),
    }
    for name, data in files.items():
        write_atomic(folder / name, data, overwrite=True)
    return tuple(folder / name for name in files)


def sheet_lines(award: Award, signed: SignedSheet) -> list[str]:
    """The sheet as plain lines."""
    lines = [say("collect.sheet.title"), ""]
    lines += [f"{name}: {value}" for name, value in _facts(award, signed)]
    lines += ["", say("collect.sheet.judges")]
    lines += [f"  {judge}  {name}  {state}" for judge, name, state in _judges(award, signed)]
    lines += ["", say("collect.sheet.receipts")]
    lines += [f"  {format_receipt(one)}" for one in signed.sheet.receipts]
    lines += ["", say("collect.sheet.files"), *(f"  {one}" for one in signed.sheet.files), ""]
    return [*lines, say("collect.sheet.check")]


def sheet_page(award: Award, signed: SignedSheet) -> str:
    """The sheet as a page for A4; every value is escaped."""
    receipts = [[format_receipt(one)] for one in signed.sheet.receipts]
    return page(
        say("collect.sheet.title"),
        facts(_facts(award, signed)),
        _table(say("collect.sheet.judges"), _judges(award, signed)),
        _table(say("collect.sheet.receipts"), receipts),
        paragraph(say("collect.sheet.check")),
        _table(say("collect.sheet.files"), [[one] for one in signed.sheet.files]),
    )


def _facts(award: Award, signed: SignedSheet) -> list[tuple[str, str]]:
    header, sheet, name = signed.header, signed.sheet, award.rules.name
    key = fingerprint(bytes.fromhex(header.key)) if header.key else say("collect.sheet.unsigned")
    values = {
        "award": pick((name.zh, name.en)),
        "id": header.award,
        "stage": round_name(award.rules, header.stage),
        "slate": groups(header.slate),
        "at": on_the_wall(sheet.closed_at),
        "head": sheet.log_head,
        "digest": printed(digest_of(signed)),
        "key": key,
    }
    lines = [(say(f"collect.sheet.{what}"), clean_line(value)) for what, value in values.items()]
    mode = say(f"letter.mode.{'sealed' if header.key else 'open'}")
    return [*lines, (say("letter.mode"), mode)]


def _judges(award: Award, signed: SignedSheet) -> list[tuple[str, str, str]]:
    names = {one.id: one.name for one in award.store.judges()}
    return [
        (line.judge, names.get(line.judge, ""), say(f"collect.sheet.{_yes(line.returned)}"))
        for line in signed.sheet.judges
    ]


def _yes(returned: bool) -> str:
    return "yes" if returned else "no"


def _table(title: str, rows: Sequence[Sequence[str]]) -> str:
    lines = ("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<h2>{escape(title)}</h2><table>\n" + "\n".join(lines) + "\n</table>"
