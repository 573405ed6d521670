"""The files something was imported from: their bytes are kept for ever, once each."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from db import limits
from db.connection import AwardDatabase
from db.records import Source
from words import Bad

_PART = 16 << 20  # bytes in one row, well under what one value may hold


def said(kept: Sequence[Source]) -> dict[str, object]:
    """What the log says of the files of an import: the first, and how many there are."""
    first = {"file": kept[0].name, "sha256": kept[0].digest} if kept else {}
    return {**first, **({"files": len(kept)} if len(kept) > 1 else {})}


def keep(db: AwardDatabase, log: int, source: Source, data: bytes) -> Source:
    """Store a file that is not there yet; what is returned has the digest of its bytes."""
    limits.require_count("bytes", len(data), limits.IMPORT)
    kept = Source(source.name, digest_of(data), len(data))
    if not is_kept(db, kept.digest):
        db.execute("INSERT INTO file VALUES (?, ?, ?, ?)", (kept.digest, kept.name, kept.size, log))
        parts = enumerate(range(0, len(data), _PART))
        rows = ((kept.digest, i, data[start : start + _PART]) for i, start in parts)
        db.conn.executemany("INSERT INTO file_part VALUES (?, ?, ?)", rows)
    return kept


def digest_of(data: bytes) -> str:
    """The plain SHA-256 of a file, which anyone can compare with their own copy."""
    return sha256(data).hexdigest()


def is_kept(db: AwardDatabase, digest: str) -> bool:
    return db.execute("SELECT 1 FROM file WHERE digest = ?", (digest,)).fetchone() is not None


def sources(db: AwardDatabase) -> tuple[Source, ...]:
    """Every kept file, in the order of the log."""
    return tuple(
        Source(*row)
        for row in db.execute("SELECT name, digest, size FROM file ORDER BY log, digest")
    )


def read(db: AwardDatabase, digest: str) -> bytes:
    """The bytes of a kept file. Raises E-ALTERED where they are not what was stored."""
    query = "SELECT bytes FROM file_part WHERE digest = ? ORDER BY part"
    data = b"".join(part for (part,) in db.execute(query, (digest,)))
    if digest_of(data) != digest:
        raise Bad("E-ALTERED", what=digest[:12])
    return data
