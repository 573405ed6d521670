"""Files beside a case: copied into the award folder by content, listed, opened, read as text.

A file lies in `attachments/` under the digest of its bytes, read-only, with an ending of our own
choice; what it was called is in the database. So nothing that a unit has typed becomes a path,
and a copy that was changed is found.
"""

from __future__ import annotations

import stat
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from award.folder import Award
from award.opening_outside import open_outside as outside
from db.records import Added, Attachment
from files import metadata
from files.archives import office_kind, ole_kind
from files.confined import confined, is_there
from files.metadata_ole import of_ole
from files.metadata_pictures import of_picture
from files.reading import read_bounded, sniff
from files.reasons import reason
from files.writing import write_atomic
from sheets.attachment_text import text_of
from words import Bad, Problem
from words.text import clean_line

FOLDER = "attachments"
MOST = 100 << 20  # bytes of one file
PDF_INFO_SECONDS = 20

# The endings that are opened, by what the content is. Programs and pages are never among them.
ENDINGS = {
    "zip": {".docx", ".xlsx", ".pptx", ".ods", ".odt", ".ofd", ".zip"},
    "ole": {".doc", ".xls", ".ppt", ".wps", ".et", ".dps"},
    "pdf": {".pdf"},
    "text": {".txt", ".csv", ".md"},
    "utf16": {".txt", ".csv"},
    "binary": {".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".mp4", ".mp3", ".mov",
               ".wmv", ".avi", ".rar", ".7z"},
}  # fmt: skip
EVERY_ENDING = frozenset[str]().union(*ENDINGS.values())


@dataclass(frozen=True)
class Listed:
    """An attachment with what it reveals; `missing` where its copy is gone or was changed."""

    attachment: Attachment
    facts: tuple[metadata.Fact, ...] = ()
    missing: bool = False


def ending(name: str, data: bytes) -> str:
    """The ending a file is kept under: its own, where the content fits. Raises E-ATTACHKIND."""
    own = Path(name).suffix.lower()
    kind = sniff(data)
    if kind in {"text", "binary"} and own in ENDINGS["text"] | ENDINGS["binary"]:
        return own
    if own in ENDINGS.get(kind, ()):
        return own
    office = {"zip": office_kind, "ole": ole_kind}.get(kind)
    told = f".{office(data)}" if office else f".{kind}"
    if told in ENDINGS.get(kind, ()):
        return told
    known = " ".join(sorted(EVERY_ENDING))
    raise Bad("E-ATTACHKIND", clean_line(name), known=known)


def path_of(award: Award, one: Attachment) -> Path | None:
    """Where the copy lies; None where it is not there."""
    return next(iter(sorted((award.folder / FOLDER).glob(f"{one.digest}.*"))), None)


def keep(award: Award, case: str, path: Path) -> Attachment:
    """Copy a file into the award folder; the same bytes are kept once.

    Raises E-NOFILE, E-NOTFILE, E-SIZE, E-EMPTYFILE, E-ATTACHKIND, E-FULL or E-CANNOTWRITE.
    """
    data = read_bounded(path, MOST)
    name = clean_line(path.name)[:200]
    if not data:
        raise Bad("E-EMPTYFILE", name)
    one = Attachment(case, name, sha256(data).hexdigest(), len(data))
    if path_of(award, one) is None:
        copy_into(award.folder / FOLDER, f"{one.digest}{ending(name, data)}", data)
    return one


def copy_into(folder: Path, name: str, data: bytes) -> Path:
    """Write the bytes read-only under a name of ours, unless they are there; where they are."""
    path = folder / name
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise Bad("E-CANNOTWRITE", path=folder, why=reason(error)) from None
    if _holds(path, data):  # unpacked before, or another window has just written them
        return path
    write_atomic(path, data, overwrite=True)
    with suppress(OSError):  # a program that opens it is not to change it
        path.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    return path


def _holds(path: Path, data: bytes) -> bool:
    try:
        return read_bounded(path, MOST, follow_links=False) == data
    except Bad:
        return False


def keep_all(award: Award, files: Iterable[tuple[str, Path]]) -> list[Attachment]:
    """Copy all of them; every file that cannot be taken is told at once."""
    kept: list[Attachment] = []
    problems: list[Problem] = []
    for case, path in files:
        try:
            kept.append(keep(award, case, path))
        except Bad as bad:
            problems += [Problem(p.code, p.where or case, p.params) for p in bad.problems]
    if problems:
        raise Bad.of(problems)
    return kept


def attach(award: Award, case: str, paths: Sequence[Path]) -> Added:
    """Put files beside a case. Raises E-CASEUNKNOWN before anything is copied."""
    award.store.nomination(case)
    files = [file for path in paths for file in _files(path)]
    return award.store.add_attachments(keep_all(award, ((case, file) for file in files)))


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(each for each in path.iterdir() if each.is_file() and each.name[:1] not in "~.")


def detach(award: Award, case: str, name: str, reason: str) -> Attachment:
    """Take a file off a case, by its name or its number in the list. Raises E-NOATTACHMENT."""
    one = find(award, case, name)
    award.store.withdraw_attachment(one, reason)
    return one


def find(award: Award, case: str, name: str) -> Attachment:
    """One attachment of a case, by name or number from 1. Raises E-NOATTACHMENT."""
    here = award.store.attachments(award.store.nomination(case).number)
    for number, one in enumerate(here, 1):
        if name in {one.name, str(number)}:
            return one
    known = "、".join(one.name for one in here) or "-"
    raise Bad("E-NOATTACHMENT", case, name=name[:80], known=known)


def read(award: Award, one: Attachment) -> bytes:
    """The bytes of the copy. Raises E-ATTACHGONE where it is missing or was changed."""
    path = path_of(award, one)
    if path is None:
        raise Bad("E-ATTACHGONE", one.case, name=one.name)
    data = read_bounded(path, MOST, follow_links=False)
    if sha256(data).hexdigest() != one.digest:
        raise Bad("E-ATTACHGONE", one.case, name=one.name)
    return data


def listed(award: Award, case: str | None = None) -> list[Listed]:
    """The attachments of one case or of all, with what each reveals."""
    return [_listed(award, one) for one in award.store.attachments(case)]


def _listed(award: Award, one: Attachment) -> Listed:
    try:
        data = read(award, one)
    except Bad:
        return Listed(one, missing=True)
    try:
        return Listed(one, _facts(data))
    except Bad:  # a file that cannot be looked into reveals nothing we can say
        return Listed(one)


def _facts(data: bytes) -> tuple[metadata.Fact, ...]:
    kind = sniff(data)
    if kind == "zip":
        return metadata.of_office(data)
    if kind == "pdf" and is_there("pdf"):
        with confined("pdf", data) as answers:
            info = next(answers, {})
        return metadata.of_pdf(info) if isinstance(info, dict) else ()
    if kind == "ole":
        return of_ole(data)
    return of_picture(data)


def text(award: Award, one: Attachment) -> tuple[str, ...]:
    """The paragraphs of a PDF, Word document or text, for the reader. Raises E-NOTEXT."""
    return text_of(one.name, read(award, one))


def open_outside(award: Award, one: Attachment) -> None:
    """Open the copy with the system's own program. Raises E-ATTACHGONE or E-CANNOTOPEN."""
    read(award, one)  # it is the file that was handed in
    path = path_of(award, one)
    assert path is not None
    show(path, one.case, one.name)


def show(path: Path, case: str, name: str) -> None:
    """Open a file of ours with the system's own program. Raises E-CANNOTOPEN."""
    outside(path, name, "E-CANNOTOPEN", case)
