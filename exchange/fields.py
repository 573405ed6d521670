"""Strict reading of JSON values into frozen dataclasses: exact keys, exact types, bounds.

A shape is a frozen dataclass whose annotations say what is allowed: `Annotated[int,
integer(1, 9)]`, `Annotated[tuple[X, ...], at_most(5)]`, another shape, or any of them with
`| None`. A field marked `LATER` came after the first form: at its default it is never written,
so that older bytes stay what they were and every value has one spelling. Every refusal is
E-FORMAT with the place (`scores[3].points`) and what is needed there, in a notation without
words of any language where possible. The value itself stays out of the message: it may be a
score. Only the standard library is used, so that `verify` runs anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache, partial
from itertools import pairwise
from types import NoneType
from typing import Annotated, Any, NoReturn, TypeAlias, TypeVar, get_args, get_origin
from typing import get_type_hints as hints_of

from files import canonical
from files.canonical import Json
from words import Bad

Rule: TypeAlias = Callable[[object], Any]
"""Takes a JSON value and gives what the dataclass holds, or raises E-FORMAT."""

T = TypeVar("T")

LATER = {"later": True}
"""The metadata of a field that came after the first form of its shape; it has a default."""


def integer(low: int, high: int) -> Rule:
    """A whole number from `low` to `high`; True and 1.0 are none."""

    def rule(value: object) -> int:
        if type(value) is not int or not low <= value <= high:
            refuse(f"{low}..{high}")
        return value

    return rule


def matching(pattern: str, need: str) -> Rule:
    """A str that the pattern matches from end to end."""
    compiled = re.compile(pattern)

    def rule(value: object) -> str:
        if type(value) is not str or not compiled.fullmatch(value):
            refuse(need)
        return value

    return rule


def text(shortest: int, longest: int) -> Rule:
    """Any str of so many characters. What it contains is cleaned where it is shown."""

    def rule(value: object) -> str:
        if type(value) is not str or not shortest <= len(value) <= longest:
            refuse(f'"{shortest}..{longest}"')
        return value

    return rule


def one_of(*names: str) -> Rule:
    """One of a few names."""
    return matching("|".join(map(re.escape, names)), " | ".join(names))


def truth(value: object) -> bool:
    """true or false."""
    return value if type(value) is bool else refuse("true | false")


def tree(value: object) -> dict[str, Json]:
    """A dict that somebody else checks; canonical JSON has bounded its depth."""
    return value if type(value) is dict else refuse("{...}")


class at_most:
    """The longest that a tuple field may be."""

    def __init__(self, length: int) -> None:
        self.length = length

    def __call__(self, item: Rule) -> Rule:
        return partial(_read_list, item, self.length)


def read(shape: type[T], value: object) -> T:
    """The dataclass `shape` from a JSON value. Raises E-FORMAT."""
    rules = _rules(shape)  # type: ignore[arg-type]  # mypy doubts that a type has a hash
    later = _later(shape)  # type: ignore[arg-type]
    if type(value) is not dict or value.keys() | later.keys() != rules.keys():
        refuse("{" + ", ".join(rules) + "}")
    given = {name: rule for name, rule in rules.items() if name in value}
    made = {name: _inside(f".{name}", rule, value[name]) for name, rule in given.items()}
    for name, default in later.items():
        require(name not in made or made[name] != default, name, "-")
    return shape(**made)


def plain(obj: object) -> Any:
    """The JSON value of a dataclass, the reverse of `read`."""
    if is_dataclass(obj):
        later = _later(type(obj))  # type: ignore[arg-type]
        found = {field.name: getattr(obj, field.name) for field in fields(obj)}
        return {
            name: plain(held)
            for name, held in found.items()
            if name not in later or held != later[name]
        }
    return [plain(item) for item in obj] if isinstance(obj, tuple) else obj


def pack(obj: object) -> bytes:
    """Canonical JSON of a dataclass. Raises E-FORMAT rather than write what `unpack` refuses."""
    value = plain(obj)
    read(type(obj), value)
    return canonical.dumps(value)


def unpack(shape: type[T], data: bytes) -> T:
    """The dataclass in canonical bytes. Raises E-CANON and E-FORMAT."""
    return read(shape, canonical.loads(data))


def refuse(need: str, where: str = "") -> NoReturn:
    """Raise E-FORMAT: at `where`, `need` is needed. Callers further out put their place before."""
    raise Bad("E-FORMAT", where, need=need)


def require(holds: bool, where: str, need: str) -> None:
    """Refuse unless a condition between several fields holds."""
    if not holds:
        refuse(need, where)


def require_ascending(items: tuple[Any, ...], where: str) -> None:
    """Refuse a list that is not in ascending order or names something twice."""
    require(all(a < b for a, b in pairwise(items)), where, "a < b < c")


def _inside(step: str, rule: Rule, value: object) -> Any:
    try:
        return rule(value)
    except Bad as bad:
        where = bad.problems[0].where
        joint = "." if where and not where.startswith((".", "[")) else ""
        raise Bad(bad.code, (step + joint + where).lstrip("."), **bad.params) from None


def _read_list(item: Rule, longest: int, value: object) -> tuple[Any, ...]:
    if type(value) is not list or len(value) > longest:
        refuse(f"[0..{longest}]")
    return tuple(_inside(f"[{index}]", item, each) for index, each in enumerate(value))


def _read_optional(rule: Rule, value: object) -> Any:
    return None if value is None else rule(value)


@cache
def _later(shape: type[Any]) -> dict[str, object]:
    """The defaults of the fields that came later."""
    return {field.name: field.default for field in fields(shape) if field.metadata == LATER}


@cache
def _rules(shape: type[Any]) -> dict[str, Rule]:
    hints = hints_of(shape, include_extras=True)
    return {field.name: _rule(hints[field.name]) for field in fields(shape)}


def _rule(hint: Any) -> Rule:
    """The rule of one annotation; see the top of this file."""
    if isinstance(hint, type) and is_dataclass(hint):
        return partial(read, hint)
    if get_origin(hint) is Annotated:
        inner, rule = get_args(hint)
        return rule(_rule(get_args(inner)[0])) if isinstance(rule, at_most) else rule
    if hint is bool:
        return truth
    choices = [choice for choice in get_args(hint) if choice is not NoneType]
    if len(choices) != 1 or len(get_args(hint)) != 2:
        raise TypeError(f"no rule for the annotation {hint!r}")
    return partial(_read_optional, _rule(choices[0]))
