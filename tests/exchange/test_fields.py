"""Shapes are read by the rules in their annotations."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

import pytest

from exchange.fields import LATER, at_most, integer, pack, plain, read, text, unpack
from tests.exchange.helpers import refused


@dataclass(frozen=True)
class Inner:
    flag: bool
    size: Annotated[int, integer(0, 9)] | None


@dataclass(frozen=True)
class Outer:
    name: Annotated[str, text(1, 3)]
    rows: Annotated[tuple[Annotated[tuple[Inner, ...], at_most(2)], ...], at_most(2)]


VALUE = {"name": "abc", "rows": [[{"flag": True, "size": 9}, {"flag": False, "size": None}], []]}


def test_shapes_lists_and_options_nest() -> None:
    outer = read(Outer, VALUE)
    assert outer == Outer("abc", ((Inner(True, 9), Inner(False, None)), ()))
    assert plain(outer) == VALUE


@pytest.mark.parametrize(
    ("value", "where", "need"),
    [
        ([], "", "{name, rows}"),
        ({"name": "abc"}, "", "{name, rows}"),
        ({**VALUE, "name": "abcd"}, "name", '"1..3"'),
        ({**VALUE, "rows": [[], [], []]}, "rows", "[0..2]"),
        ({**VALUE, "rows": [[], [1]]}, "rows[1][0]", "{flag, size}"),
        ({**VALUE, "rows": [[{"flag": 1, "size": 0}]]}, "rows[0][0].flag", "true | false"),
        ({**VALUE, "rows": [[{"flag": True, "size": 10}]]}, "rows[0][0].size", "0..9"),
        ({**VALUE, "rows": [[{"flag": True, "size": True}]]}, "rows[0][0].size", "0..9"),
    ],
)
def test_a_refusal_names_the_place_and_what_is_needed_there(
    value: object, where: str, need: str
) -> None:
    with refused("E-FORMAT", where) as caught:
        read(Outer, value)
    assert caught.value.params == {"need": need}


def test_a_shape_without_rules_is_a_mistake_of_the_program() -> None:
    @dataclass(frozen=True)
    class Loose:
        anything: int

    with pytest.raises(TypeError, match="no rule"):
        read(Loose, {"anything": 1})


@dataclass(frozen=True)
class Grown:
    first: Annotated[int, integer(0, 9)]
    second: Annotated[int, integer(0, 9)] = field(default=0, metadata=LATER)


def test_a_field_that_came_later_is_not_written_at_its_default_and_has_one_spelling() -> None:
    assert pack(Grown(1)) == b'{"first":1}'
    assert unpack(Grown, b'{"first":1}') == Grown(1)
    assert unpack(Grown, pack(Grown(1, 2))) == Grown(1, 2)
    with refused("E-FORMAT", "second"):
        unpack(Grown, b'{"first":1,"second":0}')
    with refused("E-FORMAT"):
        unpack(Grown, b'{"second":2}')
