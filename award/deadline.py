"""How long is left until the deadline. It is shown and never enforced.

A deadline is what the committee wrote: `2026-12-31 18:00`, `2026-12-31`, `2026年6月30日 18:00`,
`6月30日 18:00` (this year). What is written otherwise is shown as it stands and not counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from words import say

_DAY = r"(?:(?P<year>\d{4})\s*[-/.年]\s*)?(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?"
_TIME = r"(?:[T\s]*(?P<hour>\d{1,2})\s*[:：点时]\s*(?P<minute>\d{2})?\s*分?)?"
_WRITTEN = re.compile(rf"\s*{_DAY}{_TIME}\s*")


@dataclass(frozen=True)
class Left:
    """The whole days, hours and minutes between now and the deadline; `over` once it is past."""

    days: int
    hours: int
    minutes: int
    over: bool = False


def left(deadline: str, now: str) -> Left | None:
    """The time left at `now` (clock text); None where the deadline is no date we can read."""
    here = datetime.fromisoformat(now).replace(tzinfo=None)
    end = _end(deadline, here)
    if end is None:
        return None
    minutes = abs(end - here) // timedelta(minutes=1)
    return Left(minutes // 1440, minutes // 60 % 24, minutes % 60, over=end < here)


def _end(deadline: str, now: datetime) -> datetime | None:
    found = _WRITTEN.fullmatch(deadline)
    if found is None:
        return None
    year, month, day = int(found["year"] or now.year), int(found["month"]), int(found["day"])
    try:
        if found["hour"] is None:  # a day without a time lasts until its end
            return datetime(year, month, day) + timedelta(days=1)  # noqa: DTZ001 - as written
        return datetime(year, month, day, int(found["hour"]), int(found["minute"] or 0))  # noqa: DTZ001
    except ValueError:
        return None


def left_words(deadline: str, now: str) -> str:
    """`7 小时 15 分`; empty where nothing can be counted."""
    found = left(deadline, now)
    if found is None:
        return ""
    kind = "days" if found.days else "hours" if found.hours else "minutes"
    key = "over" if found.over else "left"
    amounts = {"days": found.days, "hours": found.hours, "minutes": found.minutes}
    return say(f"secretary.{key}", time=say(f"secretary.time.{kind}", **amounts))
