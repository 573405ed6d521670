"""What was decided about single cases, as the rows of a table."""

from __future__ import annotations

from award.events import CaseEvent
from scoring.points import format_points
from words import say

COLUMNS = ("number", "state", "what", "case", "detail", "reason", "by", "at")


def event_heading() -> list[str]:
    return [say(f"stages.event_col_{name}") for name in COLUMNS]


def event_row(one: CaseEvent) -> list[str]:
    """One event; one that was withdrawn says so and why."""
    measured = f"{one.measure} {format_points(one.value, one.places)}"
    detail = measured if one.kind == "measure" else one.tier or one.stage
    state = say("stages.event_gone") if one.withdrawn else ""
    reason = "; ".join(filter(None, (one.reason, one.withdrawn)))
    what = say(f"stages.event_{one.kind}")
    return [str(one.number), state, what, one.case, detail, reason, one.by, one.at]
