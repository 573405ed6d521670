"""The `[exchange]` table of config.toml: how ballots travel. It decides no medal.

[exchange]
mode = "sealed"     # or "open": no locks, for committees that cannot install PyNaCl
attachments = true  # packets carry the files beside the cases, as far as there is room
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from scoring.config_mistakes import RuleProblem

Mode = Literal["sealed", "open"]
TABLE = "exchange"
KEYS, MODES = ("mode", "attachments"), ("sealed", "open")


@dataclass(frozen=True)
class ExchangeRules:
    """`sealed` unless the committee has written `open`: never chosen silently.

    `attachments`: the slate stands for the files beside the cases too, and packets carry them.
    """

    mode: Mode = "sealed"
    attachments: bool = True


SEALED = ExchangeRules()


def split(data: Mapping[str, object]) -> tuple[dict[str, object], object]:
    """The rules without the table, and the table as written; an empty one where it is missing."""
    return {key: value for key, value in data.items() if key != TABLE}, data.get(TABLE, {})


def problems_of(table: object) -> Iterator[RuleProblem]:
    """Every mistake of the table, as the rules' own mistakes are told."""
    if not isinstance(table, Mapping):
        yield RuleProblem("E-RULE-TABLE", (TABLE,), {"key": TABLE})
        return
    for key in table:
        if key not in KEYS:
            params = {"key": key, "known": ", ".join(KEYS)}
            yield RuleProblem("E-RULE-UNKNOWN", (TABLE, key), params)
    if table.get("mode", "sealed") not in MODES:
        yield RuleProblem("E-RULE-CHOICE", (TABLE, "mode"), {"allowed": ", ".join(MODES)})
    if not isinstance(table.get("attachments", True), bool):
        yield RuleProblem("E-RULE-BOOL", (TABLE, "attachments"), {"key": "attachments"})


def exchange_of(table: object) -> ExchangeRules:
    """The settings of a table without mistakes."""
    return ExchangeRules(**cast(dict[str, Any], table))
