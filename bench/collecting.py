"""Collecting: 200 ballots of 200 cases, a stick of 5,000 files, a ballot of 100 megabytes."""

from __future__ import annotations

import resource
import tempfile
import time
from array import array
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from award.collecting import collect
from award.folder import Award, create, opened
from award.freezing import freeze, require_frozen
from award.rules_file import default_config_text
from bench._rows import Row
from db.payload import Sheet, pack, receipt
from db.records import Judge, Nomination
from exchange import crypto, envelope
from exchange.crypto import Cost, Ed25519Signer
from exchange.fields import pack as pack_object
from exchange.fields import plain
from exchange.folder_reading import read_all
from exchange.objects import (
    BallotBody,
    BallotHeader,
    Context,
    Issue,
    Keys,
    enrolment,
    pack_body,
)

JUDGES, CASES, FILES = 200, 200, 5000
SECRET, OPENING = "5e" * 32, b"o" * 32


def run() -> list[Row]:
    with tempfile.TemporaryDirectory() as place:
        top = Path(place)
        with opened(_award(top / "award")) as award:
            (top / "in").mkdir()
            size = _ballots(award, top / "in")
            note = f"{size >> 20} MiB in all"
            first = _timed(lambda: collect(award, [top / "in"]))
            again = _timed(lambda: collect(award, [top / "in"]))
            (top / "stick").mkdir()
            _stick(top / "stick", next((top / "in").iterdir()).read_bytes())
            stick = _timed(lambda: collect(award, [top / "stick"]))
        large = _large(top / "large.ballot")
        before = _peak()
        seconds = _timed(lambda: list(read_all([large])))
        return [
            Row(f"{JUDGES} ballots of {CASES} cases", first, note=note),
            Row("the same again", again, note="nothing new"),
            Row(f"{FILES} files, {FILES - 5} of them junk", stick),
            Row("one ballot of 100 MiB", seconds, megabytes=_peak() - before, note="refused"),
        ]


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _peak() -> float:
    """Megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _award(folder: Path) -> Path:
    """Frozen, with a packet noted for each judge; the packets themselves are not needed."""
    create(folder, default_config_text())
    numbers = [f"{i:03}" for i in range(CASES)]
    with opened(folder) as award:
        award.store.add_nominations([Nomination(n, f"案例{n}", "单位", "法院") for n in numbers])
        award.store.add_judges([Judge(_judge(i), f"评委{i}") for i in range(JUDGES)])
        lock = crypto.wrap_key(b"k" * 32, "x", "bench", Cost(1, 8192))
        opening = crypto.opening_public(OPENING).hex()
        keys = Keys(Ed25519Signer(b"a" * 32).public.hex(), lock, opening, lock)
        award.store.add_document("keys", "", pack_object(keys))
        slate = freeze(award)
        for i in range(JUDGES):
            one = Issue(_judge(i), 1, slate.hash, 1, "sealed", 1, slate.hash, SECRET, None)
            award.store.add_document("issue", _judge(i), pack_object(one))
    return folder


def _judge(nth: int) -> str:
    return f"J{nth:03}"


def _ballots(award: Award, folder: Path) -> int:
    """One sealed ballot each; how many bytes in all."""
    slate = require_frozen(award)
    criteria = tuple(one.key for one in award.rules.stage.criteria)
    cases = tuple(one.number for one in slate.slate.cases)
    size = 0
    for i in range(JUDGES):
        signer = Ed25519Signer(sha256(_judge(i).encode()).digest())
        data = _ballot(
            slate.slate.award,
            slate.hash,
            _sheet(i, slate.slate.rules_digest, criteria, cases),
            signer,
        )
        (folder / f"{_judge(i)}.ballot").write_bytes(data)
        size += len(data)
    return size


def _sheet(nth: int, rules: str, criteria: tuple[str, ...], cases: tuple[str, ...]) -> Sheet:
    count = len(criteria) * len(cases)
    points = array("q", [700 + 5 * ((nth + j) % 40) for j in range(count)])
    comments = dict.fromkeys(cases[::2], "评语" * 20)
    return Sheet(
        _judge(nth),
        1,
        rules,
        f"{nth:032x}",
        criteria,
        cases,
        bytes([1]) * count,
        points,
        comments,
        {},
    )


def _ballot(award: str, slate: str, sheet: Sheet, signer: Ed25519Signer) -> bytes:
    context = Context(award, sheet.judge, "score", slate, 1, 1, None, signer.public.hex())
    payload = pack(sheet)
    header = BallotHeader(context, "sealed", enrolment(SECRET, context), receipt(payload))
    sealed = crypto.seal(crypto.opening_public(OPENING), pack_body(BallotBody(payload, context)))
    return envelope.write("ballot", plain(header), sealed, signer)


def _stick(folder: Path, ballot: bytes) -> None:
    for i in range(FILES - 5):
        (folder / f"IMG_{i}.jpg").write_bytes(b"\xff\xd8\xff" + bytes(2000))
    for i in range(5):
        (folder / f"{i}.ballot").write_bytes(ballot + b"\0" * i)


def _large(path: Path) -> Path:
    with path.open("wb") as file:
        file.write(b"pingxuan ballot 1\n")
        file.truncate(100 << 20)
    return path
