"""Both languages say everything, with the same values in the same places."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import string
from collections import Counter
from pathlib import Path
from typing import get_args

import words
from scoring.result import Unranked
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


def test_each_sentence_stands_in_both_languages() -> None:
    assert [key for _, key, (zh, en) in ENTRIES if not (zh.strip() and en.strip())] == []


def test_each_value_of_a_sentence_is_in_the_other_language_too() -> None:
    """Chinese sometimes counts what English leaves to the list, and writes months as numbers."""
    odd = {key: _fields(zh) ^ _fields(en) for _, key, (zh, en) in ENTRIES}
    assert {
        key: names for key, names in odd.items() if names - {"count", "month", "month_name"}
    } == {}


def test_no_id_is_in_two_tables() -> None:
    keys = [key for _, key, _ in ENTRIES]
    assert len(keys) == len(set(keys))


def test_every_error_table_is_found_by_its_codes() -> None:
    for table, key, pair in ENTRIES:
        if key.startswith(("E-", "W-")):
            assert table in ERROR_TABLES, table
            assert words.entry(key) == pair
        else:
            assert key.split(".", maxsplit=1)[0] == table, key


def test_no_id_stands_twice_in_a_table() -> None:
    """Python keeps the last of two: the first sentence would never be said."""
    folder = Path(words.__path__[0])
    tables = [ast.parse((folder / f"{name}.py").read_text(encoding="utf-8")) for name in TABLES]
    keys = [
        key.value
        for tree in tables
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant)
    ]
    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_every_reason_for_no_rank_has_its_words() -> None:
    reasons = [reason for reason in get_args(Unranked) if reason]
    assert [reason for reason in reasons if not words.say(f"cli.rank.{reason}")] == []
