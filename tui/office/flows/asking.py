"""What several questions have in common: a path, a reason, who acts."""

from __future__ import annotations

from pathlib import Path

from tui.office.form import Answers, Field
from words import Bad, say

BY = "secretary"
REST = "..."  # in a command: what was not typed yet


def path_of(typed: str) -> Path:
    """A path as typed, or as a window drops it: with quotes around it. Raises E-NOPATH."""
    typed = typed.strip().strip("'\"")
    if not typed:
        raise Bad("E-NOPATH")
    return Path(typed).expanduser()


def path_field(label: str, start: str = "") -> Field:
    return Field("path", label, start, hint=say("secretary.path.hint"))


def reason_of(answers: Answers) -> str:
    """Raises E-NOREASON where nothing was written."""
    if not answers["reason"]:
        raise Bad("E-NOREASON")
    return answers["reason"]


def reason_field(hint: str = "secretary.ask.reason.hint") -> Field:
    return Field("reason", say("secretary.ask.reason"), hint=say(hint))


def secret_field(label: str, key: str = "secret") -> Field:
    return Field(key, label, hidden=True)
