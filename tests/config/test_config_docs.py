"""docs/config.md names every key of the rules and no other, with values that are true."""

from __future__ import annotations

import re
import tomllib
from typing import get_args

import pytest

from award.side_model import (
    CalibrationTable,
    DeviationTable,
    JudgesTable,
    PersonTable,
    RecheckTable,
    ReportTable,
)
from scoring.config_checks import SLOTS, TIE_KINDS
from scoring.config_errors import keys_of
from scoring.config_model import (
    AdjustTable,
    AggregateTable,
    AnnounceTable,
    AwardTable,
    BandTable,
    CapTable,
    Config,
    CriterionTable,
    FactorTable,
    FloorTable,
    LevelTable,
    LineTable,
    MissingTable,
    PanelTable,
    PromoteTable,
    PublicationTable,
    PublicTable,
    RankingTable,
    RecusalTable,
    RoundingTable,
    ScaleTable,
    StageRoundingTable,
    StageTable,
    Table,
    TierTable,
    TotalTable,
    VoteTable,
)
from tests.conftest import ROOT

DOC = (ROOT / "docs" / "config.md").read_text(encoding="utf-8")
TABLES: dict[str, type[Table]] = {
    "Top level": Config,
    "[award]": AwardTable,
    "[scale]": ScaleTable,
    "[[criterion]]": CriterionTable,
    "levels": LevelTable,
    "[aggregate]": AggregateTable,
    "[missing]": MissingTable,
    "[rounding]": RoundingTable,
    "[ranking]": RankingTable,
    "[[tier]]": TierTable,
    "[[stage]]": StageTable,
    "[stage.rounding]": StageRoundingTable,
    "[stage.promote]": PromoteTable,
    "[stage.public]": PublicTable,
    "bands": BandTable,
    "[stage.vote]": VoteTable,
    "[[stage.panel]]": PanelTable,
    "[total]": TotalTable,
    "[[adjust]]": AdjustTable,
    "[[factor]]": FactorTable,
    "[[line]]": LineTable,
    "[[cap]]": CapTable,
    "[[floor]]": FloorTable,
    "[publication]": PublicationTable,
    "[recusal]": RecusalTable,
    "[announce]": AnnounceTable,
    "[judges]": JudgesTable,
    "[calibration]": CalibrationTable,
    "[deviation]": DeviationTable,
    "[recheck]": RecheckTable,
    "[report]": ReportTable,
    "[[person]]": PersonTable,
}
NO_TABLE = {"Tables that judges do not get"}


def rows(heading: str) -> dict[str, list[str]]:
    """The first table under a heading: key -> the other cells."""
    section = re.split(r"^##+ ", DOC, flags=re.MULTILINE)
    body = next(part for part in section if part.split("\n", 1)[0] == heading)
    lines = body[body.index("|---") :].split("\n\n", 1)[0].split("\n")[1:]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {first.strip("`"): rest for first, *rest in cells if first}


@pytest.mark.parametrize("heading", TABLES)
def test_every_key_is_documented_and_no_other(heading: str) -> None:
    assert sorted(rows(heading)) == sorted(keys_of(TABLES[heading]))


def test_every_heading_with_keys_is_a_table_of_the_rules() -> None:
    assert set(re.findall(r"^##+ (.+)", DOC, flags=re.MULTILINE)) - NO_TABLE == set(TABLES)


@pytest.mark.parametrize("heading", TABLES)
def test_every_choice_is_documented(heading: str) -> None:
    model = TABLES[heading]
    for name, field in model.model_fields.items():
        meaning = rows(heading)[field.alias or name][0]
        for choice in _choices(field.annotation):
            assert f"`{choice}`" in meaning, (heading, name, choice)


def _choices(annotation: object) -> list[str]:
    """The literal words of a field, also of one that may be absent."""
    found = [part for part in get_args(annotation) if isinstance(part, str)]
    return found or [choice for part in get_args(annotation) for choice in _choices(part)]


@pytest.mark.parametrize("heading", TABLES)
def test_what_is_required_is_said_to_be_required(heading: str) -> None:
    for name, field in TABLES[heading].model_fields.items():
        if field.is_required():
            assert rows(heading)[field.alias or name][1] == "required", (heading, name)


@pytest.mark.parametrize("heading", TABLES)
def test_every_example_is_of_its_key(heading: str) -> None:
    for key, (_, _, example, regulation) in rows(heading).items():
        found = tomllib.loads(example.strip("`"))
        assert key in found or key in found["stage"]
        assert regulation


def test_the_steps_of_the_cascade_are_the_ones_there_are() -> None:
    steps = re.findall(r"^\| `([a-z_]+)(?::KEY)?` \| [^|]+\| [^|]+\|$", DOC, flags=re.MULTILINE)
    assert sorted(steps) == sorted(TIE_KINDS)


@pytest.mark.parametrize("key", SLOTS)
def test_the_slots_of_a_pattern_are_documented(key: str) -> None:
    assert set(re.findall(r"\{[a-z]+\}", rows("[announce]")[key][0])) == set(SLOTS[key])
