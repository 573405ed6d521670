"""Line by line the whole job can be done, and Textual is not even loaded."""

from __future__ import annotations

import io
import subprocess
import sys

from scoring.cells import State
from tests.tui.award import RULES, desk, finished
from tui.plain import run


def talk(judge, answers: str, lang: str = "zh") -> str:
    out = io.StringIO()
    run(judge, RULES, stdin=io.StringIO(answers), stdout=out, lang=lang, new_code=lambda: "3719")
    return out.getvalue()


def test_scoring_a_case_with_full_width_digits_and_a_wrong_answer() -> None:
    judge = desk()
    said = talk(judge, "1\n1\n\n８５。5\n1e5\n90\n-\n0\n0\n")
    cells = judge.answer("007").cells
    assert [cells[k].points for k in ("innovation", "feasible", "effect")] == [850, 855, 900]
    assert cells["spread"].state is State.NOT_APPLICABLE
    assert "不是分数" in said


def test_every_line_of_the_menus_works() -> None:
    judge = desk()
    said = talk(
        judge,
        "2\n4\n夜间\n3\n012\n2\n3\n很好\n4\n1\n?\n/\n6\n7\n0\n6\n7\n3\n０１４\n5\n4\n我认识他\n0\n5\n8\n0\n",
    )
    assert "找到 2 个" in said
    assert judge.answer("012").comment == "很好"
    assert judge.answer("012").doubt
    assert judge.answer("014").recused.reason == "我认识他"
    assert "没评完" in said
    assert said.endswith("打分都已保存，再见。\n")


def test_a_score_can_be_cleared_and_undone() -> None:
    judge = desk()
    talk(judge, "1\n1\n*\n/\n0\n0\n")
    assert "innovation" not in judge.answer("007").cells
    talk(judge, "6\n0\n")
    assert judge.answer("007").cells["innovation"].points == 850
    judge = desk()
    talk(judge, "1\n1\n91\n/\n0\n6\n7\n0\n")
    assert judge.answer("007").cells["innovation"].points == 910


def test_submitting_wants_the_four_digits() -> None:
    judge = finished()
    assert "没有提交" in talk(judge, "8\n0000\n0\n")
    assert judge.submitted is None
    assert "4821 9930 1175 6402 0017" in talk(judge, "5\n1\n8\n３７１９\n0\n")
    assert judge.submitted is not None
    assert "只读" in talk(judge, "3\n007\n1\n3\n5\n0\n6\n8\n0\n")


def test_the_end_of_the_input_leaves_politely_anywhere() -> None:
    for answers in ("", "1\n", "1\n1\n", "1\n1\n9", "3\n", "9\nx\n"):
        assert talk(desk(), answers, "en").endswith("Everything is saved. Goodbye.\n")


def test_line_by_line_does_not_load_textual_rich_or_pydantic() -> None:
    code = (
        "import sys, tui.plain; "
        "print([m for m in ('textual', 'rich', 'pydantic', 'sqlite_utils') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
