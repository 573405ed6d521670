"""What identifies the nominations and the ballots behind a result."""

from __future__ import annotations

from collections.abc import Iterable

from db.records import Ballot, Nomination
from files import canonical
from sheets.plain import to_plain


def slate_digest(nominations: Iterable[Nomination]) -> str:
    """Over every field of every nomination, bodies included, whatever their order."""
    return _digest("nominations", sorted(_content(case) for case in nominations))


def data_digest(ballots: Iterable[Ballot]) -> str:
    """Over the digests of the counted ballots, whatever their order."""
    return _digest("ballots", sorted([b.judge, b.revision, b.digest] for b in ballots))


def _digest(domain: str, value: object) -> str:
    return canonical.digest(domain, canonical.dumps(to_plain(value)))


def _content(case: Nomination) -> list[object]:
    fields = (case.number, case.title, case.unit, case.field, case.level, case.region)
    return [*fields, list(case.body)]
