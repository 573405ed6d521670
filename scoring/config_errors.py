"""Mistakes in config.toml as data: a stable code, the path to the place, the values to show.

The sentences are in words/errors_config.py. Here every complaint of pydantic gets one of
our codes, so that no text of a library reaches the user.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any, get_args

from pydantic import ValidationError

from scoring.config_mistakes import LISTS, RuleProblem
from scoring.config_model import Config, Table
from scoring.config_read import Path

MAX_PROBLEMS = 100  # reported in full; beyond it only their number

PLAIN_KEYS = {"format", "award", "id", "name", "key", "criterion"}
"""Required keys on which no medal depends; of the others we say why there is no default."""


def bounded(problems: Iterator[RuleProblem]) -> tuple[RuleProblem, ...]:
    """The first problems, and one that counts the rest, so that no file floods the screen."""
    shown = tuple(islice(problems, MAX_PROBLEMS))
    rest = sum(1 for _ in problems)
    return (*shown, RuleProblem("E-RULE-MORE", (), {"count": rest})) if rest else shown


def from_pydantic(error: ValidationError) -> Iterator[RuleProblem]:
    """Our problems for what the models refused, in the order of the models.

    Beyond those that are shown they are only counted: looking for a like word takes long.
    """
    for at, found in enumerate(error.errors(include_url=False, include_input=False)):
        path = tuple(found["loc"])
        shown = at < MAX_PROBLEMS
        yield _problem(found["type"], path, found.get("ctx", {})) if shown else _wrong(path, {})


def nearest(word: str, known: list[str]) -> str:
    """The known word most like this one; empty where none is alike."""
    return next(iter(difflib.get_close_matches(word[:64], known, 1, 0.6)), "")


def keys_of(model: type[Table]) -> list[str]:
    """The keys of a table as written in the file."""
    return [info.alias or name for name, info in model.model_fields.items()]


def _problem(kind: str, path: Path, ctx: Mapping[str, Any]) -> RuleProblem:
    if kind.startswith("E-RULE-"):
        return RuleProblem(kind, path, dict(ctx))
    return _KINDS.get(kind, _wrong)(path, ctx)


def _missing(path: Path, _: Mapping[str, Any]) -> RuleProblem:
    plain = path[-1] in PLAIN_KEYS
    code = "E-RULE-MISSING" if plain else "E-RULE-NODEFAULT"
    return RuleProblem(code, path, {"key": path[-1]})


def _unknown(path: Path, _: Mapping[str, Any]) -> RuleProblem:
    known, key = keys_of(_model_at(path[:-1])), str(path[-1])
    near = nearest(key, known)
    if near:
        return RuleProblem("E-RULE-TYPO", path, {"key": key, "near": near})
    return RuleProblem("E-RULE-UNKNOWN", path, {"key": key, "known": ", ".join(known)})


def _model_at(path: Path) -> type[Table]:
    """The class of the table at a path; positions in lists are stepped over."""
    model: type[Table] = Config
    for step in (step for step in path if isinstance(step, str)):
        infos = {info.alias or name: info for name, info in model.model_fields.items()}
        model = next(_tables_in(infos[step].annotation))
    return model


def _tables_in(annotation: object) -> Iterator[type[Table]]:
    if isinstance(annotation, type) and issubclass(annotation, Table):
        yield annotation
    for part in get_args(annotation):
        yield from _tables_in(part)


def _choice(path: Path, ctx: Mapping[str, Any]) -> RuleProblem:
    allowed = re.findall(r"'([^']*)'", ctx["expected"])
    return RuleProblem("E-RULE-CHOICE", path, {"allowed": ", ".join(allowed)})


def _table(path: Path, _: Mapping[str, Any]) -> RuleProblem:
    """A name wants both languages; anything else wants `[table]` or `{ key = value }`."""
    names = path[-1] in {"name", "title", "guide", "head", "label", "line"} or "reasons" in path
    return RuleProblem("E-RULE-LANGUAGES" if names else "E-RULE-TABLE", path, {"key": _key(path)})


def _list(path: Path, _: Mapping[str, Any]) -> RuleProblem:
    tables = path[-1] in LISTS
    return RuleProblem("E-RULE-TABLES" if tables else "E-RULE-LIST", path, {"key": _key(path)})


def _pattern(path: Path, _: Mapping[str, Any]) -> RuleProblem:
    return RuleProblem("E-RULE-ID" if path[-1] == "id" else "E-RULE-KEY", path)


def _key(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _code(code: str, limit: str = "") -> Callable[[Path, Mapping[str, Any]], RuleProblem]:
    """A problem that takes at most a limit from pydantic's context."""

    def make(path: Path, ctx: Mapping[str, Any]) -> RuleProblem:
        return RuleProblem(code, path, {"limit": ctx[limit]} if limit else {})

    return make


_wrong = _code("E-RULE-WRONG")
_KINDS: Mapping[str, Callable[[Path, Mapping[str, Any]], RuleProblem]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "invalid_key": _wrong,
    "literal_error": _choice,
    "model_type": _table,
    "dict_type": _table,
    "list_type": _list,
    "int_type": _code("E-RULE-WHOLE"),
    "bool_type": _code("E-RULE-BOOL"),
    "string_type": _code("E-RULE-TEXT"),
    "string_unicode": _code("E-RULE-TEXT"),
    "string_pattern_mismatch": _pattern,
    "greater_than_equal": _code("E-RULE-ATLEAST", "ge"),
    "less_than_equal": _code("E-RULE-ATMOST", "le"),
    "too_long": _code("E-RULE-TOOMANY", "max_length"),
    "string_too_long": _code("E-RULE-TOOLONG", "max_length"),
    "too_short": _code("E-RULE-EMPTY"),
}
