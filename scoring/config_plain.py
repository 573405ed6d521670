"""The rules of a config.toml that was checked before, read without pydantic.

`verify` reads the rules file of an archive with this on a computer that has nothing but Python,
and compares. Here stands of each table what the models of `scoring.config_model` say of it: its
keys, how each is read, and what holds where it is left out. A test compares the two key by key.
Nothing is checked here: what is not as it must be raises some error, or gives other rules.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from scoring.config_build import build
from scoring.config_numbers import Exact, exact
from scoring.config_text import majority, one_line
from scoring.rules import Rules

Read = Callable[[Any], Any]


def number(value: object) -> Exact:
    """A number as written. Raises ValueError where it is none."""
    found = exact(value)
    if found is None:
        raise ValueError(value)
    return found


def as_is(value: object) -> object:
    return value


@dataclass(frozen=True)
class Key:
    """How the value of a key is read, and what it is where it is left out."""

    read: Read = as_is
    otherwise: object = None


class Form:
    """A table: its keys. `from` is a word of Python and is called `start`."""

    def __init__(self, **keys: Key) -> None:
        self.keys = keys

    def __call__(self, table: Mapping[str, Any]) -> Any:
        given = {"start" if key == "from" else key: value for key, value in table.items()}
        if strange := given.keys() - self.keys.keys():
            raise ValueError(sorted(strange))
        return SimpleNamespace(
            **{
                name: key.read(given[name]) if name in given else key.otherwise
                for name, key in self.keys.items()
            }
        )


def many(read: Read) -> Key:
    """A list; empty where it is left out."""
    return Key(lambda values: [read(value) for value in values], ())


def by_name(read: Read) -> Key:
    """A table of names; empty where it is left out."""
    return Key(lambda table: {name: read(value) for name, value in table.items()}, {})


ANY, NUMBER, WORDS = Key(), Key(number), Key(one_line, "")
NAME = Form(zh=WORDS, en=WORDS)
NAMED = Key(NAME, NAME({}))
SCALE = Form(min=NUMBER, max=NUMBER, step=NUMBER)
LEVEL = Form(start=NUMBER, zh=WORDS, en=WORDS)
CRITERION = Form(
    key=ANY, name=NAMED, weight=NUMBER, points=NUMBER, guide=NAMED, levels=many(LEVEL),
    scale=Key(SCALE), counted=Key(otherwise=True), optional=Key(otherwise=False),
    comment=Key(otherwise=False),
)  # fmt: skip
AGGREGATE = Form(method=ANY, of=ANY, high=ANY, low=ANY, start=ANY, unequal=ANY)
MISSING = Form(policy=ANY, min_ballots=ANY)
ROUNDING = Form(mode=ANY, places=ANY, when=ANY, interval=NUMBER)
MARKS = {
    "scale": Key(SCALE), "criterion": many(CRITERION), "aggregate": Key(AGGREGATE),
    "missing": Key(MISSING), "judge_weights": by_name(number),
}  # fmt: skip
STAGE = Form(
    **MARKS,
    key=ANY, name=NAMED, kind=ANY, judges=many(one_line),
    rounding=Key(Form(mode=ANY, places=ANY, interval=NUMBER)),
    promote=Key(Form(top=ANY, ratio=NUMBER, per=ANY, min_score=NUMBER, at_cut=ANY, ties=ANY)),
    public=Key(Form(
        convert=ANY, full=ANY, points=Key(many(number).read),
        bands=Key(many(Form(start=ANY, points=NUMBER)).read),
    )),
    vote=Key(Form(
        quorum=Key(majority), base=ANY, threshold=Key(majority), thresholds=by_name(majority),
        ticks=ANY, fewer=ANY, over=ANY, void_in_base=ANY, abstained_in_base=ANY, by=ANY,
            secret=Key(otherwise=False),
    )),
    panel=many(Form(key=ANY, judges=many(one_line))),
    second_mean=Key(otherwise=False), judge_adjust=by_name(number),
)  # fmt: skip
ANNOUNCE = Form(
    title=NAMED, order=Key(otherwise="rank"), fields=many(one_line),
    sequence=Key(otherwise="in_order"), head=NAMED, label=NAMED, line=NAMED,
)  # fmt: skip
RECUSAL = Form(reasons=many(NAME))
ADJUST = Form(
    key=ANY, name=NAMED, stage=ANY, measure=ANY, free=ANY, every=ANY, points=NUMBER, most=NUMBER,
    exact=Key(otherwise=False), required=Key(otherwise=False),
)  # fmt: skip
FACTOR = Form(
    key=ANY, name=NAMED, stage=ANY, criterion=ANY, measure=ANY, value=NUMBER, takes=ANY,
)  # fmt: skip
TIER = Form(
    key=ANY, name=NAMED, size=ANY, percent=NUMBER, percent_of=ANY, at_cut=ANY,
)  # fmt: skip
PUBLICATION = Form(backfill=ANY, reserves=Key(otherwise=0), workdays=Key(otherwise=0))
FILE = Form(
    **MARKS,
    format=ANY,
    award=Key(Form(id=ANY, name=NAMED, deadline=Key(otherwise=""))),
    rounding=Key(ROUNDING),
    ranking=Key(Form(by=ANY, ties=ANY, shared=ANY)),
    stage=many(STAGE),
    total=Key(Form(weights=by_name(number), add=ANY)),
    adjust=many(ADJUST),
    factor=many(FACTOR),
    line=many(Form(of=ANY, least=NUMBER, tier=ANY)),
    tier=many(TIER),
    cap=many(Form(by=ANY, value=Key(one_line), most=ANY, tier=ANY)),
    floor=many(Form(by=ANY, value=Key(one_line), least=ANY, tier=ANY)),
    publication=Key(PUBLICATION),
    recusal=Key(RECUSAL, RECUSAL({})),
    announce=Key(ANNOUNCE, ANNOUNCE({})),
)  # fmt: skip


def plain_rules(data: Mapping[str, object]) -> Rules:
    """The rules that the checked data of a config.toml says, side tables left out."""
    return build(FILE(data), data)
