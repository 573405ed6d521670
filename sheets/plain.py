"""Frozen records to plain data and back, strictly.

Plain data is what canonical JSON and TOML both hold: str, int, bool, list and dict with str
keys. A record is a dict of its fields in their order; a field that is None is left out. Read
back, nothing is converted and nothing is guessed: an unknown key, a missing one or a value
of another type is E-SHEETFORM with its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, NoReturn, get_args, get_origin, get_type_hints

from words import Bad, say

Plain = dict[str, object]
INT_LIMIT = 2**53
"""As in canonical JSON: every reader in the world keeps integers below it exactly."""


def to_plain(value: Any) -> Any:
    """Records become dicts, tuples become lists; text and integers stay.

    Mappings are sorted by key, so that the bytes never depend on how one was filled.
    """
    if is_dataclass(value):
        found = [(field, getattr(value, field.name)) for field in fields(value)]
        return {field.name: to_plain(part) for field, part in found if not _unsaid(field, part)}
    if isinstance(value, Mapping):
        return {key: to_plain(value[key]) for key in sorted(value)}
    if isinstance(value, list | tuple):
        return [to_plain(part) for part in value]
    return value


def _unsaid(field: Field[Any], part: object) -> bool:
    """None is left out, and so is a field that came later and stands at its default: a sheet
    made before it was known stays byte for byte what it was."""
    return part is None or (_later(field) and part == _default(field))


def _later(field: Field[Any]) -> bool:
    return "later" in field.metadata


def _default(field: Field[Any]) -> object:
    return field.default if field.default_factory is MISSING else field.default_factory()


def from_plain(kind: Any, data: object, where: str = "") -> Any:
    """The value of type `kind` (a record, or what its fields may be) that `data` holds."""
    if is_dataclass(kind):
        return _record(kind, data, where)
    origin = get_origin(kind) or kind
    if origin is tuple:
        return _items(get_args(kind)[0], data, where)
    if origin is Literal:
        return _choice(get_args(kind), data, where)
    if origin is UnionType:  # only `X | None`; None is never written
        return from_plain(get_args(kind)[0], data, where)
    if origin is Mapping:
        return _mapping(get_args(kind)[1], data, where)
    return data if kind is object else _scalar(kind, data, where)


def _record(kind: Any, data: object, where: str) -> Any:
    hints = _hints(kind)
    given = _table(data, where)
    for key in given:
        if key not in hints:
            _refuse("known_key", f"{where}.{key}".lstrip("."))
    values = {}
    for key, hint in hints.items():
        if key in given:
            values[key] = from_plain(hint, given[key], f"{where}.{key}".lstrip("."))
        elif get_origin(hint) is UnionType:
            values[key] = None
        elif key not in _laters(kind):
            _refuse("present", f"{where}.{key}".lstrip("."))
    return kind(**values)


@cache
def _laters(kind: Any) -> frozenset[str]:
    return frozenset(field.name for field in fields(kind) if _later(field))


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _choice(choices: tuple[object, ...], data: object, where: str) -> object:
    if any(data == choice and type(data) is type(choice) for choice in choices):
        return data
    return _refuse("one_of", where, choices)


def _items(kind: Any, data: object, where: str) -> tuple[Any, ...]:
    if not isinstance(data, list):
        _refuse("list", where)
    return tuple(from_plain(kind, part, f"{where}[{place}]") for place, part in enumerate(data, 1))


def _mapping(kind: Any, data: object, where: str) -> Plain:
    table = _table(data, where)
    return {key: from_plain(kind, part, f"{where}.{key}") for key, part in table.items()}


def _table(data: object, where: str) -> Mapping[str, object]:
    return data if isinstance(data, dict) else _refuse("table", where)


def _scalar(kind: type, data: object, where: str) -> object:
    """Exact types: True is not 1."""
    if type(data) is not kind:
        _refuse(kind.__name__, where)
    if isinstance(data, int) and abs(data) >= INT_LIMIT:
        _refuse("int", where)
    return data


def _refuse(expected: str, where: str, choices: tuple[object, ...] = ()) -> NoReturn:
    wanted = say(f"sheet.expected.{expected}", choices=", ".join(map(str, choices)))
    raise Bad("E-SHEETFORM", where, expected=wanted)
