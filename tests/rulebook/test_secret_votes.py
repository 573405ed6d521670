"""Secret votes: who has voted is known, whose ballot is whose is not, and all is counted right."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pytest

from award.desks import seat_of
from award.examples import build_example
from award.finalising import count_twice
from award.folder import CONFIG, create, opened
from award.importing import apply, read
from award.ranking import rank
from award.secret import require_stage
from award.secret_closing import close_vote
from db.booth import Booth
from db.box import Box
from db.ticks import ABSTAINED, TICK
from tests.cli.conftest import Pingxuan
from tests.conftest import ROOT
from tests.tui.screen import shown
from tui.app import JudgeApp
from tui.plain import run
from tui.screens.receipt import ReceiptScreen
from words import Bad, use

SOURCE = ROOT / "examples" / "runoff_vote"
SECRET = 'by = "votes"\nsecret = true'
DESPITE = ("--despite-missing", "--reason", "N9 病假")


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The award of the runoff example, voted on in secret; nobody has voted yet."""
    folder = tmp_path_factory.mktemp("secret") / "award"
    create(folder, (SOURCE / CONFIG).read_text(encoding="utf-8").replace('by = "votes"', SECRET))
    with opened(folder) as award:
        for kind in ("nominations", "judges", "recusals"):
            apply(award, read(award, kind, [SOURCE / f"{kind}.toml"]))
    return folder


@pytest.fixture
def secret(master: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(master, tmp_path / "award"))


def vote(folder: Path, judge: str, *ticks: str, abstain: str = "") -> str:
    """The receipt the judge is shown."""
    with opened(folder) as award:
        booth = seat_of(award, judge).desk
        for case in ticks:
            booth.set_cell(case, "approve", TICK)
        if abstain:
            booth.set_cell(abstain, "approve", ABSTAINED)
        return booth.submit().receipt


def everybody(folder: Path, pingxuan: Pingxuan, tmp_path: Path) -> dict[str, str]:
    """The ballots of the example; N8 by paper, with one tick too many. Receipts by judge."""
    receipts = {
        "N7": vote(folder, "N7", "A", "B", "D"),
        "N1": vote(folder, "N1", "A", "B", "C"),
        "N2": vote(folder, "N2", "A", "B", "D"),
        "N3": vote(folder, "N3", "A", "C", "D"),
        "N4": vote(folder, "N4", "A", "B", "E"),
        "N5": vote(folder, "N5", "B", "C", "D"),
        "N6": vote(folder, "N6", "A", "C", abstain="D"),
    }
    said = papers(folder, pingxuan, tmp_path, "A B C D\n", "D C B A\n", "N8")
    assert said.code == 0, said.err
    return receipts


def papers(folder: Path, pingxuan: Pingxuan, tmp_path: Path, one: str, two: str, voters: str):
    files = (tmp_path / "one.txt", tmp_path / "two.txt")
    for path, text in zip(files, (one, two), strict=True):
        path.write_text(text, encoding="utf-8")
    people = ("--voters", voters, "--by", "甲", "--checked-by", "乙")
    return pingxuan("vote", "enter", *files, *people, "-C", folder)


def bytes_of(folder: Path) -> bytes:
    """Everything the award's folder holds, database, log and backups."""
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_the_result_is_that_of_the_open_vote_and_both_counts_agree(
    pingxuan: Pingxuan, secret: Path, tmp_path: Path
) -> None:
    everybody(secret, pingxuan, tmp_path)
    said = pingxuan("rank", "-C", secret)
    assert "[E-VOTE-OPEN]" in said.err
    assert "N9" in said.err
    assert pingxuan("finalise", "-C", secret).code == 1
    assert pingxuan("vote", "close", *DESPITE, "-C", secret).code == 0
    assert pingxuan("vote", "close", *DESPITE, "-C", secret).code == 0
    open_vote = build_example("runoff_vote", tmp_path / "open")
    with opened(secret) as hidden, opened(open_vote) as known:
        one, other = rank(hidden), rank(known)
        count_twice(hidden, one)
        (mine,), (theirs,) = one.outcome.stages, other.outcome.stages
    assert mine.tallies == theirs.tallies
    assert (mine.members, mine.present, mine.void, mine.quorum) == (9, 8, 1, True)


def test_closing_names_who_has_not_voted_and_wants_a_word_and_a_reason(
    pingxuan: Pingxuan, secret: Path, tmp_path: Path
) -> None:
    use("zh")
    everybody(secret, pingxuan, tmp_path)
    said = pingxuan("vote", "status", "-C", secret).out
    assert "未投票 1：N9" in said
    assert "9 名中已投 8 名，达到了" in said
    said = pingxuan("vote", "close", "-C", secret)
    assert said.code == 1
    assert "[E-VOTE-MISSING]" in said.err
    assert "还有 1 名评委没有投：N9" in said.err
    assert Box(secret, "ballot").path.exists()
    use("en")
    english = pingxuan("vote", "close", "-C", secret).err
    use("zh")
    assert "1 have not voted yet: N9" in english
    assert "8 of 9 have, which is enough" in english
    assert "[E-NOREASON]" in pingxuan("vote", "close", "--despite-missing", "-C", secret).err
    assert pingxuan("vote", "close", *DESPITE, "-C", secret).code == 0
    log = pingxuan("log", "-C", secret).out
    assert "开箱，8 张票；没有投的：N9；原因：N9 病假" in log
    assert "[E-VOTE-CLOSED]" in pingxuan("score", "--judge", "N9", "-C", secret).err


def test_closing_says_beforehand_that_a_vote_without_quorum_is_not_valid(
    pingxuan: Pingxuan, secret: Path
) -> None:
    use("zh")
    for judge in ("N1", "N2", "N3", "N4", "N6"):  # five of nine; two thirds are six
        vote(secret, judge, "A")
    said = pingxuan("vote", "close", "-C", secret).err
    assert "9 名中只投了 5 名，没有达到；这样开箱，投票无效" in said
    assert pingxuan("vote", "close", *DESPITE, "-C", secret).code == 0
    assert "只投了 5 名，没有达到，投票无效" in pingxuan("vote", "status", "-C", secret).out
    assert "[E-QUORUM]" in pingxuan("rank", "-C", secret).err
    assert pingxuan("finalise", "-C", secret).code == 1


def test_where_all_have_voted_the_box_opens_without_a_word(
    pingxuan: Pingxuan, secret: Path, tmp_path: Path
) -> None:
    use("zh")
    everybody(secret, pingxuan, tmp_path)
    vote(secret, "N9", "A")
    assert pingxuan("vote", "close", "-C", secret).code == 0
    assert "没有投的" not in pingxuan("log", "-C", secret).out


def test_after_submitting_nothing_in_the_folder_joins_a_judge_and_a_ballot(
    pingxuan: Pingxuan, secret: Path, tmp_path: Path
) -> None:
    receipts = everybody(secret, pingxuan, tmp_path)
    whole = bytes_of(secret)
    box = Box(secret, "ballot").path.read_bytes()
    for receipt in receipts.values():
        assert receipt.encode() not in whole
    assert not [p for p in (secret / "booth").iterdir() if not p.name.startswith("box-")]
    database = (secret / "award.db").read_bytes()
    assert b'"points"' not in database  # no ballot at all before the box is opened
    with opened(secret) as award:
        assert not award.store.all_ballots()
        parts = Box(secret, "ballot").read().ballots
        for part in parts:
            for judge in receipts:
                assert judge.encode() not in part
    assert pingxuan("vote", "close", *DESPITE, "-C", secret).code == 0
    assert not Box(secret, "ballot").path.exists()
    with opened(secret) as award:
        kept = award.store.document("secret-ballots", "ballot")
        assert kept is not None
        assert [part.decode() for part in parts] == json.loads(kept.payload)["ballots"]
        voted = [entry for entry in award.store.log() if entry.action == "voted"]
    assert len(voted) == 8
    assert b"N7" not in box


def test_a_recused_judge_leaves_no_mark_of_it_on_the_ballot(secret: Path) -> None:
    vote(secret, "N5", "B")
    with opened(secret):
        (part,) = Box(secret, "ballot").read().ballots
    assert set(json.loads(part)["states"]) == {"1"}  # all scored: N5 is recused from A


def test_the_receipts_are_in_the_published_rows(
    pingxuan: Pingxuan, secret: Path, tmp_path: Path
) -> None:
    receipts = everybody(secret, pingxuan, tmp_path)
    pingxuan("vote", "close", *DESPITE, "-C", secret)
    data = json.loads(pingxuan("rank", "--json", "-C", secret).out)
    assert set(receipts.values()) <= {row["judge"] for row in data["scores"]}
    assert not {row["judge"] for row in data["scores"]} & set(receipts)
    said = pingxuan("export", "-C", secret, "-o", tmp_path / "out", "--set", "all")
    assert said.code == 0, said.err
    matrix = next((tmp_path / "out").rglob("scores-*.csv")).read_text(encoding="utf-8-sig")
    assert all(code in matrix for code in receipts.values())
    assert "委员" not in matrix


def test_a_judge_votes_once_and_is_told_so_before(secret: Path) -> None:
    vote(secret, "N1", "A")
    with opened(secret) as award:
        seat = seat_of(award, "N1")
        assert isinstance(seat.desk, Booth)
        assert seat.desk.submitted is not None
        assert seat.desk.submitted.receipt == ""
        assert not any(answer.cells for answer in seat.desk.answers().values())
        with pytest.raises(Bad, match="E-SUBMITTED"):
            seat.desk.set_cell("A", "approve", TICK)


def test_a_program_that_dies_while_voting_leaves_one_ballot_and_one_voter(
    secret: Path, pingxuan: Pingxuan
) -> None:
    with opened(secret) as award:
        booth = seat_of(award, "N1").desk
        assert isinstance(booth, Booth)
        booth.set_cell("A", "approve", TICK)
        put = booth.seat.put

        def dies(ballot: object) -> None:
            from db.payload import anonymous_part

            Box(secret, "ballot").add([anonymous_part(ballot.payload)])
            raise Bad("E-FULL")

        object.__setattr__(booth.seat, "put", dies)
        with pytest.raises(Bad, match="E-FULL"):
            booth.submit()
        assert put is not dies
    vote(secret, "N2", "B")
    said = pingxuan("vote", "close", *DESPITE, "-C", secret)
    assert "[E-BOX-COUNT]" in said.err
    with opened(secret) as award:
        assert seat_of(award, "N1").desk.submitted is not None
        assert len(Box(secret, "ballot").read().ballots) == 2
    assert pingxuan("vote", "status", "-C", secret).code == 1
    assert pingxuan("vote", "close", *DESPITE, "-C", secret).code == 0
    assert pingxuan("vote", "status", "-C", secret).code == 0


REFUSED = [
    ("A B\n", "A C\n", "N1", "E-VOTE-DIFFERS"),
    ("A\nB\n", "A\n", "N1", "E-VOTE-COUNTED"),
    ("A\n", "A\n", "N1,N2", "E-VOTE-PAPERS"),
    ("A\n", "A\n", "N99", "E-JUDGEUNKNOWN"),
    ("Z\n", "Z\n", "N1", "E-CASEUNKNOWN"),
    ("gold=A\n", "gold=A\n", "N1", "E-VOTE-LINE"),
]


def test_papers_that_do_not_fit_are_refused_whole(
    pingxuan: Pingxuan, secret: Path, tmp_path: Path
) -> None:
    for one, two, voters, code in REFUSED:
        said = papers(secret, pingxuan, tmp_path, one, two, voters)
        assert f"[{code}]" in said.err, said.err
    assert not Box(secret, "ballot").read().ballots
    assert papers(secret, pingxuan, tmp_path, "-\nvoid\n", "-\nvoid\n", "N1，N2").code == 0
    said = papers(secret, pingxuan, tmp_path, "A\n", "A\n", "N1")
    assert "[E-VOTE-TWICE]" in said.err
    with opened(secret) as award:
        close_vote(award, require_stage(award), "甲", "只有两人到会")
        outcome = rank(award).outcome
        assert (outcome.stages[0].present, outcome.stages[0].void) == (2, 1)
    said = papers(secret, pingxuan, tmp_path, "A\n", "A\n", "N3")
    assert "[E-VOTE-CLOSED]" in said.err


def test_the_printed_paper_is_the_same_for_everybody_and_no_sheet_has_a_name(
    pingxuan: Pingxuan, secret: Path
) -> None:
    use("zh")
    said = pingxuan("vote", "paper", "-C", secret)
    assert said.code == 0, said.err
    page = Path(said.out.strip()).read_text(encoding="utf-8")
    with opened(secret) as award:
        judges = award.store.judges()
        cases = [one.number for one in award.store.headings()]
    assert not [one.name for one in judges if one.name in page or f">{one.id}<" in page]
    assert [case for case in cases if f"<tr><td>{case}</td>" in page] == cases
    assert "回避" in page
    assert "<del>" not in page
    assert "最多 3 个" in page
    assert pingxuan("vote", "paper", "-C", secret).code == 0
    assert Path(said.out.strip()).read_text(encoding="utf-8") == page
    assert pingxuan("freeze", "-C", secret).code == 0
    for words in (
        ("sheets",),
        ("sheets", "N1"),
        ("enter", "N1", "--by", "甲"),
        ("check", "N1", "--by", "乙"),
    ):
        said = pingxuan("paper", *words, "-C", secret)
        assert said.code == 1
        assert "[E-PAPER-SECRET]" in said.err
    with opened(secret) as award:
        assert not award.store.documents("paper-entry")


def test_nobody_is_asked_for_a_name_before_paper_is_refused(
    pingxuan: Pingxuan, secret: Path
) -> None:
    assert pingxuan("freeze", "-C", secret).code == 0
    for action in ("enter", "check"):
        said = pingxuan("paper", action, "N1", "-C", secret)
        assert (said.code, said.out) == (1, "")
        assert "[E-PAPER-SECRET]" in said.err


def test_packets_and_dropping_a_voter_are_refused(pingxuan: Pingxuan, secret: Path) -> None:
    assert pingxuan("freeze", "-C", secret).code == 0
    assert "[E-SECRET-PACKET]" in pingxuan("issue", "-C", secret).err
    vote(secret, "N1", "A")
    said = pingxuan("withdraw-judge", "N1", "--scores", "drop", "--reason", "x", "--yes",
                        "-C", secret)  # fmt: skip
    assert "[E-VOTE-GONE]" in said.err
    assert (
        "无记名" in pingxuan("check", "-C", secret).out
        or "secret" in pingxuan("check", "-C", secret).out
    )


async def test_the_screen_says_secret_shows_the_receipt_once_and_forgets(secret: Path) -> None:
    with opened(secret) as award:
        seat = seat_of(award, "N3")
        app = JudgeApp(seat.desk, seat.rules, name=award.rules.name, lang="zh",
                       memory={"ruler": "1"}, new_code=lambda: "3719")  # fmt: skip
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "无记名投票" in shown(app)
            await pilot.press("space", "f9")
            await pilot.pause()
            assert "草稿会被清除" in shown(app)
            await pilot.press(*"3719")
            await pilot.pause()
            assert isinstance(app.screen, ReceiptScreen)
            assert seat.desk.submitted is not None
            assert seat.desk.submitted.receipt[:4] in shown(app)
            await pilot.press("2", "enter")
            await pilot.pause()
            assert isinstance(app.screen, ReceiptScreen)
        assert not any(answer.cells for answer in seat.desk.answers().values())


def test_line_by_line_a_secret_ballot_is_cast(secret: Path) -> None:
    with opened(secret) as award:
        seat, out = seat_of(award, "N2"), io.StringIO()
        run(seat.desk, seat.rules, stdin=io.StringIO("2\nA\n10\n37\n10\n0\n"), stdout=out,
            lang="zh", new_code=lambda: "37")  # fmt: skip
    assert "无记名投票" in out.getvalue()
    assert len(list((secret / "booth").glob("box-*"))) == 1


def test_a_tie_of_a_secret_vote_is_voted_on_in_secret_too(
    pingxuan: Pingxuan, secret: Path, tmp_path: Path
) -> None:
    everybody(secret, pingxuan, tmp_path)
    pingxuan("vote", "close", *DESPITE, "-C", secret)
    assert pingxuan("runoff", "open", "-C", secret).code == 0
    receipts = {judge: vote(secret, judge, case) for judge, case in
                {"N1": "D", "N2": "D", "N9": "C"}.items()}  # fmt: skip
    said = pingxuan("runoff", "enter", "C", "--judge", "N3", "--by", "甲", "--checked-by", "乙",
                    "-C", secret)  # fmt: skip
    assert "[E-RUNOFF-SECRET]" in said.err
    whole = bytes_of(secret)
    assert not [code for code in receipts.values() if code.encode() in whole]
    use("zh")
    said = pingxuan("runoff", "close", "-C", secret)
    assert said.code == 0
    assert "没有投的：N3, N4, N5, N6, N8。" in said.out
    log = pingxuan("log", "-C", secret).out
    assert "结束第 1 次再次投票；没有投的：N3、N4、N5、N6、N8" in log
    data = json.loads(pingxuan("rank", "--json", "-C", secret).out)
    (runoff,) = data["runoffs"]
    assert (runoff["members"], runoff["present"]) == (8, 3)
    assert {one["judge"] for one in runoff["ballots"]} == set(receipts.values())
    assert [place["case"] for place in data["ranking"]][2:4] == ["D", "C"]
    assert pingxuan("finalise", "-C", secret).code == 0
    assert pingxuan("recount", "-C", secret).code == 0
