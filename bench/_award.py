"""What the database benches share: the default rules, and a clock around one piece of work."""

from __future__ import annotations

import random
import time
import tomllib
from array import array
from collections.abc import Callable
from pathlib import Path

from award.rules_file import default_config_text
from db import ballots, log, payload
from db.connection import connect, writing
from db.payload import Sheet
from db.records import Ballot, Judge, Nomination
from db.rules_digest import digest_of
from db.store import Store
from scoring.config import parse_rules
from scoring.rules import Rules

SEED = 1
AT = "2026-11-23T16:00:00+08:00"


def default_rules() -> Rules:
    """The rules every new award starts with."""
    return parse_rules(tomllib.loads(default_config_text()))


def timed(work: Callable[[], object]) -> float:
    """Seconds of one run."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def make_ballots(path: Path, rules: Rules, judges: int, cases: int) -> None:
    """An award whose judges have all submitted. Ballots are written straight in: typing
    millions of scores is measured in `saving`."""
    if not path.exists():
        Store.create(path, "secretary").close()
    with Store.open(path) as store:
        rows = [Nomination(f"{i:05}", f"案例 {i}", "某单位", body=("段",)) for i in range(cases)]
        store.add_nominations(rows)
        store.add_judges([Judge(f"J{i:03}", f"评委{i}") for i in range(judges)])
    db = connect(path)
    with writing(db):
        for nth in range(judges):
            ballots.insert(db, log.next_number(db), _ballot(nth, rules, cases))
            log.append(db, AT, f"J{nth:03}", "submit", {})
    db.close()


def _ballot(nth: int, rules: Rules, cases: int) -> Ballot:
    rng, keys = random.Random(SEED + nth), tuple(c.key for c in rules.stage.criteria)
    size = cases * len(keys)
    sheet = Sheet(
        judge=f"J{nth:03}",
        revision=1,
        rules=digest_of(rules),
        nonce=f"{nth:032x}",
        criteria=keys,
        cases=tuple(f"{i:05}" for i in range(cases)),
        states=b"\1" * size,
        points=array("q", [rng.randrange(201) * 5 for _ in range(size)]),
        comments={},
        recusals={},
    )
    data = payload.pack(sheet)
    return Ballot(sheet.judge, 1, (), data, payload.digest_of(data), payload.receipt(data), AT)
