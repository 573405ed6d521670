"""Machines that do anything at any time to an award; what is refused must change nothing."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from award.folder import Award, opened
from words import Bad


class AnyOrder(RuleBasedStateMachine):
    """A secretary with a folder of the award's own, `where`, below `top`."""

    where: Path

    def __init__(self) -> None:
        super().__init__()
        self.top = Path(tempfile.mkdtemp())

    def teardown(self) -> None:
        shutil.rmtree(self.top)

    def attempt(self, act: Callable[[Award], object]) -> None:
        with opened(self.where) as award:
            before = award.store.head()
            try:
                act(award)
            except Bad:
                assert award.store.head() == before


def run(machine: type[AnyOrder], examples: int, steps: int) -> None:
    """So many stories of so many steps."""
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=checks,
        ),
    )
