"""The receipt of a submitted ballot as a page to print: it names no case and no score."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from award.folder import Award
from award.pages import facts, page, paragraph
from db.receipts import format_receipt, groups
from db.records import Ballot, Judge
from exchange.workspace import Workspace
from files.writing import write_atomic
from scoring.rules import Rules
from words import pick, say


def save_receipt(award: Award, ballot: Ballot) -> Path:
    """Write the page into the award folder's receipts/ and return where it is.

    The file is named from ids only; the same receipt again gives the same bytes.
    """
    path = award.folder / "receipts" / f"receipt-{ballot.judge}-{ballot.revision}.html"
    path.parent.mkdir(exist_ok=True)
    text = receipt_page(award.rules, award.store.judge(ballot.judge), ballot)
    write_atomic(path, text.encode("utf-8"), overwrite=True)
    return path


def save_sealed_receipt(work: Workspace, ballot: Ballot) -> Path:
    """The page of a sealed ballot, beside the ballot file."""
    file, header = work.ballot_path(ballot), work.header
    path = file.with_name(f"{file.stem}-receipt.html")
    more = {
        "file": file.name,
        "slate": f"{groups(header.slate)} (v{header.version})",
        "mode": say(f"letter.mode.{header.mode}"),
    }
    text = receipt_page(work.rules, work.store.judge(ballot.judge), ballot, more)
    write_atomic(path, text.encode("utf-8"), overwrite=True)
    return path


def receipt_page(
    rules: Rules, judge: Judge, ballot: Ballot, more: Mapping[str, str] | None = None
) -> str:
    """The page; `more` are further facts by the ids of their words."""
    code = say("receipt.code")
    values = {
        "award": pick((rules.title.zh, rules.title.en)),
        "code": format_receipt(ballot.receipt),
        "judge": f"{judge.name} ({ballot.judge})",
        "revision": str(ballot.revision),
        "at": ballot.at,
        "digest": ballot.digest,
        **(more or {}),
    }
    rows = [(say(f"receipt.{key}"), value) for key, value in values.items()]
    return page(say("receipt.title"), facts(rows, large=code), paragraph(say("receipt.keep")))
