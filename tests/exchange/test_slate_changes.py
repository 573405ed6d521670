"""After freezing something is changed: who must get a new packet, and what a judge keeps."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from award.amending import amend
from award.collecting import collect
from award.folder import Award, opened
from award.freezing import changes_between, freeze, frozen
from award.issuing import current_issue
from award.stale import stale_of
from db.records import Nomination, Recusal
from exchange.carrying import Carried
from exchange.workspace import Workspace
from scoring.cells import Cell, State
from tests.exchange.circle import (
    CASES,
    Circle,
    Handed,
    code_of,
    issue_all,
    nomination,
    open_packet,
    points_of,
    score_all,
    sealed_ballot,
)
from tests.exchange.helpers import refused
from tui.confirming import Confirming
from tui.sitting import Sitting

Change = Callable[[Award], object]


def retitled(award: Award) -> object:
    """The title of 004 and the second paragraph of 005; 013 is new; 012 is taken off."""
    changed = nomination("004", "改过的名称")
    longer = replace(nomination("005"), body=("第一段。", "改过的第二段。", "第三段。"))
    rows = [changed, longer, nomination("013"), nomination("001")]
    return amend(award, rows, ["012"], "申报单位更正", "秘书")


def frozen_again(around: Circle, change: Change) -> None:
    with opened(around.folder) as award:
        change(award)
        freeze(award)


def new_packet(around: Circle, judge: str) -> Handed:
    """The reissued packet, put beside the old one, as the letter says."""
    issued = issue_all(around.folder, judge)[judge]
    old = around.handed[judge].packet
    packet = old.with_name(issued.packet.name)
    packet.write_bytes(issued.packet.read_bytes())
    return Handed(judge, packet, code_of(issued))


def carried_to(around: Circle, judge: str = "J01", change: Change = retitled) -> Workspace:
    """A judge has scored everything; the award changed; the new packet is opened."""
    with open_packet(around.handed[judge]) as work:
        score_all(work.desk())
    frozen_again(around, change)
    return open_packet(new_packet(around, judge))


def carried(work: Workspace) -> Carried:
    earlier = work.earlier(work.desk())
    assert earlier is not None
    return earlier.carried


def scored(work: Workspace, case: str) -> int:
    return len(work.desk().answer(case).cells)


# --- the secretary ---------------------------------------------------------------------


def test_freezing_again_says_what_changed_and_whom_it_concerns(around: Circle) -> None:
    ballot = sealed_ballot(around.handed["J02"])
    with opened(around.folder) as award:
        collect(award, [ballot])
        assert stale_of(award) is None
        retitled(award)
        freeze(award)
        stale = stale_of(award)
    assert stale is not None
    assert (stale.changes.changed, stale.changes.added) == (("004", "005"), ("013",))
    assert (stale.changes.removed, stale.tables) == (("012",), ())
    assert (stale.reissue, stale.returned) == (("J01", "J02", "J03"), ("J02",))


def test_a_changed_table_of_the_rules_is_named(around: Circle) -> None:
    edit(around, "size = 10", "size = 9")
    with opened(around.folder) as award:
        freeze(award)
        stale = stale_of(award)
    assert stale is not None
    assert (stale.changes.rules, stale.tables) == (True, ("tier",))


def test_packets_are_stale_until_they_are_issued_again(around: Circle) -> None:
    frozen_again(around, retitled)
    issue_all(around.folder, "J01")
    with opened(around.folder) as award:
        stale, slate = stale_of(award), frozen(award)
        last = current_issue(award, "J01")
    assert stale is not None
    assert slate is not None
    assert last is not None
    assert stale.reissue == ("J02", "J03")
    assert (last.slate, last.issue) == (slate.hash, 2)


def test_a_case_is_changed_only_with_a_reason_and_before_anybody_submitted_here(
    around: Circle,
) -> None:
    with opened(around.folder) as award:
        with refused("E-REASON"):
            amend(award, [nomination("004", "新")], [], " ", "秘书")
        with refused("E-CASEUNKNOWN"):
            amend(award, [], ["999"], "写错了", "秘书")
        with refused("E-AMEND-BOTH", "004"):
            amend(award, [nomination("004", "新")], ["004"], "写错了", "秘书")
        with refused("E-TWICE"):
            amend(award, [nomination("004"), nomination("004")], [], "写错了", "秘书")
        desk = award.store.desk("J01", award.rules)
        score_all(desk)
        desk.submit()
        with refused("E-AMEND-BALLOTS"):
            amend(award, [nomination("004", "新")], [], "更正", "秘书")


def test_a_correction_of_two_columns_erases_no_material(around: Circle) -> None:
    with opened(around.folder) as award:
        amend(award, [Nomination("004", "改过的名称", "单位004")], [], "更正", "秘书")
        one = award.store.nomination("004")
    assert (one.title, one.field, one.body) == ("改过的名称", "法院", ("第一段。", "第二段。"))


def test_amending_the_same_again_changes_nothing_and_a_case_can_come_back(around: Circle) -> None:
    with opened(around.folder) as award:
        retitled(award)
        log = len(award.store.log())
        again = amend(award, [nomination("004", "改过的名称")], [], "再来一次", "秘书")
        assert (again.changed, again.same, len(award.store.log())) == ((), ("004",), log)
        amend(award, [nomination("012")], [], "恢复", "秘书")
        numbers = [one.number for one in award.store.nominations()]
        first = frozen(award)
        assert first is not None
        assert numbers == [*CASES, "013"]
        assert award.store.nomination("004").title == "改过的名称"
        award.store.check()


def test_a_case_taken_off_takes_its_recusals_along(around: Circle) -> None:
    with opened(around.folder) as award:
        amend(award, [], ["003"], "撤回申报", "秘书")
        assert award.store.recusals() == ()
        slate = freeze(award).slate
        one = award.store.progress(award.rules)[1]
    assert "003" not in {case.number for case in slate.cases}
    assert (one.total, one.recused) == (11, 0)
    assert issue_all(around.folder).keys() == {"J01", "J02", "J03"}


def test_after_closing_nothing_is_frozen_or_amended(around: Circle) -> None:
    from award.closing import close
    from tests.exchange.circle import SECRETARY

    with opened(around.folder) as award:
        close(award, SECRETARY, "秘书")
        with refused("E-CLOSED"):
            retitled(award)
        with refused("E-CLOSED"):
            freeze(award)


# --- the judge -------------------------------------------------------------------------


def test_p07_unchanged_scores_are_carried_and_the_others_asked_for(around: Circle) -> None:
    with carried_to(around) as work:
        told = carried(work)
        desk = work.desk()
        kept = desk.answer("001").cells.values()
        assert [cell.points for cell in kept] == [
            points_of("J01", "001", i) for i in range(len(kept))
        ]
        assert len(told.kept) == 9
        assert [one.case for one in told.asked] == ["004", "005"]
        assert (told.new, told.removed, told.rules) == (("013",), ("012",), False)
        assert {case for case, _ in desk.gaps()} == {"004", "005", "013"}
        assert not desk.can_undo
        with refused("E-GAPS"):
            desk.submit()


def test_p07_the_reason_names_the_title_and_the_paragraphs(around: Circle) -> None:
    with carried_to(around) as work:
        title, body = carried(work).asked
    assert [(why.what, why.before) for why in title.why] == [("title", "案例004")]
    assert [(why.what, why.before, why.gone) for why in body.why] == [("body", "2, 3", 1)]


def test_p07_keeping_writes_the_old_scores_and_undo_takes_them_back(around: Circle) -> None:
    with carried_to(around) as work:
        sitting, confirming = on_desk(work)
        one = confirming.pending()[0]
        confirming.keep(sitting, one)
        assert dict(sitting.answer("004").cells) == dict(one.old)
        assert [each.case for each in confirming.pending()] == ["005"]
        sitting.undo()
        assert not sitting.answer("004").cells


def test_p07_scoring_anew_leaves_the_case_open_and_is_not_asked_again(around: Circle) -> None:
    with carried_to(around) as work:
        _, confirming = on_desk(work)
        confirming.anew(confirming.pending()[0])
        assert [one.case for one in confirming.pending()] == ["005"]
        assert scored(work, "004") == 0
    with open_packet(Handed("J01", *_again(around))) as work:
        _, confirming = on_desk(work)
        assert work.fresh is None
        assert [one.case for one in confirming.pending()] == ["005"]


def _again(around: Circle) -> tuple[Path, str]:
    """The second packet of J01 and its code, as on the letter."""
    page = (around.folder / "letters" / "prize-26-J01-2.html").read_text(encoding="utf-8")
    found = re.search(r'class="code">([0-9A-Z-]+)<', page)
    assert found is not None
    return around.handed["J01"].packet.with_name("prize-26-J01-2.packet"), found[1]


def on_desk(work: Workspace) -> tuple[Sitting, Confirming]:
    desk = work.desk()
    earlier = work.earlier(desk)
    assert earlier is not None
    sitting = Sitting(desk, work.rules, work.rules.name)
    return sitting, Confirming(earlier, work.header.version)


def test_p07_a_new_ballot_of_the_new_slate_is_taken_and_the_old_one_refused(
    around: Circle,
) -> None:
    old = sealed_ballot(around.handed["J01"])
    frozen_again(around, retitled)
    with open_packet(new_packet(around, "J01")) as work:
        sitting, confirming = on_desk(work)
        for one in confirming.pending():
            confirming.keep(sitting, one)
        desk = work.desk()
        for criterion in desk.rules.stage.criteria:
            desk.set_cell("013", criterion.key, Cell(State.SCORED, 800))
        ballot = work.ballot_path(desk.submit())
    with opened(around.folder) as award:
        done = collect(award, [old, ballot])
    assert [one.problem and one.problem.code for one in done.arrivals] == ["E-STALE-SLATE", None]
    assert done.state["J01"].counts is not None


def test_p07_own_recusals_and_remarks_are_carried(around: Circle) -> None:
    with open_packet(around.handed["J01"]) as work:
        desk = work.desk()
        score_all(desk)
        desk.set_comment("001", "材料扎实")
        desk.set_comment("004", "名称不当")
        desk.set_doubt("002", True)
        desk.recuse("006", "本人参与")
    frozen_again(around, retitled)
    with open_packet(new_packet(around, "J01")) as work:
        desk = work.desk()
        assert desk.answer("001").comment == "材料扎实"
        assert desk.answer("004").comment == "名称不当"
        assert desk.answer("002").doubt
        held = desk.answer("006").recused
        assert held is not None
        assert (held.reason, held.by) == ("本人参与", "J01")


def test_p07_a_recusal_the_secretary_added_leaves_the_scores_out(around: Circle) -> None:
    def recuse(award: Award) -> object:
        retitled(award)
        return award.store.add_recusals([Recusal("J01", "007", "申报单位是本单位", "", "")])

    with carried_to(around, change=recuse) as work:
        assert carried(work).recused == ("007",)
        assert work.desk().answer("007").recused is not None


@pytest.mark.parametrize(
    ("before", "after", "asked"),
    [('zh = "创新性"', 'zh = "创新程度"', 12), ("size = 10", "size = 9", 0)],
    ids=["a criterion reads otherwise", "fewer places"],
)
def test_p07_rules_ask_only_where_a_judge_scores_by_them(
    around: Circle, before: str, after: str, asked: int
) -> None:
    with open_packet(around.handed["J01"]) as work:
        score_all(work.desk())
    edit(around, before, after)
    frozen_again(around, lambda award: award)
    with open_packet(new_packet(around, "J01")) as work:
        told = carried(work)
        assert (len(told.asked), told.rules) == (asked, True)
        assert {why.what for one in told.asked for why in one.why} <= {"criterion"}
        assert all(Confirming.keepable(one) for one in told.asked)


def edit(around: Circle, before: str, after: str) -> None:
    config = around.folder / "config.toml"
    text = config.read_text(encoding="utf-8")
    assert before in text
    config.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_p06_an_old_packet_is_looked_at_and_not_written_after_the_new_one(around: Circle) -> None:
    with carried_to(around):
        pass
    with open_packet(around.handed["J01"]) as work:
        assert work.newer is not None
        assert work.newer.version == 2
        assert work.earlier(work.desk()) is None


def test_carrying_that_was_cut_off_is_done_at_the_next_start(
    around: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    from exchange import earlier

    with open_packet(around.handed["J01"]) as work:
        score_all(work.desk())
    frozen_again(around, retitled)
    handed = new_packet(around, "J01")

    def cut(_value: object) -> bytes:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(earlier, "pack", cut)
        with pytest.raises(KeyboardInterrupt):
            open_packet(handed)
    with open_packet(handed) as work:
        assert work.fresh is not None
        assert scored(work, "001") == len(work.rules.stage.criteria)
        assert len(carried(work).asked) == 2


def test_a_judge_who_had_scored_nothing_is_asked_nothing(around: Circle) -> None:
    with open_packet(around.handed["J01"]):
        pass
    frozen_again(around, retitled)
    with open_packet(new_packet(around, "J01")) as work:
        told = carried(work)
        assert (told.kept, told.asked) == ((), ())
        assert not work.lonely


def test_a_new_packet_far_from_the_old_draft_says_so(around: Circle, tmp_path: Path) -> None:
    frozen_again(around, retitled)
    handed = new_packet(around, "J01")
    away = tmp_path / "elsewhere" / handed.packet.name
    away.parent.mkdir()
    away.write_bytes(handed.packet.read_bytes())
    with open_packet(replace(handed, packet=away)) as work:
        assert work.lonely


def test_slates_one_after_the_other_differ_by_their_cases(around: Circle) -> None:
    with opened(around.folder) as award:
        first = frozen(award)
        retitled(award)
        second = freeze(award)
    assert first is not None
    changes = changes_between(first.slate, second.slate)
    assert (second.slate.version, changes.changed) == (2, ("004", "005"))
