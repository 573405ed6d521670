"""The kinds of values that keys of config.toml have, and the two tables of words."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainValidator
from pydantic_core import PydanticCustomError

from scoring.config_numbers import Exact, exact
from scoring.config_text import one_line

MAX_TIES = 20
_DEADLINE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?: ([01]\d|2[0-3]):[0-5]\d)?", re.ASCII)
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _number(value: object) -> Exact:
    number = exact(value)
    if number is None:
        code = "E-RULE-FLOAT" if isinstance(value, float) else "E-RULE-NUMBER"
        raise PydanticCustomError(code, "not an exact number")
    return number


def _line(text: str) -> str:
    """Text on one line in NFC; characters nobody can see are refused, not repaired."""
    text = one_line(text)
    for char in text:
        if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}:
            raise PydanticCustomError("E-RULE-INVISIBLE", "", {"char": f"U+{ord(char):04X}"})
    return text


def _deadline(value: object) -> str:
    """Empty, a day, or a day and a time; a day that exists."""
    found = _DEADLINE.fullmatch(value) if isinstance(value, str) else None
    if value != "" and not (found and _is_day(*map(int, found.group(1, 2, 3)))):
        raise PydanticCustomError("E-RULE-DEADLINE", "not a day")
    return str(value)


def _is_day(year: int, month: int, day: int) -> bool:
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return year > 0 and 1 <= month <= 12 and 1 <= day <= _MONTH_DAYS[month - 1] + leap


Day = Annotated[str, PlainValidator(_deadline)]
Number = Annotated[Exact, PlainValidator(_number)]
Title = Annotated[str, Field(max_length=100), AfterValidator(_line)]
Sentence = Annotated[str, Field(max_length=500), AfterValidator(_line)]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,31}\z")]
AwardId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\z", max_length=64)]
Count = Annotated[int, Field(ge=0, le=500)]
JudgeId = Annotated[str, Field(min_length=1, max_length=32), AfterValidator(_line)]
Steps = Annotated[list[str], Field(max_length=MAX_TIES)]


class Table(BaseModel):
    """A table of the file: exact types only, unknown keys refused, values never in messages."""

    model_config = ConfigDict(
        strict=True, extra="forbid", hide_input_in_errors=True, defer_build=True
    )


class NameTable(Table):
    """A short name in one or both languages."""

    zh: Title = ""
    en: Title = ""


class TextTable(Table):
    """A sentence in one or both languages."""

    zh: Sentence = ""
    en: Sentence = ""
