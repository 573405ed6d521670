"""The list of cases that are checked again (规则第24条): drawn once, recorded, shown for ever.

What is wrong is counted by itself: a checked case is wrong once a correction of one of its
marks is recorded after the drawing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from award.folder import Award
from award.ranking import rank
from db.records import Correction, Document
from files import canonical
from scoring.sampling import Plan, Sample, draw, must_check_all
from sheets.digests import data_digest
from words import Bad, say

KIND = "sample"


@dataclass(frozen=True)
class Check:
    """A drawn sample and how the checking stands.

    `cases` is what must be checked in the end: the sample, or with too many wrong all of them.
    """

    sample: Sample
    plan: Plan
    everything: tuple[str, ...]  # all ranked cases, in rank order when drawn
    found: tuple[Correction, ...]  # corrections of sampled cases since the drawing

    @property
    def wrong(self) -> tuple[str, ...]:
        named = {one.case for one in self.found}
        return tuple(case for case in self.sample.cases if case in named)

    @property
    def all_needed(self) -> bool:
        return must_check_all(self.sample, self.wrong, self.plan)

    @property
    def cases(self) -> tuple[str, ...]:
        return self.everything if self.all_needed else self.sample.cases


def check(award: Award) -> Check | None:
    """The sample that holds and what was found; none before the drawing."""
    kept = award.store.document(KIND)
    return _read(award, kept) if kept else None


def draw_sample(award: Award, seed: str, by: str, again: str = "") -> Check:
    """Draw the sample from the ranking as it stands and record it.

    Without a seed it is the digest of the ballots, which nobody chooses. Where one was drawn
    it is not drawn again without a written reason (`again`): raises E-SAMPLE-SEED.
    """
    held = check(award)
    if held and not again:
        raise Bad("E-SAMPLE-SEED", seed=held.sample.seed[:16])
    ranking, plan = rank(award), award.rules_file.sides.plan
    ranked = [one.case for one in ranking.outcome.standings if one.rank is not None]
    sample = draw(ranked, seed or data_digest(ranking.ballots), plan)
    content = {
        "seed": sample.seed, "first": list(sample.first), "drawn": list(sample.drawn),
        "ranked": ranked, "top": plan.top, "percent": plan.percent,
        "wrong_percent": plan.wrong_percent,
    }  # fmt: skip
    detail = {"cases": len(sample.cases), "seed": sample.seed, "reason": again}
    kept = award.store.add_document(KIND, "", canonical.dumps(content), detail=detail, actor=by)
    return _read(award, kept)


def _read(award: Award, kept: Document) -> Check:
    value = canonical.loads(kept.payload)
    assert isinstance(value, dict)
    sample = Sample(str(value["seed"]), _names(value["first"]), _names(value["drawn"]))
    plan = Plan(*(_whole(value[key]) for key in ("top", "percent", "wrong_percent")))
    since = [one for one in award.store.corrections() if one.at >= kept.at]
    found = tuple(one for one in since if one.case in sample.cases)
    return Check(sample, plan, _names(value["ranked"]), found)


def _names(value: object) -> tuple[str, ...]:
    assert isinstance(value, list)
    return tuple(map(str, value))


def _whole(value: object) -> int:
    assert isinstance(value, int)
    return value


# -- for people and machines -------------------------------------------------------------------


def rows(found: Check, titles: Mapping[str, str]) -> list[list[str]]:
    """One row per case to be checked: number, title, why it is on the list, what was found."""
    return [[case, titles.get(case, ""), _why(found, case), _found(found, case)]
            for case in found.cases]  # fmt: skip


def _why(found: Check, case: str) -> str:
    if case in found.sample.first:
        return say("correction.first")
    return say("correction.drawn" if case in found.sample.drawn else "correction.all")


def _found(found: Check, case: str) -> str:
    return ", ".join(
        f"{one.judge} {one.criterion} {say(f'correction.{one.kind}')}"
        for one in found.found
        if one.case == case
    )


def said(found: Check) -> list[str]:
    """How the sample was drawn, and whether it is enough."""
    plan, sample = found.plan, found.sample
    head = say("correction.sample_head", top=plan.top, percent=plan.percent, seed=sample.seed)
    counts = {"wrong": len(found.wrong), "count": len(sample.cases), "limit": plan.wrong_percent}
    if found.all_needed:
        return [head, say("correction.too_many", **counts, cases=len(found.cases))]
    return [head, say("correction.enough", **counts)]


def data(found: Check) -> dict[str, object]:
    """The sample for machines."""
    return {
        "seed": found.sample.seed,
        "first": list(found.sample.first),
        "drawn": list(found.sample.drawn),
        "wrong": list(found.wrong),
        "all": found.all_needed,
        "cases": list(found.cases),
    }
