"""A correction sends back one mark for a listed reason; nothing else may change with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from award.archiving import archive
from award.finalising import finalise
from award.folder import opened
from award.verify import run
from tests.cli.conftest import Pingxuan
from tests.exchange.test_verify import bad_lines, isolated
from tests.rulebook.conftest import Example, submitted_again
from words import Bad


@pytest.fixture
def folder(pingxuan: Pingxuan, example: Example) -> Path:
    """A1's mark for P3's method was sent back."""
    made = example("english_award")
    said = pingxuan("correct", "P3", "A1", "--criterion", "method", "--reason", "out_of_range",
                    "--note", "see minutes 4", "-C", made)  # fmt: skip
    assert said.code == 0
    return made


def test_it_is_logged_with_the_reason_of_the_list(pingxuan: Pingxuan, folder: Path) -> None:
    log = pingxuan("log", "--json", "-C", folder).out
    for fact in ('"correction"', "out_of_range", "see minutes 4", '"reopen"'):
        assert fact in log


def test_any_other_reason_is_refused(pingxuan: Pingxuan, example: Example) -> None:
    said = pingxuan("correct", "P3", "A1", "--criterion", "method", "--reason", "too_low",
                    "-C", example("english_award"))  # fmt: skip
    assert said.code == 2
    assert "sum_wrong, out_of_range, objective_differs, abnormal" in said.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("P3", "A1", "--criterion", "style"), "E-CORRECTION-CELL"),
        (("P3", "A3", "--criterion", "method"), "E-CORRECTION-CELL"),  # recused there
        (("P9", "A1", "--criterion", "method"), "E-CASEUNKNOWN"),
        (("P3", "A9", "--criterion", "method"), "E-JUDGEUNKNOWN"),
    ],
)
def test_there_must_be_such_a_mark(
    pingxuan: Pingxuan, example: Example, words: tuple[str, ...], code: str
) -> None:
    made = example("english_award")
    before = (made / "award.db").read_bytes()
    assert f"[{code}]" in pingxuan("correct", *words, "--reason", "abnormal", "-C", made).err
    assert (made / "award.db").read_bytes() == before


def test_the_desk_takes_this_mark_and_no_other(folder: Path) -> None:
    with opened(folder) as award:
        desk = award.store.desk("A1", award.rules)
        cell = desk.answer("P3").cells["reach"]
        with pytest.raises(Bad) as caught:
            desk.set_cell("P3", "reach", cell)
        assert caught.value.code == "E-CORRECTION-ONLY"
        for act in (lambda: desk.recuse("P1", "why"), lambda: desk.set_comment("P3", "why")):
            with pytest.raises(Bad):
                act()
        desk.set_cell("P3", "method", cell)
        desk.undo()
        desk.redo()
        assert desk.submit().revision == 2


def test_the_old_ballot_stays_and_the_next_reopening_is_free_again(
    pingxuan: Pingxuan, folder: Path
) -> None:
    submitted_again(folder, "A1", {"P3": {"method": "10"}})
    pingxuan("reopen", "A1", "--reason", "all of it", "-C", folder)
    submitted_again(folder, "A1", {"P3": {"reach": "1"}, "P1": {"impact": "1"}})
    with opened(folder, readonly=True) as award:
        mine = [one for one in award.store.all_ballots() if one.judge == "A1"]
    assert [one.revision for one in mine] == [1, 2, 3]
    assert pingxuan("rank", "-C", folder).code == 0


def test_a_second_correction_joins_the_first(pingxuan: Pingxuan, folder: Path) -> None:
    again = pingxuan("correct", "P1", "A1", "--criterion", "impact", "--reason", "sum_wrong",
                     "-C", folder)  # fmt: skip
    assert again.code == 0
    submitted_again(folder, "A1", {"P3": {"method": "7.5"}, "P1": {"impact": "8.5"}})
    assert pingxuan("rank", "-C", folder).code == 0


def test_a_ballot_sent_back_whole_is_not_narrowed_afterwards(
    pingxuan: Pingxuan, example: Example
) -> None:
    made = example("english_award")
    pingxuan("reopen", "A1", "--reason", "all of it", "-C", made)
    said = pingxuan("correct", "P3", "A1", "--criterion", "method", "--reason", "abnormal",
                    "-C", made)  # fmt: skip
    assert "[E-NOBALLOT]" in said.err


def test_a_revision_that_changes_more_stops_the_ranking_however_it_came(
    pingxuan: Pingxuan, folder: Path
) -> None:
    """As from a judge's own computer: the desk there knows nothing of the correction."""
    with opened(folder) as award:
        desk = award.store.desk("A1", award.rules)
        desk.correctable = frozenset()
        desk.set_cell("P3", "method", desk.answer("P3").cells["reach"])
        desk.set_cell("P2", "reach", desk.answer("P3").cells["reach"])
        desk.set_cell("P1", "reach", desk.answer("P3").cells["reach"])
        desk.submit()
    said = pingxuan("rank", "-C", folder)
    assert said.code == 1
    assert "[E-CORRECTION-SCOPE]" in said.err
    assert "P1 reach" in said.err
    assert "P3 method" not in said.err


def beyond(folder: Path) -> None:
    """A1 hands in a revision with P1's reach changed too, from a desk that does not know better."""
    with opened(folder) as award:
        desk = award.store.desk("A1", award.rules)
        desk.correctable = frozenset()
        desk.set_cell("P3", "method", desk.answer("P3").cells["reach"])
        desk.set_cell("P1", "reach", desk.answer("P3").cells["reach"])
        desk.submit()


def restricted(folder: Path) -> Path:
    with opened(folder) as award:
        finalise(award, "for the test", "secretary")
        return archive(award, None, None, None).restricted


def test_verify_looks_at_the_scope_of_corrections_with_nothing_but_python(folder: Path) -> None:
    submitted_again(folder, "A1", {"P3": {"method": "7.5"}})
    bundle = restricted(folder)
    assert bad_lines(run(bundle)) == []
    said = isolated(bundle)
    assert "1 corrections: the new revisions change nothing but" in said.stdout


def test_verify_names_what_a_program_let_pass_that_does_not_look(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beyond(folder)
    monkeypatch.setattr("award.ranking.refuse_beyond_correction", lambda _store: None)
    (bad,) = bad_lines(run(restricted(folder)))
    assert bad.key == "verify.corrections.bad"
    assert "P1 reach" in str(bad.params["names"])
    assert "P3" not in str(bad.params["names"])


def test_an_award_without_corrections_says_nothing_of_them(example: Example) -> None:
    keys = [line.key for line in run(restricted(example("english_award")))]
    assert not [key for key in keys if key.startswith("verify.corrections")]
