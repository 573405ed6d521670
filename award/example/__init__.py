"""The built-in example award: real units and titles, our own summaries, invented scores."""

from __future__ import annotations

from importlib.resources import files

NAMES = ("nominations.toml", "judges.toml", "recusals.toml", "scores.toml")


def example_files() -> dict[str, bytes]:
    """Every file of the example, by name, as it lies in the package.

    `nominations.toml`, `judges.toml` and `recusals.toml` are what `import` reads;
    `scores.toml` has a table per judge: case number, criterion, points as text.
    """
    folder = files(__name__)
    return {name: (folder / name).read_bytes() for name in NAMES}
