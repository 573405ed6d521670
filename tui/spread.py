"""The judge's own distribution as text; nobody else sees it."""

from __future__ import annotations

from tui.sitting import Sitting
from words import say
from words.text import pad

FIGURES = ("mean", "median", "high", "low")


def spread_lines(sitting: Sitting, room: int) -> list[str]:
    """The judge's own totals by band, with mean, median, highest and lowest under them."""
    if sitting.figures.far(sitting.answers()):
        return [say("tui.spread.counting")]
    spread_now = sitting.figures.spread(sitting.answers())
    if spread_now is None:
        return [say("tui.spread.none")]
    most = max(count for _start, count in spread_now.bands)
    span = max(room - 17, 4)
    lines = []
    for start, count in spread_now.bands:
        label = (
            say("tui.band.from", start=start)
            if start
            else say("tui.band.below", end=spread_now.below)
        )
        marks = count if most <= span else count * span // most
        lines.append(f"{pad(label, 10)} {pad(f'({count})', 5)} {'#' * marks}".rstrip())
    figure = {key: f"{say(f'tui.figure.{key}')} {getattr(spread_now, key)}" for key in FIGURES}
    return [
        *lines,
        "",
        f"{figure['mean']}  {figure['median']}",
        f"{figure['high']}  {figure['low']}",
    ]
