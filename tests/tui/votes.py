"""A vote in a real database for the screen tests: by one question, or tier by tier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from db.desk import Desk
from db.records import Judge, Nomination
from db.store import Store
from scoring.chain_rules import Approval, Majority, Stage
from scoring.rules import Aggregation, Criterion, Missing, Rules, Scale, ScoreStage, Text
from tests.tui.award import DEADLINE, JUDGE, NAME, RULES, nominations
from tui.app import JudgeApp
from words import use

TIERS = (("classic", Text("经典案例", "Classic"), 2), ("good", Text("优秀案例", "Good"), 3))
ONE = (("approve", Text("同意", "Approve"), 3),)


def rules_of(questions: Sequence[tuple[str, Text, int]] = ONE, *, fewer: bool = True) -> Rules:
    """The award of the mock-ups, decided by ticks."""
    form = ScoreStage(
        "final", Text("终评投票", "Final vote"),
        tuple(Criterion(key, name, 1, Scale(0, 1, 1)) for key, name, _ in questions),
        0, 0, Aggregation("sum"), Missing("exclude", 1), summing=True,
    )  # fmt: skip
    approval = Approval(
        Majority(2, 3, False), "present", Majority(1, 2, True),
        tuple((key, most) for key, _, most in questions), fewer, "ballot", True, True,
    )  # fmt: skip
    stage = Stage("final", form.name, "vote", form, approval=approval)
    return replace(RULES, stages=(form,), chain=(stage,))


@contextmanager
def desk_of(
    folder: Path,
    rules: Rules,
    cases: tuple[Nomination, ...] | None = None,
    judge: Judge = JUDGE,
) -> Iterator[Desk]:
    """The judge's desk in a new award of eighteen cases."""
    use("zh")
    clock = lambda: "2026-06-29T14:32:05+08:00"  # noqa: E731
    with Store.create(folder / "award.db", "secretary", clock=clock) as store:
        store.add_nominations(nominations(18) if cases is None else cases)
        store.add_judges((judge,))
    nonce = lambda: "00" * 16  # noqa: E731
    with Store.open(folder / "award.db", clock=clock, nonce=nonce) as store:
        yield store.desk(judge.id, rules)


def app_of(desk: Desk, lang: str = "zh", **more: object) -> JudgeApp:
    given = {"memory": {"ruler": "1"}, "new_code": lambda: "3719", **more}
    return JudgeApp(desk, desk.rules, name=NAME, deadline=DEADLINE, lang=lang, **given)  # type: ignore[arg-type]
