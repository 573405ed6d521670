"""The side tables of config.toml as models, and what is wrong with them.

Apart from `award.side_rules`: most awards have none of these tables, and then nothing here is
loaded, nor the library under it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, ValidationError
from pydantic_core import PydanticCustomError

from award.side_rules import USUAL_PLAN, Sides
from scoring.config_errors import keys_of
from scoring.config_mistakes import RuleProblem
from scoring.config_model import Number, Table
from scoring.deviation import Base, Unit, Yardstick
from scoring.sampling import Plan

Action = Literal["flag", "explain"]
MOST_NAMES = 500


def _each_once(names: list[str]) -> list[str]:
    for name in names:
        if names.count(name) > 1:
            raise PydanticCustomError("E-RULE-TWICE", "", {"value": name})
    return names


Name = Annotated[str, Field(min_length=1, max_length=32)]
Names = Annotated[list[Name], Field(max_length=MOST_NAMES), AfterValidator(_each_once)]
Percent = Annotated[int, Field(ge=0, le=100)]


class JudgesTable(Table):
    shadow: Names


class CalibrationTable(Table):
    cases: Names


class DeviationTable(Table):
    base: Base = Field(alias="from")
    over: Number
    unit: Unit
    action: Action


class RecheckTable(Table):
    top: Annotated[int, Field(ge=0, le=10_000)]
    percent: Percent
    all_over: Percent


class ReportTable(Table):
    judges: Literal["anonymous", "named"]


class PersonTable(Table):
    ids: Annotated[Names, Field(min_length=2)]


def _one_person_each(persons: list[PersonTable]) -> list[PersonTable]:
    _each_once([one for person in persons for one in person.ids])
    return persons


class SideConfig(Table):
    """The tables, each of which may be left out."""

    judges: JudgesTable | None = None
    calibration: CalibrationTable | None = None
    deviation: DeviationTable | None = None
    recheck: RecheckTable | None = None
    report: ReportTable | None = None
    person: Annotated[list[PersonTable], AfterValidator(_one_person_each)] | None = None


def problems_of(tables: Mapping[str, object]) -> Iterator[RuleProblem]:
    """Every mistake of the tables, as the rules' own mistakes are told."""
    try:
        SideConfig.model_validate(dict(tables))
    except ValidationError as error:
        for found in error.errors(include_url=False, include_input=False):
            yield _problem(found["type"], tuple(found["loc"]), found.get("ctx", {}))


def sides_of(tables: Mapping[str, object]) -> Sides:
    """What tables without mistakes say."""
    config = SideConfig.model_validate(dict(tables))
    far, again = config.deviation, config.recheck
    return Sides(
        shadow=tuple(config.judges.shadow) if config.judges else (),
        calibration=tuple(config.calibration.cases) if config.calibration else (),
        yardstick=Yardstick(far.base, far.over.value, far.unit) if far else None,
        explain=bool(far and far.action == "explain"),
        plan=Plan(again.top, again.percent, again.all_over) if again else USUAL_PLAN,
        persons=tuple(tuple(one.ids) for one in config.person or ()),
    )


def _problem(kind: str, path: tuple[str | int, ...], ctx: Mapping[str, Any]) -> RuleProblem:
    key = next(str(step) for step in reversed(path) if isinstance(step, str))
    if kind.startswith("E-RULE-"):
        return RuleProblem(kind, path, dict(ctx))
    if kind == "extra_forbidden":
        return RuleProblem("E-RULE-UNKNOWN", path, {"key": key, "known": _known(path[0])})
    if kind == "literal_error":
        allowed = ctx["expected"].replace("'", "").replace(" or ", ", ")
        return RuleProblem("E-RULE-CHOICE", path, {"allowed": allowed})
    code, limit = _CODES.get(kind, ("E-RULE-WRONG", ""))
    params = {"limit": ctx[limit]} if limit else {}
    return RuleProblem(code, path, {"key": key, **params})


def _known(table: str | int) -> str:
    models: dict[str, type[Table]] = {"judges": JudgesTable, "calibration": CalibrationTable,
              "deviation": DeviationTable, "recheck": RecheckTable,
              "report": ReportTable, "person": PersonTable}  # fmt: skip
    return ", ".join(keys_of(models[str(table)]))


_CODES = {
    "missing": ("E-RULE-NODEFAULT", ""),
    "model_type": ("E-RULE-TABLE", ""),
    "list_type": ("E-RULE-LIST", ""),
    "string_type": ("E-RULE-TEXT", ""),
    "string_too_short": ("E-RULE-TEXT", ""),
    "string_too_long": ("E-RULE-TOOLONG", "max_length"),
    "too_long": ("E-RULE-TOOMANY", "max_length"),
    "too_short": ("E-RULE-PERSON", ""),
    "int_type": ("E-RULE-WHOLE", ""),
    "greater_than_equal": ("E-RULE-ATLEAST", "ge"),
    "less_than_equal": ("E-RULE-ATMOST", "le"),
}
