"""The published announcement and its nominations, where the shared data is at hand."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
needs_data = pytest.mark.skipif(
    not (DATA / "announcement.txt").is_file(),
    reason="the published announcement is not beside this clone (../shared/data)",
)
TITLE = "河北省政法系统“我做的群众最满意的一件事”十大经典案例、十大优秀案例"
TIERS = {"经典": "classic", "优秀": "excellent"}
NUMERALS = "一二三四五六七八九十"


def announcement() -> bytes:
    return (DATA / "announcement.txt").read_bytes()


def nominations() -> list[dict[str, Any]]:
    data = tomllib.loads((DATA / "nominations.toml").read_text("utf-8"))
    return list(data["nomination"])


def published_place(label: str) -> tuple[str, int]:
    """`经典案例三` is (`classic`, 3)."""
    return TIERS[label[:2]], NUMERALS.index(label[-1]) + 1
