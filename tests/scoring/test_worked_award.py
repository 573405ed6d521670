"""The worked example of the rule catalogue: first round, second round, total, tiers."""

from __future__ import annotations

from scoring.compute import compute
from scoring.points import format_fixed
from scoring.recount import recount
from scoring.result import Outcome
from scoring.rules import Rules
from tests.scoring.samples import criterion, rules, stage, table

FIRST = {
    "C01": "88 90 86 91 85",
    "C02": "84 86 88 83 87",
    "C03": "90 92 89 94 91",
    "C04": "79 82 80 84 81",
    "C05": "87 85 90 88 86",
    "C06": "80 83 78 85 80",
    "C07": "76 74 79 72 77",
    "C08": "83 85 82 86 84",
    "C10": "58 60 55 62 59",
}
SECOND = {
    "C01": "92.4 90.0 - 93.0 91.2 89.5 92.1",
    "C02": "86.0 88.2 87.4 85.1 89.0 86.6 88.8",
    "C03": "93.5 95.0 92.8 94.1 91.6 93.3 78.0",
    "C04": "84.5 86.0 83.2 85.8 87.1 82.9 85.5",
    "C05": "88.6 90.3 87.9 89.4 - 91.0 86.8",
    "C06": "88.0 89.5 87.7 90.2 88.3 86.4 89.1",
    "C08": "90.0 87.5 88.8 89.2 86.9 91.4 88.1",
}
# The total as one ballot of two criteria: second round 70 %, public vote 30 %.
TOTAL = {
    "C01": "91.43/66.96",
    "C02": "87.40/80.00",
    "C03": "93.06/59.23",
    "C04": "85.00/100.00",
    "C05": "89.05/72.50",
    "C06": "88.52/93.00",
    "C08": "88.72/90.00",
}


def published(the_rules: Rules, outcome: Outcome) -> dict[str, str]:
    return {
        one.case: format_fixed(one.score.published or 0, the_rules.rounding.places)
        for one in outcome.standings
    }


def test_first_round_has_too_few_ballots_to_trim_and_extends_at_the_cut() -> None:
    made = rules(stage(method="trimmed_mean", trim=(1, 1, 7)), tiers=[("advanced", 6, "include")])
    outcome = compute(made, table(FIRST))
    assert published(made, outcome) == {
        "C03": "91.20",
        "C01": "88.00",
        "C05": "87.20",
        "C02": "85.60",
        "C08": "84.00",
        "C04": "81.20",
        "C06": "81.20",
        "C07": "75.60",
        "C10": "58.80",
    }
    assert [s.rank for s in outcome.standings] == [1, 2, 3, 4, 5, 6, 6, 8, 9]
    assert [s.case for s in outcome.standings if s.tier] == [
        "C03", "C01", "C05", "C02", "C08", "C04", "C06",
    ]  # fmt: skip
    assert outcome == recount(made, table(FIRST))


def test_second_round_drops_one_high_and_one_low_per_case() -> None:
    made = rules(stage(method="trimmed_mean", trim=(1, 1, 5)))
    assert published(made, compute(made, table(SECOND))) == {
        "C01": "91.43",
        "C02": "87.40",
        "C03": "93.06",
        "C04": "85.00",
        "C05": "89.05",
        "C06": "88.52",
        "C08": "88.72",
    }


def test_second_round_by_gb_t_8170_rounds_c01_to_the_even_figure() -> None:
    made = rules(
        stage(method="trimmed_mean", trim=(1, 1, 5)), rounding=("half_even", 2, "every_stage")
    )
    assert published(made, compute(made, table(SECOND)))["C01"] == "91.42"


def total_rules(mode: str) -> Rules:
    parts = stage([criterion("second", 70), criterion("net", 30)], decimals=2)
    return rules(
        parts,
        rounding=(mode, 2, "every_stage"),
        ties=["criterion:second", "decision"],
        tiers=[("classic", 2, "open"), ("excellent", 3, "open")],
    )


def test_total_ties_are_parted_by_the_second_round_and_by_nothing_hidden() -> None:
    made, matrix = total_rules("half_up"), table(TOTAL, ("second", "net"), decimals=2)
    outcome = compute(made, matrix)
    assert published(made, outcome) == {
        "C06": "89.86",
        "C04": "89.50",
        "C08": "89.10",
        "C02": "85.18",
        "C01": "84.09",
        "C05": "84.09",
        "C03": "82.91",
    }
    assert [s.case for s in outcome.standings] == ["C06", "C04", "C08", "C02", "C01", "C05", "C03"]
    (use,) = outcome.standings[4].ties
    assert (use.step.key, use.split, use.cases) == ("second", True, ("C01", "C05"))
    assert outcome == recount(made, matrix)


def test_total_by_gb_t_8170_is_one_hundredth_lower() -> None:
    rows = TOTAL | {"C01": "91.42/66.96"}  # the second round's own even figure
    made, matrix = total_rules("half_even"), table(rows, ("second", "net"), decimals=2)
    found = published(made, compute(made, matrix))
    assert (found["C01"], found["C05"]) == ("84.08", "84.08")
