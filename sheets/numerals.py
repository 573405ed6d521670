"""Numbers in words: 一, 十, 二十一 in Chinese; One to Twenty in English, digits above."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"
UNITS = ("", "十", "百", "千")
ENGLISH = (
    *("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"),
    *("Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen"),
    *("Eighteen", "Nineteen", "Twenty"),
)


def chinese(number: int) -> str:
    """As an announcement counts: 1 is 一, 10 is 十, 21 is 二十一, 10500 is 一万零五百.

    From 0 to 99,999,999; larger or negative numbers are a ValueError.
    """
    if not 0 <= number < 10**8:
        raise ValueError(f"no Chinese numeral for {number}")
    if number == 0:
        return DIGITS[0]
    words = _below_ten_thousand(number % 10**4)
    if number >= 10**4:
        zero = DIGITS[0] if words and number % 10**4 < 10**3 else ""
        words = f"{_below_ten_thousand(number // 10**4)}万{zero}{words}"
    return words.removeprefix("一") if words.startswith("一十") else words


def english(number: int) -> str:
    """`Ten` for 10; digits above twenty. A negative number is a ValueError."""
    if number < 0:
        raise ValueError(f"no English numeral for {number}")
    return ENGLISH[number] if number < len(ENGLISH) else str(number)


def _below_ten_thousand(number: int) -> str:
    """零 stands once for a run of empty places between others, never at the end."""
    words, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            words += (DIGITS[0] if gap and words else "") + DIGITS[digit] + UNITS[place]
        gap = digit == 0
    return words
