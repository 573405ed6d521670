"""A path as a person gives it: typed, pasted with quotes, or dropped on a window as a link."""

from __future__ import annotations

import shlex
from pathlib import Path
from urllib.parse import unquote, urlsplit

_QUOTES = "'\"“”‘’"


def dropped_path(typed: str) -> Path | None:
    """The path that is meant; None where nothing was typed.

    Quotes around it go, `file://` links are read, and where a terminal has put a backslash
    before each blank the path that is there is taken.
    """
    text = typed.strip().strip(_QUOTES).strip()
    if not text:
        return None
    if text.casefold().startswith("file:"):
        text = _from_link(text)
    path = Path(text).expanduser()
    if "\\" in text and not path.exists():
        plain = Path(_unescaped(text)).expanduser()
        return plain if plain.exists() else path
    return path


def dropped_paths(typed: str) -> list[Path]:
    """Every path, where several files were dropped at once: parted by blanks, each as above."""
    whole = dropped_path(typed)
    if whole is None:
        return []
    parts = _parts(typed)
    if whole.exists() or len(parts) < 2:
        return [whole]
    found = [path for path in map(dropped_path, parts) if path is not None]
    return found if all(path.exists() for path in found) else [whole]


def _parts(typed: str) -> list[str]:
    try:
        return shlex.split(typed)
    except ValueError:  # a quote that is not closed
        return [typed]


def _from_link(link: str) -> str:
    """`file:///home/a%20b` as a path; on Windows `/C:/a` is `C:/a`."""
    path = unquote(urlsplit(link).path)
    return path[1:] if path[2:3] == ":" else path


def _unescaped(text: str) -> str:
    try:
        return " ".join(shlex.split(text))
    except ValueError:
        return text
