"""The main job from the command line, as a secretary does it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Pingxuan


def test_a_new_award_is_complete_and_its_rules_are_in_order(
    pingxuan: Pingxuan, tmp_path: Path
) -> None:
    folder = tmp_path / "my award"
    assert pingxuan("new", folder).code == 0
    assert {path.name for path in folder.iterdir()} >= {"config.toml", "award.db"}
    said = pingxuan("check", "-C", folder)
    assert said.code == 0
    assert "Innovation 25%" in said.out


def test_a_second_new_in_the_same_place_changes_nothing(pingxuan: Pingxuan, tmp_path: Path) -> None:
    pingxuan("new", tmp_path)
    before = (tmp_path / "config.toml").read_bytes()
    said = pingxuan("new", tmp_path)
    assert said.code == 1
    assert "[E-AWARDTHERE]" in said.err
    assert (tmp_path / "config.toml").read_bytes() == before


def test_the_ranking_has_ten_classic_and_ten_excellent_cases(
    pingxuan: Pingxuan, award: Path
) -> None:
    said = pingxuan("rank", "-C", award)
    assert said.code == 0
    assert (said.out.count("Classic"), said.out.count("Excellent")) == (10, 10)


def test_without_ballots_every_case_is_missing_and_nothing_can_be_final(
    pingxuan: Pingxuan, practice: Path
) -> None:
    said = pingxuan("rank", "-C", practice)
    assert said.code == 1
    assert said.err.count("Missing: judge") == 7
    assert "Missing: judge J01 on 001, 002, 003, 004, 005 and others, 20 in all." in said.err
    refused = pingxuan("finalise", "-C", practice)
    assert refused.code == 1
    assert "[E-INCOMPLETE]" in refused.err
    assert pingxuan("recount", "-C", practice).code == 1


def test_a_result_despite_gaps_needs_a_reason_and_says_it(pingxuan: Pingxuan, award: Path) -> None:
    pingxuan("reopen", "J07", "--reason", "typing slip", "-C", award)
    assert "[E-INCOMPLETE]" in pingxuan("finalise", "-C", award).err
    assert "[E-NOREASON]" in pingxuan("finalise", "--despite-missing", "-C", award).err
    reason = "J07 is in hospital, minutes of 3 June"
    done = pingxuan("finalise", "--despite-missing", "--reason", reason, "-C", award)
    assert done.code == 0
    pingxuan("export", "-C", award)
    sheet = (award / "exports" / "result-001.toml").read_text(encoding="utf-8")
    assert reason in sheet


def test_finalising_twice_makes_one_number(pingxuan: Pingxuan, award: Path) -> None:
    first = pingxuan("finalise", "-C", award)
    again = pingxuan("finalise", "-C", award)
    assert "number 1," in first.err
    assert "no new number" in again.err
    assert pingxuan("recount", "-C", award).code == 0


def test_explain_shows_each_step_to_the_published_number(pingxuan: Pingxuan, award: Path) -> None:
    said = pingxuan("rank", "--explain", "005", "-C", award)
    assert said.code == 0
    for step in ("89.675", "dropped (highest)", "437.525 / 5 = 87.505", "87.51", "Rank 10"):
        assert step in said.out


def test_explain_for_machines_has_the_exact_fraction(pingxuan: Pingxuan, award: Path) -> None:
    data = json.loads(pingxuan("rank", "--explain", "005", "--json", "-C", award).out)
    assert (data["value"], data["published"], data["rank"]) == ("17501/200", "87.51", 10)


def test_explaining_a_case_that_is_not_there_is_one_sentence(
    pingxuan: Pingxuan, award: Path
) -> None:
    said = pingxuan("rank", "--explain", "999", "-C", award)
    assert said.code != 0
    assert said.out == ""
    assert "999" in said.err
    assert len(said.err.splitlines()) == 1


def test_exporting_twice_gives_the_same_bytes_and_no_new_number(
    pingxuan: Pingxuan, award: Path
) -> None:
    pingxuan("finalise", "-C", award)
    first = pingxuan("export", "-C", award)
    files = {path: path.read_bytes() for path in (award / "exports").iterdir()}
    second = pingxuan("export", "-C", award)
    assert (first.code, second.code) == (0, 0)
    assert {path: path.read_bytes() for path in (award / "exports").iterdir()} == files


def test_an_exported_file_that_someone_changed_is_not_overwritten(
    pingxuan: Pingxuan, award: Path
) -> None:
    pingxuan("export", "-C", award)
    path = award / "exports" / "result-001.toml"
    path.write_text("notes of the chair", encoding="utf-8")
    assert "[E-EXISTS]" in pingxuan("export", "-C", award).err
    assert path.read_text(encoding="utf-8") == "notes of the chair"
    assert pingxuan("export", "--force", "-C", award).code == 0


def test_a_provisional_sheet_is_numbered_too_and_says_so(pingxuan: Pingxuan, award: Path) -> None:
    assert pingxuan("export", "-C", award).code == 0
    assert 'kind = "provisional"' in (award / "exports" / "result-001.toml").read_text("utf-8")
    pingxuan("finalise", "-C", award)
    pingxuan("export", "-C", award)
    assert 'kind = "final"' in (award / "exports" / "result-002.toml").read_text("utf-8")


def test_changed_rules_after_the_ballots_are_refused(pingxuan: Pingxuan, award: Path) -> None:
    config = award / "config.toml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("places = 2", "places = 1"), encoding="utf-8")
    said = pingxuan("rank", "-C", award)
    assert said.code == 1
    assert said.err.count("[E-STALE]") == 1
    assert "J01, J02" in said.err


def test_importing_the_same_files_twice_adds_nothing(
    pingxuan: Pingxuan, built: Path, award: Path
) -> None:
    before = pingxuan("log", "-C", award).out
    for kind in ("nominations", "judges", "recusals"):
        flag = [] if kind == "nominations" else [f"--{kind}"]
        said = pingxuan("import", built / "incoming" / f"{kind}.toml", *flag, "-C", award)
        assert said.code == 0
        assert "0 new" in said.err
    assert pingxuan("log", "-C", award).out == before


def test_a_wrong_file_imports_nothing_and_names_every_place(
    pingxuan: Pingxuan, practice: Path, tmp_path: Path
) -> None:
    path = tmp_path / "more.csv"
    path.write_text("编号,案例名称,参评单位\n101,,甲\n102,乙案例,\n", encoding="utf-8")
    said = pingxuan("import", path, "-C", practice)
    assert said.code == 1
    assert said.err.count("[E-BLANK]") == 2
    assert "more.csv B2" in said.err
    assert "101" not in pingxuan("rank", "-C", practice).out


def test_a_reopened_ballot_is_logged_with_its_reason(pingxuan: Pingxuan, award: Path) -> None:
    assert "[E-NOREASON]" in pingxuan("reopen", "J01", "-C", award).err
    assert pingxuan("reopen", "J01", "--reason", "wrong case", "-C", award).code == 0
    assert "wrong case" in pingxuan("log", "-C", award).out
    status = json.loads(pingxuan("status", "--json", "-C", award).out)
    assert status[0]["submitted"] is False


def test_a_recusal_recorded_after_the_marks_leaves_the_counts_right(
    pingxuan: Pingxuan, award: Path, tmp_path: Path
) -> None:
    path = tmp_path / "late.csv"
    path.write_text("评委,案例编号,理由\nJ01,001,亲属\n", encoding="utf-8")
    assert pingxuan("import", "--recusals", path, "-C", award).code == 0
    one = json.loads(pingxuan("status", "--json", "-C", award).out)[0]
    assert (one["done"], one["recused"], one["total"]) == (19, 1, 20)


def test_status_holds_no_score(pingxuan: Pingxuan, award: Path) -> None:
    said = pingxuan("status", "--json", "-C", award)
    assert "90.5" not in said.out
    assert "points" not in said.out


def test_both_languages_are_spoken_wherever_the_option_stands(
    pingxuan: Pingxuan, award: Path
) -> None:
    from words import use

    use("zh")
    assert "经典案例" in pingxuan("rank", "-C", award).out
    assert "没有 --nothing 这个选项" in pingxuan("rank", "--nothing").err


def test_backup_is_a_complete_award(pingxuan: Pingxuan, award: Path) -> None:
    path = Path(pingxuan("backup", "-C", award).out.strip())
    assert path.is_file()
    path.replace(award / "award.db")
    assert pingxuan("rank", "-C", award).code == 0


def test_a_template_reads_back_with_nothing_wrong(
    pingxuan: Pingxuan, practice: Path, tmp_path: Path
) -> None:
    path = tmp_path / "judges.csv"
    assert pingxuan("template", "judges", "-o", path).code == 0
    assert "[E-EXISTS]" in pingxuan("template", "judges", "-o", path).err


def test_no_award_here_is_one_sentence(pingxuan: Pingxuan, tmp_path: Path) -> None:
    for command in ("check", "rank", "status", "export", "log", "backup", "finalise"):
        said = pingxuan(command, "-C", tmp_path)
        assert said.code == 2, command
        assert said.err.count("\n") == 1
        assert "[E-NOAWARD]" in said.err
