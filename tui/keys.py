"""Names of keys together with their full-width twins, as a Chinese input method sends them."""

from __future__ import annotations

HELP_KEYS = "f1,question_mark,？,fullwidth_question_mark"
FIND_KEYS = "slash,／,、,fullwidth_solidus,ideographic_comma"
COMPARE_KEYS = "equals_sign,＝,fullwidth_equals_sign"
SPACE_KEYS = "space,ideographic_space"

DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def digit_keys(digit: int) -> str:
    """A digit and its full-width twin, by character and by name."""
    return f"{digit},{'０１２３４５６７８９'[digit]},fullwidth_digit_{DIGITS[digit]}"
