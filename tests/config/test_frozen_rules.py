"""A rules file that was frozen is not checked a second time, and any other is."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from award import rules_file, side_model, side_rules
from award.folder import CONFIG, create, opened
from award.freezing import freeze
from award.rules_file import Vouched, default_config_text, rules_of
from db.records import Judge, Nomination
from scoring.config_errors import keys_of
from tests.conftest import ROOT
from words import Bad

TEXT = default_config_text().encode("utf-8")
CHECKED = rules_of(TEXT)


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What was checked whole, in order."""
    done: list[object] = []
    check = rules_file._checked
    monkeypatch.setattr(rules_file, "_checked", lambda data: (done.append(data), check(data))[1])
    return done


def frozen_award(folder: Path) -> Path:
    create(folder)
    with opened(folder) as award:
        award.store.add_nominations([Nomination("001", "案例一", "单位一")])
        award.store.add_judges([Judge("J01", "评委一")])
        freeze(award)
    return folder


def test_a_frozen_file_gives_the_same_unchecked(tmp_path: Path, checks: list[object]) -> None:
    folder = frozen_award(tmp_path / "award")
    checks.clear()
    with opened(folder) as award:
        assert award.rules_file == CHECKED
    assert checks == []


def test_one_byte_more_and_the_file_is_checked(tmp_path: Path, checks: list[object]) -> None:
    folder = frozen_award(tmp_path / "award")
    (folder / CONFIG).write_bytes(TEXT + b"\n# later\n")
    checks.clear()
    with opened(folder) as award:
        assert award.rules == CHECKED.rules
    assert len(checks) == 1


def test_mistakes_made_after_freezing_are_told(tmp_path: Path) -> None:
    folder = frozen_award(tmp_path / "award")
    (folder / CONFIG).write_bytes(TEXT.replace(b'by = "', b'by = "other_', 1))
    with pytest.raises(Bad) as told, opened(folder):
        pass
    assert told.value.code.startswith("E-RULE-")


def test_rules_that_this_program_reads_otherwise_are_checked(checks: list[object]) -> None:
    rules_of(TEXT, vouched=Vouched(CHECKED.file, "0" * 64))
    rules_of(TEXT, vouched=Vouched("0" * 64, CHECKED.digest))
    assert len(checks) == 2
    rules_of(TEXT, vouched=Vouched(CHECKED.file, CHECKED.digest))
    assert len(checks) == 2


@pytest.mark.parametrize("wrong", ["size = 10.5", 'size = "10"', "size = true", "size = [10]"])
def test_a_wrong_type_that_is_vouched_for_is_told_as_any_other(wrong: str) -> None:
    """The plain reader takes what it is given; the digest, or the lack of one, sends it back."""
    text = TEXT.replace(b"size = 10", wrong.encode(), 1)
    assert text != TEXT
    with pytest.raises(Bad) as told:
        rules_of(text, vouched=Vouched(sha256(text).hexdigest(), CHECKED.digest))
    assert told.value.code.startswith("E-RULE-")


def test_the_side_tables_are_those_of_their_models() -> None:
    assert tuple(keys_of(side_model.SideConfig)) == side_rules.TABLES


def test_a_judge_of_a_frozen_award_loads_neither_the_checker_nor_the_count(tmp_path: Path) -> None:
    folder = frozen_award(tmp_path / "award")
    code = f"""
import sys
import cli.screens
from award.desks import seat_of
from award.folder import opened
from pathlib import Path
with opened(Path({str(folder)!r})) as award:
    assert seat_of(award, "J01").desk.cases
print([m for m in ("pydantic", "scoring.chain", "sheets", "ctypes") if m in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", cwd=ROOT,
        check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "[]"
