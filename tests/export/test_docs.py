"""docs/files.md names every key and column there is."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from sheets import sheet_model
from sheets.csv_facts import FACTS
from sheets.csv_sheet import MatrixLine, RankingLine
from sheets.csv_words import WORDED

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "files.md").read_text("utf-8")
RECORDS = [record for record in vars(sheet_model).values() if is_dataclass(record)]
KEYS = {field.name for record in (*RECORDS, RankingLine, MatrixLine) for field in fields(record)}


@pytest.mark.parametrize("name", sorted(KEYS - {"result"}))
def test_every_key_is_explained(name: str) -> None:
    assert f"`{name}`" in TEXT


@pytest.mark.parametrize("name", [*FACTS, *WORDED["state"], *WORDED["remark"], *WORDED["drop"]])
def test_every_fact_and_code_is_named(name: str) -> None:
    assert f"`{name}`" in TEXT or f"`#{name}`" in TEXT
