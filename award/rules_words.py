"""The rules of an award as sentences, for `pingxuan check`: every rule that decides a medal.

Each function says one part of the rules; the sentences are in words/rules.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from award.chain_words import ChainWords, percent_words, step_words
from scoring.chain_rules import Stage
from scoring.points import format_points
from scoring.rules import (
    Aggregation,
    Announce,
    Criterion,
    Rounding,
    Rules,
    Scale,
    ScoreStage,
    Text,
    TieStep,
)
from words import pick, say


def rules_in_words(rules: Rules, lang: str | None = None) -> list[str]:
    """The sentences of these rules in one language, in the order in which the work is done."""
    return list(_Words(rules, lang).all())


WEIGHT_PLACES = 4  # weights of judges are of 10^-4


class _Words:
    """One set of rules and one language; every method yields whole sentences or a part of one."""

    def __init__(self, rules: Rules, lang: str | None) -> None:
        self.rules, self.lang = rules, lang

    @property
    def stage(self) -> ScoreStage:
        """The score stage that is being told."""
        return self.rules.stage

    def all(self) -> Iterator[str]:
        chain = ChainWords(self.rules, self.lang)
        yield from self.award()
        yield from chain.stages(self._of_stage) if self.rules.chain else self.scoring()
        yield from self.recusals() if self.rules.chain else ()
        yield from chain.factors()
        yield from chain.adjustments()
        yield from chain.total()
        yield from chain.lines()
        yield from self.ranking()
        yield from self.tiers()
        yield from chain.places()
        yield from chain.publication()
        yield self.announcement()

    def scoring(self) -> Iterator[str]:
        """From marks to the score of a case, in one stage."""
        yield from self.criteria()
        yield from self.marks()
        yield from self.score()
        yield from self.missing()

    def _of_stage(self, stage: Stage) -> Iterator[str]:
        """The same for one stage of a chain, with its own rounding."""
        assert stage.form is not None  # only score stages are asked
        rounding = stage.rounding or self.rules.rounding
        alone = replace(self.rules, stages=(stage.form,), rounding=rounding)
        return _Words(alone, self.lang).scoring()

    # -- small things -------------------------------------------------------------------

    def say(self, key: str, /, **params: object) -> str:
        return say(f"rules.{key}", self.lang, **params)

    def text(self, text: Text) -> str:
        return pick((text.zh, text.en), self.lang)

    def list(self, parts: Iterable[str], between: str = "comma") -> str:
        return self.say(between).join(parts)

    def points(self, points: int) -> str:
        return format_points(points, self.stage.decimals)

    # -- the award and the marks --------------------------------------------------------

    def award(self) -> Iterator[str]:
        yield self.say("award", name=self.text(self.rules.name))
        if self.rules.deadline:
            yield self.say("deadline", deadline=self.rules.deadline)

    def criteria(self) -> Iterator[str]:
        """What is marked and how much it is worth."""
        counted = [self.stage.criteria[i] for i in self.stage.counted]
        share = self._full if self.stage.summing else self._weight
        parts = self.list(map(share, counted))
        if self.stage.summing:
            full = self.points(sum(criterion.scale.high for criterion in counted))
            yield self.say("points", count=len(counted), list=parts, sum=full)
        else:
            yield self.say("weights", count=len(counted), list=parts)

    def _weight(self, criterion: Criterion) -> str:
        weight = format_points(criterion.weight, self.stage.weight_decimals)
        return self.say("weight", name=self.text(criterion.name), weight=weight)

    def _full(self, criterion: Criterion) -> str:
        points = self.points(criterion.scale.high)
        return self.say("full", name=self.text(criterion.name), points=points)

    def marks(self) -> Iterator[str]:
        """The scales, the exceptions, and what a ballot adds up to."""
        yield from self._scales()
        for criterion in self.stage.criteria:
            name = self.text(criterion.name)
            if not criterion.counted:
                yield self.say("uncounted", name=name)
            elif criterion.optional:
                yield self.say("optional_points" if self.stage.summing else "optional", name=name)
            if criterion.comment:
                yield self.say("comment", name=name)
        yield self.say("ballot_sum" if self.stage.summing else "ballot_weighted")

    def _scales(self) -> Iterator[str]:
        """One sentence where all criteria are marked alike, else one for each."""
        scales = [criterion.scale for criterion in self.stage.criteria]
        if len(set(scales)) == 1:
            yield self.say("scale", **self._scale(scales[0]))
            return
        for criterion in self.stage.criteria:
            name = self.text(criterion.name)
            yield self.say("scale_one", name=name, **self._scale(criterion.scale))

    def _scale(self, scale: Scale) -> dict[str, object]:
        ends = {"low": scale.low, "high": scale.high, "step": scale.step}
        return {key: self.points(points) for key, points in ends.items()}

    # -- from ballots to one number -----------------------------------------------------

    def score(self) -> Iterator[str]:
        """How the ballots of a case become its score."""
        how, rounding = self.stage.aggregation, self.rules.rounding
        yield self.say("score", method=self._method(how), rounding=self._rounding(rounding))
        times = self.rules.each_factored(self.stage.key)
        said = f"{rounding.when}_times" if times else rounding.when
        yield self.say(said if rounding.when == "every_criterion" else rounding.when)
        if how.method == "trimmed_mean":
            yield self.say("from", start=how.start)
        if how.method == "trimmed_sum":
            unequal = "sum_scale" if how.scaled else "sum_refuse"
            yield self.say(unequal, start=how.start, left=how.left)
        if how.trims and (how.of == "judge" or how.high + how.low):
            yield self.say("spread" if how.of == "judge" else "equal_extremes")
        if times and not how.trims:
            yield self.say("each")
        yield from self._judge_weights(how)

    def _judge_weights(self, how: Aggregation) -> Iterator[str]:
        """Whose ballots do not count 1."""
        given = self.stage.judge_weights
        each = [self.say("judge_weight", judge=judge, weight=format_points(weight, WEIGHT_PLACES))
                for judge, weight in given]  # fmt: skip
        if each:
            yield self.say("judge_weights", list=self.list(each))
        if each and how.trims and how.of != "judge":
            yield self.say("judge_weights_trim")

    def _method(self, how: Aggregation) -> str:
        if how.method == "trimmed_sum":
            key = f"sum_{how.of}" if how.high + how.low else f"sum_{how.of}_plain"
            return self.say(key, drop=self._drop(how), left=how.left)
        if how.method != "trimmed_mean":
            return self.say(how.method)
        return self.say(f"trim_{how.of}", drop=self._drop(how))

    def _drop(self, how: Aggregation) -> str:
        kinds = "both" if how.high and how.low else "high" if how.high else "low"
        return self.say(f"drop_{kinds}", high=how.high, low=how.low)

    def _rounding(self, rounding: Rounding) -> str:
        if rounding.interval != 1:
            interval = format_points(rounding.interval, rounding.places)
            mode = self.say(rounding.mode)
            return self.say("rounding_interval", interval=interval, mode=mode)
        key = "rounding" if rounding.places else "rounding_whole"
        return self.say(key, places=rounding.places, mode=self.say(rounding.mode))

    # -- missing and recused ------------------------------------------------------------

    def missing(self) -> Iterator[str]:
        """What becomes of marks that are not there."""
        yield self.say(self.stage.missing.policy)
        yield from () if self.rules.chain else self.recusals()  # of a chain said once, after it
        yield self.say("minimum", count=self.stage.missing.minimum)

    def recusals(self) -> Iterator[str]:
        """Recusals, which are the same in every stage."""
        yield self.say("recusal")
        if self.rules.recusal_reasons:
            reasons = self.list(map(self.text, self.rules.recusal_reasons), "semicolon")
            yield self.say("reasons", list=reasons)

    # -- ranking ------------------------------------------------------------------------

    def ranking(self) -> Iterator[str]:
        """The order, and what parts equal scores."""
        exact = self.rules.rank_exact
        yield self.say("by_exact" if exact else "by_published")
        steps = enumerate(map(self._tie, self.rules.ties), 1)
        told = self.list((self.say("step", place=at, step=s) for at, s in steps), "semicolon")
        yield self.say("ties", list=told) if told else self.say("no_ties")
        if {"criterion", "mean", "median"} & {s.kind for s in self.rules.ties} and not exact:
            yield self.say("ties_rounded")
        yield self.say(f"shared_{self.rules.shared}")

    def _tie(self, step: TieStep) -> str:
        return step_words(self.rules, step, self.lang)

    # -- tiers and announcement ---------------------------------------------------------

    def tiers(self) -> Iterator[str]:
        """Who gets what, and what happens at the cut."""
        if not self.rules.tiers:
            yield self.say("no_tiers")
        for place, tier in enumerate(self.rules.tiers):
            at_cut = self.say(f"cut_{tier.at_cut}")
            key = ("percent" if tier.percent else "tier") + ("_next" if place else "_first")
            of = self.say(f"percent_of_{tier.percent_of}")
            size = percent_words(tier.percent) if tier.percent else tier.size
            yield self.say(key, name=self.text(tier.name), size=size, at_cut=at_cut, of=of)

    def announcement(self) -> str:
        announce = self.rules.announce
        return self.say(announce.sequence, numbering=self._numbering(announce))

    def _numbering(self, announce: Announce) -> str:
        return self.say(f"announce_{announce.order}", list=self.list(announce.fields))
