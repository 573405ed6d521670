"""Frozen records from plain data of this version or an older one.

A field that is not there has its default: an archive made before the field was thought of is
read for ever. An unknown field is refused, for it could mean that something else was decided.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, NoReturn, get_args, get_origin, get_type_hints

from words import Bad


def build(kind: Any, data: object, where: str = "") -> Any:
    """The value of type `kind` in plain data. Raises E-FORMAT with the place."""
    if is_dataclass(kind):
        return _record(kind, data, where)
    origin = get_origin(kind) or kind
    if origin is tuple:
        items = data if isinstance(data, list) else _refuse("[...]", where)
        return tuple(build(get_args(kind)[0], one, f"{where}[{i}]") for i, one in enumerate(items))
    if origin is UnionType:
        return None if data is None else build(get_args(kind)[0], data, where)
    if origin is Literal:
        return data if data in get_args(kind) else _refuse(" | ".join(get_args(kind)), where)
    if origin is Mapping:
        return data if isinstance(data, dict) else _refuse("{...}", where)
    return data if type(data) is kind else _refuse(str(getattr(kind, "__name__", kind)), where)


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
    return get_origin(_hints(kind)[name]) is UnionType


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _refuse(need: str, where: str) -> NoReturn:
    raise Bad("E-FORMAT", where.lstrip("."), need=need)
