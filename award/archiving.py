"""The archive of a final result: a public bundle for everybody, a restricted one for auditors.

Plain files and a manifest, the same bytes whenever they are made again: nothing after the
result's own log entry goes in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from award.carried_files import case_files
from award.closed import close_records
from award.closing import late_files
from award.collecting import rulings
from award.finalising import recount_result
from award.folder import ARCHIVE, Award
from award.freezing import cases_of, frozen, slate_of
from award.inputs import beyond_scores
from award.issuing import issues
from award.keys import Held, held_keys
from award.printed import SHORTEST, printed
from award.published import (
    anonymous_ballot,
    everybody,
    meta_of,
    public_ballot,
    published_part,
    rules_json,
    sheet_data,
)
from award.published_inputs import RULINGS, files_of, public_rulings, veiled
from award.published_names import Veil, seats_of, under_labels
from award.published_shapes import Seats
from award.published_stages import SLATES, published_stages, record_name, sheet_name
from award.ranking import Ranking, inputs_of, rank
from award.rounds import rounds
from award.secret import closed, secret_stages
from award.terms import counted_rules
from db.records import Judge, LogEntry, StoredResult
from exchange.bundle import digest_of, with_manifest
from exchange.closing import to_toml
from exchange.crypto import Ed25519Signer
from exchange.fields import pack, plain
from files import canonical
from files.writing import cannot_write, write_atomic
from scoring.compute import compute_award
from scoring.inputs import AwardInputs
from sheets.result_sheet import from_payload
from words import Bad, pick, say


@dataclass(frozen=True)
class Archived:
    """Where the two bundles are, and the sheet with their digests for the minutes."""

    number: int
    public: Path
    restricted: Path
    sheet: Path


@dataclass(frozen=True)
class _Source:
    """Everything an archive is made from."""

    award: Award
    result: StoredResult
    ranking: Ranking
    labels: Mapping[str, str]  # judge -> receipt or absent-n

    @property
    def veil(self) -> Veil:
        """What stands for the judges in public."""
        return Veil(self.labels, tuple(one.name for one in self.award.store.judges()))


def key_for_archive(award: Award) -> Held | None:
    """The keys to sign with; none where the award has none."""
    slate = frozen(award)
    return held_keys(award) if slate and slate.slate.mode == "sealed" else None


def archive(
    award: Award, number: int | None, signer: Ed25519Signer | None, opening: bytes | None
) -> Archived:
    """Write both bundles of a final result, the newest where no number is given.

    `opening` is the private opening key, which the restricted bundle keeps; None leaves it out.
    Raises E-NORESULT, E-DIFFERS where the award has changed since the result, and E-RECOUNT.
    """
    result, _ = recount_result(award, number)
    ranking = rank(award)
    source = _Source(award, result, ranking, _labels(award, ranking))
    public = _public(source)
    restricted = {**public, **_restricted(source, opening)}
    name = award.rules.award
    folders, digests = [], {}
    for kind, files in (("public", public), ("restricted", restricted)):
        folder = award.folder / ARCHIVE / f"{name}-{result.number}-{kind}"
        whole = with_manifest(files, kind, name, result.number, signer)
        digests[kind] = digest_of(whole)
        _write(folder, whole)
        folders.append(folder)
    sheet = award.folder / ARCHIVE / f"{name}-{result.number}-sheet.txt"
    text = "\n".join([*sheet_lines(award, result.number, digests), ""])
    write_atomic(sheet, text.encode("utf-8"), overwrite=True)
    return Archived(result.number, folders[0], folders[1], sheet)


def sheet_lines(award: Award, number: int, digests: Mapping[str, str]) -> list[str]:
    """The archive sheet: what stands for the two bundles on paper."""
    name = award.rules.name
    title = say("verify.sheet.result", award=pick((name.zh, name.en)), number=number)
    lines = [say("verify.sheet.title"), "", title, ""]
    for kind, digest in digests.items():
        lines += [say(f"verify.sheet.{kind}"), "  " + printed(digest)]
    bundle = f"{award.rules.award}-{number}-public"
    told = f"python -m award.verify {bundle} --digest {digests['public'][:SHORTEST]}"
    return [*lines, "", say("verify.sheet.why"), "  " + told]


def _labels(award: Award, ranking: Ranking) -> dict[str, str]:
    receipts = {one.judge: one.receipt for one in ranking.ballots}
    absent = [one.id for one in award.store.judges() if one.id not in receipts]
    secret = {receipt: receipt for receipt in _secret_ballots(award)}
    return receipts | {judge: f"absent-{i}" for i, judge in enumerate(absent, 1)} | secret


def _secret_ballots(award: Award) -> dict[str, bytes]:
    """The ballots of secret votes, which have no judge, by receipt."""
    found: dict[str, bytes] = {}
    for stage in secret_stages(award.rules):
        if done := closed(award, stage):
            found |= done.ballots
    return found


def _public(source: _Source) -> dict[str, bytes]:
    award, ranking = source.award, source.ranking
    anonymous = {one.receipt: published_part(one.payload) for one in ranking.ballots}
    anonymous |= _secret_ballots(award)
    given = inputs_of(award, ranking)
    stages = published_stages(award.rules, given.matrices, source.labels, anonymous)
    inputs = veiled(given, source.veil, {key: one.matrix for key, one in stages.items()})
    seats = seats_of(counted_rules(award), source.labels)
    found = frozen(award)
    slate = found.slate if found else slate_of(award, 1)
    files = {
        "README.txt": say("verify.readme").encode("utf-8"),
        "config.toml": award.rules_file.text.encode("utf-8"),
        "rules.json": rules_json(award.rules),
        "slate.json": pack(slate),
        "result.json": canonical.dumps(_public_result(source, inputs, seats, anonymous.keys())),
        "log.jsonl": _lines(_public_entry(one) for one in _log(source)),
        "exceptions.json": canonical.dumps(_exceptions(source)),
    }
    for one in stages.values():
        files |= one.files
    if beyond_scores(award):
        files |= files_of(inputs, seats)
    if rulings := award.store.rulings():
        files[RULINGS] = pack(public_rulings(rulings, source.veil))
    for stage, record in close_records(award).items():
        files[sheet_name(award.rules, stage)] = to_toml(record.signed)
    for stage in (one.key for one in rounds(award.rules)):
        if (held := frozen(award, stage)) and held.slate.stage == stage != slate.stage:
            files[f"{SLATES}{stage}.json"] = pack(held.slate)
    return files | {f"ballots/{receipt}.json": data for receipt, data in anonymous.items()}


def _public_result(
    source: _Source, inputs: AwardInputs, seats: Seats, receipts: Iterable[str]
) -> dict[str, object]:
    """The result with receipts in the place of judges, counted again under these names."""
    award = source.award
    rules = under_labels(award.rules, seats)
    head = from_payload(source.result.payload).result
    return sheet_data(
        replace(meta_of(head), reason=source.veil.text(head.reason)),
        rules,
        award.rules_file.whole_data,
        award.store.nominations(),
        [Judge(label, "") for label in everybody(rules, inputs.matrices)],
        [public_ballot(one, anonymous_ballot(b"{}", one)) for one in sorted(receipts)],
        inputs.matrices[award.rules.stage.key],
        compute_award(rules, inputs),
        inputs,
    )


def _exceptions(source: _Source) -> dict[str, object]:
    """Which ballots count otherwise than the close sheet says, by recorded decisions."""
    records = close_records(source.award).values()
    listed = {one.receipt for record in records for one in record.counted}
    counted = {one.receipt for one in source.ranking.ballots}
    return {
        "added": sorted(counted - listed) if records else [],
        "left_out": sorted(listed - counted),
        "accepted": sorted(one.receipt for one in late_files(source.award)),
    }


def _log(source: _Source) -> list[LogEntry]:
    """The log up to the entry of the result."""
    entries = source.award.store.log()
    last = next(
        one.n
        for one in reversed(entries)
        if one.action == "result" and one.detail.get("number") == source.result.number
    )
    return [one for one in entries if one.n <= last]


def _public_entry(one: LogEntry) -> bytes:
    """Order and digests, no names: what happened is in the restricted bundle."""
    facts = {"n": one.n, "at": one.at, "action": one.action}
    return canonical.dumps({**facts, "previous": one.previous, "digest": one.digest})


def _lines(parts: Iterable[bytes]) -> bytes:
    return b"".join(part + b"\n" for part in parts)


def _restricted(source: _Source, opening: bytes | None) -> dict[str, bytes]:
    award = source.award
    last = _log(source)[-1].n
    judges = [asdict(one) for one in award.store.judges()]
    cases = cases_of(award.store.nominations(), case_files(award))
    files = {
        "judges.json": canonical.dumps(judges),
        "labels.json": canonical.dumps(dict(source.labels)),
        "cases.json": canonical.dumps([plain(one) for one in cases]),
        "issues.json": canonical.dumps([plain(one) for one in issues(award)]),
        "journal.jsonl": _lines(_journal(award, last)),
    }
    files |= {f"results/result-{one.number}.json": one.payload for one in award.store.results()}
    files |= {f"private/{one.receipt}.json": one.payload for one in source.ranking.ballots}
    files |= {f"received/{one.digest}": one.data for one in award.store.received()}
    for stage, record in close_records(award).items():
        files[record_name(award.rules, stage)] = pack(record)
    if close_records(award):
        files["rulings.json"] = canonical.dumps([plain(one) for one in rulings(award)])
        files["late.json"] = canonical.dumps([plain(one) for one in late_files(award)])
    if opening is not None:
        files["opening-key.txt"] = (opening.hex() + "\n").encode("ascii")
    return files


def _journal(award: Award, last: int) -> list[bytes]:
    return [journal_head(award), *award.store.journal(last)]


def journal_head(award: Award) -> bytes:
    """The first line of a journal: the rules file, which is not in the database."""
    return canonical.dumps({"journal": 1, "config": award.rules_file.text})


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """The manifest last: a folder without one was cut off. A file too many would fail `verify`."""
    try:
        for name in files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from None
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    if extra := sorted(there - files.keys()):
        raise Bad("E-EXISTS", path=folder / extra[0])
    for name, data in sorted(files.items(), key=lambda one: one[0] == "manifest.json"):
        write_atomic(folder / name, data, overwrite=True)
