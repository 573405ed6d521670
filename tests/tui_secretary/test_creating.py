"""A new award by questions: the answers become rules that can be read, and then a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from award.creating import config_of, create_award, preview, start_answers
from award.folder import opened
from award.rules_file import default_config_text, rules_of
from tests.tui.screen import overfull, shown
from tests.tui_secretary.screen import SIZES, same_as_golden
from tui.office.create import CheckScreen, CreateApp
from words import Bad, use


@pytest.fixture(autouse=True)
def _chinese() -> None:
    use("zh")


def test_agreeing_to_everything_gives_the_default_count() -> None:
    rules, default = preview(start_answers()).rules, rules_of(default_config_text().encode()).rules
    assert rules.stages == default.stages
    assert (rules.rounding, rules.ties) == (default.rounding, default.ties)


def test_every_answer_reaches_the_rules() -> None:
    answers = start_answers() | {
        "name": '案例"评选\\',
        "id": "prize-26",
        "deadline": "2026-06-30 18:00",
        "criteria": "创新 40, 成效 60%",
        "full": "10",
        "method": "median",
        "ballots": "2",
        "places": "1",
        "tiers": "一等奖 1；二等奖 3",
        "cut": "include",
        "mode": "open",
    }
    made = preview(answers)
    rules = made.rules
    assert (rules.name.zh, rules.award, rules.deadline) == (
        '案例"评选\\',
        "prize-26",
        "2026-06-30 18:00",
    )
    assert [(one.name.zh, one.weight) for one in rules.stage.criteria] == [
        ("创新", 40),
        ("成效", 60),
    ]
    assert rules.stage.aggregation.method == "median"
    assert rules.stage.missing.minimum == 2
    assert rules.rounding.places == 1
    assert [(one.name.zh, one.size, one.at_cut) for one in rules.tiers] == [
        ("一等奖", 1, "include"),
        ("二等奖", 3, "include"),
    ]
    assert made.exchange.mode == "open"
    assert [step.key for step in rules.ties if step.kind == "criterion"] == ["c2"]


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("criteria", "创新，成效 60", "E-CREATE-LIST"),
        ("criteria", "", "E-CREATE-LIST"),
        ("criteria", "创新 40，成效 50", "E-RULE"),
        ("tiers", "一等奖", "E-CREATE-LIST"),
        ("id", "评选 一", "E-RULE"),
        ("ballots", "许多", "E-RULE"),
        ("ballots", "3\nx = 1", "E-RULE"),
        ("full", "", "E-RULE"),
    ],
)
def test_a_wrong_answer_is_a_sentence(key: str, value: str, code: str) -> None:
    with pytest.raises(Bad) as refused:
        config_of(start_answers() | {key: value})
    assert refused.value.code.startswith(code)


def test_the_default_text_stays_with_its_comments() -> None:
    text = config_of(start_answers())
    assert "权重合计必须是 100" in text
    assert 'mode = "half_up"' in text


def test_a_folder_is_made_that_opens(tmp_path: Path) -> None:
    create_award(tmp_path / "new", start_answers())
    with opened(tmp_path / "new") as award:
        assert award.store.nominations() == ()


async def test_the_questions_are_asked_one_by_one_and_then_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = CreateApp(Path("new"), lang="zh", memory={"ruler": "1"})
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "第 1 题，共 11 题" in shown(app)
        for _ in range(5):
            await pilot.press("enter")
            await pilot.pause()
        await pilot.press("2", "３", "escape", "enter")
        await pilot.pause()
        assert "(x) 3 取中位数" in shown(app)
        for _ in range(6):
            await pilot.press("enter")
            await pilot.pause()
        assert isinstance(app.screen, CheckScreen)
        await pilot.press("enter")
        await pilot.pause()
    assert app.made
    with opened(tmp_path / "new") as award:
        assert award.rules.stage.aggregation.method == "median"


@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_the_questions_and_the_rules_look_as_they_should(
    lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text, a choice, and what comes of all answers; at both sizes."""
    app = CreateApp(Path("new"), lang=lang, memory={"ruler": "1"})
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=SIZES["80"]) as pilot:
        for count, name in ((3, "text"), (2, "question"), (6, "check")):
            await pilot.press(*["enter"] * count)
            for size, cells in SIZES.items():
                await pilot.resize_terminal(*cells)
                await pilot.pause()
                assert overfull(app) == []
                same_as_golden(f"create-{name}-{size}-{lang}", shown(app), monkeypatch)


async def test_a_mistake_is_told_at_its_question_and_the_answer_stays(tmp_path: Path) -> None:
    app = CreateApp(tmp_path / "new", lang="zh", memory={"ruler": "1"})
    app.answers["criteria"] = "创新 40，成效 50"
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(11):
            await pilot.press("enter")
            await pilot.pause()
        text = shown(app)
        assert "权重合计是 90，必须是 100" in text
        assert "创新 40，成效 50" in text
        assert "第 4 题" in text
        assert not app.made
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2026年6月30日 18:00", "2026-06-30 18:00"),
        ("2026/6/30", "2026-06-30"),
        ("２０２６.６.３０　18时", "2026-06-30 18:00"),
        ("", ""),
    ],
)
def test_a_day_may_be_written_as_people_do(typed: str, kept: str) -> None:
    assert preview(start_answers() | {"deadline": typed}).rules.deadline == kept


def test_criteria_may_be_parted_by_blanks_and_full_width_digits() -> None:
    made = preview(start_answers() | {"criteria": "创新 ４０ 实际 成效 60%"})
    named = [(one.name.zh, one.weight) for one in made.rules.stage.criteria]
    assert named == [("创新", 40), ("实际 成效", 60)]
