"""Without the solver these tests cannot say anything; the rest of the suite can."""

from __future__ import annotations

import pytest

from words import catalog


@pytest.fixture(autouse=True)
def _solver() -> None:
    reason = "networkx is not installed (extra assign): assignments are not tested"
    pytest.importorskip("networkx", reason=reason)


@pytest.fixture(autouse=True)
def _sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error sentences are found, also where the catalogue does not list them yet."""
    tables = dict.fromkeys((*catalog.ERROR_TABLES, "errors_assignment"))
    monkeypatch.setattr(catalog, "ERROR_TABLES", tuple(tables))
