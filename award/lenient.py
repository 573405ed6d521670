"""Frozen records from plain data of this version or an older one.

A field that is not there has its default: an archive made before the field was thought of is
read for ever. An unknown field is refused, for it could mean that something else was decided.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, NoReturn, Union, get_args, get_origin, get_type_hints

from scoring import chain_rules, rules
from words import Bad

_NAMES = {
    name: one
    for module in (chain_rules, rules)
    for name, one in vars(module).items()
    if name[0].isupper()
}
"""What stands in the rules: each of the two modules knows the records of the other by name only."""


def build(kind: Any, data: object, where: str = "") -> Any:
    """The value of type `kind` in plain data. Raises E-FORMAT with the place."""
    if is_dataclass(kind):
        return _record(kind, data, where)
    origin = get_origin(kind) or kind
    if origin is tuple:
        return _tuple(get_args(kind), data, where)
    if origin in (UnionType, Union):
        return _either(get_args(kind), data, where)
    if origin is Literal:
        return data if data in get_args(kind) else _refuse(" | ".join(get_args(kind)), where)
    if origin is Mapping:
        return data if isinstance(data, dict) else _refuse("{...}", where)
    return data if type(data) is kind else _refuse(str(getattr(kind, "__name__", kind)), where)


def _tuple(kinds: tuple[Any, ...], data: object, where: str) -> tuple[Any, ...]:
    """Any number of one kind, or one of each."""
    items = data if isinstance(data, list) else _refuse("[...]", where)
    each = kinds[:1] * len(items) if kinds[-1] is Ellipsis else kinds
    if len(each) != len(items):
        _refuse(f"[{len(each)}]", where)
    pairs = enumerate(zip(each, items, strict=True))
    return tuple(build(kind, one, f"{where}[{i}]") for i, (kind, one) in pairs)


def _either(kinds: tuple[Any, ...], data: object, where: str) -> Any:
    """`X | None`, or two lists of words."""
    if data is None and NoneType in kinds:
        return None
    words = [word for kind in kinds if get_origin(kind) is Literal for word in get_args(kind)]
    if words:
        return data if data in words else _refuse(" | ".join(words), where)
    return build(kinds[0], data, where)


def _record(kind: Any, data: object, where: str) -> Any:
    if not isinstance(data, dict):
        _refuse("{...}", where)
    hints = _hints(kind)
    if unknown := sorted(set(data) - set(hints)):
        _refuse(", ".join(hints), f"{where}.{unknown[0]}")
    values = {key: build(hints[key], data[key], f"{where}.{key}") for key in hints if key in data}
    needed = [
        one.name
        for one in fields(kind)
        if one.default is MISSING
        and one.default_factory is MISSING
        and not _optional(kind, one.name)
    ]
    if missing := [name for name in needed if name not in values]:
        _refuse(missing[0], where)
    return kind(**{name: None for name in hints if _optional(kind, name)} | values)


def _optional(kind: Any, name: str) -> bool:
    return NoneType in get_args(_hints(kind)[name])


@cache
def _hints(kind: Any) -> dict[str, Any]:
    """The types of the fields."""
    return get_type_hints(kind, localns=_NAMES)


def _refuse(need: str, where: str) -> NoReturn:
    raise Bad("E-FORMAT", where.lstrip("."), need=need)
