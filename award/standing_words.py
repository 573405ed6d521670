"""How one case came to its number, in the few lines that fit under the ranking."""

from __future__ import annotations

from collections.abc import Iterator

from award.ranking_words import points_words, tier_words
from award.standings import Row, Standings, method_words
from scoring.points import format_exact
from scoring.result import Dropped
from words import say

SPACE = "  "


def pane(view: Standings, row: Row) -> list[str]:
    """Totals, what was left out, the score, disagreement, the range of ranks, ties."""
    return [
        _totals(view, row),
        *_counted(view, row),
        *_apart(view, row),
        *_firm(view, row),
        *_tied(row),
    ]


def _totals(view: Standings, row: Row) -> str:
    totals = view.totals_words(row.case)
    return say("secretary.pane.totals", count=len(totals), totals=SPACE.join(totals) or "-")


def _counted(view: Standings, row: Row) -> Iterator[str]:
    score = row.standing.score
    if score.value is None:
        why = say(f"cli.rank.{score.unranked}") if score.unranked else "-"
        yield say("cli.rank.unranked", why=why)
        return
    dropped = [drop for drop in score.dropped if not drop.criterion]
    value = {"value": format_exact(score.value), "score": row.score}
    left = SPACE.join(_drop(view, drop) for drop in dropped)
    tier = tier_words(view.rules, row.standing.tier)
    if view.rules.factors or view.rules.adjustments:
        told = SPACE.join(filter(None, (left, say("secretary.pane.more", **value))))
    elif left:
        rest = score.ballots - len(dropped)
        key = "rest_summed" if view.method == "trimmed_sum" else "rest"
        told = say(f"secretary.pane.{key}", dropped=left, count=rest, **value)
    elif view.method == "trimmed_mean":
        told = say("secretary.pane.few", count=score.ballots, **value)
    else:
        told = say("secretary.pane.score", method=method_words(view.method), **value)
    yield f"{told}  {tier}".rstrip()


def _drop(view: Standings, drop: Dropped) -> str:
    return say(f"secretary.drop.{drop.which}", value=points_words(view.rules, drop.value))


def _apart(view: Standings, row: Row) -> Iterator[str]:
    if row.spread == "-":
        return
    key = "wide" if row.case in view.disputed else "narrow"
    yield say(f"secretary.pane.{key}", spread=row.spread)


def _firm(view: Standings, row: Row) -> Iterator[str]:
    if row.span != "-":
        others = zip([m for m in view.methods if m != view.method], row.others, strict=True)
        also = say("secretary.comma").join(
            say("secretary.pane.other", method=method_words(name), rank=rank)
            for name, rank in others
        )
        yield say("secretary.pane.span", span=row.span, also=also)


def _tied(row: Row) -> Iterator[str]:
    if row.standing.tied_with:
        yield say("secretary.pane.tied", cases=", ".join(row.standing.tied_with))
