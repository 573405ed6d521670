"""The log for people: what was done, in a sentence; never a score."""

from __future__ import annotations

from collections.abc import Mapping

from award.log_sentences import ACTORS
from db.records import LogEntry
from words import say
from words.text import clean_line

KNOWN = frozenset(
    {
        "create", "add-nominations", "add-judges", "add-recusals", "recuse", "withdraw-recusal",
        "submit", "revise", "reopen", "decide", "result", "export", "collect", "open", "slate",
        "keys", "issue", "close", "late", "ruling", "withdrawal", "assignment", "attach",
        "detach", "previous-differs", "runoff", "runoff-ballot",
        "voted", "secret-ballots", "runoff-voted",
    }
)  # fmt: skip
SAID = ("judge", "subject", "case", "number", "new", "ballots", "cases", "result", "reason")
LISTED = 8  # cases that are named one by one


def log_line(entry: LogEntry) -> str:
    """`06-30 09:15 secretary sent a ballot back: judge J03, reason ...`."""
    day = clean_line(entry.at[5:16]).replace("T", " ")
    actor = say(f"log.actor.{entry.actor}") if entry.actor in ACTORS else clean_line(entry.actor)
    return f"{day} {actor} {act(entry.action)}{_facts(entry.detail)}"


def act(action: str) -> str:
    """What an action is called; one that this table does not know goes by its own name."""
    return say(f"secretary.act.{action}") if action in KNOWN else clean_line(action)


def _facts(detail: Mapping[str, object]) -> str:
    """What the entry says of people, cases and numbers; nothing that is empty."""
    told = [
        f"{say(f'secretary.fact.{key}')} {_value(detail[key])}" for key in SAID if detail.get(key)
    ]
    return f": {', '.join(told)}" if told else ""


def _value(value: object) -> str:
    """A short list one by one, a long one by its length."""
    if isinstance(value, list):
        return " ".join(map(str, value)) if len(value) <= LISTED else str(len(value))
    return clean_line(str(value))
