"""Pages to print on A4, one sheet of HTML without anything from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from words import language

PAGE = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>
<style>
  @page {{ size: A4; margin: 2cm; }}
  body {{ font: 13pt/1.6 "SimSun", "Noto Serif CJK SC", serif; max-width: 17cm; margin: 1cm auto; }}
  h1 {{ font-size: 20pt; }} td {{ padding: .15em 1.2em .15em 0; vertical-align: top; }}
  .code {{ font: 26pt monospace; letter-spacing: .08em; }}
  .groups {{ font: 17pt/2 monospace; word-spacing: .6em; }}
  li {{ margin-bottom: .4em; }} .small {{ font-size: 10.5pt; }}
</style></head>
<body><h1>{title}</h1>
{body}
</body></html>
"""


def page(title: str, *parts: str) -> str:
    """A page of parts that are HTML already."""
    lang = "zh-CN" if language() == "zh" else "en"
    return PAGE.format(lang=lang, title=escape(title), body="\n".join(parts))


def facts(rows: Sequence[tuple[str, str]], *, large: str = "") -> str:
    """A table of names and values; the row named `large` is set in big type."""
    lines = (
        f"<tr><td>{escape(name)}</td><td{_big(name == large)}>{escape(value)}</td></tr>"
        for name, value in rows
    )
    return "<table>\n" + "\n".join(lines) + "\n</table>"


def steps(lines: Sequence[str]) -> str:
    return "<ol>\n" + "\n".join(f"<li>{escape(line)}</li>" for line in lines) + "\n</ol>"


def paragraph(text: str, kind: str = "") -> str:
    return f'<p class="{kind}">{escape(text)}</p>' if kind else f"<p>{escape(text)}</p>"


def _big(large: bool) -> str:
    return ' class="code"' if large else ""
