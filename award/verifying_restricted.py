"""What only the restricted bundle lets anybody check: names, sealed files, the whole log."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import Collection, Iterator
from hashlib import sha256
from typing import Any

from award.events import counted_of, measures_of, recorded_in
from award.lenient import build as build_record
from award.published_inputs import FACTS, counts_in, veiled
from award.published_names import Veil
from award.verifying_bundle import FAILED, HELD, UNCHECKED, Bundle, Check, Line, says
from award.verifying_corrections import corrections_held
from db.payload import anonymous_part, digest_of
from db.records import Document
from exchange.admitting import Known, Ruling, admit
from exchange.closing import CloseRecord
from exchange.collecting import settle
from exchange.crypto import opening_public
from exchange.fields import read, unpack
from exchange.objects import Case, Issue, Slate, check_body
from exchange.rulings import LateRecord
from exchange.sealing import open_ballot, read_ballot
from files import canonical
from files.canonical import digest
from scoring.inputs import AwardInputs
from words import Bad

_RECORD = re.compile(r"close\.json|close/[^/]*\.json")


def _cases(bundle: Bundle) -> Iterator[Line]:
    """The nominations are those of the slate, text by text."""
    cases = [read(Case, one) for one in bundle.json("cases.json")]
    slates = bundle.slates.values()  # the last one that has a case is the one it was scored by
    listed = {one.number: one.digest for slate in slates for one in slate.cases}
    out = {e.case for e in bundle.inputs.events if e.kind in {"reject", "veto"}}
    apart = listed.keys() ^ {one.number for one in cases}
    wrong = sorted(apart - (out - listed.keys()))  # who was rejected before is on no slate
    wrong += [one.number for one in cases if listed.get(one.number, one.digest) != one.digest]
    yield says(not wrong, "verify.cases", count=len(cases), names=", ".join(wrong[:5]))


def _case_facts(bundle: Bundle) -> Iterator[Line]:
    """What caps and promotion ask of a case is what was frozen of it."""
    if FACTS not in bundle.files:
        return
    cases = {one.number: one for one in (read(Case, one) for one in bundle.json("cases.json"))}
    keys = ("field", "unit", "region", "level")
    wrong = [
        one.case
        for one in bundle.inputs.cases
        if one.case not in cases
        or any(getattr(one, key) != getattr(cases[one.case], key) for key in keys)
    ]
    yield says(not wrong, "verify.facts.slate", count=len(bundle.order), names=", ".join(wrong[:5]))


def _written(bundle: Bundle) -> Iterator[Line]:
    """What people decided about cases, and the votes of the public, as the log has them."""
    if FACTS not in bundle.files:
        return
    documents = list(_documents(bundle))
    labels, judges = bundle.json("labels.json"), bundle.json("judges.json")
    veil = Veil(labels, tuple(one["name"] for one in judges))
    events = recorded_in(one for one in documents if one.kind == "event")
    votes = {one.subject: counts_in(one) for one in documents if one.kind == "public-votes"}
    stages = {one.key for one in bundle.rules[0].chain if one.kind == "public_vote"}
    said = AwardInputs(
        (),
        counts={stage: votes.get(stage, {}) for stage in stages},
        measures=measures_of(events),
        events=counted_of(events),
    )
    said = veiled(said, veil, {})
    parts = ("events", "measures", "counts")
    wrong = [one for one in parts if getattr(said, one) != getattr(bundle.inputs, one)]
    wrong += [f"{d.kind} {d.number}" for d in documents if digest(d.kind, d.payload) != d.digest]
    yield says(not wrong, "verify.written", names=", ".join(wrong[:5]))


def _documents(bundle: Bundle) -> Iterator[Document]:
    """The numbered documents of the log, in its order."""
    for line in bundle.file("journal.jsonl").splitlines()[1:]:
        for table, covered, rest in json.loads(line)["rows"]:
            if table == "document":
                kind, subject, number, at, made = covered
                yield Document(kind, subject, number, b64decode(rest["payload"]), made, at)


def _private(bundle: Bundle) -> Iterator[Line]:
    """Every published part is the anonymous part of the ballot that was kept."""
    secret = _secret_receipts(bundle)
    wrong = [
        receipt
        for receipt, part in bundle.ballots.items()
        if receipt not in secret and anonymous_part(bundle.file(f"private/{receipt}.json")) != part
    ]
    count = len(bundle.ballots) - len(secret)
    yield says(not wrong, "verify.private", count=count, names=", ".join(wrong))


def _secret(bundle: Bundle) -> Iterator[Line]:
    """The ballots of a secret vote are those of the box, as the log has them."""
    if not _secret_receipts(bundle):
        return
    boxes = [one for one in _documents(bundle) if one.kind == "secret-ballots"]
    held = {part for one in boxes for part in json.loads(one.payload)["ballots"]}
    shown = {bundle.ballots[one].decode("ascii") for one in _secret_receipts(bundle)}
    yield says(held == shown, "verify.secret", count=len(shown))


def _secret_receipts(bundle: Bundle) -> set[str]:
    keys = [s.key for s in bundle.rules[0].chain if s.approval and s.approval.secret]
    return {one for key in keys for one in bundle.panels[key].judges if one in bundle.ballots}


def _named(bundle: Bundle) -> Iterator[Line]:
    """The result with names is the public one under other names."""
    stored = bundle.json(f"results/result-{bundle.head.number}.json")
    labels = bundle.json("labels.json")
    same = _ranks(stored) == _ranks(bundle.result)
    receipts = {one["judge"]: one["receipt"] for one in stored["receipts"]}
    agree = all(labels[judge] == receipt for judge, receipt in receipts.items())
    yield says(same and agree, "verify.named", number=bundle.head.number)


def _ranks(result: dict[str, Any]) -> list[list[object]]:
    keys = ("case", "rank", "tier", "score", "exact", "remark")
    return [[one.get(key) for key in keys] for one in result["ranking"]]


def _received(bundle: Bundle) -> Iterator[Line]:
    """The files that came back, collected again, give the close sheet."""
    files = {name: data for name, data in bundle.files.items() if name.startswith("received/")}
    changed = [n for n, data in files.items() if sha256(data).hexdigest() != n.partition("/")[2]]
    for name in changed:
        yield Line(FAILED, "verify.file.changed", {"name": name})
    for name in sorted(name for name in bundle.files if _RECORD.fullmatch(name)):
        yield from _collected_again(bundle, unpack(CloseRecord, bundle.file(name)), files.values())


def _collected_again(
    bundle: Bundle, record: CloseRecord, files: Collection[bytes]
) -> Iterator[Line]:
    stage = record.signed.header.stage
    yield says(record.signed == bundle.close_sheets.get(stage), "verify.close.record")
    here = {one.judge for one in record.signed.sheet.judges}
    issues = [read(Issue, one) for one in bundle.json("issues.json")]
    issues = [one for one in issues if one.judge in here]
    if not issues:
        return
    known = _known(bundle, bundle.slates.get(stage, bundle.slate), issues, record)
    state = settle(_genuine(files, known), known)
    came = {judge: seat.counts.digest for judge, seat in state.items() if seat.counts}
    listed = {one.judge: one.file for one in record.counted if one.judge in state}
    wrong = sorted(judge for judge in listed if came.get(judge) != listed[judge])
    yield says(not wrong, "verify.received", count=len(files), names=", ".join(wrong))


def _known(bundle: Bundle, slate: Slate, issues: list[Issue], record: CloseRecord) -> Known:
    """What the award knew when a round was closed: late ballots do not take part."""
    by_judge = {one.judge: tuple(i for i in issues if i.judge == one.judge) for one in issues}
    return Known(
        slate.award,
        slate.stage,
        slate.digest,
        max((one.keys or 0 for one in issues), default=0) or None,
        by_judge,
        tuple(build_record(tuple[Ruling, ...], bundle.json("rulings.json"))),
        closed=frozenset(record.received),
    )


def _genuine(files: Any, known: Known) -> Iterator[Any]:
    for data in files:
        try:
            yield admit(data, known)
        except Bad:
            continue


def _unsealed(bundle: Bundle) -> Iterator[Line]:
    """What was sealed is what was counted. Needs PyNaCl and the opening key."""
    files = [data for name, data in bundle.files.items() if name.startswith("received/")]
    if not files:
        return
    kept = {
        digest_of(data): name for name, data in bundle.files.items() if name.startswith("private/")
    }
    sealed = bundle.slate.mode == "sealed"
    if sealed and "opening-key.txt" not in bundle.files:
        yield Line(UNCHECKED, "verify.unsealed.nokey")
        return
    key = bytes.fromhex(bundle.file("opening-key.txt").decode("ascii").strip()) if sealed else None
    try:
        found = _opened(files, key)
    except Bad as bad:
        if bad.code != "E-NOCRYPTO":
            raise
        yield Line(UNCHECKED, "verify.unsealed.nocrypto")
        return
    here, other = _typed_here(bundle), _under_other_keys(bundle)
    missing = {name for digest, name in kept.items() if digest not in found | here}
    if missing & other:
        yield Line(UNCHECKED, "verify.unsealed.otherkey", {"count": len(missing & other)})
    left = sorted(missing - other)
    yield says(not left, "verify.unsealed", count=len(kept), names=", ".join(left))


def _under_other_keys(bundle: Bundle) -> set[str]:
    """The files of ballots that were sealed to keys before the newest, in an earlier round."""
    last = {one["judge"]: one["keys"] for one in bundle.json("issues.json")}
    newest = max((keys or 0 for keys in last.values()), default=0)
    labels = bundle.json("labels.json")
    return {f"private/{labels[judge]}.json" for judge, keys in last.items() if keys != newest}


def _typed_here(bundle: Bundle) -> set[str]:
    """Ballots that were given on the award's own computer and never travelled."""
    came = {one["judge"] for one in bundle.json("issues.json")}
    labels = bundle.json("labels.json")
    names = [labels[judge] for judge in labels if judge not in came]
    found = (bundle.files.get(f"private/{name}.json") for name in names)
    return {digest_of(data) for data in found if data}


def _opened(files: list[bytes], key: bytes | None) -> set[str]:
    """The payload digests of every file that opens and agrees with its envelope."""
    found = set()
    if key is not None:
        opening_public(key)  # E-NOCRYPTO at once, where it is missing
    for data in files:
        try:
            closed = read_ballot(data)
            body = open_ballot(closed, key)
            check_body(closed.header, body)
            found.add(digest_of(body.payload))
        except Bad:
            continue
    return found


def _journal(bundle: Bundle) -> Iterator[Line]:
    """The whole log: every entry's digest, and the rows it stands for."""
    lines = bundle.file("journal.jsonl").splitlines()[1:]
    before = "0" * 64
    for n, line in enumerate(lines, 1):
        entry = json.loads(line)
        parts = [entry[key] for key in ("n", "at", "actor", "action", "detail", "previous")]
        right = canonical.digest("log", canonical.dumps(parts)) == entry["digest"]
        if entry["n"] != n or entry["previous"] != before or not right or not _rows_hold(entry):
            yield Line(FAILED, "verify.log.bad", {"n": n})
            return
        before = entry["digest"]
    yield Line(HELD, "verify.journal.good", {"count": len(lines)})
    yield says(before == bundle.log[-1]["digest"], "verify.journal.same")


def _rows_hold(entry: dict[str, Any]) -> bool:
    """The digest over the rows, as `db.evidence` makes it."""
    rows = [canonical.dumps([table, *covered]) + b"\n" for table, covered, _ in entry["rows"]]
    made = sha256(b"pingxuan:evidence\0" + b"".join(rows)).hexdigest() if rows else ""
    return bool(json.loads(entry["detail"]).get("evidence", "") == made)


def _late(bundle: Bundle) -> Iterator[Line]:
    """Late ballots that count were let in by a decision with a reason."""
    if "late.json" not in bundle.files:
        return
    records = [read(LateRecord, one) for one in bundle.json("late.json")]
    allowed = {one.receipt for one in records}
    added = set(bundle.json("exceptions.json")["added"])
    yield says(added <= allowed, "verify.late", count=len(records))


RESTRICTED: tuple[Check, ...] = (
    _cases, _case_facts, _private, _secret, _named, _received, _unsealed, _late, _journal, _written,
    corrections_held,
)  # fmt: skip
