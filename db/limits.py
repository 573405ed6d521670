"""How much an award may hold. Source: the exchange notes, last line."""

from __future__ import annotations

from words import Bad, Problem

NOMINATIONS = 1_000_000
JUDGES = 500
CRITERIA = 100
FIELD = 20_000  # characters of one text field
TITLE = 500
REMARK = 5_000
ID = 40  # characters of a case number or a judge's id
IMPORT = 200 << 20  # bytes of one imported file
PARAGRAPHS = 10_000


def text_problem(where: str, what: str, text: str, limit: int) -> tuple[Problem, ...]:
    """The problem of a text that is too long, or none."""
    if len(text) <= limit:
        return ()
    return (Problem("E-TOOLONG", where, {"what": what, "length": len(text), "limit": limit}),)


def require_count(what: str, count: int, limit: int) -> None:
    """Raises E-OVERLIMIT."""
    if count > limit:
        raise Bad("E-OVERLIMIT", what=what, count=count, limit=limit)


def require_text(where: str, what: str, text: str, limit: int) -> None:
    """Raises E-TOOLONG."""
    if problems := text_problem(where, what, text, limit):
        raise Bad.of(problems)
