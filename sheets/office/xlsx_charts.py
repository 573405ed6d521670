"""图表: native charts, to be copied into a presentation; they are told apart without colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from sheets.office.book import FONTS, TITLE_FONTS, Book, Sheet
from sheets.office.figures import floor_of, profiles, spreads
from sheets.office.view import Line, View
from sheets.office.xlsx_columns import columns_of, criterion_heads, judge_heads
from sheets.office.xlsx_summary import BODY_ROW

MOST_BARS = 40
"""Bars a person can still tell apart on one page."""
DARK, LIGHT = "#1F3864", "#8EA9DB"
FILLS = (DARK, LIGHT, "#FFFFFF")
PATTERNS = ("dark_upward_diagonal", "wide_upward_diagonal", "percent_20", "dark_horizontal")
HEAD = {"bold": True, "border": 1, "align": "center", "text_wrap": True}
SPREAD = ("highest", "mean", "lowest")


def write_charts(book: Book, view: View) -> None:
    """Scores, criteria profile, judges; the small tables behind the last two stand above them."""
    sheet = book.sheet(view.say("sheet.charts"))
    most = max(len(one.criteria) for one in view.judged)
    sheet.raw.set_column(0, 0, 18)
    sheet.raw.set_column(1, max(most, 3), 13)
    sheet.raw.hide_gridlines(2)
    sheet.raw.set_paper(9)
    sheet.raw.fit_to_pages(1, 0 if view.parts else 1)
    ranked = [line for line in view.lines if line.place.score][:MOST_BARS]
    if ranked:
        _Page(sheet, view).write(ranked)


class _Page:
    """Tables and charts from the top down."""

    def __init__(self, sheet: Sheet, view: View) -> None:
        self.sheet, self.view, self.book, self.row = sheet, view, sheet.book, 0
        self.name = view.say("sheet.charts")

    def write(self, ranked: Sequence[Line]) -> None:
        """All tables first, then all charts, so that no chart lies over a table."""
        scored = [view for view in self.view.judged if not view.ticks]
        below = [
            draw(view)
            for view in scored
            for draw in (self._profile, self._judges)
            if draw == self._judges or len(view.criteria) > 1
        ]
        tall = max(300, 18 * len(ranked) + 90)
        for chart, height in ((self._scores(ranked), tall), *((one, 360) for one in below)):
            chart.set_size({"width": 860, "height": height})
            self.sheet.raw.insert_chart(self.row, 0, chart)
            self.row += height // 20 + 2

    def _scores(self, ranked: Sequence[Line]) -> Any:
        """A bar per case, the best at the top; the tiers differ by their filling."""
        view, last = self.view, BODY_ROW + len(ranked) - 1
        name, column = view.say("sheet.summary"), len(columns_of(view)) - 4  # the score
        key = "chart.scores" if len(ranked) == len(view.lines) else "chart.first_scores"
        chart = self._chart("bar", view.say(key, count=len(ranked)))
        tiers = [tier.key for tier in view.sheet.tiers]
        chart.add_series(
            {
                "name": view.say("head.score"),
                "categories": [name, BODY_ROW, 1, last, 1],
                "values": [name, BODY_ROW, column, last, column],
                "points": [_filling(tiers, line.place.tier) for line in ranked],
                "data_labels": {"value": True, "font": {"size": 8}},
                "gap": 40,
            }
        )
        chart.set_legend({"none": True})
        chart.set_y_axis(self._axis(reverse=True))
        chart.set_x_axis(self._axis(min=floor_of(Fraction(line.place.score) for line in ranked)))
        return chart

    def _profile(self, view: View) -> Any:
        """The mean of each criterion by tier, and of all cases."""
        groups, top, title = profiles(view), self.row, self._title(view, "chart.profile")
        self._table(title, criterion_heads(view), groups)
        chart = self._chart("column", title)
        for at in range(len(groups)):
            chart.add_series(self._group(top, top + 1 + at, at, len(view.criteria)))
        found = [value for _, values in groups for value in values if value is not None]
        chart.set_x_axis(self._axis())
        chart.set_y_axis(self._axis(min=floor_of(found)))
        chart.set_legend({"position": "bottom"})
        return chart

    def _title(self, view: View, key: str) -> str:
        said = view.say(key)
        return view.say("of_stage", stage=view.stage, what=said) if view.stage else said

    def _group(self, head: int, row: int, at: int, width: int) -> Mapping[str, object]:
        ground = "#FFFFFF" if at else DARK
        pattern = PATTERNS[at % len(PATTERNS)]
        return {
            "name": [self.name, row, 0],
            "categories": [self.name, head, 1, head, width],
            "values": [self.name, row, 1, row, width],
            "pattern": {"pattern": pattern, "fg_color": DARK, "bg_color": ground},
            "border": {"color": "#404040"},
        }

    def _judges(self, view: View) -> Any:
        """Highest, mean and lowest total of each judge."""
        heads = [head.replace("\n", " ") for head in judge_heads(view)]
        found, top, title = spreads(view), self.row, self._title(view, "chart.judges")
        rows: list[tuple[str, list[Fraction | None]]] = [
            (head, [one.high, one.mean, one.low] if one else [None, None, None])
            for head, one in zip(heads, found, strict=True)
        ]
        self._table(title, [view.say(f"chart.{k}") for k in SPREAD], rows)
        chart = self._chart("line", title)
        for at, marker in enumerate(("long_dash", "diamond", "long_dash"), 1):
            chart.add_series(self._marks(top, len(rows), at, marker))
        chart.set_high_low_lines()
        chart.set_y_axis(self._axis(min=floor_of(one.low for one in found if one)))
        chart.set_x_axis(self._axis())
        chart.set_legend({"position": "bottom"})
        return chart

    def _marks(self, top: int, count: int, at: int, marker: str) -> Mapping[str, object]:
        colour = {"color": DARK}
        return {
            "name": [self.name, top, at],
            "categories": [self.name, top + 1, 0, top + count, 0],
            "values": [self.name, top + 1, at, top + count, at],
            "line": {"none": True},
            "marker": {"type": marker, "size": 9, "fill": colour, "border": colour},
        }

    # -- small things ---------------------------------------------------------------------

    def _chart(self, kind: str, title: str) -> Any:
        chart = self.book.file.add_chart({"type": kind})
        font = {"name": TITLE_FONTS[self.book.lang], "size": 12, "bold": True}
        chart.set_title({"name": title, "name_font": font, "overlay": False})
        return chart

    def _axis(self, **more: object) -> dict[str, object]:
        return {"num_font": {"name": FONTS[self.book.lang], "size": 9}, **more}

    def _table(
        self, title: str, heads: Sequence[str], rows: Sequence[tuple[str, list[Fraction | None]]]
    ) -> None:
        """A small table; the next thing stands two rows below it."""
        bold = self.book.look(**HEAD)
        body = self.book.look(border=1, align="center", num_format="0.00")
        for at, head in enumerate([title, *heads]):
            self.sheet.text(self.row, at, head, bold)
        for row, (name, values) in enumerate(rows, self.row + 1):
            self.sheet.text(row, 0, name, bold)
            for at, value in enumerate(values, 1):
                if value is None:
                    self.sheet.text(row, at, "", body)
                else:
                    self.sheet.number(row, at, value, body)
        self.row += len(rows) + 3


def _filling(tiers: Sequence[str], tier: str) -> Mapping[str, object]:
    """Dark for the first tier, light for the others, white for none."""
    at = min(tiers.index(tier), 1) if tier in tiers else 2
    return {"fill": {"color": FILLS[at]}, "border": {"color": "#404040"}}
