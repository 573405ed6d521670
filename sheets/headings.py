"""Which heading fills which field: an alias table, exact after folding, never a guess.

Folding: NFKC, no white space, lower case, no bracketed tail, no star or colon at the ends;
`申报单位（盖章）` and `* 申报 单位：` are both `申报单位`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from words.text import clean

RecordKind = Literal["nominations", "judges", "recusals"]


@dataclass(frozen=True)
class Field:
    """A field of a record and the headings it is known by; the first one is ours."""

    name: str
    headings: tuple[str, ...]
    required: bool = False
    limit: int = 500  # characters


NOMINATION = (
    Field(
        "number",
        ("编号", "案例编号", "申报编号", "参评编号", "作品编号", "序号", "number", "no",
         "no.", "id", "case", "case number"),
        limit=40,
    ),
    Field(
        "title",
        ("案例名称", "名称", "题目", "标题", "案例标题", "案例题目", "项目名称", "申报名称",
         "申报题目", "作品名称", "事项名称", "title", "case title", "project", "name"),
        required=True,
    ),
    Field(
        "unit",
        ("参评单位", "单位", "申报单位", "单位名称", "推荐单位", "报送单位", "选送单位", "所在单位",
         "unit", "organisation", "organization", "nominating unit"),
        required=True,
    ),
    Field("field", ("系统", "所属系统", "领域", "类别", "条线", "field", "sector", "category")),
    Field("level", ("层级", "级别", "单位层级", "level")),
    Field(
        "region",
        ("地区", "所属地区", "地市", "所在地", "区域", "设区市", "region", "city", "area"),
    ),
    Field(
        "body",
        ("正文", "内容", "案例内容", "申报内容", "主要内容", "事迹", "主要事迹", "简介", "案例简介",
         "材料", "body", "text", "description", "summary"),
        limit=20_000,
    ),
    Field(
        "files",
        ("附件", "附件名称", "附件清单", "附件材料", "attachments", "attachment", "files"),
        limit=2000,
    ),
    Field("label", ("公告编号", "公告序号", "label", "award label", "award_label")),
)  # fmt: skip
JUDGE = (
    Field(
        "id", ("评委编号", "编号", "代号", "序号", "id", "judge id", "judge", "no", "no."), limit=40
    ),
    Field("name", ("姓名", "评委姓名", "评委", "名字", "name", "judge name"), required=True),
    Field(
        "unit", ("单位", "工作单位", "所在单位", "单位名称", "unit", "organisation", "organization")
    ),
)
RECUSAL = (
    Field(
        "judge",
        ("评委", "评委编号", "评委姓名", "姓名", "回避评委", "judge", "judge id", "judge name"),
        required=True,
    ),
    Field(
        "case",
        ("案例编号", "编号", "申报编号", "回避案例", "案例", "case", "case number", "number"),
        limit=40,
    ),
    Field("unit", ("参评单位", "单位", "回避单位", "申报单位", "unit")),
    Field("field", ("系统", "回避系统", "领域", "field")),
    Field("region", ("地区", "回避地区", "地市", "region", "city")),
    Field("reason", ("回避理由", "理由", "原因", "回避原因", "reason"), required=True),
)
FIELDS: Mapping[RecordKind, tuple[Field, ...]] = {
    "nominations": NOMINATION,
    "judges": JUDGE,
    "recusals": RECUSAL,
}
TARGETS = ("case", "unit", "field", "region")  # a recusal names at least one of them


@dataclass(frozen=True)
class Match:
    """What a row of headings means. Columns count from 0."""

    headings: tuple[str, ...]
    columns: Mapping[str, int]  # by field
    unknown: tuple[int, ...]
    twice: tuple[tuple[str, int], ...]  # a field that has a column already, and the next one

    def missing(self, kind: RecordKind) -> list[Field]:
        return [f for f in FIELDS[kind] if f.required and f.name not in self.columns]


def fold(heading: str) -> str:
    """A heading as it is compared."""
    text = "".join(unicodedata.normalize("NFKC", clean(heading)).casefold().split())
    return re.sub(r"[(\[【〔{].*$", "", text.strip("*:")).strip("*:")


def match(
    cells: Sequence[str], kind: RecordKind, mapping: Mapping[str, str] | None = None
) -> Match:
    """The fields of a row of headings. `mapping` (heading to field) overrides; "" ignores one."""
    columns: dict[str, int] = {}
    unknown, twice = [], []
    chosen = {fold(heading): name for heading, name in (mapping or {}).items()}
    for column, cell in enumerate(cells):
        folded = fold(cell)
        name = chosen.get(folded, aliases(kind).get(folded))
        if name is None and folded:
            unknown.append(column)
        elif name and name in columns:
            twice.append((name, column))
        elif name:
            columns[name] = column
    return Match(tuple(cells), columns, tuple(unknown), tuple(twice))


@cache
def aliases(kind: RecordKind) -> Mapping[str, str]:
    """Folded heading to field name."""
    return {fold(heading): f.name for f in FIELDS[kind] for heading in f.headings}
