"""The digest of the rules changes when a medal could, and only then."""

from __future__ import annotations

import tomllib
from dataclasses import field, make_dataclass, replace

from award.rules_file import default_config_text
from db.rules_digest import digest_of
from scoring.config import parse_rules
from scoring.rules import LATER, Rules, Text

RULES = parse_rules(tomllib.loads(default_config_text()))


def test_another_rounding_is_another_digest() -> None:
    rounding = replace(RULES.rounding, mode="half_even")
    assert digest_of(replace(RULES, rounding=rounding)) != digest_of(RULES)


def test_another_wording_that_a_judge_reads_is_another_digest() -> None:
    criterion = replace(RULES.stage.criteria[0], guide=Text("另一种说法", "said otherwise"))
    stage = replace(RULES.stage, criteria=(criterion, *RULES.stage.criteria[1:]))
    assert digest_of(replace(RULES, stages=(stage,))) != digest_of(RULES)


def test_the_deadline_and_the_announcement_may_change() -> None:
    announce = replace(RULES.announce, title=Text("别的题目", "another title"))
    assert digest_of(replace(RULES, deadline="2030-01-01", announce=announce)) == digest_of(RULES)


def test_a_rule_the_program_learns_later_changes_nothing_until_it_is_used() -> None:
    later = make_dataclass(
        "Later", [("quorum", str, field(default="", metadata=LATER))], bases=(Rules,), frozen=True
    )
    parts = {name: getattr(RULES, name) for name in Rules.__dataclass_fields__}
    assert digest_of(later(**parts)) == digest_of(RULES)
    assert digest_of(later(**parts, quorum="2/3")) != digest_of(RULES)
