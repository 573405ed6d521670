"""What a person types at the terminal: a code in sight and then wiped, passphrases unseen."""

from __future__ import annotations

import sys

import click
import pytest

from cli.secrets import ask_code, ask_new
from words import use

ENV = "NO_SUCH"
CODE = "012J-5V8V-2287"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is typed at one prompt after another; `asked` on it says how each was asked."""
    use("zh")
    lines: list[str] = []

    def prompt(text: str, **settings: object) -> str:
        click.echo(f"{text} {'hidden' if settings.get('hide_input') else 'seen'}", err=True)
        return lines.pop(0)

    monkeypatch.setattr(click, "prompt", prompt)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.delenv(ENV, raising=False)
    return lines


@pytest.mark.parametrize("screen", [True, False])
def test_a_code_is_seen_while_it_is_typed_where_its_line_can_be_wiped(
    screen: bool,
    typed: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typed.append(CODE)
    monkeypatch.setattr("cli.secrets.has_screen", lambda: screen)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert ask_code("cli.ask.code", ENV) == CODE
    said = capsys.readouterr().err
    assert ("seen" in said, "hidden" in said) == (screen, not screen)
    assert said.endswith("\x1b[1A\r\x1b[2K评委代码: ****\n") == screen


def test_a_new_passphrase_is_asked_again_until_both_are_the_same_and_says_whose(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    typed += ["one", "two", "three", "three"]
    assert ask_new("chair", ENV) == "three"
    said = capsys.readouterr().err
    assert "主任的口令两次输入的不一样" in said
    assert said.count("请再输一遍主任的口令 hidden") == 2
    assert "seen" not in said
