"""A ranking as the cells of a table, and what is missing as sentences."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from award import secret
from award.chain_words import criterion_name, stage_name, step_words
from award.deviating import unexplained
from award.folder import Award
from award.ranking import Ranking, some
from award.remarks import remark_words
from scoring.points import format_fixed, round_to
from scoring.result import Dropped, Gap, OpenCut, Outcome, Standing
from scoring.rules import Rounding, Rules, TieStep
from words import Bad, Problem, pick, say, sentence


def ranking_rows(award: Award, ranking: Ranking, *, wide: bool) -> list[list[str]]:
    """Rank, case, title, score, valid ballots, dropped, tie steps, tier: one row per case.

    Where the terminal is not `wide`, a dropped value is named by its judge alone.
    """
    titles = {one.number: one.title for one in award.store.nominations()}
    outcome = ranking.outcome
    return [_row(award.rules, titles, one, waits(outcome, one), wide) for one in outcome.standings]


def waits(outcome: Outcome, one: Standing) -> bool:
    """Whether the committee has yet to decide which tier this case gets."""
    return not one.tier and any(one.case in cut.cases for cut in outcome.open_cuts)


def _row(rules: Rules, titles: dict[str, str], one: Standing, open_: bool, wide: bool) -> list[str]:
    published = one.score.published
    return [
        "-" if one.rank is None else str(one.rank),
        one.case,
        titles.get(one.case, ""),
        "-" if published is None else format_fixed(published, rules.rounding.places),
        str(one.score.ballots),
        " ".join(_drop_cell(rules, drop, wide) for drop in one.score.dropped),
        _why(rules, one),
        say("cli.rank.open") if open_ else tier_words(rules, one.tier),
    ]


def _why(rules: Rules, one: Standing) -> str:
    remarks = [remark_words(rules, remark) for remark in one.remarks]
    if one.score.unranked:
        why = remarks or [say(f"cli.rank.{one.score.unranked}")]
        return say("cli.rank.unranked", why=", ".join(why))
    used = [_tie_cell(rules, use.step) for use in one.ties if use.split]
    tied = [say("cli.rank.tied")] if one.tied_with else []
    return ", ".join(used + tied + (remarks if rules.chain or _conditions(one) else []))


def _conditions(one: Standing) -> bool:
    """Remarks at a cut are said by the cut itself; all others are said at the case."""
    return any(remark.code not in {"cut_open", "cut_excluded"} for remark in one.remarks)


def _drop_cell(rules: Rules, drop: Dropped, wide: bool) -> str:
    value = points_words(rules, drop.value) if wide else ""
    return say(f"cli.rank.cell_{drop.which}", judge=drop.judge, value=value).strip()


def _tie_cell(rules: Rules, step: TieStep) -> str:
    if step.kind in {"stage", "votes", "less", "runoff"}:
        return step_words(rules, step)
    return say(f"cli.rank.by_{step.kind}", name=criterion_name(rules, step.key, step.stage))


def dropped_words(rules: Rules, drop: Dropped) -> str:
    """`high 94.00 (J03)`."""
    return say(f"cli.rank.{drop.which}", value=points_words(rules, drop.value), judge=drop.judge)


def points_words(rules: Rules, value: Fraction) -> str:
    """A value rounded for reading, as the rules round."""
    places = rules.rounding.places
    return format_fixed(round_to(value, places, rules.rounding.mode), places)


def tie_words(rules: Rules, step: TieStep) -> str:
    """A step of the cascade by name, a criterion by its own name."""
    return step_words(rules, step)


def tier_words(rules: Rules, key: str) -> str:
    named = {tier.key: tier.name for tier in rules.tiers}
    return pick((named[key].zh, named[key].en)) if key in named else ""


def missing_lines(award: Award, ranking: Ranking) -> list[str]:
    """What keeps this from being final: per judge the cases, then what people must decide."""
    lines = gap_lines(award.rules, ranking.outcome.gaps)
    return lines + [sentence(problem) for problem in undecided(award, ranking)]


def gap_lines(rules: Rules, gaps: Iterable[Gap]) -> list[str]:
    """What was not given: a line for each judge, and for cases with too few ballots or votes."""
    by_judge: dict[tuple[str, str], list[str]] = {}
    measured: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for gap in gaps:
        if not gap.judge and gap.criteria:
            measured.setdefault((gap.stage, gap.criteria), []).append(gap.case)
        else:
            by_judge.setdefault((gap.judge, gap.stage), []).append(gap.case)
    public = {one.key for one in rules.chain if one.kind == "public_vote"}
    return [
        _in_stage(rules, stage, _missing(judge, cases, stage in public))
        for (judge, stage), cases in sorted(by_judge.items())
    ] + [
        _in_stage(rules, stage, _unmeasured(rules, names, cases))
        for (stage, names), cases in sorted(measured.items())
    ]


def _unmeasured(rules: Rules, names: tuple[str, ...], cases: list[str]) -> str:
    """What is not recorded of some cases: factors alone, or also what else is needed."""
    factors = {one.measure for one in rules.factors}
    key = "no_measure" if factors.issuperset(names) else "unrecorded"
    return say(f"cli.rank.{key}", names=", ".join(names), cases=some(cases))


def _in_stage(rules: Rules, stage: str, told: str) -> str:
    """Which stage of a chain is meant."""
    return f"{stage_name(rules, stage)}: {told}" if stage else told


def undecided(award: Award, ranking: Ranking) -> list[Problem]:
    """What waits for people: open cuts, a draw between judges, explanations; each with its
    command."""
    from award.runoff_words import open_cuts

    cuts = open_cuts(award, ranking)
    judges = ranking.outcome.open_judges
    draw = {"judges": ", ".join(judges), "first": judges[0]} if judges else {}
    draws = [Problem("E-OPENJUDGES", "", draw)] if judges else []
    quorum = [_no_quorum(award, key) for key in ranking.outcome.open_stages]
    far = [unexplained(award.rules, mark) for mark in ranking.unexplained]
    return [*cuts, *draws, *quorum, *far, *ranking.overlooked]


def _no_quorum(award: Award, key: str) -> Problem:
    """A vote that is not valid: too few were there, or its box is still shut."""
    name = stage_name(award.rules, key)
    shut = [one for one in secret.secret_stages(award.rules) if one.key == key]
    if not shut or secret.closed(award, shut[0]):
        return Problem("E-QUORUM", "", {"stage": name})
    there, everybody = secret.voted(award, shut[0]), secret.members(award, shut[0])
    waiting = ", ".join(judge for judge in everybody if judge not in there) or "-"
    counts = {"voted": len(there), "members": len(everybody), "waiting": waiting}
    return Problem("E-VOTE-OPEN", "", {"stage": name, **counts})


def _missing(judge: str, cases: list[str], public: bool) -> str:
    """What one judge has left out; without a judge, the cases with too few ballots or votes."""
    if public:
        return say("stages.no_counts", cases=some(cases))
    if not judge:
        return say("cli.rank.too_few", cases=some(cases))
    return say("cli.rank.missing", judge=judge, cases=some(cases))


def open_cut(rules: Rules, cut: OpenCut) -> Bad:
    """The sentence that names who is tied for which places, and the command that settles it."""
    tiers = {tier.key for tier in rules.tiers}
    example = " ".join(cut.cases)
    return Bad(
        "E-OPENCUT",
        tier=tier_words(rules, cut.tier) or stage_name(rules, cut.tier),
        places=cut.places,
        cases=", ".join(cut.cases),
        example=example if cut.tier in tiers else f"{example} --stage {cut.tier}",
    )


def rounding_words(rounding: Rounding) -> str:
    """How a number was rounded, as the rules say it."""
    key = "rules.rounding" if rounding.places else "rules.rounding_whole"
    return say(key, places=rounding.places, mode=say(f"rules.{rounding.mode}"))
