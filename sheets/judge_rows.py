"""Rows to judges."""

from __future__ import annotations

import re
from dataclasses import replace

from db.records import Judge
from sheets.case_numbers import given
from sheets.gathering import Gathered
from sheets.lookalikes import alike
from sheets.rows import Row

ID = re.compile(r"[\w.-]{1,40}")  # typed on a command line


def judge(row: Row) -> Judge:
    return Judge(row["id"], row["name"], row["unit"])


def check_judges(gathered: Gathered[Judge]) -> None:
    """Give ids J01, J02 ... where no judge has one; refuse doubles; warn of like names."""
    _give_ids(gathered)
    for record, place in zip(gathered.records, gathered.places, strict=True):
        if not record.id:
            gathered.findings.wrong("E-NOJUDGEID", place.of("id"), name=record.name[:40])
        elif not ID.fullmatch(record.id):
            gathered.findings.wrong("E-JUDGEID", place.of("id"), id=record.id)
    ids = [record.id.casefold() for record in gathered.records]
    gathered.twice(ids, "id", "E-JUDGETWICE", wrong=True)
    names = [record.name for record in gathered.records]
    gathered.twice(names, "name", "W-JUDGENAME", wrong=False)
    for group in alike(names):
        where = gathered.places[names.index(group[-1])].of("name")
        gathered.findings.warn("W-NAMEALIKE", where, names="、".join(group[:5]))


def _give_ids(gathered: Gathered[Judge]) -> None:
    records = gathered.records
    if not records or any(record.id for record in records):
        return
    ids = list(given(len(records), (), "J", width=2))
    gathered.records[:] = [replace(r, id=i) for r, i in zip(records, ids, strict=True)]
    name = gathered.places[0].opened.table.file
    gathered.findings.warn("W-JUDGEIDS", name, first=ids[0], last=ids[-1], count=len(ids))
