"""Verify an archive: everything is worked out again, and each line says what held.

Only the standard library and our own pure modules are needed. What cannot be looked at on a
computer (no PyNaCl to open sealed ballots) is said to be not checked, never passed over.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Sequence

from award.printed import SHORTEST, agrees_with, typed
from award.published import (
    RECOUNTED,
    anonymous_ballot,
    everybody,
    meta_of,
    public_ballot,
    sheet_data,
)
from award.published_stages import Panel
from award.verifying_bundle import (
    FAILED,
    HELD,
    UNCHECKED,
    Bundle,
    Check,
    Line,
    says,
)
from award.verifying_config import config_lines
from award.verifying_stages import CHAIN, agrees, stage_lines
from db.receipts import receipt_of
from db.records import Judge
from exchange import closing
from exchange.bundle import Files, digest_of, faults, manifest_of, signature_of, signed_by
from exchange.closing import holds
from exchange.crypto import fingerprint
from words import Bad, sentence


def verify(files: Files, digests: Sequence[str] = ()) -> list[Line]:
    """Every check, in order; one that breaks is a failure of its own and stops no other.

    `digests` were printed when the award was closed or archived: what they are of is proven
    without a signature.
    """
    from award.verifying_restricted import RESTRICTED

    bundle = Bundle(files, digests)
    lines = list(_guarded(_files, bundle))
    kind = _kind(bundle)
    checks = PUBLIC + (RESTRICTED if kind == "restricted" else ())
    for check in checks:
        lines += _guarded(check, bundle)
    return lines


def _kind(bundle: Bundle) -> str:
    try:
        return manifest_of(bundle.files).kind
    except Bad:
        return "public"


def _guarded(check: Check, bundle: Bundle) -> Iterator[Line]:
    """What a check says; whatever it trips over is said as a failure, never a traceback."""
    part = check.__name__.strip("_")
    try:
        yield from check(bundle)
    except Bad as bad:
        yield Line(FAILED, "verify.broken", {"part": part, "why": sentence(bad.problems[0])})
    except Exception as error:
        yield Line(FAILED, "verify.broken", {"part": part, "why": type(error).__name__})


def _files(bundle: Bundle) -> Iterator[Line]:
    manifest = manifest_of(bundle.files)
    found = faults(bundle.files, manifest)
    for fault in found:
        yield Line(FAILED, f"verify.file.{fault.what}", {"name": fault.name})
    if not found:
        yield Line(HELD, "verify.files.good", {"count": len(manifest.files)})


def _printed(bundle: Bundle) -> Iterator[Line]:
    """Each digest that somebody has on paper is that of the archive or of its close sheet."""
    known = [("archive", digest_of(bundle.files))]
    known += [("close", closing.digest_of(sheet)) for sheet in bundle.close_sheets.values()]
    for one in bundle.digests:
        found = [what for what, digest in known if agrees_with(one, digest)]
        key = f"verify.digest.{found[0]}" if found else "verify.digest.bad"
        yield Line(HELD if found else FAILED, key, {"digest": typed(one)[:64], "least": SHORTEST})
    if bundle.digests and bundle.slate.mode == "open":
        yield Line(HELD, "verify.digest.open")


def _signature(bundle: Bundle) -> Iterator[Line]:
    signature = signature_of(bundle.files)
    if signature is None:
        if not bundle.printed(digest_of(bundle.files)):
            yield Line(UNCHECKED, "verify.signature.none")
        return
    how = "PyNaCl" if _has_pynacl() else "pure Python"
    key = fingerprint(bytes.fromhex(signature.key))
    yield says(signed_by(bundle.files, signature), "verify.signature", print=key, how=how)
    keys = {sheet.header.key for sheet in bundle.close_sheets.values()}
    if keys - {signature.key}:
        yield Line(FAILED, "verify.signature.other")


def _has_pynacl() -> bool:
    try:
        importlib.import_module("nacl.bindings")
    except ImportError:
        return False
    return True


def _close(bundle: Bundle) -> Iterator[Line]:
    if not bundle.close_sheets:
        yield Line(UNCHECKED, "verify.close.none")
        return
    for key, signed in bundle.close_sheets.items():
        held = holds(signed)
        if held is not None:
            yield says(held, "verify.close", at=signed.sheet.closed_at)
        elif not bundle.printed(closing.digest_of(signed)):
            yield Line(UNCHECKED, "verify.close.unsigned")
        slate = bundle.slates.get(key, bundle.slate)
        agrees = (signed.header.slate, signed.header.award) == (slate.digest, slate.award)
        yield says(agrees, "verify.close.slate")
    for key in bundle.without_sheet:
        yield Line(UNCHECKED, "verify.close.stage", {"stage": key, "name": bundle.name_of(key)})


def _rules(bundle: Bundle) -> Iterator[Line]:
    rules, digest = bundle.rules
    frozen = {one.rules_digest for one in bundle.slates.values()}
    yield says(frozen == {digest}, "verify.rules", digest=digest[:12])
    yield says(
        bundle.result["rules"] is not None and rules.award == bundle.slate.award, "verify.award"
    )
    yield from config_lines(bundle)


def _ballots(bundle: Bundle) -> Iterator[Line]:
    bad = [name for name, data in bundle.ballots.items() if receipt_of(data) != name]
    for name in bad:
        yield Line(FAILED, "verify.ballot.changed", {"receipt": name})
    other = [name for name, one in bundle.sheets.items() if one.rules != bundle.slate.rules_digest]
    for name in other:
        yield Line(FAILED, "verify.ballot.rules", {"receipt": name})
    if not bad and not other:
        yield Line(HELD, "verify.ballots.good", {"count": len(bundle.ballots)})
    yield says(_shown(bundle.panels.values()) == sorted(bundle.ballots), "verify.panel")


def _shown(panels: Iterable[Panel]) -> list[str]:
    """The receipts that were counted or set aside, each as often as it is named."""
    named = [name for panel in panels for name in (*panel.judges, *panel.aside)]
    return sorted(name for name in named if not name.startswith("absent-"))


def _receipts(bundle: Bundle) -> Iterator[Line]:
    """The ballots are those of the close sheet, but for what was decided since, as logged."""
    sheets = bundle.close_sheets.values()
    if not sheets:
        return
    exceptions = bundle.json("exceptions.json")
    listed = {receipt for signed in sheets for receipt in signed.sheet.receipts}
    elsewhere = _shown(bundle.panels[key] for key in bundle.without_sheet)
    counted = set(bundle.ballots).difference(elsewhere)
    added, gone = counted - listed, listed - counted
    actions = [entry["action"] for entry in bundle.log]
    decided = set(exceptions["accepted"][: actions.count("late")])
    for receipt in sorted(added - decided):
        yield Line(FAILED, "verify.receipt.added", {"receipt": receipt})
    excused = actions.count("late") + actions.count("withdrawal")
    if len(gone) > excused:
        yield Line(FAILED, "verify.receipt.gone", {"receipts": ", ".join(sorted(gone))})
    elif gone or added:
        yield Line(HELD, "verify.receipts.excused", {"added": len(added), "gone": len(gone)})
    else:
        yield Line(HELD, "verify.receipts.good", {"count": len(listed)})


def _result(bundle: Bundle) -> Iterator[Line]:
    """Everything that follows from the ballots is counted again, the second way."""
    again = _recounted(bundle)
    wrong = [part for part in RECOUNTED if not agrees(again.get(part), bundle.result.get(part))]
    for part in wrong:
        yield Line(FAILED, "verify.result.bad", {"part": part})
    stages = list(stage_lines(bundle, again))
    yield from stages
    if not wrong and all(line.verdict == HELD for line in stages):
        facts = {"number": bundle.head.number, "cases": len(bundle.outcome.standings)}
        yield Line(HELD, "verify.result.good", facts)


def _recounted(bundle: Bundle) -> dict[str, object]:
    rules, inputs = bundle.counted_rules, bundle.inputs
    return sheet_data(
        meta_of(bundle.head),
        rules,
        bundle.result["rules"],
        bundle.cases,
        [Judge(label, "") for label in everybody(rules, inputs.matrices)],
        [public_ballot(one, anonymous_ballot(b"{}", one)) for one in sorted(bundle.ballots)],
        inputs.matrices[rules.stage.key],
        bundle.outcome,
        inputs,
    )


def _log(bundle: Bundle) -> Iterator[Line]:
    """The order of the log, and the heads that were printed."""
    before = "0" * 64
    for n, entry in enumerate(bundle.log, 1):
        if entry["n"] != n or entry["previous"] != before:
            yield Line(FAILED, "verify.log.bad", {"n": n})
            return
        before = entry["digest"]
    yield Line(HELD, "verify.log.good", {"count": len(bundle.log), "head": before[:12]})
    heads = {entry["digest"] for entry in bundle.log}
    for signed in bundle.close_sheets.values():
        yield says(signed.sheet.log_head in heads, "verify.log.close")
    yield says(bundle.head.log_head in heads, "verify.log.result")


PUBLIC: tuple[Check, ...] = (
    _printed, _signature, _close, _rules, _ballots, _receipts, *CHAIN, _result, _log
)  # fmt: skip


def verify_receipt(files: Files, receipt: str) -> list[Line]:
    """What a judge asks: is the ballot with my receipt on the close sheet, and was it counted?"""
    bundle = Bundle(files)
    return [
        line
        for check in (_own_sheet, _own_ballot)
        for line in _guarded_with(check, bundle, receipt)
    ]


def _guarded_with(
    check: Callable[[Bundle, str], Iterator[Line]], bundle: Bundle, value: str
) -> Iterator[Line]:
    try:
        yield from check(bundle, value)
    except Bad as bad:
        yield Line(FAILED, "verify.broken", {"part": "receipt", "why": sentence(bad.problems[0])})


def _own_sheet(bundle: Bundle, receipt: str) -> Iterator[Line]:
    sheets = bundle.close_sheets.values()
    if not sheets:
        yield Line(UNCHECKED, "verify.close.none")
        return
    on = [signed for signed in sheets if receipt in signed.sheet.receipts]
    for signed in on or sheets:
        held = holds(signed)
        if held is not None:
            yield says(held, "verify.close", at=signed.sheet.closed_at)
    yield says(bool(on), "verify.own.listed", receipt=receipt)


def _own_ballot(bundle: Bundle, receipt: str) -> Iterator[Line]:
    data = bundle.ballots.get(receipt)
    if data is None:
        yield Line(FAILED, "verify.own.counted.bad", {"receipt": receipt})
        return
    yield says(receipt_of(data) == receipt, "verify.own.counted", receipt=receipt)


def verify_head(files: Files, head: str) -> list[Line]:
    """Whether a head that was printed on a letter or sheet is an entry of the log."""
    bundle = Bundle(files)
    wanted = "".join(head.lower().split())
    held = any(entry["digest"].startswith(wanted) for entry in bundle.log) and len(wanted) >= 12
    return [*_guarded(_log, bundle), says(held, "verify.head", head=wanted[:64])]
