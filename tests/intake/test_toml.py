"""TOML files, and the small ones that would take the parser minutes and gigabytes."""

import time

import pytest

from sheets.intake import read_judges, read_nominations
from tests.intake.conftest import codes
from words import sentence

CASE = '[[nomination]]\nnumber = "001"\ntitle = "甲"\nunit = "乙"\n'


def test_a_body_is_a_list_of_paragraphs_or_one_text_of_several_lines(write):
    text = (
        CASE
        + 'body = ["一.二", "三"]\n'
        + CASE.replace("001", "002")
        + 'body = """\n一.二\n\n三"""\n'
    )
    preview = read_nominations([write(text)])
    assert preview.problems == ()
    assert [row.body for row in preview.rows] == [("一.二", "三")] * 2


def test_entries_may_have_different_keys(write):
    text = CASE + CASE.replace("001", "002") + 'field = "法院"\n'
    assert [row.field for row in read_nominations([write(text)]).rows] == ["", "法院"]


def test_judges_come_from_toml_too(write):
    text = '# 评委\n[[judge]]\nid = "J01"\nname = "张三"\n'
    assert read_judges([write(text)]).rows[0].name == "张三"


WRONG = {
    "a number without quotes": (
        CASE.replace('"001"', "7"),
        "E-TOMLTYPE",
        "[[nomination]] 1 number",
    ),
    "a fraction": (CASE + "field = 1.5\n", "E-TOMLTYPE", "[[nomination]] 1 field"),
    "1e999999": (CASE + "field = 1e999999\n", "E-TOMLTYPE", "[[nomination]] 1 field"),
    "inf": (CASE + "field = inf\n", "E-TOMLTYPE", "[[nomination]] 1 field"),
    "nan": (CASE + "field = nan\n", "E-TOMLTYPE", "[[nomination]] 1 field"),
    "a date": (CASE + "field = 2021-09-17\n", "E-TOMLTYPE", "[[nomination]] 1 field"),
    "true": (CASE + "field = true\n", "E-TOMLTYPE", "[[nomination]] 1 field"),
    "a list of numbers": (CASE + "body = [1]\n", "E-TOMLTYPE", "[[nomination]] 1 body"),
    "no list": ('[nomination]\ntitle = "甲"\n', "E-TOMLLIST", ""),
    "another list": ('[[judge]]\nname = "甲"\n', "E-TOMLLIST", ""),
    "a syntax error": (CASE + "field = \n", "E-TOML", ""),
    "a key twice": (CASE + 'title = "丙"\n', "E-TOML", ""),
    "a lone surrogate": (CASE + 'field = "\\ud800"\n', "E-TOML", ""),
    "an integer of 5000 digits": (CASE + f"field = {'9' * 5000}\n", "E-TOML", ""),
    "an unclosed text": (CASE + 'body = """甲\n', "E-TOMLOPEN", ":5"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_in_toml_is_told_with_its_place(write, case):
    text, code, place = WRONG[case]
    preview = read_nominations([write(text)])
    assert codes(preview.problems) == [code]
    assert preview.problems[0].where.endswith(place)
    assert sentence(preview.problems[0]).isprintable()


TRAPS = {
    "a key of 20,000 parts": (CASE + ".".join("a" * 20_000) + " = 1\n", "E-TOMLDOTS"),
    "a table name of 20,000 parts": (CASE + f"[{'.'.join('a' * 20_000)}]\n", "E-TOMLDOTS"),
    "the same within a value": (CASE + "x = {" + ".".join("a" * 20_000) + " = 1}\n", "E-TOMLDOTS"),
    "dots in many lines": (CASE + "a.b.c = 1\n" * 2000, "E-TOMLDOTS"),
    "10,000 nested arrays": (CASE + f"x = {'[' * 10_000}{']' * 10_000}\n", "E-TOMLDEPTH"),
    "10,000 nested tables": (CASE + f"x = {'{a=' * 10_000}\n", "E-TOMLDEPTH"),
    "a million unclosed quotes": (CASE + "x = '''" + "\\'''" * 300_000, None),
    "a million escaped quotes": (CASE + 'x = """' + '\\"""' * 300_000, "E-TOMLOPEN"),
}


@pytest.mark.parametrize("case", TRAPS)
def test_traps_are_refused_in_under_a_second(write, case):
    text, code = TRAPS[case]
    path = write(text)
    start = time.process_time()
    preview = read_nominations([path])
    assert time.process_time() - start < 1
    assert preview.problems
    assert code is None or codes(preview.problems) == [code]


def test_dots_and_brackets_in_texts_and_comments_are_no_trap(write):
    text = CASE + f"body = [\"{'.' * 5000}\", '''{'[' * 5000}\n''']  # {'[.' * 999}\n"
    assert read_nominations([write(text)]).problems == ()


def test_other_keys_of_the_file_are_told(write):
    preview = read_nominations([write('award = "甲"\n' + CASE)])
    assert codes(preview.warnings) == ["W-TOMLKEY"]


def test_control_characters_by_escape_are_cleaned(write):
    preview = read_nominations([write(CASE.replace("甲", "甲\\u0000\\u202E"))])
    assert preview.rows[0].title == "甲〓"
    assert codes(preview.warnings) == ["W-CLEANED"]
