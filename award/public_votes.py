"""The votes of the public: counts from a file, what was deducted, and why. An import holds
whole; an earlier one stays on record.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from award.folder import Award
from award.published_inputs import counts_in
from award.rules_text import decoded
from files import canonical
from files.reading import read_bounded
from scoring.inputs import VoteCount
from scoring.rules import Rules
from words import Bad, Problem
from words.text import clean_line

KIND = "public-votes"
LIMIT = 64 * 1024 * 1024
MOST_ROWS = 1_000_000
MOST_VOTES = 10**10
HEADINGS = {
    "case": ("case", "number", "编号", "案例编号", "案例"),
    "counted": ("votes", "counted", "得票", "得票数", "票数"),
    "deducted": ("deducted", "核减", "核减票数", "扣减"),
    "reason": ("reason", "原因", "核减原因"),
}


def import_votes(
    award: Award, path: Path, stage: str = "", by: str = "secretary", *, dry: bool = False
) -> int:
    """Read a CSV of counts and keep it for a stage; how many cases it has. `dry` keeps nothing.

    Raises every mistake of the file together (E-VOTES-...), E-VOTES-STAGE.
    """
    key = stage_of(award.rules, stage)
    data = read_bounded(path, LIMIT)
    counts = parse(data, clean_line(path.name), {one.number for one in award.store.nominations()})
    rows = [[one.case, one.counted, one.deducted, one.reason] for one in counts]
    payload = canonical.dumps({"file": clean_line(path.name), "counts": rows})
    latest = award.store.document(KIND, key)
    if not dry and (latest is None or latest.payload != payload):
        award.store.backup(KIND)
        total = sum(one.valid for one in counts)
        detail = {"stage": key, "cases": len(counts), "valid": total}
        award.store.add_document(KIND, key, payload, detail=detail, actor=by)
    return len(counts)


def stage_of(rules: Rules, stage: str) -> str:
    """The stage that is meant: the one named, or the only public vote."""
    known = [one.key for one in rules.chain if one.kind == "public_vote"]
    if stage in known:
        return stage
    if stage or len(known) != 1:
        raise Bad("E-VOTES-STAGE", stage=stage or "-", known=", ".join(known) or "-")
    return known[0]


def stored(award: Award, stage: str) -> dict[str, VoteCount]:
    """The counts of a stage by case, as imported last."""
    latest = award.store.document(KIND, stage)
    return counts_in(latest) if latest else {}


def parse(data: bytes, name: str, known: set[str]) -> list[VoteCount]:
    """The counts of a CSV file. Raises all its mistakes together."""
    reader = csv.reader(io.StringIO(decoded(data, name)), strict=True)
    problems: list[Problem] = []
    try:
        rows = [row for _, row in zip(range(MOST_ROWS + 1), reader, strict=False)]
    except csv.Error:
        raise Bad("E-VOTES-CSV", f"{name} {reader.line_num}") from None
    columns = _columns(rows[0] if rows else [], name)
    found = list(_counts(rows[1:], columns, name, known, problems))
    if problems:
        raise Bad.of(problems)
    return found


def _columns(heading: list[str], name: str) -> dict[str, int]:
    cells = [clean_line(cell).lower() for cell in heading]
    found = {
        key: cells.index(word) for key, words in HEADINGS.items() for word in words if word in cells
    }
    if not {"case", "counted"} <= set(found):
        raise Bad("E-VOTES-HEADING", name)
    return found


def _counts(
    rows: list[list[str]],
    columns: dict[str, int],
    name: str,
    known: set[str],
    problems: list[Problem],
) -> Iterator[VoteCount]:
    seen: set[str] = set()
    for line, row in enumerate(rows, 2):
        cells = {key: clean_line(row[at]) if at < len(row) else "" for key, at in columns.items()}
        if not any(cells.values()):
            continue
        where = f"{name} {line}"
        counted, deducted = _number(cells["counted"]), _number(cells.get("deducted") or "0")
        faults = {
            "E-VOTES-CASE": cells["case"] not in known,
            "E-VOTES-TWICE": cells["case"] in seen,
            "E-VOTES-NUMBER": counted is None or deducted is None,
            "E-VOTES-DEDUCTED": (deducted or 0) > (counted or 0),
            "E-VOTES-REASON": bool(deducted) and not cells.get("reason"),
        }
        found = [
            Problem(code, where, {"case": cells["case"]}) for code, is_so in faults.items() if is_so
        ]
        problems += found[:1]
        seen.add(cells["case"])
        if not found:
            yield VoteCount(cells["case"], counted or 0, deducted or 0, cells.get("reason", ""))


def _number(text: str) -> int | None:
    """A whole number of plain digits; None where it is not one."""
    plain = text.isascii() and text.isdigit() and len(text) <= 10
    return int(text) if plain else None
