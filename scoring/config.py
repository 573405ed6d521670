"""From the data of config.toml to `Rules`: check everything, then scale every number.

Only whoever loads rules imports this; `import scoring` stays free of pydantic.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from scoring.config_build import build
from scoring.config_checks import check
from scoring.config_errors import bounded, from_pydantic
from scoring.config_mistakes import RuleErrors, RuleProblem
from scoring.config_model import FORMAT, ChainConfig, Config
from scoring.rules import Rules

AnyConfig = Config | ChainConfig

__all__ = ["RuleErrors", "RuleProblem", "parse_rules"]


def parse_rules(data: Mapping[str, object]) -> Rules:
    """The rules that the data of a config.toml says.

    Raises RuleErrors with all the mistakes together. A file of another format is only told
    so: what its keys mean is not known here.
    """
    config, problems = _checked(data)
    if config is None:
        raise RuleErrors(problems)
    return build(config, data)


def _checked(data: Mapping[str, object]) -> tuple[AnyConfig | None, tuple[RuleProblem, ...]]:
    if _other_format(data.get("format", FORMAT)):
        return None, (RuleProblem("E-RULE-FORMAT", ("format",), {"known": FORMAT}),)
    config, refused = _validated(data)
    problems = bounded(_joined(refused, check(data)))
    return (None if problems else config), problems


def _other_format(value: object) -> bool:
    return isinstance(value, bool) or value != FORMAT


def _validated(data: Mapping[str, object]) -> tuple[AnyConfig | None, Iterator[RuleProblem]]:
    model = ChainConfig if "stage" in data else Config
    try:
        return model.model_validate(dict(data)), iter(())
    except ValidationError as error:
        return None, from_pydantic(error)


def _joined(*found: Iterator[RuleProblem]) -> Iterator[RuleProblem]:
    for problems in found:
        yield from problems
