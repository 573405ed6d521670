"""A ranking as it is drawn: one line per case, the cuts between them, bars and strips in cells.

All figures of the ranking screen come from here, exact until they become text or cells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, partial
from itertools import pairwise

from award.folder import Award
from award.ranking import Ranking, inputs_of
from award.ranking_words import points_words, tie_words, tier_words
from award.terms import counted_rules
from db.records import Nomination
from scoring.ballots import Ballots
from scoring.comparison import METHODS, Comparison, compare
from scoring.decisions import drawn
from scoring.points import format_fixed
from scoring.result import Outcome, Standing, TieUse
from scoring.rules import CountMethod, Rules
from words import pick, say
from words.text import width

Method = CountMethod | None  # None: the rules have several methods, one for each stage
NEAR = 3  # places on either side of a cut that count as near it
DISPUTED = 5  # one case in so many is shown as disputed: those with the widest spread
AXIS_STEP = 10  # points; the axis of the bars begins and ends at multiples
BANDS, STEPS = 4, (10, 5, 2, 1)  # the distribution has at least so many bands, of whole points


@dataclass(frozen=True)
class Row:
    """A case: `place` counts the lines from one; figures as text, `-` where there is none."""

    place: int
    standing: Standing
    nomination: Nomination
    score: str
    spread: str
    span: str  # the ranks it has with any one judge left out
    others: tuple[str, ...]  # its ranks under the other methods

    @property
    def case(self) -> str:
        return self.standing.case

    @property
    def tied(self) -> bool:
        """Shares its rank, or has it by a tie step."""
        return bool(self.standing.tied_with or any(use.split for use in self.standing.ties))


@dataclass(frozen=True)
class Cut:
    """The line under the last case of a tier, with what decided it."""

    tier: str
    words: str


class Standings:
    """One ranking under one method. Comparing the methods takes longer and may come later."""

    def __init__(
        self, award: Award, ranking: Ranking, method: Method, found: Comparison | None
    ) -> None:
        self.award, self.ranking, self.found = award, ranking, found
        self.rules = award.rules
        self.method = method
        self.cases = {case.number: case for case in award.store.headings()}

    def prepare(self) -> Standings:
        """Work out what the list is drawn from; of many cases that takes its time."""
        _ = self.rows, self.cuts, self.axis, self.number_width, self.disputed, self.distribution
        _ = self._ballots.shapes
        return self

    @cached_property
    def number_width(self) -> int:
        """Cells of the longest case number."""
        return max(map(width, self.cases), default=0)

    @cached_property
    def outcome(self) -> Outcome:
        return self._outcome_of(self.method)

    @property
    def own(self) -> Method:
        """The method of the rules: the only one that decides anything."""
        return own_method(self.rules)

    @property
    def methods(self) -> tuple[Method, ...]:
        """Own first; others once they have been compared."""
        others = METHODS if self.found else ()
        return (self.own, *(name for name in others if name != self.own))

    # --- lines -------------------------------------------------------------------------

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every case, best first, unranked ones last."""
        tables = [_ranks(self._outcome_of(name)) for name in self.methods if name != self.method]
        lines = enumerate(self.outcome.standings, 1)
        return tuple(self._row(place, one, tables) for place, one in lines)

    def _outcome_of(self, method: Method) -> Outcome:
        if method is None or method == self.own or self.found is None:
            return self.ranking.outcome
        return self.found.others[method]

    def _row(self, place: int, one: Standing, tables: list[dict[str, str]]) -> Row:
        published = one.score.published
        firm = self.found.ranges.get(one.case) if self.found else None
        span = "-" if firm is None else str(firm.best)
        if firm and firm.best != firm.worst:
            span = f"{firm.best}-{firm.worst}"
        return Row(
            place,
            one,
            self.cases[one.case],
            "-" if published is None else format_fixed(published, self.rules.rounding.places),
            "-" if firm is None or firm.spread is None else points_words(self.rules, firm.spread),
            span,
            tuple(ranks.get(one.case, "-") for ranks in tables),
        )

    @cached_property
    def cuts(self) -> Mapping[int, Cut]:
        """By the place of the last case above the line."""
        standings = self.outcome.standings
        pairs = enumerate(pairwise(standings), 1)
        return {
            place: Cut(above.tier, self._decided(above, below))
            for place, (above, below) in pairs
            if above.tier and above.tier != below.tier
        }

    def _decided(self, above: Standing, below: Standing) -> str:
        """What parted the last one in from the first one out."""
        if below.score.value is None or above.score.published is None:
            return ""
        if below.case in above.tied_with:
            return say("secretary.cut.tied", above=above.case, below=below.case)
        if above.score.published != below.score.published:
            gap = (above.score.published or 0) - (below.score.published or 0)
            shown = format_fixed(gap, self.rules.rounding.places)
            return say("secretary.cut.gap", above=above.case, below=below.case, gap=shown)
        return self._parted(above, below)

    def _parted(self, above: Standing, below: Standing) -> str:
        """The tie step that decided, with what it compared."""
        names = {"above": above.case, "below": below.case, "score": self._score(above)}
        use = next((one for one in above.ties if _parts(one, above.case, below.case)), None)
        if use is None:
            return say("secretary.cut.exact", **names)
        step = self._step(use)
        if use.step.kind == "decision":
            lots = drawn(self.ranking.decisions, (above.case, below.case))
            return say("secretary.cut.draw" if lots else "secretary.cut.decision", **names)
        a, b = self._value(use.values[above.case]), self._value(use.values[below.case])
        return say("secretary.cut.step", step=step, a=a, b=b, **names)

    def _step(self, use: TieUse) -> str:
        """A criterion by its name alone: there is little room on the line."""
        named = {one.key: one.name for one in self.rules.stage.criteria}
        if use.step.kind == "criterion" and use.step.key in named:
            return pick((named[use.step.key].zh, named[use.step.key].en))
        return tie_words(self.rules, use.step)

    def _score(self, one: Standing) -> str:
        return format_fixed(one.score.published or 0, self.rules.rounding.places)

    def _value(self, value: Fraction) -> str:
        return str(value) if value.denominator == 1 else points_words(self.rules, value)

    def tier_name(self, key: str) -> str:
        return tier_words(self.rules, key)

    # --- filters -----------------------------------------------------------------------

    @cached_property
    def near(self) -> frozenset[str]:
        """Cases within a few places of a cut."""
        return frozenset(
            row.case
            for row in self.rows
            if any(-NEAR < row.place - cut <= NEAR for cut in self.cuts)
        )

    @cached_property
    def disputed(self) -> frozenset[str]:
        """The cases whose ballots lie furthest apart; wider than usual at least."""
        if self.found is None:
            return frozenset()
        spreads = {case: one.spread for case, one in self.found.ranges.items() if one.spread}
        widest = sorted(spreads, key=lambda case: -spreads[case])
        middle = spreads[widest[len(widest) // 2]] if widest else 0
        most = -(-len(self.found.ranges) // DISPUTED)
        return frozenset(case for case in widest[:most] if spreads[case] > middle)

    @cached_property
    def tied(self) -> frozenset[str]:
        return frozenset(row.case for row in self.rows if row.tied)

    # --- pictures ----------------------------------------------------------------------

    @cached_property
    def axis(self) -> tuple[int, int]:
        """Where the bars begin and end, in whole points: round numbers around all scores."""
        values = [one.score.value for one in self.outcome.standings if one.score.value is not None]
        if not values:
            return 0, AXIS_STEP
        low, high = min(values), max(values)
        start = low // AXIS_STEP * AXIS_STEP
        if start == low and start:
            start -= AXIS_STEP  # the shortest bar still has a length
        end = -(-high // AXIS_STEP) * AXIS_STEP
        return int(start), int(max(end, start + AXIS_STEP))

    def filled(self, row: Row, cells: int) -> int:
        """How many of so many cells the bar of a case fills; at least one where it is ranked."""
        value = row.standing.score.value
        if value is None:
            return 0
        low, high = self.axis
        return max(min(int((value - low) * cells / (high - low)), cells), 1)

    @cached_property
    def _ballots(self) -> Ballots:
        return Ballots(self.rules.stage, self.rules.rounding, self.ranking.matrix)

    def totals(self, case: str) -> tuple[Fraction, ...]:
        """The judges' totals of one case, lowest first: whose they are is not said."""
        _, totals = self._ballots.valid(self.ranking.matrix.cases.index(case))
        return tuple(Fraction(total, self._ballots.denominator) for total in sorted(totals))

    def totals_words(self, case: str) -> list[str]:
        """The same as text, as the rules round."""
        return [points_words(self.rules, total) for total in self.totals(case)]

    @cached_property
    def strip_axis(self) -> tuple[int, int]:
        """Round numbers around every total that is drawn."""
        drawn = [total for row in self.rows for total in self.totals(row.case)]
        if not drawn:
            return self.axis
        low = min(drawn) // AXIS_STEP * AXIS_STEP
        return int(low), int(max(-(-max(drawn) // AXIS_STEP) * AXIS_STEP, low + AXIS_STEP))

    def strip(self, row: Row, cells: int) -> str:
        """`..o..oXo..`: an `o` for each judge's total, an `X` for the score."""
        marks = ["."] * cells
        for total in self.totals(row.case):
            marks[self._place(total, cells)] = "o"
        if row.standing.score.value is not None:
            marks[self._place(row.standing.score.value, cells)] = "X"
        return "".join(marks)

    def _place(self, value: Fraction, cells: int) -> int:
        low, high = self.strip_axis
        return max(min(int((value - low) * (cells - 1) / (high - low)), cells - 1), 0)

    @cached_property
    def distribution(self) -> tuple[tuple[str, int], ...]:
        return tuple(self._bands())

    def _bands(self) -> Iterator[tuple[str, int]]:
        """How many cases have a score in each band, highest first; the last takes its end too."""
        low, high = self.axis
        step = next((one for one in STEPS if (high - low) >= BANDS * one), 1)
        values = [one.score.value for one in self.outcome.standings]
        for start in range(high - step, low - 1, -step):
            end = start + step
            count = sum(start <= v < end or v == end == high for v in values if v is not None)
            yield f"{start}-{end}", count


def comparing(award: Award, ranking: Ranking) -> Callable[[], Comparison]:
    """The call is pure numbers; with the reading before it it belongs in a thread."""
    return partial(compare, counted_rules(award), inputs_of(award, ranking), ranking.outcome)


def method_words(method: Method, form: str = "") -> str:
    """What a method is called; None is what the rules say, stage by stage."""
    return say(f"secretary.method.{method or 'rules'}{form}")


def own_method(rules: Rules) -> Method:
    """The one method of the rules; None for a chain of stages."""
    return None if rules.chain else rules.stage.aggregation.method


def _ranks(outcome: Outcome) -> dict[str, str]:
    return {one.case: str(one.rank or "-") for one in outcome.standings}


def _parts(use: TieUse, one: str, other: str) -> bool:
    """Whether a step gave the two different values."""
    values = use.values
    return one in values and other in values and values[one] != values[other]
