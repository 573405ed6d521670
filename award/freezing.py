"""Freeze the rules and the nominations: a numbered slate, which packets and ballots name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from award.closed import require_open
from award.folder import Award
from db.records import Document, Nomination
from exchange.fields import pack, unpack
from exchange.objects import Case, Slate, list_of
from exchange.objects.terms import is_id
from words import Bad, Problem

KIND = "slate"
_MAY_CHANGE = ("announce",)  # tables that decide nothing; the deadline of [award] is another


@dataclass(frozen=True)
class Frozen:
    """A slate with the document that keeps it."""

    slate: Slate
    document: Document

    @property
    def hash(self) -> str:
        return self.document.digest


@dataclass(frozen=True)
class Changes:
    """What a new slate changes of the one before; case numbers in the order of the list."""

    mode: bool
    rules: bool
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]

    @property
    def any(self) -> bool:
        return bool(self.mode or self.rules or self.added or self.removed or self.changed)


def freeze(award: Award, by: str = "") -> Frozen:
    """Make the next slate from the award as it stands.

    Raises E-FROZEN where nothing has changed since the last one, E-NOTHING-NOMINATIONS or
    -JUDGES, E-FILEID for every id that cannot be a part of a file name, and E-CLOSED once
    collecting has ended: what was closed is counted as it was frozen.
    """
    require_open(award)
    problems = list(_problems(award))
    if problems:
        raise Bad.of(problems)
    last = frozen(award)
    slate = slate_of(award, last.slate.version + 1 if last else 1)
    changes = changes_between(last.slate, slate) if last else None
    if last and changes and not changes.any:
        raise Bad("E-FROZEN", version=last.slate.version, hash=groups(last.hash))
    detail = {"mode": slate.mode, "cases": len(slate.cases), "rules": slate.rules_digest}
    made = award.store.add_document(
        KIND, "", pack(slate), number=slate.version, detail=detail, actor=by
    )
    return Frozen(slate, made)


def frozen(award: Award) -> Frozen | None:
    """The slate that holds; none before the first freezing."""
    kept = award.store.document(KIND)
    return Frozen(unpack(Slate, kept.payload), kept) if kept else None


def require_frozen(award: Award) -> Frozen:
    """The slate that holds and still describes the award.

    Raises E-NOTFROZEN, or E-SLATECHANGED naming what is no longer as it was frozen.
    """
    found = frozen(award)
    if found is None:
        raise Bad("E-NOTFROZEN")
    changes = changes_between(found.slate, slate_of(award, found.slate.version))
    if changes.any:
        cases = ", ".join((*changes.changed, *changes.added, *changes.removed)[:5])
        rules = "config.toml" if changes.rules or changes.mode else ""
        what = ", ".join(filter(None, (rules, cases)))
        raise Bad("E-SLATECHANGED", version=found.slate.version, what=what)
    return found


def slate_of(award: Award, version: int) -> Slate:
    """The slate of the award as it stands now."""
    rules = award.rules
    return Slate(
        award=rules.award,
        version=version,
        mode=award.rules_file.exchange.mode,
        stage=rules.stage.key,
        rules=_frozen_tables(award.rules_file.data),  # type: ignore[arg-type]  # checked by pack
        rules_digest=award.rules_file.digest,
        cases=list_of(cases_of(award.store.nominations())),
    )


def cases_of(nominations: Iterable[Nomination]) -> tuple[Case, ...]:
    """The nominations as judges see them."""
    return tuple(map(Case.of, nominations))


def changes_between(old: Slate, new: Slate) -> Changes:
    """What differs between two slates, beside their numbers."""
    before, after = ({one.number: one.digest for one in slate.cases} for slate in (old, new))
    both = before.keys() & after.keys()
    return Changes(
        mode=old.mode != new.mode,
        rules=(old.rules_digest, old.award) != (new.rules_digest, new.award),
        added=tuple(sorted(after.keys() - before.keys())),
        removed=tuple(sorted(before.keys() - after.keys())),
        changed=tuple(sorted(case for case in both if before[case] != after[case])),
    )


def groups(digest: str) -> str:
    """A digest as people compare it: its first five groups of four."""
    return " ".join(digest[i : i + 4] for i in range(0, 20, 4))


def _frozen_tables(data: Mapping[str, object]) -> dict[str, object]:
    """The rules as written, without what may change while judges are at work."""
    tables = {key: value for key, value in data.items() if key not in _MAY_CHANGE}
    award = data["award"]
    assert isinstance(award, Mapping)
    tables["award"] = {key: value for key, value in award.items() if key != "deadline"}
    return tables


def _problems(award: Award) -> Iterator[Problem]:
    judges = award.store.judges()
    for name, rows in (("NOMINATIONS", award.store.nominations()), ("JUDGES", judges)):
        if not rows:
            yield Problem(f"E-NOTHING-{name}")
    for one in (award.rules.award, *(judge.id for judge in judges)):
        if not is_id(one):
            yield Problem("E-FILEID", "", {"id": one})
