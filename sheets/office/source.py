"""What every file of an export is written from: one result, in one language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from db.records import Nomination
from scoring.rules import Rules
from sheets.anonymous import anonymise
from sheets.office.stages import Hide, parts_of, with_adjustments
from sheets.office.view import View, view_of
from sheets.result_sheet import payload_digest
from sheets.sheet_model import ResultSheet


@dataclass(frozen=True)
class Source:
    """A stored result and what belongs to it.

    `nominations` are the cases with their bodies as they were then; `at` is when the result
    was made; `sentences` are the rules in words; `templates` is the folder with the
    secretary's own templates; `named` allows judges by name in a report.
    """

    sheet: ResultSheet
    rules: Rules
    nominations: tuple[Nomination, ...]
    lang: str
    at: str
    sentences: tuple[str, ...] = ()
    templates: Path | None = None
    named: bool = False

    @cached_property
    def digest(self) -> str:
        return payload_digest(self.sheet)

    @cached_property
    def view(self) -> View:
        return self._view(self.sheet, None)

    @cached_property
    def hidden(self) -> ResultSheet:
        """Without names of judges."""
        return anonymise(self.sheet, self.lang)

    @cached_property
    def blind(self) -> ResultSheet:
        """Without names of judges and of cases."""
        return anonymise(self.sheet, self.lang, cases=True)

    @cached_property
    def hidden_view(self) -> View:
        hide = partial(anonymise, lang=self.lang)
        return replace(self._view(self.hidden, hide), hidden=True)

    def _view(self, sheet: ResultSheet, hide: Hide | None) -> View:
        view = view_of(sheet, self.rules, self.lang, self.at, self.digest, self.sentences)
        if not self.rules.chain and (self.rules.adjustments or self.rules.factors):
            return with_adjustments(view, self.sheet)
        return replace(view, parts=parts_of(view, self.sheet, self.rules, hide))
