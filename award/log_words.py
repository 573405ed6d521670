"""The log for people: what was done, in a sentence; never a score."""

from __future__ import annotations

from typing import get_args

from award.log_sentences import ACTORS
from db.records import CorrectionKind, LogEntry
from words import say
from words.text import clean_line

KNOWN = frozenset(
    {
        "create", "add-nominations", "add-judges", "add-recusals", "recuse", "withdraw-recusal",
        "submit", "revise", "reopen", "decide", "result", "export", "collect", "open", "slate",
        "keys", "issue", "close", "late", "ruling", "withdrawal", "assignment", "attach",
        "detach", "previous-differs", "runoff", "runoff-ballot",
        "voted", "secret-ballots", "runoff-voted", "amendment", "correction",
        "decision-withdrawn", "drill", "event", "explanation", "paper", "paper-check",
        "paper-entry", "public-votes", "sample", "unevent",
    }
)  # fmt: skip
SAID = ("judge", "subject", "case", "number", "new", "ballots", "cases", "result", "reason")
WHY_CORRECTED = get_args(CorrectionKind)
ABOUT = {"amendment": "case", "decision-withdrawn": "number"}  # whose subject is no judge
NO_JUDGE = frozenset({"secret-ballots", "explanation", "runoff"})  # said already, or no judge
LISTED = 8  # cases that are named one by one


def log_line(entry: LogEntry) -> str:
    """`06-30 09:15 secretary sent a ballot back: judge J03, reason ...`."""
    day = clean_line(entry.at[5:16]).replace("T", " ")
    actor = say(f"log.actor.{entry.actor}") if entry.actor in ACTORS else clean_line(entry.actor)
    return f"{day} {actor} {act(_action(entry))}{_facts(entry)}"


def _action(entry: LogEntry) -> str:
    """What an entry did: one that takes another back is kept under the name of what it takes."""
    taken_back = entry.action == "event" and entry.detail.get("event") == "withdraw"
    return "unevent" if taken_back else entry.action


def act(action: str) -> str:
    """What an action is called; one that this table does not know goes by its own name."""
    return say(f"secretary.act.{action}") if action in KNOWN else clean_line(action)


def _facts(entry: LogEntry) -> str:
    """What the entry says of people, cases and numbers; nothing that is empty or said twice."""
    told = {
        f"{say(f'secretary.fact.{_name(entry.action, key)}')} {_said(entry, key)}": None
        for key in SAID
        if entry.detail.get(key) and not (key == "subject" and entry.action in NO_JUDGE)
    }
    return f": {', '.join(told)}" if told else ""


def _name(action: str, key: str) -> str:
    return ABOUT.get(action, key) if key == "subject" else key


def _said(entry: LogEntry, key: str) -> str:
    """The value; the reason of a correction is kept as a code."""
    value = entry.detail[key]
    if entry.action == "correction" and key == "reason" and value in WHY_CORRECTED:
        return say(f"correction.{value}")
    return _value(value)


def _value(value: object) -> str:
    """A short list one by one, a long one by its length."""
    if isinstance(value, list):
        return " ".join(map(str, value)) if len(value) <= LISTED else str(len(value))
    return clean_line(str(value))
