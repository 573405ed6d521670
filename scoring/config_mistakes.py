"""One mistake in config.toml as data, and all of them together: what every check gives.

Apart from `scoring.config_errors`, so that whoever only names a mistake loads no library.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scoring.config_read import Path

LISTS = {"criterion", "tier", "stage", "adjust", "factor", "line", "cap", "floor", "panel"}
"""Keys written with double brackets."""


@dataclass(frozen=True)
class RuleProblem:
    """One mistake. `path` is keys and positions from 0: ("criterion", 1, "weight")."""

    code: str
    path: Path
    params: Mapping[str, object] = field(default_factory=dict)


class RuleErrors(Exception):
    """All the mistakes of one set of rules."""

    def __init__(self, problems: tuple[RuleProblem, ...]) -> None:
        super().__init__("; ".join(f"{p.code} {p.path}" for p in problems[:5]))
        self.problems = problems
