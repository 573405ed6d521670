"""Two high-contrast themes: every pair of text and ground that a screen uses is 7:1 or more."""

from __future__ import annotations

from textual.theme import Theme

LIGHT = Theme(
    name="hc-light",
    dark=False,
    primary="#00408A",
    secondary="#333333",
    accent="#00408A",
    warning="#6A4300",
    error="#8F0000",
    success="#005226",
    foreground="#000000",
    background="#FFFFFF",
    surface="#FFFFFF",
    panel="#FFFFFF",
    text_alpha=1.0,
    variables={
        "quiet": "#3A3A3A",
        "picked": "#00408A",
        "picked-text": "#FFFFFF",
        "alarm": "#8F0000",
    },
)
DARK = Theme(
    name="hc-dark",
    dark=True,
    primary="#FFE066",
    secondary="#DDDDDD",
    accent="#FFE066",
    warning="#FFD27F",
    error="#FF9E9E",
    success="#8CF5A8",
    foreground="#FFFFFF",
    background="#000000",
    surface="#000000",
    panel="#000000",
    text_alpha=1.0,
    variables={
        "quiet": "#D0D0D0",
        "picked": "#FFE066",
        "picked-text": "#000000",
        "alarm": "#FF9E9E",
    },
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def other(name: str) -> str:
    """The theme that F6 switches to."""
    return DARK.name if name == LIGHT.name else LIGHT.name
