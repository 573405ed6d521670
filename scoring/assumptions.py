"""What `rank --what-if` may be asked: `key=value`, read and refused.

The grammar is fixed, one `key=value` each:

    without-judge=J03      without-case=007
    recused=J03/007        this judge leaves this case, in every stage the judge is in
    judge-weight.J03=2     what the ballots of a judge count for
    weight.KEY=40          the other weights share the rest in their old proportion
    total.STAGE=0.6        the same for the weights of the stages
    method=median          mean | trimmed_mean | trimmed_sum | median | sum
    high=2  low=2          drop so many; makes the method trimmed_mean
    from=5  of=total       trim from so many ballots; total | criterion | judge
    policy=zero            exclude | block | zero
    min_ballots=5
    rounding.mode=half_even  rounding.places=1  rounding.when=final
    by=exact               published | exact
    shared=dense           skip | dense
    tier.KEY=12            another size of a tier
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from scoring.points import parse_points

Fault = Literal["form", "key", "value", "name", "weights", "trim"]
NAMED = ("weight", "tier", "judge-weight", "total")
KEYS = (
    "without-judge", "without-case", "recused", "judge-weight.KEY", "weight.KEY", "total.KEY",
    "method", "high", "low", "from", "of", "policy", "min_ballots", "rounding.mode",
    "rounding.places", "rounding.when", "by", "shared", "tier.KEY",
)  # fmt: skip


class WhatIfError(Exception):
    """An assumption that cannot be made.

    form: no `key=value`; key: unknown; value: not one of `known`; name: no such judge, case,
    criterion or tier; weights: they leave nothing for the others, or do not add to 100;
    trim: dropping does not go with the method, or as many are dropped as there are ballots.
    """

    def __init__(self, code: Fault, text: str, known: Iterable[str] = ()) -> None:
        super().__init__(code, text)
        self.code, self.text, self.known = code, text, tuple(known)


@dataclass(frozen=True)
class Assumption:
    """One `key=value` as written; `name` is what follows the point of those in NAMED."""

    text: str
    key: str
    name: str
    value: str


def parse(text: str) -> Assumption:
    """One assumption. Raises WhatIfError form or key."""
    key, equals, value = (part.strip() for part in text.partition("="))
    if not (key and equals and value):
        raise WhatIfError("form", text, KEYS)
    head, _, name = key.partition(".")
    if head in NAMED and name:
        return Assumption(text, head, name, value)
    if key not in KEYS or key.endswith(".KEY"):
        raise WhatIfError("key", text, KEYS)
    return Assumption(text, key, "", value)


def known_name(one: Assumption, name: str, known: Sequence[str]) -> str:
    if name not in known:
        raise WhatIfError("name", one.text, known[:20])
    return name


def choice(one: Assumption, literal: Any) -> Any:
    choices: tuple[str, ...] = get_args(literal)
    if one.value not in choices:
        raise WhatIfError("value", one.text, choices)
    return one.value


def whole(one: Assumption, low: int, high: int) -> int:
    number = parse_points(one.value, 0)
    if number is None or not low <= number <= high:
        raise WhatIfError("value", one.text, (f"{low} - {high}",))
    return number
