"""Rules of every shape the engine counts, as changes of the default ones."""

from __future__ import annotations

from typing import Any

from tests.sheets_out.awards import rules_data


def _criteria(*changes: dict[str, Any]) -> dict[str, Any]:
    """The default rules with the criteria changed one by one; a value of None goes out."""
    data = rules_data()
    for criterion, change in zip(data["criterion"], changes, strict=False):
        criterion |= change
        for key in [key for key, value in criterion.items() if value is None]:
            del criterion[key]
    return data


def _aggregate(method: str, **more: Any) -> dict[str, Any]:
    none = {"of": None, "high": None, "low": None, "from": None}
    return rules_data(aggregate={**none, "method": method, **more})


def _also(data: dict[str, Any], **changes: dict[str, Any]) -> dict[str, Any]:
    return {**data, **{name: {**data[name], **change} for name, change in changes.items()}}


TRIM = {"high": 1, "low": 1, "from": 5}
POINTS: list[dict[str, Any]] = [
    {"points": full, "weight": None, "levels": []} for full in ("20", "40", "30", "10")
]
RULESETS: dict[str, dict[str, Any]] = {
    "default": rules_data(),
    "mean": _aggregate("mean"),
    "median": _aggregate("median"),
    "sum": _aggregate("sum"),
    "two and one dropped": _aggregate("trimmed_mean", of="total", **{**TRIM, "high": 2}),
    "criterion by criterion": _aggregate("trimmed_mean", of="criterion", **TRIM),
    "whole judge": _aggregate("trimmed_mean", of="judge", **{"from": 5}),
    "half to even": rules_data(rounding={"mode": "half_even", "places": 1}),
    "cut off": rules_data(rounding={"mode": "down", "places": 1}),
    "whole numbers": rules_data(rounding={"places": 0}),
    "by an interval": rules_data(rounding={"places": 1, "interval": "0.5"}),
    "even, by an interval": rules_data(
        rounding={"mode": "half_even", "places": 1, "interval": "0.2"}
    ),
    "each criterion by an interval": rules_data(
        rounding={"when": "every_criterion", "places": 1, "interval": "0.5"}
    ),
    "each criterion rounded": rules_data(rounding={"when": "every_criterion", "places": 1}),
    "even, each criterion": rules_data(
        rounding={"mode": "half_even", "when": "every_criterion", "places": 1}
    ),
    "missing is zero": rules_data(missing={"policy": "zero"}),
    "many ballots needed": rules_data(missing={"min_ballots": 7}),
    "exact ranks": rules_data(ranking={"by": "exact"}),
    "one may not apply": _criteria({"optional": True}),
    "one is only shown": _criteria({"counted": False, "weight": None}, {"weight": "60"}),
    "points": _criteria(*POINTS),
    "points, one may not apply": _criteria({**POINTS[0], "optional": True}, *POINTS[1:]),
    "criterion by criterion, one may not apply": _also(
        _criteria({"optional": True}), aggregate={"of": "criterion"}
    ),
}
