"""Whether the rules file that people read says what was counted; only Python is needed.

Two comparisons: the tables of config.toml with those the result carries, word for word, and the
rules built from them with rules.json, number for number.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal

from award.rules_text import decoded, hazards
from award.verifying_bundle import Bundle, Line, says
from scoring.config_plain import FILE, plain_rules
from words import Bad

CONFIG = "config.toml"
LIMIT = 1024 * 1024
NO_PART = ("exchange", "keys", "screens")
"""Tables on which no result depends: how ballots travel, and how the screens behave."""


def config_lines(bundle: Bundle) -> Iterator[Line]:
    """What held of config.toml. Raises E-FORMAT where it cannot be read."""
    written = _tables(bundle.file(CONFIG))
    shown = {key: value for key, value in written.items() if key not in NO_PART}
    same = as_text(shown) == bundle.result["rules"]
    yield says(same and _rules_are(bundle, shown), "verify.config")


def _rules_are(bundle: Bundle, shown: Mapping[str, object]) -> bool:
    data = {key: value for key, value in shown.items() if key in FILE.keys}
    try:
        return plain_rules(data) == bundle.rules[0]
    except (ValueError, TypeError, KeyError, AttributeError, AssertionError):
        return False  # whatever it says, it is not what was checked and counted


def _tables(data: bytes) -> dict[str, object]:
    text = decoded(data, CONFIG)
    if len(data) > LIMIT or next(hazards(text), None):
        raise Bad("E-FORMAT", CONFIG, need="TOML")
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError, ArithmeticError):
        raise Bad("E-FORMAT", CONFIG, need="TOML") from None


def as_text(value: object) -> object:
    """Decimals as written; the rest as it is."""
    if isinstance(value, Mapping):
        return {key: as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_text(item) for item in value]
    return str(value) if isinstance(value, Decimal) else value
