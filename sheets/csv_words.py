"""Codes as the words people read in a CSV file, and back; lists and exact values in one cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache

from scoring.points import format_fixed
from sheets.csv_form import FIGURE, Figure, refuse
from words import say
from words.catalog import LANGUAGES

WORDED: Mapping[str, tuple[str, ...]] = {
    "state": ("missing", "not_applicable", "abstained", "recused", "not_assigned"),
    "remark": (
        "too_few_ballots", "too_many_ballots", "no_factor", "no_base", "blocked", "open_cut",
        "shared", "mixed_panels", "no_votes", "no_quorum", "not_counted", "rejected", "vetoed",
        "struck", "below_min", "not_promoted", "below_line", "below_threshold", "not_elected",
    ),
    "drop": ("high", "low", "judge"),
    "tie": (
        "criterion", "mean", "median", "high_count", "head_to_head", "more_decimals", "decision",
        "stage", "votes", "less", "runoff",
    ),
}  # fmt: skip
"""The codes of each kind that are written as words."""
MOST_PLACES = 9
ITEM = re.compile(r"((?:[^\\;]|\\.)+)(?:; |$)", re.DOTALL)


def word(kind: str, code: str, lang: str) -> str:
    """The word of a code, the language's own; nothing for nothing."""
    return say(f"sheet.{kind}.{code}", lang) if code else ""


@cache
def _codes(kind: str) -> Mapping[str, str]:
    return {word(kind, code, lang): code for code in WORDED[kind] for lang in LANGUAGES}


def code(kind: str, text: str, where: str) -> str:
    """The code of a word in either language. Raises E-SHEETFORM for any other text."""
    if not text:
        return ""
    found = _codes(kind).get(text)
    return found or refuse("one_of", where, choices=", ".join(_codes(kind)))


def join(items: Iterable[str]) -> str:
    """Several texts in one cell: `a; b`. A `;` or backslash inside one gets a backslash."""
    return "; ".join(re.sub(r"([\\;])", r"\\\1", item) for item in items)


def split(text: str) -> tuple[str, ...]:
    """The texts of one cell that `join` made; none of them is empty."""
    return tuple(re.sub(r"\\(.)", r"\1", item, flags=re.DOTALL) for item in ITEM.findall(text))


def show_exact(exact: str) -> str:
    """`441/5` as the number 88.2; what has no short decimal as `265÷3`, which is no date."""
    if not exact:
        return ""
    numerator, denominator = map(int, exact.split("/"))
    for places in range(MOST_PLACES + 1):
        units, rest = divmod(numerator * 10**places, denominator)
        text = format_fixed(units, places)
        if rest == 0 and FIGURE.fullmatch(text):
            return Figure(text)
    return f"{numerator}÷{denominator}"


def read_exact(text: str, where: str) -> str:
    """The `numerator/denominator` of what `show_exact` wrote."""
    if not text or re.fullmatch(r"-?[0-9]+÷[0-9]+", text):
        return text.replace("÷", "/")
    if not FIGURE.fullmatch(text):
        refuse("figure", where)
    value = Fraction(text)
    return f"{value.numerator}/{value.denominator}"
