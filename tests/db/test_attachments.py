"""Files beside a case: events, newest wins, each tied to the log."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.records import Attachment, Judge, Source
from tests.db import world
from words import Bad

PLAN = Attachment("002", "计划.pdf", "a" * 64, 10)
TABLE = Attachment("001", "统计表.xlsx", "b" * 64, 20)


def test_attachments_are_read_back_by_case(path: Path) -> None:
    with world.opened(path) as store:
        assert store.add_attachments([PLAN, TABLE]).new == (PLAN.name, TABLE.name)
        assert store.attachments() == (TABLE, PLAN)
        assert store.attachments("002") == (PLAN,)
        assert store.log()[-1].action == "attach"
    world.check_world(path)


def test_the_same_file_at_the_same_case_is_added_once(path: Path) -> None:
    with world.opened(path) as store:
        store.add_attachments([PLAN, PLAN])
        head = store.head()
        assert store.add_attachments([PLAN]).same == (PLAN.name,)
        assert (store.attachments(), store.head()) == ((PLAN,), head)


def test_an_attachment_taken_off_is_gone_and_may_come_back(path: Path) -> None:
    with world.opened(path) as store:
        store.add_attachments([PLAN])
        store.withdraw_attachment(PLAN, "放错了")
        assert store.attachments() == ()
        assert store.log()[-1].detail["reason"] == "放错了"
        assert store.add_attachments([PLAN]).new == (PLAN.name,)
        assert store.attachments() == (PLAN,)
    world.check_world(path)


def test_a_case_that_is_not_there_is_told_and_nothing_is_written(path: Path) -> None:
    with world.opened(path) as store, pytest.raises(Bad) as caught:
        store.add_attachments([TABLE, Attachment("999", "x.pdf", "c" * 64, 1)])
    assert caught.value.code == "E-CASEUNKNOWN"
    with world.opened(path) as store:
        assert store.attachments() == ()


def test_every_file_of_an_import_is_kept(path: Path) -> None:
    files = [(Source("a.csv", "", 1), b"a"), (Source("b.csv", "", 1), b"b")]
    with world.opened(path) as store:
        store.add_judges([Judge("J50", "某人")], files)
        assert {store.source(each.digest) for each in store.sources()} == {b"a", b"b"}
        assert store.log()[-1].detail["files"] == 2
        assert store.add_judges([Judge("J50", "某人")], files).same == ("J50",)
    world.check_world(path)
