"""Names that look alike: a skeleton that is equal for what the eye takes for equal.

It only warns. Nothing is ever merged or corrected by it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

# Cyrillic and Greek letters drawn as Latin ones, and Latin letters drawn as digits.
_LETTERS = dict(zip("аеорсухіѕјвкмнтԁһοαικνρτυχ0l|", "aeopcyxisjbkmhtdhoaikvptuxoii", strict=True))
# Chinese characters that differ by a stroke, and traditional forms among simplified ones.
_STROKES = {
    "己": "已",
    "巳": "已",
    "末": "未",
    "曰": "日",
    "土": "士",
    "戍": "戌",
    "戊": "戌",
    "〇": "o",
}
VARIANTS: Mapping[str, str] = dict(
    zip(
        "題問開關國會為個們這說對經訴審檢縣區廳長門東雲報務廣產業義車電網實現機級辦團溫優",
        "题问开关国会为个们这说对经诉审检县区厅长门东云报务广产业义车电网实现机级办团温优",
        strict=True,
    )
)
_TABLE = str.maketrans({**_LETTERS, **_STROKES, **VARIANTS})


def skeleton(text: str) -> str:
    """What two names that look the same have in common: no spaces, no punctuation, no case."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_TABLE)
    bare = unicodedata.normalize("NFKD", folded)
    return "".join(c for c in bare if unicodedata.category(c)[0] in "LN")


def alike(names: Iterable[str]) -> list[tuple[str, ...]]:
    """Groups of different names with one skeleton, in the order they first appear."""
    groups: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        groups.setdefault(skeleton(name) or name, []).append(name)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def mixed(characters: Iterable[str]) -> list[tuple[str, str]]:
    """The pairs such as 題 and 题 of which both are used, by the simplified one."""
    used = set(characters)
    return [(old, new) for old, new in VARIANTS.items() if old in used and new in used]
