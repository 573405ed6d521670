"""config.toml as a file: read it bounded, parse it, check it, say every mistake and its line.

Unquoted decimals (weight = 12.5) are taken exactly as written, never as binary floats.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from award import screen_rules, side_rules
from award.exchange_rules import SEALED, ExchangeRules, exchange_of, problems_of, split
from award.rules_lines import line_of, lines_of
from award.rules_syntax import mistake
from award.rules_text import decoded, hazards
from award.screen_rules import USUAL, ScreenRules
from award.side_rules import NO_SIDES, Sides
from db.rules_digest import digest_of
from files.reading import read_bounded
from scoring.config_mistakes import LISTS, RuleErrors, RuleProblem
from scoring.rules import Rules, Text
from words import Bad, Problem, say
from words.text import clean_line, cut

LIMIT = 1024 * 1024
MAX_SHOWN = 80  # cells of a foreign word in a message
MAX_TEXT_PROBLEMS = 20


@dataclass(frozen=True)
class Vouched:
    """What an award's log says of the file that was checked whole and frozen: the SHA-256 of its
    bytes, and the digest of the rules it gave.
    """

    file: str
    rules: str


@dataclass(frozen=True)
class RulesFile:
    """The rules of one file. `data` is what the file says, decimals as text.

    `digest` is over what decides a medal or is read by a judge: comments, spaces, the
    announcement and the deadline do not count. Every ballot says it.
    `exchange` says how ballots travel; it is no part of the rules or of `data`. `sides` are the
    tables that the count does not read, `sides_data` as they stand in the file.
    """

    rules: Rules
    digest: str
    text: str
    data: Mapping[str, object]
    exchange: ExchangeRules = SEALED
    sides: Sides = NO_SIDES
    sides_data: Mapping[str, object] = field(default_factory=dict)
    screens: ScreenRules = USUAL  # keys and pictures; they bear on no result
    file: str = ""  # the SHA-256 of its bytes

    @property
    def whole_data(self) -> Mapping[str, object]:
        """Everything in the file that bears on a result: the rules and the side tables."""
        return {**self.data, **self.sides_data}

    @property
    def name(self) -> Text:
        """What the award is called."""
        return self.rules.name


def load_rules(path: Path | str, vouched: Vouched | None = None) -> RulesFile:
    """The rules in a file.

    Raises what `read_bounded` raises, or all the mistakes of the file together (E-RULE-...).
    """
    path = Path(path)
    return _known_of(read_bounded(path, LIMIT), clean_line(path.name), vouched)


def rules_of(data: bytes, name: str = "config.toml", vouched: Vouched | None = None) -> RulesFile:
    """The rules in the bytes of a file; `name` is what the messages call it. Bytes that are
    vouched for are not checked a second time, which spares loading what checks them.
    """
    text = decoded(data, name)
    content, table = split(_parsed(text, name))
    content, tables = side_rules.split(content)
    content, shown = screen_rules.split(content)
    found = (
        *problems_of(table),
        *side_rules.problems_of(tables),
        *screen_rules.problems_of(shown),
    )
    file = sha256(data).hexdigest()
    try:
        frozen = _frozen_rules(content, file, vouched)
        rules = frozen or _checked(content)
    except RuleErrors as error:
        raise Bad.of(_located(error.problems + found, text, name)) from None
    if found:
        raise Bad.of(_located(found, text, name))
    exchange = exchange_of(table)
    sides, written = side_rules.sides_of(tables), _as_text_table(tables)
    said = _as_text_table(content)
    screens = screen_rules.screens_of(shown)
    digest = vouched.rules if frozen and vouched else digest_of(rules)
    return RulesFile(rules, digest, text, said, exchange, sides, written, screens, file)


# The screens open the award anew at every step: the same bytes give the same rules.
_known_of = lru_cache(maxsize=4)(rules_of)


def _checked(content: Mapping[str, object]) -> Rules:
    from scoring.config import parse_rules  # and with it the library that checks

    return parse_rules(content)


def _frozen_rules(
    content: Mapping[str, object], file: str, vouched: Vouched | None
) -> Rules | None:
    """The rules of a file that is byte for byte what was frozen, where this program still
    understands it as that one did; else None, and it is checked as any other.
    """
    if vouched is None or file != vouched.file:
        return None
    from scoring.config_plain import plain_rules

    try:
        rules = plain_rules(content)
        same = digest_of(rules) == vouched.rules
    except (Bad, ValueError, ArithmeticError, LookupError, TypeError, AttributeError):
        return None  # what an odd table may give, read or taken the digest of
    return rules if same else None


def default_config_text() -> str:
    """The default rules: the config.toml in the root, from a clone, an installed copy or a wheel.

    There is one such file. A wheel carries it inside this package; where it is not there, the
    package lies in the clone, beside the file itself.
    """
    carried = files("award").joinpath("config.toml")
    beside = Path(__file__).resolve().parent.parent / "config.toml"
    source = carried if carried.is_file() else beside
    return source.read_bytes().decode("utf-8")


def _parsed(text: str, name: str) -> dict[str, object]:
    found = [_at_line(name, *one) for one in _first(hazards(text))]
    if found:
        raise Bad.of(found)
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError, ArithmeticError) as error:
        raise Bad.of([_at_line(name, *mistake(text, error))]) from None


def _first(
    found: Iterable[tuple[str, int, dict[str, object]]],
) -> list[tuple[str, int, dict[str, object]]]:
    return [one for one, _ in zip(found, range(MAX_TEXT_PROBLEMS), strict=False)]


def _at_line(name: str, code: str, line: int, params: Mapping[str, object]) -> Problem:
    return Problem(code, f"{name} {say('rules.line', line=line)}", params)


def _located(problems: Iterable[RuleProblem], text: str, name: str) -> list[Problem]:
    """The problems in the order of the file, each with its line."""
    lines = lines_of(text)
    placed = [(line_of(lines, problem.path) or 0, problem) for problem in problems]
    placed.sort(key=lambda one: (one[1].path == (), one[0]))
    return [
        Problem(problem.code, _where(name, line, problem.path), _shown(problem.params))
        for line, problem in placed
    ]


def _where(name: str, line: int, path: tuple[str | int, ...]) -> str:
    """`config.toml line 31 [[criterion]] 2 weight`, in the language of the user."""
    parts = [name, say("rules.line", line=line) if line else "", *_path_words(path)]
    return " ".join(part for part in parts if part)


def _path_words(path: tuple[str | int, ...]) -> list[str]:
    """A table in its brackets, positions counted from 1."""
    steps = [_short(step) if isinstance(step, str) else str(step + 1) for step in path]
    if path and path[0] in LISTS:
        steps[0] = f"[[{steps[0]}]]"
    elif len(path) > 1:
        steps[0] = f"[{steps[0]}]"
    return steps


def _shown(params: Mapping[str, object]) -> dict[str, object]:
    """Values safe to show: what stood in the file is one short line."""
    return {
        key: _short(value) if isinstance(value, str) and key != "known" else value
        for key, value in params.items()
    }


def _short(text: str) -> str:
    return cut(clean_line(text), MAX_SHOWN)


def _as_text_table(table: Mapping[str, object]) -> dict[str, object]:
    return {key: _as_text(item) for key, item in table.items()}


def _as_text(value: object) -> object:
    """Decimals as written; everything else in checked rules is canonical already."""
    if isinstance(value, dict):
        return _as_text_table(value)
    if isinstance(value, list):
        return [_as_text(item) for item in value]
    return str(value) if isinstance(value, Decimal) else value
