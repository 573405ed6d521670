"""Awards of any size to write as files: invented, counted by the real engine, no database."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.records import Ballot, Judge, Nomination
from scoring.cells import Cell, Matrix, State
from scoring.compute import compute, compute_award
from scoring.config import parse_rules
from scoring.inputs import AwardInputs, CaseFacts
from scoring.result import Decision
from scoring.rules import Rules
from sheets.office.stages import with_adjustments
from sheets.office.view import View, view_of
from sheets.result_sheet import Meta, build, from_payload, payload, payload_digest
from sheets.sheet_model import ResultSheet

ROOT = Path(__file__).resolve().parents[2]
AT = "2026-11-23T16:09:59+08:00"
FIELDS = ("政法委", "法院", "检察院", "公安", "司法行政")
WORDS = ("智慧", "便民", "诉源治理", "一站式", "矛盾化解", "窨井盖整治", "未成年人保护", "公证")
NAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"


@dataclass(frozen=True)
class Made:
    """An award and its result."""

    rules: Rules
    nominations: tuple[Nomination, ...]
    sheet: ResultSheet

    def view(self, lang: str = "zh", sentences: Sequence[str] = ()) -> View:
        digest = payload_digest(self.sheet)
        view = view_of(self.sheet, self.rules, lang, AT, digest, sentences)
        return with_adjustments(view, self.sheet) if self.rules.factors else view


def rules_data(**changes: Mapping[str, Any]) -> dict[str, Any]:
    """The default rules with some tables changed; a table of None is taken out."""
    data = tomllib.loads((ROOT / "config.toml").read_text("utf-8"))
    for name, change in changes.items():
        data[name] = {k: v for k, v in {**data[name], **change}.items() if v is not None}
    return data


def make(
    cases: int = 20,
    judges: int = 7,
    *,
    data: dict[str, Any] | None = None,
    seed: int = 5,
    holes: float = 0.04,
    kind: str = "final",
    titles: Sequence[str] = (),
    judge_names: Sequence[str] = (),
    decisions: Sequence[Decision] = (),
    measures: Mapping[str, Mapping[str, int]] | None = None,
) -> Made:
    """An award with a few recusals (and other holes, where the rules allow them); `measures`
    are those of bonus and penalty, by case.
    """
    chance = random.Random(seed)
    data = data or rules_data()
    rules = parse_rules(data)
    nominations = tuple(_case(n, chance, titles) for n in range(1, cases + 1))
    people = tuple(_judge(n, judge_names) for n in range(1, judges + 1))
    matrix = _matrix(rules, nominations, people, chance, holes)
    ballots = [_ballot(judge, n) for n, judge in enumerate(people)]
    facts = tuple(CaseFacts(one.number, one.field) for one in nominations)
    given = AwardInputs(facts, {rules.stage.key: matrix}, measures=measures or {})
    sheet = build(
        meta=Meta(3, kind, "pingxuan 0.1.0", "c" * 64),  # type: ignore[arg-type]
        rules=rules,
        rules_data=data,
        nominations=nominations,
        judges=people,
        ballots=ballots,
        matrix=matrix,
        outcome=compute_award(rules, given) if measures else compute(rules, matrix, decisions),
        decisions=decisions,
    )
    return Made(rules, nominations, from_payload(payload(sheet)))


def _case(n: int, chance: random.Random, titles: Sequence[str]) -> Nomination:
    title = titles[n - 1] if n <= len(titles) else _title(n, chance)
    field = chance.choice(FIELDS)
    unit = f"某市{chance.choice(('第一', '东城', '新区', '开发'))}{field}第{n}处"
    return Nomination(
        f"{n:03}",
        title,
        unit,
        field,
        chance.choice(("省级", "市级")),
        "保定",
        ("正文一。", "正文二。"),
    )


def _title(n: int, chance: random.Random) -> str:
    words = "".join(chance.sample(WORDS, chance.randint(2, 5)))
    return f"“{words}”工作机制" + ("的探索与实践" if n % 3 == 0 else "")


def _judge(n: int, names: Sequence[str]) -> Judge:
    name = names[n - 1] if n <= len(names) else f"{NAMES[(n - 1) % len(NAMES)]}虚构"
    return Judge(f"J{n:02}", name, "某处")


def _ballot(judge: Judge, n: int) -> Ballot:
    return Ballot(
        judge.id,
        1,
        (),
        b"x",
        f"{n + 10**9:064x}",
        f"{n + 7 * 10**19}",
        f"2026-11-2{n % 3}T10:00:0{n % 10}+08:00",
    )


def _matrix(
    rules: Rules,
    nominations: Sequence[Nomination],
    judges: Sequence[Judge],
    chance: random.Random,
    holes: float,
) -> Matrix:
    stage = rules.stage
    cells: dict[tuple[str, str, str], Cell] = {}
    for case in nominations:
        quality = chance.gauss(0.8, 0.07)
        for judge in judges:
            recused = chance.random() < holes
            for criterion in stage.criteria:
                cell = _cell(criterion, quality + chance.gauss(0, 0.05), chance, holes)
                state = Cell(State.RECUSED) if recused else cell
                cells[case.number, judge.id, criterion.key] = state
    keys = [criterion.key for criterion in stage.criteria]
    numbers = [case.number for case in nominations]
    return Matrix.build(numbers, [judge.id for judge in judges], keys, cells)


def _cell(criterion: Any, share: float, chance: random.Random, holes: float) -> Cell:
    if criterion.optional and chance.random() < holes * 3:
        return Cell(State.NOT_APPLICABLE)
    if chance.random() < holes / 8:
        return Cell(State.MISSING)
    scale = criterion.scale
    steps = (scale.high - scale.low) // scale.step
    at = min(steps, max(0, int(steps * share)))
    return Cell(State.SCORED, scale.low + at * scale.step)
