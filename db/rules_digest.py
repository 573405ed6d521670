"""The digest of a committee's rules: a ballot says under which rules it was given."""

from __future__ import annotations

from dataclasses import Field, fields, is_dataclass
from typing import Any

from files import canonical
from scoring.rules import Rules

_ONLY_SHOWN = ("announce", "deadline")  # they decide no medal, and may change after the voting


def digest_of(rules: Rules) -> str:
    """Over everything that decides a medal, and every wording a judge reads while scoring."""
    deciding = {key: value for key, value in _record(rules).items() if key not in _ONLY_SHOWN}
    return canonical.digest("rules", canonical.dumps(deciding))


def _record(value: Any) -> dict[str, object]:
    """The fields of a record. What came later and is not used is left out, so that the rules of
    an earlier award keep their digest."""
    pairs = ((field, getattr(value, field.name)) for field in fields(value))
    return {field.name: _plain(held) for field, held in pairs if not _unused(field, held)}


def _unused(field: Field[Any], held: object) -> bool:
    return held is None or ("later" in field.metadata and held == field.default)


def _plain(value: object) -> object:
    if is_dataclass(value):
        return _record(value)
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value
