"""Shadow judges, calibration cases and the tables that say so; every mistake in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from award.folder import opened
from award.ranking import rank
from award.rules_file import default_config_text, load_rules, rules_of
from tests.cli.conftest import Pingxuan
from tests.rulebook.conftest import Example
from words import Bad, sentence

GOOD = '[deviation]\nfrom = "median"\nover = "10"\nunit = "points"\naction = "flag"\n'
WRONG = [
    ("[judges]\n", "E-RULE-NODEFAULT"),
    ('[judges]\nshadow = "J08"\n', "E-RULE-LIST"),
    ("[judges]\nshadow = [8]\n", "E-RULE-TEXT"),
    ('[judges]\nshadow = ["J08", "J08"]\n', "E-RULE-TWICE"),
    ('[judges]\nshadow = [""]\n', "E-RULE-TEXT"),
    (f'[judges]\nshadow = ["{"J" * 40}"]\n', "E-RULE-TOOLONG"),
    ('[judges]\nshadows = ["J08"]\nshadow = []\n', "E-RULE-UNKNOWN"),
    ("judges = 3\n", "E-RULE-TABLE"),
    ("[calibration]\ncases = 3\n", "E-RULE-LIST"),
    ('[calibration]\ncase = ["000"]\n', "E-RULE-NODEFAULT"),
    (GOOD.replace('"median"', '"mode"'), "E-RULE-CHOICE"),
    (GOOD.replace('"points"', '"stars"'), "E-RULE-CHOICE"),
    (GOOD.replace('"flag"', '"remove"'), "E-RULE-CHOICE"),
    (GOOD.replace('"10"', '"ten"'), "E-RULE-NUMBER"),
    (GOOD.replace('over = "10"\n', ""), "E-RULE-NODEFAULT"),
    (GOOD + 'abs_over = "3"\n', "E-RULE-UNKNOWN"),
    ("[recheck]\ntop = 10\npercent = 150\nall_over = 5\n", "E-RULE-ATMOST"),
    ("[recheck]\ntop = -1\npercent = 15\nall_over = 5\n", "E-RULE-ATLEAST"),
    ('[recheck]\ntop = "10"\npercent = 15\nall_over = 5\n', "E-RULE-WHOLE"),
    ("[recheck]\ntop = 10\npercent = 15\n", "E-RULE-NODEFAULT"),
]


@pytest.mark.parametrize(("table", "code"), WRONG)
def test_a_wrong_table_is_told_with_its_place(table: str, code: str) -> None:
    before = table if not table.startswith("[") else ""
    after = table if table.startswith("[") else ""
    text = default_config_text().replace("format = 1\n", f"format = 1\n{before}") + "\n" + after
    with pytest.raises(Bad) as caught:
        rules_of(text.encode("utf-8"))
    codes = [problem.code for problem in caught.value.problems]
    assert code in codes
    for lang in ("zh", "en"):
        for problem in caught.value.problems:
            assert "config.toml" in sentence(problem, lang)


def test_mistakes_of_all_tables_come_together() -> None:
    text = default_config_text().replace('weight = "25"', 'weight = "26"', 1)
    text += "\n[judges]\nshadow = [8]\n[recheck]\ntop = 1\npercent = 1\nall_over = 200\n"
    with pytest.raises(Bad) as caught:
        rules_of(text.encode("utf-8"))
    codes = {problem.code for problem in caught.value.problems}
    assert {"E-RULE-WEIGHTS", "E-RULE-TEXT", "E-RULE-ATMOST"} <= codes


def test_the_tables_are_no_part_of_what_judges_are_given() -> None:
    plain = rules_of(default_config_text().encode("utf-8"))
    full = rules_of(f"{default_config_text()}\n{GOOD}".encode())
    assert (full.digest, full.data, full.rules) == (plain.digest, plain.data, plain.rules)
    assert set(full.whole_data) - set(plain.whole_data) == {"deviation"}


def test_a_shadow_judge_counts_nowhere_and_is_waited_for_nowhere(
    pingxuan: Pingxuan, example: Example
) -> None:
    folder = example("median_prize")
    with opened(folder, readonly=True) as award:
        ranking = rank(award)
    assert "S1" not in ranking.matrix.judges
    assert ranking.outcome.gaps == ()
    pingxuan("reopen", "S1", "--reason", "in training", "-C", folder)
    assert pingxuan("rank", "-C", folder).code == 0


def test_shadow_and_calibration_are_shown_in_full(pingxuan: Pingxuan, example: Example) -> None:
    said = pingxuan("rank", "-C", example("median_prize")).err
    assert "S1: B1 1.0, B2 1.0, B3 10.0, B4 1.0" in said
    assert "B0: J1 5.0, J2 6.0, J3 5.0, J4 6.0, J5 5.0, S1 9.0" in said


def test_the_calibration_case_is_in_no_ranking_and_no_tier(
    pingxuan: Pingxuan, example: Example
) -> None:
    folder = example("median_prize")
    assert "B0" not in pingxuan("rank", "-C", folder).out
    pingxuan("finalise", "-C", folder)
    pingxuan("export", "-C", folder)
    announced = (folder / "exports" / "announcement-001-en.txt").read_text(encoding="utf-8")
    assert "Tuning" not in announced


def test_a_name_that_is_on_no_list_is_refused(pingxuan: Pingxuan, example: Example) -> None:
    folder = example("median_prize")
    config = folder / "config.toml"
    text = config.read_text(encoding="utf-8").replace('["S1"]', '["S9"]')
    config.write_text(text, encoding="utf-8")
    said = pingxuan("rank", "-C", folder)
    assert "[E-SIDE-UNKNOWN]" in said.err
    assert load_rules(config).sides.shadow == ("S9",)


def test_the_recount_agrees_without_them(pingxuan: Pingxuan, example: Example) -> None:
    folder: Path = example("median_prize")
    assert pingxuan("finalise", "-C", folder).code == 0
    assert pingxuan("recount", "-C", folder).code == 0
