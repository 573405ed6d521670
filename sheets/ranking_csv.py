"""The ranking as CSV: a line per case, for Excel and WPS, read back to the same data.

Where the rules multiply by measures, each has a column behind the others: the difficulty of a
dive stands in the line of the diver.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from sheets.csv_facts import facts_of, named, read_sheet, rows, values
from sheets.csv_form import Figure, read_figure, read_whole, write_form
from sheets.csv_measures import CODE, headings_of, read_amounts
from sheets.csv_words import code, join, read_exact, show_exact, split, word
from sheets.sheet_model import DroppedValue, Place, ResultSheet, SheetCase
from words import say


@dataclass(frozen=True)
class RankingLine:
    """One line of the ranking file. `dropped` items are `J04:low` or `J04/effect:high`.

    `measures` are those that are recorded: name and amount, `dd1` and `3.2`.
    """

    rank: int | None
    announce_no: int | None
    case: str
    title: str
    unit: str
    field: str
    level: str
    region: str
    tier: str
    score: str
    exact: str
    ballots: int
    dropped: tuple[str, ...]
    ties: tuple[str, ...]
    tied_with: tuple[str, ...]
    remark: str
    measures: tuple[tuple[str, str], ...] = ()


COLUMNS = tuple(field.name for field in fields(RankingLine) if field.name != "measures")


@dataclass(frozen=True)
class RankingCsv:
    """What a ranking file holds."""

    facts: Mapping[str, str]
    lines: tuple[RankingLine, ...]


def ranking_of(sheet: ResultSheet) -> RankingCsv:
    """What the ranking file of a sheet says."""
    cases = {case.number: case for case in sheet.cases}
    amounts = {(one.case, one.measure): one.amount for one in sheet.measures}
    known = headings_of(sheet, "en")
    lines = (
        _line(
            place,
            cases[place.case],
            tuple((key, amounts[place.case, key]) for key in known if (place.case, key) in amounts),
        )
        for place in sheet.ranking
    )
    return RankingCsv(values(facts_of(sheet, "ranking", "en")), tuple(lines))


def write_ranking_csv(sheet: ResultSheet, lang: str) -> bytes:
    """The ranking, a line per case. The heading `tier_name` is for people and not read back."""
    codes = list(COLUMNS)
    codes.insert(codes.index("tier") + 1, "tier_name")
    columns = [(name, say(f"sheet.column.{name}", lang)) for name in codes]
    measured = headings_of(sheet, lang)
    columns += [(CODE + key, heading) for key, heading in measured.items()]
    tiers = {tier.key: named(tier, lang) for tier in sheet.tiers}
    lines = [
        [*_cells(line, tiers, lang), *_amounts(line, measured)] for line in ranking_of(sheet).lines
    ]
    return write_form(facts_of(sheet, "ranking", lang), columns, lines, lang)


def read_ranking_csv(data: bytes) -> RankingCsv:
    """What a ranking file says. Raises E-SHEETSIZE, E-SHEETTEXT, E-SHEETFORM."""
    form = read_sheet(data, "ranking", COLUMNS)
    return RankingCsv(form.facts, tuple(_read_line(row, where) for row, where in rows(form)))


def _line(place: Place, case: SheetCase, measures: tuple[tuple[str, str], ...]) -> RankingLine:
    return RankingLine(
        rank=place.rank,
        announce_no=place.announce_no,
        case=place.case,
        title=case.title,
        unit=case.unit,
        field=case.field,
        level=case.level,
        region=case.region,
        tier=place.tier,
        score=place.score,
        exact=place.exact,
        ballots=place.ballots,
        dropped=tuple(map(_dropped, place.dropped)),
        ties=tuple(tie.step for tie in place.ties),
        tied_with=place.tied_with,
        remark=place.remark,
        measures=measures,
    )


def _dropped(drop: DroppedValue) -> str:
    who = f"{drop.judge}/{drop.criterion}" if drop.criterion else drop.judge
    return f"{who}:{drop.which}"


def _cells(line: RankingLine, tiers: Mapping[str, str], lang: str) -> list[str]:
    dropped = (item.rpartition(":") for item in line.dropped)
    ties = (item.partition(":") for item in line.ties)
    return [
        _figure(line.rank),
        _figure(line.announce_no),
        *(line.case, line.title, line.unit, line.field, line.level, line.region),
        *(line.tier, tiers.get(line.tier, "")),
        Figure(line.score) if line.score else "",
        show_exact(line.exact),
        _figure(line.ballots),
        join(f"{who}:{word('drop', which, lang)}" for who, _, which in dropped),
        join(word("tie", kind, lang) + colon + key for kind, colon, key in ties),
        join(line.tied_with),
        word("remark", line.remark, lang),
    ]


def _amounts(line: RankingLine, measured: Iterable[str]) -> list[str]:
    """A cell for each measure; empty where it is not recorded."""
    mine = dict(line.measures)
    return [Figure(mine[key]) if key in mine else "" for key in measured]


def _figure(value: int | None) -> str:
    return "" if value is None else Figure(value)


def _read_line(row: dict[str, str], where: str) -> RankingLine:
    dropped = (item.rpartition(":") for item in split(row["dropped"]))
    ties = (item.partition(":") for item in split(row["ties"]))
    return RankingLine(
        rank=_maybe(row["rank"], where),
        announce_no=_maybe(row["announce_no"], where),
        case=row["case"],
        title=row["title"],
        unit=row["unit"],
        field=row["field"],
        level=row["level"],
        region=row["region"],
        tier=row["tier"],
        score=read_figure(row["score"], where) if row["score"] else "",
        exact=read_exact(row["exact"], where),
        ballots=read_whole(row["ballots"], where),
        dropped=tuple(f"{who}:{code('drop', which, where)}" for who, _, which in dropped),
        ties=tuple(code("tie", kind, where) + colon + key for kind, colon, key in ties),
        tied_with=split(row["tied_with"]),
        remark=code("remark", row["remark"], where),
        measures=read_amounts(row, where),
    )


def _maybe(text: str, where: str) -> int | None:
    return read_whole(text, where) if text else None
