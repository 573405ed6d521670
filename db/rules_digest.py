"""The digest of a committee's rules: a ballot says under which rules it was given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, fields, is_dataclass
from typing import Any

from files import canonical
from scoring.rules import Rules

_ONLY_SHOWN = ("announce", "deadline", "focus")  # they decide no medal, and may change


def digest_of(rules: Rules) -> str:
    """Over everything that decides a medal, and every wording a judge reads while scoring."""
    return digest_of_data(deciding(rules))


def deciding(rules: Rules) -> dict[str, object]:
    """What the digest is over, as plain data."""
    return {key: value for key, value in _record(rules).items() if key not in _ONLY_SHOWN}


def only_shown(rules: Rules) -> dict[str, object]:
    """The rest, as plain data."""
    return {key: value for key, value in _record(rules).items() if key in _ONLY_SHOWN}


def digest_of_data(data: Mapping[str, object]) -> str:
    """As `digest_of`, of what `deciding` gave."""
    return canonical.digest("rules", canonical.dumps(dict(data)))


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
