"""What each CSV file says of its result, and the check of it when a file is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sheets.csv_form import Fact, Figure, Form, read_form, read_whole, refuse
from sheets.result_sheet import payload_digest
from sheets.sheet_model import Named, ResultSheet
from words import pick, say

FACTS = (
    "sheet", "award", "kind", "number", "reason", "program", "rules_digest", "slate_digest",
    "data_digest", "log_head", "digest",
)  # fmt: skip
"""The codes of the facts, in their order; all of them must be there. `mode` follows where ballots
travelled."""


def facts_of(sheet: ResultSheet, what: str, lang: str) -> list[Fact]:
    """The facts of one file; `what` is `ranking` or `matrix`."""
    head = sheet.result
    said = {
        "sheet": (what, say(f"sheet.{what}", lang)),
        "award": (sheet.award.key, named(sheet.award, lang)),
        "kind": (head.kind, say(f"sheet.kind.{head.kind}", lang)),
        "number": (Figure(head.number), ""),
        "digest": (payload_digest(sheet), ""),
    }
    names: tuple[str, ...] = FACTS
    if head.mode:
        said["mode"] = (head.mode, say(f"sheet.mode.{head.mode}", lang))
        names = (*FACTS, "mode")
    values = [said.get(name) or (str(getattr(head, name)), "") for name in names]
    return [
        Fact(name, say(f"sheet.fact.{name}", lang), value, shown)
        for name, (value, shown) in zip(names, values, strict=True)
    ]


def values(facts: Sequence[Fact]) -> dict[str, str]:
    """The facts as they are read back."""
    return {fact.code: fact.value for fact in facts}


def named(name: Named, lang: str) -> str:
    """The name in the language, the other one where it is empty."""
    return pick((name.zh, name.en), lang)


def read_sheet(data: bytes, what: str, columns: Sequence[str]) -> Form:
    """The form of a file of one kind that has these columns, and perhaps others."""
    form = read_form(data, FACTS)
    if form.facts["sheet"] != what:
        refuse("one_of", "sheet", choices=what)
    if form.facts["kind"] not in {"provisional", "final"}:
        refuse("one_of", "kind", choices="provisional, final")
    read_whole(form.facts["number"], "number")
    for name in columns:
        if name not in form.columns:
            refuse("present", name)
    return form


def rows(form: Form) -> Iterator[tuple[dict[str, str], str]]:
    """Every line as cells by column code, and how to call it in a sentence."""
    for number, line in enumerate(form.lines, 1):
        yield dict(zip(form.columns, line, strict=True)), say("sheet.where", number=number)
