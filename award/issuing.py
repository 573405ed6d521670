"""Issue packets and code letters: one of each per judge, nothing of anybody else inside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from award.carried_files import case_files, load_of
from award.closed import require_open
from award.folder import Award
from award.freezing import Frozen, cases_of, require_frozen
from award.keys import Held, is_drilled, require_keys, signer_of
from award.letters import Letter, letter_page
from award.rounds import judges_of, require_on, slates
from award.secret import refuse_packets
from db.records import Judge
from exchange import crypto
from exchange.codes import new_code
from exchange.crypto import Cost, Ed25519Signer
from exchange.fields import pack, unpack
from exchange.objects import (
    Case,
    CaseFile,
    Issue,
    PacketBody,
    PacketHeader,
    PacketKeys,
    Recused,
    new_secret,
)
from exchange.packet import new_lock, read_packet, write_packet
from exchange.places import packet_name
from files.writing import cannot_write, write_atomic
from words import Bad

KIND = "issue"
PACKETS, LETTERS = "packets", "letters"


@dataclass(frozen=True)
class Issued:
    """A packet that was made just now. `code` is on the letter and nowhere else."""

    judge: Judge
    issue: int
    packet: Path
    letter: Path
    withdrawn: int  # the number of the packet this one replaces; 0 for the first
    left_out: tuple[tuple[str, CaseFile], ...] = ()  # attachments there was no room for, by case


@dataclass(frozen=True)
class _Run:
    """What all packets of one run share."""

    award: Award
    frozen: Frozen
    cases: tuple[Case, ...]
    log_head: str
    held: Held | None
    signer: Ed25519Signer | None
    cost: Cost | None


def issue(
    award: Award, passphrase: str = "", judges: Sequence[str] = (), *, cost: Cost | None = None
) -> Iterator[Issued]:
    """Make packets: for the judges named, or for all who have none that holds.

    A packet that is replaced is withdrawn: its ballots no longer count. Each judge is done
    before the next, files first, so that a stopped run is simply run again.
    Raises E-NOTFROZEN, E-SLATECHANGED, E-NOKEYSYET, E-NODRILL, E-PASSPHRASE, E-JUDGEUNKNOWN,
    E-STAGE-OTHER for a judge of another round, E-ISSUED where everybody has a packet,
    E-SECRET-PACKET in a round that votes in secret, E-ATTACHGONE, E-CANNOTWRITE, E-FULL.
    """
    held = require_ready(award, judges)
    run = _prepared(award, held, passphrase, cost)
    for judge in _wanted(award, run.frozen, held, judges):
        yield _issue_one(run, judge)


def require_ready(award: Award, judges: Sequence[str] = ()) -> Held | None:
    """The keys to issue with, none in an open award; everything `issue` refuses, beforehand.

    Raises what `issue` raises, all but E-PASSPHRASE and what the disk says.
    """
    require_open(award)
    refuse_packets(award)
    frozen, held = require_frozen(award), None
    if frozen.slate.mode == "sealed":
        held = require_keys(award)
        if not is_drilled(award, held):
            raise Bad("E-NODRILL")
    if not _wanted(award, frozen, held, judges):
        raise Bad("E-ISSUED", version=frozen.slate.version)
    return held


def _wanted(
    award: Award, frozen: Frozen, held: Held | None, judges: Sequence[str]
) -> tuple[Judge, ...]:
    if judges:
        named = tuple(award.store.judge(one) for one in judges)
        require_on(award, judges)
        return named
    everyone = judges_of(award, frozen.slate.stage)
    return tuple(one for one in everyone if not _has_packet(award, frozen, held, one))


def issues(award: Award, judge: str | None = None) -> tuple[Issue, ...]:
    """Every packet ever issued, by judge and number; the last of a judge is the one that holds."""
    return tuple(unpack(Issue, one.payload) for one in award.store.documents(KIND, judge))


def issues_of(award: Award, stage: str) -> tuple[Issue, ...]:
    """The packets of one round, by judge and number."""
    if not award.rules.chain:
        return issues(award)
    own = {one.hash for one in slates(award) if one.slate.stage == stage}
    return tuple(one for one in issues(award) if one.slate in own)


def current_issue(award: Award, judge: str) -> Issue | None:
    """The judge's packet that was not withdrawn, whatever slate it is of."""
    kept = award.store.document(KIND, judge)
    return unpack(Issue, kept.payload) if kept else None


def _prepared(award: Award, held: Held | None, passphrase: str, cost: Cost | None) -> _Run:
    frozen = require_frozen(award)
    listed = {one.number for one in frozen.slate.cases}
    mine = (one for one in award.store.nominations() if one.number in listed)
    cases = cases_of(mine, case_files(award))
    log_head = next(e.digest for e in award.store.log() if _made(e.action, e.detail, frozen))
    signer = signer_of(held, passphrase) if held else None
    return _Run(award, frozen, cases, log_head, held, signer, cost)


def _made(action: str, detail: object, frozen: Frozen) -> bool:
    """Whether a log entry is the one of this slate's freezing."""
    return (
        action == frozen.document.kind
        and isinstance(detail, dict)
        and detail.get("number") == frozen.slate.version
    )


def _has_packet(award: Award, frozen: Frozen, held: Held | None, judge: Judge) -> bool:
    """Whether the judge's last packet is of this slate and these keys."""
    last = current_issue(award, judge.id)
    keys = held.number if held else None
    return last is not None and (last.slate, last.keys) == (frozen.hash, keys)


def _issue_one(run: _Run, judge: Judge) -> Issued:
    last = current_issue(run.award, judge.id)
    code = new_code()
    header = _header(run, judge, last.issue + 1 if last else 1)
    enrol = new_secret() if header.mode == "sealed" else None
    body = _body(run, judge, enrol)
    load = load_of(run.award, body)
    data = write_packet(header, replace(body, files=load.files), code, run.signer)
    packet = _write(run.award.folder / PACKETS / packet_name(header), data)
    page = letter_page(Letter(run.award, judge, header, code, run.held))
    name = packet_name(header).replace(".packet", ".html")
    letter = _write(run.award.folder / LETTERS / name, page.encode("utf-8"))
    record = _record(run, header, code, enrol, read_packet(data).file)
    detail = {"slate": header.slate, "file": record.file, "withdraws": last.issue if last else 0}
    run.award.store.add_document(KIND, judge.id, pack(record), number=header.issue, detail=detail)
    return Issued(judge, header.issue, packet, letter, last.issue if last else 0, load.left_out)


def _header(run: _Run, judge: Judge, number: int) -> PacketHeader:
    slate, held = run.frozen.slate, run.held
    return PacketHeader(
        award=slate.award,
        judge=judge.id,
        stage=slate.stage,
        slate=run.frozen.hash,
        version=slate.version,
        issue=number,
        mode=slate.mode,
        key=held.keys.award if held else None,
        opening=held.keys.opening if held else None,
        lock=new_lock(run.cost) if held else None,
    )


def _body(run: _Run, judge: Judge, enrol: str | None) -> PacketBody:
    """The judge's own part is the name, the recusals and the secret; the rest is shared."""
    cases = shared(run.award, judge.id, run.cases)
    mine = {case.number for case in cases}
    recusals = run.award.store.recusals()
    held = [one for one in recusals if one.judge == judge.id and one.case in mine]
    recused = sorted((Recused(one.case, one.reason) for one in held), key=lambda one: one.case)
    return PacketBody(
        judge_name=judge.name,
        deadline=run.award.rules.deadline,
        slate=run.frozen.slate,
        cases=cases,
        recused=tuple(recused),
        enrol=enrol,
        log_head=run.log_head,
        keys=_keys(run.award.rules_file.screens.keys),
    )


def _keys(named: Mapping[str, str]) -> tuple[PacketKeys, ...]:
    """The table `[keys]` of config.toml, for the screens on the judge's own computer."""
    return tuple(PacketKeys(action, keys) for action, keys in sorted(named.items()))


def shared(award: Award, judge: str, cases: tuple[Case, ...]) -> tuple[Case, ...]:
    """Of the slate's cases those this judge reads: all, unless they were shared out."""
    assigned = award.store.assignment()
    if assigned is None:
        return cases
    share = assigned.shares.get(judge, frozenset())
    return tuple(case for case in cases if case.number in share)


def _record(run: _Run, header: PacketHeader, code: str, enrol: str | None, file: str) -> Issue:
    mac = None
    if header.mode == "open":
        mac = crypto.open_key(code, header.award, header.judge).key.hex()
    keys = run.held.number if run.held else None
    return Issue(
        header.judge,
        header.issue,
        header.slate,
        header.version,
        header.mode,
        keys,
        file,
        enrol,
        mac,
    )


def _write(path: Path, data: bytes) -> Path:
    """A file left by a run that was stopped before its packet was noted is written anew."""
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise cannot_write(path.parent, error) from None
    write_atomic(path, data, overwrite=True)
    return path
