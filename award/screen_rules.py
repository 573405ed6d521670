"""The tables `[keys]` and `[screens]` of config.toml: how the screens behave. They decide nothing.

[keys]
undo = "ctrl+z,f12"        # an action: its keys, separated by commas, the full-width twins too
recuse = "f3,f11"

[screens]
strips = true              # the judges' totals of every case, unnamed, beside the ranking
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from scoring.config_mistakes import RuleProblem

TABLES = ("keys", "screens")
ACTIONS = (
    "help", "theme", "back", "find", "open", "undo", "redo", "recuse", "review", "submit",
    "comment", "doubt", "compare", "case.back", "case.next", "collect", "void", "ranking", "remind",
    "export", "close", "work", "rank.decide", "rank.finalise",
)  # fmt: skip
"""The actions whose keys can be changed, by the ids of their bindings."""
_KEY = re.compile(r"[^\s,+]{1,40}(\+[^\s,+]{1,40}){0,3}")
MOST_KEYS = 8


@dataclass(frozen=True)
class ScreenRules:
    """`keys` maps an action to its keys; `strips` shows the judges' totals, unnamed."""

    keys: Mapping[str, str] = field(default_factory=dict)
    strips: bool = False


USUAL = ScreenRules()


def split(data: Mapping[str, object]) -> tuple[dict[str, object], dict[str, object]]:
    """The rules without these tables, and the tables as written."""
    rest = {key: value for key, value in data.items() if key not in TABLES}
    return rest, {key: value for key, value in data.items() if key in TABLES}


def problems_of(tables: Mapping[str, object]) -> Iterator[RuleProblem]:
    """Every mistake of the tables, as the rules' own mistakes are told."""
    for name, table in tables.items():
        if not isinstance(table, Mapping):
            yield RuleProblem("E-RULE-TABLE", (name,), {"key": name})
        else:
            yield from (_keys if name == "keys" else _screens)(table)


def _keys(table: Mapping[str, object]) -> Iterator[RuleProblem]:
    for action, keys in table.items():
        if action not in ACTIONS:
            yield _unknown("keys", action, ACTIONS)
        elif not _are_keys(keys):
            yield RuleProblem("E-RULE-KEYS", ("keys", action), {})


def _are_keys(keys: object) -> bool:
    if not isinstance(keys, str):
        return False
    parts = keys.split(",")
    return len(parts) <= MOST_KEYS and all(map(_KEY.fullmatch, parts))


def _screens(table: Mapping[str, object]) -> Iterator[RuleProblem]:
    for key, value in table.items():
        if key != "strips":
            yield _unknown("screens", key, ("strips",))
        elif not isinstance(value, bool):
            yield RuleProblem("E-RULE-BOOL", ("screens", key), {})


def _unknown(table: str, key: str, known: tuple[str, ...]) -> RuleProblem:
    return RuleProblem("E-RULE-UNKNOWN", (table, key), {"key": key, "known": ", ".join(known)})


def screens_of(tables: Mapping[str, object]) -> ScreenRules:
    """What tables without mistakes say."""
    keys, screens = tables.get("keys", {}), tables.get("screens", {})
    assert isinstance(keys, Mapping)
    assert isinstance(screens, Mapping)
    named = {str(action): str(pressed) for action, pressed in keys.items()}
    return ScreenRules(named, bool(screens.get("strips", False)))
