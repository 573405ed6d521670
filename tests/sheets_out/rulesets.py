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


def _times(data: dict[str, Any], *factors: tuple[str, str, str]) -> dict[str, Any]:
    """Factors the same for all: (criterion, "" for the whole; value; what it takes)."""
    made = [
        {"key": f"f{at}", "name": {"zh": f"系数{at}"}, "value": value, "takes": takes,
         **({"criterion": criterion} if criterion else {})}
        for at, (criterion, value, takes) in enumerate(factors)
    ]  # fmt: skip
    return {**data, "factor": made}


TRIM = {"high": 1, "low": 1, "from": 5}
SUM = {**TRIM, "from": 7, "unequal": "scale"}
FIRST = rules_data()["criterion"][0]["key"]
WEIGHTS = {"J01": "1.5", "J04": "0.3333"}
ROUNDED = {"when": "every_criterion", "places": 1}
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
    "mean, two judges with a weight": {**_aggregate("mean"), "judge_weights": WEIGHTS},
    "sum, two judges with a weight": {**_aggregate("sum"), "judge_weights": WEIGHTS},
    "weights, each criterion rounded": {
        **_aggregate("mean"),
        "judge_weights": WEIGHTS,
        "rounding": rules_data()["rounding"] | ROUNDED,
    },
    "weights, missing is zero": {
        **_also(_aggregate("mean"), missing={"policy": "zero"}),
        "judge_weights": WEIGHTS,
    },
    "weights, one may not apply": {
        **_criteria({"optional": True}),
        "aggregate": {"method": "mean"},
        "judge_weights": WEIGHTS,
    },
    "sum of what is left": _aggregate("trimmed_sum", of="total", **SUM),
    "sum of just so many": _also(
        _aggregate("trimmed_sum", of="total", **{**SUM, "unequal": "refuse"}),
        missing={"min_ballots": 7},
    ),
    "sum of just so many, criterion by criterion": _also(
        _aggregate("trimmed_sum", of="criterion", **{**SUM, "unequal": "refuse"}),
        missing={"min_ballots": 7},
    ),
    "sum, criterion by criterion, one may not apply": _also(
        _criteria({"optional": True}), aggregate={**SUM, "method": "trimmed_sum", "of": "criterion"}
    ),
    "the whole times something": _times(_aggregate("mean"), ("", "1.33", "rounded")),
    "a criterion times something": _times(_aggregate("mean"), (FIRST, "0.6", "exact")),
    "a criterion times something, medians": _times(
        _aggregate("median"), (FIRST, "0.6", "exact"), ("", "2", "exact")
    ),
    "a criterion times something, sums": _times(_aggregate("sum"), (FIRST, "3.2", "exact")),
    "each rounded before and after it is multiplied": _times(
        _also(_aggregate("trimmed_mean", of="criterion", **TRIM), rounding=ROUNDED),
        (FIRST, "1.33", "rounded"),
        (FIRST, "1.1", "exact"),
    ),
    "a sum of points, times something": _times(
        _also(
            _criteria({**POINTS[0], "optional": True}, *POINTS[1:]),
            aggregate={**SUM, "method": "trimmed_sum", "of": "criterion"},
        ),
        (FIRST, "3.3", "rounded"),
        ("", "0.6", "rounded"),
    ),
}
