"""Every file of one result, by its name."""

from __future__ import annotations

from scoring.rules import Rules
from sheets.sheet_model import ResultSheet
from sheets.toml_sheet import write_toml


def files_of(sheet: ResultSheet, rules: Rules, lang: str) -> dict[str, bytes]:
    """File name -> bytes; the same sheet gives the same bytes."""
    return {f"result-{sheet.result.number:03}.toml": write_toml(sheet)}
