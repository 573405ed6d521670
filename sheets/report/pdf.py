"""The report as PDF, by typst, where it is installed and the machine has every character.

Without a font for a character typst prints a box and reports success; so the fonts are looked
into first, and what is missing is named.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from sheets.office.libraries import library
from sheets.office.view import View
from sheets.report.page import content
from words import Bad

SERIF, SANS = "Libertinus Serif", "DejaVu Sans Mono"
"""Families that come with typst; Latin text and digests stand in them."""
CHINESE = (
    "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "SimHei",
    "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "FangSong", "Songti SC", "STSong",
    "WenQuanYi Micro Hei", "WenQuanYi Zen Hei",
)  # fmt: skip
"""Families with Chinese, the more usual on screens and printers first."""
SHOWN = 12


def write_pdf(view: View, *, named: bool = False) -> bytes:
    """The report as PDF, the same bytes each time.

    Raises E-NOLIBRARY where typst or fonttools is missing, E-NOGLYPH where the machine's fonts
    lack characters of the report.
    """
    typeset = library("typst", "pdf").compile
    data = _data(view, named=named)
    data["fonts"] = covering(_characters(data))
    source = files("sheets.report").joinpath("report.typ").read_bytes()
    # The date in the properties is fixed, else two runs would differ.
    done: bytes = typeset(source, sys_inputs={"data": json.dumps(data)}, timestamp=0)
    return done


def _data(view: View, *, named: bool) -> dict[str, Any]:
    data = content(view, named=named)
    language = data.pop("lang")[:2]
    foot = view.say("footer", number=view.number, kind=view.kind)
    for section in data["figures"]:
        for group in section["groups"]:
            group["charts"] = [str(drawing) for drawing in group["charts"]]
    return {**data, "language": language, "foot": foot}


def _characters(value: object) -> set[str]:
    """Every character that is printed; what is not is ASCII anyway."""
    if isinstance(value, dict):
        return set().union(*(_characters(part) for part in value.values()))
    if isinstance(value, (list, tuple)):
        return set().union(*(_characters(part) for part in value))
    return {char for char in str(value) if not char.isspace()}


def covering(characters: Iterable[str]) -> list[str]:
    """Families that have all these characters between them, the first with most Chinese.

    Raises E-NOGLYPH naming characters that no font of the machine has.
    """
    missing, families = {ord(char) for char in characters}, []
    for family in _candidates():
        found = missing & _coverage(family)
        if found:
            families.append(family)
            missing -= found
        if not missing:
            return families
    shown = " ".join(chr(code) for code in sorted(missing)[:SHOWN])
    raise Bad("E-NOGLYPH", count=len(missing), characters=shown, families=", ".join(CHINESE[:6]))


def _candidates() -> Iterator[str]:
    """The Chinese families this machine has, typst's own, then all others."""
    known = _families()
    first = [name for name in (*CHINESE, SERIF, SANS) if name in known]
    yield from first
    yield from (name for name in known if name not in first)


@cache
def _fonts() -> Any:
    return library("typst", "pdf").Fonts()


def _families() -> Sequence[str]:
    return sorted(_fonts().families())


@cache
def _coverage(family: str) -> frozenset[int]:
    """The characters of the family's upright regular font; none where it cannot be read."""
    fonttools = library("fontTools.ttLib", "pdf")
    upright = [one for one in _fonts().fonts() if one.family == family and one.style == "normal"]
    for font in sorted(upright, key=lambda one: (abs(one.weight - 400), one.index)):
        if font.path:
            with fonttools.TTFont(font.path, fontNumber=font.index, lazy=True) as opened:
                return frozenset(opened.getBestCmap() or ())
    return frozenset(range(0x20, 0x7F)) if upright else frozenset()
