"""What the collecting screen is told, and the visible prompt for the recovery sheet."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path

import click
import pytest

from award.closing import close
from award.collect_view import collect_view
from award.collecting import collect
from award.exporting import sheet_of
from award.ranking import rank
from cli import secrets
from exchange.recovery import key_of, recovery_groups
from sheets.csv_facts import facts_of
from tests.exchange.circle import SECRETARY, Circle, quick_ballot, sealed_ballot


def test_each_judge_and_each_refused_file_with_the_reason(around: Circle, tmp_path: Path) -> None:
    good = sealed_ballot(around.handed["J01"])
    stick = tmp_path / "stick"
    stick.mkdir()
    cut = stick / "J02.ballot"
    cut.write_bytes(quick_ballot(around.handed["J02"])[:-200])
    for n, shift in enumerate((0, 5)):
        (stick / f"J03-{n}.ballot").write_bytes(quick_ballot(around.handed["J03"], shift=shift))
    with ExitStack() as stack:
        award = around.award(stack)
        collect(award, [good, stick])
        view = collect_view(award)
    first, second, third = view.judges
    assert (first.judge, first.issue, first.revision, len(first.receipt)) == ("J01", 1, 1, 20)
    assert (second.issue, second.revision, second.receipt) == (1, 0, "")
    assert (third.conflict, third.receipts.count(",")) == ("content", 1)
    assert [(one.name, one.problem.code) for one in view.refused] == [("J02.ballot", "E-TRUNCATED")]


def test_the_mode_is_on_a_sheet_where_ballots_travelled(around: Circle) -> None:
    with ExitStack() as stack:
        award = around.award(stack)
        close(award, SECRETARY, "秘书")
        sheet = sheet_of(award, rank(award))
    assert sheet.result.mode == "sealed"
    assert ("mode", "sealed") in [(one.code, one.value) for one in facts_of(sheet, "ranking", "en")]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Lines that a person types at the prompt; each must be a visible one."""
    lines: list[str] = []

    def prompt(_text: str, **settings: object) -> str:
        assert not settings.get("hide_input")
        return lines.pop(0)

    monkeypatch.setattr(click, "prompt", prompt)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_SUCH", raising=False)
    return lines


def test_the_recovery_sheet_is_typed_line_by_line_and_seen(typed: list[str]) -> None:
    key = bytes(range(32))
    groups = [f"{n:02}: {group}" for n, group in enumerate(recovery_groups(key), 1)]
    typed += ["   ".join(groups[i : i + 2]).lower() for i in range(0, 14, 2)]
    assert key_of(secrets.ask_sheet("cli.ask.sheet", "NO_SUCH")) == key
    assert typed == []


def test_an_empty_line_ends_the_recovery_sheet_sooner(typed: list[str]) -> None:
    typed += ["0123A", ""]
    assert secrets.ask_sheet("cli.ask.sheet", "NO_SUCH") == "0123A"
