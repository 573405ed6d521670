"""The rules file is read without pydantic just as with it: `verify` needs nothing but Python."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest

from award.exchange_rules import split as without_exchange
from award.rules_file import default_config_text
from award.screen_rules import split as without_screens
from award.side_rules import split as without_sides
from scoring import config_plain
from scoring.config import parse_rules
from scoring.config_model import ChainConfig, Table
from scoring.config_plain import FILE, Form, Key, plain_rules
from tests.conftest import ROOT

HERE = Path(__file__).parent
FILES = [ROOT / "config.toml", HERE / "sample.toml", HERE / "chain.toml",
         *sorted((ROOT / "examples").glob("*/config.toml"))]  # fmt: skip


def rules_tables(text: str) -> dict[str, Any]:
    data, _ = without_exchange(tomllib.loads(text, parse_float=Decimal))
    data, _ = without_sides(data)
    return without_screens(data)[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_both_ways_of_reading_give_the_same_rules(path: Path) -> None:
    data = rules_tables(path.read_text(encoding="utf-8"))
    assert plain_rules(data) == parse_rules(data)


def models(model: type[Table]) -> Iterator[type[Table]]:
    """The models inside the fields of one, and it itself."""
    yield model
    for field in model.model_fields.values():
        yield from (one for inner in tables_in(field.annotation) for one in models(inner))


def tables_in(kind: Any) -> list[type[Table]]:
    if isinstance(kind, type) and issubclass(kind, Table):
        return [kind]
    return [one for part in get_args(kind) for one in tables_in(part)]


def forms(form: Form) -> Iterator[Form]:
    """The forms inside a form, and it itself; a list's form is held by its closure."""
    yield form
    for key in form.keys.values():
        yield from (one for inner in forms_in(key.read) for one in forms(inner))


def forms_in(read: Any) -> list[Form]:
    if isinstance(read, Form):
        return [read]
    held = [cell.cell_contents for cell in getattr(read, "__closure__", None) or ()]
    return [one for part in held if callable(part) for one in forms_in(part)]


def test_every_key_of_the_models_is_known_to_the_plain_reading() -> None:
    """A key that is added to scoring/config_model.py is added to scoring/config_plain.py too."""
    of_models = {frozenset(one.model_fields) for one in models(ChainConfig)}
    of_forms = {frozenset(one.keys) for one in forms(FILE)}
    assert of_models == of_forms


def test_what_is_left_out_means_the_same() -> None:
    simple = {
        name: value
        for name, value in vars(config_plain).items()
        if isinstance(value, Form) and all(isinstance(key, Key) for key in value.keys.values())
    }
    defaults = {
        frozenset(one.model_fields): {k: f.default for k, f in one.model_fields.items()}
        for one in models(ChainConfig)
    }
    for form in simple.values():
        for name, default in defaults[frozenset(form.keys)].items():
            if default is None or isinstance(default, str | int | bool):
                assert form.keys[name].otherwise == default


def test_a_key_that_is_unknown_or_no_number_is_never_passed_by() -> None:
    data = rules_tables(default_config_text())
    with pytest.raises(ValueError, match="flavour"):
        plain_rules({**data, "flavour": 1})
    with pytest.raises(ValueError, match="many"):
        plain_rules({**data, "scale": {"min": "0", "max": "many", "step": "1"}})


def test_the_plain_reading_loads_no_library() -> None:
    code = "import sys, scoring.config_plain; print('pydantic' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", cwd=ROOT,
        check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "False"
