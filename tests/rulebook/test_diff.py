"""Two results: which inputs differ, who moved, and why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from award.diffing import flat
from sheets.sheet_model import ResultSheet
from tests.cli.conftest import Pingxuan
from tests.rulebook.conftest import Example, submitted_again
from words import say, use


@pytest.fixture
def corrected(pingxuan: Pingxuan, example: Example) -> Path:
    """A prize with two final results; between them A1's mark for P3's method was corrected."""
    folder = example("english_award")
    pingxuan("finalise", "-C", folder)
    pingxuan("correct", "P3", "A1", "--criterion", "method", "--reason", "sum_wrong", "-C", folder)
    submitted_again(folder, "A1", {"P3": {"method": "10"}})
    pingxuan("finalise", "-C", folder)
    return folder


def test_the_list_of_results_names_each(pingxuan: Pingxuan, corrected: Path) -> None:
    said = pingxuan("results", "-C", corrected)
    assert said.code == 0
    assert said.out.count("final") == 2
    data = json.loads(pingxuan("results", "--json", "-C", corrected).out)
    assert [one["number"] for one in data] == [1, 2]


def test_no_result_yet_is_a_sentence(pingxuan: Pingxuan, example: Example) -> None:
    said = pingxuan("results", "-C", example("english_award"))
    assert (said.code, said.out) == (1, "")
    assert "pingxuan finalise" in said.err


def test_the_corrected_mark_its_ballot_and_its_case_are_told(
    pingxuan: Pingxuan, corrected: Path
) -> None:
    """P3: (6.85 + 3 x 0.35 + 7.00) / 2 = 7.45."""
    said = pingxuan("result", "diff", "1", "2", "-C", corrected).out
    assert "mark P3 A1 Method: 7 -> 10" in said
    assert "ballot A1: #1 " in said
    assert "P3: rank 4 -> 4, score 6.93 -> 7.45" in said
    assert "its own marks differ" in said
    assert said.count("rank") == 1


def test_the_other_way_round_it_says_the_opposite(pingxuan: Pingxuan, corrected: Path) -> None:
    said = pingxuan("result", "diff", "2", "1", "-C", corrected).out
    assert "mark P3 A1 Method: 10 -> 7" in said


def test_a_result_differs_from_itself_in_nothing(pingxuan: Pingxuan, corrected: Path) -> None:
    data = json.loads(pingxuan("result", "diff", "1", "1", "--json", "-C", corrected).out)
    assert (data["inputs"], data["moves"], data["shifts"]) == ([], [], [])
    use("zh")
    said = pingxuan("result", "diff", "1", "1", "-C", corrected).out
    assert "规则、案例、评分表、决定都相同" in said


def test_changed_rules_and_those_who_only_moved_over(pingxuan: Pingxuan, example: Example) -> None:
    """Without the decision there is an open cut; side tables and tiers are rules too."""
    folder = example("median_prize")
    pingxuan("finalise", "-C", folder)
    pingxuan("undecide", "1", "--reason", "wrong minutes", "-C", folder)
    pingxuan("decide", "B1", "B4", "--kind", "draw", "--reason", "drawn", "-C", folder)
    pingxuan("finalise", "-C", folder)
    data = json.loads(pingxuan("result", "diff", "1", "2", "--json", "-C", folder).out)
    assert [one["part"] for one in data["inputs"]] == ["decision", "decision"]
    assert {one["case"]: one["why"] for one in data["moves"]} == {
        "B1": ["decision"], "B4": ["decision"],
    }  # fmt: skip
    assert data["shifts"] == [{"tier": "shortlist", "entering": ["B1"], "leaving": ["B4"]}]


def test_a_shadow_judge_who_counts_now_is_seen(pingxuan: Pingxuan, example: Example) -> None:
    folder = example("median_prize")
    pingxuan("finalise", "-C", folder)
    config = folder / "config.toml"
    text = config.read_text(encoding="utf-8").replace('shadow = ["S1"]', "shadow = []")
    config.write_text(text, encoding="utf-8")
    assert pingxuan("finalise", "-C", folder).code == 0
    said = pingxuan("result", "diff", "1", "2", "-C", folder).out
    assert "rule judges.shadow.1: gone (was S1)" in said
    assert "B3: rank 4 -> 2" in said


def test_a_number_that_is_not_there_is_refused(pingxuan: Pingxuan, corrected: Path) -> None:
    assert "[E-NORESULT]" in pingxuan("result", "diff", "1", "9", "-C", corrected).err


def test_tables_of_a_list_go_by_their_key() -> None:
    assert flat({"tier": [{"key": "gold", "size": 3}], "a": {"b": [1, "x"]}}) == {
        "tier.gold.key": "gold", "tier.gold.size": "3", "a.b.1": "1", "a.b.2": "x",
    }  # fmt: skip


def test_criteria_and_decisions_have_their_names_in_chinese(
    pingxuan: Pingxuan, corrected: Path, example: Example
) -> None:
    use("zh")
    said = pingxuan("result", "diff", "1", "2", "-C", corrected).out
    assert "打分 P3 A1 Method：7 → 10" in said
    folder = example("median_prize")
    pingxuan("finalise", "-C", folder)
    pingxuan("undecide", "1", "--reason", "wrong minutes", "-C", folder)
    pingxuan("decide", "B1", "B4", "--kind", "draw", "--reason", "drawn", "-C", folder)
    pingxuan("finalise", "-C", folder)
    said = pingxuan("result", "diff", "1", "2", "-C", folder).out
    assert "抽签 B1 > B4" in said
    assert "委员会决定" in said
    assert not {"chair", "draw"} & set(said.replace("：", " ").split())


def test_every_part_of_a_sheet_that_may_differ_has_its_words() -> None:
    parts = [*ResultSheet.__dataclass_fields__, "digests"]
    assert [part for part in parts if part != "result" and not say(f"diff.sheet_{part}")] == []


def test_a_result_that_differs_now_names_what_in_words(
    pingxuan: Pingxuan, example: Example
) -> None:
    use("zh")
    folder = example("median_prize")
    pingxuan("finalise", "-C", folder)
    config = folder / "config.toml"
    text = config.read_text(encoding="utf-8").replace('shadow = ["S1"]', "shadow = []")
    config.write_text(text, encoding="utf-8")
    said = pingxuan("recount", "-C", folder).err
    assert "不一致：名次和得分。" in said
