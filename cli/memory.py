"""What a person chose on our screens, kept at once: a window that is killed forgets nothing."""

from __future__ import annotations

import json
from collections import UserDict
from pathlib import Path

from platformdirs import user_config_path

from files.reading import read_bounded
from files.writing import write_atomic
from words import Bad

LIMIT = 64 * 1024


class Memory(UserDict[str, str]):
    """Theme and ruler by name; what changes is written when it changes."""

    def __init__(self) -> None:
        super().__init__()
        self.data = _read()

    def __setitem__(self, key: str, value: str) -> None:
        if self.data.get(key) != value:
            self.data[key] = value
            _write(self.data)


def path() -> Path:
    return user_config_path("pingxuan", appauthor=False) / "screens.json"


def _read() -> dict[str, str]:
    """The choices of last time; nothing where the file is missing or not ours."""
    try:
        data = json.loads(read_bounded(path(), LIMIT))
    except (Bad, ValueError, RecursionError):
        return {}
    items = data.items() if isinstance(data, dict) else ()
    return {key: value for key, value in items if isinstance(key, str) and isinstance(value, str)}


def _write(data: dict[str, str]) -> None:
    """Only a comfort: where it cannot be kept, the ruler is shown again next time."""
    try:
        path().parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path(), json.dumps(data).encode("utf-8"), overwrite=True)
    except (Bad, OSError):
        return
