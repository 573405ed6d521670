"""Run the measurements and print one table for each."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import bench
from bench._rows import table


def names() -> list[str]:
    """All measurements there are."""
    found = (module.name for module in pkgutil.iter_modules(bench.__path__))
    return sorted(name for name in found if not name.startswith("_"))


def main(wanted: list[str]) -> int:
    unknown = [name for name in wanted if name not in names()]
    if unknown:
        print(f"No such bench: {', '.join(unknown)}. There are: {', '.join(names())}.")
        return 2
    for name in wanted or names():
        print(table(name, importlib.import_module(f"bench.{name}").run()), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
