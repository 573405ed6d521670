"""Who is waited for after collecting, and who has returned what contradicts itself."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from award.collect_words import waiting_lines
from exchange.recovery import GROUP, groups_typed, recovery_groups
from words import use

KEY = bytes(range(32))


def collected(*, closed: bool = False, **seats: tuple[object, object]) -> Any:
    state = {
        judge: SimpleNamespace(judge=judge, counts=counts, conflict=conflict)
        for judge, (counts, conflict) in seats.items()
    }
    return SimpleNamespace(state=state, closed=closed)


def test_a_judge_in_conflict_is_not_said_to_have_returned_nothing() -> None:
    done = collected(J01=("ballot", None), J02=(None, None), J03=(None, "two ballots"))
    use("zh")
    assert waiting_lines(done) == ["还没有交回：J02。", "互相矛盾、还没有处理：J03。"]


def test_when_nobody_is_waited_for_the_next_step_is_said_unless_it_is_done() -> None:
    use("en")
    assert "pingxuan close" in waiting_lines(collected(J01=("ballot", None)))[0]
    assert waiting_lines(collected(closed=True, J01=("ballot", None))) == []


def test_groups_are_judged_while_they_are_typed_and_a_half_one_is_not() -> None:
    first, second, *_ = recovery_groups(KEY)
    assert groups_typed(f"{first.lower()}-{second[:3]}") == ((first, True), (second[:3], True))
    other = "2" if second[0] != "2" else "3"
    wrong = other + second[1:]
    assert groups_typed(f"01: {first} 02: {wrong}") == ((first, True), (wrong, False))
    assert all(len(group) == GROUP for group, _ in groups_typed(" ".join(recovery_groups(KEY))))
    assert groups_typed("") == ()
