"""An entry of the log as a sentence; one that this program does not know stays as it is kept."""

from __future__ import annotations

import json
from collections.abc import Mapping

from award.folder import Award
from db.records import LogEntry
from words import pick, say
from words.catalog import entry as entry_of
from words.text import clean_line, moment

LISTED = 8  # cases or files that are named one by one
SEEN = 12  # characters of a digest
ACTORS = frozenset({"secretary", "chair"})
SAYS_WHY = frozenset({"correction"})  # whose sentence holds the reason
Detail = Mapping[str, object]


def log_sentence(entry: LogEntry, criteria: Mapping[str, str]) -> str:
    """`12  2026-06-30 09:15:00  秘书：退回了评委 J03 的评分表 ...`; criteria by key."""
    return say(
        "log.line",
        n=f"{entry.n:>5}",
        at=moment(entry.at),
        actor=say(f"log.actor.{entry.actor}") if entry.actor in ACTORS else clean_line(entry.actor),
        what=_what(entry, criteria),
        digest=entry.digest[:SEEN],
    )


def _what(entry: LogEntry, criteria: Mapping[str, str]) -> str:
    """The sentence; where anything it needs is not there, action and detail as they are kept."""
    detail = entry.detail
    try:
        facts = {key: clean_line(str(value)) for key, value in detail.items()}
        said = say(_key(entry), **{**facts, **_in_words(entry.action, detail, criteria)})
    except (KeyError, TypeError):
        return f"{clean_line(entry.action)} {json.dumps(dict(detail), ensure_ascii=False)}"
    return said + _file(detail) + _why(entry)


def _key(entry: LogEntry) -> str:
    """Raises KeyError for an action without a sentence."""
    taken_back = entry.action == "event" and entry.detail.get("event") == "withdraw"
    key = "log.act.unevent" if taken_back else f"log.act.{entry.action}"
    entry_of(key)
    return key


def _in_words(action: str, detail: Detail, criteria: Mapping[str, str]) -> dict[str, str]:
    """What is kept as a code or a list, as words. Raises KeyError for a code nobody knows."""
    if action == "decide":
        about = "judge" if detail.get("judge") else "cases"
        facts = {"judge": str(detail.get("judge")), "cases": _list(detail["cases"])}
        kind = say(f"log.kind.{detail['kind']}")
        return {"kind": kind, "about": say(f"log.about.{about}", **facts)}
    if action == "correction":
        key = str(detail["criterion"])
        return {
            "criterion": criteria.get(key, key),
            "reason": say(f"correction.{detail['reason']}"),
        }
    return dict(_single(action, detail))


def _single(action: str, detail: Detail) -> list[tuple[str, str]]:
    if action == "result":
        return [("kind", say(f"cli.export.{detail['kind']}"))]
    if action == "export":
        files = detail["files"]
        return [("count", str(len(files) if isinstance(files, list) else files))]
    if action == "voted":
        return [("listed", _list(detail.get("judges", [detail.get("judge")])))]
    if action == "secret-ballots":
        return [("missing", _absent(detail))]
    if action == "runoff":
        facts = {**detail, "cases": _list(detail.get("cases")), "missing": _absent(detail)}
        return [("what", say(f"log.runoff.{detail['act']}", **facts))]
    if action == "withdrawal":
        return [("scores", say(f"log.scores.{detail['scores']}"))]
    if action == "paper-check":
        return [("agreed", say(f"log.agreed.{'yes' if detail['agreed'] else 'no'}"))]
    if action == "event" and detail["event"] != "withdraw":
        return [("what", say(f"stages.event_{detail['event']}"))]
    if action in {"attach", "detach"}:
        return [("listed", _list(detail["cases"]))]
    return []


def _absent(detail: Detail) -> str:
    """Who did not vote before a box was opened or a runoff ended; empty where all did."""
    missing = detail.get("missing")
    return say("log.not_voted", listed=_list(missing)) if missing else ""


def _list(value: object) -> str:
    names = [clean_line(str(one)) for one in value] if isinstance(value, list) else []
    rest = say("log.more", count=len(names)) if len(names) > LISTED else ""
    return say("log.and").join(names[:LISTED]) + rest


def _file(detail: Detail) -> str:
    """The file an import came from."""
    if "new" not in detail or not detail.get("file"):
        return ""
    return say("log.from", file=clean_line(str(detail["file"])))


def _why(entry: LogEntry) -> str:
    detail = entry.detail
    reason = detail.get("note" if entry.action in SAYS_WHY else "reason")
    return say("log.reason", reason=clean_line(str(reason))) if reason else ""


def name_of_criterion(award: Award, key: str) -> str:
    """What people call a criterion; its key where the rules no longer have it."""
    return names_of_criteria(award).get(key, key)


def names_of_criteria(award: Award) -> dict[str, str]:
    """The names of the criteria by key."""
    stages = award.rules.stages
    return {one.key: pick((one.name.zh, one.name.en)) for each in stages for one in each.criteria}
