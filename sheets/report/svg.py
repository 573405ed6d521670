"""A chart as SVG: plain shapes and text, no script, no style, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from html import escape

from sheets.report.charts import Chart, Mark, Row, Shape
from words.text import clean_line, cut, width

WIDTH, LABEL, VALUE, PAD = 720, 236, 58, 10
"""Of the picture, of the labels at its left and the numbers at its right, in pixels."""
ROW, TOP, LEGEND = 18, 22, 24
"""Height of a row, of the axis above the rows, of the legend below them."""
INK, FAINT, ACCENT = "#222222", "#c8c8c8", "#1f3864"
LABEL_CELLS = 36


def to_svg(chart: Chart) -> str:
    """The picture; `viewBox` lets it grow and shrink without blurring."""
    height = TOP + ROW * len(chart.rows) + 6 + LEGEND * bool(chart.legend)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" role="img" aria-label="{_text(chart.title)}" '
        f'font-size="11" fill="{INK}">'
    )
    return head + "".join(_parts(chart)) + "</svg>"


def _parts(chart: Chart) -> Iterator[str]:
    yield from _axis(chart)
    for at, row in enumerate(chart.rows):
        yield from _row(chart, row, TOP + ROW * at + ROW // 2)
    for at, words in chart.lines:
        yield from _line(TOP + ROW * at, words)
    yield from _legend(chart, TOP + ROW * len(chart.rows) + 6 + LEGEND // 2)


def _axis(chart: Chart) -> Iterator[str]:
    bottom = TOP + ROW * len(chart.rows)
    for tick in chart.ticks():
        x = _x(chart, Fraction(tick))
        yield f'<path d="M{x} {TOP - 4}V{bottom}" stroke="{FAINT}" stroke-width="0.6"/>'
        yield f'<text x="{x}" y="{TOP - 8}" text-anchor="middle" font-size="10">{tick}</text>'


def _row(chart: Chart, row: Row, y: int) -> Iterator[str]:
    label = _text(cut(clean_line(row.label), LABEL_CELLS))
    yield f'<text x="{LABEL - 8}" y="{y + 4}" text-anchor="end">{label}</text>'
    yield f'<path d="M{LABEL} {y}H{WIDTH - VALUE}" stroke="{FAINT}" stroke-width="0.4"/>'
    for mark in row.marks:
        yield _mark(mark.shape, _x(chart, mark.at), y, _end(chart, mark))
    yield f'<text x="{WIDTH - 4}" y="{y + 4}" text-anchor="end">{_text(row.value)}</text>'


def _end(chart: Chart, mark: Mark) -> str:
    return _x(chart, mark.at if mark.to is None else mark.to)


def _x(chart: Chart, value: Fraction) -> str:
    """The place of a value on the axis, to a tenth of a pixel, inside the plot."""
    span, room = max(chart.high - chart.low, 1), WIDTH - LABEL - VALUE - 2 * PAD
    share = min(max((value - chart.low) / span, Fraction(0)), Fraction(1))
    tenths = (share * room * 10 + Fraction(1, 2)).__floor__() + 10 * (LABEL + PAD)
    return f"{tenths // 10}.{tenths % 10}"


def _mark(shape: Shape, x: str, y: int, end: str) -> str:
    line = f'stroke="{INK}" stroke-width="1"'
    shapes = {
        "dot": f'<circle cx="{x}" cy="{y}" r="3" fill="{INK}" fill-opacity="0.72"/>',
        "ring": f'<circle cx="{x}" cy="{y}" r="3.4" fill="#ffffff" {line}/>',
        "tick": f'<path d="M{x} {y - 8}V{y + 8}" stroke="{ACCENT}" stroke-width="2.6"/>',
        "range": f'<path d="M{x} {y}H{end}M{x} {y - 4}V{y + 4}M{end} {y - 4}V{y + 4}" {line}/>',
        "box": f'<path d="M{x} {y - 5}H{end}V{y + 5}H{x}Z" fill="#d9e1f2" {line}/>',
        "bar": f'<path d="M{x} {y - 5}H{end}V{y + 5}H{x}Z" fill="{ACCENT}"/>',
        "diamond": f'<path d="M{x} {y - 5}l5 5l-5 5l-5 -5Z" fill="{ACCENT}"/>',
        "square": f'<path d="M{x} {y}m-4 -4h8v8h-8Z" fill="#ffffff" {line}/>',
        "triangle": f'<path d="M{x} {y - 5}l5 9h-10Z" fill="#8ea9db" {line}/>',
    }
    return shapes[shape]


def _line(y: int, words: str) -> Iterator[str]:
    yield f'<path d="M0 {y}H{WIDTH}" stroke="{ACCENT}" stroke-width="1" stroke-dasharray="5 3"/>'
    yield f'<text x="{LABEL + 4}" y="{y - 3}" font-size="9" fill="{ACCENT}">{_text(words)}</text>'


def _legend(chart: Chart, y: int) -> Iterator[str]:
    x = LABEL
    for shape, words in chart.legend:
        end = x + 16 if shape in {"range", "box", "bar"} else x
        yield _mark(shape, str(x), y, str(end))
        yield f'<text x="{end + 9}" y="{y + 4}">{_text(words)}</text>'
        x = end + 26 + 6 * width(words)


def _text(text: str) -> str:
    return escape(clean_line(text), quote=True)
