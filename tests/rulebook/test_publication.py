"""The announcement by the command `export`: by rank or by field, in sequence or odd then even."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Pingxuan
from tests.rulebook.small import Small, build, tiers
from words import use

FACTS = {case: {"field": field} for case, field in
         zip("ABCDE", ("公安", "法院", "公安", "法院", "检察院"), strict=True)}  # fmt: skip
MARKS = {"A": "90", "B": "80", "C": "70", "D": "60", "E": "50"}
ROWS = [
    # order, fields, sequence -> cases as they are printed, each with its number
    ({"order": "rank"}, "A1 B2 C3 D4 E5"),
    ({"order": "rank", "sequence": "odd_then_even"}, "A1 C3 E5 B2 D4"),
    ({"order": "field", "fields": ["检察院", "法院", "公安"]}, "E1 B2 D3 A4 C5"),
    (
        {"order": "field", "fields": ["检察院", "法院", "公安"], "sequence": "odd_then_even"},
        "E1 D3 C5 B2 A4",
    ),
    ({"order": "field", "fields": ["法院"]}, "B1 D2 A3 C4 E5"),  # others follow, by rank
]
NUMBERS = dict(zip("一二三四五", "12345", strict=True))


@pytest.mark.parametrize(("announce", "printed"), ROWS)
def test_the_published_text_follows_the_rules(
    announce: dict[str, object], printed: str, tmp_path: Path, pingxuan: Pingxuan
) -> None:
    use("zh")
    name = {"zh": "优秀案例", "en": "Good"}
    rules = {"announce": announce, "tier": [{**one, "name": name} for one in tiers(5)]}
    folder = build(tmp_path / "award", Small(rules, MARKS, FACTS))
    assert pingxuan("finalise", "-C", folder).code == 0
    said = pingxuan("export", "--out", folder / "out", "-C", folder)
    assert said.code == 0, said.err
    text = next((folder / "out").glob("announcement-*-zh.txt")).read_text(encoding="utf-8")
    found = re.findall(r"优秀案例([一二三四五]) · .*案例([A-E])", text)
    assert " ".join(f"{case}{NUMBERS[number]}" for number, case in found) == printed


def test_a_struck_case_is_not_announced_and_the_reserve_is(
    tmp_path: Path, pingxuan: Pingxuan
) -> None:
    use("zh")
    rules = {
        "tier": tiers(2),
        "publication": {"workdays": 5, "backfill": True},
        "announce": {"order": "rank"},
    }
    folder = build(tmp_path / "award", Small(rules, MARKS, FACTS))
    said = pingxuan("event", "object", "A", "--reason", "数据失实", "-C", folder)
    assert said.code == 0, said.err
    assert pingxuan("finalise", "-C", folder).code == 0
    assert pingxuan("export", "--out", folder / "out", "-C", folder).code == 0
    text = next((folder / "out").glob("announcement-*-zh.txt")).read_text(encoding="utf-8")
    assert re.findall(r"案例([A-E])\b", text) == ["B", "C"]
