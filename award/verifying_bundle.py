"""What a check of an archive says, and the files it looks at, each read when first needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias, cast

from award.lenient import build as build_record
from award.printed import agrees_with
from award.published import rules_from, sheet_of
from award.published_inputs import FACTS, inputs_from, seats_from
from award.published_names import under_labels
from award.published_stages import FIRST, SLATES, Panel, matrices_in, panels_in
from db.payload import Sheet
from db.records import Nomination
from exchange.bundle import Files
from exchange.closing import SignedSheet, from_toml
from exchange.fields import unpack
from exchange.objects import Slate
from files import canonical
from scoring.inputs import AwardInputs
from scoring.recount import recount_award
from scoring.result import Decision, Outcome
from scoring.rules import Rules
from sheets.sheet_model import Head
from words import Bad, pick

HELD, FAILED, UNCHECKED = "held", "failed", "unchecked"
ALL_HELD, SOMETHING_FAILED, COULD_NOT_RUN, NOT_ALL_CHECKED = 0, 1, 2, 3


@dataclass(frozen=True)
class Line:
    """One thing that was checked; `key` names its sentence."""

    verdict: str
    key: str
    params: Mapping[str, object] = field(default_factory=dict)


Check: TypeAlias = Callable[["Bundle"], Iterator[Line]]


def exit_code(lines: list[Line]) -> int:
    """0 all held, 1 something failed, 3 held but something was not checked."""
    verdicts = {line.verdict for line in lines}
    if FAILED in verdicts:
        return SOMETHING_FAILED
    return NOT_ALL_CHECKED if UNCHECKED in verdicts else ALL_HELD


def says(holds: bool, key: str, **params: object) -> Line:
    """A line that holds or not; the sentence has a good and a bad form."""
    return Line(HELD if holds else FAILED, f"{key}.{'good' if holds else 'bad'}", params)


class Bundle:
    """The files of an archive, each read when a check first needs it.

    `digests` are those that somebody has on paper, as typed.
    """

    def __init__(self, files: Files, digests: Sequence[str] = ()) -> None:
        self.files, self.digests = files, digests

    def printed(self, digest: str) -> bool:
        """Whether somebody has this digest on paper."""
        return any(agrees_with(one, digest) for one in self.digests)

    def file(self, name: str) -> bytes:
        if name not in self.files:
            raise Bad("E-FORMAT", name, need=name)
        return self.files[name]

    def json(self, name: str) -> Any:
        return canonical.loads(self.file(name))

    @cached_property
    def slate(self) -> Slate:
        return unpack(Slate, self.file("slate.json"))

    @cached_property
    def rules(self) -> tuple[Rules, str]:
        return rules_from(self.file("rules.json"))

    @cached_property
    def result(self) -> dict[str, Any]:
        return cast(dict[str, Any], self.json("result.json"))

    @cached_property
    def head(self) -> Head:
        return cast(Head, build_record(Head, self.result["result"]))

    @cached_property
    def panels(self) -> dict[str, Panel]:
        """The panel of each stage that judges fill in, by its key."""
        return panels_in({**self.files, FIRST: self.file(FIRST)}, self.rules[0])

    @cached_property
    def slates(self) -> dict[str, Slate]:
        """The slate of every round that was frozen, by the key of its stage, in that order."""
        earlier = sorted(name for name in self.files if name.startswith(SLATES))
        found = [unpack(Slate, self.files[name]) for name in earlier]
        ordered = sorted(found, key=lambda one: one.version)
        return {one.stage: one for one in (*ordered, self.slate)}

    @cached_property
    def close_sheets(self) -> dict[str, SignedSheet]:
        """The close sheet of every round that was closed, by the key of its stage."""
        names = sorted(name for name in self.files if name.startswith("close/"))
        names = [name for name in ("close-sheet.toml", *names) if name.endswith(".toml")]
        found = [from_toml(self.files[name]) for name in names if name in self.files]
        return {one.header.stage: one for one in found}

    def name_of(self, stage: str) -> str:
        """What a stage is called, in the user's language."""
        named = {one.key: one.name for one in self.rules[0].passes()}
        return pick((named[stage].zh, named[stage].en)) if stage in named else stage

    @property
    def without_sheet(self) -> list[str]:
        """The stages in which ballots were given and no close sheet was made."""
        return [key for key in self.panels if key not in self.close_sheets]

    @cached_property
    def ballots(self) -> dict[str, bytes]:
        """The anonymous parts by the receipt they are named after."""
        names = sorted(name for name in self.files if name.startswith("ballots/"))
        return {name[len("ballots/") : -len(".json")]: self.files[name] for name in names}

    @cached_property
    def sheets(self) -> dict[str, Sheet]:
        return {receipt: sheet_of(data, receipt) for receipt, data in self.ballots.items()}

    @cached_property
    def log(self) -> list[dict[str, Any]]:
        lines = self.file("log.jsonl").splitlines()
        return [cast(dict[str, Any], canonical.loads(line)) for line in lines]

    @cached_property
    def cases(self) -> list[Nomination]:
        """The cases as the result names them; their texts are in the restricted bundle."""
        return [
            Nomination(
                str(one["number"]),
                str(one["title"]),
                str(one["unit"]),
                str(one["field"]),
                str(one["level"]),
                str(one["region"]),
            )
            for one in self.result["cases"]
        ]

    @cached_property
    def order(self) -> list[str]:
        """The cases in the order they were counted in, which is that of the scores."""
        if FACTS in self.files:
            return [one["case"] for one in self.json(FACTS)["cases"]]
        return list(dict.fromkeys(row["case"] for row in self.result["scores"]))

    @cached_property
    def inputs(self) -> AwardInputs:
        """What the count is given."""
        decisions = build_record(tuple[Decision, ...], self.result["decisions"])
        matrices = matrices_in(self.rules[0], self.panels, self.sheets, self.order)
        return inputs_from(self.files, matrices, decisions, self.order)

    @cached_property
    def counted_rules(self) -> Rules:
        """The rules with labels in the place of the judges whom they name."""
        return under_labels(self.rules[0], seats_from(self.files))

    @cached_property
    def outcome(self) -> Outcome:
        return recount_award(self.counted_rules, self.inputs)
