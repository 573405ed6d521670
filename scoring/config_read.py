"""Look into unchecked data: what is of the right kind is returned, anything else is nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from scoring.config_numbers import exact

Data = Mapping[str, object]
Path = tuple[str | int, ...]
MAX_ITEMS = 1000  # more are refused by the models; here they only cost time


def table(data: object, key: str) -> Data:
    """The table under a key, empty where there is none."""
    value = data.get(key) if isinstance(data, Mapping) else None
    return value if isinstance(value, Mapping) else {}


def values(data: object, key: str) -> list[object]:
    """The list under a key, empty where there is none."""
    value = data.get(key) if isinstance(data, Mapping) else None
    return value[:MAX_ITEMS] if isinstance(value, list) else []


def items(data: object, key: str) -> Iterator[tuple[Path, Data]]:
    """The tables of a list, each with its path below `data`."""
    for place, item in enumerate(values(data, key)):
        if isinstance(item, Mapping):
            yield (key, place), item


def word(data: object, key: str) -> str:
    """The text under a key, empty where there is none."""
    value = data.get(key) if isinstance(data, Mapping) else None
    return value if isinstance(value, str) else ""


def number(data: object, key: str) -> Fraction | None:
    """The exact number under a key."""
    found = exact(data.get(key)) if isinstance(data, Mapping) else None
    return found.value if found else None


def count(data: object, key: str) -> int | None:
    """The whole number under a key; true and false are none."""
    value = data.get(key) if isinstance(data, Mapping) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None
