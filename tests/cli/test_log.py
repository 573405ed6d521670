"""`pingxuan log`: every act in words of the user's language, the whole of it with --json."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from award.log_sentences import log_sentence
from award.log_words import KNOWN
from db.records import LogEntry
from tests.cli.conftest import Pingxuan
from words import use
from words.log import WORDS

CRITERIA = {"effect": "实践成效"}
DETAILS: dict[str, dict[str, object]] = {
    "create": {},
    "voted": {"judges": ["J01", "J02"], "checked_by": "甲"},
    "secret-ballots": {
        "ballots": 7, "void": 1, "subject": "ballot", "missing": ["J09"], "reason": "病假",
    },
    "runoff": {"act": "open", "runoff": 1, "cases": ["003", "005"], "places": 1},
    "runoff-ballot": {"judge": "J01", "receipt": "1" * 20},
    "runoff-voted": {"judge": "J01", "runoff": 1},
    "add-nominations": {"new": 3, "same": 1, "file": "a.csv", "sha256": "00"},
    "add-judges": {"new": 3, "same": 0},
    "add-recusals": {"new": 3, "same": 0},
    "recuse": {"judge": "J01", "case": "003"},
    "withdraw-recusal": {"judge": "J01", "case": "003"},
    "submit": {"judge": "J01", "revision": 1, "receipt": "9", "draft": "aa"},
    "revise": {"judge": "J01", "revision": 1},
    "reopen": {"judge": "J01", "revision": 1, "reason": "填错"},
    "decide": {"number": 1, "kind": "chair", "cases": ["001", "002"], "reason": "会议"},
    "decision-withdrawn": {"subject": "1", "number": 1, "digest": "00", "reason": "笔误"},
    "result": {"number": 1, "kind": "final", "digest": "00", "reason": ""},
    "export": {"result": 1, "files": ["a", "b"], "set": "office"},
    "collect": {"files": 2, "codes": {"taken": 2}},
    "open": {"ballots": 7, "receipts": ["1"]},
    "slate": {"number": 1, "mode": "sealed", "cases": 20, "rules": "00"},
    "keys": {"number": 1, "award": "x", "opening": "00"},
    "drill": {"number": 1},
    "issue": {"number": 1, "subject": "J01", "slate": 1, "file": "a.packet", "withdraws": 0},
    "close": {"number": 1, "returned": 6, "judges": 7},
    "late": {"number": 1, "subject": "J01", "receipt": "9", "reason": "大雪"},
    "ruling": {"number": 1, "judge": "J01", "keeps": "9", "sets_aside": ["8"], "reason": "本人"},
    "withdrawal": {"subject": "J01", "number": 1, "scores": "drop", "reason": "生病"},
    "assignment": {"number": 1},
    "attach": {"files": 2, "cases": ["001"], "first": "a.pdf"},
    "detach": {"files": 1, "cases": ["001"], "first": "a.pdf", "reason": "放错"},
    "previous-differs": {"judge": "J01", "receipt": "9"},
    "amendment": {"subject": "001", "number": 1, "reason": "更名"},
    "correction": {
        "subject": "J01", "number": 1, "revision": 1, "case": "001",
        "criterion": "effect", "reason": "sum_wrong", "note": "见底稿",
    },
    "explanation": {"subject": "J01/001", "judge": "J01", "case": "001"},
    "sample": {"number": 1, "cases": 5, "seed": "00", "reason": ""},
    "paper": {"judge": "J01", "revision": 1, "receipt": "9"},
    "paper-entry": {"subject": "J01", "number": 1, "case": "001"},
    "paper-check": {"subject": "J01", "number": 1, "case": "001", "agreed": True},
    "event": {"number": 1, "event": "veto", "case": "001", "reason": "弄虚作假"},
    "public-votes": {"subject": "vote", "number": 1, "stage": "vote", "cases": 9, "valid": 99},
}  # fmt: skip
CODES = re.compile(r"\b(chair|draw|final|sum_wrong|drop|effect|veto|secretary|True)\b")


def one(action: str, detail: dict[str, object]) -> str:
    at = "2026-06-30T09:15:00+08:00"
    return log_sentence(LogEntry(7, at, "secretary", action, detail, "", "ab" * 32), CRITERIA)


@pytest.mark.parametrize("action", DETAILS)
def test_an_act_is_a_sentence_without_a_key_or_a_code(action: str) -> None:
    use("zh")
    said = one(action, {**DETAILS[action], "evidence": "00"})
    assert said.startswith("    7  2026-06-30 09:15:00  秘书：")
    assert said.endswith("〔abababababab〕")
    assert "{" not in said
    assert not CODES.search(said)
    reason = DETAILS[action].get("note") or DETAILS[action].get("reason")
    assert not reason or f"；原因：{reason}" in said


def test_every_act_that_has_words_is_tried_and_every_known_one_has_words() -> None:
    assert set(DETAILS) >= KNOWN - {"unevent"}
    said = {key.removeprefix("log.act.") for key in WORDS if key.startswith("log.act.")}
    assert said == {*DETAILS, "unevent"}


@pytest.mark.parametrize(
    ("action", "detail"),
    [("teleport", {"to": "月球"}), ("submit", {"judge": "J01"}), ("and", {"a": 1}),
     ("result", {"number": 1, "kind": "new kind"}), ("attach", {})],
)  # fmt: skip
def test_what_is_not_known_stays_as_it_is_kept(action: str, detail: dict[str, object]) -> None:
    use("zh")
    assert f"{action} {json.dumps(detail, ensure_ascii=False)}" in one(action, detail)


def test_an_event_that_was_taken_back_is_a_sentence() -> None:
    use("zh")
    assert "撤销了第 1 条；原因：笔误" in one(
        "event", {"number": 2, "event": "withdraw", "withdrawn": 1, "reason": "笔误"}
    )


def test_the_command_says_it_in_words_and_json_is_as_it_was(
    pingxuan: Pingxuan, award: Path
) -> None:
    use("zh")
    said = pingxuan("log", "-C", award).out
    assert "导入了案例：新增 20 个，已有 0 个（文件：nominations.toml）" in said
    assert "J01：评委 J01 提交了评分表第 1 稿，回执码 " in said
    assert "{" not in said
    kept = json.loads(pingxuan("log", "--json", "-C", award).out)
    assert kept[1]["action"] == "add-nominations"
    assert kept[1]["detail"]["file"] == "nominations.toml"
