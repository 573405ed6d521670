"""The rules of an award as spreadsheet formulas, for whoever checks a score in Excel or WPS.

A spreadsheet counts in binary, so every quotient is first rounded to 9 places: that takes off
what binary adds or loses and nothing else, since a score has a small denominator.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scoring.chain_rules import PublicVote
from scoring.points import format_points
from scoring.rules import JUDGE_PLACES, Criterion, Rounding, Rules
from scoring.weighing import shares

CLEAN = 9
"""Places to which a quotient is cleaned of its binary noise."""


@dataclass(frozen=True)
class Words:
    """The words that stand in cells without points."""

    missing: str
    not_applicable: str


def covers(rules: Rules, *, hidden: bool) -> bool:
    """Whether the formulas know the way from ballots to the number: with weights of judges only
    the mean and the sum of whole ballots, and not where a weight would tell who a judge is.
    """
    if not rules.stage.judge_weights:
        return True
    plain = rules.stage.aggregation.method in {"mean", "sum"}
    return plain and not hidden and not rules.each_factored(rules.stage.key)


def weighted(weights: Sequence[int], numbers: str) -> str:
    """The sum of each number times its judge's weight, given in 1/JUDGE_UNIT; a cell without a
    number adds nothing.
    """
    listed = ",".join(format_points(one, JUDGE_PLACES) for one in weights)
    return f"SUMPRODUCT({{{listed}}},{numbers})"


def cleaned(expression: str) -> str:
    return f"ROUND({expression},{CLEAN})"


def rounded(expression: str, rounding: Rounding) -> str:
    """The rounding the rules name; `half_even` writes its expression three times."""
    if rounding.interval != 1:
        step, whole = (
            f"({rounding.interval}/{10**rounding.places})",
            replace(rounding, places=0, interval=1),
        )
        return f"({rounded(f'({expression})/{step}', whole)})*{step}"
    places, value = rounding.places, cleaned(expression)
    if rounding.mode == "half_up":
        return f"ROUND({value},{places})"
    if rounding.mode == "down":
        return f"TRUNC({value},{places})"
    scaled = f"ROUND(({expression})*{10**places},{CLEAN - 2})"
    tie = f"ABS(MOD({scaled},1)-0.5)<0.000001"
    return f"IF({tie},2*ROUND({scaled}/2,0),ROUND({scaled},0))/{10**places}"


class BallotFormula:
    """The total of one ballot from its cells of the counted criteria, or nothing."""

    def __init__(self, rules: Rules, words: Words) -> None:
        stage = rules.stage
        self.stage, self.rounding, self.words = stage, rules.rounding, words
        self.criteria = [stage.criteria[at] for at in stage.counted]
        self.worth = shares(stage)

    def total(self, refs: Sequence[str], more: str = "") -> str:
        """The formula for the cells `refs`; empty text where the ballot is not valid.

        `more` is what is added to every total of this judge, as `+0.5`.
        """
        parts = [self._part(at, refs) for at in range(len(refs))]
        parts[-1] += more
        return f'=IF({self.valid(refs)},{cleaned("+".join(parts))},"")'

    def valid(self, refs: Sequence[str]) -> str:
        """Whether every counted criterion is answered, one of them with points."""
        answered = [f"COUNT({','.join(refs)})"]
        if self.stage.missing.policy == "zero":
            answered += [f'({ref}="{self.words.missing}")' for ref in refs]
        pairs = zip(self.criteria, refs, strict=True)
        none = [self._is_none(ref) for criterion, ref in pairs if criterion.optional]
        every = f"{'+'.join(answered + none)}={len(refs)}"
        return f"AND({every},{'+'.join(none)}<{len(refs)})" if none else every

    def _part(self, at: int, refs: Sequence[str]) -> str:
        """What one criterion adds to the total."""
        return self.share(
            at, f"N({refs[at]})", [self._applies(i, ref) for i, ref in enumerate(refs)]
        )

    def share(
        self, at: int, value: str, applies: Sequence[str], times: Sequence[tuple[str, bool]] = ()
    ) -> str:
        """The share of a criterion's `value` in the total; `applies` is 1 or a condition each.

        `times` are the cells it is multiplied by, each with whether it is rounded before.
        """
        if all(one == "1" for one in applies):
            have, whole = str(sum(self.worth)), sum(self.worth)
        else:
            products = zip(self.worth, applies, strict=True)
            have, whole = "(" + "+".join(f"{w}*{a}" for w, a in products) + ")", sum(self.worth)
        if self.stage.summing:
            part = value if have == str(whole) else f"{whole}*{value}/{have}"
        else:
            part = f"{self.worth[at]}*{value}/{have}"
        part = multiplied(part, times, self.rounding)
        return rounded(part, self.rounding) if self.rounding.when == "every_criterion" else part

    def _applies(self, at: int, ref: str) -> str:
        criterion: Criterion = self.criteria[at]
        return f"(1-{self._is_none(ref)})" if criterion.optional else "1"

    def _is_none(self, ref: str) -> str:
        return f'({ref}="{self.words.not_applicable}")'


def multiplied(value: str, times: Sequence[tuple[str, bool]], rounding: Rounding) -> str:
    """A value times these cells, one after another; where it is so ruled rounded before."""
    for cell, first in times:
        value = f"{rounded(value, rounding) if first else f'({value})'}*{cell}"
    return value


def kept_count(rules: Rules, count: str) -> str:
    """How many totals the score rests on, from the cell with the number of valid ballots."""
    how = rules.stage.aggregation
    if not how.trims or how.of != "total":
        return f"={count}"
    return f"=IF({count}>={trim_from(rules)},{count}-{how.high + how.low},{count})"


def kept_sum(rules: Rules, count: str, span: str) -> str:
    """The sum of the totals the score rests on."""
    how = rules.stage.aggregation
    if not how.trims or how.of != "total":
        return f"=SUM({span})"
    return f"=IF({count}>={trim_from(rules)},{trimmed_sum(rules, span)},SUM({span}))"


def trim_from(rules: Rules) -> int:
    """The number of values from which trimming starts."""
    how = rules.stage.aggregation
    start = how.start if how.method == "trimmed_mean" else 0
    return max(start, how.high + how.low + 1)


def trimmed_sum(rules: Rules, span: str) -> str:
    how = rules.stage.aggregation
    high = [f"LARGE({span},{place})" for place in range(1, how.high + 1)]
    low = [f"SMALL({span},{place})" for place in range(1, how.low + 1)]
    return "-".join([f"SUM({span})", *high, *low])


def column(rules: Rules, span: str, count: str) -> str:
    """What is made of one criterion's marks where the case has `count` valid ballots."""
    how = rules.stage.aggregation
    mean = f"SUM({span})/MAX(COUNT({span}),1)"
    if not how.trims:
        return {"sum": f"SUM({span})", "median": f"MEDIAN({span})"}.get(how.method, mean)
    if how.method == "trimmed_sum":
        return f"{how.left}*({column_mean(rules, span)})"
    return f"IF({count}>={how.start},{column_mean(rules, span)},{mean})"


def column_mean(rules: Rules, span: str) -> str:
    """The mean of one criterion's marks, trimmed where there are more than are dropped."""
    how = rules.stage.aggregation
    least, fewer = how.high + how.low + 1, how.high + how.low
    trimmed = f"({trimmed_sum(rules, span)})/(COUNT({span})-{fewer})"
    return f"IF(COUNT({span})>={least},{trimmed},SUM({span})/MAX(COUNT({span}),1))"


def too_few(rules: Rules, count: str) -> str:
    """Whether a case has not the ballots for a score; a sum unscaled is of just so many."""
    how, least = rules.stage.aggregation, max(rules.stage.missing.minimum, 1)
    few = f"{count}<{least}"
    if how.method == "trimmed_sum" and not how.scaled:
        return f"OR({few},{count}<>{how.start})"
    return few


def value(rules: Rules, count: str, kept: str, total: str, span: str) -> str:
    """The score before rounding from the cells above; empty text below the minimum."""
    how = rules.stage.aggregation
    quotient = {
        "median": f"MEDIAN({span})", "sum": total, "trimmed_sum": f"{how.left}*{total}/{kept}",
    }.get(how.method, f"{total}/{kept}")  # fmt: skip
    return f'=IF({too_few(rules, count)},"",{cleaned(quotient)})'


def published(rules: Rules, exact: str) -> str:
    """The score as published, from the cell with the exact one."""
    return f'=IF({exact}="","",{rounded(exact, rules.rounding)})'


def mean_where(condition: str, values: str) -> str:
    """The mean of the numbers of a span whose line fulfils a condition on another span."""
    chosen = f"({condition})*ISNUMBER({values})"
    return f"(SUMPRODUCT({chosen},{values})/MAX(SUMPRODUCT({chosen}),1))"


def worth(rule: PublicVote, valid: str, every: str) -> str:
    """What the valid votes of one cell are worth, `every` being the span of all of them."""
    if rule.convert in {"max_ratio", "share"}:
        whole = f"MAX({every})" if rule.convert == "max_ratio" else f"SUM({every})"
        return f"IF({whole}=0,0,{cleaned(f'{valid}*{rule.full}/{whole}')})"
    if rule.convert == "rank_points":
        above = f'COUNTIF({every},">"&{valid})'
        points = ",".join(format_points(one, rule.decimals) for one in rule.points)
        return f"IF({above}>={len(rule.points)},0,CHOOSE({above}+1,{points}))"
    steps = "0"
    for band in reversed(rule.bands):
        steps = f"IF({valid}>={band.votes},{format_points(band.points, rule.decimals)},{steps})"
    return steps
