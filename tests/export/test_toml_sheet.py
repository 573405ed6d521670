"""The result sheet as TOML: complete, the same bytes every time, read back unchanged."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest
from hypothesis import given, settings

from files import canonical
from scoring.result import Decision
from sheets.result_sheet import from_payload, payload, payload_digest, to_data
from sheets.sheet_model import ResultSheet
from sheets.toml_sheet import LIMIT, read_toml, write_toml
from tests.drawn import many
from tests.export import samples
from words import Bad


@settings(max_examples=many(50), deadline=None)
@given(samples.sheets())
def test_any_sheet_is_read_back_unchanged(sheet: ResultSheet) -> None:
    data = write_toml(sheet)
    assert read_toml(data) == sheet
    assert write_toml(read_toml(data)) == data


@settings(max_examples=many(40), deadline=None)
@given(samples.sheets())
def test_any_sheet_survives_its_canonical_payload_with_the_same_toml_bytes(
    sheet: ResultSheet,
) -> None:
    again = from_payload(payload(sheet))
    assert again == sheet
    assert write_toml(again) == write_toml(sheet)


def test_the_file_says_what_it_is_at_its_top() -> None:
    sheet = samples.sheet()
    text = write_toml(sheet).decode("utf-8")
    assert text.startswith("# 评分汇总表")
    head = tomllib.loads(text)["result"]
    assert (head["number"], head["kind"], head["reason"]) == (3, "final", "主任办公会同意")
    assert head["digest"] == payload_digest(sheet)
    assert text.index("[result]") < text.index("[[ranking.rows]]") < text.index("[rules")


def test_one_line_holds_one_judges_scores_of_one_case() -> None:
    text = write_toml(samples.sheet()).decode("utf-8")
    assert '{ case = "001", judge = "J01", cells = "90 85.5", total = "441/5" }' in text
    assert '{ case = "002", judge = "J02", cells = "recused recused", total = "" }' in text


@pytest.mark.parametrize("text", samples.HOSTILE)
def test_hostile_text_survives_literally(text: str) -> None:
    plain = samples.sheet()
    case = replace(plain.cases[0], title=text, unit=text, number=text)
    sheet = replace(plain, cases=(case,), decisions=(Decision((text,), "chair", 1),))
    assert read_toml(write_toml(sheet)) == sheet


def test_windows_line_ends_and_a_bom_are_taken() -> None:
    sheet = samples.sheet()
    data = b"\xef\xbb\xbf" + write_toml(sheet).replace(b"\n", b"\r\n")
    assert read_toml(data) == sheet


EDITS = [
    ('score = "88.20"', 'score = "98.20"', "E-SHEETCHANGED"),
    ('cells = "90 85.5"', 'cells = "90 85"', "E-SHEETCHANGED"),
    ("number = 3", "number = 4", "E-SHEETCHANGED"),
    ("number = 3", "number = 3.0", "E-SHEETTEXT"),
    ("number = 3", "number = inf", "E-SHEETTEXT"),
    ("number = 3", "number = true", "E-SHEETFORM"),
    ("number = 3", 'number = "3"', "E-SHEETFORM"),
    ("number = 3", "number = 9007199254740992", "E-SHEETFORM"),
    ("number = 3", "number = 3\nextra = 1", "E-SHEETFORM"),
    ("number = 3\n", "", "E-SHEETFORM"),
    ("number = 3", "number = 2026-01-01", "E-SHEETFORM"),
    ("format = 1\nnumber", "format = 2\nnumber", "E-SHEETFORM"),
    ('kind = "final"\nreason', 'kind = "finale"\nreason', "E-SHEETFORM"),
    ("[award]", "[award]\n[other]\n[award.x]", "E-SHEETFORM"),
    ("[award]", "[prize]", "E-SHEETFORM"),
    ("[rules]\nformat = 1", "[rules]\nformat = 2026-01-01", "E-CANON"),
    ("[rules]\nformat = 1", "[rules]\nformat = " + "[" * 40 + "]" * 40, "E-CANON"),
    ("[judges]\nrows", "[judges]\nlines", "E-SHEETFORM"),
    ("number = 3", "number = " + "9" * 5000, "E-SHEETTEXT"),
    ("number = 3", "number = " + "[" * 10_000, "E-SHEETTEXT"),
    ("number = 3", ".".join("a" * 20_000) + " = 1", "E-SHEETTEXT"),
    ("number = 3", ".".join(['"a"'] * 20_000) + " = 1", "E-SHEETTEXT"),
    ("number = 3", "number = {" + ".".join("a" * 20_000) + " = 1}", "E-SHEETTEXT"),
    ("number = 3", 'number = {x = """\n" """, ' + ".".join("a" * 999) + " = 1}", "E-SHEETTEXT"),
    ("number = 3", "number = {x = '''\n\" ''', " + ".".join("a" * 999) + " = 1}", "E-SHEETTEXT"),
]


@pytest.mark.parametrize(("old", "new", "code"), EDITS)
def test_an_edited_or_hostile_sheet_is_refused_at_once(old: str, new: str, code: str) -> None:
    text = write_toml(samples.sheet()).decode("utf-8")
    assert old in text
    with pytest.raises(Bad) as caught:
        read_toml(text.replace(old, new, 1).encode("utf-8"))
    assert caught.value.code == code
    assert str(caught.value)


def test_a_line_of_a_million_quotes_and_dots_is_looked_over_in_no_time() -> None:
    text = write_toml(samples.sheet()).decode("utf-8")
    long = 'number = 3 # "' + '\\"' * 1_000_000 + "." * 1_000_000
    assert read_toml(text.replace("number = 3", long, 1).encode("utf-8")) == samples.sheet()


def test_a_refusal_says_where() -> None:
    data = to_data(samples.sheet())
    data["ranking"][1]["rank"] = "2"  # type: ignore[index]
    with pytest.raises(Bad) as caught:
        from_payload(canonical.dumps(data))
    assert caught.value.problems[0].where == "ranking[2].rank"


BAD_BYTES = [b"\xff\xfe", b"", b"a = ", b"x = 1", b"\x00", b"[result]\n" * 2]


@pytest.mark.parametrize("data", BAD_BYTES)
def test_other_bytes_are_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(Bad):
        read_toml(data)


def test_a_sheet_above_the_limit_is_refused_unread() -> None:
    with pytest.raises(Bad) as caught:
        read_toml(b"#" * (LIMIT + 1))
    assert caught.value.code == "E-SHEETSIZE"
