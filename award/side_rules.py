"""Tables of config.toml that the count does not read: who is shown and never counted, what is
flagged, what is checked again. Judges do not get them with their packets.

[judges]
shadow = ["J08"]             # recorded and shown, never counted

[calibration]
cases = ["000"]              # scored by all to tune the ear, never ranked

[deviation]
from = "mean_of_valid"       # mean_of_others | median
over = "10"
unit = "points"              # percent | sigma | mad
action = "explain"           # flag | explain

[recheck]
top = 10                     # of the ranking all
percent = 15                 # of the others, drawn by a seed
all_over = 5                 # more than so many percent wrong: all

[report]
judges = "anonymous"         # named: by name in the report for the committee

[[person]]
ids = ["E1", "J7"]           # one person who judges in two stages: an id for each
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.config_mistakes import RuleProblem
from scoring.sampling import Plan

if TYPE_CHECKING:
    from scoring.deviation import Yardstick

TABLES = ("judges", "calibration", "deviation", "recheck", "report", "person")
USUAL_PLAN = Plan()


@dataclass(frozen=True)
class Sides:
    """What the tables say; nothing where they are not there. `explain`: flags need an answer;
    `persons`: the ids of each person who has several.
    """

    shadow: tuple[str, ...] = ()
    calibration: tuple[str, ...] = ()
    yardstick: Yardstick | None = None
    explain: bool = False
    plan: Plan = USUAL_PLAN
    persons: tuple[tuple[str, ...], ...] = ()


NO_SIDES = Sides()


def split(data: Mapping[str, object]) -> tuple[dict[str, object], dict[str, object]]:
    """The rules without these tables, and these tables as written."""
    sides = {key: value for key, value in data.items() if key in TABLES}
    return {key: value for key, value in data.items() if key not in TABLES}, sides


def problems_of(tables: Mapping[str, object]) -> Iterator[RuleProblem]:
    """Every mistake of the tables, as the rules' own mistakes are told."""
    if tables:
        from award import side_model

        yield from side_model.problems_of(tables)


def sides_of(tables: Mapping[str, object]) -> Sides:
    """What tables without mistakes say."""
    if not tables:
        return NO_SIDES
    from award import side_model

    return side_model.sides_of(tables)
