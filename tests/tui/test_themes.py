"""Both themes keep a contrast of seven to one for everything a judge must be able to read."""

from __future__ import annotations

import pytest
from textual.color import Color

from tui.themes import DARK, LIGHT, THEMES, other


def luminance(color: Color) -> float:
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in color.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, two: str) -> float:
    high, low = sorted((luminance(Color.parse(one)), luminance(Color.parse(two))), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_text_errors_keys_and_the_picked_row_stand_out(name: str) -> None:
    theme = THEMES[name]
    ground = theme.background or ""
    pairs = [
        (theme.foreground or "", ground),
        (theme.primary, ground),
        (theme.variables["quiet"], ground),
        (theme.variables["alarm"], ground),
        (theme.variables["picked-text"], theme.variables["picked"]),
    ]
    assert min(contrast(*pair) for pair in pairs) >= 7


def test_the_other_theme_of_each_is_the_other() -> None:
    assert other(LIGHT.name) == DARK.name
    assert other(DARK.name) == LIGHT.name
