"""A new award by questions in plain words: the answers become a config.toml.

The text of the default rules is the form; what the answers change is put in place, the rest
stays with its comments. Whatever comes out is checked like any other config.toml.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from award.folder import create
from award.rules_file import RulesFile, default_config_text, rules_of
from words import Bad, say, sentence
from words.text import clean_line

Answers = Mapping[str, str]
_PAIR = re.compile(r"(?P<name>.+?)\s*(?P<number>[0-9]+(?:\.[0-9]+)?)\s*%?")
_BETWEEN = re.compile(r"[,，、;；\n]+|(?<=[0-9%])\s+(?=[^\s0-9%])")
_DAY = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s*(\d{1,2})(?:[:时点](\d{2})?分?))?"
)


@dataclass(frozen=True)
class Question:
    """One question; its words are `create.KEY` and `create.KEY.about`.

    With `choices` one of them is picked, their words are `create.KEY.CHOICE`.
    """

    key: str
    start: str
    choices: tuple[str, ...] = ()


QUESTIONS = (
    Question("name", ""),
    Question("id", "award-1"),
    Question("deadline", ""),
    Question("criteria", "创新性 25，实际成效 35，群众满意 25，示范推广 15"),
    Question("full", "100"),
    Question("method", "trimmed_mean", ("trimmed_mean", "mean", "median")),
    Question("ballots", "3"),
    Question("places", "2", ("2", "1", "0", "3")),
    Question("tiers", "经典案例 10，优秀案例 10"),
    Question("cut", "open", ("open", "include", "exclude")),
    Question("mode", "sealed", ("sealed", "open")),
)


def start_answers() -> dict[str, str]:
    """What is answered where nobody answers: the default rules."""
    answers = {one.key: one.start for one in QUESTIONS}
    return answers | {key: say(f"create.{key}.start") for key in ("name", "criteria", "tiers")}


def config_of(answers: Answers) -> str:
    """The config.toml of the answers.

    Raises E-CREATE-LIST for criteria or tiers that are no list of names with numbers, or
    every mistake of the rules together.
    """
    text = default_config_text()
    for change in (_award, _scale, _criteria, _count, _tiers, _announced, _mode):
        text = change(text, answers)
    rules_of(text.encode("utf-8"))
    return text


def preview(answers: Answers) -> RulesFile:
    """The rules that the answers make, for reading before anything is written."""
    return rules_of(config_of(answers).encode("utf-8"))


def mistake(answers: Answers, asked: int) -> str:
    """What is wrong with the answers to the first `asked` questions, as sentences."""
    given = {one.key: answers[one.key] for one in QUESTIONS[:asked]}
    try:
        config_of({**start_answers(), **given})
    except Bad as bad:
        return " ".join(_without_quotes(sentence(replace(one, where=""))) for one in bad.problems)
    return ""


def _without_quotes(said: str) -> str:
    """Who answers a question types no quotes, which a line of config.toml has."""
    code = "[E-RULE-DEADLINE]"
    return f"{say('create.deadline.wrong')} {code}" if said.endswith(code) else said


def create_award(folder: Path, answers: Answers) -> Path:
    """Write the folder. Raises what `config_of` and `award.folder.create` raise."""
    return create(folder, config_of(answers))


# --- the parts of the text -------------------------------------------------------------


def _set(text: str, key: str, value: str) -> str:
    """The first line `key = ...` with another value; its comment stays."""
    pattern = re.compile(rf"^({re.escape(key)} = )(\".*?\"|\{{.*?\}}|[^\s#]+)", re.MULTILINE)
    assert pattern.search(text), key
    return pattern.sub(lambda found: found[1] + value, text, count=1)


def _quoted(text: str) -> str:
    """A TOML string: JSON's escapes are TOML's."""
    return json.dumps(clean_line(text), ensure_ascii=False)


def _named(name: str) -> str:
    language = "en" if name.isascii() else "zh"
    return f"{{ {language} = {_quoted(name)} }}"


def _award(text: str, answers: Answers) -> str:
    text = _set(text, "id", _quoted(answers["id"]))
    text = _set(text, "name", _named(answers["name"]))
    return _set(text, "deadline", _quoted(_day(answers["deadline"])))


def _day(typed: str) -> str:
    """`2026年6月30日 18:00` or `2026/6/30` as the rules write it; anything else as it is."""
    found = _DAY.fullmatch(unicodedata.normalize("NFKC", typed.strip()))
    if found is None:
        return typed
    year, month, day, hour, minute = found.groups()
    time = f" {int(hour):02}:{minute or '00'}" if hour else ""
    return f"{year}-{int(month):02}-{int(day):02}{time}"


def _scale(text: str, answers: Answers) -> str:
    return _set(text, "max", _quoted(answers["full"]))


def _criteria(text: str, answers: Answers) -> str:
    """Other criteria than the default ones lose the default's guides and levels."""
    changed = answers["full"] != "100" or answers["criteria"] != say("create.criteria.start")
    if not changed:
        return text
    pairs = _pairs("criteria", answers["criteria"])
    blocks = [
        f'[[criterion]]\nkey = "c{at}"\nname = {_named(name)}\nweight = "{weight}"\n'
        for at, (name, weight) in enumerate(pairs, 1)
    ]
    text = _between(text, "[[criterion]]", "[aggregate]", "\n".join(blocks) + "\n")
    heaviest = max(range(len(pairs)), key=lambda at: Fraction(pairs[at][1])) + 1
    ties = f'["criterion:c{heaviest}", "median", "decision"]'
    return re.sub(r"^ties = \[.*?\]", lambda _found: f"ties = {ties}", text, flags=re.MULTILINE)


def _count(text: str, answers: Answers) -> str:
    """The method, the fewest ballots and the rounding."""
    text = _set(text, "method", _quoted(answers["method"]))
    if answers["method"] != "trimmed_mean":
        for key in ("of", "high", "low", "from"):  # they belong to the method that drops
            text = re.sub(rf"^{key} = .*\n", "", text, count=1, flags=re.MULTILINE)
    text = _set(text, "min_ballots", clean_line(answers["ballots"]) or "0")
    return _set(text, "places", answers["places"])


def _tiers(text: str, answers: Answers) -> str:
    pairs = _pairs("tiers", answers["tiers"]) if answers["tiers"].strip() else []
    blocks = [
        f'[[tier]]\nkey = "t{at}"\nname = {_named(name)}\nsize = {size}\n'
        f"at_cut = {_quoted(answers['cut'])}\n"
        for at, (name, size) in enumerate(pairs, 1)
    ]
    return _between(text, "[[tier]]", "[recusal]", "\n".join(blocks) + "\n")


def _announced(text: str, answers: Answers) -> str:
    """In the order of merit, until the committee says otherwise."""
    text = _between(text, "title = ", "order = ", f"title = {_named(answers['name'])}\n")
    text = _set(text, "order", '"rank"')
    text = re.sub(r"^fields = .*$", "fields = []", text, flags=re.MULTILINE)
    return _set(text, "sequence", '"in_order"')


def _mode(text: str, answers: Answers) -> str:
    """`sealed` is what holds where nothing is said."""
    if answers["mode"] == "sealed":
        return text
    return f"{text.rstrip()}\n\n[exchange]\nmode = {_quoted(answers['mode'])}\n"


def _between(text: str, first: str, last: str, new: str) -> str:
    start, end = text.index(first), text.index(last)
    return text[:start] + new + text[end:]


def _pairs(key: str, typed: str) -> list[tuple[str, str]]:
    """`创新性 25，成效 75` as names with numbers. Raises E-CREATE-LIST."""
    typed = unicodedata.normalize("NFKC", typed)
    parts = [part.strip() for part in _BETWEEN.split(typed) if part.strip()]
    found = [_PAIR.fullmatch(part) for part in parts]
    pairs = [(one["name"].strip(), one["number"]) for one in found if one]
    if not pairs or len(pairs) != len(parts):
        wrong = next((p for p, one in zip(parts, found, strict=True) if not one), typed)
        raise Bad("E-CREATE-LIST", what=say(f"create.{key}"), part=clean_line(wrong))
    return pairs
