"""When objects that nobody has any more are looked for.

While a program starts nothing is garbage yet, and looking for it again and again took a fifth of
the time to the first picture. Once the first picture is there, all that was made for it stays
until the end: it is set aside, so that looking later takes milliseconds and no key waits for it.
"""

from __future__ import annotations

import gc

STARTING = (400_000, 20, 100)
"""Objects made before the young ones are looked through; how often the older ones are."""
RUNNING = (50_000, 20, 100)


def rarely() -> None:
    """From the start on: a command has done its work before anything is looked for."""
    gc.set_threshold(*STARTING)


def set_aside() -> None:
    """What is there now stays; from now on only what comes later is looked through."""
    gc.freeze()
    gc.set_threshold(*RUNNING)
