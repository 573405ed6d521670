"""Whatever bytes arrive: problems with sentences, never another exception."""

import csv
import io
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sheets.intake import read_judges, read_nominations, read_recusals
from sheets.preview_lines import preview_lines
from tests.drawn import many
from tests.intake.conftest import codes
from words import sentence

READERS = (read_nominations, read_judges, read_recusals)
CELLS = st.text(
    st.sampled_from("甲乙题題,;\t\"'=\n\r \u200b\u202e\x00\x1b[]{}·:：一十001E5-é\u0301"),
    max_size=12,
)
HEADINGS = ["编号", "案例名称", "参评单位", "正文", "姓名", "评委", "理由", "sep=;", "\ufeff"]
LINES = ["经典案例一 · 参评单位:甲 乙", "优秀案例", "十", " · ", "参评单位:", "[[nomination]]\n"]
TOML = ['title = "甲"\n', 'unit = "乙"\n', "= ", '"""', "'''", "[", "]", "{", "\\", "#"]
MARKS = [",", ";", "\t", "\n", "\r\n", '"', '""', "\n\n", "\x00", "007", "1E5", "<", "\u200b"]
FRAGMENTS = st.sampled_from(HEADINGS + LINES + TOML + MARKS)
FUZZ = settings(
    max_examples=many(250),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "fuzz.dat"


def check(path, data):
    path.write_bytes(data)
    for read in READERS:
        preview = read([path])
        assert preview_lines(preview)
        for problem in (*preview.problems, *preview.warnings):
            assert sentence(problem).isprintable()


@FUZZ
@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(path, data):
    check(path, data)


@FUZZ
@given(
    parts=st.lists(FRAGMENTS, max_size=30),
    encoding=st.sampled_from(["utf-8", "gb18030", "utf-16", "utf-16-le"]),
)
def test_any_mixture_of_what_our_files_are_made_of_is_read_or_refused(path, parts, encoding):
    check(path, "".join(parts).encode(encoding))


@FUZZ
@given(lines=st.lists(st.lists(FRAGMENTS, max_size=5), max_size=8))
def test_any_announcement_is_read_or_refused(path, lines):
    text = "\n".join("经典案例一 · 参评单位:" + "".join(line) for line in lines)
    check(path, text.encode())


@FUZZ
@given(rows=st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=6))
def test_what_the_csv_writer_writes_is_never_a_quoting_mistake(path, rows):
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows([("编号", "名称", "单位"), *rows])
    path.write_bytes(stream.getvalue().replace("\x00", "").encode())
    assert not {"E-CSV", "E-RAGGED", "E-NOHEADINGS"} & set(codes(read_nominations([path]).problems))


def test_folders_pipes_and_missing_files_are_sentences(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    paths = [tmp_path, tmp_path / "pipe", tmp_path / "none"]
    preview = read_nominations(paths)
    assert codes(preview.problems) == ["E-NOFILES", "E-NOTFILE", "E-NOFILE"]
