"""Marks far from the others: exact, flagged and never removed."""

from __future__ import annotations

import json
import statistics
from decimal import Decimal, localcontext
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.deviation import Yardstick, flags, mad, mean, median, variance
from tests.cli.conftest import Pingxuan
from tests.rulebook.conftest import Example
from tests.scoring import samples

F = Fraction
TEN_POINTS = Yardstick("mean_of_valid", F(10), "points")


def _flags(yardstick: Yardstick, marks: list[str]) -> list[tuple[str, Fraction]]:
    """The flagged judges of one case with these marks, `-` for a recusal."""
    rules = samples.rules(samples.stage())
    matrix = samples.table({"C": " ".join(marks)})
    found = flags(yardstick, rules.stage, rules.rounding, matrix)
    return [(one.judge, one.difference) for one in found]


WORKED = ["93.5", "95.0", "92.8", "94.1", "91.6", "93.3", "78.0"]


def test_the_worked_case_has_the_one_flag_it_should() -> None:
    (judge, difference), *others = _flags(TEN_POINTS, WORKED)
    assert (judge, others) == ("J7", [])
    assert difference == F("78.0") - F("638.3") / 7


@pytest.mark.parametrize(
    ("base", "over", "unit", "marks", "flagged"),
    [
        # mean 80 of 70 80 90: ten off is not more than ten
        ("mean_of_valid", "10", "points", ["70", "80", "90"], []),
        ("mean_of_valid", "9.9", "points", ["70", "80", "90"], ["J1", "J3"]),
        # the others of J1 have 85, of J3 75: 15 off; of J2 80
        ("mean_of_others", "14", "points", ["70", "80", "90"], ["J1", "J3"]),
        # a recused judge is nobody's other
        ("mean_of_others", "0", "points", ["70", "-"], []),
        ("median", "10", "points", ["70", "80", "95"], ["J3"]),
        # 12.5 % of 80 is 10
        ("mean_of_valid", "12.5", "percent", ["70", "80", "90"], []),
        ("mean_of_valid", "12.4", "percent", ["70", "80", "90"], ["J1", "J3"]),
        # the sample's variance is (100 + 0 + 100) / 2 = 100, sigma 10
        ("mean_of_valid", "1", "sigma", ["70", "80", "90"], []),
        ("mean_of_valid", "0.9999", "sigma", ["70", "80", "90"], ["J1", "J3"]),
        # distances from 80 are 10 0 10, their median 10
        ("median", "1", "mad", ["70", "80", "90"], []),
        ("median", "3", "mad", ["79", "80", "81", "80", "84"], ["J5"]),
        # all others agree: any difference is far
        ("mean_of_others", "5", "sigma", ["80", "80", "80.1"], ["J3"]),
    ],
)
def test_what_is_far(base: str, over: str, unit: str, marks: list[str], flagged: list[str]) -> None:
    yardstick = Yardstick(base, F(over), unit)  # type: ignore[arg-type]
    assert [judge for judge, _ in _flags(yardstick, marks)] == flagged


totals = st.lists(st.integers(0, 1000), min_size=1, max_size=9)


@given(totals)
def test_the_four_measures_are_what_statistics_says(found: list[int]) -> None:
    exact = [F(one) for one in found]
    centre = statistics.median(exact)
    assert mean(found) == statistics.mean(exact)
    assert median(found) == centre
    assert mad(found) == statistics.median([abs(one - centre) for one in exact])
    assert variance(found) == (statistics.variance(exact) if len(found) > 1 else 0)


@given(totals, st.integers(0, 40).map(lambda n: F(n, 10)))
def test_sigma_by_squares_is_sigma(found: list[int], over: Fraction) -> None:
    """Compared with square roots of 60 digits, wherever the two sides differ at all."""
    marks = [f"{one // 10}.{one % 10}" for one in found]
    flagged = {judge for judge, _ in _flags(Yardstick("mean_of_valid", over, "sigma"), marks)}
    with localcontext(prec=60):
        root = _decimal(variance(found)).sqrt() * _decimal(over)
        for at, total in enumerate(found, 1):
            distance = _decimal(abs(total - mean(found)))
            if abs(distance - root) > Decimal("1e-50"):
                assert (f"J{at}" in flagged) == (distance > root)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


@given(totals)
def test_the_order_of_the_judges_changes_nothing(found: list[int]) -> None:
    turned = found[::-1]
    assert (mean(found), median(found), variance(found), mad(found)) == (
        mean(turned), median(turned), variance(turned), mad(turned)
    )  # fmt: skip


# -- by command --------------------------------------------------------------------------------


@pytest.fixture
def unexplained(example: Example, pingxuan: Pingxuan) -> Path:
    """The second round, where J7's mark for C03 is explained; made a little other, so it is not."""
    folder = example("second_round")
    pingxuan("correct", "C03", "J7", "--criterion", "score", "--reason", "abnormal", "-C", folder)
    from tests.rulebook.conftest import submitted_again

    submitted_again(folder, "J7", {"C03": {"score": "77.9"}})
    return folder


def test_rank_shows_the_flag_of_the_worked_award(pingxuan: Pingxuan, example: Example) -> None:
    said = pingxuan("rank", "-C", example("second_round"))
    assert said.code == 0
    assert said.err.count("against the mean of all valid ballots (91.19)") == 1
    assert "C03: judge J7 gave 78.00, -13.19" in said.err


def test_an_explanation_is_about_one_total_and_needed_again_for_another(
    pingxuan: Pingxuan, unexplained: Path
) -> None:
    said = pingxuan("rank", "-C", unexplained)
    assert said.code == 1
    assert "[E-UNEXPLAINED]" in said.err
    assert "[E-UNEXPLAINED]" in pingxuan("finalise", "-C", unexplained).err
    explain = ["explain-mark", "J7", "C03", "-C", unexplained]
    assert "[E-NOEXPLANATION]" in pingxuan(*explain).err
    assert pingxuan(*explain, "--text", "figures do not agree").code == 0
    assert pingxuan("finalise", "-C", unexplained).code == 0
    assert "figures do not agree" not in pingxuan("log", "-C", unexplained).out


def test_only_what_is_flagged_can_be_explained(pingxuan: Pingxuan, example: Example) -> None:
    folder = example("second_round")
    said = pingxuan("explain-mark", "J1", "C03", "--text", "why not", "-C", folder)
    assert "[E-NOFLAG]" in said.err
    assert "J7 C03" in said.err


def test_explain_and_the_sheets_show_the_flag(pingxuan: Pingxuan, example: Example) -> None:
    folder = example("second_round")
    assert "-13.19" in pingxuan("rank", "--explain", "C03", "-C", folder).out
    data = json.loads(pingxuan("rank", "--explain", "C03", "--json", "-C", folder).out)
    assert [(one["judge"], one["difference"]) for one in data["deviations"]] == [("J7", "-13.19")]
    sheet = json.loads(pingxuan("rank", "--json", "-C", folder).out)
    assert [(one["case"], one["judge"]) for one in sheet["deviations"]] == [("C03", "J7")]
    pingxuan("finalise", "-C", folder)
    pingxuan("export", "-C", folder)
    from sheets.toml_sheet import read_toml

    read = read_toml((folder / "exports" / "result-001.toml").read_bytes())
    assert [one.total for one in read.deviations] == ["78/1"]


def test_a_flagged_mark_counts_as_all_others_do(pingxuan: Pingxuan, example: Example) -> None:
    folder = example("second_round")
    config = (folder / "config.toml").read_text(encoding="utf-8")
    with_flags = pingxuan("rank", "-C", folder).out
    start = config.index("[deviation]")
    (folder / "config.toml").write_text(
        config[:start] + config[config.index("[announce]") :], encoding="utf-8"
    )
    assert pingxuan("rank", "-C", folder).out == with_flags
