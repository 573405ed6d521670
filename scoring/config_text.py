"""Words and fractions of config.toml as everything reads them: by the models, and without them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scoring.chain_rules import Majority

_MAJORITY = re.compile(r"(>=|>|≥|＞) ?([1-9][0-9]{0,2}|0)/([1-9][0-9]{0,2})")


def one_line(text: str) -> str:
    """Text on one line in NFC."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def majority(value: object) -> Majority | None:
    """`>= 2/3` or `> 1/2`, at most the whole; None where it is no fraction."""
    found = _MAJORITY.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found or int(found[2]) > int(found[3]):
        return None
    from scoring.chain_rules import Majority  # where nothing is voted on nobody asks for one

    return Majority(int(found[2]), int(found[3]), found[1] in {">", "＞"})
