"""A comment that a criterion requires: the case waits for it, and no ballot counts without."""

from __future__ import annotations

import io
import tomllib
from pathlib import Path
from typing import Any

import pytest

from award.folder import opened
from award.paper import sheet_of
from award.paper_pages import sheet_page
from award.rules_file import default_config_text
from db.rules_digest import digest_of
from scoring.config import parse_rules
from scoring.config_plain import plain_rules
from tests.db import world
from tests.exchange import circle
from tests.exchange.circle import Circle, quick_ballot
from tests.exchange.helpers import refused
from tests.exchange.returned import built, closed, open_all, take
from tui.overview import Overview
from tui.plain import run
from tui.sitting import Sitting
from words import Bad, say, use


def with_comment_text() -> str:
    """The default rules; the first criterion requires a comment."""
    first, rest = default_config_text().split("[[criterion]]\n", 1)
    return f"{first}[[criterion]]\ncomment = true\n{rest}"


def with_comment() -> dict[str, Any]:
    return tomllib.loads(with_comment_text())


RULES = parse_rules(with_comment())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return world.award(tmp_path)


def test_the_case_is_finished_with_the_comment_and_not_before(path: Path) -> None:
    with world.opened(path) as store:
        desk = store.desk("J01", RULES)
        world.fill(desk)
        assert (desk.done, desk.started) == (0, 12)
        for case in desk.cases:
            desk.set_comment(case.number, "数据可核实")
        assert (desk.done, desk.started) == (12, 0)
        desk.set_comment("003", " \n ")
        assert (desk.done, desk.started) == (11, 1)
        with pytest.raises(Bad) as caught:
            desk.submit()
        (lacking,) = caught.value.problems
        assert (lacking.code, lacking.params["criteria"]) == ("E-GAPS", say("tui.field.comment"))
        desk.set_comment("003", "有数据")
        assert desk.submit().entries[2].comment == "有数据"


def test_a_recused_case_wants_no_comment(path: Path) -> None:
    with world.opened(path) as store:
        desk = store.desk("J01", RULES)
        desk.recuse("003", "家人在该单位工作")
        world.fill(desk)
        assert "003" not in dict(desk.gaps())


def test_the_screens_say_what_is_lacking(path: Path) -> None:
    with world.opened(path) as store:
        desk = store.desk("J01", RULES)
        world.fill(desk)
        sitting = Sitting(desk, RULES, RULES.name)
        assert (sitting.mark("001"), sitting.total("001")) == ("started", "--")
        assert (sitting.lacks_comment("001"), sitting.first_unmarked("001")) == (True, 0)
        assert sitting.progress("001") == f"{len(world.KEYS)}/{len(world.KEYS) + 1}"
        overview = Overview(sitting)
        assert overview.explained(overview.rows[0][0]) == say(
            "tui.hint.unfinished", n=1, names=say("tui.field.comment")
        )
        sitting.set_comment("001", "数据可核实")
        assert (sitting.mark("001"), sitting.progress("001")) == ("done", "")


def test_line_by_line_says_which_case_lacks_its_comment(path: Path) -> None:
    with world.opened(path) as store:
        desk = store.desk("J01", RULES)
        world.fill(desk)
        out = io.StringIO()
        run(desk, RULES, stdin=io.StringIO("8\n0\n"), stdout=out, lang="zh")
        assert "缺评语" in out.getvalue()


def test_the_paper_sheet_says_it_and_leaves_room_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use("zh")
    monkeypatch.setattr(circle, "default_config_text", with_comment_text)
    circle.frozen_award(tmp_path / "award", mode="open")
    with opened(tmp_path / "award") as award:
        page = sheet_page(award, award.store.judge("J02"))
        first = award.rules.stage.criteria[0].name.zh
        lines = sheet_of(award, "J02")
    assert f"评了“{first}”的案例，必须在“评语”一格写明评语" in page
    assert page.count("<br>须写评语</th>") == 1
    assert page.count("<th>评语</th>") == 1
    marked = [line for line in lines if line.where != "recused"]
    assert page.count('<td class="words"></td>') == len(marked) < len(lines)
    assert f'<td colspan="{len(world.KEYS) + 1}">' in page


def test_a_paper_sheet_of_other_rules_says_nothing_of_comments(tmp_path: Path) -> None:
    use("zh")
    circle.frozen_award(tmp_path / "award", mode="open")
    with opened(tmp_path / "award") as award:
        assert "评语" not in sheet_page(award, award.store.judge("J02"))


def test_a_ballot_without_the_comment_stops_the_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(circle, "default_config_text", with_comment_text)
    own: Circle = built(tmp_path)
    take(own, quick_ballot(own.handed["J01"]), quick_ballot(own.handed["J02"]))
    closed(own)
    with refused("E-BALLOTCOMMENT"):
        open_all(own)


def test_the_key_changes_the_rules_only_where_it_is_used() -> None:
    data = with_comment()
    assert digest_of(plain_rules(data)) == digest_of(RULES) != digest_of(world.RULES)
    data["criterion"][0]["comment"] = False
    assert digest_of(parse_rules(data)) == digest_of(world.RULES)
