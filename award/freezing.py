"""Freeze the rules and the nominations: a numbered slate, which packets and ballots name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from award.carried_files import case_files
from award.closed import close_record
from award.entering import entrants, taken_out
from award.folder import Award
from award.rounds import SLATE as KIND
from award.rounds import Frozen, following, frozen, judges_of, round_name, round_on
from award.secret import closed, secret_stages
from award.strangers import refuse_strangers
from db.clock import on_the_wall
from db.receipts import groups
from db.records import Nomination
from exchange.fields import pack
from exchange.objects import Case, CaseFile, Slate, list_of
from exchange.objects.terms import is_id
from exchange.slate_rules import to_travel
from words import Bad, Problem

__all__ = ["KIND", "Frozen", "freeze", "frozen", "require_frozen"]

_MAY_CHANGE = ("announce",)  # tables that decide nothing; the deadline of [award] is another


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


def freeze(award: Award, by: str = "", despite: str = "") -> Frozen:
    """Make the next slate from the award as it stands; in a chain that of the round that is on,
    or of the following one where that was closed and opened.

    `despite` is the written reason to begin a later round although scores before it are missing.
    Raises E-FROZEN where nothing has changed since the last one, E-NOTHING-NOMINATIONS or
    -JUDGES, E-FILEID for every id that cannot be a part of a file name, E-STAGE-WAITS with all
    that is open before a later round, and E-CLOSED once collecting has ended: what was closed is
    counted as it was frozen.
    """
    stage = round_to_freeze(award)
    problems = list(_problems(award, stage))
    if problems:
        raise Bad.of(problems)
    refuse_strangers(award)
    last = frozen(award)
    cases = _cases_now(award, stage, frozen(award, stage), despite=bool(despite))
    slate = slate_of(award, last.slate.version + 1 if last else 1, stage, cases)
    if last and last.slate.stage == stage and not changes_between(last.slate, slate).any:
        raise _unchanged(award, last)
    detail: dict[str, object] = {
        "mode": slate.mode, "cases": len(slate.cases), "rules": slate.rules_digest,
        "file": award.rules_file.file,
    }  # fmt: skip
    if award.rules.chain:
        detail |= {"stage": stage, **({"despite": despite} if despite else {})}
    made = award.store.add_document(
        KIND, "", pack(slate), number=slate.version, detail=detail, actor=by
    )
    return Frozen(slate, made)


def round_to_freeze(award: Award) -> str:
    """The round whose slate is made next.

    Raises E-CLOSED after the last one, E-NOTOPENED where the chair has not opened this one yet.
    """
    on = round_on(award)
    record = close_record(award, on)
    if record is None:
        return on
    voted = {one.key for one in secret_stages(award.rules) if closed(award, one)}
    after = following(award.rules, on) if award.rules.chain else ""
    while after in voted:  # held on this computer: nothing of it travels
        after = following(award.rules, after)
    if not after:
        raise Bad("E-CLOSED", at=on_the_wall(record.signed.sheet.closed_at))
    return after


def _unchanged(award: Award, last: Frozen) -> Bad:
    """In a chain somebody may have meant the round that follows."""
    facts = {"version": last.slate.version, "hash": groups(last.hash)}
    stage = last.slate.stage
    if not award.rules.chain or not (after := following(award.rules, stage)):
        return Bad("E-FROZEN", **facts)
    names = {"stage": stage, "next": after}
    return Bad("E-FROZEN-ROUND", **{k: round_name(award.rules, v) for k, v in names.items()})


def require_frozen(award: Award, stage: str = "") -> Frozen:
    """The slate that holds (of a round, of the one that is on) and still describes the award.

    Raises E-NOTFROZEN, or E-SLATECHANGED naming what is no longer as it was frozen.
    """
    stage = stage or round_on(award)
    found = frozen(award, stage)
    if found is None:
        raise Bad("E-NOTFROZEN")
    now = slate_of(award, found.slate.version, stage, _cases_now(award, stage, found))
    changes = changes_between(found.slate, now)
    if changes.any:
        cases = ", ".join((*changes.changed, *changes.added, *changes.removed)[:5])
        rules = "config.toml" if changes.rules or changes.mode else ""
        what = ", ".join(filter(None, (rules, cases)))
        raise Bad("E-SLATECHANGED", version=found.slate.version, what=what)
    return found


def _cases_now(
    award: Award, stage: str, found: Frozen | None, *, despite: bool = False
) -> Collection[str] | None:
    """The cases of a round as it should be now, None for all; of a closed one those it had.

    A case that somebody took out after freezing stays on the slate: it does not count.
    """
    if not award.rules.chain:
        return None
    own = {one.number for one in found.slate.cases} if found else set()
    if close_record(award, stage) is not None:
        return own
    in_it = entrants(award, stage, despite=despite or found is not None)
    return {*in_it, *(own & taken_out(award, stage))}


def slate_of(
    award: Award, version: int, stage: str = "", cases: Collection[str] | None = None
) -> Slate:
    """The slate of a round with these cases (None: all), as the award stands now."""
    held = award.store.nominations()
    listed = held if cases is None else [one for one in held if one.number in cases]
    return Slate(
        award=award.rules.award,
        version=version,
        mode=award.rules_file.exchange.mode,
        stage=stage or award.rules.stage.key,
        rules=_frozen_tables(award.rules_file.data),  # type: ignore[arg-type]  # checked by pack
        rules_digest=award.rules_file.digest,
        cases=list_of(cases_of(listed, case_files(award))),
    )


def cases_of(
    nominations: Iterable[Nomination], files: Mapping[str, tuple[CaseFile, ...]]
) -> tuple[Case, ...]:
    """The nominations as judges see them, with the files beside each."""
    return tuple(Case.of(one, files.get(one.number, ())) for one in nominations)


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


def _frozen_tables(data: Mapping[str, object]) -> dict[str, object]:
    """The rules as written, without what may change while judges are at work."""
    tables = {key: value for key, value in data.items() if key not in _MAY_CHANGE}
    award = data["award"]
    assert isinstance(award, Mapping)
    tables["award"] = {key: value for key, value in award.items() if key != "deadline"}
    return to_travel(tables)


def _problems(award: Award, stage: str) -> Iterator[Problem]:
    judges = judges_of(award, stage)
    for name, rows in (("NOMINATIONS", award.store.headings()), ("JUDGES", judges)):
        if not rows:
            yield Problem(f"E-NOTHING-{name}")
    for one in (award.rules.award, *(judge.id for judge in judges)):
        if not is_id(one):
            yield Problem("E-FILEID", "", {"id": one})
