"""Look a sentence up, in the language of the user."""

from __future__ import annotations

import importlib
import locale
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, cast

Lang = Literal["zh", "en"]
LANGUAGES: tuple[Lang, Lang] = ("zh", "en")
ERROR_TABLES = (
    "errors",
    "errors_assignment",
    "errors_cli",
    "errors_collect",
    "errors_config",
    "errors_db",
    "errors_exchange",
    "errors_export",
    "errors_files",
    "errors_intake",
    "errors_rulebook",
    "errors_secretary",
    "errors_stages",
    "errors_tui",
    "errors_usage",
    "errors_votes",
    "exchange",
)

_current: Lang | None = None


def use(lang: str | None) -> Lang:
    """Set the language of everything said from now on; `None` takes it from the machine."""
    global _current
    _current = next((known for known in LANGUAGES if known == lang), None) or _from_machine()
    return _current


def language() -> Lang:
    """The language in use, from the machine where nobody has set one."""
    return _current or use(None)


def _from_machine() -> Lang:
    """`zh` on a machine set to Chinese, else `en`; PINGXUAN_LANG decides before the locale."""
    names = [os.environ.get(key, "") for key in ("PINGXUAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")]
    first = next((name for name in names if name), "") or (locale.getlocale()[0] or "")
    return "zh" if first.lower().startswith(("zh", "chinese")) else "en"


@cache
def _table(module: str) -> Mapping[str, tuple[str, str]]:
    return cast(Mapping[str, tuple[str, str]], importlib.import_module(f"words.{module}").WORDS)


def entry(key: str) -> tuple[str, str]:
    """The (Chinese, English) pair of one id. Raises KeyError where the id is unknown."""
    if key.startswith(("E-", "W-")):
        for name in ERROR_TABLES:
            if key in _table(name):
                return _table(name)[key]
        raise KeyError(key)
    return _table(key.partition(".")[0])[key]


def pick(pair: tuple[str, str] | Mapping[str, str], lang: str | None = None) -> str:
    """Of a text given in both languages, the one in use; the other where it is empty."""
    lang = lang or language()
    zh, en = (pair.get("zh", ""), pair.get("en", "")) if isinstance(pair, Mapping) else pair
    return (zh or en) if lang == "zh" else (en or zh)


def say(key: str, lang: str | None = None, /, **params: object) -> str:
    """The sentence of one id with its values put in; values are shown literally."""
    return pick(entry(key), lang).format(**params)


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: a stable code, where it is, and the values of its sentence.

    `where` is text such as `config.toml [tier 2] size` or `cases.xlsx 表1 B7`.
    """

    code: str
    where: str = ""
    params: Mapping[str, object] = field(default_factory=dict)


class Bad(Exception):
    """What the user must be told: one or several problems, never a traceback.

    >>> raise Bad("E-NOAWARD", path="here")
    """

    def __init__(self, code: str, where: str = "", /, **params: object) -> None:
        super().__init__(code)
        self.problems: tuple[Problem, ...] = (Problem(code, where, params),)

    @classmethod
    def of(cls, problems: Iterable[Problem]) -> Bad:
        """All the mistakes of one file or one command together."""
        bad = cls("E-NONE")
        bad.problems = tuple(problems)
        return bad

    @property
    def code(self) -> str:
        return self.problems[0].code

    @property
    def params(self) -> Mapping[str, object]:
        return self.problems[0].params

    def __str__(self) -> str:
        return "; ".join(sentence(problem) for problem in self.problems)


def sentence(problem: Problem, lang: str | None = None) -> str:
    """The one sentence of a problem: where, what, what to do, and the code in brackets."""
    said = say(problem.code, lang, **problem.params)
    place = f"{problem.where}: " if problem.where else ""
    return f"{place}{said} [{problem.code}]"
