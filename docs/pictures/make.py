"""Draw the pictures of the README from the example award: `python docs/pictures/make.py`.

The scoring screen is Textual's own SVG; the ranking is what the command prints. Addresses of
web fonts are taken out: a picture must not ask the network for anything.
"""

from __future__ import annotations

import asyncio
import html
import io
import re
import subprocess
import sys
import tempfile
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.text import Text

HERE = Path(__file__).resolve().parent
sys.path[0] = str(HERE.parents[1])  # or `sheets` would be the script beside this one

from award.demo import build  # noqa: E402
from award.folder import Award, opened  # noqa: E402
from db.desk import Desk  # noqa: E402
from files.writing import write_atomic  # noqa: E402
from scoring.cells import Cell, State  # noqa: E402
from tui.app import JudgeApp  # noqa: E402
from words.text import char_width  # noqa: E402

FONT_FACES = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
CELL = 12.2  # the exporter's units of one terminal cell
TEXT = re.compile(
    r'<text (?P<style>[^>]*?)x="(?P<x>[0-9.]+)" y="(?P<y>[0-9.]+)"'
    r' textLength="[0-9.]+"(?P<rest>[^>]*)>(?P<text>[^<]*)</text>'
)
CASE = "003"
GIVEN = {"innovation": 850, "effect": 900}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        demo = build(Path(folder) / "demo")
        for lang in ("zh", "en"):
            with opened(demo.practice) as award:
                save(f"scoring-{lang}.svg", asyncio.run(scoring_screen(award, lang)))
            save(f"ranking-{lang}.svg", ranking_table(demo.award, lang))


async def scoring_screen(award: Award, lang: str) -> str:
    """The reading and scoring screen at 120x40 with two of four criteria scored."""
    desk = half_scored(award.store.desk("J01", award.rules))
    memory = {"ruler": "1"}
    app = JudgeApp(desk, award.rules, name=award.rules.name, lang=lang, memory=memory)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        return app.export_screenshot(title="pingxuan score --judge J01")


def half_scored(desk: Desk) -> Desk:
    for key, points in GIVEN.items():
        desk.set_cell(CASE, key, Cell(State.SCORED, points))
    return desk


def ranking_table(folder: Path, lang: str) -> str:
    command = [sys.executable, "-m", "cli.main", "rank", "-C", str(folder), "--lang", lang]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    console = Console(record=True, width=122, file=io.StringIO())
    console.print(Text(done.stdout), soft_wrap=True)
    return console.export_svg(title="pingxuan rank")


def save(name: str, svg: str) -> None:
    svg = COMMENT.sub("", FONT_FACES.sub("", svg))
    write_atomic(HERE / name, TEXT.sub(in_cells, svg).encode("utf-8"), overwrite=True)


def in_cells(found: re.Match[str]) -> str:
    """One text of the exporter as runs of equally wide characters, each at its own cell.

    The exporter counts characters, but Chinese ones are two cells wide; a run that mixes both
    would be stretched and its columns would drift.
    """
    at, parts = float(found["x"]), []
    for cells, run in groupby(html.unescape(found["text"]), key=char_width):
        chars = "".join(run)
        length = CELL * cells * len(chars)
        if chars.strip("\xa0 "):
            attributes = f'x="{at:.1f}" y="{found["y"]}" textLength="{length:.1f}"{found["rest"]}'
            parts.append(f"<text {found['style']}{attributes}>{html.escape(chars)}</text>")
        at += length
    return "".join(parts)


if __name__ == "__main__":
    main()
