"""`rank --compare`: mean, median and trimmed mean side by side, in cells and for machines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from award.folder import Award
from award.ranking import Ranking, inputs_of
from award.ranking_words import points_words, tier_words
from award.terms import counted_rules
from scoring.comparison import METHODS, Comparison, Range, Seat, Shift, compare, seats, shifts
from scoring.points import format_exact
from scoring.rules import Rules
from words import say

Seats = Mapping[str, Seat]


def comparison_of(award: Award, ranking: Ranking) -> Comparison:
    """The award as it stands, and under each of the three methods."""
    return compare(counted_rules(award), inputs_of(award, ranking), ranking.outcome)


def heading() -> list[str]:
    """Rank, case, title, score, one column per method, spread, range of ranks, tier."""
    methods = [say(f"compare.{method}") for method in METHODS]
    first = [say(f"cli.rank.{key}") for key in ("rank", "case", "title", "score")]
    return [*first, *methods, say("compare.spread"), say("compare.range"), say("cli.rank.tier")]


def rows(award: Award, found: Comparison) -> list[list[str]]:
    """One row per case, in the order of the award as it stands."""
    titles = {one.number: one.title for one in award.store.nominations()}
    tables = {method: _seats(award.rules, found, method) for method in METHODS}
    mine = seats(found.outcome, award.rules.rounding.places)
    return [
        [
            str(seat.rank or "-"), case, titles.get(case, ""), seat.score or "-",
            *(_cell(tables[method].get(case)) for method in METHODS),
            *_firm(award.rules, found.ranges.get(case)),
            tier_words(award.rules, seat.tier),
        ]
        for case, seat in mine.items()
    ]  # fmt: skip


def _seats(rules: Rules, found: Comparison, method: str) -> Seats:
    outcome = next(outcome for name, outcome in found.others.items() if name == method)
    return seats(outcome, rules.rounding.places)


def _cell(seat: Seat | None) -> str:
    """`3 (91.31)`."""
    return "-" if seat is None or seat.rank is None else f"{seat.rank} ({seat.score})"


def _firm(rules: Rules, firm: Range | None) -> list[str]:
    if firm is None:
        return ["-", "-"]
    same = firm.best == firm.worst
    span = str(firm.best) if same else f"{firm.best}-{firm.worst}"
    return ["-" if firm.spread is None else points_words(rules, firm.spread), span]


def shifts_of(rules: Rules, found: Comparison) -> dict[str, tuple[Shift, ...]]:
    """Per method, the tiers that would not have the same cases."""
    mine = seats(found.outcome, rules.rounding.places)
    keys = [tier.key for tier in rules.tiers]
    return {method: shifts(keys, mine, _seats(rules, found, method)) for method in METHODS}


def lines(award: Award, found: Comparison) -> Iterator[str]:
    """Where the award line would move, a sentence each; and what the columns mean."""
    rules = award.rules
    for method, moved in shifts_of(rules, found).items():
        if method == found.own:
            continue
        yield say("compare.same" if not moved else "compare.moved", method=say(f"compare.{method}"))
        yield from ("  " + shift_line(rules, shift) for shift in moved)
    if found.own != "trimmed_mean":
        yield say("compare.usual_trim")
    yield say("compare.own", method=say(f"compare.{found.own or 'several'}"))


def shift_line(rules: Rules, shift: Shift) -> str:
    """`Classic: in 020; out 005`."""
    return say(
        "compare.shift",
        tier=tier_words(rules, shift.tier),
        entering=", ".join(shift.entering) or "-",
        leaving=", ".join(shift.leaving) or "-",
    )


def data(award: Award, found: Comparison) -> dict[str, object]:
    """The comparison for machines."""
    rules = award.rules
    tables = {method: _seats(rules, found, method) for method in METHODS}
    mine = seats(found.outcome, rules.rounding.places)
    moved = shifts_of(rules, found)
    return {
        "own": found.own,
        "cases": [
            {
                "case": case,
                **seat_data(seat),
                **_firm_data(found.ranges.get(case)),
                "methods": {name: seat_data(table.get(case)) for name, table in tables.items()},
            }
            for case, seat in mine.items()
        ],
        "shifts": {name: [shift_data(one) for one in moved[name]] for name in METHODS},
    }


def seat_data(seat: Seat | None) -> dict[str, object]:
    if seat is None:
        return {"rank": None, "score": "", "tier": ""}
    return {"rank": seat.rank, "score": seat.score, "tier": seat.tier}


def shift_data(shift: Shift) -> dict[str, object]:
    return {
        "tier": shift.tier, "entering": list(shift.entering), "leaving": list(shift.leaving)
    }  # fmt: skip


def _firm_data(firm: Range | None) -> dict[str, object]:
    if firm is None:
        return {"spread": None, "best_rank": None, "worst_rank": None}
    return {
        "spread": None if firm.spread is None else format_exact(firm.spread),
        "best_rank": firm.best,
        "worst_rank": firm.worst,
    }
