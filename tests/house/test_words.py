"""Both languages say everything, with the same values in the same places."""

from __future__ import annotations

import importlib
import pkgutil
import string

import pytest

import words
from words.catalog import ERROR_TABLES

NOT_TABLES = {"catalog", "text", "wrap"}
TABLES = [m.name for m in pkgutil.iter_modules(words.__path__) if m.name not in NOT_TABLES]
ENTRIES = [
    (table, key, pair)
    for table in TABLES
    for key, pair in importlib.import_module(f"words.{table}").WORDS.items()
]


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize(("table", "key", "pair"), ENTRIES, ids=[key for _, key, _ in ENTRIES])
def test_each_sentence_stands_in_both_languages_with_the_same_values(
    table: str, key: str, pair: tuple[str, str]
) -> None:
    zh, en = pair
    assert zh.strip()
    assert en.strip()
    assert _fields(zh) == _fields(en)


def test_no_id_is_in_two_tables() -> None:
    keys = [key for _, key, _ in ENTRIES]
    assert len(keys) == len(set(keys))


def test_every_error_table_is_found_by_its_codes() -> None:
    for table, key, pair in ENTRIES:
        if key.startswith("E-"):
            assert table in ERROR_TABLES, table
            assert words.entry(key) == pair
        else:
            assert key.split(".", maxsplit=1)[0] == table, key
