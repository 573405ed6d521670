"""A small award over a chain of stages with every kind of rule, through to its final result.

Eight cases; two panels of one judge each, a second round, votes of the public, an approval
vote; a bonus by a measure, caps, floors, lines, events. Names and marks are invented.
"""

from __future__ import annotations

from pathlib import Path

from award.archiving import Archived, archive
from award.desks import seat_of
from award.events import CaseEvent, record, withdraw
from award.finalising import finalise
from award.folder import create, opened
from award.public_votes import import_votes
from db.desk import Desk
from db.records import Judge, Nomination, Recusal
from exchange.crypto import Ed25519Signer
from scoring.cells import Cell, State
from tests.conftest import ROOT
from tests.exchange.helpers import SIGNER

CONFIG = ROOT / "tests" / "config" / "chain.toml"
LINES = {'least = "60"': 'least = "3"', 'least = "8.5"': 'least = "7"'}
NAMES = {"E1": "王建国", "E2": "李秀英", "J1": "张志强", "J2": "陈美玲", "V1": "赵一鸣",
         "V2": "钱思远", "V3": "孙丽华"}  # fmt: skip
CASES = tuple(f"C{i}" for i in range(1, 9))
REGIONS = ("东部", "西部", "中部")
FIELDS = ("法院", "公安")


def build(folder: Path) -> Path:
    """The award with all ballots, votes and events; no result yet."""
    config = CONFIG.read_text(encoding="utf-8")
    for was, now in LINES.items():
        config = config.replace(was, now)
    create(folder, config)
    with opened(folder) as award:
        award.store.add_nominations([_case(i, case) for i, case in enumerate(CASES)])
        award.store.add_judges([Judge(one, name) for one, name in NAMES.items()])
        award.store.add_recusals(
            [
                Recusal("E1" if i % 2 else "E2", case, "另一组", "", "")
                for i, case in enumerate(CASES)
            ]
        )
        record(award, CaseEvent("reject", "C8", "材料缺章，王建国已核", "秘书"))
        for judge in NAMES:
            if judge == "V1":
                _events(folder)
            seat = seat_of(award, judge)
            _fill(seat.desk, judge)
            seat.desk.submit()
        votes = folder / "votes.csv"
        rows = [f"{case},{130 - 10 * i},{5 if case == 'C3' else 0},{'刷票' if case == 'C3' else ''}"
                for i, case in enumerate(CASES)]  # fmt: skip
        votes.write_text("编号,得票,核减,原因\n" + "\n".join(rows) + "\n", encoding="utf-8")
        import_votes(award, votes)
    return folder


def _case(i: int, case: str) -> Nomination:
    return Nomination(
        case, f"案例{case}", f"单位{i % 3}", FIELDS[i % 2], region=REGIONS[i % 3], body=("正文。",)
    )


def _recused(i: int, case: str) -> Recusal:
    """Each of the two first judges sees every second case."""
    return Recusal("E1" if i % 2 else "E2", case, "另一组", "", "")


def _events(folder: Path) -> None:
    with opened(folder) as award:
        measure = CaseEvent("measure", "C1", "计时", "秘书", measure="time", value=650)
        record(award, measure)
        number = record(award, CaseEvent("veto", "C2", "误记", "秘书"))
        withdraw(award, number, "记错了案例", "秘书")
        record(award, CaseEvent("ceiling", "C4", "E2 提议", "王建国", tier="silver"))


def _fill(desk: Desk, judge: str) -> None:
    for i, case in enumerate(desk.cases):
        if desk.answer(case.number).recused:
            continue
        for criterion in desk.rules.stage.criteria:
            scale = criterion.scale
            if scale.high == 1:
                points = int(i < 3)
            else:
                points = scale.high - scale.step * ((i * 3 + ord(judge[-1])) % 5)
            desk.set_cell(case.number, criterion.key, Cell(State.SCORED, points))


def archived(folder: Path, signer: Ed25519Signer | None = SIGNER) -> Archived:
    """A final result and its archive; no packets travelled, so there is no close sheet."""
    with opened(folder) as award:
        finalise(award, "陈美玲已回避", "secretary")
        return archive(award, None, signer, None)
