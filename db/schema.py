"""The tables, one migration each. A migration that has been released is never edited.

Every table but `desk` is evidence: rows are added and never changed. `log` names the log entry
that wrote a row; the entry holds the digest of all its rows (see `evidence`). Long columns come
last, so that reading the others does not read them.
"""

from __future__ import annotations

from db.lean import Database, Migrations
from db.triggers import evidence, guard

migrations = Migrations("pingxuan")
_LOG = "log INTEGER NOT NULL REFERENCES log(n) DEFERRABLE INITIALLY DEFERRED"


@migrations()
def the_log(db: Database) -> None:
    """`previous` and `digest` make the chain; `detail` is canonical JSON without any score."""
    db.execute(
        """CREATE TABLE log (
            n INTEGER PRIMARY KEY CHECK (n > 0), at TEXT NOT NULL, actor TEXT NOT NULL,
            action TEXT NOT NULL, detail TEXT NOT NULL, previous TEXT NOT NULL,
            digest TEXT NOT NULL) STRICT"""
    )
    guard(db, "log", "n")


@migrations()
def imported_files(db: Database) -> None:
    """The bytes of every file something was imported from, in parts that one value can hold."""
    db.execute(
        f"""CREATE TABLE file (
            digest TEXT PRIMARY KEY, name TEXT NOT NULL, size INTEGER NOT NULL,
            {_LOG}) STRICT, WITHOUT ROWID"""
    )
    db.execute(
        """CREATE TABLE file_part (
            digest TEXT NOT NULL REFERENCES file(digest), part INTEGER NOT NULL,
            bytes BLOB NOT NULL, PRIMARY KEY (digest, part)) STRICT, WITHOUT ROWID"""
    )
    evidence(db, "file", "digest")
    guard(db, "file_part", "digest,part")


@migrations()
def the_nominations(db: Database) -> None:
    """`body` is a canonical JSON list of paragraphs; `digest` covers all the other fields."""
    db.execute(
        f"""CREATE TABLE nomination (
            number TEXT PRIMARY KEY, title TEXT NOT NULL, unit TEXT NOT NULL, field TEXT NOT NULL,
            level TEXT NOT NULL, region TEXT NOT NULL, label TEXT NOT NULL, digest TEXT NOT NULL,
            {_LOG}, body TEXT NOT NULL) STRICT, WITHOUT ROWID"""
    )
    evidence(db, "nomination", "number")


@migrations()
def the_judges(db: Database) -> None:
    db.execute(
        f"""CREATE TABLE judge (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, unit TEXT NOT NULL,
            {_LOG}) STRICT, WITHOUT ROWID"""
    )
    evidence(db, "judge", "id")


@migrations()
def the_recusals(db: Database) -> None:
    """Events: the newest of a judge and case holds; `withdrawn` is 1 where it was taken back."""
    db.execute(
        f"""CREATE TABLE recusal (
            n INTEGER PRIMARY KEY CHECK (n > 0), judge TEXT NOT NULL REFERENCES judge(id),
            number TEXT NOT NULL REFERENCES nomination(number), reason TEXT NOT NULL,
            actor TEXT NOT NULL, at TEXT NOT NULL,
            withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)), {_LOG}) STRICT"""
    )
    db.execute("CREATE INDEX recusal_of ON recusal (judge, number)")
    evidence(db, "recusal", "n")


@migrations()
def the_drafts(db: Database) -> None:
    """What a judge did, key by key. The newest row of a slot holds; `mark` chains the rows.

    A slot is (`what`, `number`, `key`): a cell with its criterion, a comment, a mark of doubt,
    a dismissed hint or a recusal. `n` counts per judge from 1, so that two windows collide.
    """
    db.execute(
        """CREATE TABLE draft (
            judge TEXT NOT NULL REFERENCES judge(id), n INTEGER NOT NULL CHECK (n > 0),
            revision INTEGER NOT NULL, step TEXT NOT NULL CHECK (step IN ('do', 'undo', 'redo')),
            what TEXT NOT NULL
                CHECK (what IN ('cell', 'comment', 'doubt', 'hint', 'recusal')),
            number TEXT NOT NULL, key TEXT NOT NULL,
            state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 5), points INTEGER NOT NULL,
            text TEXT NOT NULL, at TEXT NOT NULL, mark TEXT NOT NULL,
            PRIMARY KEY (judge, n)) STRICT, WITHOUT ROWID"""
    )
    guard(db, "draft", "judge,n")


@migrations()
def the_desks(db: Database) -> None:
    """Not evidence: where a judge stopped, and counts that can be made again from the drafts."""
    db.execute(
        """CREATE TABLE desk (
            judge TEXT PRIMARY KEY REFERENCES judge(id), done INTEGER NOT NULL,
            started INTEGER NOT NULL, last_active TEXT NOT NULL,
            last_case TEXT NOT NULL) STRICT, WITHOUT ROWID"""
    )


@migrations()
def the_ballots(db: Database) -> None:
    """Submitted ballots; `payload` is the canonical JSON that `digest` and `receipt` are of."""
    db.execute(
        f"""CREATE TABLE ballot (
            judge TEXT NOT NULL REFERENCES judge(id), revision INTEGER NOT NULL,
            receipt TEXT NOT NULL UNIQUE, at TEXT NOT NULL, digest TEXT NOT NULL,
            {_LOG}, payload BLOB NOT NULL,
            PRIMARY KEY (judge, revision)) STRICT, WITHOUT ROWID"""
    )
    evidence(db, "ballot", "judge,revision", "receipt")


@migrations()
def the_reopenings(db: Database) -> None:
    """A ballot sent back to its judge; it stays, and no longer counts."""
    db.execute(
        f"""CREATE TABLE reopening (
            judge TEXT NOT NULL, revision INTEGER NOT NULL, reason TEXT NOT NULL,
            actor TEXT NOT NULL, at TEXT NOT NULL, {_LOG}, PRIMARY KEY (judge, revision),
            FOREIGN KEY (judge, revision) REFERENCES ballot(judge, revision))
            STRICT, WITHOUT ROWID"""
    )
    evidence(db, "reopening", "judge,revision")


@migrations()
def the_decisions(db: Database) -> None:
    """The committee's word on ties; `cases` is a canonical JSON list, best first."""
    db.execute(
        f"""CREATE TABLE decision (
            number INTEGER PRIMARY KEY CHECK (number > 0), kind TEXT NOT NULL,
            cases TEXT NOT NULL, reason TEXT NOT NULL, actor TEXT NOT NULL, at TEXT NOT NULL,
            {_LOG}) STRICT"""
    )
    evidence(db, "decision", "number")


@migrations()
def the_results(db: Database) -> None:
    db.execute(
        f"""CREATE TABLE result (
            number INTEGER PRIMARY KEY CHECK (number > 0),
            kind TEXT NOT NULL CHECK (kind IN ('provisional', 'final')), reason TEXT NOT NULL,
            actor TEXT NOT NULL, at TEXT NOT NULL, digest TEXT NOT NULL,
            {_LOG}, payload BLOB NOT NULL) STRICT"""
    )
    evidence(db, "result", "number")


@migrations()
def the_documents(db: Database) -> None:
    """What is decided once and numbered: slates, keys, issued packets; see `documents`."""
    db.execute(
        f"""CREATE TABLE document (
            kind TEXT NOT NULL, subject TEXT NOT NULL, number INTEGER NOT NULL CHECK (number > 0),
            at TEXT NOT NULL, digest TEXT NOT NULL, {_LOG}, payload BLOB NOT NULL,
            PRIMARY KEY (kind, subject, number)) STRICT, WITHOUT ROWID"""
    )
    evidence(db, "document", "kind,subject,number")


@migrations()
def the_attachments(db: Database) -> None:
    """Events: the newest of a case and file holds; the bytes lie beside the database."""
    db.execute(
        f"""CREATE TABLE attachment (
            n INTEGER PRIMARY KEY CHECK (n > 0),
            number TEXT NOT NULL REFERENCES nomination(number), digest TEXT NOT NULL,
            name TEXT NOT NULL, size INTEGER NOT NULL, at TEXT NOT NULL,
            withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)), {_LOG}) STRICT"""
    )
    evidence(db, "attachment", "n")


@migrations()
def the_received_files(db: Database) -> None:
    """Files that came back, taken or refused; `digest` is the SHA-256 of `bytes`, `code` empty
    where the file was taken."""
    db.execute(
        f"""CREATE TABLE received (
            digest TEXT PRIMARY KEY, name TEXT NOT NULL, code TEXT NOT NULL,
            size INTEGER NOT NULL, at TEXT NOT NULL, {_LOG}, bytes BLOB NOT NULL)
            STRICT, WITHOUT ROWID"""
    )
    evidence(db, "received", "digest")
