"""Whatever stands in a config.toml, the answer is rules or a list of mistakes, never a crash."""

from __future__ import annotations

import copy
import tomllib
from decimal import Decimal
from typing import Any

import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from award.rules_file import rules_of
from award.rules_lines import lines_of
from award.rules_words import rules_in_words
from scoring.config import RuleErrors, parse_rules
from scoring.config_errors import keys_of
from scoring.config_model import Config, CriterionTable, TierTable
from tests.config.test_wrong_rules import SAMPLE
from tests.drawn import many
from words import Bad, Problem, sentence

GOOD = tomllib.loads(SAMPLE)
KEYS = st.sampled_from([*keys_of(Config), *keys_of(CriterionTable), *keys_of(TierTable), "zh", "x"])
SCALARS = (
    st.text(max_size=8)
    | st.sampled_from(["0", "100", "0.5", "-1", "total", "judge", "median", "decision", "", "sum"])
    | st.integers()
    | st.booleans()
    | st.floats()
    | st.decimals()
    | st.none()
    | st.dates()
)
DATA = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=20,
)
TABLES = st.dictionaries(KEYS | st.text(max_size=5), DATA, max_size=8)


def answered(data: dict[str, Any]) -> None:
    """Rules that can be said in both languages, or mistakes that can."""
    for lang in ("zh", "en"):
        assert all(said(data, lang))


def said(data: dict[str, Any], lang: str) -> list[str]:
    try:
        return rules_in_words(parse_rules(data), lang)
    except RuleErrors as error:
        return [sentence(Problem(p.code, "", p.params), lang) for p in error.problems]


def read(data: bytes) -> str:
    """The award's id, or what is said of the mistakes."""
    try:
        return rules_of(data).rules.award
    except Bad as error:
        return str(error)


@given(TABLES)
@settings(max_examples=many(150), deadline=None)
def test_any_data_is_answered(data: dict[str, Any]) -> None:
    answered(data)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of everything inside some data."""
    if not isinstance(value, dict | list):
        return []
    keys = value.items() if isinstance(value, dict) else enumerate(value)
    return [place for key, item in keys for place in ((*path, key), *places(item, (*path, key)))]


@given(st.data(), st.sampled_from(places(GOOD)), DATA)
@settings(max_examples=many(400), deadline=None)
def test_good_rules_with_one_thing_changed_are_answered(
    draw: st.DataObject, path: tuple[Any, ...], value: Any
) -> None:
    data: Any = copy.deepcopy(GOOD)
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    if isinstance(holder, dict) and draw.draw(st.booleans()):
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    answered(data)


@given(st.text(alphabet="[]{}=.,\"'\\#\n a1_“，", max_size=60))
@settings(max_examples=many(400), deadline=None)
def test_any_text_is_answered(text: str) -> None:
    assert read(text.encode("utf-8"))


@given(st.data(), st.integers(0, len(SAMPLE) - 1), st.text(max_size=3))
@settings(max_examples=many(300), deadline=None)
def test_the_sample_with_a_slip_of_the_pen_is_answered(
    draw: st.DataObject, place: int, slip: str
) -> None:
    cut = draw.draw(st.integers(0, 3))
    text = SAMPLE[:place] + slip + SAMPLE[place + cut :]
    assert read(text.encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=40))
def test_any_bytes_are_answered(data: bytes) -> None:
    assert read(data)


TOML = st.recursive(
    st.text(max_size=6) | st.integers(-99, 99) | st.booleans(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.text(max_size=4), TOML, max_size=4))
@settings(max_examples=many(300), deadline=None)
def test_every_key_and_item_of_a_file_has_its_line(data: dict[str, Any]) -> None:
    text = tomli_w.dumps(data)
    assert tomllib.loads(text) == data
    lines = lines_of(text)
    assert [path for path in places(data) if path not in lines] == []
    assert all(1 <= line <= text.count("\n") + 1 for line in lines.values())


def test_a_decimal_without_quotes_is_exact() -> None:
    data = tomllib.loads(SAMPLE.replace('step = "0.5"', "step = 0.5"), parse_float=Decimal)
    assert parse_rules(data) == parse_rules(GOOD)
