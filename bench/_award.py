"""What the database benches share: the default rules, and a clock around one piece of work."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Callable

from award.rules_file import default_config_text
from scoring.config import parse_rules
from scoring.rules import Rules


def default_rules() -> Rules:
    """The rules every new award starts with."""
    return parse_rules(tomllib.loads(default_config_text()))


def timed(work: Callable[[], object]) -> float:
    """Seconds of one run."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
