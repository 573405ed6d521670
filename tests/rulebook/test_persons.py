"""One person with an id for each stage: what keeps the person from a case holds for all ids."""

from __future__ import annotations

from pathlib import Path

import pytest

from award.folder import opened
from tests.cli.conftest import Pingxuan
from tests.rulebook.conftest import Example, unscored

PERSON = '\n[[person]]\nids = ["E1", "J7"]\n'


def named(folder: Path, text: str = PERSON) -> Path:
    with (folder / "config.toml").open("a", encoding="utf-8") as config:
        config.write(text)
    return folder


@pytest.fixture
def fresh(pingxuan: Pingxuan, tmp_path: Path) -> Path:
    """Two rounds with one person in both, before anybody has scored."""
    return named(unscored(pingxuan, "cases_two_rounds", tmp_path / "award"))


def recused(folder: Path, case: str) -> set[str]:
    with opened(folder, readonly=True) as award:
        return {row.judge for row in award.store.recusals() if row.case == case}


def test_a_recusal_that_is_entered_holds_in_every_stage(pingxuan: Pingxuan, fresh: Path) -> None:
    said = pingxuan("recuse", "--judge", "J7", "--case", "C02", "--reason", "kin", "-C", fresh)
    assert said.code == 0, said.err
    assert recused(fresh, "C02") == {"E1", "J7"}


def test_a_recusal_that_is_imported_holds_in_every_stage(
    pingxuan: Pingxuan, fresh: Path, tmp_path: Path
) -> None:
    rows = tmp_path / "recusals.csv"
    rows.write_text("评委,案例,原因\nE1,C03,亲属\nE2,C03,同事\n", encoding="utf-8")
    said = pingxuan("import", "--recusals", rows, "--yes", "-C", fresh)
    assert said.code == 0, said.err
    assert "[W-PERSON]" in said.out + said.err
    assert recused(fresh, "C03") >= {"E1", "J7", "E2"}


def test_a_judge_without_another_id_is_as_before(pingxuan: Pingxuan, fresh: Path) -> None:
    pingxuan("recuse", "--judge", "J2", "--case", "C02", "--reason", "kin", "-C", fresh)
    assert recused(fresh, "C02") == {"J2"}


def test_a_recusal_passed_over_under_the_other_id_stops_the_final_result(
    pingxuan: Pingxuan, example: Example
) -> None:
    """J1 is recused from a case by the example; E2 has scored it."""
    folder = example("cases_two_rounds")
    with opened(folder, readonly=True) as award:
        row = next(one for one in award.store.recusals() if one.judge.startswith("J"))
    assert pingxuan("rank", "-C", folder).err.count("[E-PERSON-RECUSED]") == 0
    named(folder, f'\n[[person]]\nids = ["{row.judge}", "E2"]\n')
    said = pingxuan("rank", "-C", folder)
    assert "[E-PERSON-RECUSED]" in said.out + said.err
    assert row.case in said.out + said.err
    refused = pingxuan("finalise", "-C", folder)
    assert (refused.code, "[E-INCOMPLETE]" in refused.err) == (1, True)
    pingxuan("recuse", "--judge", "E2", "--case", row.case, "--reason", "kin", "-C", folder)
    assert "[E-PERSON-RECUSED]" not in pingxuan("rank", "-C", folder).out


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('\n[[person]]\nids = ["E1"]\n', "E-RULE-PERSON"),
        ('\n[[person]]\nids = ["E1", "E1"]\n', "E-RULE-TWICE"),
        (PERSON + PERSON.replace("E1", "E2"), "E-RULE-TWICE"),
        ("\n[[person]]\nnames = []\n", "E-RULE-NODEFAULT"),
        ('\n[person]\nids = ["E1", "J7"]\n', "E-RULE-LIST"),
    ],
)
def test_a_wrong_table_of_persons_is_one_sentence(
    pingxuan: Pingxuan, example: Example, text: str, code: str
) -> None:
    said = pingxuan("check", "-C", named(example("cases_two_rounds"), text))
    assert (said.code, f"[{code}]" in said.err) == (1, True), said.err


def test_the_person_is_in_no_anonymous_sheet_and_in_no_digest(
    pingxuan: Pingxuan, example: Example
) -> None:
    folder = example("cases_two_rounds")
    with opened(folder, readonly=True) as award:
        before = award.rules_file.digest
    with opened(named(folder), readonly=True) as award:
        assert award.rules_file.digest == before
