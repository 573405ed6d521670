"""The announcement: numbers by rank or by field, and the published text to the byte."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.rules import Announce, AnnounceOrder, Text, Tier
from sheets.announcement import Announced, Winner, announcement_text, number_cases
from sheets.numerals import chinese, english
from tests.export import real
from words import Bad

ANNOUNCE = Announce(
    title=Text(real.TITLE, "The Cases"),
    order="field",
    fields=("政法委", "法院", "检察院", "公安", "司法行政"),
    sequence="odd_then_even",
)
TIERS = (
    Tier("classic", Text("经典案例", "Classic"), 10, "open"),
    Tier("excellent", Text("优秀案例", "Excellent"), 10, "open"),
)


def published_cases(numbers: dict[str, int]) -> list[Announced]:
    return [
        Announced(
            tier=real.published_place(row["award_label"])[0],
            number=numbers[row["unit"]],
            unit=row["unit"],
            title=row["title"],
            body=tuple(row["body"]),
        )
        for row in real.nominations()
    ]


@real.needs_data
def test_the_published_numbers_give_the_published_bytes() -> None:
    numbers = {
        row["unit"]: real.published_place(row["award_label"])[1] for row in real.nominations()
    }
    text = announcement_text(published_cases(numbers), ANNOUNCE, TIERS)
    assert text.encode("utf-8") == real.announcement()


@real.needs_data
def test_numbering_by_field_gives_the_published_bytes_whatever_the_order_of_the_fields_ranks() -> (
    None
):
    # Ranks that run against the field order, but within a field with the published numbers.
    winners = []
    for row in real.nominations():
        tier, number = real.published_place(row["award_label"])
        against = len(ANNOUNCE.fields) - ANNOUNCE.fields.index(row["field"])
        winners.append(Winner(row["unit"], tier, 100 * against + number, row["field"]))
    numbers = number_cases(reversed(winners), ANNOUNCE)
    text = announcement_text(published_cases(numbers), ANNOUNCE, TIERS)
    assert text.encode("utf-8") == real.announcement()


ORDERS: list[tuple[AnnounceOrder, dict[str, int]]] = [
    ("rank", {"a": 1, "b": 2, "c": 3, "d": 4}),
    ("field", {"d": 1, "b": 2, "a": 3, "c": 4}),
]


@pytest.mark.parametrize(("order", "expected"), ORDERS)
def test_cases_of_fields_not_named_follow_by_rank(
    order: AnnounceOrder, expected: dict[str, int]
) -> None:
    winners = [
        Winner("a", "classic", 1, "教育"),
        Winner("b", "classic", 2, "公安"),
        Winner("c", "classic", 3, "卫生"),
        Winner("d", "classic", 4, "法院"),
    ]
    announce = replace(ANNOUNCE, order=order)
    assert number_cases(winners, announce) == expected


def test_cases_that_share_a_rank_are_numbered_by_their_case_numbers() -> None:
    winners = [Winner(case, "classic", 1, "法院") for case in ("10", "9", "2", "100")]
    assert number_cases(winners, ANNOUNCE) == {"2": 1, "9": 2, "10": 3, "100": 4}


@given(st.permutations([Winner(f"{n:03}", "t", n // 3, "法院") for n in range(12)]))
def test_numbers_never_depend_on_the_order_in_which_cases_are_given(
    winners: list[Winner],
) -> None:
    assert number_cases(winners, ANNOUNCE) == {f"{n:03}": n + 1 for n in range(12)}


def small(announce: Announce, lang: str) -> list[str]:
    cases = [
        Announced("excellent", 1, "丁", "四", ("尾",)),
        *(Announced("classic", n, "甲", f"第{n}", ()) for n in (3, 1, 2)),
    ]
    return announcement_text(cases, announce, TIERS, lang).split("\n\n")


def test_in_order_prints_one_two_three() -> None:
    lines = small(replace(ANNOUNCE, sequence="in_order"), "zh")
    assert [line[-1] for line in lines if line.startswith("经典案例")] == ["1", "2", "3"]


def test_odd_then_even_prints_one_three_two() -> None:
    lines = small(ANNOUNCE, "zh")
    assert [line[-1] for line in lines if line.startswith("经典案例")] == ["1", "3", "2"]


def test_the_english_form() -> None:
    assert small(ANNOUNCE, "en") == [
        "",
        "The Cases",
        "● Three Classic Cases ●",
        "● One Excellent Cases ●",
        "Classic Case 1 · 甲 · 第1",
        "Classic Case 3 · 甲 · 第3",
        "Classic Case 2 · 甲 · 第2",
        "Excellent Case 1 · 丁 · 四",
        "尾",
    ]


def test_an_empty_tier_has_no_head() -> None:
    text = announcement_text([Announced("classic", 1, "甲", "一")], ANNOUNCE, TIERS)
    assert "优秀案例 ●" not in text
    assert text.startswith(f"\n\n{real.TITLE}\n\n● 一大经典案例 ●\n\n经典案例一")


HEADS = {
    2: ("● {count}大{tier} ●", "● 两大经典案例 ●"),
    10: ("● {count}大{tier} ●", "● 十大经典案例 ●"),
    12: ("● {count}大{tier} ●", "● 十二大经典案例 ●"),
}


@pytest.mark.parametrize("count", HEADS)
def test_two_before_da_is_liang(count: int) -> None:
    pattern, head = HEADS[count]
    cases = [Announced("classic", n, "甲", "一") for n in range(1, count + 1)]
    text = announcement_text(cases, replace(ANNOUNCE, head=Text(pattern)), TIERS, "zh")
    assert text.split("\n\n")[2] == head


def test_two_elsewhere_stays_er() -> None:
    announce = replace(ANNOUNCE, head=Text("第{count}批"))
    cases = [Announced("classic", n, "甲", "{count}大") for n in (1, 2)]
    text = announcement_text(cases, announce, TIERS, "zh")
    assert "第二批" in text
    assert "两" not in text


def test_patterns_of_the_rules_are_used_and_text_in_braces_stays() -> None:
    announce = replace(ANNOUNCE, line=Text("{label}：{title}（{unit}，{other}）"))
    text = announcement_text([Announced("classic", 1, "{title}", "{0.__class__}")], announce, TIERS)
    assert text.endswith("经典案例一：{0.__class__}（{title}，{other}）")


@pytest.mark.parametrize("numbers", [(1, 1), (1, 3), (0, 1), (2, 3)])
def test_numbers_with_a_gap_or_twice_are_refused(numbers: tuple[int, int]) -> None:
    cases = [Announced("classic", n, "甲", "一") for n in numbers]
    with pytest.raises(Bad) as caught:
        announcement_text(cases, ANNOUNCE, TIERS)
    assert caught.value.code == "E-ANNOUNCENUMBERS"
    assert "经典案例" in str(caught.value) or "Classic" in str(caught.value)


NUMERALS = [
    (0, "零"), (1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"),
    (100, "一百"), (101, "一百零一"), (110, "一百一十"), (1001, "一千零一"), (1010, "一千零一十"),
    (10_000, "一万"), (10_500, "一万零五百"), (100_000, "十万"), (20_003_000, "二千万三千"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "words"), NUMERALS)
def test_chinese_numerals(number: int, words: str) -> None:
    assert chinese(number) == words


def test_every_chinese_numeral_up_to_ten_thousand_is_different() -> None:
    assert len({chinese(n) for n in range(10_001)}) == 10_001


@pytest.mark.parametrize(("number", "words"), [(1, "One"), (10, "Ten"), (20, "Twenty"), (21, "21")])
def test_english_numerals(number: int, words: str) -> None:
    assert english(number) == words


@pytest.mark.parametrize("number", [-1, 10**8])
def test_numbers_without_a_numeral_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no Chinese numeral"):
        chinese(number)
