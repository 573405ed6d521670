"""Digests on paper: printed in groups, typed in any grouping, and compared."""

from __future__ import annotations

SHORTEST = 32
"""Hex digits that must be typed at least: nobody makes two things that agree in so many."""


def printed(digest: str) -> str:
    """In groups of four, as people copy it."""
    return " ".join(digest[i : i + 4] for i in range(0, len(digest), 4))


def typed(text: str) -> str:
    """What somebody typed, without blanks and capitals."""
    return "".join(text.lower().split())


def agrees_with(text: str, digest: str) -> bool:
    """Whether what was typed is this digest or a long enough beginning of it."""
    return len(typed(text)) >= SHORTEST and digest.startswith(typed(text))
