"""Importing and attaching from the command line, as a secretary does it."""

import io
import sys
import types

import pytest

from cli import progress
from cli.main import run
from tests.intake_office.conftest import docx, form


@pytest.fixture
def pingxuan(capsys, tmp_path):
    def call(*words):
        code = run([*map(str, words), "-C", str(tmp_path / "award")])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    run(["new", str(tmp_path / "award")])
    capsys.readouterr()
    return call


def test_a_heading_is_named_once_and_remembered(write, pingxuan):
    path = write("案件名,单位,备注\n甲,乙,x\n", "a.csv")
    assert pingxuan("import", path)[0] == 1
    code, _, err = pingxuan("import", path, "--map", "案件名=title", "--map", "备注=", "--save-map")
    assert (code, "mapping.toml" in err) == (0, True)
    code, _, err = pingxuan("import", write("编号,案件名,单位\n002,丙,丁\n", "b.csv"), "--dry-run")
    assert (code, "as you said" in err) == (0, True)


def test_a_heading_that_is_in_no_file_is_told(write, pingxuan):
    _, _, err = pingxuan("import", write("名称,单位\n甲,乙\n", "a.csv"), "--map", "案件=title")
    assert "W-MAPUNUSED" in err


def test_a_pair_that_cannot_be_understood_imports_nothing(write, pingxuan):
    code, _, err = pingxuan("import", write("名称,单位\n甲,乙\n", "a.csv"), "--map", "x=y")
    assert (code, "E-MAPFIELD" in err) == (1, True)


def test_pasted_text_is_imported(pingxuan, monkeypatch):
    text = "案例名称：甲\n单位：乙\n".encode()
    monkeypatch.setattr(
        sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(text), isatty=lambda: False)
    )
    code, _, err = pingxuan("import", "--text")
    assert (code, "1 new" in err) == (0, True)


def test_an_import_without_files_is_told_what_is_missing(pingxuan):
    code, _, err = pingxuan("import")
    assert (code, "E-USAGE-MISSING" in err) == (2, True)


def test_a_folder_with_forms_and_attachments_is_one_command(write, pingxuan, tmp_path):
    write(docx(form("")), "in/001 某案/推荐表.docx")
    write(b"%PDF-1.4\n", "in/001 某案/证明.pdf")
    assert pingxuan("import", tmp_path / "in")[0] == 0
    code, out, _ = pingxuan("attachments")
    assert (code, out.startswith("001  证明.pdf  9 B")) == (0, True)
    more = write("文字", "说明.txt")
    assert pingxuan("attach", "001", more)[0] == 0
    assert pingxuan("attachments", "001", "--text", "说明.txt")[1] == "文字\n"
    assert pingxuan("attach", "001", "--remove", "2")[0] == 1
    assert pingxuan("attach", "001", "--remove", "2", "--reason", "放错了")[0] == 0
    assert "说明" not in pingxuan("attachments", "--json")[1]


def test_the_bar_waits_a_second_and_is_only_for_a_terminal(monkeypatch):
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stderr", shown)
    with progress.bar("cli.import.reading") as tell:
        tell(500)
    assert shown.getvalue() == ""
    monkeypatch.setattr(shown, "isatty", lambda: True, raising=False)
    with progress.bar("cli.import.reading") as tell:
        tell(100)
        assert shown.getvalue() == ""
        monkeypatch.setattr(progress.time, "monotonic", lambda: 10**9)
        tell(500)
        assert "[###############...............]  50%" in shown.getvalue()
