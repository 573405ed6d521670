"""Freezing makes a numbered slate, again only where something has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from award.folder import CONFIG, create, opened
from award.freezing import changes_between, freeze, frozen, require_frozen
from award.rules_file import default_config_text, rules_of
from db.records import Judge
from tests.exchange.circle import CASES, OPEN_TABLE, make_award, nomination
from tests.exchange.helpers import refused


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_award(tmp_path / "award")


def edited(folder: Path, old: str, new: str) -> None:
    path = folder / CONFIG
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_slate_lists_every_case_with_its_content(folder: Path) -> None:
    with opened(folder) as award:
        made = freeze(award)
        assert tuple(case.number for case in made.slate.cases) == CASES
        assert made.hash == made.slate.digest
        assert made.slate.rules_digest == award.rules_file.digest
        assert frozen(award) == made


def test_l08_freezing_twice_is_refused(folder: Path) -> None:
    with opened(folder) as award:
        freeze(award)
        with refused("E-FROZEN"):
            freeze(award)


def test_a_new_case_makes_version_two_and_the_first_stays(folder: Path) -> None:
    with opened(folder) as award:
        first = freeze(award)
        award.store.add_nominations([nomination("013")])
        with refused("E-SLATECHANGED"):
            require_frozen(award)
        second = freeze(award)
        assert (first.slate.version, second.slate.version) == (1, 2)
        assert changes_between(first.slate, second.slate).added == ("013",)
        assert len(award.store.documents("slate")) == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("high = 1 ", "high = 2 "),
        ("min_ballots = 3", "min_ballots = 2"),
        ('from = "90", zh = "机制首创', 'from = "91", zh = "机制首创'),
    ],
)
def test_a_changed_rule_makes_a_new_version(folder: Path, old: str, new: str) -> None:
    with opened(folder) as award:
        first = freeze(award)
    edited(folder, old, new)
    with opened(folder) as award:
        with refused("E-SLATECHANGED"):
            require_frozen(award)
        assert changes_between(first.slate, freeze(award).slate).rules


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('deadline = ""', 'deadline = "2026-12-31"'),
        ('sequence = "odd_then_even"', 'sequence = "in_order"'),
    ],
)
def test_what_decides_nothing_may_change_after_freezing(folder: Path, old: str, new: str) -> None:
    with opened(folder) as award:
        freeze(award)
    edited(folder, old, new)
    with opened(folder) as award:
        assert require_frozen(award).slate.version == 1


def test_a_comment_in_the_rules_changes_nothing(folder: Path) -> None:
    with opened(folder) as award:
        freeze(award)
    edited(folder, "format = 1", "format = 1  # 评委会通过")
    with opened(folder) as award, refused("E-FROZEN"):
        freeze(award)


def test_another_mode_is_another_slate(folder: Path) -> None:
    with opened(folder) as award:
        first = freeze(award)
    path = folder / CONFIG
    path.write_text(path.read_text(encoding="utf-8") + OPEN_TABLE, encoding="utf-8")
    with opened(folder) as award:
        second = freeze(award)
    assert (first.slate.mode, second.slate.mode) == ("sealed", "open")


def test_an_award_without_cases_or_judges_is_not_frozen(tmp_path: Path) -> None:
    with opened(create(tmp_path / "award")) as award, refused("E-NOTHING-NOMINATIONS") as caught:
        freeze(award)
    assert [one.code for one in caught.value.problems][1] == "E-NOTHING-JUDGES"


def test_an_id_that_cannot_be_in_a_file_name_is_told_before_freezing(folder: Path) -> None:
    with opened(folder) as award:
        award.store.add_judges([Judge("评委1", "某人")])
        with refused("E-FILEID") as caught:
            freeze(award)
    assert caught.value.params["id"] == "评委1"


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ('[exchange]\nmode = "closed"', "E-RULE-CHOICE"),
        ('[exchange]\nmod = "open"', "E-RULE-UNKNOWN"),
        ("[exchange]\nmode = true", "E-RULE-CHOICE"),
        ("[exchange]\nmode = []", "E-RULE-CHOICE"),
    ],
)
def test_a_wrong_exchange_table_is_told_with_its_line(table: str, code: str) -> None:
    text = f"{default_config_text()}\n{table}\n"
    with refused(code) as caught:
        rules_of(text.encode("utf-8"))
    assert str(len(text.splitlines())) in caught.value.problems[0].where


def test_sealed_is_what_nobody_has_to_write() -> None:
    assert rules_of(default_config_text().encode("utf-8")).exchange.mode == "sealed"
