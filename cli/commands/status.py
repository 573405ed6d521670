"""`pingxuan status`: how far each judge is, and each case; in counts only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from award.collecting import has_packets, state_of, travelling
from award.coverage import Coverage, coverage
from award.dashboard import still_sealed
from award.folder import Award, opened
from award.rounds import round_of
from award.rounds_view import RoundLine, progress_of, round_shown, round_words, rounds_view
from cli import speaking
from cli.options import award_option, json_option
from cli.output import say_lines, show, show_json
from cli.table import Column, lines
from db.receipts import format_receipt
from db.records import Progress
from exchange.collecting import Seat, receipts_of
from words import say


@speaking.command("status")
@award_option
@json_option
def command(folder: Path, as_json: bool) -> None:
    with opened(folder, readonly=True) as award:
        progress, stages = progress_of(award), rounds_view(award)
        if not as_json:
            say_lines(round_words(award, one) for one in stages)
            progress = _of_round(award, progress)
        if has_packets(award):
            return _travelling(award, progress, stages, as_json)
        named = {one.judge.id: round_of(award, one.judge.id) for one in progress}
    if as_json:
        extra = [{"stage": named[one.judge.id]} if stages else {} for one in progress]
        return show_json([asdict(one) | more for one, more in zip(progress, extra, strict=True)])
    titles = ("judge", "name", "done", "recused", "left", "state", "receipt")
    columns = [Column(say(f"cli.status.{title}")) for title in titles]
    return show(lines(columns, [_row(one) for one in progress]))


def _row(one: Progress) -> list[str]:
    state = "submitted" if one.submitted else "open" if one.done or one.started else "untouched"
    left = one.total - one.done - one.recused
    counts = [f"{one.done}/{one.total - one.recused}", str(one.recused), str(left)]
    receipt = format_receipt(one.receipt)
    return [one.judge.id, one.judge.name, *counts, say(f"cli.status.is_{state}"), receipt]


def _of_round(award: Award, progress: Sequence[Progress]) -> tuple[Progress, ...]:
    """The judges of the round that is on: of the others the lines above say enough."""
    if not award.rules.chain:
        return tuple(progress)
    shown = round_shown(award)
    return tuple(one for one in progress if round_of(award, one.judge.id) == shown)


def _travelling(
    award: Award, progress: Sequence[Progress], stages: Sequence[RoundLine], as_json: bool
) -> None:
    """Where ballots travel: packets out, ballots in, and whether each case will have enough."""
    states = {key: state_of(award, stage=key) for key in travelling(award)}
    seats = {judge: seat for state in states.values() for judge, seat in state.items()}
    gone, shown = set(award.store.withdrawals()), round_shown(award)
    rows = [_line(one, seats.get(one.judge.id), one.judge.id in gone) for one in progress]
    cases = coverage(award, states.get(shown, {}), stage=shown)
    if as_json:
        named = [row | {"stage": round_of(award, str(row["judge"]))} for row in rows]
        data = {"judges": named if stages else rows, "cases": [asdict(one) for one in cases]}
        return show_json({**({"stages": list(map(asdict, stages))} if stages else {}), **data})
    titles = ["cli.status.judge", "cli.status.name", "collect.status.issue"]
    titles += ["collect.status.returned", "collect.status.revision", "cli.status.receipt"]
    columns = [Column(say(title)) for title in [*titles, "collect.status.note"]]
    show(lines(columns, [_texts(row) for row in rows]))
    sealed = any(still_sealed(one, seats.get(one.judge.id)) for one in progress)
    return say_lines(case_lines(cases, sealed=sealed))


def _line(one: Progress, seat: Seat | None, gone: bool) -> dict[str, str | int]:
    counts = seat.counts if seat else None
    here = one.submitted and counts is None
    return {
        "judge": one.judge.id,
        "name": one.judge.name,
        "issue": seat.issue if seat else 0,
        "state": "withdrawn" if gone else _state(seat, here=here),
        "revision": counts.seq if counts else one.revision if here else 0,
        "receipt": counts.receipt if counts else one.receipt,
        "note": _note(seat),
    }


def _state(seat: Seat | None, *, here: bool) -> str:
    if seat and seat.conflict:
        return "conflict"
    if seat and seat.counts:
        return "returned"
    if here:
        return "here"
    return "late" if seat and seat.late else "waiting"


def _note(seat: Seat | None) -> str:
    if seat and seat.conflict:
        receipts = receipts_of(seat.conflict)
        return say(f"collect.note.{seat.conflict.kind}", receipts=receipts)
    for what, ballots in (("late", seat.late), ("aside", seat.aside)) if seat else ():
        if ballots:
            receipts = ", ".join(format_receipt(one.receipt) for one in ballots)
            return say(f"collect.note.{what}", receipts=receipts)
    return ""


def _texts(row: dict[str, str | int]) -> list[str]:
    values = {**row, "state": say(f"collect.is.{row['state']}")}
    values["receipt"] = format_receipt(str(row["receipt"]))
    keys = ("judge", "name", "issue", "state", "revision", "receipt", "note")
    return [str(values[key]) for key in keys]


def case_lines(cases: Sequence[Coverage], *, sealed: bool) -> Iterator[str]:
    """Whether the cases have enough ballots, as far as that is known."""
    for one in cases:
        if one.short:
            facts = {"case": one.case, "reachable": one.reachable, "needed": one.needed}
            yield say("collect.cases.short", **facts)
    wait = [one for one in cases if one.waiting]
    if wait:
        least = min(wait, key=lambda one: one.returned)
        yield say("collect.cases.waiting", count=len(wait), **asdict(least))
    elif not any(one.short for one in cases):
        yield say(f"collect.cases.{'sealed' if sealed else 'good'}")
