"""The rules inside a slate, as written in config.toml, and read back on the judge's computer.

Canonical JSON sorts the keys of a table. In a few tables of a chain of stages their order is
part of the rules (it is in the digest), so these travel as lists of pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import cast

from exchange.objects import Slate
from scoring.config_plain import plain_rules
from scoring.rules import Rules

Change = Callable[[object], object]
_TOTAL, _STAGE, _VOTE = ("weights",), ("judge_adjust",), ("ticks", "thresholds")


def to_travel(tables: Mapping[str, object]) -> dict[str, object]:
    """The tables of config.toml with the order of their keys written down where it counts."""
    return _each(tables, _pairs)


def rules_of_slate(slate: Slate, *, deadline: str = "") -> Rules:
    """The rules of a slate as a judge of its stage sees them. Raises RuleErrors."""
    from scoring.config import parse_rules  # and with it the library that checks

    return _seen(parse_rules(_each(slate.rules, _table)), slate, deadline)


def known_rules_of_slate(slate: Slate, *, deadline: str = "") -> Rules | None:
    """The same of a slate whose rules were checked here before; None where they are not read
    as they were then.
    """
    try:
        rules = plain_rules(_each(slate.rules, _table))
    except (ValueError, KeyError, TypeError, AttributeError):  # what an odd table may give
        return None
    return _seen(rules, slate, deadline)


def _seen(rules: Rules, slate: Slate, deadline: str) -> Rules:
    rules = replace(rules, deadline=deadline)
    return rules.looking_at(slate.stage) if rules.chain else rules


def _each(tables: Mapping[str, object], change: Change) -> dict[str, object]:
    found = dict(tables)
    if isinstance(total := found.get("total"), dict):
        found["total"] = _changed(total, _TOTAL, change)
    if isinstance(stages := found.get("stage"), list):
        found["stage"] = [_stage(one, change) if isinstance(one, dict) else one for one in stages]
    return found


def _stage(table: dict[str, object], change: Change) -> dict[str, object]:
    found = _changed(table, _STAGE, change)
    if isinstance(vote := found.get("vote"), dict):
        found["vote"] = _changed(vote, _VOTE, change)
    return found


def _changed(
    table: Mapping[str, object], keys: tuple[str, ...], change: Change
) -> dict[str, object]:
    return {key: change(value) if key in keys else value for key, value in table.items()}


def _pairs(value: object) -> object:
    return [[key, held] for key, held in value.items()] if isinstance(value, Mapping) else value


def _table(value: object) -> object:
    if not isinstance(value, list) or not all(_is_pair(one) for one in value):
        return value  # as it stood in the file, or nothing that can be read: the parser says so
    return dict(cast(list[tuple[str, object]], value))


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and isinstance(value[0], str)
