"""A chain of stages in an award folder, by its commands, from the import to the frozen result."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from award.desks import seat_of
from award.folder import create, opened
from award.public_votes import stored
from cli.group import pingxuan
from db.records import Judge, Nomination, Recusal
from scoring.cells import Cell, State
from scoring.points import parse_points
from sheets.toml_sheet import read_toml
from words import Bad, use

CASES = Path(__file__).parents[2] / "examples" / "cases_two_rounds"
GIVEN = tomllib.loads((CASES / "given_and_expected.toml").read_text(encoding="utf-8"))
EXPECTED = GIVEN["expected"]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """The cases and judges, C09 rejected; nothing scored."""
    use("zh")
    path = create(tmp_path / "award", (CASES / "config.toml").read_text(encoding="utf-8"))
    cases = [
        Nomination(c, f"案例{c}", one["unit"], one["field"]) for c, one in GIVEN["cases"].items()
    ]
    people = [Judge(f"{k}{n}", f"{k}{n}") for k, m in (("E", 5), ("J", 7)) for n in range(1, m + 1)]
    recused = [Recusal("J3", "C01", "参与", "", ""), Recusal("J5", "C05", "亲属", "", "")]
    with opened(path) as award:
        award.store.add_nominations(cases)
        award.store.add_judges(people)
        award.store.add_recusals(recused)
    assert run(path, "event", "reject", "C09", "--reason", "缺章").exit_code == 0
    yield path
    use("zh")


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(pingxuan, [*words, "-C", str(folder)])


def submit(folder: Path, key: str, judge: str, place: int) -> None:
    """One judge's ballot of one stage, key by key, as on the screen."""
    with opened(folder) as award:
        seat = seat_of(award, judge)
        for case in seat.desk.cases:
            text = GIVEN["scores"][key][case.number].split()[place]
            points = parse_points(text, seat.rules.stage.decimals)
            if points is not None:
                seat.desk.set_cell(case.number, "score", Cell(State.SCORED, points))
        seat.desk.submit()


def votes(folder: Path, text: str = "") -> Path:
    """A file of counts: 10 more for C04, deducted with a reason."""
    lines = [
        f"{case},{n + 10},10,刷票" if case == "C04" else f"{case},{n},,"
        for case, n in GIVEN["votes"]["net"].items()
    ]
    path = folder / "votes.csv"
    path.write_text(text or "编号,得票,核减,原因\n" + "\n".join(lines), encoding="utf-8")
    return path


def ranked(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(folder, "rank", "--json").stdout)
    return found


def tiers(folder: Path) -> dict[str, list[str]]:
    lines = ranked(folder)["ranking"]
    return {t: [one["case"] for one in lines if one["tier"] == t] for t in ("classic", "excellent")}


def score_all(folder: Path) -> None:
    for n in range(5):
        submit(folder, "first", f"E{n + 1}", n)
    for n in range(7):
        submit(folder, "second", f"J{n + 1}", n)


def test_a_later_stage_waits_for_the_earlier_one(folder: Path) -> None:
    with opened(folder) as award, pytest.raises(Bad) as caught:
        seat_of(award, "J1")
    assert caught.value.code == "E-STAGE-WAITS"


def test_a_judge_of_a_later_stage_has_the_cases_that_came_so_far(folder: Path) -> None:
    for n in range(5):
        submit(folder, "first", f"E{n + 1}", n)
    with opened(folder) as award:
        seat = seat_of(award, "J1")
        assert [case.number for case in seat.desk.cases] == sorted(EXPECTED["advanced"])
        assert seat.rules.stage.key == "second"


def test_the_whole_selection_gives_every_figure_through_the_commands(folder: Path) -> None:
    score_all(folder)
    assert run(folder, "import", "--votes", str(votes(folder))).exit_code == 0
    lines = {one["case"]: one for one in ranked(folder)["ranking"]}
    assert {c: one["score"] for c, one in lines.items() if one["score"]} == EXPECTED["total"]
    assert tiers(folder) == EXPECTED["awards_before_publicity"]
    assert "第2名，同系统名额已满" in run(folder, "rank", "--explain", "C04").stdout

    assert run(folder, "event", "object", "C04", "--reason", "数据失实").exit_code == 0
    assert tiers(folder) == EXPECTED["awards_final"]
    assert run(folder, "finalise").exit_code == 0
    assert run(folder, "recount").exit_code == 0
    out = folder / "out"
    assert run(folder, "export", "--out", str(out)).exit_code == 0
    sheet = read_toml(next(out.glob("*.toml")).read_bytes())
    second = next(one for one in sheet.stages if one.key == "second")
    assert {one.case: one.score for one in second.results} == EXPECTED["second"]
    net = next(one for one in sheet.stages if one.key == "net")
    assert [(one.counted, one.deducted, one.reason) for one in net.votes if one.case == "C04"] == [
        (65010, 10, "刷票")
    ]
    assert [(one.kind, one.case) for one in sheet.events] == [("reject", "C09"), ("object", "C04")]


def test_the_explanation_goes_over_all_stages(folder: Path) -> None:
    score_all(folder)
    run(folder, "import", "--votes", str(votes(folder)))
    told = run(folder, "rank", "--explain", "C01").stdout
    parts = (
        "【初评】",
        "【复评】",
        "91.425",
        "有效票43524张，折算66.96分",
        "91.43×70% + 66.96×30%",
    )
    assert [part for part in (*parts, "公布84.09") if part not in told] == []
    data = json.loads(run(folder, "rank", "--explain", "C01", "--json").stdout)
    assert [one["key"] for one in data["stages"]] == ["formal", "first", "second", "net"]


def test_a_preview_of_votes_keeps_none(folder: Path) -> None:
    said = run(folder, "import", "--votes", "--dry-run", str(votes(folder)))
    assert said.exit_code == 0
    with opened(folder) as award:
        assert stored(award, "net") == {}


def test_without_votes_the_result_is_not_final(folder: Path) -> None:
    score_all(folder)
    assert {gap["stage"] for gap in ranked(folder)["gaps"]} == {"net"}
    assert run(folder, "finalise").exit_code == 1


def test_an_event_that_was_a_mistake_is_withdrawn_and_stays_on_record(folder: Path) -> None:
    assert run(folder, "event", "undo", "1", "--reason", "已补正").exit_code == 0
    with opened(folder) as award:
        assert "C09" in [case.number for case in seat_of(award, "E1").desk.cases]
    assert "已撤销" in run(folder, "event", "list").stdout
    assert run(folder, "event", "undo", "1", "--reason", "again").exit_code == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["reject", "C99", "--reason", "x"], "E-CASEUNKNOWN"),
        (["veto", "C01", "--stage", "third", "--reason", "x"], "E-EVENT-STAGE"),
        (["ceiling", "C01", "--reason", "x"], "E-EVENT-TIER"),
        (["measure", "C01", "--measure", "time", "--reason", "x"], "E-EVENT-MEASURE"),
        (["undo", "7", "--reason", "x"], "E-EVENT-NONE"),
    ],
)
def test_an_event_that_cannot_be_is_refused(folder: Path, words: list[str], code: str) -> None:
    with pytest.raises(Bad) as caught:
        CliRunner().invoke(
            pingxuan, ["event", *words, "-C", str(folder)], catch_exceptions=False,
            standalone_mode=False,
        )  # fmt: skip
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a,b\n", "E-VOTES-HEADING"),
        ("编号,票数\nC99,5\n", "E-VOTES-CASE"),
        ("编号,票数\nC01,5\nC01,6\n", "E-VOTES-TWICE"),
        ("编号,票数\nC01,五\n", "E-VOTES-NUMBER"),
        ("编号,票数,核减\nC01,5,6\n", "E-VOTES-DEDUCTED"),
        ("编号,票数,核减\nC01,5,1\n", "E-VOTES-REASON"),
        ('编号,票数\n"C01,5\n', "E-VOTES-CSV"),
    ],
)
def test_counts_that_cannot_be_are_refused_each_with_its_line(
    folder: Path, text: str, code: str
) -> None:
    with pytest.raises(Bad) as caught:
        CliRunner().invoke(
            pingxuan, ["import", "--votes", str(votes(folder, text)), "-C", str(folder)],
            catch_exceptions=False, standalone_mode=False,
        )  # fmt: skip
    assert caught.value.code == code
